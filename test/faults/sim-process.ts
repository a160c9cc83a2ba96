import { AsyncLocalStorage } from 'node:async_hooks';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Store, Write } from '#functions/ports/store.ts';
import type { EventRecord, HandlerTask } from './event-record.ts';
import { entityOf } from './event-record.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { InjectedFault } from './store/seed-store.ts';

/** One process of the hotline. After it is killed none of its operations has an effect. */
export type Process = { name: string; alive: boolean };

export class ProcessKilled extends Error {
  override name = 'Killed';
}
const throttled = () =>
  Object.assign(new Error('too fast'), { name: 'ProvisionedThroughputExceededException' });
const answerLost = () => Object.assign(new Error('no answer'), { name: 'TimeoutError' });
const transactionConflict = () =>
  new TransactionCanceledException({
    message: 'another transaction is writing',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });

/** The task of the current handler. */
export const currentTask = new AsyncLocalStorage<HandlerTask>();

export type SimEnvironment = {
  turn<T>(label: string, work: () => Promise<T>): Promise<T>;
  /** Waits. Unit: milliseconds of hotline time. */
  sleep(ms: number): Promise<void>;
  plan: FaultPlan;
  trace(line: string): void;
  events: EventRecord;
  injectFault(next: InjectedFault | undefined): void;
  saved(writes: Write[]): void;
  /** The task of a text that a sweep takes in. */
  textOf(sid: string): HandlerTask | undefined;
};

/** Runs an operation of a process when the scheduler allows it. It may be slow, and the process may be killed before or after. */
export const createStep =
  (process: Process, { turn, sleep, plan, trace }: SimEnvironment) =>
  async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    const traceEnd = (end: string): void => trace(`${process.name} ${label} ${end}`);
    if (!process.alive) throw new ProcessKilled();
    if (plan.occurs('slow-answer')) await sleep(Math.round(plan.between(1000, 20_000)));
    return turn(label, async () => {
      if (!process.alive) throw new ProcessKilled();
      if (plan.occurs('killed-before')) {
        process.alive = false;
        traceEnd('killed before');
        throw new ProcessKilled();
      }
      try {
        const result = await work();
        traceEnd('ok');
        if (plan.occurs('killed-after')) {
          process.alive = false;
          traceEnd('killed after');
          throw new ProcessKilled();
        }
        return result;
      } catch (error) {
        traceEnd(error instanceof Error ? error.name : String(error));
        throw error;
      }
    });
  };

/** The store of one process, on a database that throttles, reports conflicts and loses responses. */
export const createFaultyStore = (
  store: Store,
  process: Process,
  around: SimEnvironment,
): Store => {
  const { plan, injectFault, events } = around;
  const step = createStep(process, around);

  const read = <T>(label: string, work: () => Promise<T>): Promise<T> =>
    step(label, () => {
      if (plan.occurs('throttled')) injectFault({ error: throttled(), when: 'instead' });
      return work();
    });

  const save = async (writes: Write[]): Promise<'saved' | 'conflict'> => {
    let lost: Error | undefined;
    if (plan.occurs('throttled')) injectFault({ error: throttled(), when: 'instead' });
    else if (plan.occurs('transaction-conflict'))
      injectFault({ error: transactionConflict(), when: 'instead', only: 'saves' });
    else if (plan.occurs('answer-lost-after-save')) {
      lost = answerLost();
      injectFault({ error: lost, when: 'after', only: 'saves' });
    }
    try {
      const result = await store.save(writes);
      if (result === 'saved') around.saved(writes);
      return result;
    } catch (error) {
      if (lost && error === lost) around.saved(writes);
      throw error;
    } finally {
      injectFault(undefined);
    }
  };

  return {
    person: (phone) => read('person', () => store.person(phone)),
    persons: (phones) => read('persons', () => store.persons(phones)),
    request: (id) =>
      read('request', async () => {
        const task = currentTask.getStore();
        const request = await store.request(id);
        if (task?.claimed) task.lookedAt = request?.phase.type ?? 'gone';
        return request;
      }),
    alertedRequest: (id) => read('alerted request', () => store.alertedRequest(id)),
    requestFile: (id) => read('request file', () => store.requestFile(id)),
    alert: (requestId, id) => read('alert', () => store.alert(requestId, id)),
    code: (code) => read('code', () => store.code(code)),
    incoming: (id) => {
      // Each text that a sweep takes in is a task of its own.
      const task = currentTask.getStore();
      const text =
        task?.sid === undefined || task.what === 'late text' ? around.textOf(id) : undefined;
      if (text && task?.sid !== id) currentTask.enterWith({ ...text, began: events.saves() });
      return read('incoming', () => store.incoming(id));
    },
    reply: (id) => read('reply', () => store.reply(id)),
    outboxRow: (id) => {
      // Each message is a task of its own, also when one sweep sends many.
      const task = currentTask.getStore();
      if (task?.row !== id) currentTask.enterWith({ what: task?.what ?? 'row', row: id });
      return read('outbox row', () => store.outboxRow(id));
    },
    call: (id) => read('call', () => store.call(id)),
    recording: (id) => read('recording', () => store.recording(id)),
    camp: (id) => read('camp', () => store.camp(id)),
    seat: (campId, id) => read('seat', () => store.seat(campId, id)),
    seats: (campId) => read('seats', () => store.seats(campId)),
    story: (id) => read('story', () => store.story(id)),
    photo: (id) => read('photo', () => store.photo(id)),
    auditEntry: (id) => read('auditEntry', () => store.auditEntry(id)),
    auditMonth: (month) => read('auditMonth', () => store.auditMonth(month)),
    sweep: () => read('sweep', () => store.sweep()),
    donors: (query) => read('donors', () => store.donors(query)),
    donorCells: (group, block) => read('donor cells', () => store.donorCells(group, block)),
    roster: (zone) => read('roster', () => store.roster(zone)),
    due: (kind, now, limit) => read(`due ${kind}`, () => store.due(kind, now, limit)),
    tally: (what, hour, add) => read('tally', () => store.tally(what, hour, add)),
    everyone: () => store.everyone(),
    save: (writes) =>
      step(`save ${writes.map(labelOf).join(' ')}`, async () => {
        const task = currentTask.getStore();
        const result = await save(writes);
        const claim = writes.some(
          (w) => 'put' in w && w.put.kind === 'outbox' && w.put.state === 'claimed',
        );
        if (task && claim && result === 'saved') {
          task.claimed = true;
          delete task.lookedAt;
        }
        return result;
      }),
  };
  /** The label of a write for the trace, without numbers or names. */
  function labelOf(write: Write): string {
    const entity = entityOf(write);
    switch (entity.kind) {
      case 'request':
        return `request=${entity.phase.type}`;
      case 'outbox':
        return `${entity.message?.key ?? 'message'}=${entity.state}`;
      case 'alert':
        return `alert=${entity.state}`;
      case 'timeline':
        return `+${entity.what}`;
      case 'person':
        return `person${events.versionOf(entity)}`;
      default:
        return entity.kind;
    }
  }
};
