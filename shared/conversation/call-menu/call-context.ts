import type { JoinDraft, RequestDraft } from '../../people/person.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Request } from '../../request/request.ts';
import type { AlertId, RequestId } from '../../terms/ids.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { Prompt } from '../../voice/prompt-keys.ts';
import type { visits } from './call-state.ts';

/** A donor's pledge, as far as a call tells of it. */
export type PledgeSummary = {
  requestId: RequestId;
  state: 'confirmed' | 'standby';
  arriveBy: EpochMs;
};

/** Who is calling, as the menu knows them. The first thing that is open is what they hear first. */
export type Caller = {
  language: SpokenLanguage | undefined;
  isDonor: boolean;
  isVolunteer: boolean;
  onDuty: boolean;
  byCall: boolean;
  numberHidden: boolean;
  alert?: { requestId: RequestId; alertId: AlertId };
  visit?: { about: (typeof visits)[number]; requestId: RequestId };
  pledge?: PledgeSummary;
  /** Requests that wait for this volunteer's word, oldest first; none off duty. */
  waiting: readonly RequestId[];
  /** Their own open requests, as the family, oldest first. */
  requests: readonly RequestId[];
  /** A request or a registration half told, by call or by text. */
  drafting?: 'need' | 'join';
  needDraft: RequestDraft;
  joinDraft: JoinDraft;
};

/** The caller and what the state they are in is about. */
export type CallContext = {
  caller: Caller;
  /** The request the state names. */
  request?: Request;
  /** How that request stands, in its family's ears. */
  status?: Prompt;
  gazetteer: Gazetteer;
  now: EpochMs;
};
