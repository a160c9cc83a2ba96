import { describe, expect, test } from 'vitest';
import { checkHealth } from '#functions/http/health.ts';
import { auditEvery, type Store } from '#functions/ports/store.ts';
import { auditRequest } from '#functions/use-cases/requests/audit-request.ts';
import type { MetricValue } from '#shared/terms/metrics.ts';
import { after, minutes } from '#shared/terms/time.ts';
import { code, requestId } from '../../contract/samples.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, oneUnit, searchedFor, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/* Each test stores an invalid state by hand. Only the auditor finds it. */

const found = (world: World): string[] =>
  world.logged.filter((line) => /^(audit-mended|claim-was-stuck)/.test(line));

describe('the auditor', () => {
  test('repairs an open request without a due time, and its search continues', async () => {
    const world = await createWorld();
    const { code } = await searchedFor(world, oneUnit);
    const { dueAt: _, ...lost } = (await world.file(code)).request;
    await world.store.save([{ put: lost }]);
    const asked = await donors(world, 3);
    await world.clock.advance(minutes(50));
    expect(whoIsAsked(asked), 'before the audit').toHaveLength(0);
    await world.clock.advance(minutes(12));
    expect(whoIsAsked(asked).length).toBeGreaterThan(0);
    expect(found(world)).toEqual([`audit-mended {"code":"${code}","ailment":"looked-at-never"}`]);
  });

  test('repairs a request with a due time that is too late', async () => {
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

  test('closes open alerts of a request that has ended', async () => {
    const world = await createWorld();
    const asked = await donors(world, 2);
    const { family, code } = await searchedFor(world, oneUnit);
    expect(whoIsAsked(asked)).toHaveLength(2);
    const [alert] = (await world.file(code)).alerts;
    await family.closes(`CLOSE ${code}`);
    family.hears(says.closed);
    for (const donor of asked) donor.hearsOnly(code, 'blood is no longer needed');
    const over = alert && (await world.store.alert(alert.requestId, alert.id));
    if (!over) throw new Error('no donor was asked');
    await world.store.save([{ put: { ...over, state: 'sent' } }]);
    await world.clock.advance(auditEvery + minutes(1));
    expect(found(world)).toEqual([
      `audit-mended {"code":"${code}","ailment":"alerts-open-past-their-request"}`,
    ]);
    expect((await world.store.alert(over.requestId, over.id))?.state).toBe('withdrawn');
    expect(
      asked.flatMap((donor) => donor.unread()),
      'one more message, about the open alert',
    ).toHaveLength(1);
  });

  test('repairs nothing that only a lagging read shows, and saves no request without a violation', async () => {
    const world = await createWorld();
    const { code } = await searchedFor(world, oneUnit);
    const { request, alerts } = await world.file(code);
    const { dueAt: _, ...lost } = request;
    const store: Store = {
      ...world.store,
      alertedRequest: async (id, freshness) =>
        freshness === 'may-lag' ? { request: lost, alerts } : world.store.alertedRequest(id),
    };
    const pointer = await world.store.code(request.code);
    const clock = { ...world.services.clock, now: () => after(world.clock.now(), auditEvery) };
    await auditRequest({ ...world.services, store, clock }, request.code);
    expect(found(world)).toEqual([]);
    expect((await world.file(code)).request).toEqual(request);
    const next = await world.store.code(request.code);
    expect(next?.lookAt).toBeGreaterThan(pointer?.lookAt ?? 0);
  });

  test('frees a code without a request', async () => {
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

  test('counts its repairs and every finished sweep', async () => {
    const counted: MetricValue[] = [];
    const world = await createWorld({ measure: (measured) => void counted.push(measured) });
    const repairs = () => counted.flatMap(({ values }) => values.Mended ?? []);
    const { code } = await searchedFor(world, oneUnit);
    const { dueAt: _, ...lost } = (await world.file(code)).request;
    expect(new Set(repairs())).toEqual(new Set([0]));
    await world.store.save([{ put: lost }]);
    await world.clock.advance(auditEvery);
    expect(repairs().filter((count) => count > 0)).toEqual([1]);
  });

  test('makes /health fail when no sweep has finished for ten minutes', async () => {
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
