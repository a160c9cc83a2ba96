import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { DatabaseFiles } from './database-files.ts';

/* SQLite's write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). */

const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * The number of writes after a tear in the log: SQLite drops them without a message. 0 for a whole log. A write that
 * was under way at a sudden end does not count, nor do the remains of an earlier use of the file.
 */
export const countWritesAfterTear = (log: Buffer): number => {
  if (log.length < headerBytes + frameHeaderBytes) return 0;
  const littleEndian = log.readUInt32BE(0) === 0x377f0682;
  const pageBytes = log.readUInt32BE(8);
  const frameBytes = frameHeaderBytes + (isPageSize(pageBytes) ? pageBytes : usualPageBytes);
  const sum = (bytes: Buffer, before: Sum): Sum => checksum(bytes, littleEndian, before);
  const isSum = ([a, b]: Sum, at: number): boolean =>
    log.readUInt32BE(at) === a && log.readUInt32BE(at + 4) === b;

  let last = sum(log.subarray(0, 24), [0, 0]);
  let isWhole = isSum(last, 24);
  // A torn header cannot be trusted: the first frame has the same salt.
  const salt = isWhole ? log.subarray(16, 24) : log.subarray(40, 48);
  let writes = 0;
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    const isCurrent = log.subarray(at + 8, at + 16).equals(salt);
    if (isWhole) {
      last = sum(log.subarray(at, at + 8), last);
      last = sum(log.subarray(at + frameHeaderBytes, at + frameBytes), last);
      isWhole = isCurrent && isSum(last, at + 16);
    } else if (isCurrent && log.readUInt32BE(at + 4) !== 0) writes += 1;
    // The torn frame may itself have ended a write; only the frames after it count.
  }
  return writes;
};

type Sum = readonly [number, number];
const usualPageBytes = 4096;
const isPageSize = (bytes: number): boolean => [512, 1024, 2048, 4096, 8192, 16384].includes(bytes);

const checksum = (bytes: Buffer, littleEndian: boolean, [first, second]: Sum): Sum => {
  const word = (at: number): number =>
    littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0;
    b = (b + word(at + 4) + a) >>> 0;
  }
  return [a, b];
};

const tornLogSchema = z.object({
  /** Writes after the tear, at least: they are lost. */
  writes: z.int(),
  /** Milliseconds by the machine's clock: writes from this moment on may be missing. */
  since: z.number(),
});
export type TornLog = z.infer<typeof tornLogSchema>;

/**
 * Records a torn log in DATA_DIR, before SQLite opens the file and drops the writes after the tear. The record outlives
 * a kill. Until the last kept write is known, `since` is when SQLite last folded its log into the file.
 */
export const recordTornLog = (files: DatabaseFiles): TornLog | undefined => {
  const log = `${files.database}-wal`;
  const writes = existsSync(log) ? countWritesAfterTear(readFileSync(log)) : 0;
  if (writes === 0) return undefined;
  const torn = { writes, since: statSync(files.database).mtimeMs };
  saveTornLog(files, torn);
  return torn;
};

export const saveTornLog = (files: DatabaseFiles, torn: TornLog): void => {
  writeFileSync(`${files.tornLog}.new`, JSON.stringify(torn));
  renameSync(`${files.tornLog}.new`, files.tornLog);
};

/** The torn log that is not reported yet. */
export const findTornLog = ({ tornLog }: DatabaseFiles): TornLog | undefined =>
  existsSync(tornLog) ? tornLogSchema.parse(JSON.parse(readFileSync(tornLog, 'utf8'))) : undefined;

export const removeTornLog = ({ tornLog }: DatabaseFiles): void => rmSync(tornLog, { force: true });
