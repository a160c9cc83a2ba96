import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';

/** The fault of the next operation: it fails instead of being run, or after it was run. */
export type InjectedFault = { error: Error; when: 'instead' | 'after'; only?: 'saves' };

/** The table of one seed. */
export type SeedStore = {
  /** Opens the store for one process. */
  open(): Store;
  injectFault(next: InjectedFault | undefined): void;
  /** All items of the table; undefined for a memory store. */
  items?(): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
};

/** Creates the tables of many seeds. */
export type SeedDatabase = { fresh(): Promise<SeedStore>; stop(): Promise<void> };

/** Memory stores: several times as fast as a database, with the same result for the same seed. */
export const inMemory: SeedDatabase = {
  async fresh() {
    const store = createMemoryStore();
    let next: InjectedFault | undefined;
    const withFaults =
      <A extends unknown[], T>(isSave: boolean, work: (...args: A) => Promise<T>) =>
      async (...args: A): Promise<T> => {
        const injectFault = next?.only === 'saves' && !isSave ? undefined : next;
        if (injectFault) next = undefined;
        if (injectFault?.when === 'instead') throw injectFault.error;
        const result = await work(...args);
        if (injectFault && result !== 'conflict') throw injectFault.error;
        return result;
      };
    const read = <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
      withFaults(false, work);
    const save = withFaults(true, store.save);
    const faultyStore: Store = {
      person: read(store.person),
      persons: read(store.persons),
      request: read(store.request),
      alertedRequest: read(store.alertedRequest),
      requestFile: read(store.requestFile),
      alert: read(store.alert),
      code: read(store.code),
      incoming: read(store.incoming),
      reply: read(store.reply),
      outboxRow: read(store.outboxRow),
      call: read(store.call),
      recording: read(store.recording),
      camp: read(store.camp),
      seat: read(store.seat),
      seats: read(store.seats),
      story: read(store.story),
      photo: read(store.photo),
      auditEntry: read(store.auditEntry),
      auditMonth: read(store.auditMonth),
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
      open: () => faultyStore,
      injectFault(injectFault) {
        next = injectFault;
      },
      drop: async () => {},
    };
  },
  stop: async () => {},
};

/** Maps a transaction conflict as the database adapter does. */
const conflictOf = (error: unknown): 'conflict' => {
  const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : [];
  if (reasons?.some(({ Code }) => Code === 'TransactionConflict')) return 'conflict';
  throw error;
};
