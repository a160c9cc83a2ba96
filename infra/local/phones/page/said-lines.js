// @ts-check
import { element } from './dom.js';
import { scriptLanguageOf } from './words.js';

/** @typedef {import('../../simulator/calls/sim-call.ts').SimCall} SimCall */

/**
 * The lines of a call: the hotline's first, then those of two people who talk.
 * @param {Pick<SimCall, 'heard' | 'talk'>} call
 * @returns {HTMLLIElement[]}
 */
export const saidLines = ({ heard, talk }) => [
  ...heard.map(({ text, language, recording }) => {
    const lang = language === 'und' ? scriptLanguageOf(text) : language;
    const words = element('p', { lang }, text);
    if (!recording) return element('li', { class: 'prompt' }, words);
    return element('li', { class: 'recording' }, unseen('Recording: '), words);
  }),
  ...talk.map(({ own, text }) => {
    const words = element('p', { lang: scriptLanguageOf(text) }, text);
    return element(
      'li',
      { class: own ? 'own' : 'other' },
      unseen(own ? 'You: ' : 'The other: '),
      words,
    );
  }),
];

/** @param {string} words */
const unseen = (words) => element('span', { class: 'unseen' }, words);
