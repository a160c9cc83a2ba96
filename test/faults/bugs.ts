import type { Store, Write } from '#functions/ports/store.ts';
import type { Log } from '#functions/ports/system.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { Errand, Ledger } from './event-record.ts';
import { errands } from './sim-process.ts';

/*
 * Bugs on purpose, to see the faults run find them: each changes what a process's store answers, from outside. They
 * exist in this folder only.
 */
export const bugNames = ['no-fence', 'no-dedupe', 'no-recheck', 'names-in-log'] as const;
export type BugName = (typeof bugNames)[number];

export const withBug = (
  store: Store,
  bug: BugName | undefined,
  { ledger, log }: { ledger: Ledger; log: Log },
): Store => {
  if (bug === 'names-in-log') return withNamesInLog(store, log);
  if (bug === 'no-fence') return withoutFence(store, ledger);
  if (bug === 'no-dedupe') return withoutDedupe(store);
  return bug === 'no-recheck' ? withoutRecheck(store, ledger) : store;
};

/** Whoever is ill is told to the log. */
const withNamesInLog = (store: Store, log: Log): Store => ({
  ...store,
  async request(id) {
    const request = await store.request(id);
    if (request) log.info('request', { patient: request.patient });
    return request;
  },
});

/** Versions are ignored: whatever is there now is what was read. */
const withoutFence = (store: Store, ledger: Ledger): Store => ({
  ...store,
  save: (writes) =>
    store.save(
      writes.map(
        (write): Write =>
          'put' in write ? { put: { ...write.put, version: ledger.versionOf(write.put) } } : write,
      ),
    ),
});

const remembered: ReadonlySet<string> = new Set(['incoming', 'reply']);

/** Nobody remembers which texts have been answered. */
const withoutDedupe = (store: Store): Store => ({
  ...store,
  incoming: async () => undefined,
  save: (writes) => store.save(writes.filter((w) => !('add' in w && remembered.has(w.add.kind)))),
});

/** Whoever sends an alert sees the request and the alert as they were when the donor was chosen. */
const withoutRecheck = (store: Store, ledger: Ledger): Store => {
  type Then = { request: Request | undefined; alert: Alert | undefined };
  const chosen = new Map<string, Then>();
  /** From reading the message until it is claimed and sent; what the carrier says is written down in earnest. */
  const sending = new WeakMap<Errand, string>();
  const thenOf = (): Then | undefined => {
    const errand = errands.getStore();
    return errand && chosen.get(sending.get(errand) ?? '');
  };
  return {
    ...store,
    async save(writes) {
      const result = await store.save(writes);
      const made = writes.flatMap((w) => ('put' in w && w.put.kind === 'alert' ? [w.put] : []));
      for (const { id, requestId, version } of result === 'saved' ? made : [])
        if (version === 0)
          chosen.set(id, { request: ledger.request(requestId), alert: ledger.alert(id) });
      return result;
    },
    outboxRow(id) {
      const reading = store.outboxRow(id);
      const errand = errands.getStore();
      if (errand) sending.set(errand, errand.claimed ? '' : id);
      return reading;
    },
    async request(id) {
      const then = thenOf();
      return then?.request?.id === id ? then.request : store.request(id);
    },
    async alert(requestId, id) {
      const then = thenOf();
      return then?.alert?.id === id ? then.alert : store.alert(requestId, id);
    },
  };
};
