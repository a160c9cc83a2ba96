import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Write } from '../../ports/store.ts';
import type { Stored } from '../stored-entities.ts';
import {
  type Condition,
  either,
  isAbsent,
  isFreeAt,
  isHeldBy,
  isUnchangedSince,
  renderCondition,
} from './conditions.ts';
import { toItem } from './items.ts';
import { keyOf } from './keys.ts';

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const toAction = (write: Write, TableName: string): Action => {
  const put = (entity: Stored, condition: Condition): Action => ({
    Put: { TableName, Item: toItem(entity, Date.now()), ...renderCondition(condition) },
  });
  if ('put' in write) {
    const { version } = write.put;
    return put({ ...write.put, version: version + 1 }, isUnchangedSince(version));
  }
  if ('add' in write) return put(write.add, isAbsent);
  if ('take' in write) return put(write.take, either(isAbsent, isFreeAt(write.now)));
  if ('keep' in write) return put(write.keep, isHeldBy(write.keep.requestId));
  const condition = renderCondition(isUnchangedSince(write.remove.version));
  return { Delete: { TableName, Key: keyOf(write.remove), ...condition } };
};

/** Another process wrote first, or is writing now. Every other reason (throttling, size) is a fault. */
const conflictReasons = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** Writes one transaction, all or nothing. Faults of the database throw after the SDK's retries. */
export const transact = async (
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
