import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import type { Token } from '../../text/normalize.ts';
import { repeatedNeeds } from '../parse-clock-time.ts';
import { blank } from '../parse-hospital.ts';
import {
  findMentions,
  type Mention,
  type MentionKind,
  mentionKinds,
  type Read,
} from './find-mentions.ts';
import { findWithdrawn } from './find-withdrawn.ts';

/** A text as its own corrections leave it. Positions stay those of the original. */
export type CorrectedText = {
  /** The original with spaces for what it takes back. */
  text: string;
  /** True when the text corrects itself or an earlier one. */
  corrects: boolean;
  /** Kinds whose right value the text does not tell. */
  unclear: ReadonlySet<MentionKind>;
  /** Kinds whose only value is taken back: "B+ nahi". */
  denied: ReadonlySet<MentionKind>;
  /** A bare number that replaces another one: "pehle 2 ab 4". */
  units?: number;
};

/** The kinds of which a text may name two values for other reasons; their parsers decide. */
const decidedElsewhere = new Set<MentionKind>(['group', 'component', 'town', 'clock', 'day']);

const unclearKinds = (kept: readonly Mention[]): MentionKind[] =>
  mentionKinds.filter((kind) => {
    const keys = new Set(kept.filter((mention) => mention.kind === kind).map(({ key }) => key));
    return keys.size > 1 && !decidedElsewhere.has(kind);
  });

/** Reads what a text takes back. The parsers then see only what it leaves. */
export const correctText = (raw: string, context: Omit<Read, 'tokens' | 'raw'>): CorrectedText => {
  const tokens = tokenizeWithoutPhones(raw);
  const repeated = repeatedNeeds(tokens);
  const cut = (spans: readonly { from: number; to: number }[]): Token[] =>
    spans.flatMap(({ from, to }) => tokens.slice(from, to));
  const plain = blank(raw, cut(repeated));
  const mentions = findMentions({ ...context, tokens, raw: plain }).filter(
    ({ from }) => !repeated.some((span) => from >= span.from && from < span.to),
  );
  const withdrawn = findWithdrawn({ tokens, mentions });
  const kept = mentions.filter((mention) => !withdrawn.mentions.has(mention));
  const lastUnits = kept.filter(({ kind }) => kind === 'units');
  const wasUnits = [...withdrawn.mentions].some(({ kind }) => kind === 'units');
  const lost = mentionKinds.filter(
    (kind) =>
      !withdrawn.denied.has(kind) &&
      [...withdrawn.mentions].some((mention) => mention.kind === kind) &&
      !kept.some((mention) => mention.kind === kind),
  );
  return {
    text: blank(plain, cut([...withdrawn.mentions, ...withdrawn.marks])),
    corrects: withdrawn.corrects,
    unclear: new Set([
      ...lost,
      ...unclearKinds(kept).filter((kind) => kind !== 'units' || wasUnits),
    ]),
    denied: withdrawn.denied,
    ...(wasUnits && lastUnits.length === 1 && { units: Number(lastUnits[0]?.key) }),
  };
};
