import type { Token } from '../text/normalize.ts';
import { endsBefore, vocabulary } from '../text/vocabulary.ts';
import type { Sign } from './parse-abo.ts';

const positive = vocabulary(
  `positive, positiv, pos, posi, posit, postive, positve, possitive, pozitive, pozitiv, pojitive, pojitiv, pojetive, pojtiv, paojitiv, pasitive, plus, posative, pstv, positif, pojitib, posetive,
  पॉजिटिव, पोजिटिव, पोजेटिव, पौजिटिव, पॉसिटिव, पोसिटिव, पाजेटिव, पाज़टिव, पॉजिटीव, प्लस, धनात्मक, धन, पॉजिटिभ, पोज़ेटिव`,
);
const negative = vocabulary(
  `negative, negativ, neg, nega, negetive, negetiv, nagative, nagativ, nagetive, nagetiv, nigative, nigativ, nigetive, nigetiv, ngative, negtive, negtiv, neagtive, minus, mines, ngtv, negitive,
  नेगेटिव, निगेटिव, नेगटिव, निगटिव, नैगेटिव, नेगिटिव, नगेटिव, नेगेटिभ, निगेटिभ, माइनस, माईनस, ऋणात्मक, ऋण`,
);
/** What follows a bare sign: "+ve", "-ive". */
const signEnding = vocabulary(
  've, ive, tive, v, iv, tv, tiv, vi, vee, positive, वे, वी, ve group',
  true,
);
const rhLabel = vocabulary('rh, rhd, d, rh d, rh factor, factor, rh type, आरएच', true);
const groupLabel = vocabulary('group, grp, blood group, blood, type, ग्रुप, ब्लड ग्रुप, समूह, ब्लड', true);

/** "a positive person", "a positive report": a word of praise or a test, not a group. */
const notBlood = vocabulary(
  `person, people, attitude, thought, thoughts, thinker, thinking, mind, mindset, outlook, approach, news, change, result, results, report, response, case, cases, test, tested, sign, feedback, impact, note, answer, energy, vibes, step, aspect, side, balance, number, role, way, review, influence, environment, word, force, idea, life,
  रिपोर्ट, सोच, व्यक्ति, असर, केस, hospital, clinic, lab, diagnostic, diagnostics, nursing, pathology, homes, homoeo, energy`,
  true,
);
const tests = vocabulary(
  'report, test, covid, corona, hiv, dengue, result, rtpcr, रिपोर्ट, टेस्ट, कोविड',
  true,
);
const places = vocabulary(
  'ward, block, wing, bed, floor, tower, gate, sector, section, building, वार्ड, ब्लॉक, बेड',
  true,
);
const ambiguousWords = ['a', 'o', 'ab', 'ए', 'ओ', 'ऐ', '0'];

export type ParsedRh = { sign: Sign | '?'; next: number };

const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && token.text.length === 1 && marks.includes(token.text);

/** Is the sign contradicted right after it: "+/-", "+ or -", "positive/negative", "(+) neg"? */
const isContradicted = (tokens: readonly Token[], next: number, sign: Sign): boolean => {
  const isOr = isMark(tokens[next], '/') || vocabularyOr.at(tokens, next) > 0;
  const at = isOr ? next + 1 : next;
  const opposite = sign === '+' ? negative : positive;
  if (opposite.at(tokens, at) > 0) return true;
  const mark = sign === '+' ? '-' : '+';
  return isOr && isMark(tokens[at], mark);
};
const vocabularyOr = vocabulary('or, ya, या', true);

const settle = (tokens: readonly Token[], next: number, sign: Sign): ParsedRh =>
  isContradicted(tokens, next, sign) ? { sign: '?', next } : { sign, next };

const skipClosing = (tokens: readonly Token[], i: number): number => {
  let at = i;
  while (at < i + 2 && isMark(tokens[at], ")]'")) at++;
  return at;
};

const readPlus = (tokens: readonly Token[], i: number): ParsedRh => {
  const doubled = isMark(tokens[i + 1], '+') ? i + 2 : i + 1;
  const closed = skipClosing(tokens, doubled);
  const next = closed + signEnding.at(tokens, closed);
  const after = tokens[closed];
  if (isMark(after, '-') && after?.glued) {
    const beyond = tokens[closed + 1];
    const isDash =
      beyond !== undefined &&
      beyond.text !== '\n' &&
      signEnding.at(tokens, closed + 1) === 0 &&
      !isMark(beyond, ')/');
    return isDash ? { sign: '+', next: closed } : { sign: '?', next: closed + 1 };
  }
  return settle(tokens, next, '+');
};

