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
import {
  authTokensOf,
  createChosenCarrier,
  type ValuesByCarrier,
} from './carriers/chosen-carriers.ts';
import { hotlineConfigSchema } from './hotline-config.ts';
import { parseCarrierSecret, parseLambdaEnvironment } from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';
import type { Services } from './ports/services.ts';
import { reportInvalidItem } from './use-cases/report-invalid-item.ts';

/**
 * Builds the adapters on Lambda, once in a cold start, and the settings of the HTTP apps. A carrier's credentials come
 * from its secret, never from the environment (docs/contract.md). Throws EnvironmentError when a value is wrong or
 * missing.
 */
export const buildServices = async (
  env: Record<string, string | undefined>,
  readSecret = createSecretReader(),
): Promise<HotlineSettings> => {
  const environment = parseLambdaEnvironment(env);
  const secrets = Promise.all(
    environment.carrierEnvironments.map(async ({ secretArn, ...carrier }) => ({
      ...carrier,
      secret: await readSecret(secretArn),
    })),
  );
  // Parsed while the secrets are being read.
  const config = hotlineConfigSchema.parse(configFile);
  const gazetteer = createGazetteer(config);
  const carrierValues: ValuesByCarrier = Object.fromEntries(
    (await secrets).map(({ name, values, secret }) => [
      name,
      { ...values, ...parseCarrierSecret(name, secret) },
    ]),
  );
  const { carriers } = environment;
  const clock = systemClock;
  const log = createJsonLog();
  const table = createDynamoDbStore(
    createDocumentClient(createDynamoDbClient()),
    environment.TABLE_NAME,
    reportInvalidItem(log),
  );
  const writeMetric = createMetricLines(environment.STAGE);
  const services: Services = {
    store: withStoreMetrics(table, {
      writeMetric,
      clock,
    }),
    carrier: createChosenCarrier(carriers, carrierValues, {
      from: environment.HOTLINE_NUMBER,
      publicUrl: environment.PUBLIC_URL,
    }),
    clock,
    ids: createRandomIds(),
    log,
    config,
    gazetteer,
    hotlineNumber: environment.HOTLINE_NUMBER,
    ...(environment.MISSED_CALL_NUMBER && { otherNumbers: [environment.MISSED_CALL_NUMBER] }),
    publicUrl: environment.PUBLIC_URL.replace(/\/+$/, ''),
  };
  const authTokens = authTokensOf(carriers, carrierValues);
  return {
    services,
    writeMetric,
    missedCallNumber: environment.MISSED_CALL_NUMBER,
    carriers,
    authTokens,
    // The links are for the carrier of calls; a secret of their own would be one more to keep.
    linkSecrets: authTokens[carriers.calls] ?? [],
  };
};
