import type { Faults } from '../faults.ts';
import type { CallStore } from './call-store.ts';
import type { LiveCall } from './live-call.ts';
import { hasEnded } from './sim-call.ts';

export type RingOptions = {
  book: CallStore;
  now: () => number;
  later: (ms: number, run: () => void) => void;
  faults: Faults;
};

/** After so long a machine picks up. */
const voicemailAfterMs = 5000;

/** Until it is known that a phone cannot ring. */
const refusalMs = 500;

/** Lets the phone ring; whether it was picked up. When not, the call is over. */
export const ringPhone = async (
  line: LiveCall,
  { seconds, onRinging = () => {} }: { seconds: number; onRinging?: () => void },
  { book, now, later, faults }: RingOptions,
): Promise<boolean> => {
  const { phone, sid } = line.call();
  const fault = faults.calls[phone];
  const isEngaged = book
    .ofPhone(phone)
    .some((other) => other.sid !== sid && other.status !== 'queued' && !hasEnded(other));
  if (fault === 'failed' || fault === 'busy' || isEngaged) {
    await line.rest(refusalMs);
    line.end(fault === 'failed' ? 'failed' : 'busy');
    return false;
  }
  line.change({ status: 'ringing' });
  onRinging();
  if (fault === 'voicemail') later(voicemailAfterMs, () => line.happen({ type: 'answer' }));
  const end = now() + seconds * 1000;
  for (;;) {
    const { type } = await line.next(end - now());
    if (type === 'over') return false;
    if (type === 'time') line.end('no-answer');
    if (type === 'answer') {
      line.pickUp();
      return true;
    }
  }
};