/** A dash is a minus only where it cannot be a dash: "B-ve", "B(-)", "B- blood", "O -" at the end. */
const readDash = (tokens: readonly Token[], i: number, isDirect: boolean): ParsedRh | 'none' => {
  const [dash, after] = [tokens[i], tokens[i + 1]];
  const ending = signEnding.at(tokens, i + 1);
  if (positive.at(tokens, i + 1) > 0)
    return settle(tokens, i + 1 + positive.at(tokens, i + 1), '+');
  if (negative.at(tokens, i + 1) > 0)
    return settle(tokens, i + 1 + negative.at(tokens, i + 1), '-');
  if (ending > 0) return settle(tokens, i + 1 + ending, '-');
  if (isMark(after, ")]'") && !isDirect) {
    const closed = skipClosing(tokens, i + 1);
    return settle(tokens, closed + signEnding.at(tokens, closed), '-');
  }
  if (!isDirect || isMark(after, '-+(>=/:')) return { sign: '?', next: i + 1 };
  if (!after || after.text === '\n') return { sign: '-', next: i + 1 };
  if (after.kind === 'mark')
    return dash?.glued ? { sign: '-', next: i + 1 } : { sign: '?', next: i + 1 };
  if (places.at(tokens, i + 1) > 0)
    return after.glued || tokens[i + 2]?.kind !== 'number' ? 'none' : { sign: '?', next: i + 1 };
  if (dash?.glued && !after.glued) return { sign: '-', next: i + 1 };
  if (dash?.glued && after.kind === 'number')
    return isCounted(tokens, i + 2) ? { sign: '?', next: i + 1 } : 'none';
  return { sign: '?', next: i + 1 };
};

const countWords = vocabulary(
  'unit, units, u, bottle, bottles, botal, bag, यूनिट, बोतल, unt, unts, donor, donors',
  true,
);
const isCounted = (tokens: readonly Token[], i: number): boolean => countWords.at(tokens, i) > 0;

const readWord = (
  tokens: readonly Token[],
  i: number,
  aboAt: number,
): ParsedRh | 'none' | undefined => {
  const plus = positive.at(tokens, i);
  const minus = plus > 0 ? 0 : negative.at(tokens, i);
  if (plus + minus === 0) return undefined;
  const next = i + plus + minus;
  const isWordToo = ambiguousWords.includes(tokens[aboAt]?.text ?? '');
  if (isWordToo && (notBlood.at(tokens, next) > 0 || endsBefore(tokens, aboAt, tests)))
    return 'none';
  const sign: Sign = plus > 0 ? '+' : '-';
  const closed = isMark(tokens[next], '(') ? next + 1 : next;
  if (isMark(tokens[closed], sign === '+' ? '-' : '+') && signEnding.at(tokens, closed + 1) > 0)
    return { sign: '?', next };
  return settle(tokens, next, sign);
};

/**
 * The Rh sign from token i on, after the ABO letter at `aboAt`. '?': something is said, but not safely what.
 * 'none': the letter was no group at all ("A-12", "a positive person"). undefined: no sign.
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
    const label = rhLabel.at(tokens, at) || groupLabel.at(tokens, at);
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
  const word = readWord(tokens, at, aboAt);
  if (word) return word;
  const token = tokens[at];
  if (isMark(token, '+')) {
    const hasEnding = signEnding.at(tokens, at + 1) > 0 || isMark(tokens[at + 1], ')');
    if ((isSpelledOnly || isLabelled) && !hasEnding) return undefined;
    return isNextLetter(tokens, at + 1) ? { sign: '?', next: at + 1 } : readPlus(tokens, at);
  }
  if (isMark(token, '-')) {
    if (isSpelledOnly || isLabelled)
      return signEnding.at(tokens, at + 1) > 0 ? readDash(tokens, at, false) : undefined;
    return readDash(tokens, at, at === i);
  }
  return signEnding.at(tokens, at) > 0 && tokens[at]?.text === 've'
    ? { sign: '?', next: at + 1 }
    : undefined;
};

/** "A + B": a list of letters, not a sign. */
const isNextLetter = (tokens: readonly Token[], i: number): boolean =>
  ['a', 'b', 'o', 'ab'].includes(tokens[i]?.text ?? '') &&
  !isMark(tokens[i + 1], '+-') &&
  tokens[i]?.glued === false;
