import type { CampDraft, CampField } from '../../people/camps/camp-refs.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import {
  dayOf,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  startOfDay,
  toCalendar,
} from '../../terms/time.ts';
import { trimEnd } from '../../terms/trim-end.ts';
import { completeDate, dateAt, weekdayAt } from '../parse/written-dates.ts';
import { tokenize, withPlainDigits } from '../text/normalize.ts';

/* The questions to a coordinator who opens a camp. */

type Context = { gazetteer: Gazetteer; now: EpochMs };
type Asked = Exclude<CampField, 'summary'>;
type Parser = (text: string, draft: CampDraft, context: Context) => CampDraft | undefined;

/** What names the blood centre or the venue, at most so long. */
const longestName = 60;
const named = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longestName);

/** "Police Lines 211001", "SRN hospital". The venue is what was written, without the PIN. */
const parseVenue: Parser = (text, _draft, { gazetteer }) => {
  const pin = withPlainDigits(text).match(/(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)/)?.[0];
  const { hospital, town } = gazetteer.find(text);
  const place = pin
    ? gazetteer.placeOfPin(pin.replace(/\s/, ''))
    : (hospital?.value.place ?? town?.value);
  if (!place) return undefined;
  const venue = trimEnd(named(withPlainDigits(text).replace(pin ?? '', ' ')), /[\s,;-]/);
  return { place, venue: venue || place.name };
};

/** A camp is planned at most so many days ahead. */
const farthestDays = 180;

const parseCampDay: Parser = (text, _draft, { now }) => {
  const tokens = tokenize(text);
  const here = toCalendar(now);
  for (let i = 0; i < tokens.length; i += 1) {
    const written = dateAt(tokens, i);
    const weekday = weekdayAt(tokens, i);
    const day = written
      ? completeDate(written, now, 'next')
      : weekday && { ...here, day: here.day + ((weekday.weekday - here.weekday + 7) % 7 || 7) };
    if (!day) continue;
    const at = fromCalendar({ year: day.year, month: day.month, day: day.day });
    return at > now && at < now + days(farthestDays) ? { day: dayOf(at) } : undefined;
  }
  return undefined;
};

/** "9-14", "9 to 2", "8:30 se 1:30": an end before the beginning is in the afternoon. */
const parseHours: Parser = (text, { day }) => {
  const found = withPlainDigits(text).match(
    /(\d{1,2})(?:[:.](\d{2}))?\D{1,12}?(\d{1,2})(?:[:.](\d{2}))?(?!\d)/,
  );
  if (!found || !day) return undefined;
  const [, h1, m1 = '0', h2, m2 = '0'] = found;
  const at = (hour: number, minute: string): EpochMs =>
    epochMs(startOfDay(day) + hours(hour) + minutes(Number(minute)));
  const from = at(Number(h1), m1);
  const end = at(Number(h2), m2);
  const to = end > from ? end : epochMs(end + hours(12));
  const isDay = Number(h1) >= 5 && Number(h1) < 21 && Number(m1) < 60 && Number(m2) < 60;
  return isDay && to - from >= minutes(30) && to - from <= hours(14) ? { from, to } : undefined;
};

const numberIn = (text: string, most: number): number | undefined => {
  const number = Number(withPlainDigits(text).match(/\d{1,4}/)?.[0]);
  return number >= 1 && number <= most ? number : undefined;
};

const parsers: Record<Asked, Parser> = {
  centre: (text) => (named(text).length < 2 ? undefined : { centre: named(text) }),
  venue: parseVenue,
  day: parseCampDay,
  hours: parseHours,
  teams: (text) => {
    const teams = numberIn(text, 9);
    return teams === undefined ? undefined : { teams };
  },
  units: (text) => {
    const units = numberIn(text, 999);
    return units === undefined ? undefined : { units };
  },
};

/** The draft with the answer to this question; undefined when it was not understood. */
export const addCampAnswer = (
  draft: CampDraft,
  field: Asked,
  text: string,
  context: Context,
): CampDraft | undefined => {
  const answer = parsers[field](text, draft, context);
  return answer && { ...draft, ...answer };
};

/** The first question that the draft leaves open; then the summary. */
export const nextCampField = (draft: CampDraft): CampField => {
  if (!draft.centre) return 'centre';
  if (!draft.place || !draft.venue) return 'venue';
  if (!draft.day) return 'day';
  if (draft.from === undefined || draft.to === undefined) return 'hours';
  if (!draft.teams) return 'teams';
  return draft.units ? 'summary' : 'units';
};

type CompleteDraft = { [F in keyof CampDraft]-?: Exclude<CampDraft[F], undefined> };
const isComplete = (draft: CampDraft): draft is CompleteDraft => nextCampField(draft) === 'summary';
export const completeCamp = (draft: CampDraft): CompleteDraft | undefined =>
  isComplete(draft) ? draft : undefined;
