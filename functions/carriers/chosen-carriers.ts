import type { Carrier } from '../ports/carrier.ts';
import type {
  CarrierDefinition,
  CarrierSender,
  CarrierValues,
  SenderOptions,
  TextSender,
} from '../ports/carrier-definition.ts';
import { type CarrierName, carrierDefinitions, carrierSenders, type Halves } from './registry.ts';

/** The carrier of texts and that of calls: CARRIER_TEXTS and CARRIER_CALLS. */
export type CarrierChoice = { texts: CarrierName; calls: CarrierName };

/** The values of the chosen carriers. */
export type ValuesByCarrier = Halves<CarrierValues>;

export const defaultCarrier: CarrierName = 'twilio';

const isCarrierName = (name: string): name is CarrierName =>
  Object.hasOwn(carrierDefinitions, name);

/** The carrier of that name if it carries texts, or calls; otherwise what the name must be. */
export const parseCarrierName = (
  name: string,
  what: 'texts' | 'calls',
): { name: CarrierName } | { must: string } => {
  const kind = what === 'texts' ? 'sms' : what;
  const definitions: readonly CarrierDefinition[] = Object.values(carrierDefinitions);
  const able = definitions
    .filter(({ carries }) => carries.includes(kind))
    .map((carrier) => carrier.name);
  const found = able.find((n) => n === name);
  return found !== undefined && isCarrierName(found)
    ? { name: found }
    : { must: able.join(' or ') };
};

/** True when the carrier of texts sends registered templates alone. */
export const needsTemplates = ({ texts }: CarrierChoice): boolean => {
  const { hasHeader }: CarrierDefinition = carrierDefinitions[texts];
  return hasHeader === true;
};

/** True when the carrier of texts takes WhatsApp too. */
export const carriesWhatsApp = ({ texts }: CarrierChoice): boolean => {
  const { carries }: CarrierDefinition = carrierDefinitions[texts];
  return carries.includes('whatsapp');
};

/** Each chosen carrier once. */
export const carriersIn = ({ texts, calls }: CarrierChoice): CarrierName[] =>
  texts === calls ? [texts] : [texts, calls];

/** The half of a chosen carrier. */
export const halfOf = <T>(halves: Halves<T>, name: CarrierName): T => {
  const half = halves[name];
  if (half === undefined) throw new Error(`${name} is not in every list of its carries`);
  return half;
};

/** The outbound halves of the chosen carriers as one. */
export const createChosenCarrier = (
  choice: CarrierChoice,
  values: ValuesByCarrier,
  options: SenderOptions,
): Carrier => {
  const senders: Halves<CarrierSender> = carrierSenders;
  const { texts } = halfOf(senders, choice.texts);
  const { calls } = halfOf(senders, choice.calls);
  if (!texts || !calls) throw new Error('a chosen carrier cannot send');
  return {
    ...overCarriedChannels(choice.texts, texts(values[choice.texts] ?? {}, options)),
    ...calls(values[choice.calls] ?? {}, options),
  };
};

/**
 * A carrier without WhatsApp is never handed such a message: a person whose last text came by another carrier's
 * WhatsApp gets the same words as an SMS.
 */
const overCarriedChannels = (name: CarrierName, sender: TextSender): TextSender => {
  const { carries }: CarrierDefinition = carrierDefinitions[name];
  if (carries.includes('whatsapp')) return sender;
  return {
    ...sender,
    send: async (message) =>
      message.channel === 'whatsapp'
        ? { type: 'refused', code: 'whatsapp-not-carried', failure: 'other-channel' }
        : sender.send(message),
    find: async (message, since) =>
      message.channel === 'whatsapp' ? { type: 'not-found' } : sender.find(message, since),
  };
};

/** By carrier: the secrets that sign its webhooks, the one in use first. */
export const authTokensOf = (
  choice: CarrierChoice,
  values: ValuesByCarrier,
): Record<string, string[]> =>
  Object.fromEntries(
    carriersIn(choice).map((name) => [
      name,
      carrierDefinitions[name].authTokens(values[name] ?? {}),
    ]),
  );
