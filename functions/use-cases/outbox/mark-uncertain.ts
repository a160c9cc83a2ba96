import { markUncertain } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { type EpochMs, epochMs } from '#shared/terms/time.ts';
import { InvalidItem } from '../../ports/invalid-item.ts';
import type { Services } from '../../ports/services.ts';
import { chooseWords } from './choose-words.ts';
import { chooseChannel } from './send-decision.ts';

type Known = Pick<
  Services,
  'store' | 'config' | 'gazetteer' | 'hotlineNumber' | 'answerNumber' | 'contents'
>;

/**
 * Marks every waiting message in a copy of the table, before the copy is used: the message may have been sent since
 * the copy was made. Each row gets the text and channel of a try, so that the carrier can be asked about it. Returns
 * how many rows were marked.
 */
export const markUnsentUncertain = async (services: Known): Promise<number> => {
  const { store } = services;
  const waiting = await store.due('outbox', endOfTime, everyRow);
  let count = 0;
  for (const { id } of waiting) {
    const row = await unlessInvalid(store.outboxRow(String(id)));
    const next = row && (await toUncertain(services, row));
    if (!next || next === row) continue;
    if ((await store.save([{ put: next }])) === 'conflict')
      throw new Error('Another process is changing this copy of the table');
    count += 1;
  }
  return count;
};

/** An invalid item stays unchanged. */
const unlessInvalid = <T>(read: Promise<T>): Promise<T | undefined> =>
  read.catch((error: unknown) => {
    if (error instanceof InvalidItem) return undefined;
    throw error;
  });

/** The last time that the due index can hold. */
const endOfTime: EpochMs = epochMs(8_640_000_000_000_000);
const everyRow = 10_000_000;

const toUncertain = async (services: Known, row: OutboxRow): Promise<OutboxRow> => {
  const person = row.to && (await unlessInvalid(services.store.person(row.to)));
  if (!person) return row;
  const channel = chooseChannel(row, person);
  if (channel === undefined || channel === 'call')
    return markUncertain(row, { text: row.text, channel });
  const words = chooseWords(services, row, { person, channel, now: row.createdAt });
  return markUncertain(row, { text: words?.text, channel: words?.channel ?? channel });
};
