import type { Token } from '../../text/normalize.ts';
import { endsBefore, type Vocabulary } from '../../text/vocabulary.ts';
import { correctionWords as words } from '../../words/corrections/correction-words.ts';
import type { Mention, MentionKind } from './find-mentions.ts';

/** Words of a correction. Token indices, `to` exclusive. */
type TokenSpan = { from: number; to: number };

/** What a text takes back, and the words that say so. `denied`: kinds whose only value is taken back. */
export type Withdrawn = {
  mentions: ReadonlySet<Mention>;
  marks: readonly TokenSpan[];
  denied: ReadonlySet<MentionKind>;
  corrects: boolean;
};

type Said = { tokens: readonly Token[]; mentions: readonly Mention[] };
/** `plain`: the text explains, it corrects nothing. */
type Result = { mentions: Mention[]; mark: TokenSpan; denied?: MentionKind; plain?: true };

const spansOf = (tokens: readonly Token[], vocabulary: Vocabulary): TokenSpan[] => {
  const spans: TokenSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = vocabulary.at(tokens, i);
    if (length === 0) continue;
    spans.push({ from: i, to: i + length });
    i += length - 1;
  }
  return spans;
};

const isBetween = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'mark' || words.between.at(tokens, i) > 0;

/** The value that ends just before `at`; a few plain words may stand between. */
const valueBefore = ({ tokens, mentions }: Said, at: number): Mention | undefined => {
  for (let end = at; end > at - 4 && end > 0; end--) {
    const found = mentions.findLast((mention) => mention.to === end);
    if (found) return found;
    if (!isBetween(tokens, end - 1)) return undefined;
  }
  return undefined;
};

const valueAfter = ({ tokens, mentions }: Said, at: number): Mention | undefined => {
  for (let i = at; i < at + 4; i++) {
    const found = mentions.find((mention) => mention.from === i);
    if (found) return found;
    if (!isBetween(tokens, i)) return undefined;
  }
  return undefined;
};

const differs = (a: Mention, b: Mention): boolean => a.kind === b.kind && a.key !== b.key;

/** A group or component is taken back only by words directly beside it: a wrong one is dangerous. */
const isDirect = ({ tokens }: Said, { kind, to }: Mention, at: number): boolean =>
  (kind !== 'group' && kind !== 'component') ||
  tokens.slice(to, at).every((_, n) => words.between.at(tokens, to + n) > 0);

const byWordsBefore = (said: Said): Result[] =>
  spansOf(said.tokens, words.notBefore).flatMap((mark) => {
    const value = valueAfter(said, mark.to);
    if (!value) return [];
    const isOther = said.mentions.some((mention) => differs(mention, value));
    const but = words.but.at(said.tokens, value.to);
    return isOther
      ? [
          { mentions: [value], mark },
          ...(but > 0 ? [{ mentions: [], mark: { from: value.to, to: value.to + but } }] : []),
        ]
      : // "Hospital is AIIMS not BRD": the one that is known is denied, whatever the other one is.
        value.kind === 'hospital'
        ? [{ mentions: [], mark: { from: 0, to: 0 }, denied: value.kind }]
        : [];
  });

const byWordsAfter = (said: Said): Result[] =>
  spansOf(said.tokens, words.notAfter).flatMap((mark) => {
    const value = valueBefore(said, mark.from);
    if (!value || words.notFound.at(said.tokens, mark.to) > 0) return [];
    if (!isDirect(said, value, mark.from)) return [];
    const isOther = said.mentions.some((mention) => differs(mention, value));
    const isOnly = said.tokens.length <= 6;
    if (isOther) return [{ mentions: [value], mark }];
    return isOnly ? [{ mentions: [], mark: { from: 0, to: 0 }, denied: value.kind }] : [];
  });

/** Values before `mark` that a different value of the same kind after it replaces. */
const replacedAt = ({ mentions }: Said, mark: TokenSpan, since = 0): Mention[] =>
  mentions.filter(
    (mention) =>
      mention.to <= mark.from &&
      mention.from >= since &&
      mentions.some((later) => later.from >= mark.to && differs(later, mention)) &&
      !mentions.some(
        (later) =>
          later.from >= mark.to && later.kind === mention.kind && later.key === mention.key,
      ),
  );

/** "B- hai, galti se B+ likha tha", "by mistake I told whole blood": what was written by mistake stands after the word. */
const writtenByMistake = (said: Said, mark: TokenSpan): Mention | undefined => {
  if (words.byMistake.at(said.tokens, mark.from) !== mark.to - mark.from) return undefined;
  const from = [0, 1, 2].find((n) => words.told.at(said.tokens, mark.to + n) > 0);
  const start =
    from === undefined ? mark.to : mark.to + from + words.told.at(said.tokens, mark.to + from);
  const value = valueAfter(said, start);
  const isTold = from !== undefined || (value && words.written.at(said.tokens, value.to) > 0);
  const isOther = said.mentions.some((mention) => value && differs(mention, value));
  return isTold && isOther ? value : undefined;
};

