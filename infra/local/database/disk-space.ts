import { statfsSync } from 'node:fs';

/** The bytes free for this process on the disk of this folder. */
export const freeSpaceOn = (dir: string): number => {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
};

/** The embedded database needs this many bytes to open its file and log. */
const neededBytes = 256 * 1024;

export const isFull = (dir: string): boolean => freeSpaceOn(dir) < neededBytes;

/** One line for the operator. */
export const fullDisk = (dir: string): string =>
  `the disk of ${dir} is full: make room on it (nothing that was answered is lost)`;
