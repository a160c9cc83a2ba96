import { type Call, toEndedCall } from '#shared/conversation/call-menu/call.ts';
import { withNoticeIn } from '#shared/people/consent.ts';
import { dialogueOf, withoutDialogue } from '#shared/people/pending-question.ts';
import type { RequestDraft } from '#shared/people/person.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { RecordCallStatus } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import { languageOf } from '../message-context.ts';
import { recordCalledRow } from '../outbox/record-delivery.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { questionLeft } from './question-left.ts';

/** What became of a call: for one that we made, of its message too. When it has ended, what was half told is asked by text. */
export const recordCallStatus: RecordCallStatus = async (services, status) => {
  const settled = status.direction === 'out' ? await recordCalledRow(services, status) : undefined;
  if (status.state === 'ended' || status.state === 'unanswered')
    await endCall(services, status.callId);
  return settled;
};

/** A call nobody has spoken in for long: its end was never told. */
export const endIdleCall = async (services: Services, id: CallId): Promise<void> => {
  const call = await services.store.call(id);
  if (call?.dueAt !== undefined && call.dueAt <= services.clock.now()) await endCall(services, id);
};

/** Once: number, reply and phones that rang are dropped (FACTS §4: only the data needed). */
const endCall = (services: Services, id: CallId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const call = await services.store.call(id);
    if (!call || call.endedAt !== undefined) return 'done';
    const work = new UnitOfWork(services, services.clock.now());
    await askWhatIsLeft(work, call);
    work.put(toEndedCall({ ...call, endedAt: work.now }));
    return work.save('done');
  });

const hasTold = (draft: RequestDraft | undefined): boolean => Object.keys(draft ?? {}).length > 0;

/** A caller who hung up half-way gets one text with what is missing; answering it, or calling again, goes on there. */
const askWhatIsLeft = async (
  work: UnitOfWork,
  { phone, startedAt, heardKey }: Call,
): Promise<void> => {
  if (!phone || !heardKey) return;
  const person = await work.person(phone);
  const dialogue = dialogueOf(person);
  const wasOfThisCall = dialogue !== undefined && dialogue.at >= startedAt;
  if (!wasOfThisCall || person.unreachable || person.optedOut) return;
  // A donor who pressed 1 out of habit, as for an alert, has told of no need.
  const isByHabit = person.donor && dialogue.about === 'request' && !hasTold(person.requestDraft);
  if (isByHabit) return work.change(withoutDialogue(person));
  // The notice comes with it, in writing.
  if (dialogue.about === 'join' && person.joinDraft) {
    const language = languageOf(work.services, person.language);
    work.change({ ...person, joinDraft: withNoticeIn(person.joinDraft, language) });
  }
  work.queueText(phone, { key: 'callCut', params: questionLeft(person) });
};
