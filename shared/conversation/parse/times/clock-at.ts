import type { Token } from '../../text/normalize.ts';
import { parseSmallNumber } from '../../text/parse-small-number.ts';
import { endsBefore } from '../../text/vocabulary.ts';
import {
  dayPartWords,
  hourPartWords,
  spanWords,
  timeWords as words,
} from '../../words/time-words.ts';
import { isMilitary } from '../written-dates.ts';

/** The hour of "morning", and of a day without an hour. */
export const morningHour = 9;

export type DayPart = keyof typeof dayPartWords;
/** The hour of each part of the day, when no hour is given. */
export const dayParts: readonly (readonly [DayPart, number])[] = [
  ['morning', morningHour],
  ['noon', 13],
  ['evening', 18],
  ['night', 21],
];
/** Minutes that a word before the hour adds. "Half past six" names an hour without "o'clock". */
const hourParts: readonly (readonly [keyof typeof hourPartWords, number, 'alone'?])[] = [
  ['halfPast', 30],
  ['quarterPast', 15],
  ['quarterTo', -15],
  ['halfPastEnglish', 30, 'alone'],
  ['quarterPastEnglish', 15, 'alone'],
  ['quarterToEnglish', -15, 'alone'],
];

/** "Dhai baje": half past two, in a word of its own. */
const halfHours: readonly (readonly [keyof typeof hourPartWords, number])[] = [
  ['halfPastOne', 1],
  ['halfPastTwo', 2],
];

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

/** "7.30 in the morning". */
const isDayPart = (tokens: readonly Token[], i: number): boolean =>
  [i, i + 1, i + 2].some((at) =>
    Object.values(dayPartWords).some((part) => part.at(tokens, at) > 0),
  );

/** "1100 hrs", "2030 hours", as those in uniform write it. */
const militaryAt = (tokens: readonly Token[], i: number): TimeOfDay | undefined => {
  const word = spanWords.hour.at(tokens, i + 1);
  if (word === 0 || !isMilitary(tokens[i])) return undefined;
  const [hour, minute] = [tokens[i]?.text.slice(0, 2), tokens[i]?.text.slice(2)].map(Number);
  return { hour: hour ?? 0, minute: minute ?? 0, length: 1 + word };
};

/** "6 baje", "6:30", "5 pm", "6.30 बजे", "साढ़े छह बजे", "18:00", "1800 hrs". A bare number is no time. */
export const clockAt = (tokens: readonly Token[], i: number): TimeOfDay | undefined => {
  const military = militaryAt(tokens, i);
  if (military) return military;
  const halfHour = halfHours.find(([word]) => hourPartWords[word].at(tokens, i) > 0);
  if (halfHour) {
    const word = words.oclock.at(tokens, i + 1);
    return word > 0 ? { hour: halfHour[1], minute: 30, length: 1 + word } : undefined;
  }
  const part = hourParts.find(([name]) => hourPartWords[name].at(tokens, i) > 0);
  const [name, shift = 0, alone] = part ?? [];
  const at = name === undefined ? i : i + hourPartWords[name].at(tokens, i);
  const hour = parseSmallNumber(tokens[at]) ?? 99;
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
  const word = half ? 0 : words.oclock.at(tokens, next);
  const isTold =
    hasMinutes &&
    (mark?.text === ':' || words.beforeHour.at(tokens, i - 1) > 0 || isDayPart(tokens, next));
  const isOfPart =
    name !== undefined && dayParts.some(([p]) => endsBefore(tokens, i, dayPartWords[p]));
  if (!half && word === 0 && !isTold && !alone && !isOfPart) return undefined;
  if (half && (hour > 12 || tokens[at]?.kind === 'word')) return undefined;
  const total = hour * 60 + (hasMinutes ? Number(second?.text) : 0) + shift;
  const length = next + (half?.length ?? word) - i;
  const time = { hour: Math.floor(total / 60), minute: ((total % 60) + 60) % 60, length };
  return half ? { ...time, half: half.half } : time;
};

/** The clock of "midnight": the end of the day it is said of. */
export const midnight = { hour: 24, minute: 0 } as const;

/** A number that cannot be an hour: it counts units, people or a patient's blood. */
const isCount = (tokens: readonly Token[], i: number): boolean =>
  endsBefore(tokens, i, words.measure) ||
  (words.beforeHour.at(tokens, i - 1) > 0 && endsBefore(tokens, i - 1, words.measure)) ||
  words.counted.at(tokens, i + 1) > 0 ||
  (tokens[i + 1]?.kind === 'mark' &&
    tokens[i + 1]?.glued === true &&
    tokens[i + 2]?.kind === 'number') ||
  (tokens[i + 1]?.glued === true && tokens[i + 1]?.kind === 'word');

/** An hour without "baje", where other words make it one: "subah 10", "6 se pehle", "surgery at 10". */
export const plainHourAt = (tokens: readonly Token[], i: number): TimeOfDay | undefined => {
  const token = tokens[i];
  const hour = token?.kind === 'number' && token.text.length <= 2 ? Number(token.text) : 0;
  if (hour < 1 || hour > 12 || isCount(tokens, i)) return undefined;
  const isOfPart = dayParts.some(
    ([name]) =>
      endsBefore(tokens, i, dayPartWords[name]) ||
      (words.beforeHour.at(tokens, i - 1) > 0 && dayPartWords[name].at(tokens, i + 1) > 0),
  );
  const limit = words.hourLimit.at(tokens, i + 1);
  const next = tokens[i + 1];
  const isEnd = next === undefined || next.kind === 'mark' || words.afterHour.at(tokens, i + 1) > 0;
  const isAt = isEnd && words.beforeHour.at(tokens, i - 1) > 0;
  return isOfPart || limit > 0 || isAt ? { hour, minute: 0, length: 1 + limit } : undefined;
};

/** The hour of a part of the day, when no hour is given. */
export const partHour = (part: DayPart): number =>
  dayParts.find(([name]) => name === part)?.[1] ?? morningHour;
