import {
  type DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { OnInvalidItem } from '../../ports/invalid-item.ts';
import type { Freshness } from '../../ports/store.ts';
import { skipInvalid } from '../stored-entities.ts';
import type { Item } from './items.ts';
import { tableAttributes } from './keys.ts';

/**
 * A query of one partition of an index. `upTo` bounds its sort key, `from` included; `read` turns an item into an entity or throws
 * InvalidItem.
 */
type IndexQuery<T> = {
  index: { name: string; partition: string; sort: string };
  partition: string;
  upTo?: { includes: boolean; sort: string | number; from?: string | undefined };
  limit?: number;
  read: (item: Item) => T;
};

/** Queries of the table and its indexes. Invalid items of an index are reported and left out. */
export const createQueries = (
  client: DynamoDBDocumentClient,
  TableName: string,
  onInvalid: OnInvalidItem,
) => ({
  /** Every item under one partition of the table, by sort key, up to `last`; strongly consistent unless it may lag. */
  queryPartition(
    partition: string,
    { last, freshness }: { last?: string; freshness?: Freshness | undefined } = {},
  ): Promise<Item[]> {
    const isIn = '#partition = :partition';
    const input = {
      TableName,
      KeyConditionExpression: last ? `${isIn} AND #sort <= :last` : isIn,
      ExpressionAttributeNames: {
        '#partition': tableAttributes.partition,
        ...(last && { '#sort': tableAttributes.sort }),
      },
      ExpressionAttributeValues: { ':partition': partition, ...(last && { ':last': last }) },
      ConsistentRead: freshness !== 'may-lag',
    };
    return collect(client, input, { limit: Number.POSITIVE_INFINITY, read: (item) => [item] });
  },

  /** The entities in one partition of an index, by its sort key: fewer than `limit` only when there are no more. Indexes may lag. */
  queryIndex<T>({
    index,
    partition,
    upTo,
    limit = Number.POSITIVE_INFINITY,
    read,
  }: IndexQuery<T>): Promise<T[]> {
    const isIn = '#partition = :partition';
    // No item sorts exactly at the end of an excluding bound, so BETWEEN is the same.
    const isUpTo =
      upTo?.from !== undefined
        ? '#sort BETWEEN :from AND :upTo'
        : upTo?.includes
          ? '#sort <= :upTo'
          : '#sort < :upTo';
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
        ...(upTo?.from !== undefined && { ':from': upTo.from }),
      },
    };
    const readListed = (item: Item): T[] => skipInvalid(() => read(item), onInvalid);
    return collect(client, input, { limit, read: readListed });
  },
});

/** The entities that `read` makes of the items, page by page: fewer than `limit` only when there are no more. */
const collect = async <T>(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
  { limit, read }: { limit: number; read: (item: Item) => T[] },
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
