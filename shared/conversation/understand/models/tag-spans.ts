import { type LinearModel, sumWeights } from './linear-model.ts';

/** What a token of a request is: outside, or the beginning or inside of a name, a hospital, or the number of units. */
export const spanTags = ['O', 'P', 'p', 'A', 'a', 'H', 'h', 'U'] as const;
export type SpanTag = (typeof spanTags)[number];
/** P: the patient, A: the attendant, H: the hospital, U: the units. */
export type SpanKind = 'P' | 'A' | 'H' | 'U';

const beginnings = ['P', 'A', 'H', 'U'] as const;

/** What comes from the tags before a token. */
export const historyOf = (tags: readonly SpanTag[], i: number): string[] => {
  const [last, before] = [tags[i - 1] ?? '^', tags[i - 2] ?? '^'];
  const seen = beginnings.filter((tag) => {
    const first = tags.indexOf(tag);
    return first >= 0 && first < i;
  });
  return [`last ${last}`, `last two ${before}${last}`, ...seen.map((tag) => `seen ${tag}`)];
};

/** An inside follows its beginning or another inside. */
const mayFollow = (tag: SpanTag, last: SpanTag | undefined): boolean =>
  tag === 'O' ||
  tag === tag.toUpperCase() ||
  last === tag ||
  last === spanTags.find((other) => other === tag.toUpperCase());

/** The tag of each token, from left to right. */
export const tagSpans = (
  model: LinearModel,
  features: readonly (readonly string[])[],
): SpanTag[] => {
  const known = model.labels.map((label) => spanTags.find((tag) => tag === label));
  const tags: SpanTag[] = [];
  features.forEach((found, i) => {
    const sums = sumWeights(model, [...found, ...historyOf(tags, i)]);
    let best: SpanTag = 'O';
    let most = Number.NEGATIVE_INFINITY;
    known.forEach((tag, n) => {
      const sum = sums[n] ?? 0;
      if (tag && sum > most && mayFollow(tag, tags[i - 1])) [best, most] = [tag, sum];
    });
    tags.push(best);
  });
  return tags;
};

/** The spans of one kind, as token indices, `to` exclusive. */
export const spansOf = (tags: readonly SpanTag[], kind: SpanKind): { from: number; to: number }[] =>
  tags.flatMap((tag, from) => {
    if (tag !== kind) return [];
    let to = from + 1;
    while (tags[to] === kind.toLowerCase()) to++;
    return [{ from, to }];
  });
