import { existsSync, statSync } from 'node:fs';
import { databaseFiles } from '../database/database-files.ts';
import { freeSpaceOn } from '../database/disk-space.ts';
import { makeBackup } from './make-backup.ts';

/*
 * `node --import tsx infra/local/backup/backup-process.ts DATA_DIR TABLE`: one backup of the running database into
 * DATA_DIR/backups; prints its path. Exits with 1 and one line on stderr when it made no backup.
 */

const [dataDir = '', table = ''] = process.argv.slice(2);

/** The copy shares its disk with the database: it must not take the room that the hotline writes into. */
const insistOnSpace = (): void => {
  const { dir, database } = databaseFiles(dataDir);
  const parts = [database, `${database}-wal`].filter((path) => existsSync(path));
  const bytes = parts.reduce((sum, path) => sum + statSync(path).size, 0);
  if (freeSpaceOn(dir) < 3 * bytes)
    throw new Error(`the disk of ${dir} has less room than three times the database: make room`);
};

try {
  insistOnSpace();
  const { dir } = await makeBackup(dataDir, { into: databaseFiles(dataDir).backups, table });
  process.stdout.write(`${dir}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
