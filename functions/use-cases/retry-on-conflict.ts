import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';
import type { Clock } from '../ports/system.ts';

/** Thrown when others kept winning; the carrier or the next minute tries again. */
export class TooManyConflicts extends Error {
  override name = 'TooManyConflicts';
  constructor() {
    super('the same items kept changing; nothing was stored');
  }
}

/** Somebody else came first. */
export class Conflict {
  /** What everybody wanted to change: a request, a phone. */
  readonly key: string;
  constructor(over: string) {
    this.key = over;
  }
}

const tries = 30;

/**
 * Those of this process who wait for one another: one line for each phone that texts, and one for each thing over which
 * somebody has lost a race, instead of all colliding again. Three hundred texts of one phone delay nobody but that phone.
 */
const lines = new WeakMap<Clock, Map<string, Promise<unknown>>>();

const inTurn = async <T>(clock: Clock, over: string, run: () => Promise<T>): Promise<T> => {
  const mine = lines.get(clock) ?? new Map<string, Promise<unknown>>();
  lines.set(clock, mine);
  const turn = (mine.get(over) ?? Promise.resolve()).then(run, run);
  mine.set(over, turn);
  try {
    return await turn;
  } finally {
    if (mine.get(over) === turn) mine.delete(over);
  }
};

/** 'conflict': over something that two hardly ever change at once. */
const isConflict = (result: unknown): result is Conflict | 'conflict' =>
  result === 'conflict' || result instanceof Conflict;

type Once<T> = () => Promise<T | Conflict | 'conflict'>;

/** The same for what one phone sends: one after the other from the first try on, as they would collide anyway. */
export const retryInOrder = <T>(
  services: Services,
  phone: PhoneNumber,
  once: Once<T>,
): Promise<T> => inTurn(services.clock, `from ${phone}`, () => retryOnConflict(services, once));

/**
 * Load, decide, save until nobody came between. `once` returns a value when it is done, a conflict when its save
 * met a newer version. The first try is free of any line; later ones go one after the other within a process,
 * so that two hundred answers at once all get through well inside the carrier's 15 seconds (FACTS §6). Between
 * processes the wait has jitter.
 */
export const retryOnConflict = async <T>(services: Services, once: Once<T>): Promise<T> => {
  const first = await once();
  if (!isConflict(first)) return first;
  const over = first === 'conflict' ? '' : first.key;
  return inTurn(services.clock, over, () => repeat(services, once));
};

/** The same without the queue: for a save of its own inside an attempt, which may be at the head of that queue. */
export const repeat = async <T>(
  services: Services,
  once: () => Promise<T | Conflict | 'conflict'>,
): Promise<T> => {
  for (let i = 0; i < tries; i += 1) {
    const result = await once();
    if (!isConflict(result)) return result;
    await services.clock.pause(services.ids.randomBelow(Math.min(200, 10 * (i + 1))));
  }
  throw new TooManyConflicts();
};
