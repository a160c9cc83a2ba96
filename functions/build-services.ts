import { readGroupSettings } from '#functions/group-settings.ts';
import { createTemplateIds } from '#shared/messages/templates/find-template.ts';
import { createContents } from '#shared/messages/templates/whatsapp/contents.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
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
  needsTemplates,
  type ValuesByCarrier,
  whatsAppCarrierIn,
} from './carriers/chosen-carriers.ts';
import { toOtherNumbers, toUnanswered } from './carriers/own-numbers.ts';
import { parseCarrierSecret, parseLambdaEnvironment } from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';
import type { Services } from './ports/services.ts';
import { reportInvalidItem } from './use-cases/report-invalid-item.ts';

/**
 * Builds on Lambda, once in a cold start, everything that needs no secret. `readSecrets` reads the texts of the chosen
 * carriers' secrets, and `build` makes the settings of the HTTP apps with them: credentials come from a secret, never
 * from the environment (docs/contract.md). All throw EnvironmentError when a value is wrong or missing.
 * `requestId`: of the invocation that writes a line of the log.
 */
export const prepareServices = (
  env: Record<string, string | undefined>,
  { readSecret = createSecretReader(), requestId = (): string => '' } = {},
) => {
  const environment = parseLambdaEnvironment(env);
  const { carriers, carrierEnvironments, RELEASE: release = 'unknown' } = environment;
  const numbers = {
    missedCall: environment.MISSED_CALL_NUMBER,
    answer: environment.ANSWER_NUMBER,
    yes: environment.YES_NUMBER,
    no: environment.NO_NUMBER,
  };
  const log = createJsonLog(undefined, undefined, () => ({ release, requestId: requestId() }));
  const writeMetric = createMetricLines(environment.STAGE);
  const readSecrets = (): Promise<string[]> =>
    Promise.all(carrierEnvironments.map(({ secretArn }) => readSecret(secretArn)));
  // Parsed while the secrets are being read.
  let base: Omit<Services, 'carrier'> | undefined;
  const buildBase = (): Omit<Services, 'carrier'> => {
    const { config, templates, contents } = readGroupSettings();
    const table = createDynamoDbStore(
      createDocumentClient(createDynamoDbClient()),
      environment.TABLE_NAME,
      reportInvalidItem(log),
    );
    return {
      store: withStoreMetrics(table, { writeMetric, clock: systemClock }),
      clock: systemClock,
      ids: createRandomIds(),
      log,
      config,
      gazetteer: createGazetteer(config),
      hotlineNumber: environment.HOTLINE_NUMBER,
      ...toOtherNumbers(numbers),
      ...(needsTemplates(carriers) && {
        templates: createTemplateIds(templates),
      }),
      ...(whatsAppCarrierIn(carriers) && {
        contents: createContents(contents, config.groupName),
      }),
      publicUrl: environment.PUBLIC_URL.replace(/\/+$/, ''),
    };
  };

  const build = (secrets: readonly string[]): HotlineSettings => {
    base ??= buildBase();
    const carrierValues: ValuesByCarrier = Object.fromEntries(
      carrierEnvironments.map(({ name, values }, i) => [
        name,
        { ...values, ...parseCarrierSecret(name, secrets[i] ?? '') },
      ]),
    );
    const carrier = createChosenCarrier(carriers, carrierValues, {
      from: environment.HOTLINE_NUMBER,
      whatsappNumber: base.config.whatsappNumber,
      publicUrl: environment.PUBLIC_URL,
    });
    const authTokens = authTokensOf(carriers, carrierValues);
    return {
      services: { ...base, carrier },
      writeMetric,
      release,
      unanswered: toUnanswered(numbers),
      carriers,
      authTokens,
      carrierValues,
      // The links are for the carrier of calls; a secret of their own would be one more to keep.
      linkSecrets: authTokens[carriers.calls] ?? [],
    };
  };
  return {
    log,
    release,
    readSecrets,
    /** Prepares what `build` needs, while the secrets are on their way. */
    warm: (): void => {
      base ??= buildBase();
    },
    build,
  };
};
