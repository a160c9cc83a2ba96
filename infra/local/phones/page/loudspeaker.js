// @ts-check
import { scriptLanguageOf } from './words.js';

/** @type {Loudspeaker | undefined} the one phone that is on */
let active;

/** The browser's speech synthesis. Off until turned on; only one phone is on at a time. */
export class Loudspeaker {
  /** True when this browser has speech synthesis. */
  static isThere = 'speechSynthesis' in window;

  /** @param {(on: boolean) => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
  }

  get isOn() {
    return active === this;
  }

  turnOn() {
    active?.turnOff();
    active = this;
    this.onChange(true);
  }

  turnOff() {
    if (!this.isOn) return;
    this.hush();
    active = undefined;
    this.onChange(false);
  }

  /** Queues the text. @param {string} text @param {string} language BCP 47; 'und': unknown */
  say(text, language) {
    if (!this.isOn || !Loudspeaker.isThere) return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = language === 'und' ? `${scriptLanguageOf(text)}-IN` : language;
    speechSynthesis.speak(speech);
  }

  /** Drops what is being said and what is queued. */
  hush() {
    if (this.isOn && Loudspeaker.isThere) speechSynthesis.cancel();
  }
}
