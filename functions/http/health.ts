import { setTimeout as wait } from 'node:timers/promises';
import { after, minutes } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import { dueKinds } from '../ports/store.ts';
import { describeError } from './describe-error.ts';

export type Health = {
  ok: boolean;
  /** `dueSteps` late: no sweep has come to its end for ten minutes, or what should have been done half an hour ago still waits. */
  checked: { store: 'ok' | 'failed' | 'slow'; dueSteps?: 'ok' | 'late' };
};

/** The sweep comes every minute; a crowd at seven in the morning takes it some minutes more. */
const lateMs = minutes(30);
const silentMs = minutes(10);

/** Can the table be read, and is what waits being done? In real milliseconds at most `patienceMs`. */
export const checkHealth = async (services: Services, patienceMs = 3000): Promise<Health> => {
  const read = look(services).catch((error: unknown) => {
    services.log.error('health-failed', describeError(error));
    return { store: 'failed' as const };
  });
  const giveUp = new AbortController();
  const slow = { store: 'slow' as const };
  const late = wait(patienceMs, slow, { signal: giveUp.signal }).catch(() => slow);
  const checked = await Promise.race<Health['checked']>([read, late]);
  giveUp.abort();
  return { ok: checked.store === 'ok' && checked.dueSteps === 'ok', checked };
};

const look = async ({ store, clock }: Services): Promise<Health['checked']> => {
  await store.incoming('health');
  const now = clock.now();
  const sweep = await store.sweep();
  const waiting = await Promise.all(
    dueKinds.map((kind) => store.due(kind, after(now, -lateMs), 1)),
  );
  // A table in its first minute has had none.
  const isSilent = sweep !== undefined && sweep.at < now - silentMs;
  return { store: 'ok', dueSteps: isSilent || waiting.flat().length > 0 ? 'late' : 'ok' };
};
