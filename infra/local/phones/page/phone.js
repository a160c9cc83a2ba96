// @ts-check
import { Calling } from './calling.js';
import { announce, complain, element } from './dom.js';
import { post } from './server.js';
import { languageOf, several, spaced, timeOf } from './words.js';

/** @typedef {import('../../simulator/messages/sim-message.ts').Bubble} Bubble */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

let phonesMade = 0;

/** One phone: its screen, its box to write in, its keys, its calls. */
export class Phone {
  /** Grows with each text it gets while one looks on: later ones float forward. */
  news = 0;
  /** Hotline time of what it got or sent last. */
  lastAt = 0;
  unread = 0;
  /** @type {Map<string, HTMLElement>} by sid */
  bubbles = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  counting = undefined;

  badge = element('span', { class: 'badge', hidden: '' });
  log = element('ol', {
    class: 'log',
    role: 'log',
    'aria-live': 'off',
    'aria-label': 'Messages',
    tabindex: '0',
  });
  box = element('textarea', { rows: '2', placeholder: 'Write a text', autocomplete: 'off' });
  count = element('p', { class: 'count' }, 'No text yet');

  /** @param {PhoneOwner} owner */
  constructor(owner) {
    this.owner = owner;
    this.number = owner.phone;
    const id = `message-${++phonesMade}`;
    this.box.id = id;
    this.count.id = `${id}-count`;
    this.box.setAttribute('aria-describedby', this.count.id);
    const screen = element('div', { class: 'screen' }, this.log);
    const form = element(
      'form',
      {},
      element('label', { class: 'unseen', for: id }, 'Message'),
      this.box,
      this.count,
      element(
        'div',
        { class: 'keys' },
        this.#quickKey('1', '.,?'),
        this.#quickKey('2', 'abc'),
        element('button', { class: 'key send', type: 'submit' }, 'Send'),
      ),
    );
    this.calling = new Calling({
      name: owner.name,
      number: owner.phone,
      log: this.log,
      // Ringing hides what was texted, a call also the box to write in.
      screen,
      form,
      onMissed: () => this.#ring(`Missed call on ${owner.name}'s phone`),
    });
    form.append(this.calling.buttons);
    this.section = element(
      'section',
      {
        class: `phone ${owner.role}`,
        'aria-label': `${owner.name}'s phone`,
        'data-testid': 'phone',
        'data-phone': owner.phone,
      },
      element('div', { class: 'ear', 'aria-hidden': 'true' }),
      headerOf(owner, this.badge),
      screen,
      this.calling.panel.element,
      form,
    );
    this.calling.section = this.section;
    this.#listen(form);
  }

  /** Sends its digit at once. @param {string} digit @param {string} letters */
  #quickKey(digit, letters) {
    const key = element(
      'button',
      { class: 'key', type: 'button', 'aria-label': `Press ${digit}`, title: `Text ${digit}` },
      digit,
      element('small', { 'aria-hidden': 'true' }, letters),
    );
    key.addEventListener('click', () => void this.#text(digit));
    return key;
  }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sendDraft();
    });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.#sendDraft();
    });
    this.box.addEventListener('input', () => {
      this.box.lang = languageOf(this.box.value);
      this.#countSoon();
    });
    this.section.addEventListener('focusin', () => this.#read());
    this.section.addEventListener('pointerdown', () => this.#read());
  }

  /** Show a message, or what became of it. @param {Bubble} bubble @param {boolean} [live] it came while one looks on */
  show(bubble, live = false) {
    if (!bubble.arrived) return;
    const known = this.bubbles.get(bubble.sid);
    const made = bubbleElement(bubble);
    this.bubbles.set(bubble.sid, made);
    this.lastAt = Math.max(this.lastAt, bubble.at);
    if (known) {
      known.replaceWith(made);
      return;
    }
    this.log.append(made);
    this.toEnd();
    if (live && bubble.author !== 'phone') this.#ring(`New message on ${this.owner.name}'s phone`);
  }

  /** Nothing was ever texted or said on it. */
  get isUntouched() {
    return this.bubbles.size === 0 && this.calling.isUntouched;
  }

  /** Go to what one would do next with it. */
  focus() {
    if (this.calling.isOn) this.calling.panel.focus();
    else this.box.focus();
  }

  toEnd() {
    this.calling.panel.toEnd();
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Put a text into the box, ready to be sent. @param {string} text */
  draft(text) {
    this.box.value = text;
    this.box.lang = languageOf(text);
    this.box.focus();
    this.#countSoon();
  }

  /** @param {string} words for those who do not see it */
  #ring(words) {
    if (this.section.contains(document.activeElement)) return;
    this.unread += 1;
    this.badge.textContent = `${this.unread} new`;
    this.badge.hidden = false;
    this.section.classList.add('ringing');
    announce(words);
  }

  #read() {
    this.unread = 0;
    this.badge.hidden = true;
    this.section.classList.remove('ringing');
  }

  async #sendDraft() {
    const text = this.box.value.trim();
    if (text === '') {
      this.box.focus();
      return;
    }
    this.box.value = '';
    this.#countSoon();
    if (!(await this.#text(text)) && this.box.value === '') this.draft(text);
  }

  /** @param {string} text */
  async #text(text) {
    try {
      const { taken } = await post('messages', { phone: this.number, text });
      if (!taken) complain('The hotline did not take that text. The carrier tried twice.');
      return true;
    } catch (error) {
      complain(error instanceof Error ? error.message : 'That did not work.');
      return false;
    }
  }

  /** The server counts, with the hotline's own rule; the last count asked for is shown. */
  #countSoon() {
    clearTimeout(this.counting);
    this.counting = setTimeout(async () => {
      const text = this.box.value;
      if (text === '') {
        this.count.textContent = 'No text yet';
        return;
      }
      const counted = await post('segments', { text }).catch(() => undefined);
      if (!counted || this.box.value !== text) return;
      const unicode = counted['encoding'] === 'UCS-2' ? ' (Unicode)' : '';
      this.count.textContent = `${several(Number(counted['characters']), 'character')} · ${several(Number(counted['segments']), 'segment')}${unicode}`;
    }, 60);
  }
}

/** @param {Bubble} bubble */
const bubbleElement = (bubble) => {
  const own = bubble.author === 'phone';
  const sender = own ? 'You' : bubble.author === 'carrier' ? 'The carrier' : 'Hotline';
  const trouble = bubble.webhook === 'failed' ? ' · not taken' : '';
  const channel = bubble.channel === 'whatsapp' ? 'WhatsApp' : several(bubble.segments, 'segment');
  return element(
    'li',
    { class: `bubble from-${bubble.author}` },
    element('span', { class: 'unseen' }, `${sender}: `),
    element('p', { class: 'words', lang: languageOf(bubble.text) }, bubble.text),
    element('small', {}, `${timeOf(bubble.at)} · ${channel}${trouble}`),
  );
};

/** @param {PhoneOwner} owner @param {HTMLElement} badge */
const headerOf = ({ name, role, detail, phone }, badge) =>
  element(
    'header',
    {},
    element('h3', {}, name === phone ? spaced(phone) : name),
    badge,
    element('p', {}, [role, detail].filter((part) => part !== '').join(' · ')),
    element('p', {}, name === phone ? '' : spaced(phone)),
  );
