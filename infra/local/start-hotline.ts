import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createJsonLog } from '#functions/adapters/system/json-log.ts';
import { createRandomIds } from '#functions/adapters/system/random-ids.ts';
import {
  authTokensOf,
  createChosenCarrier,
  needsTemplates,
  whatsAppCarrierIn,
} from '#functions/carriers/chosen-carriers.ts';
import { toOtherNumbers, toUnanswered } from '#functions/carriers/own-numbers.ts';
import { createHotline } from '#functions/hotline.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import type { Services } from '#functions/ports/services.ts';
import { reportInvalidItem } from '#functions/use-cases/report-invalid-item.ts';
import { createTemplateIds } from '#shared/messages/templates/find-template.ts';
import { createContents } from '#shared/messages/templates/whatsapp/contents.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { createTable } from '../table.ts';
import { startHourlyBackup } from './backup/hourly-backup.ts';
import { markMessagesUncertain } from './backup/restore-backup.ts';
import { startEmbeddedDatabase } from './database/embedded-database.ts';
import { makePrivateFolder } from './database/private-folder.ts';
import { reportDatabaseErrors } from './database/report-database-errors.ts';
import { createDemoCarrier } from './demo/demo-carrier.ts';
import type { Environment } from './environment.ts';
import { webhookUrls } from './printed-urls.ts';
import { readContents, readTemplates } from './read-templates.ts';
import { startDueLoop } from './runtime/due-loop.ts';
import { limitConcurrency } from './runtime/limit-concurrency.ts';
import { createScaledClock } from './runtime/scaled-clock.ts';
import { startStreamLoop } from './runtime/stream-loop.ts';
import { serveRecordedPrompts } from './serve-recorded-prompts.ts';
import { guardCarrier } from './served-carrier.ts';

export type RunningHotline = {
  /** The URLs by name, and the missed-call number. */
  urls: Record<string, string>;
  stop(): Promise<void>;
};

/**
 * Starts the whole hotline on one machine: the routes of the Lambda functions behind a local server, a loop for each
 * minute and one for the table's stream. Without the carrier's credentials it simulates a carrier with phones.
 */
