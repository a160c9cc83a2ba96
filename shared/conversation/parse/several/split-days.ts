import { mostDays, type NeededDay } from '../../../people/drafts.ts';
import type { EpochMs } from '../../../terms/time.ts';
import type { Token } from '../../text/normalize.ts';
import { parseSmallNumber } from '../../text/parse-small-number.ts';
import { mentions } from '../../text/vocabulary.ts';
import { severalWords } from '../../words/several/several-words.ts';
import { unitWords } from '../../words/unit-words.ts';
import { findGroupMentions } from '../parse-blood-group.ts';
import { statementAt } from '../parse-clock-time.ts';
import { componentAt } from '../parse-component.ts';
import { findNeededBy, type NeededBy } from '../parse-needed-by.ts';
import { clockAt } from '../times/clock-at.ts';

/** Units for each of several days: "2 today 2 tomorrow", "आज 2 यूनिट और कल 1 यूनिट". */
export type SplitDays = NeededBy & { days: NeededDay[]; units: number };

type Read = { tokens: readonly Token[]; raw: string; now: EpochMs };

/** Where the days of a text are named. Token indices, `to` exclusive. */
const findDayMentions = ({ tokens, now }: Read): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const statement = statementAt(tokens, i, now);
    if (!statement) continue;
    const to = i + Math.max(1, statement.length);
    if (statement.ahead !== undefined || statement.day) found.push({ from: i, to });
    i = to - 1;
  }
  return found;
};

/** What may stand between a number and its day: words for blood, its group, "and", "need", signs, and "for". */
const isBetween = (read: Read, isGroup: (i: number) => boolean, i: number): boolean => {
  const { tokens } = read;
  const token = tokens[i];
  if (!token || isGroup(i)) return token !== undefined;
  if (token.kind === 'mark') return token.text !== '\n' && token.text !== '.';
  return (
    componentAt(tokens, i) !== undefined ||
    [unitWords.unit, unitWords.shortUnit, unitWords.filler, unitWords.need, between].some(
      (words) => words.at(tokens, i) > 0,
    )
  );
};
const between = severalWords.joining;

/** The number that counts units next to a day, in one direction. */
const numberBeside = (
  read: Read,
  isGroup: (i: number) => boolean,
  start: number,
  step: 1 | -1,
): number | undefined => {
  const { tokens } = read;
  for (let n = 0, i = start; n < 6; n++, i += step) {
    const value = parseSmallNumber(tokens[i]);
    if (value !== undefined && !isGroup(i)) {
      const isClock = clockAt(tokens, i) !== undefined;
      return value >= 1 && value <= 20 && !isClock ? i : undefined;
    }
    if (!isBetween(read, isGroup, i)) return undefined;
  }
  return undefined;
};

/** The days of a text with their units, if it names a number for each of several days. */
export const splitDays = (read: Read): SplitDays | undefined => {
  const { tokens, raw, now } = read;
  const named = findDayMentions(read);
  if (named.length < 2 || named.length > mostDays) return undefined;
  if (mentions(tokens, severalWords.received) || mentions(tokens, severalWords.oneOf))
    return undefined;
  const groups = findGroupMentions(tokens, raw);
  const isGroup = (i: number): boolean => groups.some(({ from, to }) => i >= from && i < to);
  const before = named.map(({ from }) => numberBeside(read, isGroup, from - 1, -1));
  const after = named.map(({ to }) => numberBeside(read, isGroup, to, 1));
  const counts = [before, after].find(
    (found) => found.every((at) => at !== undefined) && new Set(found).size === named.length,
  );
  if (!counts) return undefined;
  const found = named.map(({ from }, n) => {
    const until = Math.min(named[n + 1]?.from ?? tokens.length, counts[n + 1] ?? tokens.length);
    const at = counts[n] ?? from;
    const words = tokens.slice(from, Math.max(until, from + 1));
    const time = findNeededBy(
      words.filter((token) => token !== tokens[at]),
      now,
    );
    return { units: parseSmallNumber(tokens[at]) ?? 0, time };
  });
  const [first] = found;
  const days = found.flatMap(({ units, time }) =>
    time ? [{ units, neededBy: time.neededBy }] : [],
  );
  const isInOrder = days.every((day, n) => n === 0 || day.neededBy > (days[n - 1]?.neededBy ?? 0));
  if (!first?.time || days.length !== named.length || !isInOrder) return undefined;
  return { ...first.time, days, units: days.reduce((sum, { units }) => sum + units, 0) };
};
