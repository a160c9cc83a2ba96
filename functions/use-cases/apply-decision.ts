import { withoutGift, withVerifiedGift } from '#shared/people/after-gift/verified-gift.ts';
import type { Donor } from '#shared/people/donor.ts';
import {
  withDonation,
  withEndedAlert,
  withHistory,
  withoutLastDonation,
  withPledge,
  withSparedAlert,
} from '#shared/people/donor-updates.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import { withLost, withoutServed, withServed } from '#shared/people/proof/family-record.ts';
import { withVisit } from '#shared/people/response-history.ts';
import { withChecked } from '#shared/people/volunteer.ts';
import type { Effect, Refusal, RequestCommand } from '#shared/request/commands.ts';
import { decide } from '#shared/request/decide.ts';
import { visitOutcome } from '#shared/request/lifecycle/visits.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { toTimelineEntry } from '#shared/request/timeline.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, dayOf, days } from '#shared/terms/time.ts';
import { auditEvery } from '../ports/store.ts';
import { withReachedAsk } from './after-gift/ask-reached.ts';
import { freeSeatOf } from './camps/take-half-hour.ts';
import { hasLeftVerification, withoutFilling } from './intake/fill-state.ts';
import { tellContact } from './pledges/tell-contact.ts';
import { countRefusal } from './requests/refused-range.ts';
import { withStoryAsk } from './stories/ask-for-story.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { withOwnCodeIn } from './volunteers/tell-own-code.ts';

/** `silent`: the sender gets no reply about this decision. */
type Options = { silent?: boolean };

/**
 * Decides a command on a request and applies what follows: timeline, messages, donors, the code of an ended request.
 * Returns the changed request, or the refusal.
 */
export const applyDecision = async (
  work: UnitOfWork,
  request: Request,
  command: RequestCommand,
  { silent = false }: Options = {},
): Promise<Request | Refusal> => {
  const decision = decide(request, command, work.now, work.services.config.policy);
  if ('refused' in decision) return decision.refused;
  const { request: changed, events, effects } = decision;
  work.put(changed);
  for (const event of events)
    work.timeline(toTimelineEntry(event, changed, work.now, work.nextEntryId(request)));
  for (const effect of effects) await applyEffect(work, effect, { request: changed, silent });
  await countCheck(work, command);
  await updateDonors(work, request, changed);
  if (hasLeftVerification(request, changed)) await endFilling(work, changed);
  if (isClosed(changed) && !isClosed(request)) {
    const isWrong = events.some((event) => event.type === 'refused' && event.why !== 'same');
    await releaseCode(work, changed, isWrong);
    if (isWrong && changed.requester) await countRefusal(work, changed.requester);
  } else if (isClosed(changed) && hasGift(changed) !== hasGift(request))
    await correctFamilyRecord(work, changed);
  return changed;
};

/** The volunteer's verdict counts among what they have done. */
const countCheck = async (work: UnitOfWork, command: RequestCommand): Promise<void> => {
  if (command.type !== 'verify' && command.type !== 'refuse') return;
  const person = await work.otherPerson(command.by);
  if (person?.volunteer) work.change({ ...person, volunteer: withChecked(person.volunteer) });
};

/** A family that was still telling us the rest of its request is asked nothing more. */
const endFilling = async (work: UnitOfWork, { id, requester }: Request): Promise<void> => {
  const family = requester && (await work.otherPerson(requester));
  if (family && family.version > 0) {
    const rest = withoutFilling(family, id);
    if (rest !== family) work.change(rest);
  }
};

/** How the request ended, for the family's next one. To tell the same need twice is no fault of a family. */
const familyRecordAfter = (
  { familyRecord }: Person,
  { phase, pledges }: Request,
  isWrong: boolean,
) => {
  if (hasGift({ pledges })) return { familyRecord: withServed(familyRecord) };
  const isLost =
    isWrong || (phase.type === 'closed' && phase.reason === 'expired' && pledges.length > 0);
  return isLost ? { familyRecord: withLost(familyRecord) } : {};
};

const hasGift = ({ pledges }: Pick<Request, 'pledges'>): boolean =>
  pledges.some(({ state }) => state === 'donated');

