import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Carrier, OutgoingText } from '../../../ports/carrier.ts';
import { CarrierUnavailable, pageSize, type TwilioApi } from './twilio-api.ts';

const path = 'Messages.json';
const listSchema = z
  .object({
    messages: z.array(
      z.object({
        sid: z.string().min(1),
        body: z.string().nullish(),
        date_created: z.string().nullish(),
        direction: z.string().nullish(),
      }),
    ),
    next_page_uri: z.string().nullish(),
  })
  .transform(({ messages: items, next_page_uri: next }) => ({ items, next }));

/** `MM…/ME…`: the message and its file (Twilio, "Media resource"). */
const mediaPath = (photoId: string): string => {
  const [message = '', media = ''] = photoId.split('/');
  return `Messages/${encodeURIComponent(message)}/Media/${encodeURIComponent(media)}`;
};

export const createTwilioMessages = ({
  ask,
  create,
  findIn,
  from,
  webhooks,
}: TwilioApi): Pick<Carrier, 'send' | 'find' | 'photo' | 'deletePhoto'> => ({
  send: (message) =>
    create(
      path,
      new URLSearchParams({
        To: renderAddress(message.to, message.channel),
        From: renderAddress(from, message.channel),
        ...wordsOf(message),
        StatusCallback: webhooks.status({ m: message.messageId }),
      }),
    ),

  /** Twilio redirects to its store of media; `fetch` does not send our credentials there. */
  async photo(photoId) {
    const response = await ask(mediaPath(photoId), { redirect: 'follow' });
    if (response.status === 404 || response.status === 410) return undefined;
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('image/')) throw new CarrierUnavailable(response.status);
    return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
  },

  async deletePhoto(photoId) {
    const response = await ask(`${mediaPath(photoId)}.json`, { method: 'DELETE' });
    if (!response.ok && response.status !== 404) throw new CarrierUnavailable(response.status);
  },

  /**
   * Matches by number and text, which of a content template is the text with its variables in it (C),
   * among all messages to that number since then. No DateSent filter: a message that is
   * still queued may have no such date yet, and it is the one we look for.
   */
  find(message, since) {
    const query = new URLSearchParams({
      To: renderAddress(message.to, message.channel),
      PageSize: pageSize,
    });
    return findIn(`${path}?${query}`, listSchema, {
      since,
      isMatch: ({ body, direction }) =>
        body?.trim() === message.text.trim() && direction !== 'inbound',
    });
  },
});

/** With a template Twilio wants no Body (its error page 63016), and no empty list of variables. */
const wordsOf = ({ text, content }: OutgoingText): Record<string, string> => {
  if (!content) return { Body: text };
  const variables = Object.fromEntries(content.values.map((value, i) => [`${i + 1}`, value]));
  return {
    ContentSid: content.id,
    ...(content.values.length > 0 && { ContentVariables: JSON.stringify(variables) }),
  };
};

const renderAddress = (phone: PhoneNumber, channel: OutgoingText['channel']): string =>
  channel === 'whatsapp' ? `whatsapp:${phone}` : phone;
