import { isOfCountries, type PhoneNumber } from '#shared/terms/phone-number.ts';
import { isSubscriberNumber } from '#shared/terms/subscriber-number.ts';
import type { Services } from '../ports/services.ts';

/** True for a number that the hotline may ring: a subscriber of our countries, never a number of its own. */
export const isCallable = (
  { config, hotlineNumber, otherNumbers = [] }: Services,
  phone: PhoneNumber,
): boolean =>
  isOfCountries(phone, config.countries) &&
  isSubscriberNumber(phone) &&
  phone !== hotlineNumber &&
  !otherNumbers.includes(phone);
