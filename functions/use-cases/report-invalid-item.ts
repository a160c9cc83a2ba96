import { InvalidItem, type OnInvalidItem } from '../ports/invalid-item.ts';
import type { Log } from '../ports/system.ts';

/** Logs the key of an item that fails its schema; lists skip it. */
export const reportInvalidItem =
  (log: Log): OnInvalidItem =>
  ({ key, fields }) =>
    log.error('invalid-item', { key, fields });

/** Reads one item by its key. Returns undefined, and reports it, when the item is invalid, so that other work goes on. */
export const readOrReport = async <T>(log: Log, read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InvalidItem)) throw error;
    reportInvalidItem(log)(error);
    return undefined;
  }
};
