import type { Token } from '../../text/normalize.ts';
import { mentions } from '../../text/vocabulary.ts';
import { offeredGroupWords } from '../../words/corrections/offered-group-words.ts';
import { unitWords } from '../../words/unit-words.ts';

/** "2 donor hum bhi de denge badle me": the clause offers donors and does not ask for any. */
export const isOffered = (tokens: readonly Token[], i: number): boolean => {
  const isEnd = (at: number): boolean =>
    tokens[at] === undefined || ['.', ',', '\n', '।', ';'].includes(tokens[at]?.text ?? '');
  let [from, to] = [i, i];
  while (!isEnd(from - 1)) from--;
  while (!isEnd(to)) to++;
  const clause = tokens.slice(from, to);
  return mentions(clause, offeredGroupWords.offer) && !mentions(clause, unitWords.need);
};
