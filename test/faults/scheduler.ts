import type { Rng } from './rng.ts';

type Waiting = { label: string; go: () => void };

/**
 * Runs the operations on the database and the carrier one at a time, in a random order among those that wait. So every
 * interleaving of the handlers is possible and repeatable.
 */
export const createScheduler = (rng: Rng) => {
  const waiting: Waiting[] = [];
  let inside: Promise<unknown> | undefined;

  /** Waits until all handlers wait for their turn or for time to pass. */
  const calm = async (): Promise<void> => {
    do {
      await inside;
      await new Promise((resolve) => setImmediate(resolve));
    } while (inside);
  };

  return {
    /** Waits for a turn and then runs the work alone. */
    async run<T>(label: string, work: () => Promise<T>): Promise<T> {
      await new Promise<void>((go) => waiting.push({ label, go }));
      const doing = work();
      const done = doing.then(
        () => {},
        () => {},
      );
      inside = done;
      void done.then(() => {
        if (inside === done) inside = undefined;
      });
      return doing;
    },
    /** Runs all waiting operations and those that follow from them. */
    async drain(): Promise<void> {
      for (await calm(); waiting.length > 0; await calm()) {
        const [next] = waiting.splice(waiting.length === 1 ? 0 : rng.below(waiting.length), 1);
        next?.go();
      }
    },
  };
};
