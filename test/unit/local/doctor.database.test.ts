import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createMessageRemover } from '#functions/adapters/dynamodb/remove-message.ts';
import type { CheckResult } from '#functions/doctor/check-result.ts';
import { checkStream } from '#functions/doctor/check-steps.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { checkTable, type TableTarget } from '#infra/local/doctor/check-table.ts';
import { epochMs } from '#shared/terms/time.ts';
import { databaseEndpoint, freshStore } from '#test/world/servers/test-database.ts';

type Target = DoctorTarget & TableTarget;
const aTarget = (change: Partial<Target>): Target => change as Target;
const failuresOf = (results: CheckResult[]): string =>
  results
    .filter(({ state }) => state === 'fail')
    .map(({ check, saw, todo }) => `${check}: ${saw} → ${todo}`)
    .join('\n');

describe.skipIf(!databaseEndpoint)('the table', () => {
  it('passes when it is as the code creates it', async () => {
    const { client, table, store } = await freshStore();
    const target = aTarget({ client, tableName: table, store });
    expect(failuresOf(await checkTable(target))).toBe('');
  });

  it('fails when it was created by hand', async () => {
    const { client, table } = await freshStore();
    const TableName = `${table}-by-hand`;
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const results = await checkTable(aTarget({ client, tableName: TableName }));
    expect(failuresOf(results)).toMatch(
      /it has another key, index donors is missing, index roster/,
    );
    expect(failuresOf(results)).toMatch(/stream is on: it is off/);
    expect(failuresOf(results)).toMatch(/old markers/);
    const none = await checkTable(aTarget({ client, tableName: 'no-such-table' }));
    expect(failuresOf(none)).toMatch(/^table: .*TABLE_NAME/);
  });

  it('fails when its stream has no consumer', async () => {
    const { client, table, store } = await freshStore();
    const target = aTarget({
      removeMessage: createMessageRemover(client, table),
      store,
      now: () => epochMs(Date.now()),
    });
    const quick = { streamMs: 600, betweenMs: 700, minuteMs: 0 };
    expect(await checkStream(target, quick)).toMatchObject({
      state: 'fail',
      saw: 'a test message was not handled in 0.6 s',
    });
    // The test messages are deleted.
    expect(await store.due('outbox', epochMs(Date.now()), 10)).toEqual([]);
  });
});
