// @ts-check
import { element } from './dom.js';
import { several } from './words.js';

/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

/** The number of phones that are named. */
const named = 3;

/**
 * Lists the ringing phones, visible at every scroll position.
 * @param {HTMLElement} place
 * @param {PhoneOwner[]} owners
 * @param {(number: string) => void} go
 */
export const showRinging = (place, owners, go) => {
  const numbers = owners.map(({ phone }) => phone).join(' ');
  // An unchanged list is not announced again and keeps the focus.
  if (place.dataset['numbers'] === numbers) return;
  place.dataset['numbers'] = numbers;
  const lines = owners.slice(0, named).map(({ phone, name }) => {
    const button = element('button', { type: 'button' }, `${name}'s phone is ringing`);
    button.addEventListener('click', () => go(phone));
    return element('li', {}, button);
  });
  const more = owners.length - named;
  if (more > 0) lines.push(element('li', {}, `and ${several(more, 'more phone')}`));
  place.replaceChildren(...lines);
};
