import type { Dice } from './rng.ts';

type Waiting = { label: string; go: () => void };

/**
 * Whatever reaches the database or the carrier passes here one at a time, in an order that the dice choose among all
 * who wait: every interleaving of the handlers is possible, and each is repeatable.
 */
export const createTurnstile = (dice: Dice) => {
  const waiting: Waiting[] = [];
  let inside: Promise<unknown> | undefined;

  /** Until nothing moves by itself any more: everything under way waits here, or for time to pass. */
  const calm = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      if (inside) {
        await inside;
        quiet = 0;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  return {
    /** Wait for a turn, then do it alone. */
    async pass<T>(label: string, work: () => Promise<T>): Promise<T> {
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
    /** Everybody has had all their turns. */
    async empty(): Promise<void> {
      for (await calm(); waiting.length > 0; await calm()) {
        const [next] = waiting.splice(waiting.length === 1 ? 0 : dice.below(waiting.length), 1);
        next?.go();
      }
    },
  };
};
