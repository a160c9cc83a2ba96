import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';

const ofOthers = 0o077;
/** Every user may write there, as in /tmp. */
const sticky = 0o1000;

/**
 * Makes a folder that our own user alone may open; closes one that exists. Throws for a folder that others use too, or
 * that is not ours to close.
 */
export const makePrivateFolder = (dir: string): void => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(dir);
  if ((mode & ofOthers) === 0) return;
  const isShared = (mode & sticky) !== 0 && readdirSync(dir).length > 0;
  if (isShared || (process.getuid && uid !== process.getuid()))
    throw new Error(
      `${dir} is open to other users and cannot be closed: choose a folder of your own`,
    );
  chmodSync(dir, 0o700);
};
