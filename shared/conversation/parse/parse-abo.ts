import type { Token } from '../text/normalize.ts';
import { endsBefore, vocabulary } from '../text/vocabulary.ts';

export type Abo = 'A' | 'B' | 'AB' | 'O';
export type Sign = '+' | '-';

export const aboVocabulary = {
  groupWord: vocabulary(
    'group, groups, grp, gr, gp, bg, type, phenotype, समूह, ग्रुप, गुरुप, ग्रूप, blood type, rakt samuh, group is, group ka, group hai, group h, ग्रुप है, group name',
    true,
  ),
  bloodWord: vocabulary('blood, blod, khoon, khun, rakt, ब्लड, खून, रक्त', true),
  /** "Bombay blood bank" is a place. */
  notBlood: vocabulary('blood bank, blood centre, blood center', true),
  bombay: vocabulary('bombay, bombai, बॉम्बे, बाम्बे, बंबई, hh, h h', true),
  oh: vocabulary('oh', true),
  needsIt: vocabulary(
    'blood, khoon, khun, rakt, ब्लड, खून, रक्त, chahiye, chaiye, chahie, needed, required, चाहिए, donor, डोनर',
    true,
  ),
  aroundLone: vocabulary(
    'group, grp, blood, khoon, ka, ki, hai, h, is, my, mera, patient, type, खून, का, है, ग्रुप, ब्लड, मेरा, समूह, the, its, it, रक्त',
    true,
  ),
};

/** After these a letter is a bed, a virus, a vitamin or a mark at school, never a group. */
const otherThings = vocabulary(
  `ward, bed, block, room, wing, tower, gate, section, sector, flat, floor, plot, lift, lane, house, plan, class, grade, naac, rank, cabin, opd, counter, coach, seat, building,
  ward no, bed no, room no, block no, bed number, flat no, house no, gate no, ward number, plot no,
  hepatitis, hepatites, hep, hepatits, hbv, vitamin, vit, influenza, flu, typhi, typhoid, widal, strepto, streptococcus, apolipoprotein, part, option, hepatitis virus, virus,
  वार्ड, बेड, ब्लॉक, कमरा, हेपेटाइटिस, विटामिन, विंग, टाइफाइड, गेट, सेक्टर, वार्ड नं, बेड नं`,
  true,
);

const letters: ReadonlyMap<string, Abo> = new Map([
  ['a', 'A'],
  ['b', 'B'],
  ['o', 'O'],
  ['ab', 'AB'],
  ['ए', 'A'],
  ['ऐ', 'A'],
  ['बि', 'B'],
  ['ओ', 'O'],
  ['एबि', 'AB'],
  ['ऐबि', 'AB'],
]);

/** Letters that are common words or digits and need a sign to be a group: zero, "bi". */
const needsSign: ReadonlyMap<string, Abo> = new Map([
  ['0', 'O'],
  ['bi', 'B'],
  ['abi', 'AB'],
]);

/** Written in one word: "bpos", "oneg", "abplus", "बीपॉजिटिव". */
const signEndings: ReadonlyMap<string, Sign> = new Map([
  ['pos', '+'],
  ['posi', '+'],
  ['positive', '+'],
  ['positiv', '+'],
  ['postive', '+'],
  ['plus', '+'],
  ['neg', '-'],
  ['negative', '-'],
  ['negativ', '-'],
  ['negetive', '-'],
  ['minus', '-'],
  ['पाजिटिव', '+'],
  ['पोजिटिव', '+'],
  ['प्लस', '+'],
  ['नेगेटिव', '-'],
  ['निगेटिव', '-'],
]);

const oneWord = (text: string): { abo: Abo; sign: Sign } | undefined => {
  for (const length of [3, 2, 1]) {
    const abo = letters.get(text.slice(0, length));
    const sign = abo && signEndings.get(text.slice(length));
    if (abo && sign) return { abo, sign };
  }
  return undefined;
};

export type ParsedAbo = {
  abo: Abo;
  next: number;
  /** The sign was part of the same word. */
  sign?: Sign;
  /** Only with a sign is it a group. */
  needsSign?: boolean;
  /** "a b+": AB+, or one B+? */
  isUnsure?: boolean;
};

/** "b/o Rekha" (baby of), "s/o", "c/o", "a/c". */
const isOfSomebody = (tokens: readonly Token[], i: number): boolean => {
  const isSlash = (n: number): boolean => tokens[n]?.text === '/' && tokens[n]?.glued === true;
  const shortBefore = (tokens[i - 2]?.text.length ?? 9) <= 1;
  const shortAfter = tokens[i + 2]?.kind === 'word' && (tokens[i + 2]?.text.length ?? 9) <= 1;
  const isSigned =
    ['+', '-', '('].includes(tokens[i + 3]?.text ?? '') ||
    ['+', '-', '('].includes(tokens[i + 1]?.text ?? '');
  return !isSigned && ((isSlash(i - 1) && shortBefore) || (isSlash(i + 1) && shortAfter));
};

const isCapital = (token: Token, raw: string): boolean =>
  raw.slice(token.start, token.end) !== token.text;

/** A1, A2, A1B, A2B: subgroups count as their group. */
const readSubgroup = (tokens: readonly Token[], i: number): ParsedAbo | undefined => {
  const [digit, letter] = [tokens[i + 1], tokens[i + 2]];
  if (tokens[i]?.text !== 'a' || !digit?.glued || !['1', '2'].includes(digit.text))
    return undefined;
  return letter?.glued && letter.text === 'b'
    ? { abo: 'AB', next: i + 3, needsSign: true }
    : { abo: 'A', next: i + 2, needsSign: true };
};

const readPair = (tokens: readonly Token[], i: number, raw: string): ParsedAbo | undefined => {
  const [first, dot] = [tokens[i], tokens[i + 1]];
  const at = dot?.text === '.' && dot.glued ? i + 2 : i + 1;
  const second = tokens[at];
  if (!first || !second || letters.get(first.text) !== 'A' || letters.get(second.text) !== 'B')
    return undefined;
  if (first.text !== 'a') return { abo: 'AB', next: at + 1 };
  if (second.text !== 'b') return undefined;
  if (at > i + 1) return { abo: 'AB', next: at + 1, needsSign: true };
  // "need a B+ donor": a small a before a capital B is the article.
  const isArticle = !isCapital(first, raw) && isCapital(second, raw);
  return isArticle ? undefined : { abo: 'AB', next: at + 1, isUnsure: true, needsSign: true };
};

/** A, B, AB or O at token i, in letters of either script; undefined where such a letter is something else. */
export const parseAbo = (
  tokens: readonly Token[],
  i: number,
  raw: string,
): ParsedAbo | undefined => {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || endsBefore(tokens, i, otherThings)) return undefined;
  // "5.0+", "12B": part of a number or of a house.
  if (
    token.glued &&
    (before?.kind === 'number' || (before?.text === '.' && tokens[i - 2]?.kind === 'number'))
  )
    return before?.kind === 'number' &&
      ['+'].includes(tokens[i + 1]?.text ?? '') &&
      letters.has(token.text)
      ? { abo: letters.get(token.text) ?? 'O', next: i + 1, needsSign: true }
      : undefined;
  if (isOfSomebody(tokens, i)) return undefined;
  const single = letters.get(token.text);
  if (single)
    return readSubgroup(tokens, i) ?? readPair(tokens, i, raw) ?? { abo: single, next: i + 1 };
  const signed = needsSign.get(token.text);
  if (signed) return { abo: signed, next: i + 1, needsSign: true };
  const whole = oneWord(token.text);
  return whole && { ...whole, next: i + 1 };
};
