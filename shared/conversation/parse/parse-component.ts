import { type Component, components } from '../../terms/component.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { componentNames, componentWords as words } from '../words/component-words.ts';
import { unitWords } from '../words/unit-words.ts';

/** found: the one component that a text names. unclear: two different ones, or only a count. */
export type ComponentFound = { type: 'found'; component: Component } | { type: 'unclear' };

/** One mention of a component. Token indices, `to` exclusive. `isCount`: how many the patient has. */
export type ComponentMention = { component: Component; from: number; to: number; isCount: boolean };

/** The component named from token i on. */
export const componentAt = (tokens: readonly Token[], i: number): ComponentMention | undefined => {
  for (const component of components) {
    const length = componentNames[component].at(tokens, i);
    // "2 packet" is a number of bags, though it sounds like "packed".
    const isBag = length === 1 && unitWords.unit.at(tokens, i) > 0;
    if (length > 0 && !isBag)
      return { component, from: i, to: i + length, isCount: isCount(tokens, i + length) };
  }
  return undefined;
};

/** True when a component is counted, not asked for: "platelets 12000", "plt count 15k", "platelets gir gaye". */
const isCount = (tokens: readonly Token[], after: number): boolean => {
  for (let i = after; i < after + 4; i++) {
    const token = tokens[i];
    if (!token || token.text === '\n') return false;
    // "Need platelets. Count only 9000": the component stands alone in its sentence.
    const isClosed = ['.', '।', ';'].includes(tokens[i - 1]?.text ?? '') && !token.glued;
    const isListed = tokens[i - 1]?.text === ',' && words.countName.at(tokens, i) > 0;
    if (isClosed || isListed) return false;
    if (words.count.at(tokens, i) > 0) return true;
    if (token.kind === 'number') return token.text.length >= 4 || tokens[i + 1]?.text === 'k';
    if (token.kind === 'word' && words.beforeCount.at(tokens, i) === 0) return false;
  }
  return false;
};

/** All mentions of a component, in order. Linear. */
export const findComponents = (tokens: readonly Token[]): ComponentMention[] => {
  const mentions: ComponentMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mention = words.plasmaExchange.at(tokens, i) > 0 ? undefined : componentAt(tokens, i);
    if (!mention) continue;
    mentions.push(mention);
    i = mention.to - 1;
  }
  return mentions;
};

/** True for "blood aur platelets": whole blood and another component. */
const isBesideBlood = (tokens: readonly Token[], { from, to }: ComponentMention): boolean => {
  const isJoined = (i: number): boolean =>
    words.and.at(tokens, i) > 0 || ['+', '/', '&'].includes(tokens[i]?.text ?? '');
  return (
    (isJoined(to) && words.blood.at(tokens, to + 1) > 0) ||
    (isJoined(from - 1) && words.blood.at(tokens, from - 2) > 0)
  );
};

/** The component of all mentions together, counts left out, or unclear. */
export const resolveComponent = (
  mentions: readonly ComponentMention[],
  tokens: readonly Token[],
): ComponentFound | undefined => {
  const asked = mentions.filter((mention) => !mention.isCount);
  const [first] = asked;
  if (!first) return mentions.length > 0 ? { type: 'unclear' } : undefined;
  const isOne = asked.every((mention) => mention.component === first.component);
  const isPure = !asked.some(
    (mention) => mention.component !== 'whole-blood' && isBesideBlood(tokens, mention),
  );
  return isOne && isPure ? { type: 'found', component: first.component } : { type: 'unclear' };
};

/** Whole blood, packed red cells, platelets or plasma (cryo), in any spelling. Plain "blood" is undefined. */
export const parseComponent = (text: string): ComponentFound | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  return resolveComponent(findComponents(tokens), tokens);
};
