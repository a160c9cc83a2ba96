import { statfsSync } from 'node:fs';

/** Bytes free for us on the disk of this folder. */
export const freeSpaceOn = (dir: string): number => {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
};

/** Less than the embedded database needs to open its file and log. */
const leastRoom = 256 * 1024;

export const isFull = (dir: string): boolean => freeSpaceOn(dir) < leastRoom;

/** What to do about it, in one line. */
export const fullDisk = (dir: string): string =>
  `the disk of ${dir} is full: make room on it (nothing that was answered is lost)`;
