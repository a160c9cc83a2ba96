import type { Sex } from '../people/donor.ts';
import { type BloodGroup, bloodGroups } from '../terms/blood-group.ts';
import type { BackReason, Seat } from './seat.ts';

export type TallyLine = {
  group: BloodGroup;
  came: number;
  units: number;
  back: number;
  /** Units by sex. */
  bySex: Record<Sex, number>;
};

export type CampTally = {
  yes: number;
  booked: number;
  waiting: number;
  came: number;
  walkIns: number;
  units: number;
  back: number;
  missed: number;
  reasons: Record<BackReason, number>;
  /** Groups of which someone came, in the usual order. */
  groups: TallyLine[];
};

const hasCome = ({ state }: Seat): boolean =>
  state === 'in' || state === 'gave' || state === 'back';

/** Counted from the seats, so that an entry that comes twice counts once. */
export const tallyCamp = (seats: readonly Seat[]): CampTally => {
  const count = (is: (seat: Seat) => boolean): number => seats.filter(is).length;
  const of = (state: Seat['state']) => count((seat) => seat.state === state);
  const ofReason = (reason: BackReason): number => count((seat) => seat.reason === reason);
  const reasons = {
    hb: ofReason('hb'),
    bp: ofReason('bp'),
    weight: ofReason('weight'),
    medicine: ofReason('medicine'),
    recent: ofReason('recent'),
    other: ofReason('other'),
  };
  return {
    yes: count(({ walkIn }) => !walkIn),
    booked: of('booked'),
    waiting: of('waiting'),
    came: count(hasCome),
    walkIns: count(({ walkIn }) => walkIn === true),
    units: of('gave'),
    back: of('back'),
    missed: of('missed'),
    reasons,
    groups: bloodGroups.flatMap((group) => {
      const own = seats.filter((seat) => seat.group === group && hasCome(seat));
      return own.length === 0 ? [] : [lineOf(group, own)];
    }),
  };
};

const lineOf = (group: BloodGroup, seats: readonly Seat[]): TallyLine => {
  const gifts = seats.filter(({ state }) => state === 'gave');
  const of = (sex: Sex): number => gifts.filter((seat) => seat.sex === sex).length;
  return {
    group,
    came: seats.length,
    units: gifts.length,
    back: seats.filter(({ state }) => state === 'back').length,
    bySex: { woman: of('woman'), man: of('man'), other: of('other') },
  };
};
