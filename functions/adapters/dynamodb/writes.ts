import { randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Write } from '../../ports/store.ts';
import type { Stored } from '../stored-entities.ts';
import {
  both,
  type Condition,
  either,
  isAbsent,
  isFreeAt,
  isHeldBy,
  isLookedAt,
  isUnchangedSince,
  renderCondition,
} from './conditions.ts';
import { type Item, toItem } from './items.ts';
import { keyOf, tableAttributes } from './keys.ts';

type Put = { Item: Item } & ReturnType<typeof renderCondition>;

const put = (entity: Stored, condition: Condition): Put => ({
  Item: toItem(entity, Date.now()),
  ...renderCondition(condition),
});

const putOf = (write: Exclude<Write, { remove: unknown }>): Put => {
  if ('put' in write) {
    const { version } = write.put;
    return put({ ...write.put, version: version + 1 }, isUnchangedSince(version));
  }
  if ('add' in write) return put(write.add, isAbsent);
  if ('take' in write) return put(write.take, either(isAbsent, isFreeAt(write.now)));
  const isHeld = isHeldBy(write.keep.requestId);
  return put(write.keep, write.seen === undefined ? isHeld : both(isHeld, isLookedAt(write.seen)));
};

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const toAction = (write: Write, TableName: string): Action => {
  if (!('remove' in write)) return { Put: { TableName, ...putOf(write) } };
  const condition = renderCondition(isUnchangedSince(write.remove.version));
  return { Delete: { TableName, Key: keyOf(write.remove), ...condition } };
};

/** Its condition fails on an item that was written since it was read, so that a retried put can be told from others. */
const canStandAlone = (write: Write): write is Exclude<Write, { remove: unknown }> =>
  'put' in write || 'add' in write || ('keep' in write && write.seen !== undefined);

/**
 * Writes all or nothing. Faults of the database throw after the SDK's retries. One item with a version, one that never
 * changes, or a code as it was seen is put without a transaction, which costs half (docs/adr/0040).
 */
export const saveAll = (
  client: DynamoDBDocumentClient,
  TableName: string,
  writes: Write[],
): Promise<'saved' | 'conflict'> => {
  const [only] = writes;
  return only && writes.length === 1 && canStandAlone(only)
    ? putOne(client, TableName, putOf(only))
    : transact(client, TableName, writes);
};

/** What is stored now may be what an earlier try wrote, so that it is not known whether this write was applied. */
class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
}

const storedSchema = z.object({
  [tableAttributes.nonce]: z.object({ S: z.string() }).optional(),
  version: z.object({ N: z.coerce.number() }).optional(),
});

/**
 * A retried put whose first answer was lost finds its own item, and its condition fails. A transaction has a token for
 * that; a put has a nonce in the item. An item that others have changed since hides whether the first try was applied:
 * that throws, as a database does that does not answer.
 */
const putOne = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  { Item, ...condition }: Put,
): Promise<'saved' | 'conflict'> => {
  const nonce = randomBytes(6).toString('base64url');
  const command = new PutCommand({
    TableName,
    Item: { ...Item, [tableAttributes.nonce]: nonce },
    ...condition,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await client.send(command);
    return 'saved';
  } catch (error) {
    if (error instanceof TransactionConflictException) return 'conflict';
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if ((error.$metadata.attempts ?? 1) === 1) return 'conflict';
    const stored = storedSchema.safeParse(error.Item).data;
    if (stored?.[tableAttributes.nonce]?.S === nonce) return 'saved';
    if ((stored?.version?.N ?? 0) > Number(Item['version']))
      throw new OutcomeUnknown('It is not known whether a write was applied');
    return 'conflict';
  }
};

/** Another process wrote first, or is writing now. Every other reason (throttling, size) is a fault. */
const conflictReasons = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

const transact = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  writes: Write[],
): Promise<'saved' | 'conflict'> => {
  try {
    const TransactItems = writes.map((write) => toAction(write, TableName));
    await client.send(new TransactWriteCommand({ TransactItems }));
    return 'saved';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    if (reasons.some(({ Code }) => Code !== undefined && conflictReasons.has(Code)))
      return 'conflict';
    throw error;
  }
};
