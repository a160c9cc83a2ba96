import * as z from 'zod';
import { faultsOfNumbers } from '#functions/carriers/own-numbers.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type CarrierEnvironments, readCarriers } from './carrier-environment.ts';
import { readGroupConfig, readHotlineConfig } from './read-hotline-config.ts';

/** The environment (docs/contract.md), read and checked. */
export type Environment = {
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  /** Undefined: the embedded database. */
  dynamodbEndpoint: string | undefined;
  tableName: string;
  hotlineNumber: PhoneNumber;
  /** Never answered: the hotline calls back. Undefined without one. */
  missedCallNumber: PhoneNumber | undefined;
  /** Named in every text that asks, where the sender cannot be answered. */
  answerNumber: PhoneNumber | undefined;
  /** A missed call to one of them is a donor's answer. */
  yesNumber: PhoneNumber | undefined;
  noNumber: PhoneNumber | undefined;
  config: HotlineConfig;
  clockSpeed: number;
} & CarrierEnvironments;

const url = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .refine((given) => !/[?#]/.test(given))
  .transform((given) => given.replace(/\/+$/, ''));

const inDigits = (schema: z.ZodNumber) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(schema);

/** Each value: what it must be, as its error says, and its schema. */
const values = {
  PORT: { must: 'a number from 1 to 65535', schema: inDigits(z.int().min(1).max(65535)) },
  PUBLIC_URL: { must: 'an http or https URL without a query', schema: url },
  DATA_DIR: { must: 'the path of a folder', schema: z.string() },
  DYNAMODB_ENDPOINT: { must: 'an http or https URL', schema: url },
  TABLE_NAME: {
    must: '3 to 255 letters, digits, dots, hyphens or underscores',
    schema: z.string().regex(/^[\w.-]{3,255}$/),
  },
  HOTLINE_NUMBER: {
    must: 'a phone number like +915320000000 (E.164)',
    schema: phoneNumberSchema,
  },
  MISSED_CALL_NUMBER: {
    must: 'a phone number like +915320000001 (E.164)',
    schema: phoneNumberSchema,
  },
  ANSWER_NUMBER: {
    must: 'a phone number like +915320000002 (E.164)',
    schema: phoneNumberSchema,
  },
  YES_NUMBER: { must: 'a phone number like +915320000003 (E.164)', schema: phoneNumberSchema },
  NO_NUMBER: { must: 'a phone number like +915320000004 (E.164)', schema: phoneNumberSchema },
  HOTLINE_CONFIG: { must: 'the path of a file', schema: z.string() },
  GROUP: {
    must: 'the name of a file in groups, without .json',
    schema: z.string().regex(/^[a-z][a-z-]{0,30}$/),
  },
  CLOCK_SPEED: {
    must: 'a number above 0, at most 86400',
    schema: inDigits(z.number().positive().max(86_400)),
  },
} as const;

type Name = keyof typeof values;
type Schema<T> = { safeParse(value: string): z.ZodSafeParseResult<T> };

/** The variables of docs/contract.md with their defaults; an empty value counts as unset. Throws EnvironmentError with every error found. */
export const readEnvironment = (env: Record<string, string | undefined>): Environment => {
  const faults: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const fault = (line: string): undefined => {
    faults.push(line);
  };
  const read = <T, D>(name: Name, schema: Schema<T>, instead: D): T | D => {
    const value = given(name);
    if (value === undefined) return instead;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    return fault(`${name} must be ${values[name].must}, not "${value}"`) ?? instead;
  };

  const port = read('PORT', values.PORT.schema, 3000);
  const carriers = readCarriers(given, faults);
  const group = read('GROUP', values.GROUP.schema, undefined);
  const config = group
    ? readGroupConfig(group)
    : readHotlineConfig(given('HOTLINE_CONFIG') ?? 'hotline.config.json');
  if (group && given('HOTLINE_CONFIG'))
    fault('GROUP and HOTLINE_CONFIG both name a configuration: give one of them');
  const demo = 'config' in config ? config.config.demo : undefined;
  const usualNumber = demo?.hotlineNumber ?? localNumber;
  const usualMissedCalls = demo?.missedCallNumber ?? localMissedCallNumber;
  const hotlineNumber = read('HOTLINE_NUMBER', values.HOTLINE_NUMBER.schema, usualNumber);
  // With the simulated carrier there is one to try.
  const simulatedNumber =
    carriers.isSimulated && hotlineNumber !== usualMissedCalls ? usualMissedCalls : undefined;
  const environment = {
    port,
    publicUrl: read('PUBLIC_URL', values.PUBLIC_URL.schema, `http://127.0.0.1:${port}`),
    // Each group has people of its own.
    dataDir: read('DATA_DIR', values.DATA_DIR.schema, group ? `.data-${group}` : '.data'),
    dynamodbEndpoint: read('DYNAMODB_ENDPOINT', values.DYNAMODB_ENDPOINT.schema, undefined),
    tableName: read('TABLE_NAME', values.TABLE_NAME.schema, 'hotline'),
    ...carriers,
    hotlineNumber,
    missedCallNumber: read('MISSED_CALL_NUMBER', values.MISSED_CALL_NUMBER.schema, simulatedNumber),
    answerNumber: read('ANSWER_NUMBER', values.ANSWER_NUMBER.schema, undefined),
    yesNumber: read('YES_NUMBER', values.YES_NUMBER.schema, undefined),
    noNumber: read('NO_NUMBER', values.NO_NUMBER.schema, undefined),
    clockSpeed: read('CLOCK_SPEED', values.CLOCK_SPEED.schema, 1),
  };
  const numbers: Record<string, string | undefined> = {
    HOTLINE_NUMBER: environment.hotlineNumber,
    MISSED_CALL_NUMBER: environment.missedCallNumber,
    ANSWER_NUMBER: environment.answerNumber,
    YES_NUMBER: environment.yesNumber,
    NO_NUMBER: environment.noNumber,
  };
  faults.push(...faultsOfNumbers((name) => numbers[name], carriers.carriers));
  if ('fault' in config) fault(config.fault);
  if (faults.length > 0 || 'fault' in config) throw new EnvironmentError(faults.join('\n'));
  return { ...environment, config: config.config };
};

/** An unassigned number of Prayagraj (0532). */
const localNumber = phoneNumberSchema.parse('+915320000000');
const localMissedCallNumber = phoneNumberSchema.parse('+915320000001');
