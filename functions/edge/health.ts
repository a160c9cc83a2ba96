import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '../ports/services.ts';
import { describeFault } from './fault.ts';

export type Health = { ok: boolean; checked: { store: 'ok' | 'failed' | 'slow' } };

/** One read by key, in real milliseconds at most `patienceMs`. */
export const checkHealth = async (services: Services, patienceMs = 3000): Promise<Health> => {
  const read = services.store.incoming('health').then(
    () => 'ok' as const,
    (error: unknown) => {
      services.log.error('health-failed', describeFault(error));
      return 'failed' as const;
    },
  );
  const giveUp = new AbortController();
  const late = wait(patienceMs, 'slow' as const, { signal: giveUp.signal }).catch(
    () => 'slow' as const,
  );
  const store = await Promise.race([read, late]);
  giveUp.abort();
  return { ok: store === 'ok', checked: { store } };
};
