import { parseDay } from '../parse/parse-day.ts';
import { spanAt } from '../parse/written-dates.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
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
  const days = daysOf(rest);
  if (days === undefined)
    return rest.length === 1 && rest[0]?.kind === 'number' ? { type: 'pause' } : undefined;
  return days >= 1 && days <= 365 ? { type: 'pause', days: Math.round(days) } : { type: 'pause' };
};

/** A date as people write it has no more pieces: "12-10-2026", "3 mahine pehle". */
const maxDatePieces = 5;

/** GAVE with a day before or after it. More words than a date needs make it a sentence. */
const parseGave = (text: CommandText): TextCommandOf['gave'] | undefined => {
  const { words, raw, now } = text;
  if (!isShort(text)) return undefined;
  const { gave } = commandWords;
  const length = gave.at(words, 0);
  const ending = words.findIndex((_, i) => i > 0 && gave.at(words, i) === words.length - i);
  if (length === 0 && ending < 0) return undefined;
  const date = length > 0 ? words.slice(length) : words.slice(0, ending);
  if (date.length > maxDatePieces) return undefined;
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
