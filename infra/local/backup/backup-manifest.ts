import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';

/** The files of a backup. */
export const backupFiles = (dir: string) => ({
  dir,
  manifest: join(dir, 'manifest.json'),
  database: join(dir, 'hotline.db'),
  clock: join(dir, 'clock.json'),
});

const manifestSchema = z.object({
  /** Raised when an older hotline can no longer restore it. */
  format: z.literal(1),
  /** By the machine's clock. */
  madeAt: z.iso.datetime(),
  /** The same moment in hotline time. */
  hotlineTime: z.iso.datetime(),
  table: z.string(),
  /** By kind. */
  items: z.record(z.string(), z.int()),
  /** Of hotline.db. */
  bytes: z.int(),
  sha256: z.string(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Undefined without a valid manifest. */
export const readManifest = (dir: string): BackupManifest | undefined => {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(backupFiles(dir).manifest, 'utf8')));
  } catch {
    return undefined;
  }
};

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

export const countItems = ({ items }: BackupManifest): number =>
  Object.values(items).reduce((sum, count) => sum + count, 0);
