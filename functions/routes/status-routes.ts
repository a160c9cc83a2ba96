import { carriersIn, halfOf } from '../carriers/chosen-carriers.ts';
import { statusWebhooks } from '../carriers/registry.ts';
import type { MountWebhooks } from '../http/webhooks/mount-webhook.ts';
import { createStatusApp } from '../http/webhooks/status-app.ts';
import { recordCallStatus } from '../use-cases/calls/record-call-status.ts';
import { recordDelivery } from '../use-cases/outbox/record-delivery.ts';

/** The status callbacks of each chosen carrier. */
export const statusRoutes: MountWebhooks = (app, settings) => {
  for (const name of carriersIn(settings.carriers)) {
    const carrier = halfOf(statusWebhooks, name);
    createStatusApp({ carrier, recordDelivery, recordCallStatus })(app, settings);
  }
};
