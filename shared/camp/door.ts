import type { Policy } from '../terms/policy.ts';
import type { BackReason, Seat } from './seat.ts';

/** What a volunteer records at the door. */
export type DoorEntry = { what: 'in' } | { what: 'gave' } | { what: 'back'; reason: BackReason };

/**
 * The seat after the entry; the same seat when it says nothing new. The last word of the volunteer holds: BACK after
 * GAVE corrects it. IN never takes back how a visit ended.
 */
export const recordAtDoor = (seat: Seat, entry: DoorEntry): Seat => {
  const { reason: _, ...rest } = seat;
  switch (entry.what) {
    case 'in':
      return seat.state === 'in' || seat.state === 'gave' || seat.state === 'back'
        ? seat
        : { ...rest, state: 'in' };
    case 'gave':
      return seat.state === 'gave' ? seat : { ...rest, state: 'gave' };
    case 'back':
      return seat.state === 'back' && seat.reason === entry.reason
        ? seat
        : { ...rest, state: 'back', reason: entry.reason };
  }
};

/** The rest after each reason, by the policy's `deferralDays`; the blood centre's doctor decides. */
export const restForReason: Record<BackReason, keyof Policy['deferralDays']> = {
  hb: 'haemoglobin',
  bp: 'weight-or-pressure',
  weight: 'weight-or-pressure',
  medicine: 'antibiotics',
  recent: 'other',
  other: 'other',
};

/** How the visit ended for the donor's response history. */
export const campVisit = ({
  state,
}: Pick<Seat, 'state'>): 'came' | 'missed' | 'turned-away' | undefined => {
  switch (state) {
    case 'in':
    case 'gave':
      return 'came';
    case 'back':
      return 'turned-away';
    case 'missed':
      return 'missed';
    default:
      return undefined;
  }
};
