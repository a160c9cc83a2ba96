import type { Token } from './normalize.ts';

/** Signs that say no, or doubt: a text with one of them is more than its words. */
const meaningful = new Set([...'❌❎✖🚫⛔👎🙅🛑🤔🤷🧐🤨😕🤞']);
const isPicture = /^[\p{Extended_Pictographic}\p{RI}♥♡☺☹★☆✓✔]$/u;

/** True for an emoji or another picture sign that changes no meaning: "1 ❤️", "DONE ✅", "🆘 BLOOD". */
export const isDecoration = ({ kind, text }: Token): boolean =>
  kind === 'mark' && isPicture.test(text) && !meaningful.has(text);

/** True for a sign that says no or doubt: words beside it are not certain. */
export const isDoubtfulSign = ({ text }: Token): boolean => meaningful.has(text);
