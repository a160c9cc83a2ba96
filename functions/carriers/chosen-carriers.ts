import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Carrier } from '../ports/carrier.ts';
import type {
  CarrierDefinition,
  CarrierSender,
  CarrierValues,
  SenderOptions,
  TextSender,
} from '../ports/carrier-definition.ts';
import { type CarrierName, carrierDefinitions, carrierSenders, type Halves } from './registry.ts';

/**
 * CARRIER_TEXTS, CARRIER_CALLS and CARRIER_WHATSAPP. Without the third the carrier of texts takes WhatsApp too, where it
 * carries it.
 */
export type CarrierChoice = { texts: CarrierName; calls: CarrierName; whatsapp?: CarrierName };

const kindOf = { texts: 'sms', calls: 'calls', whatsapp: 'whatsapp' } as const;

/** The values of the chosen carriers. */
export type ValuesByCarrier = Halves<CarrierValues>;

export const defaultCarrier: CarrierName = 'twilio';

const isCarrierName = (name: string): name is CarrierName =>
  Object.hasOwn(carrierDefinitions, name);

/** The carrier of that name if it carries what it is chosen for; otherwise what the name must be. */
export const parseCarrierName = (
  name: string,
  what: keyof CarrierChoice,
): { name: CarrierName } | { must: string } => {
  const definitions: readonly CarrierDefinition[] = Object.values(carrierDefinitions);
  const able = definitions
    .filter(({ carries }) => carries.includes(kindOf[what]))
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

/** The carrier of WhatsApp; undefined without one. */
export const whatsAppCarrierIn = ({ texts, whatsapp }: CarrierChoice): CarrierName | undefined => {
  const { carries }: CarrierDefinition = carrierDefinitions[texts];
  return whatsapp ?? (carries.includes('whatsapp') ? texts : undefined);
};

/** The carriers whose incoming texts are ours, each once: that of SMS first. */
export const textCarriersIn = (choice: CarrierChoice): CarrierName[] => [
  ...new Set([choice.texts, whatsAppCarrierIn(choice) ?? choice.texts]),
];

/** Each chosen carrier once. */
export const carriersIn = (choice: CarrierChoice): CarrierName[] => [
  ...new Set([choice.texts, choice.calls, ...textCarriersIn(choice)]),
];

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
  options: ChosenOptions,
): Carrier => {
  const senders: Halves<CarrierSender> = carrierSenders;
  const { calls } = halfOf(senders, choice.calls);
  const openTexts = (name: CarrierName, { from }: Pick<SenderOptions, 'from'>): TextSender => {
    const { texts } = halfOf(senders, name);
    if (!texts) throw new Error('a chosen carrier cannot send');
    return texts(values[name] ?? {}, { ...options, from });
  };
  if (!calls) throw new Error('a chosen carrier cannot send');
  const sms = openTexts(choice.texts, options);
  const name = whatsAppCarrierIn(choice);
  const whatsapp =
    name === undefined || name === choice.texts
      ? name && sms
      : openTexts(name, { from: options.whatsappNumber ?? options.from });
  return {
    ...overChannels(sms, whatsapp),
    ...calls(values[choice.calls] ?? {}, options),
  };
};

type ChosenOptions = SenderOptions & {
  /** The sender on WhatsApp, where its carrier is another than that of texts; otherwise `from`. */
  whatsappNumber?: PhoneNumber | undefined;
};

/**
 * One sender for both channels, each by its own carrier. Without a carrier of WhatsApp such a message is refused: a
 * person whose last text came by another carrier's WhatsApp gets the same words as an SMS.
 */
export const overChannels = (sms: TextSender, whatsapp: TextSender | undefined): TextSender => {
  if (whatsapp === sms) return sms;
  return {
    send: async (message) =>
      message.channel === 'sms'
        ? sms.send(message)
        : (whatsapp?.send(message) ?? {
            type: 'refused',
            code: 'whatsapp-not-carried',
            failure: 'other-channel',
          }),
    find: async (message, since) =>
      message.channel === 'sms'
        ? sms.find(message, since)
        : (whatsapp?.find(message, since) ?? { type: 'not-found' }),
    photo: (id) => (whatsapp ?? sms).photo(id),
    deletePhoto: (id) => (whatsapp ?? sms).deletePhoto(id),
    received: async (since) => {
      const lists = await Promise.all(
        [sms, whatsapp].flatMap((sender) => (sender ? [sender.received(since)] : [])),
      );
      return {
        texts: lists.flatMap(({ texts }) => texts).sort((a, b) => a.writtenAt - b.writtenAt),
        complete: lists.every(({ complete }) => complete),
      };
    },
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
