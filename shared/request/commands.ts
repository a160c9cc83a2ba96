import type { refusalReasons } from '../messages/message-keys.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { AlertId } from '../terms/request-code.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Pledge } from './request.ts';

export type RefusalReason = (typeof refusalReasons)[number];

/** What can be asked of a request, in the imperative. */
export type RequestCommand =
  | { type: 'verify'; by: PhoneNumber; name: string }
  /** `why`: as a key says it. `aloud`: the reason was recorded, the family hears it when it calls. */
  | {
      type: 'refuse';
      by: PhoneNumber;
      name: string;
      reason: string;
      why?: RefusalReason;
      aloud?: true;
    }
  /** Found untrue after its check: by who verified it, or by a coordinator. */
  | { type: 'stop'; by: PhoneNumber; name: string; reason: string; isCoordinator: boolean }
  /** The next round of volunteers; an empty list when that round has nobody. */
  | { type: 'ask-volunteers'; round: 1 | 2 | 3; phones: PhoneNumber[] }
  /** Donors chosen for a stage or in place of refusals; none at the end of the world means everyone was asked. */
  | {
      type: 'ask-donors';
      asked: number;
      reach: number;
      /** When to look again, should these stay silent. */
      nextLookAt: EpochMs;
      alertsSoFar: number;
      saidNo: number;
      coordinators: PhoneNumber[];
    }
  | { type: 'postpone-stage'; until: EpochMs }
  /** Half-way through a stage or a round: those who have not answered are called. */
  | { type: 'call-unanswered'; called: number }
  | { type: 'say-yes'; alertId: AlertId; donor: NonNullable<Pledge['donor']> }
  | { type: 'say-no'; alertId: AlertId }
  | { type: 'miss-donor'; alertId: AlertId }
  | { type: 'drop'; alertId: AlertId }
  | { type: 'turn-away'; alertId: AlertId; until: EpochMs }
  | { type: 'arrive'; alertId: AlertId }
  | { type: 'be-on-the-way'; alertId: AlertId }
  | { type: 'give'; alertId: AlertId }
  /** The family says that the blood was given, by everyone who is confirmed. */
  | { type: 'all-given' }
  | { type: 'close' }
  | { type: 'add-units'; units: number }
  | { type: 'extend' }
  | { type: 'close-alerts'; told: number; more: boolean }
  /** Time has passed. */
  | { type: 'tick' };

/** Why nothing was changed; the conversation finds the true sentence for it. */
export type Refusal =
  | 'not-waiting' // already verified, refused or over
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
