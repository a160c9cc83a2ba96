import { after, dayOf, type EpochMs, hours, minutes } from '../../terms/time.ts';
import { parseClockTime } from '../parse/parse-clock-time.ts';
import { blank } from '../parse/parse-hospital.ts';
import { findNeededBy } from '../parse/parse-needed-by.ts';
import { isMilitary, spanAt, weekdayAt } from '../parse/written-dates.ts';
import { isDoubtfulSign } from '../text/decoration.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore, mentions, type Vocabulary } from '../text/vocabulary.ts';
import { guardWords as guards } from '../words/answers/guard-words.ts';
import { ownTimeWords as words } from '../words/answers/own-time-words.ts';
import { replyWords } from '../words/answers/reply-words.ts';
import { answerWords } from '../words/command-words.ts';
import { dayPartWords, timeWords } from '../words/time-words.ts';
import { tokensWithout } from './parse-alert-reply.ts';

/** A longer text says more than a time. */
const maxTimeTokens = 16;
/** Without a named day a time is not further away than this. */
const farthestUnnamed = hours(13);

const earlierOfTwo = new RegExp(
  `(?<!\\d)\\d{1,2}\\s*(?:${words.betweenTimes.join('|')})\\s*(?=\\d{1,2}(?!\\d))`,
  'giu',
);

/** "5 ya 6 baje", "1-2 ghante": the donor is there by the later one. */
const laterOfTwo = (text: string): string => text.replace(earlierOfTwo, '');

/** "6th" and "6:30" say more than an hour. A comma after the hour does not: "after 6, from the office". */
const isJoined = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1];
  const isMark = next?.kind === 'mark' && tokens[i + 2]?.kind !== 'number';
  return next?.glued === true && !isMark;
};

/** "after duty 8", "7 ke baad": the hour as the clock words have it. */
const withClockWord = (text: string): string => {
  const tokens = tokenize(text);
  const at = tokens.findIndex((token, i) => {
    const hour = token.kind === 'number' ? parseSmallNumber(token) : undefined;
    const isHour = hour !== undefined && hour >= 1 && hour <= 12 && !isJoined(tokens, i);
    return (
      isHour &&
      spanAt(tokens, i) === undefined &&
      timeWords.oclock.at(tokens, i + 1) === 0 &&
      !['am', 'pm', 'p', 'a', 'unit', 'units'].includes(tokens[i + 1]?.text ?? '') &&
      (endsBefore(tokens, i, words.beforeHour) || words.afterHour.at(tokens, i + 1) > 0)
    );
  });
  const end = tokens[at]?.end;
  return end === undefined ? text : `${text.slice(0, end)} baje${text.slice(end)}`;
};

const { morning, noon, evening, night } = dayPartWords;
const timeVocabularies: readonly Vocabulary[] = [
  ...[words.beside, morning, noon, evening, night, timeWords.today, timeWords.tomorrow],
  ...[timeWords.oclock, timeWords.withinAfter, answerWords.yes],
  ...[replyWords.agreeing, replyWords.besideYes],
];

const saysOnlyTime = (tokens: readonly Token[]): boolean =>
  tokensWithout(tokens, ...timeVocabularies).every(
    (token) =>
      (token.kind === 'mark' && token.text !== '?') ||
      parseSmallNumber(token) !== undefined ||
      isMilitary(token),
  );

const isUncertain = (tokens: readonly Token[]): boolean => {
  const plain = tokensWithout(tokens, guards.noProblem);
  const { question, condition, doubt, but, otherPerson, hearsay, not } = guards;
  return [question, condition, doubt, but, otherPerson, hearsay, not, words.past].some((list) =>
    mentions(plain, list),
  );
};

/**
 * The moment by which a donor says they come: "sham 5 baje", "1 ghante me", "after duty 8". Undefined when the text says
 * something else, names no hour, or leaves a doubt, a condition or another person.
 */
