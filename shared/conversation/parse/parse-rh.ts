import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { rhWords } from '../words/blood-group-words.ts';
import type { Sign } from './parse-abo.ts';

export type ParsedRh = { sign: Sign | '?'; next: number };

const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && token.text.length === 1 && marks.includes(token.text);

/** True when the opposite sign follows: "+/-", "+ or -", "positive/negative", "(+) neg". */
const isContradicted = (tokens: readonly Token[], next: number, sign: Sign): boolean => {
  const isOr = isMark(tokens[next], '/') || rhWords.or.at(tokens, next) > 0;
  const at = isOr ? next + 1 : next;
  const opposite = sign === '+' ? rhWords.negative : rhWords.positive;
  if (opposite.at(tokens, at) > 0) return true;
  const mark = sign === '+' ? '-' : '+';
  return isOr && isMark(tokens[at], mark);
};

const toParsedRh = (tokens: readonly Token[], next: number, sign: Sign): ParsedRh =>
  isContradicted(tokens, next, sign) ? { sign: '?', next } : { sign, next };

const skipClosing = (tokens: readonly Token[], i: number): number => {
  let at = i;
  while (at < i + 2 && isMark(tokens[at], ")]'")) at++;
  return at;
};

/** The sign of a + at i. */
const parsePlus = (tokens: readonly Token[], i: number): ParsedRh => {
  const doubled = isMark(tokens[i + 1], '+') ? i + 2 : i + 1;
  const closed = skipClosing(tokens, doubled);
  const next = closed + rhWords.ending.at(tokens, closed);
  const after = tokens[closed];
  if (isMark(after, '-') && after?.glued) {
    const beyond = tokens[closed + 1];
    const isDash =
      beyond !== undefined &&
      beyond.text !== '\n' &&
      rhWords.ending.at(tokens, closed + 1) === 0 &&
      !isMark(beyond, ')/');
    return isDash ? { sign: '+', next: closed } : { sign: '?', next: closed + 1 };
  }
  return toParsedRh(tokens, next, '+');
};

/**
 * The sign of a dash at i. It is a minus only where it cannot divide words: "B-ve", "B(-)", "B- blood", "O -" at the
 * end.
 */
const parseDash = (tokens: readonly Token[], i: number, isDirect: boolean): ParsedRh | 'none' => {
  const [dash, after] = [tokens[i], tokens[i + 1]];
  const ending = rhWords.ending.at(tokens, i + 1);
  if (rhWords.positive.at(tokens, i + 1) > 0)
    return toParsedRh(tokens, i + 1 + rhWords.positive.at(tokens, i + 1), '+');
  if (rhWords.negative.at(tokens, i + 1) > 0)
    return toParsedRh(tokens, i + 1 + rhWords.negative.at(tokens, i + 1), '-');
  if (ending > 0) return toParsedRh(tokens, i + 1 + ending, '-');
  if (isMark(after, ")]'") && !isDirect) {
    const closed = skipClosing(tokens, i + 1);
    return toParsedRh(tokens, closed + rhWords.ending.at(tokens, closed), '-');
  }
  if (!isDirect || isMark(after, '-+(>=/:')) return { sign: '?', next: i + 1 };
  if (!after || after.text === '\n') return { sign: '-', next: i + 1 };
  if (after.kind === 'mark')
    return dash?.glued ? { sign: '-', next: i + 1 } : { sign: '?', next: i + 1 };
  if (rhWords.place.at(tokens, i + 1) > 0)
    return after.glued || tokens[i + 2]?.kind !== 'number' ? 'none' : { sign: '?', next: i + 1 };
  if (dash?.glued && !after.glued) return { sign: '-', next: i + 1 };
  if (dash?.glued && after.kind === 'number')
    return isCounted(tokens, i + 2) ? { sign: '?', next: i + 1 } : 'none';
  return { sign: '?', next: i + 1 };
};

const isCounted = (tokens: readonly Token[], i: number): boolean => rhWords.unit.at(tokens, i) > 0;

/** The sign of a word at i: "positive", "neg". */
const parseSignWord = (
  tokens: readonly Token[],
  i: number,
  aboAt: number,
): ParsedRh | 'none' | undefined => {
  const plus = rhWords.positive.at(tokens, i);
  const minus = plus > 0 ? 0 : rhWords.negative.at(tokens, i);
  if (plus + minus === 0) return undefined;
  const next = i + plus + minus;
  const isWordToo = rhWords.ambiguousLetter.at(tokens, aboAt) > 0;
  if (
    isWordToo &&
    (rhWords.notBlood.at(tokens, next) > 0 || endsBefore(tokens, aboAt, rhWords.test))
  )
    return 'none';
  const sign: Sign = plus > 0 ? '+' : '-';
  const closed = isMark(tokens[next], '(') ? next + 1 : next;
  if (isMark(tokens[closed], sign === '+' ? '-' : '+') && rhWords.ending.at(tokens, closed + 1) > 0)
    return { sign: '?', next };
  return toParsedRh(tokens, next, sign);
};

/**
 * The Rh sign from token i on, after the ABO letter at `aboAt`. '?': there is a sign, but it is not certain which.
 * `none`: the letter is no group ("A-12", "a positive person"). undefined: no sign.
 */
export const parseRh = (
  tokens: readonly Token[],
  i: number,
  aboAt: number,
): ParsedRh | 'none' | undefined => {
  let at = i;
  let isLabelled = false;
  let isSpelledOnly = false;
  for (let skipped = 0; skipped < 6; skipped++) {
    const token = tokens[at];
    const label = rhWords.rh.at(tokens, at) || rhWords.group.at(tokens, at);
    if (label > 0) {
      isLabelled = true;
      at += label;
    } else if (isMark(token, "([':.=") || (isLabelled && isMark(token, ')'))) at++;
    else if (
      isMark(token, ',') ||
      (isLabelled && isMark(token, '-') && isMark(tokens[at + 1], '+'))
    ) {
      isSpelledOnly = true;
      at++;
    } else break;
  }
  const word = parseSignWord(tokens, at, aboAt);
  if (word) return word;
  const token = tokens[at];
  if (isMark(token, '+')) {
    const hasEnding = rhWords.ending.at(tokens, at + 1) > 0 || isMark(tokens[at + 1], ')');
    if ((isSpelledOnly || isLabelled) && !hasEnding) return undefined;
    return isNextLetter(tokens, at + 1) ? { sign: '?', next: at + 1 } : parsePlus(tokens, at);
  }
  if (isMark(token, '-')) {
    if (isSpelledOnly || isLabelled)
      return rhWords.ending.at(tokens, at + 1) > 0 ? parseDash(tokens, at, false) : undefined;
    return parseDash(tokens, at, at === i);
  }
  return rhWords.ending.at(tokens, at) > 0 && tokens[at]?.text === 've'
    ? { sign: '?', next: at + 1 }
    : undefined;
};

/** True before the second letter of "A + B", which is a list of letters. */
const isNextLetter = (tokens: readonly Token[], i: number): boolean =>
  ['a', 'b', 'o', 'ab'].includes(tokens[i]?.text ?? '') &&
  !isMark(tokens[i + 1], '+-') &&
  tokens[i]?.glued === false;
