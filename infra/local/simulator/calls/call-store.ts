import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { CallListener, SimCall } from './sim-call.ts';

export type CallStore = ReturnType<typeof createCallStore>;

/** Every call as the phones show it, oldest first. Listeners receive each change. In memory only. */
export const createCallStore = () => {
  const calls = new Map<string, SimCall>();
  const listeners = new Set<CallListener>();
  return {
    get: (sid: string) => calls.get(sid),
    all: () => [...calls.values()],
    ofPhone: (phone: PhoneNumber) => [...calls.values()].filter((call) => call.phone === phone),
    /** Adds the call, or replaces the one with the same sid. */
    put(call: SimCall): void {
      calls.set(call.sid, call);
      for (const listener of listeners) listener(call);
    },
    onCall(listener: CallListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
