import * as z from 'zod';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { readHotlineConfig } from './read-hotline-config.ts';

/** The environment (docs/contract.md), read and checked. */
export type Environment = {
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  /** Undefined: the embedded database. */
  dynamodbEndpoint: string | undefined;
  tableName: string;
  /** Undefined: the simulated carrier. */
  twilio: { accountSid: string; authToken: string } | undefined;
  /** While a token is changed: the previous one, whose signatures are still accepted. */
  twilioAuthTokenBefore: string | undefined;
  twilioApiUrl: string;
  hotlineNumber: PhoneNumber;
  /** Never answered: the hotline calls back. Undefined without one. */
  missedCallNumber: PhoneNumber | undefined;
  config: HotlineConfig;
  clockSpeed: number;
};

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
  TWILIO_ACCOUNT_SID: { must: 'letters and digits', schema: z.string().regex(/^\w+$/) },
  TWILIO_AUTH_TOKEN: { must: 'text without spaces', schema: z.string().regex(/^\S+$/) },
  TWILIO_AUTH_TOKEN_BEFORE: { must: 'text without spaces', schema: z.string().regex(/^\S+$/) },
  TWILIO_API_URL: { must: 'an http or https URL', schema: url },
  HOTLINE_NUMBER: {
    must: 'a phone number like +915320000000 (E.164)',
    schema: phoneNumberSchema,
  },
  MISSED_CALL_NUMBER: {
    must: 'a phone number like +915320000001 (E.164)',
    schema: phoneNumberSchema,
  },
  HOTLINE_CONFIG: { must: 'the path of a file', schema: z.string() },
  CLOCK_SPEED: {
    must: 'a number above 0, at most 86400',
    schema: inDigits(z.number().positive().max(86_400)),
  },
} as const;

type Name = keyof typeof values;
type Schema<T> = { safeParse(value: string): z.ZodSafeParseResult<T> };

/** Secrets are never shown, not even wrong ones. */
const quoted = (name: Name, value: string): string =>
  name.startsWith('TWILIO_AUTH_TOKEN') ? 'what was given' : `"${value}"`;

/** The variables of docs/contract.md with their defaults; an empty value counts as unset. Throws EnvironmentError with every error found. */
export const readEnvironment = (env: Record<string, string | undefined>): Environment => {
  const faults: string[] = [];
  const given = (name: Name): string | undefined => env[name]?.trim() || undefined;
  const fault = (line: string): undefined => {
    faults.push(line);
  };
  const read = <T, D>(name: Name, schema: Schema<T>, instead: D): T | D => {
    const value = given(name);
    if (value === undefined) return instead;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    return fault(`${name} must be ${values[name].must}, not ${quoted(name, value)}`) ?? instead;
  };

  const port = read('PORT', values.PORT.schema, 3000);
  const accountSid = read('TWILIO_ACCOUNT_SID', values.TWILIO_ACCOUNT_SID.schema, undefined);
  const authToken = read('TWILIO_AUTH_TOKEN', values.TWILIO_AUTH_TOKEN.schema, undefined);
  if (given('TWILIO_ACCOUNT_SID') && !given('TWILIO_AUTH_TOKEN')) {
    fault('TWILIO_AUTH_TOKEN is missing, while TWILIO_ACCOUNT_SID is set');
  }
  if (given('TWILIO_AUTH_TOKEN') && !given('TWILIO_ACCOUNT_SID')) {
    fault('TWILIO_ACCOUNT_SID is missing, while TWILIO_AUTH_TOKEN is set');
  }
  if (given('TWILIO_AUTH_TOKEN_BEFORE') && !given('TWILIO_AUTH_TOKEN')) {
    fault('TWILIO_AUTH_TOKEN is missing, while TWILIO_AUTH_TOKEN_BEFORE is set');
  }
  const hotlineNumber = read('HOTLINE_NUMBER', values.HOTLINE_NUMBER.schema, localNumber);
  // With the simulated carrier there is one to try.
  const simulatedNumber =
    accountSid || hotlineNumber === localMissedCallNumber ? undefined : localMissedCallNumber;
  const config = readHotlineConfig(given('HOTLINE_CONFIG') ?? 'hotline.config.json');
  const environment = {
    port,
    publicUrl: read('PUBLIC_URL', values.PUBLIC_URL.schema, `http://127.0.0.1:${port}`),
    dataDir: read('DATA_DIR', values.DATA_DIR.schema, '.data'),
    dynamodbEndpoint: read('DYNAMODB_ENDPOINT', values.DYNAMODB_ENDPOINT.schema, undefined),
    tableName: read('TABLE_NAME', values.TABLE_NAME.schema, 'hotline'),
    twilio: accountSid && authToken ? { accountSid, authToken } : undefined,
    twilioAuthTokenBefore: read(
      'TWILIO_AUTH_TOKEN_BEFORE',
      values.TWILIO_AUTH_TOKEN_BEFORE.schema,
      undefined,
    ),
    twilioApiUrl: read('TWILIO_API_URL', values.TWILIO_API_URL.schema, 'https://api.twilio.com'),
    hotlineNumber,
    missedCallNumber: read('MISSED_CALL_NUMBER', values.MISSED_CALL_NUMBER.schema, simulatedNumber),
    clockSpeed: read('CLOCK_SPEED', values.CLOCK_SPEED.schema, 1),
  };
  if (environment.missedCallNumber === environment.hotlineNumber)
    fault('MISSED_CALL_NUMBER must be another number than HOTLINE_NUMBER: it is never answered');
  if ('fault' in config) fault(config.fault);
  if (faults.length > 0 || 'fault' in config) throw new EnvironmentError(faults.join('\n'));
  return { ...environment, config: config.config };
};

/** An unassigned number of Prayagraj (0532). */
const localNumber = phoneNumberSchema.parse('+915320000000');
const localMissedCallNumber = phoneNumberSchema.parse('+915320000001');
