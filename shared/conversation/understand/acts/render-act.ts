import type { RequestDraft } from '../../../people/drafts.ts';
import type { Gazetteer } from '../../../places/gazetteer.ts';
import { after, type EpochMs, toCalendar } from '../../../terms/time.ts';
import { parseClockTime, repeatedNeeds } from '../../parse/parse-clock-time.ts';
import { saysUrgent, urgentWithin } from '../../parse/parse-needed-by.ts';
import { spanAt } from '../../parse/written-dates.ts';
import { parseLaterTime, parseOwnTime } from '../../replies/parse-own-time.ts';
import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import { type Token, withPlainDigits } from '../../text/normalize.ts';
import { mentions } from '../../text/vocabulary.ts';
import { urgencyWords } from '../../words/time-words.ts';
import type { ReadingContext } from '../situation.ts';
import type { Act } from './act.ts';

/** An act in the form of docs/contract.md, "hotline understand". */
export type RenderedAct = { act: Act['act'] } & Record<string, unknown>;

const withoutAbsent = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );

const two = (n: number): string => String(n).padStart(2, '0');

/** In Indian time: 2026-11-30T18:00:00+05:30. */
const renderIso = (at: EpochMs | undefined): string | undefined => {
  if (at === undefined) return undefined;
  const { year, month, day, hour, minute } = toCalendar(at);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00+05:30`;
};

type Said = ReadingContext & { text: string };

const isTownName = (word: string, name: string, { find }: Gazetteer): boolean =>
  find(word).town?.value.name === name;

/** The hospital with the town that the text names, "District Hospital, Gonda"; a town that only a PIN gives is not said. */
const renderPlace = (
  { hospital, place }: RequestDraft,
  { text, gazetteer }: Said,
): string | undefined => {
  const first = gazetteer.find(text).town;
  // "Jaunpur... sorry, Ghazipur": the second town counts.
  const second = first && gazetteer.find(text.slice(first.end)).town;
  // "Basti" is also a settlement: in a sentence it counts only where the place has that name.
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isTownSaid =
    [first, second].some((town) => town && town.value.name === place?.name) ||
    (place !== undefined && words.some((word) => isTownName(word, place.name, gazetteer)));
  const town = isTownSaid ? place?.name : undefined;
  if (hospital === undefined) return town;
  return town === undefined || hospital.includes(town) ? hospital : `${hospital}, ${town}`;
};

/** "Bypass on the 17th", "every 20 days, this time on the 14th". */
const saysPlanned = (tokens: readonly Token[]): boolean =>
  mentions(tokens, urgencyWords.planned) || repeatedNeeds(tokens).length > 0;

/** The urgency that a text says; one that the calendar alone gives is not said. */
const renderUrgency = ({ urgency }: RequestDraft, tokens: readonly Token[]) =>
  saysUrgent(tokens) || urgency === 'critical' || (urgency === 'planned' && saysPlanned(tokens))
    ? urgency
    : undefined;

/** Only what the text says: no PIN of the hospital's own, no time or urgency that the calendar alone gives. */
const renderDetails = (draft: RequestDraft, said: Said): Record<string, unknown> => {
  const { text, now } = said;
  const tokens = tokenizeWithoutPhones(text);
  const isUrgent = saysUrgent(tokens);
  const isTimeSaid = !isUrgent || draft.neededBy !== after(now, urgentWithin);
  const pin = draft.place?.pin;
  const isPinSaid = pin !== undefined && withPlainDigits(text).replaceAll(' ', '').includes(pin);
  return withoutAbsent({
    group: draft.group,
    component: draft.component,
    units: draft.units,
    place: renderPlace(draft, said),
    pin: isPinSaid ? pin : undefined,
    neededBy: isTimeSaid ? renderIso(draft.neededBy) : undefined,
    urgency: renderUrgency(draft, tokens),
    patient: draft.patient,
    attendant: draft.attendant,
    phone: draft.contact,
    exchange: draft.exchange,
  });
};

/** "Later" and "in the evening" name neither an hour nor a day. */
const saysTime = ({ text, now }: Said): boolean => {
  const tokens = tokenizeWithoutPhones(text);
  const { clock, ahead = 0, day } = parseClockTime(tokens, now);
  return (
    clock !== undefined ||
    ahead > 0 ||
    day !== undefined ||
    tokens.some((_, i) => ['hour', 'minute'].includes(spanAt(tokens, i)?.unit ?? '')) ||
    parseOwnTime(text, now) !== undefined ||
    parseLaterTime(text, now) !== undefined
  );
};

/** The act, and one more for each other need of the same text. */
export const renderActs = (act: Act, said: Said): RenderedAct[] => {
  const also = act.act === 'request' ? (act.draft.also ?? []) : [];
  return [act, ...also.map((draft): Act => ({ act: 'request', draft }))].map((one) =>
    renderAct(one, said),
  );
};

/** Absent details stay absent. Times are ISO, in Indian time. */
export const renderAct = (act: Act, said: Said): RenderedAct => {
  switch (act.act) {
    case 'request':
      return { act: act.act, ...renderDetails(act.draft, said) };
    case 'correct':
      return { act: act.act, ...renderDetails(act.changes, said) };
    case 'later':
      return {
        act: act.act,
        ...withoutAbsent({ time: saysTime(said) ? renderIso(act.time) : '' }),
      };
    case 'more':
      return { act: act.act, ...withoutAbsent({ units: act.units }) };
    case 'refused':
      return { act: act.act, ...withoutAbsent({ reason: act.reason }) };
    case 'ask':
      return { act: act.act, about: act.about };
    default:
      return { act: act.act };
  }
};
