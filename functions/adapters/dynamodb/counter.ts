import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Store } from '../../ports/store.ts';
import { fromItem } from './items.ts';
import { counterKey, tableAttributes } from './keys.ts';

const countSchema = z.object({ count: z.number().int() });

/** Seconds that a tally is kept after its hour. Only cleans up: no decision depends on it. */
const keptSeconds = 86_400;

/** Counts with one atomic addition outside any transaction, so that unknown phones do not delay each other's texts. */
export const createCounter =
  (client: DynamoDBDocumentClient, TableName: string): Store['tally'] =>
  async (what, hour, add = 1) => {
    const Key = counterKey(what, hour);
    const { Attributes = {} } = await client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'ADD #count :add SET #expires = :expires',
        ExpressionAttributeNames: { '#count': 'count', '#expires': tableAttributes.expires },
        ExpressionAttributeValues: {
          ':add': add,
          ':expires': Math.ceil(hour / 1000) + keptSeconds,
        },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return fromItem(countSchema, { ...Key, ...Attributes }).count;
  };
