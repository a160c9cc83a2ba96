import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describeDamage } from '../backup/find-backups.ts';
import { databaseFiles } from './database-files.ts';
import { fullDisk } from './disk-space.ts';

type Notice = (what: string) => void;

/**
 * Reports in plain words, once until it works again, why the embedded database cannot save. The requests themselves
 * fail, so that the carrier does not take as answered what was not saved.
 */
export const reportDatabaseErrors = (client: DynamoDBClient, dir: string, notice: Notice): void => {
  let reported: string | undefined;
  const report = (what: string): void => {
    if (reported !== what) notice(what);
    reported = what;
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        try {
          const result = await next(args);
          if (reported !== undefined && /Put|Update|Delete|Write/.test(commandName)) {
            notice('The database saves again');
            reported = undefined;
          }
          return result;
        } catch (error) {
          const what = describeError(error, dir);
          if (what !== undefined) report(what);
          throw error;
        }
      },
    { step: 'initialize', name: 'reportDatabaseErrors' },
  );
};

/** Undefined for other errors. The patterns are SQLite's words, which Dynoxide passes on. */
const describeError = (error: unknown, dir: string): string | undefined => {
  const words = error instanceof Error ? error.message : '';
  if (/disk is full|disk I\/O error/.test(words)) return `Nothing can be saved: ${fullDisk(dir)}`;
  if (/malformed|not a database/.test(words))
    return `Stop the hotline: ${describeDamage(databaseFiles(dir), words)}`;
  return undefined;
};
