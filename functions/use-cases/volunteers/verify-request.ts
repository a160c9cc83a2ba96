import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import type { Volunteer } from '#shared/people/volunteer.ts';
import type { Refusal, RefusalReason, RequestCommand } from '#shared/request/commands.ts';
import { mayStopVerified } from '#shared/request/lifecycle/verification.ts';
import type { Request } from '#shared/request/request.ts';
import { applyDecision } from '../apply-decision.ts';
import { keepSameNeed } from '../intake/find-lookalikes.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { assignNext } from './assign-verifications.ts';
import { findAssigned, findMeantRequest } from './find-meant-request.ts';
import { arePaused, findOwnCode, hearWrongCode, howToVerify } from './tell-own-code.ts';

/** `why`: a reason that was chosen. */
type Verdict = TextCommandOf['ok'] | (TextCommandOf['no'] & { why?: RefusalReason | undefined });

/**
 * Runs OK 7315 and NO 7315 reason from a volunteer on duty. The code is the volunteer's own: without it nothing is
 * decided, and the reply tells it to that phone. The first answer wins. NO, from the volunteer who verified it or from
 * a coordinator, still stops a request that turns out untrue. From other people, and from a volunteer who was asked as
 * a donor while no request waits, the words answer yes or no (`otherwise`).
 */
export const verifyRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  verdict: Verdict,
  otherwise: () => Promise<void>,
): Promise<void> => {
  const person = await work.person(from);
  const { volunteer } = person;
  const own = findOwnCode(person, verdict.code);
  const askedFor = !own && person.alerts.some((a) => a.code === verdict.code);
  if (!volunteer || askedFor) return otherwise();
  const isAsked = verdict.code === undefined && openAlert(person, work.now) !== undefined;
  if (isAsked && (!volunteer.onDuty || (await findAssigned(work, from)).length === 0))
    return otherwise();
  if (!volunteer.onDuty) return work.reply({ key: 'verifyOffDuty', params: {} });
  if (arePaused(person, work)) return work.reply({ key: 'ownCodesPaused', params: {} });
  const waiting = own
    ? await work.request(own.requestId)
    : await findMeantRequest(work, from, verdict.code);
  if (waiting === undefined || 'key' in waiting)
    return replyNoneMeant(work, from, verdict.code, waiting);
  if (!mayVerify(volunteer, from, waiting)) {
    return work.reply({ key: 'verifyUnknown', params: { code: verdict.code } });
  }
  const open =
    waiting.phase.type === 'verifying' ||
    mayStopVerified(waiting, { by: from, ...rankOf(volunteer) });
  if (verdict.type === 'no' && verdict.notReached && open)
    return recordMissed(work, from, waiting, verdict);
  if (own) return recordVerdict(work, from, waiting, verdict);
  const isOwnRequest = waiting.requester === from;
  if (open && !isOwnRequest) return work.reply(await howToVerify(work, from, waiting));
  work.reply(refusalMessage(isOwnRequest && open ? 'own-request' : 'not-waiting', waiting));
};

/** No request has this code, or none waits. A code that no request has is counted as a try to guess one. */
const replyNoneMeant = async (
  work: UnitOfWork,
  from: Person['phone'],
  code: string | undefined,
  message: Message = { key: 'verifyUnknown', params: { code } },
): Promise<void> => {
  const isGuess = code !== undefined && message.key === 'verifyUnknown';
  const isPaused = isGuess && (await hearWrongCode(work, from));
  work.reply(isPaused ? { key: 'ownCodesPaused', params: {} } : message);
};

/**
 * A verdict of a volunteer whose phone is proven: by the keys of a call that we made, by an own code that was keyed in,
 * or by a login.
 */
export const verifyByProof = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  verdict: Verdict = { type: 'ok' },
): Promise<void> => {
  const person = await work.person(from);
  if (mayVerifyNow(person, request))
    return verdict.type === 'no' && verdict.notReached
      ? recordMissed(work, from, request, verdict)
      : recordVerdict(work, from, request, verdict);
  if (person.volunteer) work.reply({ key: 'verifyOffDuty', params: {} });
};