export const startHotline = async (env: Environment): Promise<RunningHotline> => {
  await withSetting(`DATA_DIR ${env.dataDir}`, async () => makePrivateFolder(env.dataDir));
  guardCarrier(env);
  const log = createJsonLog((line) => process.stderr.write(`${line}\n`));
  const notice = (said: string) => log.error('database', { said });
  const database = env.dynamodbEndpoint
    ? { endpoint: env.dynamodbEndpoint, stop: async () => {} }
    : await withSetting('DATA_DIR', () =>
        startEmbeddedDatabase(env.dataDir, { notice, markUncertain: markMessagesUncertain(env) }),
      );
  const client = createDynamoDbClient(database.endpoint);
  if (!env.dynamodbEndpoint) reportDatabaseErrors(client, env.dataDir, notice);
  await withSetting(`DYNAMODB_ENDPOINT ${database.endpoint}`, () =>
    createTable(client, env.tableName),
  );
  const clock = createScaledClock({
    speed: env.clockSpeed,
    file: join(env.dataDir, 'clock.json'),
  });
  const demo = env.isSimulated ? createDemoCarrier(env, clock) : undefined;
  const carrierValues = demo?.carrierValues ?? env.carrierValues;
  const { missedCallNumber: missedCall, answerNumber: answer, yesNumber: yes, noNumber: no } = env;
  const numbers = { missedCall, answer, yes, no };

  const store = createDynamoDbStore(
    createDocumentClient(client),
    env.tableName,
    reportInvalidItem(log),
  );
  const services: Services = {
    store: limitConcurrency(store, storeCallsAtOnce.people),
    carrier: createChosenCarrier(env.carriers, carrierValues, {
      from: env.hotlineNumber,
      whatsappNumber: env.config.whatsappNumber,
      publicUrl: env.publicUrl,
      // The simulated carrier runs in hotline time, a real one does not.
      ...(!demo && {
        toRealMoment: clock.toRealMoment,
        toHotlineMoment: clock.toHotlineMoment,
      }),
    }),
    clock,
    ids: createRandomIds(),
    log,
    config: withRealLease(env.config, clock.speed),
    gazetteer: createGazetteer(env.config),
    hotlineNumber: env.hotlineNumber,
    ...toOtherNumbers(numbers),
    ...(needsTemplates(env.carriers) && { templates: createTemplateIds(readTemplates()) }),
    ...(whatsAppCarrierIn(env.carriers) && {
      contents: createContents(readContents(), env.config.groupName),
    }),
    publicUrl: env.publicUrl,
  };

  const background: Services = {
    ...services,
    store: limitConcurrency(store, storeCallsAtOnce.background),
  };

  const { carriers } = env;
  const authTokens = authTokensOf(carriers, carrierValues);
  const linkSecrets = authTokens[carriers.calls] ?? [];
  const hotline = createHotline(
    { services, carriers, authTokens, linkSecrets, unanswered: toUnanswered(numbers) },
    background,
  );
  const app = new Hono();
  const due = startDueLoop(hotline.runDueSteps, clock, log);
  if (demo) await demo.open(services, due.advance, app);
  serveRecordedPrompts(app);
  app.route('/', hotline.app);
  const server = await withSetting(`PORT ${env.port}`, () => listen(app, env.port));
  const stream = await startStreamLoop({
    endpoint: database.endpoint,
    table: env.tableName,
    handle: (event) => hotline.processStream(event),
    notice: (said) => log.error('stream', { said }),
  });

  const backup = env.dynamodbEndpoint
    ? undefined
    : startHourlyBackup({ dataDir: env.dataDir, table: env.tableName, notice });

  demo?.resume();
  const base = `http://127.0.0.1:${env.port}`;
  return {
    urls: {
      website: `${base}/`,
      hotline: base,
      ...(demo && { phones: `${base}/phones` }),
      console: `${base}/console`,
      ...webhookUrls(env),
      health: `${base}/health`,
    },
    async stop() {
      demo?.stop();
      await close(server);
      // The next start finds unfinished work, as after a kill -9: a crowd does not delay the stop.
      const underWay = Promise.all([stream.stop(), due.stop()]);
      await Promise.race([underWay, wait(finishMs, undefined, { ref: false })]);
      clock.stop();
      client.destroy();
      await backup?.stop();
      await database.stop();
    },
  };
};

/** `background`: the stream and due steps; people's own texts overtake them (docs/scale.md). */
const storeCallsAtOnce = { people: 64, background: 5 };

/** Real milliseconds for the work under way at Ctrl-C. */
const finishMs = 5000;

/** Real seconds a carrier may need for a message that a killed process was sending. */
const leastLeaseSeconds = 5;

/** A claim's lease outlives a real call to the carrier, also when hotline time runs fast. */
const withRealLease = (config: HotlineConfig, speed: number): HotlineConfig => {
  const { sending } = config.policy;
  const leaseSeconds = Math.max(sending.leaseSeconds, leastLeaseSeconds * speed);
  return { ...config, policy: { ...config.policy, sending: { ...sending, leaseSeconds } } };
};

/** Wraps an error caused by a setting in an EnvironmentError that names the setting. */
const withSetting = async <T>(value: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw new EnvironmentError(`${value}: ${error instanceof Error ? error.message : error}`);
  }
};

const listen = (app: Hono, port: number): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
    // Longer than any client keeps a connection. A connection that closes at the moment of its next use leaves a
    // message in an unknown state, and a minute's wait.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000;
    server.once('error', reject);
  });

/** Finishes the requests under way and cuts open event streams. */
const close = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, 1000).unref();
  });
