import { setTimeout as wait } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';
import type * as z from 'zod';
import type { OnInvalidItem } from '../../ports/invalid-item.ts';
import type { Freshness } from '../../ports/store.ts';
import { skipInvalid } from '../stored-entities.ts';
import { fromItem, type Item } from './items.ts';
import type { ItemKey } from './keys.ts';

/** Keys that one BatchGet takes (DynamoDB's limit). */
const batchKeys = 100;
const maxTries = 6;

/**
 * Reads by key, strongly consistent unless they may lag. `get` throws InvalidItem; `getMany` leaves out missing items, and reports and
 * leaves out invalid ones. Keys asked for in the same turn of the event loop are read together and not cached, so
 * that fifty families who write at one moment cost a few reads.
 */
export const createKeyReads = (
  client: DynamoDBDocumentClient,
  TableName: string,
  onInvalid: OnInvalidItem,
) => {
  const load = createBatches(client, TableName, { isConsistent: true });
  const loadLagging = createBatches(client, TableName, { isConsistent: false });
  return {
    async get<T extends z.ZodType>(
      schema: T,
      key: ItemKey,
      freshness?: Freshness,
    ): Promise<z.output<T> | undefined> {
      const item = await (freshness === 'may-lag' ? loadLagging : load)(key);
      return item && fromItem(schema, item);
    },
    async getMany<T extends z.ZodType>(schema: T, keys: ItemKey[]): Promise<z.output<T>[]> {
      const found = await Promise.all(keys.map(load));
      return found
        .filter((item) => item !== undefined)
        .flatMap((item) => skipInvalid(() => fromItem(schema, item), onInvalid));
    },
  };
};

/** Reads an item by its key, together with the others that are asked for in the same turn. */
export const createBatches = (
  client: DynamoDBDocumentClient,
  TableName: string,
  { isConsistent }: { isConsistent: boolean },
): ((key: ItemKey) => Promise<Item | undefined>) => {
  const items = new DataLoader(createBatchRead(client, TableName, isConsistent), {
    cache: false,
    maxBatchSize: batchKeys,
    batchScheduleFn: (load) => void setImmediate(load),
  });
  return (key) => items.load(key);
};

const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

/** Several callers often ask for one key, and a batch takes no key twice. */
const createBatchRead = (
  client: DynamoDBDocumentClient,
  TableName: string,
  ConsistentRead: boolean,
) => {
  /** One batch; keys that the database defers (16 MB, throttling) are asked for again after a growing wait. */
  const getBatch = async (Keys: ItemKey[], tries = 1): Promise<Item[]> => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead } } }),
    );
    const found = Responses?.[TableName] ?? [];
    const left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    if (left.length === 0) return found;
    if (tries === maxTries)
      throw new Error(`The database deferred ${left.length} reads ${tries} times`);
    await wait(25 * 2 ** tries);
    const keys = left.map(({ pk, sk }): ItemKey => ({ pk, sk }));
    return [...found, ...(await getBatch(keys, tries + 1))];
  };

  const getOne = async (Key: ItemKey): Promise<Item[]> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead }));
    return Item === undefined ? [] : [Item];
  };

  return async (keys: readonly ItemKey[]): Promise<(Item | undefined)[]> => {
    const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    const [only] = distinct;
    const found = distinct.length === 1 && only ? await getOne(only) : await getBatch(distinct);
    const byName = new Map(found.map((item) => [nameOf(item), item]));
    return keys.map((key) => byName.get(nameOf(key)));
  };
};
