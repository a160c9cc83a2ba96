import { halfOf } from '../carriers/chosen-carriers.ts';
import { textWebhooks } from '../carriers/registry.ts';
import type { MountWebhooks } from '../http/webhooks/mount-webhook.ts';
import { createSmsApp } from '../http/webhooks/sms-app.ts';
import { replyToHiddenSender } from '../use-cases/hidden-sender.ts';
import { receiveText } from '../use-cases/texts/receive-text.ts';

/** The webhook of incoming texts, of the carrier of texts. */
export const textRoutes: MountWebhooks = (app, settings) => {
  const carrier = halfOf(textWebhooks, settings.carriers.texts);
  createSmsApp({ carrier, receiveText, replyToHiddenSender })(app, settings);
};
