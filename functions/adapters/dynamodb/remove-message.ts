import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { outboxKey } from './keys.ts';

/** Deletes a test message of the doctor; the store itself never deletes one. */
export const createMessageRemover =
  (client: DynamoDBClient, TableName: string) =>
  async (id: string): Promise<void> => {
    const { pk, sk } = outboxKey(id);
    await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
  };
