import type { CallReply } from '#shared/conversation/call/call-reply.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import type { Turn } from '../turn.ts';

type Answer = CallReply & { plainVoice: boolean };

/** Never picked up, not even for somebody who cannot be called back. */
export const rejected: Answer = { say: [], next: { type: 'reject' }, step: 0, plainVoice: false };

/**
 * A missed call: never picked up, free for the caller; we call back within the minute and open the menu. Any number
 * of missed calls in a short time is one call back, and only to countries of the configuration (toll fraud).
 */
export const callBack = async (turn: Turn, phone: PhoneNumber): Promise<Answer | 'conflict'> => {
  const person = await turn.person(phone);
  const { callBackOnceMinutes, countries } = turn.services.config.policy.calls;
  const { calledBackAt } = person;
  const isFresh =
    calledBackAt === undefined || turn.now > calledBackAt + minutes(callBackOnceMinutes);
  if (!isFresh || !countries.some((country) => phone.startsWith(country))) return rejected;
  turn.change({ ...person, calledBackAt: turn.now });
  turn.put({
    kind: 'outbox',
    id: turn.services.ids.next(),
    version: 0,
    to: phone,
    channel: 'call',
    callsBack: true,
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: turn.now,
    createdAt: turn.now,
  });
  const saved = await turn.services.store.save(turn.writes());
  return saved === 'saved' ? rejected : 'conflict';
};
