/* One export for each list of functions/carriers/registry.ts that has texts. */
export { exotelDefinition as definition } from './exotel-definition.ts';
export { exotelProbes as probes } from './exotel-probes.ts';
export { exotelTexts as texts } from './inbound/exotel-incoming.ts';
export { exotelStatuses as statuses } from './inbound/exotel-statuses.ts';
export { exotelSender as sender } from './outbound/exotel-texts.ts';
