/* One export for each list of functions/carriers/registry.ts. */
export { twilioCalls as calls } from './inbound/call-webhooks.ts';
export { twilioStatuses as statuses } from './inbound/status-webhooks.ts';
export { twilioTexts as texts } from './inbound/text-webhooks.ts';
export { twilioSender as sender } from './twilio-carrier.ts';
export { twilioDefinition as definition } from './twilio-definition.ts';
export { twilioProbes as probes } from './twilio-probes.ts';
