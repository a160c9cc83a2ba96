import * as z from 'zod';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import configFile from '../hotline.config.json' with { type: 'json' };
import { createDocumentClient, createDynamoDbClient } from './adapters/dynamodb/client.ts';
import { createDynamoDbStore } from './adapters/dynamodb/dynamodb-store.ts';
import { createJsonLog } from './adapters/system/json-log.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { createTwilioCarrier } from './adapters/twilio/twilio-carrier.ts';
import { hotlineConfigSchema } from './hotline-config.ts';
import type { Services } from './ports/services.ts';

/** What the stack sets; region and credentials are the SDK's own business. */
const environmentSchema = z.object({
  TABLE_NAME: z.string().min(3),
  PUBLIC_URL: z.url(),
  HOTLINE_NUMBER: phoneNumberSchema,
  TWILIO_API_URL: z.url().optional(),
  // Out of a secret as soon as there is a stack that has one; never set by hand (CONTRACT).
  TWILIO_ACCOUNT_SID: z.string().min(1),
  TWILIO_AUTH_TOKEN: z.string().min(1),
});

/** The adapters on Lambda, once a cold start, and what webhooks are checked against. Throws when a value is missing. */
export const buildServices = (
  env: Record<string, string | undefined>,
): { services: Services; publicUrl: string; authTokens: string[] } => {
  const given = environmentSchema.parse(env);
  const config = hotlineConfigSchema.parse(configFile);
  const services: Services = {
    store: createDynamoDbStore(createDocumentClient(createDynamoDbClient()), given.TABLE_NAME),
    carrier: createTwilioCarrier({
      accountSid: given.TWILIO_ACCOUNT_SID,
      authToken: given.TWILIO_AUTH_TOKEN,
      from: given.HOTLINE_NUMBER,
      publicUrl: given.PUBLIC_URL,
      ...(given.TWILIO_API_URL && { apiUrl: given.TWILIO_API_URL }),
    }),
    clock: systemClock,
    ids: createRandomIds(),
    log: createJsonLog(),
    config,
    gazetteer: createGazetteer(config),
  };
  return { services, publicUrl: given.PUBLIC_URL, authTokens: [given.TWILIO_AUTH_TOKEN] };
};
