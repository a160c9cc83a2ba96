import type { Store, Write } from '#functions/ports/store.ts';
import type { Log } from '#functions/ports/system.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { EventRecord, HandlerTask } from './event-record.ts';
import { currentTask } from './sim-process.ts';

/*
 * Deliberate bugs that the fault runs must find. Each wraps the store of a process and changes its results; without
 * another road (run-seed.ts) texts have no fallback and no list, and one that guesses takes an Exotel that has no list for
 * one that has not had the text. They exist in this folder only.
 */
export const bugNames = [
  'no-fence',
  'no-dedupe',
  'no-recheck',
  'names-in-log',
  'no-other-road',
  'guesses-unsent',
] as const;
export type BugName = (typeof bugNames)[number];

export const withBug = (
  store: Store,
  bug: BugName | undefined,
  { events, log }: { events: EventRecord; log: Log },
): Store => {
  if (bug === 'names-in-log') return withNamesInLog(store, log);
  if (bug === 'no-fence') return withoutFence(store, events);
  if (bug === 'no-dedupe') return withoutDedupe(store);
  return bug === 'no-recheck' ? withoutRecheck(store, events) : store;
};

/** Logs the name of the patient. */
const withNamesInLog = (store: Store, log: Log): Store => ({
  ...store,
  async request(id) {
    const request = await store.request(id);
    if (request) log.info('request', { patient: request.patient });
    return request;
  },
});

/** Ignores versions: each save uses the current version of the item. */
const withoutFence = (store: Store, events: EventRecord): Store => ({
  ...store,
  save: (writes) =>
    store.save(
      writes.map(
        (write): Write =>
          'put' in write ? { put: { ...write.put, version: events.versionOf(write.put) } } : write,
      ),
    ),
});

const markerKinds: ReadonlySet<string> = new Set(['incoming', 'reply']);

/** Stores no markers of answered texts. */
const withoutDedupe = (store: Store): Store => ({
  ...store,
  incoming: async () => undefined,
  save: (writes) => store.save(writes.filter((w) => !('add' in w && markerKinds.has(w.add.kind)))),
});

/** Sends an alert on the basis of the request and the alert as they were when the donor was selected. */
const withoutRecheck = (store: Store, events: EventRecord): Store => {
  type Then = { request: Request | undefined; alert: Alert | undefined };
  const chosen = new Map<string, Then>();
  /** Applies from the read of the message until it is claimed and sent. The carrier's result is saved normally. */
  const sending = new WeakMap<HandlerTask, string>();
  const thenOf = (): Then | undefined => {
    const task = currentTask.getStore();
    return task && chosen.get(sending.get(task) ?? '');
  };
  return {
    ...store,
    async save(writes) {
      const result = await store.save(writes);
      const made = writes.flatMap((w) => ('put' in w && w.put.kind === 'alert' ? [w.put] : []));
      for (const { id, requestId, version } of result === 'saved' ? made : [])
        if (version === 0)
          chosen.set(id, { request: events.request(requestId), alert: events.alert(id) });
      return result;
    },
    outboxRow(id) {
      const reading = store.outboxRow(id);
      const task = currentTask.getStore();
      if (task) sending.set(task, task.claimed ? '' : id);
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
