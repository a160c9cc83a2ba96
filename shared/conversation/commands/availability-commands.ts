import { days, type EpochMs, fromCalendar, toCalendar } from '../../terms/time.ts';
import { parseDay } from '../parse/parse-day.ts';
import { completeDate, dateAt, spanAt, weekdayAt } from '../parse/written-dates.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { besideCommandWords, commandWords } from '../words/command-words.ts';
import {
  type CommandParsers,
  type CommandText,
  isCourtesy,
  isShort,
  restAfter,
  wordAlone,
} from './command-text.ts';
import { parseDeferral } from './parse-deferral.ts';
import type { TextCommandOf } from './text-command.ts';

const parseJoin = (text: CommandText): TextCommandOf['join'] | undefined => {
  const length = commandWords.join.at(text.words, 0);
  return length > 0 ? { type: 'join', rest: restAfter(text, length) } : undefined;
};

const daysIn = { minute: 0, hour: 0, day: 1, week: 7, month: 30, year: 365 } as const;

/** Days until a date or a weekday, that day included: "till 31 Dec", "sunday tak". */
const daysUntil = (words: readonly Token[], now: EpochMs): number | undefined => {
  const written = dateAt(words, 0);
  const named = weekdayAt(words, 0);
  if ((written ?? named)?.length !== words.length) return undefined;
  const today = toCalendar(now);
  if (named && !written) return (named.weekday - today.weekday + 7) % 7 || 7;
  const day = written && completeDate(written, now, 'next');
  const midnight = { year: today.year, month: today.month, day: today.day };
  return day && Math.round((fromCalendar(day) - fromCalendar(midnight)) / days(1));
};

/** Days from a span ("2 hafte") or a bare number; undefined when the words are neither. */
const daysOf = (words: readonly Token[]): number | undefined => {
  const span = spanAt(words, 0);
  if (span?.length === words.length) return span.count * daysIn[span.unit];
  return words.length === 1 ? parseSmallNumber(words[0]) : undefined;
};

/** "PAUSE 30", "30 din band", "2 hafte roko", "band 1 mahina", "PAUSE malaria". */
const parsePause = (text: CommandText): TextCommandOf['pause'] | undefined => {
  const { words } = text;
  if (!isShort(text)) return undefined;
  const tokens = words.filter(
    (_, i) => !isCourtesy(words, i) && besideCommandWords.aroundPause.at(words, i) === 0,
  );
  const at = tokens.findIndex((_, i) => commandWords.pause.at(tokens, i) > 0);
  if (at < 0) return undefined;
  const length = commandWords.pause.at(tokens, at);
  const rest = [...tokens.slice(0, at), ...tokens.slice(at + length)];
  if (rest.length === 0) return commandWords.off.at(tokens, 0) > 0 ? undefined : { type: 'pause' };
  const deferral = parseDeferral(rest);
  if (deferral) return { type: 'pause', deferral };
  const wanted = daysOf(rest) ?? daysUntil(rest, text.now);
  if (wanted === undefined)
    // A number, or a date that cannot be: how to say it is told.
    return rest.every((token) => token.kind !== 'word') || dateAt(rest, 0)
      ? { type: 'pause' }
      : undefined;
  return wanted >= 1 && wanted <= 365
    ? { type: 'pause', days: Math.round(wanted) }
    : { type: 'pause' };
};

/** A date as people write it has no more pieces: "12-10-2026", "3 mahine pehle". */
const maxDatePieces = 5;

/** GAVE with a day before or after it. More words than a date needs make it a sentence, and "abhi nahin diya" is no gift. */
const parseGave = (text: CommandText): TextCommandOf['gave'] | undefined => {
  const { words, raw, now } = text;
  if (!isShort(text)) return undefined;
  const { gave } = commandWords;
  const length = gave.at(words, 0);
  const ending = words.findIndex((_, i) => i > 0 && gave.at(words, i) === words.length - i);
  if (length === 0 && ending < 0) return undefined;
  const date = length > 0 ? words.slice(length) : words.slice(0, ending);
  if (date.length > maxDatePieces || mentions(date, guardWords.not)) return undefined;
  const day = parseDay(raw.slice(date[0]?.start ?? raw.length, date.at(-1)?.end), now);
  if (day) return { type: 'gave', day };
  return length > 0 && date.every((token) => token.kind !== 'word') ? { type: 'gave' } : undefined;
};

/** When a person may be asked: as a donor, or as a volunteer on duty. */
export const availabilityCommands: CommandParsers<'join' | 'on' | 'off' | 'pause' | 'gave'> = {
  join: parseJoin,
  on: wordAlone('on'),
  off: wordAlone('off'),
  pause: parsePause,
  gave: parseGave,
};
