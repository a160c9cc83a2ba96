import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';

it('ends a call to a silent database at its deadline, whatever its tries', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const client = createDynamoDbClient(endpoint, 20);
  const call = client.send(new GetItemCommand({ TableName: 'hotline', Key: { pk: { S: 'a' } } }));
  await expect(call).rejects.toMatchObject({ name: 'DatabaseSilent' });
  client.destroy();
  silent.closeAllConnections();
  silent.close();
});
