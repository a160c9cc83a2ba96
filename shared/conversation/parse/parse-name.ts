import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore, mentions } from '../text/vocabulary.ts';
import { agreementWords } from '../words/answers/agreement-words.ts';
import { replyWords } from '../words/answers/reply-words.ts';
import { answerWords } from '../words/command-words.ts';
import { isVerb, mayBeName } from '../words/glosses/gloss-of.ts';
import { hospitalWords } from '../words/hospital-words.ts';
import { luringWords } from '../words/lists/luring-words.ts';
import { peopleWords, titleWords } from '../words/people-words.ts';
import { needWords, plainWords, requestWords } from '../words/request-words.ts';
import { findComponents } from './parse-component.ts';

/** The longest name, in words and in characters. */
const maxWords = 3;
const maxLength = 24;

const shorten = (words: readonly string[]): string =>
  words.reduce(
    (name, word) =>
      name === ''
        ? word.slice(0, maxLength)
        : `${name} ${word}`.length <= maxLength
          ? `${name} ${word}`
          : name,
    '',
  );

/** "ramesh" and "RAMESH" become "Ramesh". Mixed case (McDonald) and Devanagari stay. */
const withCapital = (word: string): string => {
  const isPlain = word === word.toLowerCase() || word === word.toUpperCase();
  const [first = '', ...rest] = word;
  return isPlain ? first.toUpperCase() + rest.join('').toLowerCase() : word;
};

/** A name cut out of the original, as the hotline shows it: at most three words and 24 characters. */
export const renderName = (tokens: readonly Token[], raw: string): string =>
  shorten(
    tokens.slice(0, maxWords).map((token) =>
      withCapital(
        raw
          .slice(token.start, token.end)
          .normalize('NFC')
          .replace(/[\p{Cf}*_~`]/gu, ''),
      ),
    ),
  );

/** True for a token that another parser has used. It ends a name, as marks, numbers and known words do. */
export type IsTaken = (i: number) => boolean;

const isNameWord = (tokens: readonly Token[], i: number, isTaken: IsTaken): boolean => {
  const token = tokens[i];
  if (token?.kind !== 'word' || isTaken(i) || token.text.length > maxLength) return false;
  return (
    peopleWords.shortName.at(tokens, i) > 0 ||
    (!isVerb(token) &&
      luringWords.at(tokens, i) === 0 &&
      plainWords.at(tokens, i) === 0 &&
      hospitalWords.hospital.at(tokens, i) === 0)
  );
};

/** The name that begins at token i, without its titles; undefined otherwise. */
export const nameAt = (
  tokens: readonly Token[],
  from: number,
  isTaken: IsTaken,
): { words: Token[]; next: number } | undefined => {
  let i = from;
  for (let n = 0; n < 3 && titleWords.at(tokens, i) > 0; n++) {
    i += titleWords.at(tokens, i);
    if (tokens[i]?.text === '.') i++;
  }
  const words: Token[] = [];
  while (words.length < maxWords && isNameWord(tokens, i, isTaken)) {
    const token = tokens[i];
    if (!token) break;
    words.push(token);
    i++;
    const isInitial = token.text.length === 1 || peopleWords.shortName.at(tokens, i - 1) > 0;
    if (tokens[i]?.text === '.' && isInitial && tokens[i + 1]?.kind === 'word') i++;
  }
  const [first] = words;
  const isWord = words.some((word) => word.text.length > 1);
  // "Abdul Salam" is a name that ends with a known word; none begins with one.
  return isWord && first && mayBeName(first) ? { words, next: i } : undefined;
};

/** "Attendant लीला", "patient ka naam Suresh": the label says that a name follows, also an unusual one. */
export const isLabelled = (tokens: readonly Token[], name: string): boolean => {
  const [first] = tokenizeWithoutPhones(name);
  const isLabelBefore = (i: number, between = 0): boolean =>
    endsBefore(tokens, i, peopleWords.plainLabel) ||
    (between < 3 && isLinking(tokens, i - 1) && isLabelBefore(i - 1, between + 1));
  return tokens.some(({ text }, i) => text === first?.text && isLabelBefore(i));
};
const isLinking = (tokens: readonly Token[], i: number): boolean =>
  ['ka', 'का', ':', '-'].includes(tokens[i]?.text ?? '') || peopleWords.linking.at(tokens, i) > 0;

/** "Mata Prasad", "Jan Mohammad": a name that begins with a known word, when it is the whole answer. */
const parseUnusualName = (tokens: readonly Token[], raw: string): string | undefined => {
  const isUnknown = (i: number): boolean =>
    plainWords.at(tokens, i) === 0 && needWords.at(tokens, i) === 0;
  const isShort =
    tokens.length >= 2 &&
    tokens.length <= maxWords &&
    tokens.every((token) => token.kind === 'word');
  return isShort && isUnknown(tokens.length - 1) ? renderName(tokens, raw) : undefined;
};

/** "Yes correct", "bilkul sahi", "हाँ सही": an agreement to something else. */
const isAgreement = (tokens: readonly Token[]): boolean => {
  const lists = [answerWords.yes, replyWords.agreeing, requestWords.sendOff, agreementWords];
  for (let i = 0; i < tokens.length; ) {
    const length = Math.max(...lists.map((words) => words.at(tokens, i)));
    if (length === 0 && tokens[i]?.kind !== 'mark') return false;
    i += Math.max(1, length);
  }
  return true;
};

/** The answer to "what is the name?": "Ramesh Kumar", "mera naam sita hai", "मरीज का नाम कमला". undefined: no name. */
export const parseName = (text: string): string | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  if (
    tokens.length > 12 ||
    isAgreement(tokens) ||
    mentions(tokens, luringWords) ||
    mentions(tokens, hospitalWords.hospital) ||
    findComponents(tokens).length > 0
  )
    return undefined;
  let i = peopleWords.nameIntroduction.at(tokens, 0);
  while (tokens[i]?.kind === 'mark' && i < 4) i++;
  while (i > 0 && peopleWords.afterIntroduction.at(tokens, i) > 0) i++;
  const name = nameAt(tokens, i, () => false);
  if (!name) return parseUnusualName(tokens.slice(i), text);
  const rest = tokens.slice(name.next);
  const isEnd = rest.every(
    (token, n) => token.kind === 'mark' || plainWords.at(rest, n) > 0 || rest.length <= 1,
  );
  return isEnd ? renderName(name.words, text) : undefined;
};
