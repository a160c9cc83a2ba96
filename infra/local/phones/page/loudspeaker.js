// @ts-check
import { languageOf } from './words.js';

/** @type {Loudspeaker | undefined} the one phone that is heard */
let heard;

/** The browser's own speech. Off until somebody turns it on; one phone is heard at a time. */
export class Loudspeaker {
  /** Whether this browser can speak. */
  static isThere = 'speechSynthesis' in window;

  /** @param {(on: boolean) => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
  }

  get isOn() {
    return heard === this;
  }

  turnOn() {
    heard?.turnOff();
    heard = this;
    this.onChange(true);
  }

  turnOff() {
    if (!this.isOn) return;
    this.hush();
    heard = undefined;
    this.onChange(false);
  }

  /** After what is being said. @param {string} text @param {string} language BCP 47; 'und': nobody knows */
  say(text, language) {
    if (!this.isOn || !Loudspeaker.isThere) return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = language === 'und' ? `${languageOf(text)}-IN` : language;
    speechSynthesis.speak(speech);
  }

  /** Says nothing more of what it was given. */
  hush() {
    if (this.isOn && Loudspeaker.isThere) speechSynthesis.cancel();
  }
}
