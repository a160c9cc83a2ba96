import type { Context } from 'hono';
import * as z from 'zod';
import { type EpochMs, epochMsSchema, minutes } from '#shared/terms/time.ts';
import type { ReceiveText } from '../../ports/inbound.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import type { Services } from '../../ports/services.ts';
import type { TextWebhooks, Webhook } from '../../ports/webhooks.ts';
import {
  type HotlineSettings,
  type MountWebhooks,
  mountWebhook,
  refuseReplay,
  sendReply,
} from './mount-webhook.ts';
import { textFallbackPath, textPath } from './webhook-paths.ts';

type Options = {
  carrier: TextWebhooks;
  receiveText: ReceiveText;
  /** The words for a person on WhatsApp who hides the number. */
  replyToHiddenSender: (services: Services, text: string) => string;
};

/**
 * Incoming texts: verify, parse, handle, reply. The fallback takes a text whose webhook failed; its answer is no reply,
 * because a queue may stand before it (docs/adr/0025).
 */
export const createSmsApp =
  ({ carrier, receiveText, replyToHiddenSender }: Options): MountWebhooks =>
  (app, settings) => {
    const { services } = settings;
    type Receive = (incoming: IncomingText, c: Context) => Promise<Response>;
    const mount = (path: string, receive: Receive): void =>
      mountWebhook(app, path, { carrier, settings }, (webhook, c) =>
        receiveParsed(settings, carrier, { webhook, c, receive, replyToHiddenSender }),
      );
    mount(carrier.path + textPath, async (incoming, c) => {
      const known = carrier.repliesByText ? withoutReply(incoming, services.clock.now()) : incoming;
      const result = await receiveText(services, known);
      return result === 'replayed'
        ? refuseReplay(c, services)
        : sendReply(c, carrier.renderReply(result.reply));
    });
    if (carrier.hasPathSecret) return;
    mount(carrier.path + textFallbackPath, async (incoming, c) => {
      const writtenAt = queuedAt(c) ?? services.clock.now();
      const late = { writtenAt, unanswered: true };
      const result = await receiveText(services, { ...incoming, late });
      return result === 'replayed' ? refuseReplay(c, services) : c.body(null, 204);
    });
  };

/** A carrier that reads no reply tries again for many minutes: a text that comes so late may be overtaken. */
const withoutReply = (incoming: IncomingText, now: EpochMs): IncomingText => {
  const { writtenAt } = incoming;
  const isLate = writtenAt !== undefined && now > writtenAt + lateAfter;
  return {
    ...incoming,
    byText: true,
    ...(isLate && { late: { writtenAt, unanswered: false } }),
  };
};
const lateAfter = minutes(2);

type Parsing = Pick<Options, 'replyToHiddenSender'> & {
  webhook: Webhook;
  c: Context;
  receive: (incoming: IncomingText, c: Context) => Promise<Response>;
};

const receiveParsed = async (
  { services }: HotlineSettings,
  carrier: TextWebhooks,
  { webhook, c, receive, replyToHiddenSender }: Parsing,
): Promise<Response> => {
  const sms = carrier.parseText(webhook);
  switch (sms.type) {
    case 'malformed':
      services.log.error('sms-malformed', { field: sms.field });
      return c.text(`${sms.field} is missing or malformed`, 400);
    case 'no-phone':
      services.log.info('sms-from-no-phone', { from: sms.from });
      return sendReply(
        c,
        carrier.renderReply(
          sms.channel === 'whatsapp' ? replyToHiddenSender(services, sms.text) : null,
        ),
      );
    case 'text':
      return receive(sms.incoming, c);
  }
};

const queuedSchema = z.object({ queuedAt: epochMsSchema });

/** When the queue took the webhook (functions/http/process-queue.ts). */
const queuedAt = (c: Context) => queuedSchema.safeParse(c.env).data?.queuedAt;
