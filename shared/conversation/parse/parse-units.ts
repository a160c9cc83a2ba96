import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore, vocabulary } from '../text/vocabulary.ts';
import { smallNumber } from '../words/number-words.ts';
import type { GroupMention } from './parse-blood-group.ts';
import { type ComponentMention, componentAt, findComponents } from './parse-component.ts';

const unitWord = vocabulary(
  `unit, units, unt, unts, unite, unites, untis, yunit, yunits, uint, uints, unitt, bottle, bottles, bottel, botal, bottal, botle, botel, btl, btls, bag, bags, pint, pints, packet, packets, pkt, pouch, pouches, nos,
  यूनिट, युनिट, यूनिट्स, यूनीट, बोतल, बोटल, बॉटल, बोतलें, पैकेट, थैली, पाउच, बैग, इकाई`,
  true,
);
const donorWord = vocabulary('donor, donors, donar, donars, doner, डोनर, रक्तदाता', true);
const filler = vocabulary(
  `blood, blod, khoon, khun, rakt, fresh, full, more, aur, whole, of, nos, positive, negative, ve, extra, ब्लड, खून, रक्त, और`,
  true,
);
const label = vocabulary(
  `unit, units, unt, unts, unit required, units required, units needed, unit needed, no of units, no of unit, number of units, qty, quantity, requirement, bottle, bottles, bottles required, unit chahiye, यूनिट, यूनिट चाहिए, कितने यूनिट, मात्रा, इकाई, total units`,
  true,
);
/** What a number after "units:" would count instead. */
const otherCount = vocabulary(
  'hrs, hr, hour, hours, ghante, ghanta, min, mins, minute, pm, am, baje, bje, days, din, nov, dec, yrs, yr, years, saal, sal, th, st, nd, rd, घंटे, बजे, दिन, साल, वर्ष, jan, oct, km, ml, g',
  true,
);
const range = vocabulary('to, or, ya, se, या, से', true);
const needWords = vocabulary(
  'need, needs, needed, require, required, want, wanted, arrange, chahiye, chaiye',
  true,
);

/** Two numbers as a range: the larger, so that nobody is short; 12-2 is no range. */
const rangeStart = (tokens: readonly Token[], i: number): number => {
  const mark = tokens[i - 1];
  const upper = smallNumber(tokens[i]) ?? 0;
  const isLink = mark?.text === '-' || mark?.text === '/' || range.at(tokens, i - 1) === 1;
  const at = isLink ? i - 2 : i - 1;
  const lower = smallNumber(tokens[at]);
  const isPair = isLink || (tokens[i]?.kind === 'word' && tokens[at]?.kind === 'word');
  return isPair && lower !== undefined && lower < upper && upper <= 20 ? at : i;
};

/** Part of a decimal, a date, a code of letters and digits ("Hb 5.2", "12/10", "B12"). */
const isPartOfOther = (tokens: readonly Token[], i: number): boolean => {
  const [first, before, far] = [tokens[i], tokens[i - 1], tokens[i - 2]];
  if (first?.kind !== 'number' || !first.glued) return false;
  return (
    before?.kind === 'mark' &&
    ['.', '/', ':'].includes(before.text) &&
    far?.kind === 'number' &&
    before.glued
  );
};

const afterFiller = (tokens: readonly Token[], from: number): number => {
  let at = from;
  for (let n = 0; n < 3; n++) {
    const component = componentAt(tokens, at);
    if (component) at = component.to;
    else if (unitWord.at(tokens, at) === 0 && filler.at(tokens, at) > 0)
      at += filler.at(tokens, at);
    else break;
  }
  return at;
};

type Context = {
  tokens: readonly Token[];
  components: readonly ComponentMention[];
  groups: readonly GroupMention[];
};

const isGluedU = (token: Token | undefined): boolean => token?.text === 'u' && token.glued;

/** "2 unit", "two bottles", "2u", "2 more units", "4 RDP": the number at i, by what stands after it. */
const countAt = ({ tokens }: Context, i: number, word: typeof unitWord): boolean => {
  const value = smallNumber(tokens[i]);
  if (value === undefined || value === 0) return false;
  const at = afterFiller(tokens, i + 1);
  const isWord =
    word.at(tokens, at) > 0 ||
    isGluedU(tokens[i + 1]) ||
    (tokens[i + 1]?.text === 'u' && word === unitWord);
  return isWord && !isPartOfOther(tokens, rangeStart(tokens, i));
};

