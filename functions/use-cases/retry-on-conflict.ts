import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';
import type { Clock } from '../ports/system.ts';

/** Thrown when every try conflicted: the next try of the webhook, the fallback or the next sweep does it. */
export class TooManyConflicts extends Error {
  override name = 'TooManyConflicts';
  constructor() {
    super('every save conflicted; nothing was stored');
  }
}

/** A save that met a newer version. */
export class Conflict {
  /** The contended item: a request or a phone. */
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

const maxTries = 30;

/**
 * In-process queues per sender and contended item, so that retries do not collide. Three hundred texts of one phone
 * delay only that phone.
 */
const queues = new WeakMap<Clock, Map<string, Promise<unknown>>>();

const runInQueue = async <T>(clock: Clock, key: string, run: () => Promise<T>): Promise<T> => {
  const mine = queues.get(clock) ?? new Map<string, Promise<unknown>>();
  queues.set(clock, mine);
  const result = (mine.get(key) ?? Promise.resolve()).then(run, run);
  mine.set(key, result);
  try {
    return await result;
  } finally {
    if (mine.get(key) === result) mine.delete(key);
  }
};

/** 'conflict': for items that are rarely changed concurrently, without a key. */
const isConflict = (result: unknown): result is Conflict | 'conflict' =>
  result === 'conflict' || result instanceof Conflict;

type Once<T> = () => Promise<T | Conflict | 'conflict'>;

/** As `retryOnConflict`, but queued per phone from the first try, because texts of one phone would conflict anyway. */
export const retryInOrder = <T>(
  services: Services,
  phone: PhoneNumber,
  once: Once<T>,
): Promise<T> => runInQueue(services.clock, `from ${phone}`, () => retryOnConflict(services, once));

/**
 * Repeats `once` (load, decide, save) until its save meets no newer version. `once` returns a value when it is done,
 * else the conflict. The first try is not queued. Retries in this process are queued per key, so that two hundred
 * concurrent answers finish well inside the carrier's 15 seconds (docs/facts.md#twilio). Between processes the wait has
 * jitter. Throws TooManyConflicts.
 */
export const retryOnConflict = async <T>(services: Services, once: Once<T>): Promise<T> => {
  const first = await once();
  if (!isConflict(first)) return first;
  const key = first === 'conflict' ? '' : first.key;
  return runInQueue(services.clock, key, () => retryUnqueued(services, once));
};

/** As `retryOnConflict`, without the queue: for a separate save inside a try that may itself hold the queue. */
export const retryUnqueued = async <T>(services: Services, once: Once<T>): Promise<T> => {
  for (let i = 0; i < maxTries; i += 1) {
    const result = await once();
    if (!isConflict(result)) return result;
    await services.clock.pause(services.ids.randomBelow(Math.min(200, 10 * (i + 1))));
  }
  throw new TooManyConflicts();
};
