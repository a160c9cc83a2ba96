import type { OutboxRow } from '../../outbox/outbox-row.ts';
import type { Person } from '../../people/person.ts';
import type { CallId } from '../../terms/ids.ts';
import { spokenLanguageOf } from '../../terms/spoken-language.ts';
import { after, type EpochMs } from '../../terms/time.ts';
import type { Call } from './call.ts';

/** The call a message is about to be said in: what it opens with is known before the phone rings. */
export const newCallOut = (
  row: Pick<OutboxRow, 'message' | 'requestId' | 'alertId'>,
  { id, person, now, idleMs }: { id: CallId; person: Person; now: EpochMs; idleMs: number },
): Call => {
  const { message, requestId, alertId } = row;
  const alert = requestId && alertId ? { requestId, alertId } : undefined;
  return {
    kind: 'call',
    id,
    version: 0,
    direction: 'out',
    phone: person.phone,
    ...(person.language && { language: spokenLanguageOf(person.language) }),
    state: { at: 'menu' },
    tries: 0,
    ...(alert ? { alert } : message && { opening: message }),
    startedAt: now,
    dueAt: after(now, idleMs),
  };
};
