import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { unnamedHospital } from '#shared/conversation/call-menu/intake-draft.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { RecordState } from '#shared/conversation/call-menu/screens/define-screen.ts';
import type { RequestDraft, SpokenNames } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import { type RecordingId, recordingIdSchema } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { saveJoinDraft } from '../donors/register-donor.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { hearSpokenStory } from '../stories/spoken-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { mayVerifyNow } from '../volunteers/verify-request.ts';
import { coordinatorsNear } from './rings/bridge-call.ts';

type AddRecording = (about: Recording['about']) => RecordingId | undefined;
type Spoken = { state: CallState; seconds: number };
type Saver = (
  work: UnitOfWork,
  person: Person,
  add: AddRecording,
  spoken: Spoken,
) => Promise<unknown>;

/** One saver per state that records: a state without a saver does not compile. */
const savers: Record<RecordState, Saver> = {
  'need-hospital-name': (work, person, add) =>
    saveDraft(work, person.phone, withHospital(draftOf(person), add('hospital'))),
  'need-patient': (work, person, add) =>
    saveDraft(work, person.phone, withName(draftOf(person), 'patient', add('patient'))),
  'need-attendant': (work, person, add) =>
    saveDraft(work, person.phone, withName(draftOf(person), 'attendant', add('attendant'))),
  'join-name': (work, person, add) => {
    const nameSpoken = add('name');
    const joinDraft = { ...person.joinDraft, name: '', ...(nameSpoken && { nameSpoken }) };
    return saveJoinDraft(work, person.phone, joinDraft, 'call');
  },
  'verify-reason-said': (work, person, add, { state }) =>
    refuseBySpeech(work, person, state, () => add('reason')),
  'volunteer-message': (work, person, add, { seconds }) =>
    notifyCoordinators(work, person, add('message'), seconds),
  'story-tell': (work, person, add, { seconds }) =>
    hearSpokenStory(work, person.phone, add('story'), seconds),
};

const draftOf = ({ requestDraft = {} }: Person): RequestDraft => requestDraft;

const isRecordingState = (at: CallState['at']): at is RecordState => at in savers;

/** Saves what was said after the tone in its place. Without a recording the call goes on with nothing said. */
export const saveRecording = async (
  work: UnitOfWork,
  person: Person,
  state: CallState,
  input: CallInput,
): Promise<void> => {
  if (!isRecordingState(state.at)) return;
  // A volunteer has completed the request meanwhile.
  if (state.at.startsWith('need-') && !person.requestDraft) return;
  const recording = input.type === 'recorded' ? input.recording : null;
  const add: AddRecording = (about) =>
    recording ? addRecording(work, person, { ...recording, about, state }) : undefined;
  await savers[state.at](work, person, add, { state, seconds: recording?.seconds ?? 0 });
};

type NewRecording = {
  carrierId: string;
  seconds: number;
  about: Recording['about'];
  state: CallState;
};

const addRecording = (
  work: UnitOfWork,
  person: Person,
  { state, ...recording }: NewRecording,
): RecordingId => {
  const id = recordingIdSchema.parse(work.services.ids.next());
  work.put({
    kind: 'recording',
    id,
    version: 0,
    ...recording,
    by: person.phone,
    ...('requestId' in state && { requestId: state.requestId }),
    at: work.now,
    dueAt: after(work.now, days(work.services.config.policy.calls.recordingDays)),
  });
  return id;
};

const withSpoken = (draft: RequestDraft, spoken: SpokenNames): RequestDraft => ({
  ...draft,
  spoken: { ...draft.spoken, ...spoken },
});

const withHospital = (draft: RequestDraft, hospital: RecordingId | undefined): RequestDraft => {
  const named = draft.place ? { ...draft, hospital: unnamedHospital(draft.place) } : draft;
  return hospital ? withSpoken(named, { hospital }) : named;
};

const withName = (
  draft: RequestDraft,
  who: 'patient' | 'attendant',
  recording: RecordingId | undefined,
): RequestDraft => {
  const named = { ...draft, [who]: '' };
  return recording ? withSpoken(named, { [who]: recording }) : named;
};

/** Refuses a request with a spoken reason. The family hears the recording when it calls. */
const refuseBySpeech = async (
  work: UnitOfWork,
  by: Person,
  state: CallState,
  add: () => RecordingId | undefined,
): Promise<void> => {
  const request = 'requestId' in state && (await work.request(state.requestId));
  if (!request) return;
  if (!mayVerifyNow(by, request)) {
    if (by.volunteer) work.reply({ key: 'verifyOffDuty', params: {} });
    return;
  }
  work.change(by);
  const recording = add();
  const command = { type: 'refuse', by: by.phone, name: by.name ?? '' } as const;
  const refused = await applyDecision(work, request, {
    ...command,
    ...(recording && { aloud: true }),
  });
  if (typeof refused === 'string' || !recording || !request.requester) return;
  const family = await work.otherPerson(request.requester);
  if (family) work.change({ ...family, toHear: { recording, code: request.code } });
};

/** No volunteer was free: the zone's coordinators, or all coordinators, get a link to the message. */
const notifyCoordinators = async (
  work: UnitOfWork,
  person: Person,
  recording: RecordingId | undefined,
  seconds: number,
): Promise<void> => {
  if (!recording) return;
  const link = `${work.services.publicUrl}/recordings/${recording}`;
  for (const { phone } of await coordinatorsNear(work, person))
    work.queueText(phone, { key: 'messageLeft', params: { seconds, link } });
};
