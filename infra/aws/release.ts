import { execFileSync } from 'node:child_process';
import type { Stage } from './deployment.ts';

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/**
 * The commit that is deployed, as logs, /health and tags say it. Changed files without a commit make a release that
 * cannot be found again: prod refuses them.
 */
export const readRelease = (stage: Stage, ask = git): string => {
  const release = ask('rev-parse', '--short=10', 'HEAD');
  if (ask('status', '--porcelain') === '') return release;
  if (stage === 'prod')
    throw new Error(
      'there are changes without a commit: commit them, so that prod can be told by its release',
    );
  return `${release}-changed`;
};
