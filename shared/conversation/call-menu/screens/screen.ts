import type { Request } from '../../../request/request.ts';
import { alertMessage, verificationMessage } from '../../../request/request-messages.ts';
import { visitQuestion } from '../../../request/visit-question.ts';
import type { RecordingId } from '../../../terms/ids.ts';
import type { Prompt } from '../../../voice/prompt-keys.ts';
import { completeDraft, summaryOf } from '../../dialogues/request-dialogue.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState, PlainState } from '../call-state.ts';
import { nextVerification, ownRequest } from '../landing-screen.ts';
import { myths } from './menu-keys.ts';
import { hospitalChoices } from './need-by-key.ts';
import { countConfirmed } from './request-keys.ts';

/** Something to be said: a prompt, or what somebody has recorded. */
export type Line = Prompt | { recording: RecordingId };

/** What the call waits for on a screen. Those that ring somebody are made by the use case, which knows who is there. */
export type Listen =
  | { type: 'keys'; most: number; words?: true }
  | { type: 'record'; what: 'name' | 'message' }
  | { type: 'hang-up' };

export type Screen = { say: Line[]; listen: Listen };

const oneKey: Listen = { type: 'keys', most: 1 };
const keys = (most: number): Listen => ({ type: 'keys', most });
const record = (what: 'name' | 'message'): Listen => ({ type: 'record', what });
const plain = (prompt: Prompt, listen: Listen = oneKey): Screen => ({ say: [prompt], listen });

/** What is said where the call is, and what it waits for. Undefined: what the state was about is no more. */
export const screen = (state: CallState, scene: CallContext): Screen | undefined =>
  'requestId' in state ? requestScreen(state, scene) : ownScreen(state, scene);

/** Screens whose words depend on nothing. */
const plainScreens = {
  language: { key: 'chooseLanguage', params: {} },
  'need-group': { key: 'needGroup', params: {} },
  'need-component': { key: 'needComponent', params: {} },
  'need-units': { key: 'needUnits', params: {} },
  'need-when': { key: 'needWhen', params: {} },
  'need-days': { key: 'needDays', params: {} },
  'need-change': { key: 'needChange', params: {} },
  'join-consent': { key: 'joinNotice', params: {} },
  'join-group': { key: 'joinGroup', params: {} },
  'join-sex': { key: 'joinSex', params: {} },
  'join-last': { key: 'joinLast', params: {} },
  pause: { key: 'pauseKeys', params: {} },
  'gave-when': { key: 'gaveWhen', params: {} },
  forget: { key: 'forgetCheck', params: {} },
  myths: { key: 'mythList', params: {} },
} as const satisfies Partial<Record<PlainState, Prompt>>;

type OwnState = Exclude<CallState, { requestId: unknown }>;

const ownScreen = (state: OwnState, scene: CallContext): Screen | undefined => {
  const { caller, gazetteer } = scene;
  switch (state.at) {
    case 'need-pin':
      return plain({ key: 'needPin', params: {} }, keys(6));
    case 'join-pin':
      return plain({ key: 'joinPin', params: {} }, keys(6));
    case 'join-born':
      return plain({ key: 'joinBorn', params: {} }, keys(4));
    case 'join-last-date':
      return plain({ key: 'joinLastDate', params: {} }, keys(4));
    case 'gave-date':
      return plain({ key: 'gaveDate', params: {} }, keys(4));
    case 'need-hospital-name':
      return plain({ key: 'needHospitalName', params: {} }, record('name'));
    case 'need-patient':
      return plain({ key: 'needPatient', params: {} }, record('name'));
    case 'need-attendant':
      return plain({ key: 'needAttendant', params: {} }, record('name'));
    case 'join-name':
      return plain({ key: 'joinName', params: {} }, record('name'));
    case 'volunteer-message':
      return plain({ key: 'nobodyFree', params: {} }, record('message'));
    case 'menu':
      return {
        say: [
          { key: 'mainMenu', params: { donor: caller.isDonor, volunteer: caller.isVolunteer } },
        ],
        listen: oneKey,
      };
    case 'settings':
      return { say: [settings(scene)], listen: oneKey };
    case 'need-rh':
    case 'join-rh':
      return { say: [{ key: 'needRh', params: { abo: state.abo } }], listen: oneKey };
    case 'need-pin-check':
    case 'join-pin-check': {
      const place = gazetteer.placeOfPin(state.pin);
      if (!place) return undefined;
      const params = { pin: state.pin, place: place.name, district: place.name };
      return { say: [{ key: 'pinCheck', params }], listen: oneKey };
    }
    case 'need-hospital': {
      const hospitals = hospitalChoices(caller.needDraft, gazetteer).map((h) => h.name);
      return {
        say: [{ key: 'needHospital', params: { hospitals } }],
        listen: { type: 'keys', most: 1, words: true },
      };
    }
    case 'need-summary': {
      const complete = completeDraft(caller.needDraft);
      return complete && { say: [summaryOf(complete)], listen: oneKey };
    }
    case 'myth': {
      const key = myths[state.number - 1];
      return (
        key && {
          say: [
            { key, params: {} },
            { key: 'mythKeys', params: {} },
          ],
          listen: oneKey,
        }
      );
    }
    case 'ended':
      return { say: [{ key: 'goodbye', params: {} }], listen: { type: 'hang-up' } };
    // Whoever is rung is found by the use case.
    case 'volunteer':
      return undefined;
    default:
      return plain(plainScreens[state.at]);
  }
};

