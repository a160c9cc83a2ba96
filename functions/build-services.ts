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
  parseLambdaEnvironment,
  parseTwilioSecret,
  signingTokens,
} from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';
import type { Services } from './ports/services.ts';
import { reportInvalidItem } from './use-cases/report-invalid-item.ts';

/**
 * Builds the adapters on Lambda, once in a cold start, and the settings of the HTTP apps. Twilio's credentials come
 * from the secret, never from the environment (docs/contract.md). Throws EnvironmentError when a value is wrong or
 * missing.
 */
export const buildServices = async (
  env: Record<string, string | undefined>,
  readSecret = createSecretReader(),
): Promise<HotlineSettings> => {
  const environment = parseLambdaEnvironment(env);
  const secret = readSecret(environment.TWILIO_SECRET_ARN);
  // Parsed while the secret is being read.
  const config = hotlineConfigSchema.parse(configFile);
  const gazetteer = createGazetteer(config);
  const twilio = parseTwilioSecret(await secret);
  const clock = systemClock;
  const log = createJsonLog();
  const table = createDynamoDbStore(
    createDocumentClient(createDynamoDbClient()),
    environment.TABLE_NAME,
    reportInvalidItem(log),
  );
  const services: Services = {
    store: withStoreMetrics(table, {
      writeMetric: createMetricLines(environment.STAGE),
      clock,
    }),
    carrier: createTwilioCarrier({
      accountSid: twilio.TWILIO_ACCOUNT_SID,
      authToken: twilio.TWILIO_AUTH_TOKEN,
      from: environment.HOTLINE_NUMBER,
      publicUrl: environment.PUBLIC_URL,
      ...(environment.TWILIO_API_URL && { apiUrl: environment.TWILIO_API_URL }),
    }),
    clock,
    ids: createRandomIds(),
    log,
    config,
    gazetteer,
    hotlineNumber: environment.HOTLINE_NUMBER,
    publicUrl: environment.PUBLIC_URL.replace(/\/+$/, ''),
  };
  return {
    services,
    missedCallNumber: environment.MISSED_CALL_NUMBER,
    authTokens: signingTokens(twilio),
  };
};
