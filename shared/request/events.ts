import type { PhoneNumber } from '../terms/phone-number.ts';
import type { AlertId } from '../terms/request-code.ts';
import type { EpochMs } from '../terms/time.ts';
import type { RefusalReason } from './commands.ts';
import type { closedReasons, Pledge } from './request.ts';

/** What happened to a request, in the past tense. Evolve applies them; the timeline shows them. */
export type RequestEvent =
  | {
      type: 'volunteers-asked';
      round: 1 | 2 | 3;
      phones: PhoneNumber[];
      nextRoundAt: EpochMs;
      callAt?: EpochMs;
    }
  | { type: 'verified'; by: PhoneNumber; name: string }
  | {
      type: 'refused';
      by: PhoneNumber;
      name: string;
      reason: string;
      why?: RefusalReason;
      aloud?: true;
    }
  | { type: 'stage-started'; asked: number; reach: number; nextStageAt: EpochMs; callAt?: EpochMs }
  | { type: 'refusals-replaced'; asked: number; reach: number }
  | { type: 'stage-postponed'; nextStageAt: EpochMs }
  | { type: 'unanswered-called'; called: number }
  | { type: 'search-widened'; reach: number }
  | {
      type: 'everyone-asked';
      nextStageAt: EpochMs;
      asked: number;
      saidNo: number;
      coordinators: PhoneNumber[];
    }
  | { type: 'alert-refused'; alertId: AlertId }
  | { type: 'alert-undelivered'; alertId: AlertId }
  | {
      type: 'donor-confirmed';
      alertId: AlertId;
      donor: Donor;
      arriveBy: EpochMs;
      reminded: boolean;
    }
  | { type: 'donor-on-standby'; alertId: AlertId; donor: Donor }
  | {
      type: 'standby-promoted';
      alertId: AlertId;
      donor: Donor;
      arriveBy: EpochMs;
      reminded: boolean;
    }
  | { type: 'donor-dropped'; alertId: AlertId }
  | { type: 'standby-dropped'; alertId: AlertId }
  | { type: 'donor-did-not-come'; alertId: AlertId }
  | { type: 'donor-turned-away'; alertId: AlertId; until: EpochMs }
  | { type: 'donor-reminded'; alertId: AlertId }
  | { type: 'arrival-asked'; alertId: AlertId }
  | { type: 'donor-arrived'; alertId: AlertId }
  | { type: 'donor-on-the-way'; alertId: AlertId; arriveBy: EpochMs }
  | { type: 'donation-asked'; alertId: AlertId }
  | { type: 'donated'; alertId: AlertId; told: 'donor' | 'requester'; tellFamily: boolean }
  | { type: 'donation-denied'; alertId: AlertId }
  | { type: 'covered' }
  | { type: 'search-resumed' }
  | { type: 'fulfilled' }
  | { type: 'still-needed-asked' }
  | { type: 'extended'; neededBy: EpochMs }
  | { type: 'units-added'; units: number }
  | { type: 'closed'; reason: (typeof closedReasons)[number] }
  /** `more`: others are still open, and are closed next. */
  | { type: 'alerts-closed'; told: number; more: boolean };

type Donor = NonNullable<Pledge['donor']>;