const settings = ({ caller }: CallContext): Prompt => ({
  key: 'settings',
  params: {
    donor: caller.isDonor,
    volunteer: caller.isVolunteer,
    byCall: caller.byCall,
    hidden: caller.numberHidden,
    onDuty: caller.onDuty,
  },
});

type RequestState = Extract<CallState, { requestId: unknown }>;

const requestScreen = (state: RequestState, scene: CallContext): Screen | undefined => {
  const { request, caller } = scene;
  if (!request) return undefined;
  switch (state.at) {
    case 'alert':
      return { say: [alertMessage(request), ...hospitalSaid(request)], listen: oneKey };
    case 'visit':
      return { say: [visitQuestion(state.about, request)], listen: oneKey };
    case 'pledge':
      return pledgeScreen(scene);
    case 'request': {
      const more = ownRequest(caller, [...state.passed, request.id]) !== undefined;
      const keysSaid: Prompt = {
        key: 'requestKeys',
        params: { donors: countConfirmed(scene), more },
      };
      return { say: [...(scene.status ? [scene.status] : []), keysSaid], listen: oneKey };
    }
    case 'request-more':
      return plain({ key: 'requestMore', params: {} });
    case 'request-close':
      return plain({ key: 'requestClose', params: {} });
    case 'request-donor': {
      const donors = request.pledges
        .filter((p) => p.state === 'confirmed')
        .flatMap((p) => (p.donor ? [p.donor.name] : []));
      return { say: [{ key: 'chooseDonor', params: { donors } }], listen: oneKey };
    }
    case 'verify':
      return verifyScreen(state, scene);
    case 'verify-reason':
      return plain({ key: 'verifyReason', params: {} });
    case 'verify-reason-said':
      return plain({ key: 'verifyReasonSay', params: {} }, record('message'));
    // The talk is over: the use case looks anew.
    case 'talk':
      return undefined;
  }
};

const pledgeScreen = ({ caller, request }: CallContext): Screen | undefined => {
  const { pledge } = caller;
  if (!request || !pledge) return undefined;
  const { code, hospital, place } = request;
  const said: Prompt =
    pledge.state === 'standby'
      ? { key: 'pledgeStandby', params: { code } }
      : {
          key: 'pledgeConfirmed',
          params: { code, hospital, place: place.name, arriveBy: pledge.arriveBy },
        };
  return {
    say: [said, ...(pledge.state === 'standby' ? [] : hospitalSaid(request))],
    listen: oneKey,
  };
};

/** A hospital that nobody could write down is heard as the family said it. */
const hospitalSaid = ({ spoken }: Request): Line[] =>
  spoken?.hospital ? [{ key: 'hearHospital', params: {} }, { recording: spoken.hospital }] : [];

/** What is needed, then the names as the family said them, then the keys. */
const verifyScreen = (
  state: Extract<CallState, { at: 'verify' }>,
  { request, caller }: CallContext,
): Screen | undefined => {
  if (!request?.requester) return undefined;
  const { patient, attendant } = request.spoken ?? {};
  const names = [patient, attendant].filter((id) => id !== undefined);
  const more = nextVerification(caller, [...state.passed, request.id]) !== undefined;
  return {
    say: [
      verificationMessage(request, request.requester),
      ...hospitalSaid(request),
      ...(names.length > 0 ? [{ key: 'hearNames' as const, params: {} }] : []),
      ...names.map((recording) => ({ recording })),
      { key: 'verifyKeys', params: { more } },
    ],
    listen: oneKey,
  };
};
