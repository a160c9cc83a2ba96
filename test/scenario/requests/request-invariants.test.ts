import { describe, expect, test } from 'vitest';
import { checkHealth } from '#functions/http/health.ts';
import { auditEvery } from '#functions/ports/store.ts';
import type { MetricValue } from '#shared/terms/metrics.ts';
import { after, minutes } from '#shared/terms/time.ts';
import { code, requestId } from '../../contract/samples.ts';
import { says } from '../../world/expected-messages.ts';
import { donors, oneUnit, searchedFor, whoIsAsked } from '../../world/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/* What should not exist is put there by hand; nobody but the auditor would ever find it. */

const found = (world: World): string[] =>
  world.logged.filter((line) => /^(audit-mended|claim-was-stuck)/.test(line));

describe('the auditor', () => {
  test('finds an open request that nothing looks at any more, and its search goes on', async () => {
    const world = await createWorld();
    const { code } = await searchedFor(world, oneUnit);
    const { dueAt: _, ...lost } = (await world.file(code)).request;
    await world.store.save([{ put: lost }]);
    const asked = await donors(world, 3);
    await world.clock.advance(minutes(50));
    expect(whoIsAsked(asked), 'nobody looks at it').toHaveLength(0);
    await world.clock.advance(minutes(12));
    expect(whoIsAsked(asked).length).toBeGreaterThan(0);
    expect(found(world)).toEqual([`audit-mended {"code":"${code}","ailment":"looked-at-never"}`]);
  });

  test('finds one that would be looked at much too late', async () => {
    const world = await createWorld();
    const { code } = await searchedFor(world, oneUnit);
    const { request } = await world.file(code);
    const dueAt = request.neededBy;
    await world.store.save([{ put: { ...request, dueAt } }]);
    await world.clock.advance(auditEvery);
    expect(found(world)).toEqual([
      `audit-mended {"code":"${code}","ailment":"looked-at-too-late"}`,
    ]);
  });

  test('frees donors whom a request that is over still holds', async () => {
    const world = await createWorld();
    const asked = await donors(world, 2);
    const { family, code } = await searchedFor(world, oneUnit);
    expect(whoIsAsked(asked)).toHaveLength(2);
    const [alert] = (await world.file(code)).alerts;
    await family.texts(`CLOSE ${code}`);
    family.hears(says.closed);
    for (const donor of asked) donor.hearsOnly(code, 'blood is no longer needed');
    const over = alert && (await world.store.alert(alert.requestId, alert.id));
    if (!over) throw new Error('nobody was asked');
    await world.store.save([{ put: { ...over, state: 'sent' } }]);
    await world.clock.advance(auditEvery + minutes(1));
    expect(found(world)).toEqual([
      `audit-mended {"code":"${code}","ailment":"alerts-open-past-their-request"}`,
    ]);
    expect((await world.store.alert(over.requestId, over.id))?.state).toBe('withdrawn');
    expect(
      asked.flatMap((donor) => donor.unread()),
      'told once more, of the alert they hold',
    ).toHaveLength(1);
  });

  test('lets a code go whose request is gone', async () => {
    const world = await createWorld();
    const now = world.clock.now();
    const pointer = { kind: 'code', code: code('4821'), requestId: requestId('gone') } as const;
    await world.store.save([{ take: { ...pointer, freeFrom: null, lookAt: now }, now }]);
    await world.clock.advance(minutes(1));
    expect(found(world)).toEqual([
      'audit-mended {"code":"4821","ailment":"code-without-a-request"}',
    ]);
    expect((await world.store.code(pointer.code))?.freeFrom).toBeGreaterThan(now);
    await world.clock.advance(auditEvery * 2);
    expect(found(world)).toHaveLength(1);
  });

  test('counts what it mended, and every sweep that came to its end', async () => {
    const counted: MetricValue[] = [];
    const world = await createWorld({ measure: (measured) => void counted.push(measured) });
    const mended = () => counted.flatMap(({ values }) => values.Mended ?? []);
    const { code } = await searchedFor(world, oneUnit);
    const { dueAt: _, ...lost } = (await world.file(code)).request;
    expect(new Set(mended())).toEqual(new Set([0]));
    await world.store.save([{ put: lost }]);
    await world.clock.advance(auditEvery);
    expect(mended().filter((count) => count > 0)).toEqual([1]);
  });

  test('/health is ill once no sweep has come to its end for ten minutes', async () => {
    const world = await createWorld();
    await searchedFor(world, oneUnit);
    const healthIn = (ms: number) => {
      const now = () => after(world.clock.now(), ms);
      return checkHealth({ ...world.services, clock: { ...world.services.clock, now } });
    };
    expect(await healthIn(minutes(1))).toEqual({
      ok: true,
      checked: { store: 'ok', dueSteps: 'ok' },
    });
    expect(await healthIn(minutes(11))).toEqual({
      ok: false,
      checked: { store: 'ok', dueSteps: 'late' },
    });
  });
});
