import { tokenize } from '../text/normalize.ts';
import { joinWords as words } from '../words/donor-words.ts';

/** True for an answer to "when did you last give blood?" that says only never, or long ago. */
export const saysNeverDonated = (text: string): boolean => {
  const tokens = tokenize(text).filter((token) => token.kind !== 'mark');
  let isSaid = false;
  for (let i = 0; i < tokens.length; ) {
    const length = words.neverDonated.at(tokens, i);
    if (length > 0) isSaid = true;
    const next = length || words.aroundNeverDonated.at(tokens, i);
    if (next === 0) return false;
    i += next;
  }
  return isSaid;
};
