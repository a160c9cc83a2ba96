// @ts-check
import { complain, element } from './dom.js';
import { keyOfEvent, keypad } from './keypad.js';
import { Loudspeaker } from './loudspeaker.js';
import { saidLines } from './said-lines.js';
import { post } from './server.js';
import { isHeard, isOver, isRinging, scriptLanguageOf, spaced, standingOf } from './words.js';

/** @typedef {import('../../simulator/calls/sim-call.ts').SimCall} SimCall */
/** @typedef {import('../phone-owner.ts').PhoneOwner['role']} Role */

/** @param {string} name @param {string} words @param {Record<string, string>} [more] */
const button = (name, words, more = {}) =>
  element('button', { class: `key ${name}`, type: 'button', ...more }, words);

let panelsMade = 0;

/** A phone in a call: the other end, what is said, the keys. */
export class CallPanel {
  /** @type {SimCall | undefined} */
  call = undefined;
  /** Sends keys and words one after another, in their order. */
  sending = Promise.resolve();

  number = element('p', { class: 'line-number' });
  standing = element('p', { class: 'line-standing', 'aria-live': 'polite' });
  pressed = element('p', { class: 'pressed', 'aria-hidden': 'true' });
  said = element('ol', {
    class: 'said',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'What is said',
    tabindex: '0',
  });
  words = element('input', { autocomplete: 'off', placeholder: 'say …', maxlength: '500' });
  answerButton = button('answer', 'Answer');
  declineButton = button('decline', 'Decline');
  hangUpButton = button('decline', 'Hang up');
  aloud = button('aloud', 'Loudspeaker', { 'aria-pressed': 'false' });
  loudspeaker = new Loudspeaker((on) => this.aloud.setAttribute('aria-pressed', String(on)));

  /** @param {string} name the owner's */
  constructor(name) {
    const id = `say-${++panelsMade}`;
    this.words.id = id;
    this.saying = element(
      'form',
      { class: 'saying' },
      element('label', { class: 'unseen', for: id }, 'Say'),
      this.words,
      element('button', { type: 'submit', 'aria-label': 'Say it' }, 'Say'),
    );
    this.answering = element('div', { class: 'answering' }, this.answerButton, this.declineButton);
    this.keys = element(
      'div',
      { class: 'call-keys' },
      keypad((key) => this.#press(key)),
      element('div', { class: 'call-row' }, this.aloud, this.hangUpButton),
    );
    this.aloud.hidden = !Loudspeaker.isThere;
    this.element = element(
      'div',
      { class: 'call', role: 'group', 'aria-label': `Call on ${name}'s phone`, tabindex: '-1' },
      element(
        'div',
        { class: 'call-screen' },
        element('p', { class: 'line-name' }, 'Mitra Hotline'),
        this.number,
        this.standing,
        this.said,
        this.pressed,
        this.saying,
        this.answering,
      ),
      this.keys,
    );
    this.element.hidden = true;
    this.#listen();
  }

  #listen() {
    this.answerButton.addEventListener('click', () => this.#act('answer'));
    this.declineButton.addEventListener('click', () => this.#act('decline'));
    this.hangUpButton.addEventListener('click', () => this.#act('hangup'));
    this.aloud.addEventListener('click', () => this.#toggleAloud());
    this.saying.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.words.value.trim();
      this.words.value = '';
      if (words !== '') this.#send('words', { words });
      else this.words.focus();
    });
    this.words.addEventListener('input', () => {
      this.words.lang = scriptLanguageOf(this.words.value);
    });
    this.element.addEventListener('keydown', (event) => {
      const key = keyOfEvent(event);
      if (key === undefined || event.target === this.words || this.keys.hidden) return;
      event.preventDefault();
      this.#press(key);
    });
  }

  /** Shows the current state of a live call. @param {SimCall} call @param {Role} other the other person's */
  show(call, other) {
    const before = this.call?.sid === call.sid ? this.call : undefined;
    this.call = call;
    const rings = isRinging(call);
    this.number.textContent = spaced(call.to);
    this.standing.textContent = standingOf(call, other);
    this.answering.hidden = !rings;
    this.keys.hidden = rings;
    this.said.hidden = rings;
    this.saying.hidden = !isHeard(call);
    this.element.hidden = false;
    this.#addSaid(call, before);
  }

  /** Adds what is new since `before`. @param {SimCall} call @param {SimCall | undefined} before */
  #addSaid(call, before) {
    const heard = call.heard.slice(before?.heard.length ?? 0);
    const talk = call.talk.slice(before?.talk.length ?? 0);
    this.said.append(...saidLines({ heard, talk }));
    for (const { text, language } of heard) this.loudspeaker.say(text, language);
    for (const { own, text } of talk) if (!own) this.loudspeaker.say(text, 'und');
    if (heard.length + talk.length === 0) return;
    this.pressed.textContent = '';
    this.toEnd();
  }

  /** Scrolls to the start of the newest line. */
  toEnd() {
    const newest = this.said.lastElementChild;
    if (!(newest instanceof HTMLElement)) return;
    this.said.scrollTop = newest.offsetTop - this.said.offsetTop;
  }

  /** The call is over. */
  end() {
    this.loudspeaker.turnOff();
    this.call = undefined;
    this.element.hidden = true;
    this.words.value = '';
    this.pressed.textContent = '';
    this.said.replaceChildren();
  }

  /** Focuses what a person uses next: Answer, or the panel for keys of the keyboard. */
  focus() {
    const next = this.answering.hidden ? this.element : this.answerButton;
    next.focus({ preventScroll: true });
  }

  #toggleAloud() {
    if (this.loudspeaker.isOn) {
      this.loudspeaker.turnOff();
      return;
    }
    this.loudspeaker.turnOn();
    const newest = this.call?.heard.at(-1);
    if (newest) this.loudspeaker.say(newest.text, newest.language);
  }

  /** @param {string} key */
  #press(key) {
    this.loudspeaker.hush();
    this.pressed.textContent += key;
    this.#send('keys', { keys: key });
  }

  /** @param {'keys' | 'words'} what @param {unknown} body */
  #send(what, body) {
    const sid = this.call?.sid;
    this.sending = this.sending.then(async () => {
      // Input for a call that has ended is dropped.
      if (sid !== undefined && sid === this.call?.sid) await attempt(`calls/${sid}/${what}`, body);
    });
  }

  /** At once, without waiting for keys on their way. @param {'answer' | 'decline' | 'hangup'} what */
  #act(what) {
    this.loudspeaker.hush();
    if (this.call && !isOver(this.call)) void attempt(`calls/${this.call.sid}/${what}`, {});
  }
}

/** @param {string} path @param {unknown} body */
const attempt = async (path, body) => {
  try {
    await post(path, body);
  } catch (error) {
    complain(error instanceof Error ? error.message : 'That did not work.');
  }
};
