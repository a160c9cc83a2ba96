import { hasOwnWords, type OwnWords, toOwnWords } from '#shared/conversation/text/own-words.ts';
import { wordingsOf } from '#shared/messages/format-message.ts';
import { type Message, messageKeys, messageSchema } from '#shared/messages/message-keys.ts';
import { isParamName, sampleNow, sampleValues } from '#shared/messages/templates/sample-values.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import {
  alertMessage,
  comingDetails,
  verificationMessage,
} from '#shared/request/request-messages.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { messageContext } from '../message-context.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* Our own messages that a phone may quote or send back: their words are not the person's. */

/** A shorter text cannot hold one of our messages. */
const minLength = 40;
const maxCodes = 3;

const noWords: OwnWords = new Set();

const wordingsAt = (
  services: Services,
  now: EpochMs,
  messages: readonly Message[],
  spoken: readonly Language[] = languages,
): string[] =>
  spoken.flatMap((language) =>
    messages.flatMap((message) =>
      wordingsOf(message, language, messageContext(services, now, 'sms')),
    ),
  );

/** Each message of the catalog with sample values: what stands between the values comes back with any values. */
const sampleMessages = (): Message[] =>
  Object.entries(messageKeys).flatMap(([key, { shape }]) => {
    const params = Object.fromEntries(
      Object.keys(shape).map((name) => [
        name,
        isParamName(name) ? sampleValues[name][0] : undefined,
      ]),
    );
    const message = messageSchema.safeParse({ key, params });
    return message.success ? [message.data] : [];
  });

let sampled: Message[] | undefined;

/** By language, and by what the sentences hold beyond their parameters: made once in a process, since it formats a whole catalog. */
const catalogWords = new Map<string, OwnWords>();
const wordsOfCatalog = (services: Services, language: Language): OwnWords => {
  const name = `${language} ${services.config.groupName} ${services.hotlineNumber}`;
  const known = catalogWords.get(name);
  if (known) return known;
  sampled ??= sampleMessages();
  const own = toOwnWords(wordingsAt(services, sampleNow, sampled, [language]));
  catalogWords.set(name, own);
  return own;
};

/** A text without Devanagari repeats no sentence that is written in it. */
const languagesIn = (text: string): Language[] =>
  languages.filter((language) => language !== 'hi' || /\p{Script=Devanagari}/u.test(text));

/** The messages about a request whose words are mostly its own values. */
const messagesAbout = async (
  { services }: UnitOfWork,
  { alerts, phone }: Person,
  request: Request,
): Promise<Message[]> => {
  const asked = alerts.findLast(({ requestId }) => requestId === request.id);
  const alert = asked && (await services.store.alert(request.id, asked.alertId));
  const offered = alert?.arriveBy ?? request.neededBy;
  const pledge = request.pledges.find(({ donor }) => donor?.phone === phone);
  const agreed = { arriveBy: pledge?.arriveBy ?? offered, ownTime: pledge?.ownTime };
  return [
    alertMessage(request, offered),
    { key: 'alertYesConfirmed', params: comingDetails(request, agreed) },
    ...(request.requester ? [verificationMessage(request, request.requester)] : []),
  ];
};

/** The requests whose code the text names, and those this phone was asked about last. */
const findNamedRequests = async (
  { services }: UnitOfWork,
  person: Person,
  text: string,
): Promise<Request[]> => {
  const { store } = services;
  const codes = [...new Set(text.match(/(?<!\d)[1-9]\d{3,6}(?!\d)/g))].slice(0, maxCodes);
  const pointers = await Promise.all(
    codes.map((code) => {
      const parsed = requestCodeSchema.safeParse(code);
      return parsed.success ? store.code(parsed.data) : undefined;
    }),
  );
  const asked = person.alerts.slice(-2).map(({ requestId }) => requestId);
  const ids = [...new Set([...pointers.flatMap((p) => p?.requestId ?? []), ...asked])];
  const requests = await Promise.all(ids.map((id) => store.request(id)));
  return requests.filter((request) => request !== undefined);
};

/** The words of our messages that this text may repeat. */
export const findOwnWords = async (
  work: UnitOfWork,
  person: Person,
  text: string,
): Promise<OwnWords> => {
  const { services, now } = work;
  if (text.length < minLength) return noWords;
  const catalogs = languagesIn(text).map((language) => wordsOfCatalog(services, language));
  const isOurs = catalogs.some((own) => hasOwnWords(text, own));
  if (!isOurs && person.alerts.length === 0) return noWords;
  const requests = await findNamedRequests(work, person, text);
  // A time reads otherwise on another day.
  const moments = [...requests.map(({ createdAt }) => createdAt), now];
  const about = await Promise.all(requests.map((r) => messagesAbout(work, person, r)));
  const named = moments.flatMap((at) => wordingsAt(services, at, about.flat()));
  return new Set([...catalogs.flatMap((own) => [...own]), ...toOwnWords(named)]);
};
