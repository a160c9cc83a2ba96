import { isTooFar, mayGiveFor } from '#shared/matching/fits-need.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { withEndedAlert, withUnsentAlert } from '#shared/people/donor-updates.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { AlertedRequest } from '../../ports/store.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Alerts withdrawn in one transaction: alert, person and message each, under the limit of 100 writes. */
const withdrawnAtOnce = 30;

type Misfit = 'blood' | 'place' | 'unsent';

/**
 * After a correction: withdraws the open alerts that no longer fit, each with a true sentence. An alert that was not
 * sent yet holds the old facts: it is withdrawn without a word, and its donor may be asked again.
 */
export const withdrawAlerts = async (
  work: UnitOfWork,
  { request, alerts }: AlertedRequest,
): Promise<void> => {
  const misfits: { alert: Alert; why: Misfit }[] = [];
  for (const alert of alerts.filter(isOpen)) {
    const why = await findMisfit(work, request, alert);
    if (why) misfits.push({ alert, why });
  }
  const now = misfits.slice(0, withdrawnAtOnce);
  for (const { alert, why } of now) await withdraw(work, request, alert, why);
  await applyDecision(work, request, {
    type: 'withdraw-alerts',
    notified: now.filter(({ why }) => why !== 'unsent').length,
    more: misfits.length > now.length,
  });
};

const findMisfit = async (
  work: UnitOfWork,
  request: Request,
  alert: Alert,
): Promise<Misfit | undefined> => {
  if (alert.state === 'queued') return 'unsent';
  const { policy } = work.services.config;
  const donor = alert.phone && (await work.otherPerson(alert.phone))?.donor;
  if (!donor) return undefined;
  if (!mayGiveFor(donor, request, work.now, policy)) return 'blood';
  return isTooFar(donor, request, alert.distanceKm, policy) ? 'place' : undefined;
};

const withdraw = async (
  work: UnitOfWork,
  request: Request,
  { phone, ...alert }: Alert,
  why: Misfit,
): Promise<void> => {
  const isUnsent = why === 'unsent';
  work.put({ ...alert, ...(!isUnsent && { phone, told: true }), state: 'withdrawn' });
  const person = phone && (await work.otherPerson(phone));
  if (!person || person.version === 0) return;
  work.change(isUnsent ? withUnsentAlert(person, alert.id) : withEndedAlert(person, alert.id));
  if (!isUnsent)
    await work.notify(person.phone, alertChangedMessage(request, why === 'place'), { request });
};

/** Tells a donor who was asked why they need not come after all. */
export const alertChangedMessage = ({ code }: Request, moved: boolean): Message => ({
  key: 'alertChanged',
  params: { code, moved },
});
