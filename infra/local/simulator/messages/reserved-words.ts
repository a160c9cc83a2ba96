/** The words a carrier acts on by itself (docs/facts.md#india). */
export type ReservedWord = 'STOP' | 'START' | 'HELP';

const words: Record<ReservedWord, readonly string[]> = {
  STOP: ['STOP', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT', 'CANCEL'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

/** Only for a text of exactly that word: "STOP please" is an ordinary text. */
export const reservedWordOf = (body: string): ReservedWord | undefined => {
  const said = body.trim().toUpperCase();
  if (words.STOP.includes(said)) return 'STOP';
  if (words.START.includes(said)) return 'START';
  return words.HELP.includes(said) ? 'HELP' : undefined;
};

/** Twilio's default answers. STOP and START as quoted by its resellers' guides; HELP is recalled, not found (C). */
export const carrierAnswers: Record<ReservedWord, string> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};
