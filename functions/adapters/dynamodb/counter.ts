import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Store } from '../../ports/store.ts';
import { fromItem } from './items.ts';
import { counterKey, tableAttributes } from './keys.ts';

const countSchema = z.object({ count: z.number().int() });

/** How long a tally outlives its hour. Seconds; cleaning up, never meaning. */
const kept = 86_400;

/** One atomic addition: no transaction takes part in it, so strangers never make each other's texts wait. */
export const createCounter =
  (client: DynamoDBDocumentClient, TableName: string): Store['tally'] =>
  async (what, hour) => {
    const Key = counterKey(what, hour);
    const { Attributes = {} } = await client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'ADD #count :one SET #expires = :expires',
        ExpressionAttributeNames: { '#count': 'count', '#expires': tableAttributes.expires },
        ExpressionAttributeValues: { ':one': 1, ':expires': Math.ceil(hour / 1000) + kept },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return fromItem(countSchema, { ...Key, ...Attributes }).count;
  };
