import * as z from 'zod';
import type { DatabaseCall } from '../metered-table.ts';

const keySchema = z.looseObject({ pk: z.string(), sk: z.string() });
const transactionSchema = z.object({
  TransactItems: z.array(
    z.object({
      Put: z.object({ Item: keySchema }).optional(),
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

/** One item of a transaction; without `item` it is deleted. */
export type ItemWrite = { pk: string; sk: string; item?: object };

/** What a transaction writes. Throws on anything the store does not put into one. */
export const writesOf = ({ input }: DatabaseCall): ItemWrite[] =>
  transactionSchema.parse(input).TransactItems.map(({ Put, Delete }) => {
    if (Put) return { pk: Put.Item.pk, sk: Put.Item.sk, item: Put.Item };
    if (Delete) return { pk: Delete.Key.pk, sk: Delete.Key.sk };
    throw new Error('a transaction holds what is neither put nor deleted');
  });

type KeyReads = { index?: 'donors' | 'roster' | 'due'; partition: string; reads: number };

/** The read units of one call, by the key they fall on; a batch's units are taken as equal for each of its keys. */
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
