import { halfOf, textCarriersIn } from '../carriers/chosen-carriers.ts';
import { textWebhooks } from '../carriers/registry.ts';
import type { MountWebhooks } from '../http/webhooks/mount-webhook.ts';
import { createSmsApp } from '../http/webhooks/sms-app.ts';
import { replyToHiddenSender } from '../use-cases/hidden-sender.ts';
import { receiveText } from '../use-cases/texts/receive-text.ts';

/** The webhooks of incoming texts, of the carrier of texts and that of WhatsApp. */
export const textRoutes: MountWebhooks = (app, settings) => {
  for (const name of textCarriersIn(settings.carriers)) {
    const carrier = halfOf(textWebhooks, name);
    createSmsApp({ carrier, receiveText, replyToHiddenSender })(app, settings);
  }
};
