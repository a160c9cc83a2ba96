import type { Correction } from '../people/drafts.ts';
import type { AlertId, RequestCode } from '../terms/ids.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { RefusalReason } from './commands.ts';
import type { AskedCounts } from './lifecycle/sent-home.ts';
import type { closedReasons, Pledge } from './request.ts';

type PledgedDonor = NonNullable<Pledge['donor']>;

export type VerificationEvent =
  | {
      type: 'volunteers-asked';
      round: 1 | 2 | 3;
      phones: PhoneNumber[];
      nextRoundAt: EpochMs;
      callAt?: EpochMs;
      /** How often the coordinators have been asked again without an answer. */
      repeats?: number;
      /** Open requests that may be about the same patient. */
      alike?: readonly RequestCode[];
    }
  /** `callAgainAt`: when the same volunteer is asked to call again. */
  | { type: 'family-not-reached'; by: PhoneNumber; nextRoundAt: EpochMs; callAgainAt?: EpochMs }
  | { type: 'asked-to-call-again'; phones: PhoneNumber[] }
  | { type: 'verified'; by: PhoneNumber; name: string }
  | {
      type: 'refused';
      by: PhoneNumber;
      name: string;
      reason?: string | undefined;
      why?: RefusalReason | undefined;
      aloud?: true;
    };

export type SearchEvent =
  | { type: 'stage-started'; asked: number; reach: number; nextStageAt: EpochMs; callAt?: EpochMs }
  | { type: 'refusals-replaced'; asked: number; reach: number }
  | { type: 'stage-postponed'; nextStageAt: EpochMs }
  | { type: 'unanswered-called'; called: number }
  | { type: 'search-widened'; reach: number }
  | {
      type: 'everyone-asked';
      nextStageAt: EpochMs;
      soFar: AskedCounts & { unlikely: number };
      coordinators: PhoneNumber[];
    }
  | { type: 'alert-refused'; alertId: AlertId }
  | { type: 'alert-undelivered'; alertId: AlertId; isFree?: boolean }
  | { type: 'covered' }
  | { type: 'search-resumed' }
  /** `more`: other alerts are still open; the next run closes them. */
  | { type: 'alerts-closed'; notified: number; more: boolean };

/** The search turns to another day of a request that is needed over several days. */
export type DayEvent = { type: 'day-turned'; neededBy: EpochMs; urgency: Urgency };

export type PledgeEvent =
  | {
      type: 'donor-confirmed' | 'standby-promoted';
      alertId: AlertId;
      donor: PledgedDonor;
      arriveBy: EpochMs;
      reminded: boolean;
      /** The donor has named this time. */
      ownTime?: boolean;
    }
  | { type: 'donor-on-standby'; alertId: AlertId; donor: PledgedDonor }
  | { type: 'donor-dropped'; alertId: AlertId }
  | { type: 'standby-dropped'; alertId: AlertId }
  | { type: 'donated'; alertId: AlertId; reportedBy: 'donor' | 'requester'; notifyFamily: boolean }
  /** The family confirms what the donor had reported. */
  | { type: 'donation-confirmed'; alertId: AlertId }
  | { type: 'donation-denied'; alertId: AlertId };

export type VisitEvent =
  | { type: 'donor-reminded'; alertId: AlertId }
  | { type: 'donor-on-the-way'; alertId: AlertId; arriveBy: EpochMs }
  | { type: 'visit-moved'; alertId: AlertId; arriveBy: EpochMs; reminded: boolean }
  | { type: 'arrival-asked'; alertId: AlertId }
  | { type: 'donor-arrived'; alertId: AlertId }
  | { type: 'donor-did-not-come'; alertId: AlertId }
  | { type: 'donor-turned-away'; alertId: AlertId; until: EpochMs }
  | { type: 'donation-asked'; alertId: AlertId };

export type EndingEvent =
  | { type: 'fulfilled' }
  | { type: 'still-needed-asked' }
  /** The family's word, days after the end. */
  | { type: 'blood-reached' | 'blood-not-reached' }
  | { type: 'extended'; neededBy: EpochMs }
  | { type: 'units-added'; units: number }
  | { type: 'closed'; reason: (typeof closedReasons)[number] };

export type CorrectionEvent =
  | {
      type: 'corrected';
      changes: Correction;
      /** The same fields as they were. */
      before: Correction;
      /** For confirmed donors whose way has changed. */
      appointment: { arriveBy: EpochMs; reminded: boolean };
    }
  | { type: 'donor-released'; alertId: AlertId; fewer: boolean }
  | { type: 'alerts-withdrawn'; notified: number; more: boolean };

/** What happened to a request, in the past tense. `evolve` applies events; the timeline shows them. */
export type RequestEvent =
  | VerificationEvent
  | SearchEvent
  | PledgeEvent
  | VisitEvent
  | CorrectionEvent
  | DayEvent
  | EndingEvent;
