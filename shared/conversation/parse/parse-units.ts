import type { Token } from '../text/normalize.ts';
import { isPartOfOther, parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore, type Vocabulary } from '../text/vocabulary.ts';
import { unitWords as words } from '../words/unit-words.ts';
import { isOffered } from './corrections/offered-donors.ts';
import { findLeftOver, findStillMissing, type UnitContext } from './corrections/units-left.ts';
import { componentAt } from './parse-component.ts';

/** Where the range that ends at i begins. Its larger number counts, so that the units suffice. 12-2 is no range. */
const rangeStart = (tokens: readonly Token[], i: number): number => {
  const mark = tokens[i - 1];
  const upper = parseSmallNumber(tokens[i]) ?? 0;
  const isLink = mark?.text === '-' || mark?.text === '/' || words.range.at(tokens, i - 1) === 1;
  const at = isLink ? i - 2 : i - 1;
  const lower = parseSmallNumber(tokens[at]);
  const isPair = isLink || (tokens[i]?.kind === 'word' && tokens[at]?.kind === 'word');
  return isPair && lower !== undefined && lower < upper && upper <= 20 ? at : i;
};

const skipFiller = (tokens: readonly Token[], from: number): number => {
  let at = from;
  for (let n = 0; n < 3; n++) {
    const component = componentAt(tokens, at);
    if (component) at = component.to;
    else if (words.unit.at(tokens, at) === 0 && words.filler.at(tokens, at) > 0)
      at += words.filler.at(tokens, at);
    else break;
  }
  return at;
};

/** True when the number at i counts units, by what follows: "2 unit", "two bottles", "2u", "2 more units", "4 RDP". */
const isCountAt = ({ tokens, groups }: UnitContext, i: number, word: Vocabulary): boolean => {
  const value = parseSmallNumber(tokens[i]);
  if (value === undefined || value === 0) return false;
  // "One (1) unit".
  const isBracketed = tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')';
  const next = skipFiller(tokens, i + (isBracketed ? 2 : 1));
  // "Two A+ donors".
  const group = groups.find(({ from }) => from === next);
  const at = group ? skipFiller(tokens, group.to) : next;
  const isWord =
    word.at(tokens, at) > 0 ||
    (words.shortUnit.at(tokens, i + 1) > 0 &&
      (tokens[i + 1]?.glued === true || word === words.unit));
  return isWord && !isPartOfOther(tokens, rangeStart(tokens, i));
};

const findByUnitWord = (context: UnitContext, word: Vocabulary): number[] =>
  context.tokens.flatMap((token, i) =>
    isCountAt(context, i, word) && !(word === words.donor && isOffered(context.tokens, i))
      ? (parseSmallNumber(token) ?? [])
      : [],
  );

const findByComponent = ({ tokens, components }: UnitContext): number[] =>
  components.flatMap(({ from, isCount }) => {
    const value = parseSmallNumber(tokens[from - 1]);
    return value &&
      !isCount &&
      !isPartOfOther(tokens, from - 1) &&
      !endsBefore(tokens, from - 1, words.place)
      ? value
      : [];
  });

/** "Units: 2", "qty - 2", "requirement 2". */
const findByLabel = ({ tokens }: UnitContext): number[] =>
  tokens.flatMap((_, i) => {
    const length = words.label.at(tokens, i);
    if (length === 0) return [];
    let at = i + length;
    while (
      at < i + length + 3 &&
      (tokens[at]?.kind === 'mark'
        ? ':-=.('.includes(tokens[at]?.text ?? '?')
        : words.afterLabel.at(tokens, at) > 0)
    )
      at++;
    const value = parseSmallNumber(tokens[at]);
    const isOther =
      words.otherCount.at(tokens, at + 1) > 0 ||
      (tokens[at + 1]?.kind === 'mark' &&
        '/.:'.includes(tokens[at + 1]?.text ?? '?') &&
        tokens[at + 2]?.kind === 'number' &&
        tokens[at + 2]?.glued === true);
    if (!value || value > 99 || isOther) return [];
    const isTo =
      ['-', '/'].includes(tokens[at + 1]?.text ?? '') || words.range.at(tokens, at + 1) > 0;
    const upper = isTo ? parseSmallNumber(tokens[at + 2]) : undefined;
    return upper && upper > value && upper <= 20 ? upper : value;
  });

/** One bag is 350 or 450 ml (docs/facts.md#eligibility). */
const findByVolume = ({ tokens }: UnitContext): number[] =>
  tokens.flatMap((token, i) =>
    token.kind === 'number' &&
    words.millilitre.at(tokens, i + 1) > 0 &&
    Number(token.text) >= 100 &&
    Number(token.text) <= 5000
      ? Math.max(1, Math.round(Number(token.text) / 400))
      : [],
  );

/** "need 2 B+". */
const findByGroup = ({ tokens, groups }: UnitContext): number[] =>
  groups.flatMap(({ from }) => {
    const value = parseSmallNumber(tokens[from - 1]);
    const isAsked = from === 1 || endsBefore(tokens, from - 1, words.need);
    return value && value <= 10 && tokens[from - 1]?.kind === 'number' && isAsked ? value : [];
  });

const timesSigns = new Set(['x', '×', '*']);
const mostAfter = 12;

/** "PRBC x 3", "FFP 6", "बी पॉजिटिव 3, मिर्जापुर में": a number just after what is needed, where nothing else is counted. */
const findAfterNeed = (context: UnitContext): number[] => {
  const { tokens, components, groups } = context;
  const ends = [...components.filter(({ isCount }) => !isCount), ...groups].map(({ to }) => to);
  return ends.flatMap((to) => {
    const isTimes = timesSigns.has(tokens[to]?.text ?? '');
    const at = isTimes ? to + 1 : to;
    const value = parseSmallNumber(tokens[at]);
    const next = tokens[at + 1];
    const isEnd = next === undefined || (next.kind === 'mark' && !'./:-'.includes(next.text));
    const isStop = isEnd || (next?.text === '.' && tokens[at + 2]?.kind !== 'number');
    const isPlain =
      tokens[at]?.kind === 'number' && (isTimes || isStop) && !isPartOfOther(tokens, at);
    return value && value <= mostAfter && isPlain && words.otherCount.at(tokens, at + 1) === 0
      ? [value]
      : [];
  });
};

/** How many units a request asks for. "1-2 units" is 2. Two different amounts of one kind are none: it is asked. */
export const findUnits = (context: UnitContext): number | undefined => {
  const byRule = [
    findStillMissing(context),
    [findLeftOver(context) ?? []].flat(),
    findByUnitWord(context, words.unit),
    findByLabel(context),
    findByComponent(context),
    findByVolume(context),
    findByUnitWord(context, words.donor),
    findByGroup(context),
    findAfterNeed(context),
    context.tokens.some((_, i) => words.oneUnit.at(context.tokens, i) > 0) ? [1] : [],
  ];
  const [first, ...others] = byRule.find((values) => values.length > 0) ?? [];
  return others.every((value) => value === first) ? first : undefined;
};
