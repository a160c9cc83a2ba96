import * as z from 'zod';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

/** A wrong or missing value; the message has one line for each, which names it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** The environment the stack sets; region and credentials are read by the SDK itself. */
export type LambdaEnvironment = {
  /** The dimension of our metrics: dev or prod. */
  STAGE: string;
  TABLE_NAME: string;
  PUBLIC_URL: string;
  HOTLINE_NUMBER: PhoneNumber;
  /** Never answered: its callers are called back. */
  MISSED_CALL_NUMBER?: PhoneNumber | undefined;
  TWILIO_SECRET_ARN: string;
  /** For tests only; Twilio's own URL otherwise. */
  TWILIO_API_URL?: string | undefined;
};

const url = (must: string) => z.url({ protocol: /^https?$/, error: must });
const phoneNumber = z.string().transform((given, context): PhoneNumber => {
  const parsed = phoneNumberSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  context.addIssue('must be a phone number like +915320000000 (E.164)');
  return z.NEVER;
});
const environmentSchema = z
  .object({
    STAGE: z.string(),
    TABLE_NAME: z.string().min(3, 'must be the name of a table'),
    PUBLIC_URL: url('must be an http or https URL'),
    HOTLINE_NUMBER: phoneNumber,
    MISSED_CALL_NUMBER: phoneNumber.optional(),
    TWILIO_SECRET_ARN: z.string().startsWith('arn:', 'must be the ARN of a secret'),
    TWILIO_API_URL: url('must be an http or https URL').optional(),
  })
  .refine(({ MISSED_CALL_NUMBER, HOTLINE_NUMBER }) => MISSED_CALL_NUMBER !== HOTLINE_NUMBER, {
    path: ['MISSED_CALL_NUMBER'],
    error: 'must be another number than HOTLINE_NUMBER: it is never answered',
  });

const requiredText = (what: string) => z.string().min(1, `is empty: put ${what} into the secret`);
const credentialsSchema = z.object({
  TWILIO_ACCOUNT_SID: requiredText("Twilio's account SID"),
  TWILIO_AUTH_TOKEN: requiredText("Twilio's auth token"),
  /** During a rotation: the previous token, whose signatures are still accepted. Empty counts as absent. */
  TWILIO_AUTH_TOKEN_BEFORE: z.string('must be text').optional(),
});
export type TwilioCredentials = z.infer<typeof credentialsSchema>;

/** The tokens whose signatures are accepted. The first is the one in use, which also signs our own links. */
export const signingTokens = (twilio: TwilioCredentials): string[] =>
  [twilio.TWILIO_AUTH_TOKEN, twilio.TWILIO_AUTH_TOKEN_BEFORE ?? ''].filter((t) => t !== '');

/** Throws EnvironmentError with a line for each value that is wrong or missing. An empty value counts as absent. */
export const parseLambdaEnvironment = (
  env: Record<string, string | undefined>,
): LambdaEnvironment =>
  parseValues(
    environmentSchema,
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );

/** Parses the secret's text: JSON with each value under its own name. The EnvironmentError never repeats a value. */
export const parseTwilioSecret = (text: string): TwilioCredentials => {
  const values = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  if (values.success) return parseValues(credentialsSchema, values.data);
  throw new EnvironmentError('TWILIO_SECRET_ARN names a secret that is not a JSON object');
};

const parseValues = <T extends z.ZodType>(
  schema: T,
  given: Record<string, unknown>,
): z.output<T> => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name} ${given[name] === undefined ? 'is missing' : message}`;
  });
  throw new EnvironmentError(lines.join('\n'));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
