import {
  after,
  days,
  type EpochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '../../terms/time.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore, vocabulary } from '../text/vocabulary.ts';
import { smallNumber } from '../words/number-words.ts';
import { type CalendarDay, completeDate, dateAt, spanAt, weekdayAt } from './written-dates.ts';

/* The words of a time to come. What moment they mean is parse-time.ts's to say. */

/** Dates further away than this in a request are something else (admission, birth). */
const farthest = days(90);
/** "Morning", and a day of which no hour is said. */
export const morningHour = 9;

const todayWords = vocabulary('today, aaj, aj, aaaj, आज, tonight, tonite', true);
const tomorrowWords = vocabulary(
  'tomorrow, tomorow, tommorow, tommorrow, tomorrw, tmrw, tmr, tmrow, tomo, kal, kl, कल',
  true,
);
const dayAfterWords = vocabulary('day after tomorrow, parso, parson, parsu, परसों, परसो', true);
/** "kal se bharti hai", "kal raat accident hua": yesterday. */
const since = vocabulary('se, से, raat se, subah se, रात से', true);
const past = vocabulary(
  'hua, hui, hue, tha, thi, hue the, gaya, gya, gayi, gyi, kiya, huwa, mila, हुआ, हुई, हुए, था, थी, थे, गया, गई, गयी, admit hua',
  true,
);
const greeting = vocabulary('good, gud, shubh, gd, very good, शुभ, गुड', true);

export type DayPart = 'morning' | 'noon' | 'evening' | 'night';
/** When each part of the day is meant, hour of the clock. */
const parts: readonly (readonly [DayPart, number, ReturnType<typeof vocabulary>])[] = [
  [
    'morning',
    morningHour,
    vocabulary(
      'morning, mrng, mng, subah, subha, subeh, savere, sawere, saver, सुबह, सवेरे, प्रातः, early morning',
      true,
    ),
  ],
  ['noon', 13, vocabulary('noon, afternoon, dopahar, dopehar, dophar, dupahar, दोपहर', true)],
  [
    'evening',
    18,
    vocabulary('evening, evng, eve, shaam, sham, sam, shyam ko, saam, शाम, सायं', true),
  ],
  [
    'night',
    21,
    vocabulary('night, raat, rat, rat ko, ratri, रात, tonight, tonite, midnight', true),
  ],
];
const oclock = vocabulary(
  "baje, bje, bajy, baj, bajey, baje tak, o'clock, oclock, बजे, बजें, बजेतक",
  true,
);
const halves: readonly (readonly [number, ReturnType<typeof vocabulary>])[] = [
  [30, vocabulary('saade, sade, sadhe, साढ़े, साढे', true)],
  [15, vocabulary('sava, sawa, सवा', true)],
  [-15, vocabulary('paune, pone, पौने', true)],
];
const within = vocabulary(
  'in, within, in next, next, agle, withing, with in, अगले, after, in the next, need in',
  true,
);
const withinAfter = vocabulary(
  'me, mein, main, m, mai, tak, ke andar, k andar, andar, ke bheetar, baad, bad, later, ke baad, k bad, में, तक, के अंदर, अंदर, के भीतर, बाद, के बाद, मे, max, maximum, time',
  true,
);

export type TimeOfDay = { hour: number; minute: number; half?: 'am' | 'pm'; length: number };

const halfAt = (
  tokens: readonly Token[],
  i: number,
): { half: 'am' | 'pm'; length: number } | undefined => {
  const text = tokens[i]?.text;
  if (text === 'am' || text === 'pm') return { half: text, length: 1 };
  const isDotted =
    (text === 'a' || text === 'p') && tokens[i + 1]?.text === '.' && tokens[i + 2]?.text === 'm';
  return isDotted
    ? { half: text === 'a' ? 'am' : 'pm', length: tokens[i + 3]?.text === '.' ? 4 : 3 }
    : undefined;
};

/** "6 baje", "6:30", "5 pm", "6.30 बजे", "साढ़े छह बजे", "18:00". A bare number is no time. */
const clockAt = (tokens: readonly Token[], i: number): TimeOfDay | undefined => {
  const shift = halves.find(([, words]) => words.at(tokens, i) > 0)?.[0];
  const at = shift === undefined ? i : i + 1;
  const hour = smallNumber(tokens[at]) ?? 99;
  if (hour > 24 || (tokens[at]?.kind === 'number' && (tokens[at]?.text.length ?? 9) > 2))
    return undefined;
  const mark = tokens[at + 1];
  const second = tokens[at + 2];
  const hasMinutes =
    (mark?.text === ':' || mark?.text === '.') &&
    mark.glued &&
    second?.glued &&
    second.kind === 'number' &&
    second.text.length === 2 &&
    Number(second.text) < 60;
  const next = hasMinutes ? at + 3 : at + 1;
  const half = halfAt(tokens, next);
  const word = half ? 0 : oclock.at(tokens, next);
  if (!half && word === 0 && !(hasMinutes && mark?.text === ':')) return undefined;
  if (half && (hour > 12 || tokens[at]?.kind === 'word')) return undefined;
  const total = hour * 60 + (hasMinutes ? Number(second?.text) : 0) + (shift ?? 0);
  const length = next + (half?.length ?? word) - i;
  const time = { hour: Math.floor(total / 60), minute: ((total % 60) + 60) % 60, length };
  return half ? { ...time, half: half.half } : time;
};

export type ParsedClockTime = {
  day?: CalendarDay;
  /** Days from today, when said in words. */
  ahead?: number;
  clock?: TimeOfDay;
  part?: DayPart;
  at?: EpochMs;
};

const isPast = (tokens: readonly Token[], i: number): boolean => {
  if (since.at(tokens, i) > 0) return true;
  for (let n = i; n < i + 5; n++) {
    if (!tokens[n] || tokens[n]?.kind === 'mark') return false;
    if (past.at(tokens, n) > 0) return true;
  }
  return false;
};

const numbered = vocabulary(
  'ward, bed, room, no, number, flat, house, वार्ड, बेड, नं, dob, born, admitted, admitted on',
  true,
);

type Statement = ParsedClockTime & { length: number };
type At = { tokens: readonly Token[]; i: number; now: EpochMs };

const spanLength = {
  minute: minutes(1),
  hour: hours(1),
  day: days(1),
  week: days(7),
  month: days(30),
  year: days(365),
} as const;

/** "in 2 hours", "2 ghante me"; "2 din se" and "45 yrs" are read over. */
const hearSpan = ({ tokens, i, now }: At): Statement | undefined => {
  const span = spanAt(tokens, i);
  if (!span) return undefined;
  const { unit, count, length } = span;
  const isAhead = endsBefore(tokens, i, within) || withinAfter.at(tokens, i + length) > 0;
  const isNear = unit !== 'month' && unit !== 'year' && count < 100;
  return { ...(isAhead && isNear ? { at: after(now, count * spanLength[unit]) } : {}), length };
};

const hearDate = ({ tokens, i, now }: At): Statement | undefined => {
  const written = dateAt(tokens, i);
  if (!written) return undefined;
  const day = completeDate(written, now, 'next');
  const isNear = day !== undefined && fromCalendar(day) - now < farthest;
  const isOurs = isNear && !endsBefore(tokens, i, numbered);
  return { ...(isOurs ? { day } : {}), length: written.length };
};

const hearClock = ({ tokens, i }: At): Statement | undefined => {
  const clock = clockAt(tokens, i);
  return clock && { clock, length: clock.length };
};

/** "kal", "parso": days ahead, unless something happened on them. */
const hearDayWord = ({ tokens, i }: At): Statement | undefined => {
  const dayAfter = dayAfterWords.at(tokens, i);
  const length = dayAfter || tomorrowWords.at(tokens, i);
  if (length === 0) return undefined;
  return { ...(isPast(tokens, i + length) ? {} : { ahead: dayAfter > 0 ? 2 : 1 }), length };
};

const hearPart = ({ tokens, i }: At): Statement | undefined => {
  const part = parts.find(([, , words]) => words.at(tokens, i) > 0);
  if (!part) return undefined;
  const length = part[2].at(tokens, i);
  if (endsBefore(tokens, i, greeting) || isPast(tokens, i + length)) return { length };
  return { part: part[0], ...(todayWords.at(tokens, i) > 0 ? { ahead: 0 } : {}), length };
};

const hearToday = ({ tokens, i }: At): Statement | undefined => {
  const length = todayWords.at(tokens, i);
  if (length === 0) return undefined;
  return { ...(since.at(tokens, i + length) > 0 ? {} : { ahead: 0 }), length };
};

const hearWeekday = ({ tokens, i, now }: At): Statement | undefined => {
  const named = weekdayAt(tokens, i);
  const { weekday } = toCalendar(now);
  return named && { ahead: (named.weekday - weekday + 7) % 7 || 7, length: named.length };
};

const kinds = [hearSpan, hearDate, hearClock, hearDayWord, hearPart, hearToday, hearWeekday];
const hearAt = (at: At): Statement | undefined => {
  for (const hearKind of kinds) {
    const heard = hearKind(at);
    if (heard) return heard;
  }
  return undefined;
};

/** Everything a text says of a time to come; the first statement of each kind counts. */
export const parseClockTime = (tokens: readonly Token[], now: EpochMs): ParsedClockTime => {
  let all: ParsedClockTime = {};
  for (let i = 0; i < tokens.length; i++) {
    const here = hearAt({ tokens, i, now });
    if (!here) continue;
    const { length, ...said } = here;
    all = { ...said, ...all };
    i += Math.max(1, length) - 1;
  }
  return all;
};

/** The hour a part of the day stands for when none is said. */
export const partHour = (part: DayPart): number =>
  parts.find(([name]) => name === part)?.[1] ?? morningHour;
