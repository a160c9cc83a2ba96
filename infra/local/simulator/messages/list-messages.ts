import { toPage } from '../rest/paginate.ts';
import { type Account, messagesUri, partiesOf, toRestMessage } from '../rest/rest-message.ts';
import type { SimMessage } from './sim-message.ts';

/**
 * Twilio's message list: newest first, filtered by To, From and DateSent (also `DateSent>=` and `DateSent<=`, a day
 * or a moment), in pages of PageSize, at most 1000. A queued message has no DateSent, so that filter leaves it out.
 */
export const listMessages = (
  messages: readonly SimMessage[],
  query: URLSearchParams,
  account: Account,
) => {
  const [to, from] = [query.get('To'), query.get('From')];
  const tests = dateTests(query);
  const matching = messages
    .filter((message) => {
      const parties = partiesOf(message, account);
      if ((to && parties.to !== to) || (from && parties.from !== from)) return false;
      return tests.every((test) => test(message.sentAt ?? message.arrivedAt));
    })
    .reverse();

  const { shown, paging } = toPage(matching, query, `${messagesUri(account.accountSid)}.json`);
  return { messages: shown.map((message) => toRestMessage(message, account)), ...paging };
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
