import type { Message, refusalReasons } from '../messages/message-keys.ts';
import type { Correction } from '../people/drafts.ts';
import type { Question } from '../people/person.ts';
import type { AlertId, RequestCode } from '../terms/ids.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { EpochMs } from '../terms/time.ts';
import type { AskedCounts } from './lifecycle/sent-home.ts';
import type { Pledge } from './request.ts';

export type RefusalReason = (typeof refusalReasons)[number];

export type VerificationCommand =
  | { type: 'verify'; by: PhoneNumber; name: string }
  /** `reason`: as the volunteer wrote it. `why`: a reason that was chosen. `aloud`: the reason was recorded; the family hears it when it calls. */
  | {
      type: 'refuse';
      by: PhoneNumber;
      name: string;
      reason?: string | undefined;
      why?: RefusalReason | undefined;
      aloud?: true;
    }
  /** A verified request turns out to be untrue: its verifier or a coordinator says so. */
  | {
      type: 'stop';
      by: PhoneNumber;
      name: string;
      reason?: string | undefined;
      why?: RefusalReason | undefined;
      isCoordinator: boolean;
    }
  /** A volunteer called the family and could not reach it. */
  | { type: 'miss-family'; by: PhoneNumber }
  /** Volunteers who could not reach the family are asked to call again. */
  | { type: 'ask-to-call-again'; phones: PhoneNumber[] }
  /** The next round of volunteers. The list is empty when the round has no volunteers. */
  /** `alike`: the codes of open requests that may be about the same patient. */
  | {
      type: 'ask-volunteers';
      round: 1 | 2 | 3;
      phones: PhoneNumber[];
      alike?: readonly RequestCode[];
    };

export type SearchCommand =
  /** Donors chosen for a stage, or in place of refusals. `asked` is 0 when everyone was asked. */
  | {
      type: 'ask-donors';
      asked: number;
      reach: number;
      /** When to look for donors again if these stay silent. */
      nextLookAt: EpochMs;
      /** The donors asked before this stage; `unlikely`: donors left who could hardly come in time. */
      soFar: AskedCounts & { unlikely: number };
      coordinators: PhoneNumber[];
    }
  | { type: 'postpone-stage'; until: EpochMs }
  /** Half-way through a stage or a round: people who have not answered are called. */
  | { type: 'call-unanswered'; called: number }
  | { type: 'say-no'; alertId: AlertId }
  /** `isFree`: known late that the alert never left; its donor may be asked after all. */
  | { type: 'miss-donor'; alertId: AlertId; isFree?: boolean }
  | { type: 'close-alerts'; notified: number; more: boolean };

export type PledgeCommand =
  /** `offered`: the time that the alert named; `arriveBy`: the donor's own time. */
  | {
      type: 'say-yes';
      alertId: AlertId;
      donor: NonNullable<Pledge['donor']>;
      offered?: EpochMs;
      arriveBy?: EpochMs;
    }
  | { type: 'drop'; alertId: AlertId }
  | { type: 'give'; alertId: AlertId }
  /** The family says that every confirmed donor has given. */
  | { type: 'all-given' };

export type VisitCommand =
  | { type: 'turn-away'; alertId: AlertId; until: EpochMs }
  | { type: 'arrive'; alertId: AlertId }
  | { type: 'be-on-the-way'; alertId: AlertId }
  /** A confirmed donor names their own time. */
  | { type: 'come-at'; alertId: AlertId; arriveBy: EpochMs };

export type EndingCommand =
  | { type: 'close' }
  | { type: 'add-units'; units: number }
  | { type: 'extend' }
  /** The family says whether the blood reached the patient. */
  | { type: 'tell-reached'; reached: boolean }
  /** Time has passed. */
  | { type: 'tick' };

export type CorrectionCommand =
  /** The family corrects its request. `unfit`: pledges whose donors may not give what is needed now. */
  | { type: 'correct'; changes: Correction; unfit: AlertId[] }
  /** Open alerts that no longer fit the corrected request were withdrawn. */
  | { type: 'withdraw-alerts'; notified: number; more: boolean }
  /** The family sees no donor: the donors who are coming are asked now. */
  | { type: 'ask-coming' }
  /** The family has received some units: the confirmed donors are asked who gave. */
  | { type: 'ask-gave' };

/** What a use case asks of a request, in the imperative. */
export type RequestCommand =
  | VerificationCommand
  | SearchCommand
  | PledgeCommand
  | VisitCommand
  | CorrectionCommand
  | EndingCommand;

/** Why a command changed nothing. The conversation finds the true sentence for it. */
export type Refusal =
  | 'not-waiting' // already verified, refused or over
  | 'unplaced' // the family has not said where yet
  | 'own-request' // a volunteer cannot verify their own
  | 'enough' // covered, standby included
  | 'over' // closed or fulfilled
  | 'already-confirmed'
  | 'already-standby'
  | 'already-given'
  | 'no-pledge'
  | 'nobody-confirmed'
  | 'too-many-units'
  | 'nothing-due';

/** What a decision causes outside the request. The use case carries it out in the same transaction. */
export type Effect =
  /** Send this message to that phone. Its question becomes the last question asked there. */
  | { type: 'notify'; to: PhoneNumber; message: Message; question?: Question }
  /** This donor has given today: the next date is set, thanks are due. */
  | { type: 'record-donation'; phone: PhoneNumber }
  /** The family has confirmed what this donor gave. */
  | { type: 'verify-gift'; phone: PhoneNumber; alertId: AlertId }
  /** The recorded donation did not happen. */
  | { type: 'undo-donation'; phone: PhoneNumber };
