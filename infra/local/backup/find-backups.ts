import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseFiles } from '../database/database-files.ts';
import { readManifest } from './backup-manifest.ts';

/** The paths of the backups in a folder, the oldest first: their names sort by time. */
export const findBackups = (dir: string): string[] => {
  try {
    return readdirSync(dir)
      .filter((name) => name.startsWith('hotline-') && readManifest(join(dir, name)))
      .sort()
      .map((name) => join(dir, name));
  } catch {
    return [];
  }
};

/** One sentence for the operator: the damage, and the command that puts the newest hourly backup back. */
export const describeDamage = (
  { database, backups }: Pick<DatabaseFiles, 'database' | 'backups'>,
  fault: string,
): string =>
  `${database} is damaged (${fault.slice(0, 200)}). Put the last backup back: npm run hotline -- restore ${findBackups(backups).at(-1) ?? 'DIR'}`;
