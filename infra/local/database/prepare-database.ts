import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { finishSwap } from '../backup/swap-database.ts';
import { databaseFiles } from './database-files.ts';
import { fullDisk, isFull } from './disk-space.ts';
import { damagedCode, unreadyCode } from './dynoxide.ts';
import { lastWriteAt, pruneStream } from './prune-stream.ts';
import { faultsOf, saysDamaged, withSqlite } from './sqlite-file.ts';
import { recordTornLog, saveTornLog } from './wal-check.ts';

/*
 * `node --import tsx infra/local/database/prepare-database.ts FILE`: checks and prepares the embedded database's file
 * under its lock, before Dynoxide opens it. Exits with 0 when the file is whole, with `damagedCode` when it is damaged
 * and with `unreadyCode` when it cannot be opened; then the last line of stderr says why.
 */

const [file = ''] = process.argv.slice(2);
const dir = dirname(file);
const files = { ...databaseFiles(dir), database: file };

const end = (code: number, what: string): void => {
  process.stderr.write(`${what.replace(/\s*\n\s*/g, '; ')}\n`);
  process.exitCode = code;
};

/** A hotline killed in its first moment leaves an empty file too, but no clock yet. */
const isEmptied = (): boolean => statSync(file).size === 0 && existsSync(files.clock);

/** What is wrong with the file; undefined when it is whole. */
const prepare = (): string | undefined => {
  if (isEmptied()) return 'it is empty';
  const torn = recordTornLog(files);
  return withSqlite(file, (database) => {
    const faults = faultsOf(database);
    if (faults.length > 0) return faults.join('; ');
    const since = torn && lastWriteAt(database);
    if (torn && since !== undefined) saveTornLog(files, { ...torn, since });
    pruneStream(database);
    return undefined;
  });
};

try {
  finishSwap(files);
  const damage = prepare();
  if (damage !== undefined) end(damagedCode, damage);
} catch (error) {
  const what = error instanceof Error ? error.message : String(error);
  if (saysDamaged(error)) end(damagedCode, what);
  else end(unreadyCode, isFull(dir) ? fullDisk(dir) : `${file} cannot be opened: ${what}`);
}
