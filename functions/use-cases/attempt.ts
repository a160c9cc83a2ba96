import type { Services } from '../ports/services.ts';
import type { Store } from '../ports/store.ts';

/** Thrown when others kept winning; the carrier or the next minute tries again. */
export class TooManyConflicts extends Error {
  override name = 'TooManyConflicts';
  constructor() {
    super('the same items kept changing; nothing was stored');
  }
}

const tries = 30;

/** Whoever lost once waits here for those of the same process who lost before, instead of all colliding again. */
const queues = new WeakMap<Store, Promise<unknown>>();

const inTurn = <T>(store: Store, run: () => Promise<T>): Promise<T> => {
  const turn = (queues.get(store) ?? Promise.resolve()).then(run, run);
  queues.set(store, turn);
  return turn;
};

/**
 * Load, decide, save until nobody came between. `once` returns a value when it is done, 'conflict' when its save
 * met a newer version. The first try is free of any queue; later ones go one after the other within a process,
 * so that two hundred answers at once all get through well inside the carrier's 15 seconds (FACTS §6). Between
 * processes the wait has jitter.
 */
export const attempt = async <T>(
  services: Services,
  once: () => Promise<T | 'conflict'>,
): Promise<T> => {
  const first = await once();
  if (first !== 'conflict') return first;
  return inTurn(services.store, async () => {
    for (let i = 0; i < tries; i += 1) {
      const result = await once();
      if (result !== 'conflict') return result;
      await services.clock.pause(services.ids.number(Math.min(200, 10 * (i + 1))));
    }
    throw new TooManyConflicts();
  });
};