export const parseOwnTime = (text: string, now: EpochMs): EpochMs | undefined => {
  const spoken = withClockWord(laterOfTwo(text));
  const tokens = tokenize(spoken);
  if (tokens.length > maxTimeTokens || tokens.some(isDoubtfulSign) || isUncertain(tokens))
    return undefined;
  const agrees = mentions(tokens, replyWords.agreeing);
  if (!agrees && !saysOnlyTime(tokens)) return undefined;
  // "Duty 8 baje tak hai": occupied until then, and no word of coming.
  if (!agrees && mentions(tokens, words.occupied) && mentions(tokens, words.until))
    return undefined;
  const spans = tokens.map((_, i) => spanAt(tokens, i)).filter((span) => span !== undefined);
  if (spans.some(({ unit }) => unit !== 'minute' && unit !== 'hour')) return undefined;
  const time = parseClockTime(tokens, now);
  const [span] = spans;
  // "2 hours, coming" needs no "in".
  if (agrees && span && spans.length === 1 && !time.clock && !time.part && time.at === undefined)
    return after(now, span.count * (span.unit === 'hour' ? hours(1) : minutes(1)));
  if (!time.clock && time.at === undefined && !time.part) return undefined;
  if (time.day !== undefined || (time.ahead ?? 0) > 1) return undefined;
  const moment = findNeededBy(tokens, now)?.neededBy;
  if (moment === undefined || moment <= now) return undefined;
  const isSaid = time.ahead === 1 || time.part === 'morning' || time.at !== undefined;
  if (isSaid) return moment;
  // At 17:05 "5 baje" would be five in the morning: without a word for it, only an hour of today counts.
  const isNear = time.part ? moment - now <= farthestUnnamed : dayOf(moment) === dayOf(now);
  return isNear ? moment : undefined;
};

/** From the hour after which a donor is free to the hour at which they are there. */
const journey = minutes(30);

/**
 * When a donor is there who names this hour: "9 baje ke baad" is not by nine. "2 ghante ke baad" is a span from now, and
 * names the arrival itself.
 */
export const arrivalAt = (text: string, said: EpochMs): EpochMs => {
  const tokens = tokenize(text);
  const isSpan = tokens.some((_, i) => spanAt(tokens, i) !== undefined);
  return !isSpan && mentions(tokens, words.notBefore) ? after(said, journey) : said;
};

/** "Ek ghanta lagega", "stuck, half an hour more": the only span of minutes or hours in a text, from now on. */
export const parseDelay = (text: string, now: EpochMs): EpochMs | undefined => {
  const tokens = tokenize(text);
  const spans = tokens.flatMap((_, i) => spanAt(tokens, i) ?? []);
  const [span] = spans;
  const isPast = mentions(tokens, words.past) || mentions(tokens, timeWords.since);
  if (!span || spans.length > 1 || isPast || parseClockTime(tokens, now).clock) return undefined;
  if (span.unit !== 'minute' && span.unit !== 'hour') return undefined;
  return after(now, span.count * (span.unit === 'hour' ? hours(1) : minutes(1)));
};

/** "30 min late", "late by an hour", "आधा घंटा लेट": a delay of the agreed time. */
export const saysLateBy = (text: string): boolean => {
  const tokens = tokenize(text);
  return tokens.some(
    (_, i) =>
      words.lateBy.at(tokens, i) > 0 ||
      (words.late.at(tokens, i) > 0 && endsBefore(tokens, i, words.minuteOrHour)),
  );
};

/** Without "today" where another day is named: "aaj vrat hai, kal de denge". Positions stay the same. */
const withoutToday = (text: string): string => {
  const tokens = tokenize(text);
  const isOtherDay = tokens.some(
    (_, i) =>
      timeWords.tomorrow.at(tokens, i) > 0 ||
      timeWords.dayAfter.at(tokens, i) > 0 ||
      weekdayAt(tokens, i) !== undefined,
  );
  const todays = tokens.filter((_, i) => timeWords.today.at(tokens, i) > 0);
  return isOtherDay ? blank(text, todays) : text;
};

/**
 * The hour or day that a promise to come later names, in any words: of several sentences the last one that names an hour,
 * else the day of the whole. Undefined: no time is named.
 */
export const parseLaterTime = (text: string, now: EpochMs): EpochMs | undefined => {
  const spoken = withClockWord(laterOfTwo(withoutToday(text)));
  const sentences = spoken.split(/(?<=[.?!।])\s+|\n+/u);
  const timed = sentences.findLast((one) => parseClockTime(tokenize(one), now).clock !== undefined);
  const read = (part: string): EpochMs | undefined => {
    const found = findNeededBy(tokenize(part), now);
    // "Now" is no hour of its own.
    return found?.asap ? undefined : found?.neededBy;
  };
  return (timed === undefined || sentences.length === 1 ? undefined : read(timed)) ?? read(spoken);
};
