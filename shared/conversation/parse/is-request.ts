import type { Token } from '../text/normalize.ts';
import { endsBefore, mentions } from '../text/vocabulary.ts';
import { needWords, requestWords as words } from '../words/request-words.ts';
import { saysUrgent } from './parse-needed-by.ts';

export type Evidence = {
  hasGroup: boolean;
  hasComponent: boolean;
  hasUnits: boolean;
  hasHospital: boolean;
};

const mentionsBlood = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (_, i) =>
      words.blood.at(tokens, i) > 0 &&
      words.otherBlood.at(tokens, i) === 0 &&
      !endsBefore(tokens, i + 2, words.otherBlood),
  );

/** True when a text names blood, a group or a component, and the sender still needs it. */
export const isRequestText = (tokens: readonly Token[], evidence: Evidence): boolean => {
  const isBlood = evidence.hasGroup || evidence.hasComponent || mentionsBlood(tokens);
  if (!isBlood || words.join.at(tokens, 0) > 0) return false;
  const isNeeded = [needWords, words.appeal, words.asksFamily].some((list) =>
    mentions(tokens, list),
  );
  const isOffered = mentions(tokens, words.offer) && !mentions(tokens, words.appeal);
  if (isOffered && (!isNeeded || mentions(tokens, words.condition) || !evidence.hasUnits))
    return false;
  if (mentions(tokens, words.over)) return mentions(tokens, words.overButStillNeeded) && isNeeded;
  if (mentions(tokens, words.aboutBlood) && !evidence.hasUnits && !evidence.hasGroup) return false;
  if (isNeeded) return true;
  const isAsked = mentions(tokens, words.available) && tokens.some((token) => token.text === '?');
  const isUrged = saysUrgent(tokens) && (evidence.hasGroup || mentionsBlood(tokens));
  const isForPatient = mentions(tokens, words.patient) && evidence.hasHospital && evidence.hasGroup;
  return evidence.hasUnits || isAsked || isUrged || isForPatient;
};
