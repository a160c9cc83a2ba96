import { type Sex, sexes } from '../../people/donor.ts';
import { tokenize } from '../text/normalize.ts';
import { joinWords, sexNames } from '../words/donor-words.ts';

/**
 * 1, F, mahila, महिला: woman. 2, M, purush: man. 3, O, anya: other. Also reads F, M and O of the CSV. undefined for
 * anything else.
 */
export const parseSex = (text: string): Sex | undefined => {
  const all = tokenize(text).filter((token) => token.kind !== 'mark');
  if (all.length > 8) return undefined;
  const tokens = all.filter((_, i) => joinWords.aroundSex.at(all, i) === 0);
  const rest =
    all.length > 1
      ? tokens.filter((_, i) => i > 0 || joinWords.am.at(tokens, i) === 0 || tokens.length === 1)
      : all;
  return sexes.find((sex) => rest.length > 0 && sexNames[sex].at(rest, 0) === rest.length);
};
