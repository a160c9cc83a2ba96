import type { Language } from '../terms/language.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Person } from './person.ts';

/** Someone we hear of for the first time; version 0 says that no item exists yet. */
export const newPerson = (phone: PhoneNumber, now: EpochMs, language?: Language): Person => ({
  kind: 'person',
  phone,
  version: 0,
  ...(language && { language }),
  channel: 'sms',
  optedOut: false,
  trusted: false,
  requests: [],
  alerts: [],
  heard: { since: now, count: 0 },
  createdAt: now,
});
