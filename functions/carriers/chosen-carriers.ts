import type { Carrier } from '../ports/carrier.ts';
import type { CarrierValues, SenderOptions } from '../ports/carrier-definition.ts';
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
  const able = Object.values(carrierDefinitions)
    .filter(({ carries }) => carries.includes(what))
    .map((carrier) => carrier.name);
  const found = able.find((n) => n === name);
  return found !== undefined && isCarrierName(found)
    ? { name: found }
    : { must: able.join(' or ') };
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
  const { texts } = halfOf(carrierSenders, choice.texts);
  const { calls } = halfOf(carrierSenders, choice.calls);
  if (!texts || !calls) throw new Error('a chosen carrier cannot send');
  return {
    ...texts(values[choice.texts] ?? {}, options),
    ...calls(values[choice.calls] ?? {}, options),
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
