import type { Component } from '../../terms/component.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { type Vocabulary, vocabulary } from '../text/vocabulary.ts';

/** found: the one component a text names; unclear: two different ones, or only a count of them. */
export type ComponentFound = { type: 'found'; component: Component } | { type: 'unclear' };

const named: readonly (readonly [Component, Vocabulary])[] = [
  [
    'whole-blood',
    vocabulary(
      'whole blood, whole bld, wholeblood, wb, fresh blood, fresh whole blood, taza khoon, pura khoon, poora khoon, hol blood, होल ब्लड, हॉल ब्लड, फ्रेश ब्लड, ताज़ा खून, पूरा खून, संपूर्ण रक्त, whole khoon',
    ),
  ],
  [
    'red-cells',
    vocabulary(
      'packed cell, packed cells, packed red cells, packed red cell, packed red blood cells, packed rbc, packed rbcs, packed blood, pack cell, pack cells, pack rbc, pkd rbc, pkd cells, packed, prbc, prbcs, p rbc, rbc, rbcs, prc, pcv, pack cel, packet cell, packet cells, red cells, red cell, red blood cells, red blood cell, lal rakt, lal khoon, पैक्ड सेल, पैक सेल, पैक्ड सेल्स, पैकड सेल, पैक्ड, आरबीसी, पीआरबीसी, लाल रक्त, लाल कोशिका, रेड सेल, पी आर बी सी, आर बी सी',
    ),
  ],
  [
    'platelets',
    vocabulary(
      'platelet, platelets, platlet, platlets, pletlet, pletlets, platelates, platelat, platelats, pletelets, pletelet, plateletes, plt, plts, sdp, sdps, rdp, rdps, single donor platelet, single donor platelets, random donor platelet, random donor platelets, jumbo platelet, jumbo platelets, prp, प्लेटलेट, प्लेटलेट्स, प्लेटलेटस, प्लैटलेट, प्लैटलेट्स, प्लेटलैट, प्लेटलैट्स, प्लेटिलेट, प्लेट्लेट, प्लेटलेटें, एसडीपी, आरडीपी, बिंबाणु',
    ),
  ],
  [
    'plasma',
    vocabulary(
      'plasma, plazma, plasama, ffp, ffps, fresh frozen plasma, cryo, cryoprecipitate, cryos, frozen plasma, प्लाज्मा, प्लाज़मा, प्लाजमा, एफएफपी, क्रायो, एफ एफ पी',
    ),
  ],
];
const exchangeOfPlasma = vocabulary('plasma exchange, plasmapheresis', true);
const counts = vocabulary(
  'count, counts, counting, level, kam, low, down, gir, gira, gire, ghat, were, was, are, only, count is, काउंट, कम, गिर, घट, rate',
  true,
);
const conjunction = vocabulary('and, aur, n, plus, or, ya, और, या, एवं, व', true);
const anyBlood = vocabulary('blood, khoon, khun, rakt, खून, रक्त, ब्लड', true);

/** A place in the text that names a component. Token indices. */
export type ComponentMention = { component: Component; from: number; to: number; isCount: boolean };

/** The component named from token i on. */
export const componentAt = (tokens: readonly Token[], i: number): ComponentMention | undefined => {
  for (const [component, words] of named) {
    const length = words.at(tokens, i);
    if (length > 0)
      return { component, from: i, to: i + length, isCount: isCount(tokens, i + length) };
  }
  return undefined;
};

/** "platelets 12000", "plt count 15k", "platelets gir gaye": how many there are, not what is asked for. */
const isCount = (tokens: readonly Token[], after: number): boolean => {
  for (let i = after; i < after + 4; i++) {
    const token = tokens[i];
    if (!token || token.text === '\n') return false;
    if (counts.at(tokens, i) > 0) return true;
    if (token.kind === 'number') return token.text.length >= 4 || tokens[i + 1]?.text === 'k';
    if (
      token.kind === 'word' &&
      !['is', 'h', 'hai', 'ki', 'sirf', 'हे', 'है', 'की'].includes(token.text)
    )
      return false;
  }
  return false;
};

/** Every component named, in order. Linear. */
export const findComponents = (tokens: readonly Token[]): ComponentMention[] => {
  const mentions: ComponentMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mention = exchangeOfPlasma.at(tokens, i) > 0 ? undefined : componentAt(tokens, i);
    if (!mention) continue;
    mentions.push(mention);
    i = mention.to - 1;
  }
  return mentions;
};

/** "blood aur platelets": whole blood and something else. */
const isBesideBlood = (tokens: readonly Token[], { from, to }: ComponentMention): boolean => {
  const isJoined = (i: number): boolean =>
    conjunction.at(tokens, i) > 0 || ['+', '/', '&'].includes(tokens[i]?.text ?? '');
  return (
    (isJoined(to) && anyBlood.at(tokens, to + 1) > 0) ||
    (isJoined(from - 1) && anyBlood.at(tokens, from - 2) > 0)
  );
};

export const settleComponent = (
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

/** Whole blood, packed red cells, platelets or plasma (cryo), in any spelling; plain "blood" names none of them. */
export const parseComponent = (text: string): ComponentFound | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  return settleComponent(findComponents(tokens), tokens);
};
