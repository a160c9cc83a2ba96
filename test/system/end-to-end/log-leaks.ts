import { leaksIn } from '../../world/leaks.ts';
import type { ForeignCarrier } from './foreign-carrier.ts';

type Carried = Pick<ForeignCarrier, 'heard' | 'messages' | 'calls' | 'accountSid' | 'authToken'>;

/**
 * Where in a server's log people can be found: whoever texted, was texted or called, what they said and heard, the
 * names that are given here, and what opens the carrier's account.
 */
export const logLeaks = (
  lines: string[],
  { heard, messages, calls, accountSid, authToken }: Carried,
  names: string[],
): string[] => {
  const phones = [...heard.map(({ from }) => from), ...[...messages, ...calls].map(({ to }) => to)];
  const people = phones.filter((phone) => phone.replace(/\D/g, '').length >= 10);
  const texts = [...heard, ...messages].map(({ text }) => text);
  return leaksIn(lines, { numbers: people, names, texts, keys: [accountSid, authToken] });
};

/** One line for each kind of leak, each to be seen by the search. */
export const seededLeaks = ({ messages, heard, authToken }: Carried, names: string[]): string[] => {
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
