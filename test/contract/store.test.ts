import {
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

import { DeleteCommand, PutCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { ItemKey } from '#functions/adapters/dynamodb/keys.ts';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { createTable } from '#infra/table.ts';
import { blockOf } from '#shared/places/geo.ts';
import { databaseEndpoint, freshStore } from '#test/world/servers/test-database.ts';
import {
  aDonor,
  aMarker,
  anAlert,
  anOutboxRow,
  aPerson,
  aReply,
  aRequest,
  at,
  cell,
  phone,
  requestId,
} from './samples.ts';
import { describeStore, everyoneIn } from './store.contract.ts';

describeStore('in memory', async (onBroken) => {
  const store = createMemoryStore(onBroken);
  return { store, spoil: store.spoil };
});

describe.skipIf(!databaseEndpoint)('on a real database', () => {
  describeStore('DynamoDB', async (onBroken) => {
    const { store, documents, table } = await freshStore(onBroken);
    const spoil = async (Key: ItemKey): Promise<void> => {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key,
          UpdateExpression: 'SET kind = :spoilt',
          ExpressionAttributeValues: { ':spoilt': 'spoilt' },
        }),
      );
    };
    return { store, spoil };
  });

  it('creates the table once', async () => {
    const { client, table, store } = await freshStore();
    await store.save([{ put: aPerson(1) }]);
    await createTable(client, table);
    expect(await store.person(phone(1))).toBeDefined();
  });

  it('refuses an invalid item and names its key, masked, and its fields, but no contents', async () => {
    const { store, documents, table } = await freshStore();
    await store.save([{ put: aPerson(1, { donor: aDonor(), name: 'Anita' }) }]);
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `PERSON#${phone(1)}`, sk: 'PERSON' },
        UpdateExpression: 'SET donor.sex = :sex REMOVE heard',
        ExpressionAttributeValues: { ':sex': 'secret' },
      }),
    );
    const broken = 'The item PERSON#+91•••••••001 does not fit its schema in: donor.sex, heard';
    await expect(store.person(phone(1))).rejects.toThrow(broken);
    await expect(store.persons([phone(1)])).rejects.toThrow(broken);
    const line = { othersIn: cell('508,1636') };
    await expect(store.donors({ group: 'B+', line, by: at, limit: 9 })).rejects.toThrow(broken);
    await expect(everyoneIn(store)).rejects.toThrow(broken);
  });

  it.each([
    ['of nothing', { dueOrder: `${String(at).padStart(16, '0')}#` }],
    ['at no known time', { dueOrder: '0000000000000abc#m0' }],
  ])('leaves out of the due list an entry %s', async (_, broken) => {
    const reported: string[] = [];
    const { store, documents, table } = await freshStore(({ key }) => reported.push(key));
    await store.save([{ put: anOutboxRow('m1', { dueAt: at }) }]);
    const Item = { pk: 'OUTBOX#m0', sk: 'OUTBOX', dueKind: 'outbox', ...broken };
    await documents.send(new PutCommand({ TableName: table, Item }));
    expect(await store.due('outbox', at, 1)).toEqual([{ kind: 'outbox', id: 'm1', at }]);
    expect(reported).toEqual(['OUTBOX#m0']);
  });

  it('refuses a request file with a part that is invalid, unknown or missing', async () => {
    const { store, documents, table } = await freshStore();
    const put = (Item: Record<string, unknown>) =>
      documents.send(new PutCommand({ TableName: table, Item }));
    await store.save([{ put: aRequest('r1') }, { put: anAlert('r1', 'a1') }]);
    await put({ pk: 'REQUEST#r1', sk: 'SURPRISE#1', kind: 'surprise' });
    const file = () => store.requestFile(requestId('r1'));
    await expect(file()).rejects.toThrow('REQUEST#r1 SURPRISE#1 does not fit its schema in: kind');
    const Key = { pk: 'REQUEST#r1', sk: 'SURPRISE#1' };
    await documents.send(new DeleteCommand({ TableName: table, Key }));
    await documents.send(new DeleteCommand({ TableName: table, Key: { ...Key, sk: 'REQUEST' } }));
    await expect(file()).rejects.toThrow(
      'REQUEST#r1 does not fit its schema in: the request itself',
    );
  });

  it('gives markers and replies an expiry, and nothing else', async () => {
    const { store, documents, table, client } = await freshStore();
    await store.save([{ add: aMarker('SM1') }, { add: aReply('SM1') }, { put: aPerson(1) }]);
    const ends: unknown[] = [];
    for await (const page of paginateScan({ client: documents }, { TableName: table }))
      for (const item of page.Items ?? []) ends.push([item['pk'], item['expiresAt']]);
    client.destroy();
    expect(ends).toContainEqual(['INCOMING#SM1', at / 1000 + 730 * 86_400]);
    expect(ends).toContainEqual(['INCOMING#SM1', at / 1000 + 2 * 86_400]);
    expect(ends).toContainEqual([`PERSON#${phone(1)}`, undefined]);
  });

  it('reads cells that another process added', async () => {
    const { store, documents, table } = await freshStore();
    const other = createDynamoDbStore(documents, table);
    const save = (by: typeof store, n: number, where: string) =>
      by.save([{ put: aPerson(n, { donor: aDonor({ cell: cell(where) }) }) }]);
    await save(store, 1, '1,1');
    await save(other, 2, '2,2');
    await save(store, 3, '3,3');
    await save(other, 4, '1,1');
    for (const each of [store, other])
      expect((await each.donorCells('B+', blockOf(cell('1,1')))).sort()).toEqual([
        '1,1',
        '2,2',
        '3,3',
      ]);
  });

  it('returns a conflict for a lost race, refused or still running, and throws every other fault', async () => {
    const { documents, table } = await freshStore();
    const storeThat = (error: Error) =>
      createDynamoDbStore(
        { ...documents, send: async () => Promise.reject(error) } as never,
        table,
      );
    const failing = (...codes: string[]) =>
      storeThat(
        new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: codes.map((Code) => ({ Code })),
        }),
      ).save([{ put: aPerson(1) }, { add: aMarker('SM1') }]);
    expect(await failing('None', 'ConditionalCheckFailed')).toBe('conflict');
    expect(await failing('TransactionConflict', 'None')).toBe('conflict');
    await expect(failing('ThrottlingError', 'None')).rejects.toThrow('cancelled');
    await expect(failing('ProvisionedThroughputExceeded', 'None')).rejects.toThrow('cancelled');

    const alone = (error: Error) => storeThat(error).save([{ put: aPerson(1) }]);
    const inTransaction = new TransactionConflictException({ message: 'busy', $metadata: {} });
    expect(await alone(inTransaction)).toBe('conflict');
    await expect(alone(new Error('throttled'))).rejects.toThrow('throttled');
  });

  describe('an item that is put alone, when the answer to the first try is lost', () => {
    /** A table whose next put is applied, then `meanwhile` happens, and its answer is lost: the SDK tries again. */
    const withLostAnswer = async (
      meanwhile: (save: Store['save']) => Promise<unknown> = async () => {},
    ) => {
      const { store, documents, table } = await freshStore();
      await store.save([{ put: aPerson(1) }]);
      const [client, open] = [createDynamoDbClient(databaseEndpoint ?? undefined), store];
      const losing = createDocumentClient(client);
      let tries = 0;
      losing.middlewareStack.add(
        (next, context) => async (args) => {
          const result = await next(args);
          if (!context['commandName']?.startsWith('Put')) return result;
          tries += 1;
          if (tries > 1) return result;
          await meanwhile(open.save);
          throw Object.assign(new Error('the answer is lost'), { code: 'ECONNRESET' });
        },
        { step: 'deserialize', priority: 'low', name: 'lose-answer' },
      );
      const put = (): Promise<'saved' | 'conflict'> =>
        createDynamoDbStore(losing, table).save([
          { put: aPerson(1, { version: 1, name: 'Mine' }) },
        ]);
      return { put, store, documents, tries: () => tries };
    };

    it('is saved, once', async () => {
      const { put, store, tries } = await withLostAnswer();
      expect(await put()).toBe('saved');
      expect(tries()).toBe(2);
      expect(await store.person(phone(1))).toMatchObject({ version: 2, name: 'Mine' });
    });

    it('throws when another process has written since: the outcome is unknown', async () => {
      const { put, store } = await withLostAnswer((save) =>
        save([{ put: aPerson(1, { version: 2, name: 'Theirs' }) }]),
      );
      await expect(put()).rejects.toThrow('not known whether');
      expect(await store.person(phone(1))).toMatchObject({ version: 3, name: 'Theirs' });
    });

    it('is a conflict when another was first', async () => {
      const { store } = await freshStore();
      await store.save([{ put: aPerson(1) }]);
      const late = { put: aPerson(1, { name: 'Late' }) };
      expect(await store.save([late])).toBe('conflict');
      expect(await store.save([late, { add: aMarker('SM1') }])).toBe('conflict');
    });
  });
});
