/* One export for each list of functions/carriers/registry.ts that has calls. */

export { plivoStatuses as statuses } from './inbound/plivo-statuses.ts';
export { plivoCalls as calls } from './inbound/plivo-webhooks.ts';
export { plivoSender as sender } from './outbound/plivo-calls.ts';
export { plivoDefinition as definition } from './plivo-definition.ts';
export { plivoProbes as probes } from './plivo-probes.ts';
