import type { PhoneNumber } from '../terms/phone-number.ts';
import type { Policy } from '../terms/policy.ts';
import { after, days, type EpochMs } from '../terms/time.ts';
import { dialogueOf } from './pending-question.ts';
import type { Person } from './person.ts';

/** True for a phone without any request, registration or role. Only such phones share a rate limit. */
export const isUnknownPhone = (person: Person): boolean =>
  !person.donor &&
  !person.volunteer &&
  !person.trusted &&
  person.requests.length === 0 &&
  person.alerts.length === 0 &&
  dialogueOf(person) === undefined;

/** True for a phone that the operator has blocked: it is not answered, and nothing is sent to it. */
export const isBlocked = ({ blockedAt }: Person): boolean => blockedAt !== undefined;

/** Sets when a person without role, request, STOP or wish to be left alone is erased; clears the date for any other person. */
export const withExpiry = (person: Person, now: EpochMs, { retention }: Policy): Person => {
  const { forgetAt: _, ...rest } = person;
  const { donor, volunteer, trusted, optedOut, leftAlone, blockedAt, requests } = person;
  const isWished = optedOut || leftAlone || blockedAt !== undefined;
  const isNeeded = donor || volunteer || trusted || isWished || requests.length > 0;
  return isNeeded ? rest : { ...rest, forgetAt: after(now, days(retention.strangerDays)) };
};

/** The beginning that a number shares with its range: the country and so many digits, +9194150. */
export const rangeOf = (
  phone: PhoneNumber,
  { countries, digits }: { countries: readonly string[]; digits: number },
): string => {
  const country = countries.find((beginning) => phone.startsWith(beginning)) ?? '+';
  return phone.slice(0, country.length + digits);
};
