import { InvalidItem, type OnInvalidItem } from '../ports/invalid-item.ts';
import type { Log } from '../ports/system.ts';

/** An item that nobody can read is left out and said in the log, where whoever mends it finds its key. */
export const reportInvalidItem =
  (log: Log): OnInvalidItem =>
  ({ key, fields }) =>
    log.error('broken-item', { key, fields });

/** What was read by its key; undefined, and reported, when nobody can read it and the others are to go on. */
export const readOrReport = async <T>(log: Log, read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InvalidItem)) throw error;
    reportInvalidItem(log)(error);
    return undefined;
  }
};
