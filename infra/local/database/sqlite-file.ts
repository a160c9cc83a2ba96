import { rmSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';

/*
 * Direct access to the embedded database's file: only while no database runs on it and under its lock, or on a copy.
 * Dynoxide's tables in it: `_tables`, `_stream_records`, each table under its name, and its indexes as
 * `name::gsi::index`.
 */
export type SqliteFile = InstanceType<typeof sqlite.Database>;

/** Throws unless it is a database. */
export const openSqlite = (file: string): SqliteFile => {
  // A killed process leaves this one; the lock that counts is the launcher's.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(file);
  // WebAssembly has no shared memory, which the write-ahead log needs unless one process has the file alone.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  return database;
};

/** The errors that SQLite's check finds in the file's pages. */
export const faultsOf = (database: SqliteFile): string[] =>
  database
    .all('PRAGMA quick_check(3)')
    .flatMap((row) => Object.values(row).map(String))
    .filter((word) => word !== 'ok');

/** Opens the file, runs `work` and closes the file. */
export const withSqlite = <T>(file: string, work: (database: SqliteFile) => T): T => {
  const database = openSqlite(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
};

/** True when the error says that the file itself is damaged; other errors come from the disk or from us. */
export const saysDamaged = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database/.test(error.message);

/** The names of the DynamoDB tables. */
export const tableNamesIn = (database: SqliteFile): string[] =>
  database
    .all("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(({ name }) => String(name))
    .filter((name) => !/^_|^sqlite_|::/.test(name));

/** Deletes every record of the stream and the remains of deleted rows on the pages: one file, as small as possible. */
export const leaveItemsOnly = (database: SqliteFile): void => {
  database.exec('PRAGMA journal_mode = DELETE');
  database.exec('DELETE FROM _stream_records');
  database.exec('VACUUM');
};
