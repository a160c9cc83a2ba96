import type { PhoneNumber } from './phone-number.ts';

/**
 * Ten digits in India that belong to no subscriber: 140 and 1600 (companies that call), 1800 and 1803 (toll-free), 1860
 * to 1862 (shared cost, premium) and 1900 (premium).
 */
const serviceNumber = /^\+91(?:140|160[01]|180[03]|186[0-2]|190[01])/;

/**
 * True for a number behind which a person lives: a mobile or a fixed line. Never a short, toll-free, shared-cost or
 * premium number of India. Of other countries only the length is checked.
 */
export const isSubscriberNumber = (phone: PhoneNumber): boolean =>
  phone.startsWith('+91')
    ? /^\+91[1-9]\d{9}$/.test(phone) && !serviceNumber.test(phone)
    : /^\+\d{9,15}$/.test(phone);
