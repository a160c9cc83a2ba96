import type { Params } from '../../messages/message-keys.ts';
import type { JoinDraft, RequestDraft } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Request } from '../../request/request.ts';
import type { AlertId, CampId, RequestId } from '../../terms/ids.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { Prompt } from '../../voice/prompt-keys.ts';
import type { visits } from './call-state.ts';

/** The part of a donor's pledge that a call says. */
export type PledgeSummary = {
  requestId: RequestId;
  state: 'confirmed' | 'standby';
  arriveBy: EpochMs;
  /** As soon as can be: the moment is not said. */
  asap?: boolean;
};

/** The caller, as the menu knows them. The most urgent open item comes first (landing-screen.ts). */
export type Caller = {
  language: SpokenLanguage | undefined;
  isDonor: boolean;
  isVolunteer: boolean;
  onDuty: boolean;
  /** This is the phone's owner: we called it, or the caller keyed in a code that was texted to it. */
  isProven: boolean;
  /** How many keys the volunteer's own codes have. */
  codeLength: number;
  byCall: boolean;
  numberHidden: boolean;
  alert?: { requestId: RequestId; alertId: AlertId };
  visit?: { about: (typeof visits)[number]; requestId: RequestId };
  pledge?: PledgeSummary;
  /** Requests that this volunteer can verify, oldest first; empty off duty. */
  waiting: readonly RequestId[];
  /** A camp of today at whose door this volunteer may record. */
  atDoor: boolean;
  /** A camp to which the caller is invited and has said neither yes nor no, or for which they hold a seat. */
  camp?: { at: 'camp-invite' | 'camp-seat'; campId: CampId };
  /** A family that may tell how it went, or is to hear the words that would be shown. */
  story?: 'story-ask' | 'story-show';
  /** The caller's own open requests, oldest first. */
  requests: readonly RequestId[];
  /** The draft that is not finished, begun by call or by text. */
  drafting?: 'need' | 'join';
  needDraft: RequestDraft;
  joinDraft: JoinDraft;
};

/** The caller, and the subject of the state the call is in. */
export type CallContext = {
  caller: Caller;
  /** The request the state names. */
  request?: Request;
  /** By when the donor who is asked about it is to arrive. */
  arriveBy?: EpochMs;
  /** How that request stands, as its family hears it. */
  status?: Prompt;
  /** What a volunteer hears of the waiting caller that the state names. */
  waiting?: Prompt;
  /** The caller's story as it would be shown. */
  story?: Params<'storyReadBack'>;
  /** What the caller hears of the camp that the state names. */
  camp?: Prompt;
  gazetteer: Gazetteer;
  now: EpochMs;
};
