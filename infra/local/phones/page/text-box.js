// @ts-check
import { complain, element } from './dom.js';
import { post } from './server.js';
import { scriptLanguageOf, several } from './words.js';

let boxesMade = 0;

/** Where one phone writes texts: the box with its count, two keys that send a digit, and Send. */
export class TextBox {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  counting = undefined;

  box = element('textarea', { rows: '2', placeholder: 'Write a text', autocomplete: 'off' });
  count = element('p', { class: 'count' }, 'No text yet');

  /** @param {string} number the phone's */
  constructor(number) {
    this.number = number;
    const id = `message-${++boxesMade}`;
    this.box.id = id;
    this.count.id = `${id}-count`;
    this.box.setAttribute('aria-describedby', this.count.id);
    this.form = element(
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
    this.#listen();
  }

  /** Puts a text into the box, ready to be sent. @param {string} text */
  draft(text) {
    this.box.value = text;
    this.box.lang = scriptLanguageOf(text);
    this.box.focus();
    this.#countSoon();
  }

  focus() {
    this.box.focus();
  }

  /** Sends its digit at once. @param {string} digit @param {string} letters */
  #quickKey(digit, letters) {
    const key = element(
      'button',
      { class: 'key', type: 'button', 'aria-label': `Press ${digit}`, title: `Text ${digit}` },
      digit,
      element('small', { 'aria-hidden': 'true' }, letters),
    );
    key.addEventListener('click', () => void this.#send(digit));
    return key;
  }

  #listen() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sendDraft();
    });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.#sendDraft();
    });
    this.box.addEventListener('input', () => {
      this.box.lang = scriptLanguageOf(this.box.value);
      this.#countSoon();
    });
  }

  async #sendDraft() {
    const text = this.box.value.trim();
    if (text === '') {
      this.box.focus();
      return;
    }
    this.box.value = '';
    this.#countSoon();
    if (!(await this.#send(text)) && this.box.value === '') this.draft(text);
  }

  /** @param {string} text */
  async #send(text) {
    try {
      const { taken } = await post('messages', { phone: this.number, text });
      if (!taken) complain('The hotline did not take that text. The carrier tried twice.');
      return true;
    } catch (error) {
      complain(error instanceof Error ? error.message : 'That did not work.');
      return false;
    }
  }

  /** The server counts, by the hotline's own rule. The latest count is shown. */
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
