import { join } from 'node:path';
import {
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createJsonLog } from '#functions/adapters/system/json-log.ts';
import { createRandomIds } from '#functions/adapters/system/random-ids.ts';
import { systemClock } from '#functions/adapters/system/system-clock.ts';
import type { Carrier } from '#functions/ports/carrier.ts';
import type { Services } from '#functions/ports/services.ts';
import { reportInvalidItem } from '#functions/use-cases/report-invalid-item.ts';
import { createTable } from '#infra/table.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { type EpochMs, epochMs } from '#shared/terms/time.ts';
import { markMessagesUncertain } from '../backup/restore-backup.ts';
import { connectOrStart } from '../database/embedded-database.ts';
import { readClock } from '../runtime/scaled-clock.ts';
import { CommandError } from './command.ts';
import type { CommandEnvironment } from './command-environment.ts';

export type OpenHotline = {
  services: Services;
  client: DynamoDBClient;
  /** Current hotline time. A running hotline saves its own every second; it may be ahead or run fast. */
  now(): EpochMs;
  close(): Promise<void>;
};

/** A command never sends: the hotline, now or later, sends the messages it leaves in the outbox. */
const noCarrier: Carrier = {
  send: async () => ({ type: 'busy', code: 'operator' }),
  received: async () => ({ texts: [], complete: false }),
  find: async () => ({ type: 'cannot-tell' }),
  call: async () => ({ type: 'busy', code: 'operator' }),
  findCall: async () => ({ type: 'cannot-tell' }),
  sound: async () => undefined,
  deleteSound: async () => {},
  photo: async () => undefined,
  deletePhoto: async () => {},
};

/** Opens the hotline's data for an operator's command: deployed, or on this machine, whether the hotline runs or not. */
export const openHotline = async (env: CommandEnvironment): Promise<OpenHotline> => {
  const database = await openDatabase(env);
  const client = createDynamoDbClient(database.endpoint);
  const close = async (): Promise<void> => {
    client.destroy();
    await database.stop();
  };
  try {
    if (env.aws) await requireTable(client, env.tableName, env.aws.region);
    else await createTable(client, env.tableName);
    const clockFile = env.aws ? undefined : join(env.dataDir, 'clock.json');
    const now = (): EpochMs =>
      epochMs(Math.max(Date.now(), (clockFile && readClock(clockFile)?.hotline) || 0));
    const start = now();
    const log = createJsonLog(say);
    const services: Services = {
      store: createDynamoDbStore(
        createDocumentClient(client),
        env.tableName,
        reportInvalidItem(log),
      ),
      carrier: noCarrier,
      clock: { ...systemClock, now: () => start },
      ids: createRandomIds(),
      log,
      config: env.config,
      gazetteer: createGazetteer(env.config),
      hotlineNumber: env.hotlineNumber,
      publicUrl: env.publicUrl,
    };
    return { services, client, now, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);

type Database = { endpoint: string | undefined; stop(): Promise<void> };

/** Undefined endpoint: AWS. */
const openDatabase = async (env: CommandEnvironment): Promise<Database> => {
  const stop = async (): Promise<void> => {};
  if (env.aws) {
    process.env['AWS_REGION'] = env.aws.region;
    return { endpoint: undefined, stop };
  }
  return env.dynamodbEndpoint
    ? { endpoint: env.dynamodbEndpoint, stop }
    : connectOrStart(env.dataDir, { notice: say, markUncertain: markMessagesUncertain(env) });
};

/** A command never creates a table on AWS: only the stack does. */
const requireTable = async (
  client: DynamoDBClient,
  name: string,
  region: string,
): Promise<void> => {
  try {
    await client.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new CommandError(
      `there is no table ${name} in ${region}: TABLE_NAME must be the output TableName of the stack, AWS_REGION its region`,
    );
  }
};
