import type {
  CarrierDefinition,
  CarrierProbes,
  CarrierSender,
} from '../ports/carrier-definition.ts';
import type { CallWebhooks, StatusWebhooks, TextWebhooks } from '../ports/webhooks.ts';
import * as twilio from './twilio/index.ts';

/*
 * Every carrier, by name: this file is the only one outside its folder that a new carrier needs. One list for each
 * concern, so that a bundle keeps only the lists it reads: no code of calls in the function for texts.
 */

export const carrierDefinitions = {
  twilio: twilio.definition,
} as const satisfies Record<string, CarrierDefinition>;

export type CarrierName = keyof typeof carrierDefinitions;
/** A carrier that carries only texts has no half for calls. */
export type Halves<T> = Readonly<Partial<Record<CarrierName, T>>>;

export const textWebhooks: Halves<TextWebhooks> = { twilio: twilio.texts };
export const callWebhooks: Halves<CallWebhooks> = { twilio: twilio.calls };
export const statusWebhooks: Readonly<Record<CarrierName, StatusWebhooks>> = {
  twilio: twilio.statuses,
};
export const carrierSenders: Readonly<Record<CarrierName, CarrierSender>> = {
  twilio: twilio.sender,
};
export const carrierProbes: Readonly<Record<CarrierName, CarrierProbes>> = {
  twilio: twilio.probes,
};
