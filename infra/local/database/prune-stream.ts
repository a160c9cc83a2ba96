import type { SqliteFile } from './sqlite-file.ts';

/*
 * Dynoxide keeps every record of the table's stream for good, and scans all of them at each write and at each read of
 * the stream: after 6,000 records a transaction takes six times as long (docs/adr/0017). Two indexes replace the scan,
 * and records older than a day are deleted, as on AWS.
 */

const dayMs = 86_400_000;

/** Another version of Dynoxide may keep its records in another shape: then they are left alone. */
const isKnownStream = (database: SqliteFile): boolean => {
  const columns = database
    .all('PRAGMA table_info(_stream_records)')
    .map(({ name }) => String(name));
  return ['id', 'table_name', 'shard_id', 'sequence_number', 'created_at'].every((name) =>
    columns.includes(name),
  );
};

/** The second of the last write, as milliseconds by the machine's clock; undefined without a record. */
export const lastWriteAt = (database: SqliteFile): number | undefined => {
  if (!isKnownStream(database)) return undefined;
  const last = database.get('SELECT max(created_at) AS last FROM _stream_records')?.['last'];
  return typeof last === 'number' ? last * 1000 : undefined;
};

export const pruneStream = (database: SqliteFile): void => {
  if (!isKnownStream(database)) return;
  database.exec(`
    CREATE INDEX IF NOT EXISTS hotline_stream_order
      ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX IF NOT EXISTS hotline_stream_shards
      ON _stream_records (table_name, shard_id, sequence_number);
  `);
  // The last record of each table stays: Dynoxide counts the next number from it.
  database.run(
    `DELETE FROM _stream_records WHERE created_at < ?
       AND id NOT IN (SELECT max(id) FROM _stream_records GROUP BY table_name)`,
    [Math.floor((Date.now() - dayMs) / 1000)],
  );
};
