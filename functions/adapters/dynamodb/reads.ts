import { setTimeout as wait } from 'node:timers/promises';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';
import type * as z from 'zod';
import type { OnInvalidItem } from '../../ports/invalid-item.ts';
import { skipInvalid } from '../stored-entities.ts';
import { fromItem, type Item } from './items.ts';
import { type ItemKey, tableAttributes } from './keys.ts';

/** What one BatchGet takes (DynamoDB's limit). */
const batchKeys = 100;

const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

/** A query of one partition; `upTo` bounds its sort key, `read` makes an entity of an item or throws BrokenItem. */
type IndexQuery<T> = {
  index: { name: string; partition: string; sort: string };
  partition: string;
  upTo?: { includes: boolean; sort: string | number };
  limit?: number;
  read: (item: Item) => T;
};

/**
 * The ways the store reads its table. Keys are read strongly consistent; what does not fit its schema throws BrokenItem,
 * or is left out of a list, of which `onBroken` hears.
 */
export const createReads = (
  client: DynamoDBDocumentClient,
  TableName: string,
  onBroken: OnInvalidItem,
) => {
  const listed =
    <T>(read: (item: Item) => T) =>
    (item: Item): T[] =>
      skipInvalid(() => read(item), onBroken);

  /** One batch; what the database put off (16 MB, throttling) is asked again after a growing wait. */
  const getBatch = async (Keys: ItemKey[], tries = 1): Promise<Item[]> => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    const found = Responses?.[TableName] ?? [];
    const left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    if (left.length === 0) return found;
    if (tries === 6) throw new Error(`The database put off ${left.length} reads ${tries} times`);
    await wait(25 * 2 ** tries);
    const keys = left.map(({ pk, sk }): ItemKey => ({ pk, sk }));
    return [...found, ...(await getBatch(keys, tries + 1))];
  };

  const getOne = async (Key: ItemKey): Promise<Item[]> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined ? [] : [Item];
  };

  /** One key is often asked for by several at once, and a batch takes none twice. */
  const getKeys = async (keys: readonly ItemKey[]): Promise<(Item | undefined)[]> => {
    const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    const [only] = distinct;
    const found = distinct.length === 1 && only ? await getOne(only) : await getBatch(distinct);
    const byName = new Map(found.map((item) => [nameOf(item), item]));
    return keys.map((key) => byName.get(nameOf(key)));
  };

  /**
   * What is asked for by its key in the same turn of the event loop goes to the database together, and is forgotten at
   * once: fifty families who write in one moment cost it a few questions.
   */
  const items = new DataLoader(getKeys, {
    cache: false,
    maxBatchSize: batchKeys,
    batchScheduleFn: (load) => void setImmediate(load),
  });

  const get = async <T extends z.ZodType>(
    schema: T,
    key: ItemKey,
  ): Promise<z.output<T> | undefined> => {
    const item = await items.load(key);
    return item && fromItem(schema, item);
  };

  /** Any number of keys; the missing and the broken ones are left out. */
  const getMany = async <T extends z.ZodType>(
    schema: T,
    keys: ItemKey[],
  ): Promise<z.output<T>[]> => {
    const found = await Promise.all(keys.map((key) => items.load(key)));
    return found.flatMap((item) => (item ? listed((one) => fromItem(schema, one))(item) : []));
  };

  /** What `read` makes of the items: fewer than `limit` only when there are no more. */
  const collect = async <T>(
    input: QueryCommandInput,
    limit: number,
    read: (item: Item) => T[],
  ): Promise<T[]> => {
    const found: T[] = [];
    if (limit < 1) return found;
    const query = { ...input, ...(Number.isFinite(limit) && { Limit: limit }) };
    for await (const page of paginateQuery({ client }, query)) {
      found.push(...(page.Items ?? []).flatMap(read));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };

  /** Everything under one partition of the table, by sort key. */
  const queryPartition = (partition: string): Promise<Item[]> => {
    const input = {
      TableName,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': tableAttributes.partition },
      ExpressionAttributeValues: { ':partition': partition },
      ConsistentRead: true,
    };
    return collect(input, Number.POSITIVE_INFINITY, (item) => [item]);
  };

  /** What one partition of an index holds, by its sort key. Indexes may lag. */
  const queryIndex = <T>({
    index,
    partition,
    upTo,
    limit = Number.POSITIVE_INFINITY,
    read,
  }: IndexQuery<T>): Promise<T[]> => {
    const isIn = '#partition = :partition';
    const isUpTo = upTo?.includes ? '#sort <= :upTo' : '#sort < :upTo';
    const input = {
      TableName,
      IndexName: index.name,
      KeyConditionExpression: upTo ? `${isIn} AND ${isUpTo}` : isIn,
      ExpressionAttributeNames: {
        '#partition': index.partition,
        ...(upTo && { '#sort': index.sort }),
      },
      ExpressionAttributeValues: {
        ':partition': partition,
        ...(upTo && { ':upTo': upTo.sort }),
      },
    };
    return collect(input, limit, listed(read));
  };

  return { get, getMany, queryPartition, queryIndex, listed };
};
