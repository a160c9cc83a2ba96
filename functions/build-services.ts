import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import configFile from '../hotline.config.json' with { type: 'json' };
import { createDocumentClient, createDynamoDbClient } from './adapters/dynamodb/client.ts';
import { createDynamoDbStore } from './adapters/dynamodb/dynamodb-store.ts';
import { createMetricLines } from './adapters/metrics/metric-lines.ts';
import { withStoreMetrics } from './adapters/metrics/store-metrics.ts';
import { createSecretReader } from './adapters/read-secret.ts';
import { createJsonLog } from './adapters/system/json-log.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { createTwilioCarrier } from './carriers/twilio/twilio-carrier.ts';
import { hotlineConfigSchema } from './hotline-config.ts';
import {
  parseTwilioSecret,
  readLambdaEnvironment,
  signingTokens,
} from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/mount-webhook.ts';
import type { Services } from './ports/services.ts';
import { reportInvalidItem } from './use-cases/report-invalid-item.ts';

/**
 * The adapters on Lambda, once a cold start, and what webhooks are checked against. Twilio's credentials come out of
 * the secret, never out of the environment (CONTRACT). Throws EnvironmentError when a value is wrong or missing.
 */
export const buildServices = async (
  env: Record<string, string | undefined>,
  readSecret = createSecretReader(),
): Promise<HotlineSettings> => {
  const given = readLambdaEnvironment(env);
  const secret = readSecret(given.TWILIO_SECRET_ARN);
  // While the secret is on its way.
  const config = hotlineConfigSchema.parse(configFile);
  const gazetteer = createGazetteer(config);
  const twilio = parseTwilioSecret(await secret);
  const clock = systemClock;
  const log = createJsonLog();
  const table = createDynamoDbStore(
    createDocumentClient(createDynamoDbClient()),
    given.TABLE_NAME,
    reportInvalidItem(log),
  );
  const services: Services = {
    store: withStoreMetrics(table, { measure: createMetricLines(given.STAGE), clock }),
    carrier: createTwilioCarrier({
      accountSid: twilio.TWILIO_ACCOUNT_SID,
      authToken: twilio.TWILIO_AUTH_TOKEN,
      from: given.HOTLINE_NUMBER,
      publicUrl: given.PUBLIC_URL,
      ...(given.TWILIO_API_URL && { apiUrl: given.TWILIO_API_URL }),
    }),
    clock,
    ids: createRandomIds(),
    log,
    config,
    gazetteer,
    hotlineNumber: given.HOTLINE_NUMBER,
    publicUrl: given.PUBLIC_URL.replace(/\/+$/, ''),
  };
  return {
    services,
    missedCallNumber: given.MISSED_CALL_NUMBER,
    authTokens: signingTokens(twilio),
  };
};
