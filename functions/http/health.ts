import { setTimeout as wait } from 'node:timers/promises';
import { after, minutes } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import { dueKinds } from '../ports/store.ts';
import { describeError } from './describe-error.ts';

export type Health = {
  ok: boolean;
  /** `dueSteps` is late when no sweep has finished for ten minutes, or an item due half an hour ago still waits. */
  checked: { store: 'ok' | 'failed' | 'slow'; dueSteps?: 'ok' | 'late' };
};

/** The sweep runs every minute; the messages that wait for seven in the morning take it some minutes more. */
const lateMs = minutes(30);
const silentMs = minutes(10);

/** Checks that the table can be read and that due items are handled; takes at most `timeoutMs` real milliseconds. */
export const checkHealth = async (services: Services, timeoutMs = 3000): Promise<Health> => {
  const check = checkStore(services).catch((error: unknown) => {
    services.log.error('health-failed', describeError(error));
    return { store: 'failed' as const };
  });
  const timeout = new AbortController();
  const slow = { store: 'slow' as const };
  const timedOut = wait(timeoutMs, slow, { signal: timeout.signal }).catch(() => slow);
  const checked = await Promise.race<Health['checked']>([check, timedOut]);
  timeout.abort();
  return { ok: checked.store === 'ok' && checked.dueSteps === 'ok', checked };
};

const checkStore = async ({ store, clock }: Services): Promise<Health['checked']> => {
  await store.incoming('health');
  const now = clock.now();
  const sweep = await store.sweep();
  const waiting = await Promise.all(
    dueKinds.map((kind) => store.due(kind, after(now, -lateMs), 1)),
  );
  // A new table has had no sweep yet.
  const isSilent = sweep !== undefined && sweep.at < now - silentMs;
  return { store: 'ok', dueSteps: isSilent || waiting.flat().length > 0 ? 'late' : 'ok' };
};
