import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describeDamage } from '../backup/find-backups.ts';
import { databaseFiles } from './database-files.ts';
import { fullDisk } from './disk-space.ts';

type Tell = (what: string) => void;

/**
 * Says in plain words what the embedded database cannot do, once until it can again: the requests themselves fail,
 * so that the carrier comes back with what was not saved.
 */
export const reportDatabaseErrors = (client: DynamoDBClient, dir: string, tell: Tell): void => {
  let told: string | undefined;
  const say = (what: string): void => {
    if (told !== what) tell(what);
    told = what;
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        try {
          const result = await next(args);
          if (told !== undefined && /Put|Update|Delete|Write/.test(commandName)) {
            tell('The database saves again');
            told = undefined;
          }
          return result;
        } catch (error) {
          const what = inWords(error, dir);
          if (what !== undefined) say(what);
          throw error;
        }
      },
    { step: 'initialize', name: 'tellDatabaseFaults' },
  );
};

/** SQLite's words, as Dynoxide passes them on. */
const inWords = (error: unknown, dir: string): string | undefined => {
  const words = error instanceof Error ? error.message : '';
  if (/disk is full|disk I\/O error/.test(words)) return `Nothing can be saved: ${fullDisk(dir)}`;
  if (/malformed|not a database/.test(words))
    return `Stop the hotline: ${describeDamage(databaseFiles(dir), words)}`;
  return undefined;
};
