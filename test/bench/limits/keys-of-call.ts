import * as z from 'zod';
import type { DatabaseCall } from '../metered-table.ts';

const keySchema = z.looseObject({ pk: z.string(), sk: z.string() });
const putSchema = z.object({ Item: keySchema });
const transactionSchema = z.object({
  TransactItems: z.array(
    z.object({
      Put: putSchema.optional(),
      Delete: z.object({ Key: keySchema }).optional(),
    }),
  ),
});
const getSchema = z.object({ Key: keySchema });
const batchSchema = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(keySchema) })),
});
const querySchema = z.object({
  IndexName: z.enum(['donors', 'roster', 'due']).optional(),
  ExpressionAttributeValues: z.looseObject({ ':partition': z.string() }),
});

/** One written item; without `item` it is deleted. */
export type ItemWrite = { pk: string; sk: string; item?: object };

/** Write units a kilobyte of the larger of before and after: a transaction costs twice a put (DynamoDB developer guide). */
export const unitsPerKilobyte = ({ operation }: DatabaseCall): number =>
  operation === 'TransactWrite' ? 2 : 1;

/** The items that a call writes, alone or in a transaction. Throws on an operation that the store never uses. */
export const writesOf = ({ operation, input }: DatabaseCall): ItemWrite[] => {
  if (operation === 'Put') {
    const { Item } = putSchema.parse(input);
    return [{ pk: Item.pk, sk: Item.sk, item: Item }];
  }
  if (operation !== 'TransactWrite') return [];
  return transactionSchema.parse(input).TransactItems.map(({ Put, Delete }) => {
    if (Put) return { pk: Put.Item.pk, sk: Put.Item.sk, item: Put.Item };
    if (Delete) return { pk: Delete.Key.pk, sk: Delete.Key.sk };
    throw new Error('a transaction holds what is neither put nor deleted');
  });
};

type KeyReads = { index?: 'donors' | 'roster' | 'due'; partition: string; reads: number };

/** The read units of a call by key. The units of a batch are divided equally among its keys. */
export const readsByKey = ({ operation, input, reads }: DatabaseCall): KeyReads[] => {
  switch (operation) {
    case 'Get':
      return [{ partition: getSchema.parse(input).Key.pk, reads }];
    case 'BatchGet': {
      const keys = Object.values(batchSchema.parse(input).RequestItems).flatMap((t) => t.Keys);
      return keys.map(({ pk }) => ({ partition: pk, reads: reads / keys.length }));
    }
    case 'Query': {
      const { IndexName, ExpressionAttributeValues } = querySchema.parse(input);
      const partition = ExpressionAttributeValues[':partition'];
      return [{ ...(IndexName && { index: IndexName }), partition, reads }];
    }
    default:
      return [];
  }
};
