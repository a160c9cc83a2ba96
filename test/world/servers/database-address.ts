import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the Dynoxide of this data folder listens, as every user of the machine can see. */
export const databaseAddress = (
  dataDir: string,
): { host: string; port: string; socket: string } => {
  const { pid, socket } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'));
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const after = (word: string): string => words[words.indexOf(word) + 1] ?? '';
  return { host: after('--host'), port: after('--port'), socket };
};
