import { leaksIn } from '../../world/leaks.ts';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';

type CarrierRecord = Pick<
  ForeignCarrier,
  'heard' | 'messages' | 'calls' | 'accountSid' | 'authToken'
>;

/**
 * The lines of a server's log that contain personal data: phone numbers, texts in both directions, the given names,
 * and the account token.
 */
export const logLeaks = (
  lines: string[],
  { heard, messages, calls, accountSid, authToken }: CarrierRecord,
  names: string[],
): string[] => {
  const phones = [...heard.map(({ from }) => from), ...[...messages, ...calls].map(({ to }) => to)];
  const people = phones.filter((phone) => phone.replace(/\D/g, '').length >= 10);
  const texts = [...heard, ...messages].map(({ text }) => text);
  return leaksIn(lines, { numbers: people, names, texts, keys: [accountSid, authToken] });
};

/** One log line for each kind of leak, which the search must find. */
export const seededLeaks = (
  { messages, heard, authToken }: CarrierRecord,
  names: string[],
): string[] => {
  const longest = (texts: string[]) =>
    texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return [
    ...names,
    longest(heard.map(({ text }) => text)),
    longest(messages.map(({ text }) => text)),
    messages[0]?.to ?? '',
    authToken,
  ].map((leak) => JSON.stringify({ level: 'info', what: 'asked', leak }));
};
