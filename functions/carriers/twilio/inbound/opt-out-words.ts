import type { IncomingText } from '../../../ports/incoming-text.ts';

/* Twilio acts on a text that consists of one of these words, in any case (docs/facts.md#india; Twilio's help, "OptOutType"). */
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
 * What Twilio itself does on this text when it does not say so: OptOutType comes only with Advanced Opt-Out, but the
 * words work without it too. YES also resumes, but it may answer a question as well, so the use case decides.
 */
export const parseOptOut = (text: string): IncomingText['optOut'] => {
  const word = text.trim().toUpperCase();
  if (stopWords.has(word)) return 'STOP';
  return startWords.has(word) ? 'START' : undefined;
};
