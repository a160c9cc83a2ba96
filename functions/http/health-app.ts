import { Hono } from 'hono';
import type { Services } from '../ports/services.ts';
import { checkHealth, type Health } from './health.ts';
import { allowOnly } from './webhooks/mount-webhook.ts';

/**
 * GET /health. On Lambda it is mounted beside the pages, never beside texts: it is public, and strangers must not use up
 * the function of a family. `keptMs`: an answer serves everyone for that long, in real time.
 */
export const createHealthApp = (
  services: Services,
  { keptMs, release }: { keptMs: number; release?: string | undefined },
): Hono => {
  let last: { at: number; health: Promise<Health> } | undefined;
  const read = (): Promise<Health> => {
    const at = performance.now();
    if (!last || at - last.at >= keptMs) last = { at, health: checkHealth(services) };
    return last.health;
  };
  return new Hono()
    .get('/health', async (c) => {
      const health = await read();
      return c.json({ ...health, ...(release && { release }) }, health.ok ? 200 : 503);
    })
    .all('/health', allowOnly('GET'));
};
