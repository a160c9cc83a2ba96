import { findLeftOver } from '../parse/corrections/units-left.ts';
import { findComponents } from '../parse/parse-component.ts';
import { findUnits } from '../parse/parse-units.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { isPartOfOther, parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { changedRequestWords } from '../words/corrections/changed-request-words.ts';
import { timeWords } from '../words/time-words.ts';
import { unitWords as words } from '../words/unit-words.ts';

/** "Hb 6", "Hb is 6", "count: 9": no units. */
const isMeasured = (tokens: readonly Token[], i: number): boolean =>
  [i, i - 1, i - 2].some((at) => endsBefore(tokens, at, timeWords.measure));

/** In an answer with more around it, the number that counts units: beside their word, the only one, or the first word. */
const findCountInAnswer = (tokens: readonly Token[]): number | undefined => {
  const counts = tokens.flatMap((token, i) => {
    const value = parseSmallNumber(token);
    const isOther =
      isPartOfOther(tokens, i) || words.otherCount.at(tokens, i + 1) > 0 || isMeasured(tokens, i);
    return value && value <= 20 && !isOther && !endsBefore(tokens, i, words.place)
      ? [{ value, i }]
      : [];
  });
  const isUnit = (i: number): boolean =>
    words.unit.at(tokens, i + 1 + words.onlyAfter.at(tokens, i + 1)) > 0;
  const beside = counts.filter(({ i }) => isUnit(i));
  const [first, ...others] = beside.length > 0 ? beside : counts;
  const isOne = others.every(({ value }) => value === first?.value);
  return first && (isOne || first.i === 0) ? first.value : undefined;
};

/** The answer to "how many units?": "2", "दो", "2 unit", "do bottle". May exceed the policy's maximum. */
export const parseUnits = (text: string): number | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  const found = findUnits({ tokens, components: findComponents(tokens), groups: [] });
  if (found !== undefined) return found;
  const isDecimal = tokens.some(
    (token, i) =>
      token.text === '.' && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number',
  );
  const numbers = isDecimal ? [] : tokens.flatMap((token) => parseSmallNumber(token) ?? []);
  const isRange =
    numbers.length === 2 && (numbers[0] ?? 0) < (numbers[1] ?? 0) && tokens.length <= 3;
  const value =
    numbers.length === 1 && tokens.length <= 4 ? numbers[0] : isRange ? numbers[1] : undefined;
  if (value === 0 || isDecimal) return undefined;
  return value ?? findLeftOver({ tokens, components: [], groups: [] }) ?? findCountInAnswer(tokens);
};

/** "दो। पहले तो तीन कहे थे": a number that is a sentence of its own is the answer, whatever follows. */
export const parseFirstUnits = (text: string): number | undefined => {
  const [first = '', ...others] = text.split(/[.।!](?=\s)|\n/u);
  return others.length > 0 && tokenizeWithoutPhones(first).length <= 2
    ? parseUnits(first)
    : undefined;
};

/** "3 more units", "2 unit aur chahiye": so many beside what was asked for. */
export const readMore = (tokens: readonly Token[]): number | undefined => {
  for (const [i, token] of tokens.entries()) {
    const more = parseSmallNumber(token);
    const at = i + 1 + words.unit.at(tokens, i + 1);
    const isMore =
      changedRequestWords.moreAfter.at(tokens, at) > 0 && tokens[at + 1]?.kind !== 'number';
    if (more && isMore) return more;
  }
  return undefined;
};
