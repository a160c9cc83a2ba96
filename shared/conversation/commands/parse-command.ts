import type { SelfReportedDeferral } from '../../people/deferral-rules.ts';
import type { Language } from '../../terms/language.ts';
import { type PhoneNumber, parsePhoneNumber } from '../../terms/phone-number.ts';
import type { Day, EpochMs } from '../../terms/time.ts';
import { parseDay } from '../parse/parse-day.ts';
import { spanAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { commandWords as say } from '../words/command-words.ts';
import { parseDeferral } from '../words/deferral-words.ts';
import { smallNumber } from '../words/number-words.ts';

/**
 * A short text that is a command and nothing else (CONTRACT, "What people text"). Who may give it, and to
 * which request, the caller decides. `code` is 4–7 digits as texted, not looked up.
 */
export type TextCommand =
  /** "1", "१", "1 4821", "4821 1", and plain yes (1) or no (2): "haan", "नहीं", "yes". */
  | { type: 'answer'; digit: number; code?: string }
  /** A request, asked step by step. */
  | { type: 'blood' }
  /** `rest`: what stood after JOIN, as written. */
  | { type: 'join'; rest: string }
  | { type: 'done'; code?: string }
  | { type: 'drop'; code?: string }
  /** Without `days` (1–365): none were said, or none that make sense. `told`: why they cannot give for a while. */
  | { type: 'pause'; days?: number; told?: SelfReportedDeferral }
  | { type: 'on' }
  | { type: 'off' }
  /** Without `day`: none was said, or it lies ahead, or there is no such day. */
  | { type: 'gave'; day?: Day }
  | { type: 'status'; code?: string }
  | { type: 'close'; code?: string }
  | { type: 'more'; units?: number; code?: string }
  /** Alone it may be a plain yes. With a code "haan" and "yes" are OK too. */
  | { type: 'ok'; code?: string }
  /** Alone it may be a plain no. `reason` as written. */
  | { type: 'no'; code?: string; reason?: string; notReached?: true }
  | { type: 'menu' }
  /** Ask me by a call, by a text. */
  | { type: 'calls' }
  | { type: 'texts' }
  /** Others must not see, may see my number. */
  | { type: 'hide' }
  | { type: 'show' }
  /** What is kept of whoever asks. */
  | { type: 'mydata' }
  | { type: 'forget' }
  /** Without `language`: one we do not speak, or none said. LANG HINDI is Hindi in Latin letters, LANG HI and भाषा हिंदी Devanagari. */
  | { type: 'lang'; language?: Language }
  /** Without `phone`: no number we can read. */
  | { type: 'trust' | 'untrust'; phone?: PhoneNumber };

/** What is read: the tokens that say something (marks of courtesy and line breaks left out) and the original. */
type Read = { words: readonly Token[]; raw: string; now: EpochMs };

/** A command is short; a reason or what follows JOIN may be longer. */
const maxWords = 9;
const quiet = ".,!()[]:;'\n🙏👍…|&=";

const isCode = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^[1-9]\d{3,6}$/.test(token.text);
const withCode = (token: Token | undefined): { code?: string } =>
  token ? { code: token.text } : {};
const restOf = ({ words, raw }: Read, from: number): string => {
  const last = words[from - 1];
  return last
    ? raw
        .slice(last.end)
        .replace(/^[\s\p{P}]+/u, '')
        .trim()
    : '';
};

/** Is the whole text this word, courtesy aside, with at most one code before or after it? */
const alone = ({ words }: Read, word: Vocabulary): { code?: string } | undefined => {
  const polite = words.filter((_, i) => say.courtesy.at(words, i) === 0);
  const [text, codes] = [polite.length > 0 ? polite : words, words.filter(isCode)];
  const rest = text.filter((token) => !isCode(token) && token.text !== '-' && token.text !== '#');
  return codes.length <= 1 && rest.length > 0 && word.at(rest, 0) === rest.length
    ? withCode(codes[0])
    : undefined;
};

const readAnswer = ({ words, now }: Read): TextCommand | undefined => {
  const tokens = words.filter(
    (token, i) => !(say.courtesy.at(words, i) > 0) && !['-', '#', '/'].includes(token.text),
  );
  if (words.some((token) => token.text === '/' || token.text === '+')) return undefined;
  const numbers = tokens.filter((token) => token.kind === 'number');
  const digits = numbers.filter((token) => /^[1-9]$/.test(token.text));
  const codes = numbers.filter(isCode);
  const [digit] = digits;
  const others = tokens.length - numbers.length;
  if (digit && digits.length === 1 && numbers.length === 1 + codes.length && codes.length <= 1) {
    const isEchoed =
      others > 0 &&
      alone(
        { words: tokens.filter((token) => token.kind !== 'number'), raw: '', now },
        digit.text === '1' ? say.yes : say.nay,
      );
    return others === 0 || isEchoed
      ? { type: 'answer', digit: Number(digit.text), ...withCode(codes[0]) }
      : undefined;
  }
  return undefined;
};

const readPlainWord = (read: Read): TextCommand | undefined => {
  const yes = alone(read, say.yes);
  if (yes) return yes.code === undefined ? { type: 'answer', digit: 1 } : { type: 'ok', ...yes };
  const nay = alone(read, say.nay);
  if (nay) return nay.code === undefined ? { type: 'answer', digit: 2 } : { type: 'no', ...nay };
  const word = alone(read, say.oneAlone);
  return word && word.code === undefined ? { type: 'answer', digit: 1 } : undefined;
};

/** Words that stand alone or with a code. */
const withCodes = ['ok', 'no', 'done', 'drop', 'status', 'close'] as const;
/** Words that stand alone. */
const bare = [
  'blood',
  'on',
  'off',
  'menu',
  'mydata',
  'forget',
  'calls',
  'texts',
  'hide',
  'show',
] as const;

const readWord = (read: Read): TextCommand | undefined => {
  for (const type of withCodes) {
    const found = alone(read, say[type]);
    if (found) return { type, ...found };
  }
  const type = bare.find(
    (name) => alone(read, say[name])?.code === undefined && alone(read, say[name]) !== undefined,
  );
  return type && { type };
};

/** "4821 no problem, all ok": real, when it says so; otherwise nothing that we would act on. */
const approval = (words: readonly Token[]): TextCommand | undefined => {
  const code = words.find(isCode);
  return code && mentions(words, say.ok) ? { type: 'ok', code: code.text } : undefined;
};

/** "NO 4821 reason", "4821 no reason": only with a code may more words follow. */
const readRefusal = (read: Read): TextCommand | undefined => {
  const { words } = read;
  const at = isCode(words[0]) ? 1 : 0;
  if (say.noProblem.at(words, at) > 0) return approval(words);
  const length = say.no.at(words, at) || say.nay.at(words, at);
  if (length === 0) return undefined;
  const isNext = ['-', '#'].includes(words[at + length]?.text ?? '')
    ? at + length + 1
    : at + length;
  const code = at === 1 ? words[0] : words[isNext];
  if (!code || !isCode(code)) return undefined;
  const reason = restOf(read, at === 1 ? at + length : isNext + 1);
  const notReached = mentions(words, say.notReached);
  return {
    type: 'no',
    code: code.text,
    ...(reason ? { reason } : {}),
    ...(notReached && { notReached }),
  };
};

const readJoin = (read: Read): TextCommand | undefined => {
  const length = say.join.at(read.words, 0);
  return length > 0 ? { type: 'join', rest: restOf(read, length) } : undefined;
};

/** The number after or before a word, and nothing else: "MORE 2", "2 aur", "aur 2 unit 4821". */
const readMore = ({ words }: Read): TextCommand | undefined => {
  const codes = words.filter(isCode);
  const rest = words.filter(
    (token, i) =>
      !isCode(token) && say.moreFiller.at(words, i) === 0 && say.courtesy.at(words, i) === 0,
  );
  const at = rest.findIndex((_, i) => say.more.at(rest, i) > 0);
  const others = rest.filter((_, i) => i !== at);
  const units = smallNumber(others[0]);
  if (at < 0 || codes.length > 1 || others.length > 1) return undefined;
  if (others.length === 0)
    return words.length <= 2 && say.moreAlone.at(rest, 0) > 0
      ? { type: 'more', ...withCode(codes[0]) }
      : undefined;
  return units ? { type: 'more', units, ...withCode(codes[0]) } : undefined;
};

const daysIn = { minute: 0, hour: 0, day: 1, week: 7, month: 30, year: 365 } as const;

/** "PAUSE 30", "30 din band", "2 hafte roko", "band 1 mahina", "PAUSE malaria". */
const readPause = ({ words }: Read): TextCommand | undefined => {
  const tokens = words.filter(
    (_, i) => say.courtesy.at(words, i) === 0 && say.pauseFiller.at(words, i) === 0,
  );
  const at = tokens.findIndex((_, i) => say.pause.at(tokens, i) > 0);
  if (at < 0) return undefined;
  const length = say.pause.at(tokens, at);
  const rest = [...tokens.slice(0, at), ...tokens.slice(at + length)];
  const isPauseAlone = rest.length === 0;
  if (isPauseAlone) return say.off.at(tokens, 0) > 0 ? undefined : { type: 'pause' };
  const told = parseDeferral(rest);
  if (told) return { type: 'pause', told };
  const span = spanAt(rest, 0);
  const count =
    span?.length === rest.length
      ? span.count * daysIn[span.unit]
      : rest.length === 1
        ? smallNumber(rest[0])
        : undefined;
  if (count === undefined)
    return rest.length === 1 && rest[0]?.kind === 'number' ? { type: 'pause' } : undefined;
  return count >= 1 && count <= 365
    ? { type: 'pause', days: Math.round(count) }
    : { type: 'pause' };
};

/** A date as people write it has no more pieces: "12-10-2026", "3 mahine pehle". */
const maxDatePieces = 5;

/** GAVE with a day, before or after it; more words than a date needs make it a sentence. */
const readGave = ({ words, raw, now }: Read): TextCommand | undefined => {
  const length = say.gave.at(words, 0);
  const ending = words.findIndex((_, i) => i > 0 && say.gave.at(words, i) === words.length - i);
  if (length === 0 && ending < 0) return undefined;
  const date = length > 0 ? words.slice(length) : words.slice(0, ending);
  if (date.length > maxDatePieces) return undefined;
  const day = parseDay(raw.slice(date[0]?.start ?? raw.length, date.at(-1)?.end), now);
  if (day) return { type: 'gave', day };
  return length > 0 && date.every((token) => token.kind !== 'word') ? { type: 'gave' } : undefined;
};

const languages: readonly (readonly [Language, Vocabulary])[] = [
  ['hi-Latn', say.latinHindi],
  ['hi', say.hindi],
  ['en', say.english],
];

const readLanguage = ({ words }: Read): TextCommand | undefined => {
  const length = say.lang.at(words, 0);
  const named = words.slice(length);
  const found = languages.find(
    ([, names]) => named.length > 0 && names.at(named, 0) === named.length,
  );
  if (length === 0)
    return found && say.languageAlone.at(words, 0) === words.length
      ? { type: 'lang', language: found[0] }
      : undefined;
  if (found) return { type: 'lang', language: found[0] };
  return named.length <= 2 ? { type: 'lang' } : undefined;
};

const readTrust = (read: Read): TextCommand | undefined => {
  for (const type of ['untrust', 'trust'] as const) {
    const length = say[type].at(read.words, 0);
    if (length === 0) continue;
    const rest = read.raw.slice(read.words[length - 1]?.end ?? 0);
    const isNumber = read.words
      .slice(length)
      .every((token) => token.kind === 'number' || ['+', '-'].includes(token.text));
    const digits = read.words
      .slice(length)
      .map((token) => token.text)
      .join('');
    const phone = isNumber && rest.length < 40 ? parsePhoneNumber(digits) : undefined;
    if (isNumber) return phone ? { type, phone } : { type };
  }
  return undefined;
};

/** "STATUS?", "kya hua?": what is asked for may be asked with a question mark; what is told may not. */
const readQuestion = (read: Read): TextCommand | undefined => {
  const words = read.words.filter(({ text }) => text !== '?');
  const command = words.length < read.words.length ? readWord({ ...read, words }) : undefined;
  return command && ['status', 'menu', 'mydata'].includes(command.type) ? command : undefined;
};

const rules = [
  readAnswer,
  readTrust,
  readLanguage,
  readWord,
  readRefusal,
  readPlainWord,
  readMore,
  readPause,
  readGave,
];

/**
 * The command a text is, if it is one and nothing else; case, script, punctuation, courtesy ("OK sir") and
 * one wrong letter in long words forgiven. A sentence that merely has such a word in it is none.
 */
export const parseCommand = (text: string, now: EpochMs): TextCommand | undefined => {
  if (text.length > 1000) return undefined;
  const words = tokenize(text).filter(
    (token) => token.kind !== 'mark' || !quiet.includes(token.text),
  );
  const read = { words, raw: text, now };
  const long = readJoin(read) ?? readRefusal(read);
  if (long || words.length === 0 || words.length > maxWords) return long;
  for (const rule of rules) {
    const command = rule(read);
    if (command) return command;
  }
  return readQuestion(read);
};
