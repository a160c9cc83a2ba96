import type {
  CarrierDefinition,
  HalvesFor,
  ProbesFor,
  SendersFor,
} from '../ports/carrier-definition.ts';
import type { CallWebhooks, StatusWebhooks, TextWebhooks } from '../ports/webhooks.ts';
import * as exotel from './exotel/index.ts';
import * as plivo from './plivo/index.ts';
import * as twilio from './twilio/index.ts';

/*
 * Every carrier, by name: this file is the only one outside its folder that a new carrier needs. One list for each
 * concern, so that a bundle keeps only the lists it reads: no code of calls in the function for texts. A list without
 * a carrier that `carries` what the list is for does not compile.
 */

export const carrierDefinitions = {
  twilio: twilio.definition,
  plivo: plivo.definition,
  exotel: exotel.definition,
} as const satisfies Record<string, CarrierDefinition>;

export type CarrierName = keyof typeof carrierDefinitions;
type Definitions = typeof carrierDefinitions;
/** What some of the carriers have. */
export type Halves<T> = Readonly<Partial<Record<CarrierName, T>>>;

export const textWebhooks: HalvesFor<Definitions, 'sms', TextWebhooks> = {
  twilio: twilio.texts,
  exotel: exotel.texts,
};
export const callWebhooks: HalvesFor<Definitions, 'calls', CallWebhooks> = {
  twilio: twilio.calls,
  plivo: plivo.calls,
};
export const statusWebhooks: Readonly<Record<CarrierName, StatusWebhooks>> = {
  twilio: twilio.statuses,
  plivo: plivo.statuses,
  exotel: exotel.statuses,
};
export const carrierSenders: SendersFor<Definitions> = {
  twilio: twilio.sender,
  plivo: plivo.sender,
  exotel: exotel.sender,
};
export const carrierProbes: ProbesFor<Definitions> = {
  twilio: twilio.probes,
  plivo: plivo.probes,
  exotel: exotel.probes,
};