/**
 * Handles a bare digit, yes or no from a volunteer on duty whose last question was to verify a request: nothing is
 * decided, and the reply gives both answers with the code. Returns false when the last question was another, or no
 * request waits.
 */
export const replyHowToVerify = async (
  work: UnitOfWork,
  from: Person['phone'],
): Promise<boolean> => {
  const person = await work.person(from);
  const { volunteer, question } = person;
  const isOver = question?.about === 'alert' && !openAlert(person, work.now);
  if (!volunteer?.onDuty || openAlert(person, work.now) || (question && !isOver)) return false;
  // A late answer to an alert that is over also counts, unless a request came after that alert.
  const waiting = (await findAssigned(work, from)).filter((r) => r.createdAt > (question?.at ?? 0));
  const [only] = waiting;
  if (!only) return false;
  work.reply(
    waiting.length === 1
      ? await howToVerify(work, from, only)
      : { key: 'verifyWhich', params: { codes: waiting.map((r) => r.code) } },
  );
  return true;
};

/** True when this person may verify the request now. Checked at the answer, because a call may last past the duty. */
export const mayVerifyNow = ({ volunteer, phone }: Person, request: Request): boolean =>
  volunteer?.onDuty === true && mayVerify(volunteer, phone, request);

/** The volunteers who were asked, those of the request's zone, and any coordinator: a mistyped code must not verify another family's request. */
const mayVerify = (
  volunteer: Volunteer,
  from: Person['phone'],
  { phase, place, unplaced }: Request,
): boolean =>
  unplaced ||
  phase.type !== 'verifying' ||
  phase.asked.includes(from) ||
  volunteer.zone === place.zone ||
  volunteer.role === 'coordinator';

const recordVerdict = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  verdict: Verdict,
): Promise<void> => {
  const person = await work.person(from);
  // Saves the volunteer too, so that a concurrent erasure makes this conflict.
  work.change(person);
  const command = toCommand(person, request, verdict);
  const isSame = 'why' in command && command.why === 'same';
  if (isSame && !(await keepSameNeed(work, request, command.reason)))
    return work.reply({
      key: 'verifySameOver',
      params: (await howToVerify(work, from, request)).params,
    });
  const result = await applyDecision(work, request, command);
  if (typeof result === 'string') return work.reply(refusalMessage(result, request));
  if (person.volunteer) await assignNext(work, { from, zone: person.volunteer.zone });
};

/** The family could not be reached. A reason that says more, or a verified request, changes nothing. */
const recordMissed = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  { missed }: TextCommandOf['no'],
): Promise<void> => {
  work.change(await work.person(from));
  const result = missed && (await applyDecision(work, request, { type: 'miss-family', by: from }));
  if (result === 'own-request') return work.reply(refusalMessage(result, request));
  if (result === undefined || typeof result === 'string')
    work.reply({
      key: 'verifyNotReached',
      params: (await howToVerify(work, from, request)).params,
    });
};

const rankOf = (volunteer: Volunteer | undefined) => ({
  isCoordinator: volunteer?.role === 'coordinator',
});

/** NO without a code means the waiting request. A verified request is stopped only by its code. */
const toCommand = (
  { phone: by, name = '', volunteer }: Person,
  { phase }: Request,
  verdict: Verdict,
): RequestCommand => {
  if (verdict.type === 'ok') return { type: 'verify', by, name };
  const { reason, why = verdict.isSame ? 'same' : undefined } = verdict;
  return phase.type === 'verifying'
    ? { type: 'refuse', by, name, reason, why }
    : { type: 'stop', by, name, reason, why, ...rankOf(volunteer) };
};

const refusalMessage = (refusal: Refusal, { code }: Request): Message => {
  if (refusal === 'unplaced') return { key: 'verifyUnplaced', params: { code } };
  return { key: refusal === 'own-request' ? 'verifyOwn' : 'verifyAlready', params: { code } };
};
