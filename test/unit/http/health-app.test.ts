import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { createHealthApp } from '#functions/http/health-app.ts';
import type { Services } from '#functions/ports/services.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { epochMs } from '#shared/terms/time.ts';

const store = createMemoryStore();
const log = { info: vi.fn(), error: vi.fn() };
const services = { store, log, clock: { now: () => epochMs(1.8e12) } } as unknown as Services;

afterEach(() => vi.restoreAllMocks());

describe('GET /health', () => {
  const app = createHealthApp(services, { keptMs: 0 });

  it('lists what it checked', async () => {
    const response = await app.request('/health');
    expect([response.status, await response.json()]).toEqual([
      200,
      { ok: true, checked: { store: 'ok', dueSteps: 'ok' } },
    ]);
  });

  it('is 503 while an item is long overdue', async () => {
    const waits = { kind: 'call', id: callIdSchema.parse('CA1'), at: epochMs(0) } as const;
    vi.spyOn(store, 'due').mockImplementation(async (kind) => (kind === 'call' ? [waits] : []));
    const response = await app.request('/health');
    expect([response.status, await response.json()]).toEqual([
      503,
      { ok: false, checked: { store: 'ok', dueSteps: 'late' } },
    ]);
  });

  it('is 503 when the store does not answer', async () => {
    vi.spyOn(store, 'incoming').mockRejectedValueOnce(new Error('away'));
    const response = await app.request('/health');
    expect([response.status, await response.json()]).toEqual([
      503,
      { ok: false, checked: { store: 'failed' } },
    ]);
  });

  it('takes no other method', async () => {
    expect((await app.request('/health', { method: 'POST' })).status).toBe(405);
  });
});

describe('a kept answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('serves everyone for ten seconds, so that strangers cost the table nothing', async () => {
    const app = createHealthApp(services, { keptMs: 10_000 });
    const reads = vi.spyOn(store, 'incoming');
    for (let i = 0; i < 20; i += 1) await app.request('/health');
    expect(reads).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    await app.request('/health');
    expect(reads).toHaveBeenCalledTimes(2);
  });
});
