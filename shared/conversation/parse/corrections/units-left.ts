import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import type { Token } from '../../text/normalize.ts';
import { isPartOfOther, parseSmallNumber } from '../../text/parse-small-number.ts';
import { endsBefore, type Vocabulary } from '../../text/vocabulary.ts';
import { unitWords as words } from '../../words/unit-words.ts';
import { findGroupMentions, type GroupMention } from '../parse-blood-group.ts';
import { type ComponentMention, findComponents } from '../parse-component.ts';

/* How many units are missing still, where a text tells of more than one number. */

export type UnitContext = {
  tokens: readonly Token[];
  components: readonly ComponentMention[];
  groups: readonly GroupMention[];
};

/** "5 likha tha, 2 mil gaya, 3 aur chahiye": of several numbers, the one that is said to be missing still. */
export const findStillMissing = (context: UnitContext): number[] => {
  const { tokens } = context;
  const counts = tokens.flatMap((token, i) => {
    const value = parseSmallNumber(token);
    const isOther = isPartOfOther(tokens, i) || words.otherCount.at(tokens, i + 1) > 0;
    return value && value <= 20 && !isOther ? [{ value, i }] : [];
  });
  if (counts.length < 2 || !tokens.some((_, i) => words.received.at(tokens, i) > 0)) return [];
  return counts.flatMap(({ value, i }) => {
    const unit = words.unit.at(tokens, i + 1);
    const group = context.groups.find(({ from }) => from === i + 1 + unit);
    const at = group?.to ?? i + 1 + unit;
    const isMissing = words.stillMissing.at(tokens, at) > 0 || endsBefore(tokens, i, words.missing);
    return isMissing ? [value] : [];
  });
};

const isHoped = (tokens: readonly Token[], i: number): boolean => words.hoped.at(tokens, i) > 0;

/** How far after a number the words stand that say that it came already. */
const receivedWithin = 6;

/** "5 units needed, relatives gave 2", "4 manga tha, 3 de diya": what is left of the larger number. */
export const findLeftOver = (context: UnitContext): number | undefined => {
  const { tokens } = context;
  const isWord = (i: number, word: Vocabulary): boolean => word.at(tokens, i) > 0;
  const isReceived = (i: number): boolean => {
    if (endsBefore(tokens, i, words.received)) return true;
    for (let n = i + 1; n <= i + receivedWithin; n++) {
      if (parseSmallNumber(tokens[n]) !== undefined || isWord(n, words.need)) return false;
      if (isWord(n, words.received)) return !isHoped(tokens, n + words.received.at(tokens, n));
    }
    return false;
  };
  const counts = tokens.flatMap((token, i) => {
    const value = parseSmallNumber(token);
    const isOther = isPartOfOther(tokens, i) || isWord(i + 1, words.otherCount);
    return value && value <= 12 && !isOther ? [{ value, i }] : [];
  });
  const came = counts.filter(({ i }) => isReceived(i));
  const [needed, ...others] = counts.filter((count) => !came.includes(count));
  const [first, ...more] = came;
  const isPlain = needed && first && needed.i < first.i && others.length + more.length === 0;
  return isPlain && needed.value > first.value ? needed.value - first.value : undefined;
};

/** The units that a text says are missing still, where some have come: "five were asked for, three have come". */
export const findUnitsLeft = (raw: string): number | undefined => {
  const tokens = tokenizeWithoutPhones(raw);
  const groups = findGroupMentions(tokens, raw);
  const context = { tokens, components: findComponents(tokens), groups };
  return findStillMissing(context)[0] ?? findLeftOver(context);
};
