import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Replayed } from '../../ports/inbound.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { answerByRing } from '../camps/answer-invitation.ts';
import type { Conflict } from '../retry-on-conflict.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';
import { queueCallBack, rejectedReply } from './missed-call.ts';

type Rung = { phone: PhoneNumber; callId: CallId; says: 'yes' | 'no' };

/**
 * Handles a missed call to the number of a yes or of a no. With exactly one open alert it is the donor's answer, and a
 * text confirms it; with several the menu calls back, and without one so does the usual call. A caller's number can be
 * forged (docs/facts.md#india), so it answers nothing but an alert or an invitation to a camp, and whatever it causes goes to that phone as a text.
 */
export const answerByMissedCall = async (
  work: UnitOfWork,
  { phone, callId, says }: Rung,
): Promise<typeof rejectedReply | Replayed | Conflict> => {
  const seen = await work.services.store.incoming(callId);
  if (seen) return isReplay(seen.at, work.now) ? 'replayed' : rejectedReply;
  const person = await work.person(phone);
  if (isBlocked(person)) return rejectedReply;
  const [alert, another] = openAlerts(person, work);
  if (!alert && (await answerByRing(work, phone, says))) {
    work.recordWebhook(callId);
    for (const message of work.replies) work.queueText(phone, message);
    return work.save(rejectedReply);
  }
  if (!alert || another)
    return hasSaid(person, says) ? rejectedReply : queueCallBack(work, { phone, callId });
  work.recordWebhook(callId);
  await answerAlert(work, phone, { digit: says === 'yes' ? 1 : 2, code: alert.code });
  for (const message of work.replies) work.queueText(phone, message);
  return work.save(rejectedReply);
};

const openAlerts = ({ alerts }: Person, { now }: UnitOfWork) =>
  alerts.filter(({ state, openUntil }) => state === 'open' && openUntil > now);

/** A donor who rings again to be sure is not called for it. */
const hasSaid = ({ alerts }: Person, says: Rung['says']): boolean =>
  says === 'yes' && alerts.at(-1)?.state === 'pledged';