const byApology = (said: Said): Result[] =>
  spansOf(said.tokens, words.sorry).flatMap((mark) => {
    const mistaken = writtenByMistake(said, mark);
    if (mistaken) return [{ mentions: [mistaken], mark }];
    const mentions = replacedAt(said, mark);
    return mentions.length > 0 ? [{ mentions, mark }] : [];
  });

/** "no Shanti nursing home" after "LB hospital?": a bare no. Beside a group or component it may mean "without". */
const byPlainNo = (said: Said): Result[] =>
  said.tokens.flatMap((token, i) => {
    if (token.text !== 'no' || said.tokens[i + 1]?.kind === 'number') return [];
    const value = valueAfter(said, i + 1);
    const mark = { from: i, to: i + 1 };
    if (!value || value.kind === 'group' || value.kind === 'component') return [];
    const mentions = replacedAt(said, mark).filter(({ kind }) => kind === value.kind);
    return mentions.length > 0 ? [{ mentions, mark }] : [];
  });

/** "pehle 1 unit kaha tha ab 3": what was said at another time, and what counts now. */
const byTime = (said: Said): Result[] => {
  const { tokens } = said;
  const earlier = spansOf(tokens, words.earlier).find(
    ({ from }) => words.before.at(tokens, from - 1) === 0,
  );
  if (!earlier) return [];
  return spansOf(tokens, words.now)
    .filter((mark) => mark.from > earlier.from)
    .flatMap((mark) => {
      const mentions = replacedAt(said, mark);
      return mentions.length > 0
        ? [
            { mentions, mark: earlier },
            { mentions: [], mark },
          ]
        : [];
    });
};

const skipUnit = ({ tokens }: Said, from: number): number => {
  let at = from;
  for (let n = 0; n < 3 && isBetween(tokens, at) && tokens[at]?.kind === 'word'; n++) at++;
  return at;
};

const isReceived = (said: Said, { from, to }: Mention): boolean => {
  const { tokens } = said;
  const before = [1, 2].some((n) => words.receivedBefore.at(tokens, from - n) === n);
  return before || words.receivedAfter.at(tokens, skipUnit(said, to)) > 0;
};

const isRest = (said: Said, { from, to }: Mention): boolean => {
  const { tokens } = said;
  const before = [1, 2].some((n) => words.restBefore.at(tokens, from - n) === n);
  // "2 PRBC aur 4 FFP": here "aur" joins two needs.
  const at = skipUnit(said, to);
  const rest = words.rest.at(tokens, at);
  return before || (rest > 0 && tokens[at + rest]?.kind !== 'number');
};

/**
 * "need 4, got 1, need 3 more": what is still missing counts; what is there already does not. "Need 4, got 1" does not
 * say what is missing, so it is asked.
 */
const byReceipt = (said: Said): Result[] => {
  const numbers = said.mentions.filter(({ kind }) => kind === 'units');
  const received = numbers.filter((number) => isReceived(said, number));
  const [last] = received.slice(-1);
  if (!last) return [];
  const missing =
    numbers.find((number) => !received.includes(number) && isRest(said, number)) ??
    numbers.find((number) => number.from > last.from && !received.includes(number));
  const mentions = numbers.filter((number) => number !== missing);
  return [{ mentions, mark: { from: 0, to: 0 } }];
};

/** "Beli se refer, SRN me bharti": of two hospitals, the one that only tells the way. */
const byAside = ({ tokens, mentions }: Said): Result[] => {
  const hospitals = mentions.filter(({ kind }) => kind === 'hospital');
  const aside = hospitals.filter(
    ({ from, to }) =>
      endsBefore(tokens, from, words.asideBefore) || words.asideAfter.at(tokens, to) > 0,
  );
  const isOther = hospitals.some((hospital) => !aside.includes(hospital));
  return isOther && aside.length > 0
    ? [{ mentions: aside, mark: { from: 0, to: 0 }, plain: true }]
    : [];
};

const rules = [byWordsBefore, byWordsAfter, byApology, byPlainNo, byTime, byReceipt, byAside];

/** What a text itself takes back. */
export const findWithdrawn = (said: Said): Withdrawn => {
  const results = rules.flatMap((rule) => rule(said));
  const taken = new Set(results.flatMap(({ mentions }) => mentions));
  const denied = new Set(results.flatMap((result) => result.denied ?? []));
  const corrects = results.some(({ mentions, plain }) => mentions.length > 0 && !plain);
  return { mentions: taken, marks: results.map(({ mark }) => mark), denied, corrects };
};
