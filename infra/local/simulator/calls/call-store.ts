import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { CallListener, PhoneCall } from './sim-call.ts';

export type CallBook = ReturnType<typeof createCallBook>;

/** Every call as the phones show it, oldest first; whoever listens hears of each change. In memory only. */
export const createCallBook = () => {
  const calls = new Map<string, PhoneCall>();
  const listeners = new Set<CallListener>();
  return {
    get: (sid: string) => calls.get(sid),
    all: () => [...calls.values()],
    ofPhone: (phone: PhoneNumber) => [...calls.values()].filter((call) => call.phone === phone),
    /** Add, or replace the one with the same sid. */
    put(call: PhoneCall): void {
      calls.set(call.sid, call);
      for (const listener of listeners) listener(call);
    },
    onCall(listener: CallListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
