import type { Faults } from '../faults.ts';
import type { CallStore } from './call-store.ts';
import type { LiveCall } from './live-call.ts';
import { hasEnded } from './sim-call.ts';

export type RingOptions = {
  store: CallStore;
  now: () => number;
  later: (ms: number, run: () => void) => void;
  faults: Faults;
};

/** Milliseconds after which a machine picks up. */
const voicemailAfterMs = 5000;

/** Milliseconds until the carrier knows that a phone cannot ring. */
const refusalMs = 500;

/** Lets the phone ring. Returns whether it was picked up; if not, the call is over. */
export const ringPhone = async (
  call: LiveCall,
  { seconds, onRinging = () => {} }: { seconds: number; onRinging?: () => void },
  { store, now, later, faults }: RingOptions,
): Promise<boolean> => {
  const { phone, sid } = call.state();
  const fault = faults.calls[phone];
  const isBusy = store
    .ofPhone(phone)
    .some((other) => other.sid !== sid && other.status !== 'queued' && !hasEnded(other));
  if (fault === 'failed' || fault === 'busy' || isBusy) {
    await call.wait(refusalMs);
    call.end(fault === 'failed' ? 'failed' : 'busy');
    return false;
  }
  call.change({ status: 'ringing' });
  onRinging();
  if (fault === 'voicemail') later(voicemailAfterMs, () => call.signal({ type: 'answer' }));
  const end = now() + seconds * 1000;
  for (;;) {
    const { type } = await call.next(end - now());
    if (type === 'over') return false;
    if (type === 'time') call.end('no-answer');
    if (type === 'answer') {
      call.pickUp();
      return true;
    }
  }
};
