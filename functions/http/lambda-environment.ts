import * as z from 'zod';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import {
  type CarrierChoice,
  carriersIn,
  defaultCarrier,
  parseCarrierName,
} from '../carriers/chosen-carriers.ts';
import { faultsOfNumbers } from '../carriers/own-numbers.ts';
import { type CarrierName, carrierDefinitions } from '../carriers/registry.ts';
import type { CarrierDefinition, CarrierValues } from '../ports/carrier-definition.ts';

/** A wrong or missing value; the message has one line for each, which names it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

type Values = Record<string, string | undefined>;

/** The environment the stack sets; region and credentials are read by the SDK itself. */
export type LambdaEnvironment = {
  /** The dimension of our metrics: dev or prod. */
  STAGE: string;
  TABLE_NAME: string;
  /** The commit that was deployed. */
  RELEASE?: string | undefined;
  PUBLIC_URL: string;
  HOTLINE_NUMBER: PhoneNumber;
  /** Never answered: its callers are called back. */
  MISSED_CALL_NUMBER?: PhoneNumber | undefined;
  /** Takes the answers to our texts. */
  ANSWER_NUMBER?: PhoneNumber | undefined;
  /** A missed call to one of them is a donor's answer. */
  YES_NUMBER?: PhoneNumber | undefined;
  NO_NUMBER?: PhoneNumber | undefined;
  carriers: CarrierChoice;
  /** The chosen carriers, without the values of their secrets. */
  carrierEnvironments: CarrierEnvironment[];
};

export type CarrierEnvironment = {
  name: CarrierName;
  secretArn: string;
  values: CarrierValues;
};

const url = (must: string) => z.url({ protocol: /^https?$/, error: must });
const phoneNumber = z.string().transform((given, context): PhoneNumber => {
  const parsed = phoneNumberSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  context.addIssue('must be a phone number like +915320000000 (E.164)');
  return z.NEVER;
});
const environmentSchema = z.object({
  STAGE: z.string(),
  RELEASE: z.string().optional(),
  TABLE_NAME: z.string().min(3, 'must be the name of a table'),
  PUBLIC_URL: url('must be an http or https URL'),
  HOTLINE_NUMBER: phoneNumber,
  MISSED_CALL_NUMBER: phoneNumber.optional(),
  ANSWER_NUMBER: phoneNumber.optional(),
  YES_NUMBER: phoneNumber.optional(),
  NO_NUMBER: phoneNumber.optional(),
});

/** Throws EnvironmentError with a line for each value that is wrong or missing. An empty value counts as absent. */
export const parseLambdaEnvironment = (env: Values): LambdaEnvironment => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const base = environmentSchema.safeParse(given);
  const faults = base.success ? [] : linesOf(base.error, given);
  const carriers = parseCarrierChoice(given, faults);
  faults.push(...faultsOfNumbers((name) => given[name], carriers));
  const carrierEnvironments = carriersIn(carriers).map((name) =>
    parseCarrierEnvironment(name, given, faults),
  );
  if (!base.success || faults.length > 0) throw new EnvironmentError(faults.join('\n'));
  return { ...base.data, carriers, carrierEnvironments };
};

/** The choice of CARRIER_TEXTS, CARRIER_CALLS and CARRIER_WHATSAPP; a wrong name adds its line to the faults. */
export const parseCarrierChoice = (given: Values, faults: string[]): CarrierChoice => {
  const read = (variable: string, what: keyof CarrierChoice): CarrierName | undefined => {
    const wanted = given[variable]?.trim();
    if (!wanted) return undefined;
    const parsed = parseCarrierName(wanted, what);
    if ('name' in parsed) return parsed.name;
    faults.push(`${variable} must be ${parsed.must}, not "${wanted}"`);
    return undefined;
  };
  const texts = read('CARRIER_TEXTS', 'texts') ?? defaultCarrier;
  const calls = read('CARRIER_CALLS', 'calls') ?? defaultCarrier;
  const whatsapp = read('CARRIER_WHATSAPP', 'whatsapp');
  return { texts, calls, ...(whatsapp && { whatsapp }) };
};

/** The variable that names a carrier's secret: TWILIO_SECRET_ARN. */
export const secretVariableOf = (name: string): string => `${name.toUpperCase()}_SECRET_ARN`;

const parseCarrierEnvironment = (
  name: CarrierName,
  given: Values,
  faults: string[],
): CarrierEnvironment => {
  const variable = secretVariableOf(name);
  const secretArn = given[variable] ?? '';
  if (!secretArn.startsWith('arn:'))
    faults.push(`${variable} ${secretArn === '' ? 'is missing' : 'must be the ARN of a secret'}`);
  const { values: defined }: CarrierDefinition = carrierDefinitions[name];
  const values: Record<string, string> = {};
  for (const [valueName, { inSecret, schema, must }] of Object.entries(defined)) {
    const value = given[valueName];
    if (inSecret || value === undefined) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) values[valueName] = parsed.data;
    else faults.push(`${valueName} must be ${must}`);
  }
  return { name, secretArn, values };
};

const examinationSchema = z.object({
  TABLE_NAME: z.string(),
  /** Rung when something is wrong. */
  ALARM_PHONE: z.preprocess((given) => given || undefined, phoneNumber.optional()),
  ALARM_TOPIC: z.string(),
  /** The functions with event sources, by name, with commas. */
  SOURCE_FUNCTIONS: z.string().transform((names) => names.split(',')),
});

/** What the self-examination needs beside the environment of every function. */
export const parseExaminationEnvironment = (env: Values): z.infer<typeof examinationSchema> => {
  const parsed = examinationSchema.safeParse(env);
  if (!parsed.success) throw new EnvironmentError(linesOf(parsed.error, env).join('\n'));
  return parsed.data;
};

/** Parses the secret's text: JSON with each value under its own name. The EnvironmentError never repeats a value. */
export const parseCarrierSecret = (name: CarrierName, text: string): CarrierValues => {
  const held = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  if (!held.success)
    throw new EnvironmentError(
      `${secretVariableOf(name)} names a secret that is not a JSON object`,
    );
  const faults: string[] = [];
  const values: Record<string, string> = {};
  const { values: defined }: CarrierDefinition = carrierDefinitions[name];
  for (const [valueName, { inSecret, isRequired }] of Object.entries(defined)) {
    const value = held.data[valueName];
    if (!inSecret) continue;
    if (value === undefined && isRequired) faults.push(`${valueName} is missing`);
    else if (value !== undefined && typeof value !== 'string')
      faults.push(`${valueName} must be text`);
    else if (value === '' && isRequired)
      faults.push(`${valueName} is empty: put ${inSecret} into the secret`);
    else if (value) values[valueName] = value;
  }
  if (faults.length > 0) throw new EnvironmentError(faults.join('\n'));
  return values;
};

const linesOf = ({ issues }: z.ZodError, given: Values): string[] =>
  issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name} ${given[name] === undefined ? 'is missing' : message}`;
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
