import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { MarkUncertain } from '../backup/staging.ts';
import type { DatabaseFiles } from './database-files.ts';
import { findTornLog, removeTornLog } from './wal-check.ts';

type Options = { notice?: (what: string) => void; markUncertain?: MarkUncertain };

/**
 * Reports a torn log once, after its unsent messages are marked uncertain: what says that they left may be among the
 * lost writes. Killed half-way, it starts over at the next start.
 */
export const reportTornLog = async (
  files: DatabaseFiles,
  endpoint: string,
  { notice = () => {}, markUncertain = async () => 0 }: Options,
): Promise<void> => {
  const torn = findTornLog(files);
  if (!torn) return;
  const marked = await markEveryTable(endpoint, markUncertain);
  const since = new Date(torn.since).toISOString();
  notice(
    `The log of ${files.database} is torn: at least ${torn.writes} writes after the tear are lost. Writes since ${since} may be missing. ${marked} unsent messages are checked with the carrier before they are sent`,
  );
  removeTornLog(files);
};

const markEveryTable = async (endpoint: string, markUncertain: MarkUncertain): Promise<number> => {
  const client = createDynamoDbClient(endpoint);
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    const documents = createDocumentClient(client);
    let marked = 0;
    // Invalid items stay as they are: the running hotline reports them.
    for (const name of TableNames)
      marked += await markUncertain(createDynamoDbStore(documents, name, () => {}));
    return marked;
  } finally {
    client.destroy();
  }
};
