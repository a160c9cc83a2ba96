import { AsyncLocalStorage } from 'node:async_hooks';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Store, Write } from '#functions/ports/store.ts';
import type { Errand, Ledger } from './event-record.ts';
import { entityOf } from './event-record.ts';
import type { Luck } from './fault-plan.ts';
import type { Strike } from './store/seed-store.ts';

/** One process of the hotline: it dies whole, and nothing it does afterwards reaches anybody. */
export type Process = { name: string; alive: boolean };

export class Killed extends Error {
  override name = 'Killed';
}
const throttled = () =>
  Object.assign(new Error('too fast'), { name: 'ProvisionedThroughputExceededException' });
const answerLost = () => Object.assign(new Error('no answer'), { name: 'TimeoutError' });
const transactionConflict = () =>
  new TransactionCanceledException({
    message: 'somebody else is writing',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });

/** What the handler that runs just now is about. */
export const errands = new AsyncLocalStorage<Errand>();

export type Surroundings = {
  turn<T>(label: string, work: () => Promise<T>): Promise<T>;
  /** Hotline time. */
  sleep(ms: number): Promise<void>;
  luck: Luck;
  trace(line: string): void;
  ledger: Ledger;
  strike(next: Strike | undefined): void;
  saved(writes: Write[]): void;
};

/** One step of a process to the outside: in its turn, slowly or never, and it may be its last. */
export const stepOf =
  (process: Process, { turn, sleep, luck, trace }: Surroundings) =>
  async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    const told = (end: string): void => trace(`${process.name} ${label} ${end}`);
    if (!process.alive) throw new Killed();
    if (luck.befalls('slow-answer')) await sleep(Math.round(luck.between(1000, 20_000)));
    return turn(label, async () => {
      if (!process.alive) throw new Killed();
      if (luck.befalls('killed-before')) {
        process.alive = false;
        told('killed before');
        throw new Killed();
      }
      try {
        const result = await work();
        told('ok');
        if (luck.befalls('killed-after')) {
          process.alive = false;
          told('killed after');
          throw new Killed();
        }
        return result;
      } catch (error) {
        told(error instanceof Error ? error.name : String(error));
        throw error;
      }
    });
  };

/** The real store of one process, on a database that throttles, collides and loses its answers. */
export const faultyStore = (store: Store, process: Process, around: Surroundings): Store => {
  const { luck, strike, ledger } = around;
  const step = stepOf(process, around);

  const read = <T>(label: string, work: () => Promise<T>): Promise<T> =>
    step(label, () => {
      if (luck.befalls('throttled')) strike({ error: throttled(), when: 'instead' });
      return work();
    });

  const save = async (writes: Write[]): Promise<'saved' | 'conflict'> => {
    let lost: Error | undefined;
    if (luck.befalls('throttled')) strike({ error: throttled(), when: 'instead' });
    else if (luck.befalls('transaction-conflict'))
      strike({ error: transactionConflict(), when: 'instead', only: 'saves' });
    else if (luck.befalls('answer-lost-after-save')) {
      lost = answerLost();
      strike({ error: lost, when: 'after', only: 'saves' });
    }
    try {
      const result = await store.save(writes);
      if (result === 'saved') around.saved(writes);
      return result;
    } catch (error) {
      if (lost && error === lost) around.saved(writes);
      throw error;
    } finally {
      strike(undefined);
    }
  };

  return {
    person: (phone) => read('person', () => store.person(phone)),
    persons: (phones) => read('persons', () => store.persons(phones)),
    request: (id) =>
      read('request', async () => {
        const errand = errands.getStore();
        const request = await store.request(id);
        if (errand?.claimed) errand.lookedAt = request?.phase.type ?? 'gone';
        return request;
      }),
    requestFile: (id) => read('request file', () => store.requestFile(id)),
    alert: (requestId, id) => read('alert', () => store.alert(requestId, id)),
    code: (code) => read('code', () => store.code(code)),
    incoming: (id) => read('incoming', () => store.incoming(id)),
    reply: (id) => read('reply', () => store.reply(id)),
    outboxRow: (id) => {
      // Each message is an errand of its own, also where one sweep sends many.
      const errand = errands.getStore();
      if (errand?.row !== id) errands.enterWith({ what: errand?.what ?? 'row', row: id });
      return read('outbox row', () => store.outboxRow(id));
    },
    call: (id) => read('call', () => store.call(id)),
    recording: (id) => read('recording', () => store.recording(id)),
    sweep: () => read('sweep', () => store.sweep()),
    donors: (query) => read('donors', () => store.donors(query)),
    donorCells: (zone) => read('donor cells', () => store.donorCells(zone)),
    roster: (zone) => read('roster', () => store.roster(zone)),
    due: (kind, now, limit) => read(`due ${kind}`, () => store.due(kind, now, limit)),
    tally: (what, hour) => read('tally', () => store.tally(what, hour)),
    everyone: () => store.everyone(),
    save: (writes) =>
      step(`save ${writes.map(labelOf).join(' ')}`, async () => {
        const errand = errands.getStore();
        const result = await save(writes);
        const claim = writes.some(
          (w) => 'put' in w && w.put.kind === 'outbox' && w.put.state === 'claimed',
        );
        if (errand && claim && result === 'saved') {
          errand.claimed = true;
          delete errand.lookedAt;
        }
        return result;
      }),
  };
  /** What is written, in words without numbers or names. */
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
        return `person${ledger.versionOf(entity)}`;
      default:
        return entity.kind;
    }
  }
};
