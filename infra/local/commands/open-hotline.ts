import { join } from 'node:path';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createJsonLog } from '#functions/adapters/system/json-log.ts';
import { createRandomIds } from '#functions/adapters/system/random-ids.ts';
import { systemClock } from '#functions/adapters/system/system-clock.ts';
import type { Carrier } from '#functions/ports/carrier.ts';
import type { Services } from '#functions/ports/services.ts';
import { createTable } from '#infra/table.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { epochMs } from '#shared/terms/time.ts';
import { connectOrStart } from '../embedded-database.ts';
import type { Environment } from '../environment.ts';
import { readClock } from '../speeding-clock.ts';

export type OpenHotline = { services: Services; close(): Promise<void> };

/** A command never sends: it leaves messages in the outbox of the hotline, running now or later. */
const noCarrier: Carrier = {
  send: async () => ({ type: 'busy', code: 'operator' }),
  find: async () => ({ type: 'cannot-tell' }),
  call: async () => ({ type: 'busy', code: 'operator' }),
  findCall: async () => ({ type: 'cannot-tell' }),
  sound: async () => undefined,
  deleteSound: async () => {},
};

/** The hotline's data for an operator's command, whether the hotline runs or not. */
export const openHotline = async (env: Environment): Promise<OpenHotline> => {
  // Six lines before every answer; which Node we run on is known (FACTS §9).
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const database = env.dynamodbEndpoint
    ? { endpoint: env.dynamodbEndpoint, stop: async () => {} }
    : await connectOrStart(env.dataDir);
  const client = createDynamoDbClient(database.endpoint);
  const close = async (): Promise<void> => {
    client.destroy();
    await database.stop();
  };
  try {
    await createTable(client, env.tableName);
    // A running hotline writes its time down every second; its clock may be wound or fast.
    const now = Math.max(Date.now(), readClock(join(env.dataDir, 'clock.json'))?.hotline ?? 0);
    const services: Services = {
      store: createDynamoDbStore(createDocumentClient(client), env.tableName),
      carrier: noCarrier,
      clock: { ...systemClock, now: () => epochMs(now) },
      ids: createRandomIds(),
      log: createJsonLog((line) => process.stderr.write(`${line}\n`)),
      config: env.config,
      gazetteer: createGazetteer(env.config),
      hotlineNumber: env.hotlineNumber,
      publicUrl: env.publicUrl,
    };
    return { services, close };
  } catch (error) {
    await close();
    throw error;
  }
};
