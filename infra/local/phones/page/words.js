// @ts-check

const zone = 'Asia/Kolkata';
const timeFormat = new Intl.DateTimeFormat('en-IN', {
  timeZone: zone,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const dayFormat = new Intl.DateTimeFormat('en-IN', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** @param {number} at "10:05 am" */
export const timeOf = (at) => timeFormat.format(at);
/** @param {number} at "Mon, 23 Nov" */
export const dayOf = (at) => dayFormat.format(at);

/** @param {number} n @param {string} one */
export const several = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** "7:10 pm", and the day when it is another one. @param {number} at @param {number} now */
export const momentOf = (at, now) =>
  dayOf(at) === dayOf(now) ? timeOf(at) : `${timeOf(at)}, ${dayOf(at)}`;

/** For screen readers and fonts. @param {string} text */
export const languageOf = (text) => (/[\u0900-\u097f]/.test(text) ? 'hi' : 'en');

/** +915550000101 as people read it: +91 55500 00101. @param {string} phone */
export const spaced = (phone) => phone.replace(/^(\+91)(\d{5})(\d{5})$/, '$1 $2 $3');
