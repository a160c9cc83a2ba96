import { repliedShare } from '#shared/matching/response-time.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { withEndedAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { withoutYes } from '#shared/people/response-history.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import { alertMessage } from '#shared/request/request-messages.ts';
import { type EpochMs, minutes } from '#shared/terms/time.ts';
import type { AlertedRequest, Freshness } from '../../ports/store.ts';
import { learnFrom } from '../alerts/learn-from.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Alerts closed in one transaction: alert, person and message each, under the limit of 100 writes. */
const closedAtOnce = 30;

/**
 * Closes the open alerts of a covered or ended request. Donors whose alert was sent get a message, once. Each donor is
 * saved, so that the read of one may lag.
 */
export const closeAlerts = async (
  work: UnitOfWork,
  { request, alerts }: AlertedRequest,
  freshness: Freshness | undefined,
): Promise<void> => {
  const open = alerts.filter(isOpen);
  const now = open.slice(0, closedAtOnce);
  for (const alert of now) await closeAlert(work, request, alert, freshness);
  await applyDecision(work, request, {
    type: 'close-alerts',
    notified: now.filter((a) => a.state === 'sent').length,
    more: open.length > now.length,
  });
};

const closeAlert = async (
  work: UnitOfWork,
  request: Request,
  alert: Alert,
  freshness: Freshness | undefined,
): Promise<void> => {
  work.put({ ...alert, state: 'withdrawn', ...(alert.state === 'sent' && { told: true }) });
  if (!alert.phone) return;
  const person = await work.otherPerson(alert.phone, freshness);
  if (!person || person.version === 0) return;
  const ended = withEndedAlert(person, alert.id);
  work.change(alert.state === 'sent' ? withPartialNonResponse(work, ended, alert) : ended);
  if (alert.state === 'sent')
    await work.notify(alert.phone, alertEndedMessage(request), { request });
};

/** A withdrawn alert is a partial non-response: the share of replies expected by now. */
const withPartialNonResponse = (
  work: UnitOfWork,
  person: Person,
  { at, fair, night }: Alert,
): Person => {
  const { asking } = work.services.config.policy;
  const share = repliedShare((work.now - at) / minutes(1), night, asking);
  const weight = fair * share;
  return learnFrom(work, person, { isYes: false, weight }, (r) => withoutYes(r, weight));
};

/** Tells a donor with an alert why no answer is needed any more. */
export const alertEndedMessage = ({ phase, code }: Request): Message => ({
  key: phase.type === 'closed' ? 'alertNoLongerNeeded' : 'alertCovered',
  params: { code },
});

/** The alert again, or why no answer is needed any more. `arriveBy`: of this donor. */
export const repeatedAlert = (request: Request, arriveBy: EpochMs): Message =>
  request.phase.type === 'searching' ? alertMessage(request, arriveBy) : alertEndedMessage(request);
