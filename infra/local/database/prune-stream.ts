import type { SqliteFile } from './sqlite-file.ts';

/*
 * Dynoxide keeps every record of the table's stream for good, and looks through all of them whenever something is
 * written and whenever the stream is read: after 6,000 records a transaction takes six times as long
 * (docs/adr/0017). With indexes it finds its place at once, and what is older than a day goes, as on AWS.
 */

const dayMs = 86_400_000;

export const pruneStream = (database: SqliteFile): void => {
  const columns = database
    .all('PRAGMA table_info(_stream_records)')
    .map(({ name }) => String(name));
  const known = ['id', 'table_name', 'shard_id', 'sequence_number', 'created_at'];
  // Another version of Dynoxide may keep them otherwise: then they are its own business.
  if (!known.every((name) => columns.includes(name))) return;
  database.exec(`
    CREATE INDEX IF NOT EXISTS hotline_stream_order
      ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX IF NOT EXISTS hotline_stream_shards
      ON _stream_records (table_name, shard_id, sequence_number);
  `);
  // The last one of each table stays: the next number is counted on from it.
  database.run(
    `DELETE FROM _stream_records WHERE created_at < ?
       AND id NOT IN (SELECT max(id) FROM _stream_records GROUP BY table_name)`,
    [Math.floor((Date.now() - dayMs) / 1000)],
  );
};
