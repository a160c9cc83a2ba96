import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import { unnamedHospital } from '#shared/conversation/call-menu/screens/need-by-key.ts';
import type { Person, RequestDraft, SpokenNames } from '#shared/people/person.ts';
import { type RecordingId, recordingIdSchema } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import { saveJoinDraft } from '../donors/register-donor.ts';
import { saveDraft } from '../requests/request-intake.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { maySettleVerification } from '../volunteers/verify-request.ts';
import { coordinatorsNear } from './bridge-call.ts';

/** What was said after the tone takes its place; nothing said is nothing told, and the call goes on. */
export const saveRecording = async (
  turn: UnitOfWork,
  person: Person,
  state: CallState,
  input: CallInput,
): Promise<void> => {
  const heard = input.type === 'recorded' ? input.recording : null;
  const keep = (about: Recording['about']): RecordingId | undefined =>
    heard ? store(turn, person, { ...heard, about, state }) : undefined;
  const draft = person.requestDraft ?? {};
  switch (state.at) {
    case 'need-hospital-name':
      return saveDraft(turn, person.phone, withHospital(draft, keep('hospital')));
    case 'need-patient':
      return saveDraft(turn, person.phone, withName(draft, 'patient', keep('patient')));
    case 'need-attendant':
      return saveDraft(turn, person.phone, withName(draft, 'attendant', keep('attendant')));
    case 'join-name': {
      const nameSpoken = keep('name');
      const joinDraft = { ...person.joinDraft, name: '', ...(nameSpoken && { nameSpoken }) };
      await saveJoinDraft(turn, person.phone, joinDraft, 'call');
      return;
    }
    case 'verify-reason-said':
      return refuseAloud(turn, person, state.requestId, () => keep('reason'));
    case 'volunteer-message':
      return tellCoordinators(turn, person, keep('message'), heard?.seconds ?? 0);
    default:
      return;
  }
};

type Heard = { carrierId: string; seconds: number; about: Recording['about']; state: CallState };

const store = (turn: UnitOfWork, person: Person, { state, ...heard }: Heard): RecordingId => {
  const id = recordingIdSchema.parse(turn.services.ids.next());
  turn.put({
    kind: 'recording',
    id,
    version: 0,
    ...heard,
    by: person.phone,
    ...('requestId' in state && { requestId: state.requestId }),
    at: turn.now,
    dueAt: after(turn.now, days(turn.services.config.policy.calls.recordingDays)),
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
  const told = { ...draft, [who]: '' };
  return recording ? withSpoken(told, { [who]: recording }) : told;
};

/** The family hears the reason in the volunteer's own voice when it calls. */
const refuseAloud = async (
  turn: UnitOfWork,
  by: Person,
  requestId: Extract<CallState, { at: 'verify-reason-said' }>['requestId'],
  keep: () => RecordingId | undefined,
): Promise<void> => {
  const request = await turn.services.store.request(requestId);
  if (!request) return;
  if (!maySettleVerification(by, request)) {
    if (by.volunteer) turn.reply({ key: 'verifyOffDuty', params: {} });
    return;
  }
  turn.change(by);
  const recording = keep();
  const command = { type: 'refuse', by: by.phone, name: by.name ?? '', reason: '' } as const;
  const refused = await turn.decide(request, { ...command, ...(recording && { aloud: true }) });
  if (typeof refused === 'string' || !recording || !request.requester) return;
  const family = await turn.otherPerson(request.requester);
  if (family) turn.change({ ...family, toHear: { recording, code: request.code } });
};

/** Nobody was free: the zone's coordinators, or all, get the link to what was said. */
const tellCoordinators = async (
  turn: UnitOfWork,
  person: Person,
  recording: RecordingId | undefined,
  seconds: number,
): Promise<void> => {
  if (!recording) return;
  const link = `${turn.services.publicUrl}/recordings/${recording}`;
  for (const { phone } of await coordinatorsNear(turn, person))
    turn.queueText(phone, { key: 'messageLeft', params: { seconds, link } });
};
