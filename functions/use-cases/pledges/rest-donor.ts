import { parseRestReason } from '#shared/conversation/commands/parse-rest-reason.ts';
import { withDeferral } from '#shared/people/donor-updates.ts';
import { withoutQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { after, dayOf, days, type EpochMs } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { HeldPledge } from './find-pledges.ts';

type Phone = Person['phone'];
type Reason = keyof Policy['deferralDays'];

/** Rests a donor for this reason. Returns until when; undefined for no donor, and for a reason without a rest. */
export const restDonor = async (
  work: UnitOfWork,
  from: Phone,
  reason: Reason,
): Promise<EpochMs | undefined> => {
  const person = await work.person(from);
  const { policy } = work.services.config;
  const rest = policy.deferralDays[reason];
  if (!person.donor || rest === 0) return undefined;
  const donor = withDeferral(person.donor, after(work.now, days(rest)), policy);
  work.change({ ...person, donor });
  // An earlier, longer deferral stays.
  return donor.deferredUntil;
};

/** Rests a donor who names a reason in their own words, and says until when. */
export const restForWords = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
  reason = parseRestReason(text),
): Promise<void> => {
  const until = reason && (await restDonor(work, from, reason));
  if (until !== undefined) work.reply({ key: 'dropReasonNoted', params: { until: dayOf(until) } });
};

/**
 * Ends the pledge of a donor whose words name the reason, so that it is not asked for. The family hears of the doctor where
 * the donor has arrived, else that the donor cannot come. False: the words name no reason.
 */
export const dropForWords = async (
  work: UnitOfWork,
  from: Phone,
  { request, pledge }: HeldPledge,
  text: string,
): Promise<boolean> => {
  const reason = parseRestReason(text);
  const { policy } = work.services.config;
  if (reason === undefined || policy.deferralDays[reason] === 0) return false;
  const dropped = await applyDecision(
    work,
    request,
    { type: 'drop', alertId: pledge.alertId },
    { silent: true },
  );
  if (typeof dropped === 'string') return false;
  work.change(withoutQuestion(await work.person(from)));
  await restForWords(work, from, text, reason);
  return true;
};
