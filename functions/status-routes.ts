import { twilioStatuses } from './carriers/twilio/inbound/status-webhooks.ts';
import { createStatusApp } from './http/webhooks/status-app.ts';
import { recordCallStatus } from './use-cases/calls/record-call-status.ts';
import { recordDelivery } from './use-cases/outbox/record-delivery.ts';

/** The carrier's status callbacks. */
export const statusRoutes = createStatusApp({
  carrier: twilioStatuses,
  recordDelivery,
  recordCallStatus,
});
