import { type Call, toEndedCall } from '#shared/conversation/call-menu/call.ts';
import { type RequestDraft, withNoticeIn } from '#shared/people/drafts.ts';
import { dialogueOf, withoutDialogue } from '#shared/people/pending-question.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { RecordCallStatus } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import { fillRequest } from '../intake/fill-request.ts';
import { questionLeft } from '../intake/question-left.ts';
import { languageOf } from '../message-context.ts';
import { recordCallDelivery } from '../outbox/record-delivery.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { callNextVolunteer, keepWaiting } from './rings/waiting-caller.ts';

/** Records a call's status, and the delivery of its message. An ended call with an open dialogue is followed by a text. */
export const recordCallStatus: RecordCallStatus = async (services, status) => {
  const recorded =
    status.direction === 'out' ? await recordCallDelivery(services, status) : undefined;
  if (status.state === 'ended' || status.state === 'unanswered')
    await endCall(services, status.callId);
  return recorded;
};

/** Ends a call that has been idle for too long: its end was never reported. One that ended may still wait for a volunteer. */
export const endIdleCall = async (services: Services, id: CallId): Promise<void> => {
  const call = await services.store.call(id);
  const now = services.clock.now();
  if (call?.waiting) await callNextVolunteer(services, id);
  else if (call?.dueAt === undefined || call.dueAt > now) return;
  else if (call.idleFrom !== undefined && call.idleFrom > now) await lookLater(services, call);
  else await endCall(services, id);
};

/** Something was heard of it since. A conflict means that more was: the next sweep looks again. */
const lookLater = async ({ store }: Services, { idleFrom, ...call }: Call): Promise<void> => {
  await store.save([{ put: { ...call, dueAt: idleFrom } }]);
};

/** Ends a call once: number, reply and phones that rang are deleted (docs/facts.md#law: only the data needed). */
const endCall = (services: Services, id: CallId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const call = await services.store.call(id);
    if (!call || call.endedAt !== undefined) return 'done';
    // As if the caller had written: what is noted needs no text.
    const work = new UnitOfWork(services, services.clock.now(), call.phone);
    await askWhatIsLeft(work, call);
    const ended = { ...call, endedAt: work.now };
    work.put((await keepWaiting(work, ended)) ?? toEndedCall(ended));
    return work.save('done');
  });

const hasContent = (draft: RequestDraft | undefined): boolean =>
  Object.keys(draft ?? {}).length > 0;

/**
 * A caller who hung up in the middle gets one text that asks what is missing. Answering it, or calling again,
 * continues there.
 */
const askWhatIsLeft = async (
  work: UnitOfWork,
  { phone, startedAt, heardKey }: Call,
): Promise<void> => {
  if (!phone || !heardKey) return;
  await fillRequest(work, phone, { silent: true });
  const person = await work.person(phone);
  const dialogue = dialogueOf(person);
  const wasOfThisCall = dialogue !== undefined && dialogue.at >= startedAt;
  if (!wasOfThisCall || person.unreachable || person.optedOut) return;
  // A donor who pressed 1 out of habit, as for an alert, has not asked for blood.
  const isByHabit =
    person.donor && dialogue.about === 'request' && !hasContent(person.requestDraft);
  if (isByHabit) return work.change(withoutDialogue(person));
  // The text carries the consent notice in writing.
  if (dialogue.about === 'join' && person.joinDraft) {
    const language = languageOf(work.services, person.language);
    work.change({ ...person, joinDraft: withNoticeIn(person.joinDraft, language) });
  }
  work.queueText(phone, { key: 'callCut', params: questionLeft(person) });
};
