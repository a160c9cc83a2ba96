import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Carrier, OutgoingText } from '../../../ports/carrier.ts';
import { pageSize, type TwilioApi } from './twilio-api.ts';

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

export const createTwilioMessages = ({
  create,
  findIn,
  from,
  webhooks,
}: TwilioApi): Pick<Carrier, 'send' | 'find'> => ({
  send: (message) =>
    create(
      path,
      new URLSearchParams({
        To: renderAddress(message.to, message.channel),
        From: renderAddress(from, message.channel),
        Body: message.text,
        StatusCallback: webhooks.status({ m: message.messageId }),
      }),
    ),

  /**
   * Matches by number and text among all messages to that number since then. No DateSent filter: a message that is
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

const renderAddress = (phone: PhoneNumber, channel: OutgoingText['channel']): string =>
  channel === 'whatsapp' ? `whatsapp:${phone}` : phone;
