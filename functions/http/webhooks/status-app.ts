import type { Context } from 'hono';
import type { RecordCallStatus, RecordDelivery } from '../../ports/inbound.ts';
import type { StatusWebhooks, Webhook } from '../../ports/webhooks.ts';
import { type MountWebhooks, mountWebhook, refuseReplay } from './mount-webhook.ts';
import { statusPaths } from './webhook-paths.ts';

type Options = {
  carrier: StatusWebhooks;
  recordDelivery: RecordDelivery;
  recordCallStatus: RecordCallStatus;
};

/** Status callbacks of messages and of calls. A callback that is about neither gets 204 as well. */
export const createStatusApp =
  ({ carrier, recordDelivery, recordCallStatus }: Options): MountWebhooks =>
  (app, settings) => {
    const { services } = settings;
    const record = async (webhook: Webhook, c: Context): Promise<Response> => {
      const ofMessage = carrier.parseMessageStatus(webhook);
      const delivery = ofMessage && (await recordDelivery(services, ofMessage));
      const ofCall = carrier.parseCallStatus(webhook);
      const call = ofCall && (await recordCallStatus(services, ofCall));
      const isReplayed = delivery === 'replayed' || call === 'replayed';
      return isReplayed ? refuseReplay(c, services) : c.body(null, 204);
    };
    for (const path of statusPaths)
      mountWebhook(app, carrier.path + path, { carrier, settings }, record);
  };
