import type { IncomingText } from '../../../ports/inbound.ts';

/* A text that is nothing but one of these words, in any case (FACTS §5; Twilio's help, "OptOutType"). */
const stopWords = new Set([
  'STOP',
  'UNSUBSCRIBE',
  'END',
  'QUIT',
  'STOPALL',
  'REVOKE',
  'OPTOUT',
  'CANCEL',
]);
const startWords = new Set(['START', 'UNSTOP']);

/**
 * What the carrier did by itself on this text, where it does not say so: OptOutType only comes with Advanced
 * Opt-Out, the words work without it too. YES also resumes, but answers a question as well: hearOptOut decides.
 */
export const parseOptOut = (text: string): IncomingText['optOut'] => {
  const word = text.trim().toUpperCase();
  if (stopWords.has(word)) return 'STOP';
  return startWords.has(word) ? 'START' : undefined;
};
