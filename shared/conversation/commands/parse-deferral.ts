import type { SelfReportedDeferral } from '../../people/deferral-rules.ts';
import type { Token } from '../text/normalize.ts';
import { deferralWords } from '../words/deferral-words.ts';

const isDeferral = (name: string): name is SelfReportedDeferral =>
  Object.hasOwn(deferralWords, name);
const deferrals = Object.keys(deferralWords).filter(isDeferral);

/** The reason that these words name; undefined when they say anything else. */
export const parseDeferral = (tokens: readonly Token[]): SelfReportedDeferral | undefined =>
  deferrals.find(
    (name) => tokens.length > 0 && deferralWords[name].at(tokens, 0) === tokens.length,
  );
