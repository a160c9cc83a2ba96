import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import type { Volunteer } from '#shared/people/volunteer.ts';
import type { Refusal, RequestCommand } from '#shared/request/commands.ts';
import { mayStopVerified } from '#shared/request/lifecycle/verification.ts';
import type { Request } from '#shared/request/request.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import { applyDecision } from '../apply-decision.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { assignNext } from './assign-verifications.ts';

type Verdict = Extract<TextCommand, { type: 'ok' | 'no' }>;

/**
 * OK 4821 and NO 4821 reason, from a volunteer on duty. From anyone else, and from a volunteer who was asked as a
 * donor while nothing waits to be checked, the words are plain yes and no to what they were asked (`otherwise`).
 * The first answer wins; NO with the code, from who gave it or from a coordinator, still stops what turns out untrue.
 */
export const verifyRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  verdict: Verdict,
  otherwise: () => Promise<void>,
): Promise<void> => {
  const person = await work.person(from);
  const { volunteer } = person;
  const askedFor = person.alerts.some((a) => a.code === verdict.code);
  if (!volunteer || askedFor) return otherwise();
  const isAsked = verdict.code === undefined && openAlert(person, work.now) !== undefined;
  if (isAsked && (!volunteer.onDuty || (await waitingFor(work, from)).length === 0))
    return otherwise();
  if (!volunteer.onDuty) return work.reply({ key: 'verifyOffDuty', params: {} });
  const waiting = await requestMeant(work, from, verdict.code);
  if ('key' in waiting) return work.reply(waiting);
  if (!mayVerify(volunteer, from, waiting)) {
    return work.reply({ key: 'verifyUnknown', params: { code: waiting.code } });
  }
  // Refused by a slip of the thumb, a patient goes without: a no names what was checked, and why.
  if (verdict.type === 'no' && verdict.code === undefined) return work.reply(howToVerify(waiting));
  const open =
    waiting.phase.type === 'verifying' ||
    mayStopVerified(waiting, { by: from, ...rankOf(volunteer) });
  if (verdict.type === 'no' && verdict.notReached && open)
    return work.reply({ key: 'verifyNotReached', params: { code: waiting.code } });
  await settle(work, from, waiting, verdict);
};

/**
 * A bare digit, yes or no from a volunteer on duty who was asked last to check a request: it settles nothing, and both
 * answers are said with the code. False: something else was asked last, or nothing waits.
 */
export const replyHowToVerify = async (
  work: UnitOfWork,
  from: Person['phone'],
): Promise<boolean> => {
  const person = await work.person(from);
  const { volunteer, question } = person;
  const isOver = question?.about === 'alert' && !openAlert(person, work.now);
  if (!volunteer?.onDuty || openAlert(person, work.now) || (question && !isOver)) return false;
  // A late answer to an alert that is over is true as well, unless a request has come since.
  const waiting = (await waitingFor(work, from)).filter((r) => r.createdAt > (question?.at ?? 0));
  const [only] = waiting;
  if (!only) return false;
  work.reply(
    waiting.length === 1
      ? howToVerify(only)
      : { key: 'verifyWhich', params: { codes: waiting.map((r) => r.code) } },
  );
  return true;
};

const howToVerify = ({ code }: Request): Message => ({ key: 'verifyHow', params: { code } });

/** May this person settle it now? Looked at in the moment of the verdict: a call may outlast a duty. */
export const maySettleVerification = ({ volunteer, phone }: Person, request: Request): boolean =>
  volunteer?.onDuty === true && mayVerify(volunteer, phone, request);

/** Who was asked, the volunteers of its zone, and any coordinator: a mistyped code must not verify a stranger's request. */
const mayVerify = (
  volunteer: Volunteer,
  from: Person['phone'],
  { phase, place }: Request,
): boolean =>
  phase.type !== 'verifying' ||
  phase.asked.includes(from) ||
  volunteer.zone === place.zone ||
  volunteer.role === 'coordinator';

const settle = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  verdict: Verdict,
): Promise<void> => {
  const person = await work.person(from);
  // In a call, too: no word of a volunteer who is forgotten in this very moment.
  work.change(person);
  const result = await applyDecision(work, request, commandOf(person, request, verdict));
  if (typeof result === 'string') return work.reply(whyNot(result, request));
  if (person.volunteer) await assignNext(work, { from, zone: person.volunteer.zone });
};

const rankOf = (volunteer: Volunteer | undefined) => ({
  isCoordinator: volunteer?.role === 'coordinator',
});

/** Without its code a no means what waits, so whatever has been checked is stopped by its code only. */
const commandOf = (
  { phone: by, name = '', volunteer }: Person,
  { phase }: Request,
  verdict: Verdict,
): RequestCommand => {
  if (verdict.type === 'ok') return { type: 'verify', by, name };
  const { reason = '' } = verdict;
  return phase.type === 'verifying'
    ? { type: 'refuse', by, name, reason }
    : { type: 'stop', by, name, reason, ...rankOf(volunteer) };
};

const whyNot = (refusal: Refusal, { code }: Request): Message =>
  refusal === 'own-request'
    ? { key: 'verifyOwn', params: { code } }
    : { key: 'verifyAlready', params: { code } };

const requestMeant = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<Request | Message> => {
  if (code !== undefined)
    return (await byCode(work, code)) ?? { key: 'verifyUnknown', params: { code } };
  const waiting = await waitingFor(work, from);
  const [only] = waiting;
  if (!only) return { key: 'verifyUnknown', params: {} };
  return waiting.length === 1
    ? only
    : { key: 'verifyWhich', params: { codes: waiting.map((r) => r.code) } };
};

const byCode = async (work: UnitOfWork, code: string): Promise<Request | undefined> => {
  const { store } = work.services;
  const parsed = requestCodeSchema.safeParse(code);
  const pointer = parsed.success ? await store.code(parsed.data) : undefined;
  return pointer && store.request(pointer.requestId);
};

/** Requests waiting for a word from this volunteer. */
const waitingFor = async (work: UnitOfWork, from: Person['phone']): Promise<Request[]> => {
  const open = await listOpenRequests(work);
  return open.filter((r) => r.phase.type === 'verifying' && r.phase.asked.includes(from));
};

/** What a volunteer on duty may settle in a call: what they were asked, and whatever waits in their zone; who asked first is first. */
export const waitingRequests = async (
  work: UnitOfWork,
  { phone, volunteer }: Person,
): Promise<Request[]> => {
  if (!volunteer?.onDuty) return [];
  const open = (await listOpenRequests(work)).map((r) => work.pending(r));
  return open
    .filter(({ phase, requester }) => phase.type === 'verifying' && requester !== phone)
    .filter(
      ({ phase, place }) =>
        (phase.type === 'verifying' && phase.asked.includes(phone)) ||
        place.zone === volunteer.zone,
    )
    .sort((a, b) => a.createdAt - b.createdAt);
};
