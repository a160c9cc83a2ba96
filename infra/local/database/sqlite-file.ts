import { rmSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';

/*
 * The embedded database's file, opened by ourselves: only while no database runs on it, and under its lock (or on a
 * copy of our own). Dynoxide's tables in it: `_tables`, `_stream_records`, each table under its own name, and its
 * indexes as `name::gsi::index`.
 */
export type SqliteFile = InstanceType<typeof sqlite.Database>;

/** Throws when it is no database at all. */
export const openSqlite = (file: string): SqliteFile => {
  // Left by whoever was killed in here; the lock that counts is the launcher's.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(file);
  // Nobody shares memory with us: the write-ahead log is ours alone.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  return database;
};

/** What is wrong with the file's pages; none when all are well. */
export const faultsOf = (database: SqliteFile): string[] =>
  database
    .all('PRAGMA quick_check(3)')
    .flatMap((row) => Object.values(row).map(String))
    .filter((word) => word !== 'ok');

/** The file opened, worked on, and closed. */
export const withSqlite = <T>(file: string, work: (database: SqliteFile) => T): T => {
  const database = openSqlite(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
};

/** Whether the fault says that the file itself is damaged; anything else may be the disk's or our own. */
export const saysDamaged = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database/.test(error.message);

/** The tables people's items are in. */
export const tableNamesIn = (database: SqliteFile): string[] =>
  database
    .all("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(({ name }) => String(name))
    .filter((name) => !/^_|^sqlite_|::/.test(name));

/** Forgets every record of the stream, and what deleted rows have left on the pages: one file, as small as can be. */
export const leaveItemsOnly = (database: SqliteFile): void => {
  database.exec('PRAGMA journal_mode = DELETE');
  database.exec('DELETE FROM _stream_records');
  database.exec('VACUUM');
};
