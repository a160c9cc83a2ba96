// @ts-check
import { Calling } from './calling.js';
import { announce, element } from './dom.js';
import { TextBox } from './text-box.js';
import { scriptLanguageOf, several, spaced, timeOf } from './words.js';

/** @typedef {import('../../simulator/messages/sim-message.ts').Bubble} Bubble */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

/** One phone: its screen, its text box, its keys, its calls. */
export class Phone {
  /** Grows with each text that arrives while the page is open: phones with later ones come first. */
  news = 0;
  /** Hotline time of the latest text or call. */
  lastAt = 0;
  unread = 0;
  /** @type {Map<string, HTMLElement>} by sid */
  bubbles = new Map();

  badge = element('span', { class: 'badge', hidden: '' });
  log = element('ol', {
    class: 'log',
    role: 'log',
    'aria-live': 'off',
    'aria-label': 'Messages',
    tabindex: '0',
  });

  /** @param {PhoneOwner} owner */
  constructor(owner) {
    this.owner = owner;
    this.number = owner.phone;
    this.textBox = new TextBox(owner.phone);
    const { form } = this.textBox;
    const screen = element('div', { class: 'screen' }, this.log);
    this.calling = new Calling({
      name: owner.name,
      number: owner.phone,
      log: this.log,
      // Ringing hides the texts; a call hides the text box too.
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
    this.section.addEventListener('focusin', () => this.#read());
    this.section.addEventListener('pointerdown', () => this.#read());
  }

  /** Shows a message, or its new state. @param {Bubble} bubble @param {boolean} [live] it came while the page is open */
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

  /** True without any text or call. */
  get isUntouched() {
    return this.bubbles.size === 0 && this.calling.isUntouched;
  }

  /** Focuses what a person uses next. */
  focus() {
    if (this.calling.isOn) this.calling.panel.focus();
    else this.textBox.focus();
  }

  toEnd() {
    this.calling.panel.toEnd();
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** @param {string} words for screen readers */
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
    element('p', { class: 'words', lang: scriptLanguageOf(bubble.text) }, bubble.text),
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
