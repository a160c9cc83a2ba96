import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { finishSwap } from '../backup/swap-database.ts';
import { databaseFiles } from './database-files.ts';
import { fullDisk, isFull } from './disk-space.ts';
import { damagedCode, unreadyCode } from './dynoxide.ts';
import { pruneStream } from './prune-stream.ts';
import { faultsOf, saysDamaged, withSqlite } from './sqlite-file.ts';
import { countWritesAfterTear } from './wal-check.ts';

/*
 * `node --import tsx infra/local/database/prepare-database.ts FILE`: what is done to the embedded database's file before Dynoxide
 * opens it, under its lock. Ends with 0 when the file is whole, with `damagedCode` when it is damaged; with another when
 * it cannot be worked on; then with one line that says why.
 */

const [file = ''] = process.argv.slice(2);
const dir = dirname(file);

/** Before the file is opened: SQLite itself would go on without what lies behind the tear, and say nothing. */
const faultOfLog = (): string | undefined => {
  const log = `${file}-wal`;
  const behind = existsSync(log) ? countWritesAfterTear(readFileSync(log)) : 0;
  return behind > 0 ? `its log is torn, with ${behind} writes behind the tear` : undefined;
};

const end = (code: number, what: string): void => {
  process.stderr.write(`${what.replace(/\s*\n\s*/g, '; ')}\n`);
  process.exitCode = code;
};

/** Whoever was killed in his very first moment leaves an empty file too, but no time yet. */
const isEmptied = (): boolean => statSync(file).size === 0 && existsSync(databaseFiles(dir).clock);

/** What is wrong with the file, if it is not whole. */
const makeReady = (): string | undefined => {
  const torn = isEmptied() ? 'it is empty' : faultOfLog();
  if (torn !== undefined) return torn;
  return withSqlite(file, (database) => {
    const faults = faultsOf(database);
    if (faults.length > 0) return faults.join('; ');
    pruneStream(database);
    return undefined;
  });
};

try {
  finishSwap({ dir, database: file });
  const damage = makeReady();
  if (damage !== undefined) end(damagedCode, damage);
} catch (error) {
  const what = error instanceof Error ? error.message : String(error);
  if (saysDamaged(error)) end(damagedCode, what);
  else end(unreadyCode, isFull(dir) ? fullDisk(dir) : `${file} cannot be opened: ${what}`);
}
