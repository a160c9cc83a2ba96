import { type Call, isProvenCall } from '#shared/conversation/call-menu/call.ts';
import type { CallContext, Caller } from '#shared/conversation/call-menu/call-context.ts';
import { type CallState, visits } from '#shared/conversation/call-menu/call-state.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import { numberSharing } from '#shared/people/number-sharing.ts';
import { dialogueOf, withoutStaleDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import { isClosed, isReachedAsked } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { agreedTime } from '#shared/request/request-messages.ts';
import { spokenLanguageOf } from '#shared/terms/language.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import { isSpoken, type Prompt } from '#shared/voice/prompt-keys.ts';
import { findArrivalTime } from '../alerts/find-arrival-time.ts';
import { campPrompt, campsOfCaller } from '../camps/by-key/camp-of-call.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import { findOwnRequests, statusMessage } from '../requests/family-commands.ts';
import { storyOfCaller, storyToHear } from '../stories/spoken-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findWaitingRequests } from '../volunteers/find-meant-request.ts';
import { waitingPrompt } from './rings/waiting-caller.ts';

type CallFacts = Pick<Call, 'alert' | 'direction' | 'language' | 'proven' | 'opening' | 'connects'>;

/** What the menu needs to know: the caller with this unit's changes, and the subject of the state. */
export const loadCallContext = async (
  work: UnitOfWork,
  call: CallFacts,
  person: Person,
  state: CallState,
): Promise<CallContext> => {
  const request = 'requestId' in state ? await work.request(state.requestId) : undefined;
  const status = request && state.at === 'request' ? await statusPrompt(work, request) : undefined;
  const waiting = state.at === 'caller-waits' ? await waitingPrompt(work, state.callId) : undefined;
  const story = state.at === 'story-show' ? await storyToHear(work, person) : undefined;
  const camp = await campPrompt(work, person, state);
  const arriveBy =
    request && state.at === 'alert'
      ? await findArrivalTime(work, person, request, call.alert?.alertId)
      : undefined;
  return {
    caller: await loadCaller(work, call, person),
    ...(request && { request }),
    ...(arriveBy && { arriveBy }),
    ...(status && { status }),
    ...(waiting && { waiting }),
    ...(story && { story }),
    ...(camp && { camp }),
    gazetteer: work.services.gazetteer,
    now: work.now,
  };
};

export const loadCaller = async (
  work: UnitOfWork,
  call: CallFacts,
  stored: Person,
): Promise<Caller> => {
  const { policy } = work.services.config;
  const person = withoutStaleDialogue(stored, work.now, policy);
  const alert = await alertToAnswer(work, call, person);
  const visit = await visitToAnswer(work, person);
  const pledge = await pledgeHeld(work, person);
  const drafting = dialogueOf(person)?.about;
  return {
    language: call.language ?? (person.language && spokenLanguageOf(person.language)),
    isDonor: person.donor !== undefined,
    isVolunteer: person.volunteer !== undefined,
    onDuty: person.volunteer?.onDuty ?? false,
    isProven: isProvenCall(call),
    codeLength: Math.max(4, ...(person.ownCodes ?? []).map(({ code }) => code.length)),
    byCall: person.prefersCalls ?? false,
    numberHidden: numberSharing(person, policy) === 'bridge',
    ...(alert && { alert }),
    ...(visit && { visit }),
    ...(pledge && { pledge }),
    waiting: (await findWaitingRequests(work, person)).map((r) => r.id),
    requests: (await findOwnRequests(work, person.phone)).map((r) => r.id),
    ...(await storyOfCaller(work, person)),
    ...(await campsOfCaller(work, call, person)),
    ...(drafting && { drafting: drafting === 'join' ? 'join' : 'need' }),
    needDraft: person.requestDraft ?? {},
    joinDraft: person.joinDraft ?? {},
  };
};

const statusPrompt = async (work: UnitOfWork, request: Request): Promise<Prompt | undefined> => {
  const status = await statusMessage(work, request);
  return isSpoken(status) ? status : undefined;
};

/** An alert that reached this phone by text or by this call, while its request still searches. */
const alertToAnswer = async (
  work: UnitOfWork,
  call: Pick<Call, 'alert'>,
  person: Person,
): Promise<Caller['alert']> => {
  const ref = openAlert(person, work.now) ?? missedAlert(person, work.now);
  if (!ref) return undefined;
  const { requestId, alertId } = ref;
  const alert = await work.alert(requestId, alertId);
  const request = await work.request(requestId);
  const hasReached = alert?.state === 'sent' || call.alert?.alertId === alertId;
  const mayAnswer = alert && ((isOpen(alert) && hasReached) || comesBack.has(alert.state));
  return mayAnswer && request?.phase.type === 'searching' ? { requestId, alertId } : undefined;
};

/** No text arrived, or the request was covered for a while: a donor who calls is asked again. */
const comesBack: ReadonlySet<Alert['state']> = new Set(['undelivered', 'withdrawn']);

/** A donor who saw our missed call calls back: the alert can still be answered. */
const missedAlert = ({ alerts }: Person, now: EpochMs) =>
  alerts.findLast((a) => a.state === 'ended' && now < a.openUntil);

const visitToAnswer = async (work: UnitOfWork, { question }: Person): Promise<Caller['visit']> => {
  if (!question || !('requestId' in question)) return undefined;
  const about = visits.find((visit) => visit === question.about);
  const request = await work.request(question.requestId);
  const isOpen = request && (about === 'reached' ? isReachedAsked(request) : !isClosed(request));
  return about && isOpen ? { about, requestId: question.requestId } : undefined;
};

const pledgeHeld = async (work: UnitOfWork, person: Person): Promise<Caller['pledge']> => {
  for (const { request: stored } of await findPledges(work, person)) {
    const request = work.pending(stored);
    const pledge = request.pledges.find((p) => p.donor?.phone === person.phone);
    const state = pledge?.state;
    if (isClosed(request) || (state !== 'confirmed' && state !== 'standby')) continue;
    return {
      requestId: request.id,
      state,
      ...agreedTime(request, pledge ?? {}),
    };
  }
  return undefined;
};
