import type { CarriedMessage } from './carried-message.ts';
import { type Account, messagesUri, toRestMessage } from './rest-message.ts';

/**
 * Twilio's message list: newest first, filtered by To, From and DateSent (also `DateSent>=` and `DateSent<=`, a day
 * or a moment), in pages of PageSize, at most 1000. A message that is still queued has no date to be filtered by.
 */
export const listMessages = (
  messages: readonly CarriedMessage[],
  query: URLSearchParams,
  account: Account,
) => {
  const matching = messages
    .map((message) => ({ message, rest: toRestMessage(message, account) }))
    .reverse()
    .filter(({ message, rest }) => {
      const [to, from] = [query.get('To'), query.get('From')];
      if ((to && rest.to !== to) || (from && rest.from !== from)) return false;
      return dateTests(query).every((test) => test(message.sentAt ?? message.arrivedAt));
    })
    .map(({ rest }) => rest);

  const size = Math.min(1000, Math.max(1, Number(query.get('PageSize') ?? 50) || 50));
  const page = Math.max(0, Number(query.get('Page') ?? 0) || 0);
  const start = page * size;
  const shown = matching.slice(start, start + size);
  const uriOf = (n: number): string => {
    const params = new URLSearchParams(query);
    params.set('PageSize', String(size));
    params.set('Page', String(n));
    return `${messagesUri(account.accountSid)}.json?${params}`;
  };
  return {
    messages: shown,
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    next_page_uri: start + size < matching.length ? uriOf(page + 1) : null,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
  };
};

type DateTest = (sent: number | undefined) => boolean;

/** `DateSent>=X` reads as the field "DateSent>" with the value X. */
const dateTests = (query: URLSearchParams): DateTest[] => [
  ...query.getAll('DateSent').map(
    (date): DateTest =>
      (sent) =>
        sent !== undefined && new Date(sent).toISOString().startsWith(date.slice(0, 10)),
  ),
  ...query.getAll('DateSent>').map(
    (date): DateTest =>
      (sent) =>
        sent !== undefined && sent >= Date.parse(date),
  ),
  ...query.getAll('DateSent<').map(
    (date): DateTest =>
      (sent) =>
        sent !== undefined && sent <= endOf(date),
  ),
];

const endOf = (date: string): number =>
  Date.parse(date) + (date.length === 10 ? 86_400_000 - 1 : 0);
