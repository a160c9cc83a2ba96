import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import type { Item } from '#functions/adapters/dynamodb/items.ts';
import {
  type ItemKey,
  outboxKey,
  personKey,
  renderDueOrder,
  requestKey,
} from '#functions/adapters/dynamodb/keys.ts';
import { processStream } from '#functions/http/process-stream.ts';
import { epochMs, minutes } from '#shared/terms/time.ts';
import { databaseEndpoint, freshStore } from '../../world/servers/test-database.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, donors, oneUnit, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/** A world on a table of its own, and functions that write invalid items into the table. */
const worldWithTable = async () => {
  const reported: string[] = [];
  const { store, documents, table: TableName } = await freshStore(({ key }) => reported.push(key));
  const put = async (Item: Item): Promise<void> => {
    await documents.send(new PutCommand({ TableName, Item }));
  };
  return {
    world: await createWorld({ on: store }),
    /** The keys of items that lists left out. */
    reported,
    put,
    /** Makes the item invalid and keeps it in its indexes. */
    invalidate: async (Key: ItemKey): Promise<void> => {
      const { Item } = await documents.send(new GetCommand({ TableName, Key }));
      await put({ ...Item, ...Key, kind: 'invalid' });
    },
  };
};

const failures = (world: World): string[] =>
  world.logged.filter((line) => line.startsWith('due-step-failed'));

describe.skipIf(!databaseEndpoint)('invalid items in a real table', () => {
  test('do not stop a request, whatever their kind', async () => {
    const { world, reported, put, invalidate } = await worldWithTable();
    const verifier = await world.volunteer('Kavita');
    for (const phone of [await world.donor('Gopal'), await world.volunteer('Veena')])
      await invalidate(personKey(phone.number));
    const asked = await donors(world, 3);
    const other = world.phone('Leela');
    const otherCode = await asksForBlood(other, oneUnit.replace('Ramesh', 'Mohan'));
    verifier.hears(says.pleaseCheck, otherCode);
    await invalidate(requestKey((await world.file(otherCode)).request.id));
    for (const kind of ['outbox', 'request', 'strange'])
      await put({ ...outboxKey(kind), dueKind: kind, dueOrder: renderDueOrder(1, kind) });
    await put({ ...outboxKey('never'), dueKind: 'outbox', dueOrder: '0000000000000abc#never' });

    const family = world.phone('Sunita');
    const code = await asksForBlood(family, oneUnit);
    verifier.hears(says.pleaseCheck, code);
    await verifier.texts('ON');
    verifier.hears(says.dutyOn);
    await verifier.texts(`OK ${code}`);
    verifier.hears(code, says.thanksOk);
    family.hears(code, says.verified);

    const [amit, bina, chand] = whoIsAsked(asked);
    if (!amit || !bina || !chand) throw new Error('three are asked');
    // This donor's item becomes invalid after the alert. The others still hear the end.
    await invalidate(personKey(bina.number));
    await amit.texts('1');
    amit.hears(code, says.confirmed);
    family.hears(code, says.donorComing);
    chand.hears(code, says.alertCovered);
    await invalidate(personKey(amit.number));
    await family.texts('DONE');
    family.hears(code, says.fulfilled);
    await verifier.forgets();
    verifier.hears(says.forgotten);
    expect((await world.file(code)).request.phase.type).toBe('fulfilled');

    expect(reported.join()).not.toContain('+919');
    expect(new Set(reported)).toContain('OUTBOX#never');
    expect(world.logged.join()).toContain('invalid-item {"key":"REQUEST#');
    expect(world.leaks()).toEqual([]);
  });

  test('of an unknown kind in a stream batch do not stop the other records', async () => {
    const { world } = await worldWithTable();
    const family = world.phone('Sunita');
    await world.volunteer('Kavita');
    await family.textsAtOnce(oneUnit);
    await family.textsAtOnce('1');
    const [due] = await world.store.due('request', epochMs(1e14), 1);
    if (!due) throw new Error('a request waits');
    const record = (dueKind: string, id: string): DynamoDBRecord => {
      const image = { pk: id, sk: id, dueKind, dueOrder: renderDueOrder(due.at, id) };
      const NewImage = Object.fromEntries(Object.entries(image).map(([k, S]) => [k, { S }]));
      return { dynamodb: { NewImage } };
    };
    const Records = [record('strange', 'x'), record('request', due.id), record('request', '')];
    expect(await processStream(world.services, { Records })).toEqual({ batchItemFailures: [] });
    expect(await world.store.due('request', world.clock.now(), 9)).toEqual([]);
    expect(world.logged.filter((line) => line.startsWith('invalid-item'))).toHaveLength(2);
  });

  test('that fail in every sweep do not stop the sweeps', async () => {
    const { world, put } = await worldWithTable();
    await put({ ...outboxKey('x'), dueKind: 'outbox', dueOrder: renderDueOrder(1, 'x') });
    await world.clock.advance(minutes(3));
    expect(failures(world).length).toBeGreaterThanOrEqual(3);
  });
});
