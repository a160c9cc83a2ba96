import type { Person } from '#shared/people/person.ts';
import type { Zone } from '#shared/places/hospital.ts';
import type { Request } from '#shared/request/request.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { days, type EpochMs, hours, minutes } from '#shared/terms/time.ts';
import { maySeeRequest } from '../../use-cases/console/decide-as-read.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import type { MemberVisit } from '../frame/visit.ts';
import { type ConsoleWords, consoleWords } from './words/console-words.ts';

/** The words of the console in the language of the page. */
export const wordsFor = ({ language }: Pick<MemberVisit, 'language'>): ConsoleWords =>
  consoleWords[language];

export const isCoordinatorVisit = ({ person }: MemberVisit): boolean =>
  person.volunteer?.role === 'coordinator';

/** True while the page may show a number whole: to the volunteer who calls the family, and to coordinators. */
export const maySeeNumbers = (person: Person, request: Request): boolean =>
  maySeeRequest(person, request) &&
  person.volunteer?.onDuty === true &&
  (person.volunteer.role === 'coordinator' ||
    request.phase.type === 'verifying' ||
    request.verifiedBy === person.phone);

/** "12 min", "5 h", "3 days": whole units, rounded down. */
export const renderSpan = (words: ConsoleWords, ms: number): string => {
  if (ms < hours(1)) return words.ago.minutes(Math.max(0, Math.floor(ms / minutes(1))));
  return ms < days(2)
    ? words.ago.hours(Math.floor(ms / hours(1)))
    : words.ago.days(Math.floor(ms / days(1)));
};

/** `asap`: as soon as can be, so no time is said. */
export const renderTime = (
  { phrases, now }: MemberVisit,
  at: EpochMs | undefined,
  asap?: boolean,
): string => {
  if (at === undefined) return '';
  return asap ? phrases.by(at, asap) : phrases.time(at, now);
};

export const renderPlace = (
  { phrases, site, now }: MemberVisit,
  { hospital, place }: Pick<Request, 'hospital' | 'place'>,
): string => phrases.where({ hospital, place: place.name }, messageContext(site.services, now));

export const zoneName = ({ site, language }: MemberVisit, zone: string): string =>
  site.services.gazetteer.zones.find(({ id }) => id === zone)?.names[language] ?? zone;

/** A number that cannot be called; '–' for a person who was erased. */
export const maskedPhone = (phone: string | undefined): string =>
  phone === undefined ? '–' : maskPhoneNumber(phone);

/** The zones this volunteer looks after: the own one, or all for a coordinator. */
export const zonesOf = (visit: MemberVisit): readonly Zone[] =>
  visit.site.services.gazetteer.zones.filter(
    ({ id }) => isCoordinatorVisit(visit) || id === visit.person.volunteer?.zone,
  );
