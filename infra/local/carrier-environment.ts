import {
  type CarrierChoice,
  carriersIn,
  defaultCarrier,
  type ValuesByCarrier,
} from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import { parseCarrierChoice, secretVariableOf } from '#functions/http/lambda-environment.ts';
import type { CarrierDefinition, CarrierValues } from '#functions/ports/carrier-definition.ts';

/** The carriers in the environment of one machine. */
export type CarrierEnvironments = {
  carriers: CarrierChoice;
  /** What is set here of each chosen carrier's values. */
  carrierValues: ValuesByCarrier;
  /** True without the credentials of the only carrier that can be simulated. */
  isSimulated: boolean;
};

type Given = (name: string) => string | undefined;

/** Reads the choice and the values of the chosen carriers. Each error adds its line to the faults. */
export const readCarriers = (given: Given, faults: string[]): CarrierEnvironments => {
  const variables = ['CARRIER_TEXTS', 'CARRIER_CALLS', 'CARRIER_WHATSAPP'];
  const carriers = parseCarrierChoice(
    Object.fromEntries(variables.map((name) => [name, given(name)])),
    faults,
  );
  const names = carriersIn(carriers);
  const carrierValues: ValuesByCarrier = Object.fromEntries(
    names.map((name) => [name, readValues(name, given, faults)]),
  );
  const isSimulated =
    names.every((name) => name === defaultCarrier) && !hasCredentials(defaultCarrier, given);
  if (!isSimulated)
    for (const name of names) {
      faults.push(...missingLines(name, variableOf(name, carriers), given));
    }
  return { carriers, carrierValues, isSimulated };
};

/** The first variable that chooses the carrier. */
const variableOf = (name: CarrierName, { texts, calls }: CarrierChoice): string => {
  if (name === texts) return 'CARRIER_TEXTS';
  return name === calls ? 'CARRIER_CALLS' : 'CARRIER_WHATSAPP';
};

const hasCredentials = (name: CarrierName, given: Given): boolean =>
  requiredOf(name).every((value) => given(value));

/** The values that are set here, when every value that the carrier needs is among them. */
export const completeValues = (
  name: CarrierName,
  { carrierValues }: CarrierEnvironments,
): CarrierValues | undefined => {
  const values = carrierValues[name] ?? {};
  return hasCredentials(name, (value) => values[value]) ? values : undefined;
};

const definitionOf = (name: CarrierName): CarrierDefinition => carrierDefinitions[name];

const requiredOf = (name: CarrierName): string[] =>
  Object.entries(definitionOf(name).values).flatMap(([value, { isRequired }]) =>
    isRequired ? [value] : [],
  );

const readValues = (name: CarrierName, given: Given, faults: string[]): CarrierValues => {
  const read: Record<string, string> = {};
  const unmet: string[] = [];
  for (const [value, { schema, must, isHidden, needs }] of Object.entries(
    definitionOf(name).values,
  )) {
    const text = given(value);
    if (text === undefined) continue;
    const parsed = schema.safeParse(text);
    if (parsed.success) read[value] = parsed.data;
    else faults.push(`${value} must be ${must}, not ${isHidden ? 'what was given' : `"${text}"`}`);
    if (needs && !given(needs)) unmet.push(`${needs} is missing, while ${value} is set`);
  }
  faults.push(...unmet);
  return read;
};

/** What a chosen carrier lacks and no other line names; its values may also stand in a secret on AWS. */
const missingLines = (name: CarrierName, variable: string, given: Given): string[] => {
  const named = Object.entries(definitionOf(name).values).flatMap(([value, { needs }]) =>
    given(value) && needs ? [needs] : [],
  );
  return requiredOf(name)
    .filter((value) => !given(value) && !named.includes(value))
    .filter(() => !given(secretVariableOf(name)))
    .map((value) => `${value} is missing, while ${variable} is ${name}`);
};
