import { readFileSync } from 'node:fs';
import { tokenize } from '#shared/conversation/text/normalize.ts';
import type { IsKnownName } from '#shared/conversation/understand/models/known-names.ts';
import type { LabelledText } from '../strangers/judge-reading.ts';
import { parseMarked } from './load-spans.ts';

const wordsOf = (name: string): string[] =>
  tokenize(name).flatMap(({ kind, text }) => (kind === 'word' && text.length > 1 ? [text] : []));

const namesOf = ({ acts, also = [] }: LabelledText): string[] =>
  [...acts, ...also.flat()].flatMap(({ patient, attendant }) =>
    [patient, attendant].flatMap((name) => (typeof name === 'string' ? wordsOf(name) : [])),
  );

/** In how many texts each word is part of a person's name. */
export const countNames = (
  labelled: readonly LabelledText[],
  markedFiles: readonly string[],
): Map<string, number> => {
  const marked = markedFiles.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => {
        const { text, marks } = parseMarked(line);
        return marks.flatMap(({ kind, start, end }) =>
          kind === 'P' || kind === 'A' ? wordsOf(text.slice(start, end)) : [],
        );
      }),
  );
  const counts = new Map<string, number>();
  for (const names of [...labelled.map(namesOf), ...marked])
    for (const word of new Set(names)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** A name that only the text itself has is unknown while that text is learnt, as it will be in others. */
export const isLearntName =
  (counts: ReadonlyMap<string, number>): IsKnownName =>
  (word) =>
    (counts.get(word) ?? 0) > 1;
