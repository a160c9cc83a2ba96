import { commandWords } from '../words/command-words.ts';
import { signatureWords } from '../words/envelope/signature-words.ts';
import { plainWords } from '../words/request-words.ts';
import { conditionWords, visitWords } from '../words/visit-words.ts';
import { isDecoration } from './decoration.ts';
import { tokenizeWithoutPhones } from './find-phones.ts';
import { type Token, tokenize } from './normalize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A longer rest says more than who signs. */
const maxSignatureWords = 10;

/** Words that say something: one of them, and the rest is no signature. */
const meaningful: readonly Vocabulary[] = [
  plainWords,
  signatureWords.doubt,
  ...Object.values(commandWords),
  ...Object.values(conditionWords),
  ...Object.values(visitWords),
];
const saysSomething = (tokens: readonly Token[], i: number): boolean =>
  meaningful.some((words) => words.at(tokens, i) > 0);

/** A word with a capital, or of a script that has none. */
const isNameLike = (raw: string, token: Token): boolean =>
  token.kind === 'word' && /^[\p{Lu}\p{Lo}]/u.test(raw.slice(token.start, token.end));
const isInitial = ({ text }: Token): boolean => /^[a-z]$/.test(text);

/**
 * True when these words only say who writes: a name with a rank, a greeting or a number, the sender's known name, or
 * two capitalised words without another meaning.
 */
const isSignature = (raw: string, knownName: string): boolean => {
  const tokens = tokenizeWithoutPhones(raw);
  if (tokens.filter(({ kind }) => kind !== 'mark').length > maxSignatureWords) return false;
  const known = new Set(tokenize(knownName).map(({ text }) => text));
  let isSigned = /^\s*--/.test(raw);
  let names = 0;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (!token) break;
    const length = signatureWords.parts.at(tokens, i);
    if (length > 0 || known.has(token.text) || token.text === 'phone') {
      isSigned = true;
      i += Math.max(1, length);
      continue;
    }
    const isPlainMark =
      token.kind === 'mark' && ("-.,()'\n|~:/".includes(token.text) || isDecoration(token));
    const isName = isNameLike(raw, token) && (isInitial(token) || !saysSomething(tokens, i));
    if (!isPlainMark && !isName) return false;
    // A script without capitals does not show a name.
    if (isName && /^[a-z]{2}/.test(token.text)) names += 1;
    i += 1;
  }
  return isSigned || names >= 2;
};

/** The first line, or what stands before a dash. */
const cuts = [/^\s*([^\r\n]+)[\r\n]+([\s\S]+)$/, /^\s*([^\r\n\p{Pd}]+?)\s*\p{Pd}+\s+([\s\S]+)$/u];

/** The first line of a text whose other words are only a signature: "1⏎Ravi Kumar, Constable"; undefined otherwise. */
export const withoutSignature = (raw: string, knownName = ''): string | undefined => {
  if (raw.length > 200) return undefined;
  for (const cut of cuts) {
    const [, first, rest] = cut.exec(raw) ?? [];
    if (first && rest && isSignature(rest, knownName)) return first;
  }
  return undefined;
};