/** After the end a donor reports the donation, or denies what the family had reported. */
const correctFamilyRecord = async (work: UnitOfWork, request: Request): Promise<void> => {
  const family = request.requester && (await work.otherPerson(request.requester));
  if (!family || family.version === 0) return;
  const withChange = hasGift(request) ? withServed : withoutServed;
  work.change({ ...family, familyRecord: withChange(family.familyRecord) });
};

type EffectOf = { [E in Effect as E['type']]: E };
type Context = { request: Request; silent: boolean };
type Handler<E> = (work: UnitOfWork, effect: E, context: Context) => Promise<void>;

/** One handler per effect: an effect without a handler does not compile. */
const handlers: { [T in keyof EffectOf]: Handler<EffectOf[T]> } = {
  notify: async (work, { to, message, question }, about) => {
    const { request } = about;
    await work.notify(to, await withOwnCodeIn(work, to, message, request), { question, ...about });
    await tellContact(work, to, message, request);
  },
  'record-donation': async (work, { phone }, { request }) => {
    await changeDonor(work, phone, (donor) =>
      withDonation(donor, dayOf(work.now), request.component, work.services.config.policy),
    );
    await freeSeatOf(work, phone);
  },
  'verify-gift': async (work, { phone, alertId }, { request }) => {
    const person = await work.otherPerson(phone);
    if (!person || !isDonor(person)) return;
    const at = request.pledges.find((p) => p.alertId === alertId)?.donatedAt ?? work.now;
    const gift = { requestId: request.id, alertId, day: dayOf(at) };
    work.change(withVerifiedGift(person, gift, work.now, work.services.config.policy.afterGift));
  },
  'undo-donation': (work, { phone }, { request }) =>
    changeDonor(work, phone, (donor) =>
      withoutGift(withoutLastDonation(donor, work.services.config.policy), request.id),
    ),
};

const applyEffect = <T extends keyof EffectOf>(
  work: UnitOfWork,
  effect: EffectOf[T] & { type: T },
  context: Context,
): Promise<void> => handlers[effect.type](work, effect, context);

const changeDonor = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  change: (donor: Donor) => Donor,
): Promise<void> => {
  const person = await work.otherPerson(phone);
  if (person?.donor) work.change({ ...person, donor: change(person.donor) });
};

/** Updates each donor whose pledge changed: the response history, and the alert. A pledged donor gets no other alert. */
const updateDonors = async (work: UnitOfWork, before: Request, changed: Request): Promise<void> => {
  for (const pledge of changed.pledges) {
    const { alertId, donor, state } = pledge;
    const old = before.pledges.find((p) => p.alertId === alertId);
    if (!donor || old?.state === state) continue;
    const person = await work.otherPerson(donor.phone);
    if (!person || person.version === 0) continue;
    const learnt = withHistory(person, (r) =>
      withVisit(r, old && visitOutcome(old), visitOutcome(pledge)),
    );
    const held = old !== undefined && holdsPlace(old.state);
    const left =
      state === 'released' ? withSparedAlert(learnt, alertId) : withEndedAlert(learnt, alertId);
    work.change(holdsPlace(state) ? (held ? learnt : withPledge(learnt, alertId)) : left);
  }
};

/** The request is over: its code rests before reuse, and the family's reference to it is no longer open. */
const releaseCode = async (work: UnitOfWork, request: Request, isWrong: boolean): Promise<void> => {
  const { code, id: requestId, requester } = request;
  const lookAt = after(work.now, auditEvery);
  const freeFrom = after(work.now, days(work.services.config.policy.codeRestDays));
  work.write({ keep: { kind: 'code', code, requestId, freeFrom, lookAt } });
  const person = requester && (await work.otherPerson(requester));
  if (!person) return;
  const requests = person.requests.map((r) =>
    r.requestId === requestId ? { ...r, open: false } : r,
  );
  const closed = { ...person, requests, ...familyRecordAfter(person, request, isWrong) };
  const asked = withReachedAsk(work, withStoryAsk(work, closed, request), request);
  work.change(person.version > 0 ? asked : closed);
};
