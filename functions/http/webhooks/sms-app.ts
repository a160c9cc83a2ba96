import type { ReceiveText } from '../../ports/inbound.ts';
import type { TextWebhooks } from '../../ports/webhooks.ts';
import { type MountWebhooks, mountWebhook, refuseReplay, sendReply } from './mount-webhook.ts';
import { textPath } from './webhook-paths.ts';

/** Incoming texts: verify, parse, handle, reply. */
export const createSmsApp =
  ({ carrier, receiveText }: { carrier: TextWebhooks; receiveText: ReceiveText }): MountWebhooks =>
  (app, settings) => {
    const { services } = settings;
    mountWebhook(app, carrier.path + textPath, { carrier, settings }, async (webhook, c) => {
      const sms = carrier.parseText(webhook);
      switch (sms.type) {
        case 'malformed':
          services.log.error('sms-malformed', { field: sms.field });
          return c.text(`${sms.field} is missing or malformed`, 400);
        case 'no-phone':
          services.log.info('sms-from-no-phone', { from: sms.from });
          return sendReply(c, carrier.renderReply(null));
        case 'text': {
          const result = await receiveText(services, sms.incoming);
          return result === 'replayed'
            ? refuseReplay(c, services)
            : sendReply(c, carrier.renderReply(result.reply));
        }
      }
    });
  };
