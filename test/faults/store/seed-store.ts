import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';

/** What befalls the next operation: it fails instead of being carried out, or after it was. */
export type Strike = { error: Error; when: 'instead' | 'after'; only?: 'saves' };

/** The table of one seed. */
export type SeedStore = {
  /** As one process opens it. */
  open(): Store;
  strike(next: Strike | undefined): void;
  /** Everything that lies in the table, as it lies there; a memory has no table. */
  items?(): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
};

/** Where the tables of many seeds are. */
export type SeedDatabase = { fresh(): Promise<SeedStore>; stop(): Promise<void> };

/** No database at all: some times as fast, and the same seed does exactly the same there. */
export const inMemory: SeedDatabase = {
  async fresh() {
    const store = createMemoryStore();
    let next: Strike | undefined;
    const struck =
      <A extends unknown[], T>(isSave: boolean, work: (...args: A) => Promise<T>) =>
      async (...args: A): Promise<T> => {
        const strike = next?.only === 'saves' && !isSave ? undefined : next;
        if (strike) next = undefined;
        if (strike?.when === 'instead') throw strike.error;
        const result = await work(...args);
        if (strike && result !== 'conflict') throw strike.error;
        return result;
      };
    const read = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => struck(false, work);
    const save = struck(true, store.save);
    const struckStore: Store = {
      person: read(store.person),
      persons: read(store.persons),
      request: read(store.request),
      requestFile: read(store.requestFile),
      alert: read(store.alert),
      code: read(store.code),
      incoming: read(store.incoming),
      reply: read(store.reply),
      outboxRow: read(store.outboxRow),
      call: read(store.call),
      recording: read(store.recording),
      sweep: read(store.sweep),
      donors: read(store.donors),
      donorCells: read(store.donorCells),
      roster: read(store.roster),
      due: read(store.due),
      tally: read(store.tally),
      everyone: store.everyone,
      save: (writes) => save(writes).catch(conflictOf),
    };
    return {
      open: () => struckStore,
      strike(strike) {
        next = strike;
      },
      drop: async () => {},
    };
  },
  stop: async () => {},
};

/** As the adapter of the database says it: somebody else is writing just now. */
const conflictOf = (error: unknown): 'conflict' => {
  const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : [];
  if (reasons?.some(({ Code }) => Code === 'TransactionConflict')) return 'conflict';
  throw error;
};
