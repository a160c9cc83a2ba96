import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { createDocumentClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { markUnsentUncertain } from '#functions/use-cases/outbox/mark-uncertain.ts';
import { createContents } from '#shared/messages/templates/whatsapp/contents.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { type DatabaseFiles, databaseFiles, findRunning } from '../database/database-files.ts';
import { freeSpaceOn, fullDisk } from '../database/disk-space.ts';
import { lockFile } from '../database/file-lock.ts';
import { faultsOf, leaveItemsOnly, withSqlite } from '../database/sqlite-file.ts';
import type { Environment } from '../environment.ts';
import { readContents } from '../read-templates.ts';
import { readClock } from '../runtime/scaled-clock.ts';
import { type BackupManifest, backupFiles, readManifest, sha256Of } from './backup-manifest.ts';
import { inStaging, type MarkUncertain, serveStaged } from './staging.ts';
import { swapDatabase, sync } from './swap-database.ts';

export type Restored = {
  manifest: BackupManifest;
  /** The folder of the replaced database; undefined otherwise. */
  aside: string | undefined;
  /** The number of messages that may have left since: the carrier is asked about each before it is sent. */
  uncertain: number;
};

/** Marks the unsent messages of a table that may be behind what the carrier has received. */
export const markMessagesUncertain =
  ({ config, hotlineNumber, answerNumber }: Environment): MarkUncertain =>
  (store) =>
    markUnsentUncertain({
      store,
      config,
      gazetteer: createGazetteer(config),
      hotlineNumber,
      ...(answerNumber && { answerNumber }),
      contents: createContents(readContents(), config.groupName),
    });

/**
 * Replaces the database of DATA_DIR by a backup; the replaced one stays in a folder beside it. Unsent messages are
 * marked uncertain first: they may have left since. Throws one line, and has changed nothing, while a hotline uses
 * DATA_DIR and when the backup is not whole.
 */
export const restoreBackup = async (
  dataDir: string,
  { from, table, markUncertain }: { from: string; table: string; markUncertain: MarkUncertain },
): Promise<Restored> => {
  const manifest = readManifest(from);
  if (!manifest)
    throw new Error(`${from} is not a backup, or its manifest.json is damaged: take another`);
  if (manifest.table !== table)
    throw new Error(`${from} is of the table ${manifest.table}: set TABLE_NAME to it`);
  const files = databaseFiles(dataDir);
  const lock = await lockFile(files);
  if (lock === 'locked') throw new Error(inUse(files));
  try {
    return await inStaging(files, async (staged) => {
      await copyWhole(from, manifest, staged);
      const uncertain = await serveStaged(staged, (client) =>
        // Invalid items stay as they are: the running hotline reports them.
        markUncertain(createDynamoDbStore(createDocumentClient(client), table, () => {})),
      );
      withSqlite(staged.database, leaveItemsOnly);
      const aside = swapDatabase(files, staged.database, 'before-restore');
      restoreClock(from, files);
      return { manifest, aside, uncertain };
    });
  } finally {
    await lock.release();
  }
};

const inUse = (files: DatabaseFiles): string => {
  const owner = findRunning(files)?.owner;
  return `a hotline${owner ? ` (process ${owner})` : ''} uses ${files.dir}: stop it first, nothing was changed`;
};

/** Copies the backup and checks it against its manifest. The backup is only read: its disk may be read-only. */
const copyWhole = async (
  from: string,
  { bytes, sha256 }: BackupManifest,
  staged: DatabaseFiles,
): Promise<void> => {
  const { database } = backupFiles(from);
  const notWhole = (why: string): Error =>
    new Error(`${from} is not whole (${why}): nothing was changed, take another backup`);
  if (!existsSync(database)) throw notWhole('hotline.db is missing');
  if (freeSpaceOn(staged.dir) < 3 * bytes) throw new Error(fullDisk(staged.dir));
  copyFileSync(database, staged.database);
  if ((await sha256Of(staged.database)) !== sha256)
    throw notWhole('hotline.db does not match its manifest');
  const [fault] = withSqlite(staged.database, faultsOf);
  if (fault !== undefined) throw notWhole(fault);
};

/** Hotline time continues from the later of the two clocks: it never goes back, because people have received later times. */
const restoreClock = (from: string, files: DatabaseFiles): void => {
  const restored = hotlineTimeIn(backupFiles(from).clock);
  if (restored === undefined || restored <= (hotlineTimeIn(files.clock) ?? 0)) return;
  const fresh = `${files.clock}.restored`;
  copyFileSync(backupFiles(from).clock, fresh);
  sync(fresh);
  renameSync(fresh, files.clock);
};

/** Undefined for a missing or damaged file. */
const hotlineTimeIn = (clock: string): number | undefined => {
  try {
    return readClock(clock)?.hotline;
  } catch {
    return undefined;
  }
};
