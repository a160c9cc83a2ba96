import { isOfCountries, type PhoneNumber } from '#shared/terms/phone-number.ts';
import { isSubscriberNumber } from '#shared/terms/subscriber-number.ts';
import type { Services } from '../ports/services.ts';

/** True for a number that the hotline may ring: a subscriber of our countries, never a number of its own. */
export const isCallable = (services: Services, phone: PhoneNumber): boolean =>
  isOfCountries(phone, services.config.countries) &&
  isSubscriberNumber(phone) &&
  !isOwnNumber(services, phone);

/** True for a number of the hotline itself. A text or a call from one would answer itself. */
export const isOwnNumber = (
  { hotlineNumber, otherNumbers = [] }: Services,
  phone: PhoneNumber,
): boolean => phone === hotlineNumber || otherNumbers.includes(phone);
