import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';

const ownHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Start = { dataDir: string; publicUrl: string; isSimulated: boolean };

/**
 * Marks a data folder that serves a real carrier. Throws for a simulated carrier on such a folder or behind a public
 * URL: credentials that were lost would otherwise open the phones of real people to everyone.
 */
export const guardCarrier = ({ dataDir, publicUrl, isSimulated }: Start): void => {
  const mark = join(dataDir, 'real-carrier');
  if (!isSimulated) {
    if (!existsSync(mark)) writeFileSync(mark, 'A real carrier has used this folder.\n');
    return;
  }
  if (existsSync(mark))
    throw new EnvironmentError(
      `DATA_DIR ${dataDir} has served a real carrier: set the carrier's credentials again, or another DATA_DIR for the simulated carrier`,
    );
  if (!ownHosts.has(new URL(publicUrl).hostname))
    throw new EnvironmentError(
      `PUBLIC_URL ${publicUrl} is public, so the carrier's credentials are needed: the simulated carrier serves this machine only`,
    );
};
