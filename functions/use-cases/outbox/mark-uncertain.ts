import { formatMessage } from '#shared/messages/format-message.ts';
import { markUncertain } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { type EpochMs, epochMs } from '#shared/terms/time.ts';
import { InvalidItem } from '../../ports/invalid-item.ts';
import type { Services } from '../../ports/services.ts';
import { languageOf, messageContext } from '../message-context.ts';
import { channelOf } from './send-decision.ts';

type Known = Pick<Services, 'store' | 'config' | 'gazetteer' | 'hotlineNumber'>;

/**
 * In a copy of the table, before it is used: every message that waits may have left since the copy was made. Each is
 * given the words and the way by which it would have left at once, so that the carrier can be asked. How many.
 */
export const markUnsentUncertain = async (services: Known): Promise<number> => {
  const { store } = services;
  const waiting = await store.due('outbox', endOfTime, everyRow);
  let count = 0;
  for (const { id } of waiting) {
    const row = await unlessUnreadable(store.outboxRow(String(id)));
    const next = row && (await inDoubt(services, row));
    if (!next || next === row) continue;
    if ((await store.save([{ put: next }])) === 'conflict')
      throw new Error('Somebody else works on this copy of the table');
    count += 1;
  }
  return count;
};

/** What nobody can read stays as it is. */
const unlessUnreadable = <T>(read: Promise<T>): Promise<T | undefined> =>
  read.catch((error: unknown) => {
    if (error instanceof InvalidItem) return undefined;
    throw error;
  });

/** The last moment that the due index can hold. */
const endOfTime: EpochMs = epochMs(8_640_000_000_000_000);
const everyRow = 10_000_000;

const inDoubt = async (services: Known, row: OutboxRow): Promise<OutboxRow> => {
  const person = row.to && (await unlessUnreadable(services.store.person(row.to)));
  if (!person) return row;
  const channel = channelOf(row, person, row.createdAt);
  const isText = channel !== undefined && channel !== 'call';
  const text = isText ? (row.text ?? wordsOf(services, row, person)) : row.text;
  return markUncertain(row, { text, channel });
};

const wordsOf = (services: Known, { message, createdAt }: OutboxRow, person: Person) =>
  message &&
  formatMessage(
    message,
    languageOf(services, person.language),
    messageContext(services, createdAt),
  );
