// @ts-check
import { element } from './dom.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
/** @type {Record<string, string>} */
const spokenKeys = { '*': 'star', '#': 'hash' };

/** Twelve keys. @param {(key: string) => void} press */
export const keypad = (press) => {
  const buttons = keys.map((key) => {
    const button = element(
      'button',
      { class: 'key', type: 'button', 'aria-label': `Key ${spokenKeys[key] ?? key}` },
      key,
    );
    button.addEventListener('click', () => press(key));
    return button;
  });
  return element('div', { class: 'keypad', role: 'group', 'aria-label': 'Keys' }, ...buttons);
};

/** The phone key for a keyboard key; undefined without one. @param {KeyboardEvent} event */
export const keyOfEvent = ({ key, ctrlKey, altKey, metaKey, repeat }) =>
  keys.includes(key) && !ctrlKey && !altKey && !metaKey && !repeat ? key : undefined;
