import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#infra/local/doctor/check-result.ts';
import { checkStream } from '#infra/local/doctor/check-steps.ts';
import { checkTable } from '#infra/local/doctor/check-table.ts';
import type { DoctorTarget } from '#infra/local/doctor/target.ts';
import { epochMs } from '#shared/terms/time.ts';
import { databaseEndpoint, freshStore } from '#test/world/servers/test-database.ts';

const aTarget = (change: Partial<DoctorTarget>): DoctorTarget => change as DoctorTarget;
const illOf = (findings: CheckResult[]): string =>
  findings
    .filter(({ state }) => state === 'ill')
    .map(({ check, saw, todo }) => `${check}: ${saw} → ${todo}`)
    .join('\n');

describe.skipIf(!databaseEndpoint)('the table', () => {
  it('is as the code has it', async () => {
    const { client, table, store } = await freshStore();
    const target = aTarget({ client, tableName: table, store });
    expect(illOf(await checkTable(target))).toBe('');
  });

  it('made by hand lacks this and that', async () => {
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
    const findings = await checkTable(aTarget({ client, tableName: TableName }));
    expect(illOf(findings)).toMatch(/its key is another, index donors is missing, index roster/);
    expect(illOf(findings)).toMatch(/stream is on: it is off/);
    expect(illOf(findings)).toMatch(/old markers/);
    const none = await checkTable(aTarget({ client, tableName: 'no-such-table' }));
    expect(illOf(none)).toMatch(/^table: .*TABLE_NAME/);
  });

  it('nobody listens to shows in a message that lies', async () => {
    const { client, table, store } = await freshStore();
    const target = aTarget({ client, tableName: table, store, now: () => epochMs(Date.now()) });
    const quick = { streamMs: 600, betweenMs: 700, minuteMs: 0 };
    expect(await checkStream(target, quick)).toMatchObject({
      state: 'ill',
      saw: 'a message to nobody lay for 0.6 s',
    });
    // It leaves nothing behind.
    expect(await store.due('outbox', epochMs(Date.now()), 10)).toEqual([]);
  });
});