const byUnitWord = (context: Context, word: typeof unitWord): number[] =>
  context.tokens.flatMap((token, i) =>
    countAt(context, i, word) ? (smallNumber(token) ?? []) : [],
  );

const byComponent = ({ tokens, components }: Context): number[] =>
  components.flatMap(({ from, isCount }) => {
    const value = smallNumber(tokens[from - 1]);
    return value &&
      !isCount &&
      !isPartOfOther(tokens, from - 1) &&
      !endsBefore(tokens, from - 1, placeWord)
      ? value
      : [];
  });
const placeWord = vocabulary(
  'ward, bed, room, no, floor, age, number, cabin, वार्ड, बेड, नं, नंबर, unit no',
  true,
);

/** "Units: 2", "qty - 2", "requirement 2". */
const byLabel = ({ tokens }: Context): number[] =>
  tokens.flatMap((_, i) => {
    const length = label.at(tokens, i);
    if (length === 0) return [];
    let at = i + length;
    while (
      at < i + length + 3 &&
      (tokens[at]?.kind === 'mark'
        ? ':-=.('.includes(tokens[at]?.text ?? '?')
        : ['is', 'required', 'needed', 'of', 'blood', 'req'].includes(tokens[at]?.text ?? ''))
    )
      at++;
    const value = smallNumber(tokens[at]);
    const isOther =
      otherCount.at(tokens, at + 1) > 0 ||
      (tokens[at + 1]?.kind === 'mark' &&
        '/.:'.includes(tokens[at + 1]?.text ?? '?') &&
        tokens[at + 2]?.kind === 'number' &&
        tokens[at + 2]?.glued === true);
    if (!value || value > 99 || isOther) return [];
    const isTo = ['-', '/'].includes(tokens[at + 1]?.text ?? '') || range.at(tokens, at + 1) > 0;
    const upper = isTo ? smallNumber(tokens[at + 2]) : undefined;
    return upper && upper > value && upper <= 20 ? upper : value;
  });

/** One bag is 350 or 450 ml (FACTS §2). */
const byVolume = ({ tokens }: Context): number[] =>
  tokens.flatMap((token, i) =>
    token.kind === 'number' &&
    ['ml', 'cc', 'एमएल'].includes(tokens[i + 1]?.text ?? '') &&
    Number(token.text) >= 100 &&
    Number(token.text) <= 5000
      ? Math.max(1, Math.round(Number(token.text) / 400))
      : [],
  );

/** "need 2 B+". */
const byGroup = ({ tokens, groups }: Context): number[] =>
  groups.flatMap(({ from }) => {
    const value = smallNumber(tokens[from - 1]);
    const isAsked = from === 1 || endsBefore(tokens, from - 1, needWords);
    return value && value <= 10 && tokens[from - 1]?.kind === 'number' && isAsked ? value : [];
  });

const article = vocabulary('a unit, a bottle, an unit, a bag, single unit, single bottle', true);

/** How many units a request asks for. "1-2 units" is 2; two different amounts of one kind: the first said. */
export const findUnits = (context: Context): number | undefined => {
  const byRule = [
    byUnitWord(context, unitWord),
    byLabel(context),
    byComponent(context),
    byVolume(context),
    byUnitWord(context, donorWord),
    byGroup(context),
    context.tokens.some((_, i) => article.at(context.tokens, i) > 0) ? [1] : [],
  ];
  return byRule.find((values) => values.length > 0)?.[0];
};

/** The answer to "how many units?": "2", "दो", "2 unit", "do bottle". Numbers above the policy's maximum are returned as they are. */
export const parseUnits = (text: string): number | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  const found = findUnits({ tokens, components: findComponents(tokens), groups: [] });
  if (found !== undefined) return found;
  const isDecimal = tokens.some(
    (token, i) =>
      token.text === '.' && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number',
  );
  const numbers = isDecimal ? [] : tokens.flatMap((token) => smallNumber(token) ?? []);
  const isRange =
    numbers.length === 2 && (numbers[0] ?? 0) < (numbers[1] ?? 0) && tokens.length <= 3;
  const value =
    numbers.length === 1 && tokens.length <= 4 ? numbers[0] : isRange ? numbers[1] : undefined;
  return value === 0 ? undefined : value;
};
