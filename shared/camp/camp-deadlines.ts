import type { Policy } from '../terms/policy.ts';
import { quietUntil } from '../terms/quiet-hours.ts';
import { after, days, type EpochMs, epochMs, hours, startOfDay } from '../terms/time.ts';
import type { Camp } from './camp.ts';
import type { Seat } from './seat.ts';

type Rules = Pick<Policy, 'camps' | 'retention'>;

/** That hour of the day so many days before the camp. */
const before = ({ day }: Pick<Camp, 'day'>, daysBefore: number, hour: number): EpochMs =>
  epochMs(startOfDay(day) - days(daysBefore) + hours(hour));

/** The evenings on which a camp invites, in order. */
export const invitingEvenings = (camp: Pick<Camp, 'day'>, { camps }: Rules): EpochMs[] => {
  const { firstDaysBefore, lastDaysBefore, eveningHour } = camps;
  const count = Math.max(0, firstDaysBefore - lastDaysBefore + 1);
  return Array.from({ length: count }, (_, i) => before(camp, firstDaysBefore - i, eveningHour));
};

/** When invitations may leave: now, or when their hours begin (docs/facts.md#india: promotional messages). */
export const invitationsFrom = (now: EpochMs, { camps }: Pick<Policy, 'camps'>): EpochMs => {
  const { from, to } = camps.invitations;
  return quietUntil(now, { from: to, to: from }) ?? now;
};

/** The first stage of a camp opened now: the next evening, or at once when all evenings are over. */
export const firstStageAt = (camp: Pick<Camp, 'day' | 'from'>, now: EpochMs, rules: Rules) => {
  const evening = invitingEvenings(camp, rules).find((at) => at >= now);
  const soonest = invitationsFrom(now, rules);
  return evening ?? (soonest < camp.from ? soonest : undefined);
};

/** The next evening of invitations after this moment. */
export const nextEvening = (camp: Camp, now: EpochMs, rules: Rules): EpochMs | undefined =>
  invitingEvenings(camp, rules).find((at) => at > now);

const thanksHour = 19;

/** The evening on which a camp is closed and everyone is thanked (docs/facts.md#return): not before an hour after its end. */
export const closesAt = ({ day, to }: Pick<Camp, 'day' | 'to'>): EpochMs =>
  epochMs(Math.max(startOfDay(day) + hours(thanksHour), after(to, hours(1))));

const forgetAt = (camp: Camp, { retention }: Rules): EpochMs =>
  after(closesAt(camp), days(retention.requestDays));

/** So long a closed camp is listed, for the line of the year. */
const listedFor = days(400);

const unlistedAt = (camp: Camp, now: EpochMs): EpochMs | undefined => {
  const at = after(closesAt(camp), listedFor);
  return at > now ? at : undefined;
};

/** When the camp must be looked at next. */
export const campDueAt = (camp: Camp, now: EpochMs, rules: Rules): EpochMs | undefined => {
  switch (camp.state) {
    case 'opened':
    case 'inviting':
      if (camp.left > 0) return now;
      return epochMs(Math.min(camp.nextStageAt ?? camp.from, camp.from));
    case 'held':
      return closesAt(camp);
    case 'off':
    case 'closed':
      if (camp.left > 0) return now;
      return camp.openedBy === undefined ? unlistedAt(camp, now) : forgetAt(camp, rules);
  }
};

export const secondReminderBefore = hours(2);

/** When the seat must be looked at next: reminders, the evening's thanks, and the end of its number. */
export const seatDueAt = (seat: Seat, camp: Camp, rules: Rules): EpochMs | undefined => {
  if (seat.phone === undefined) return undefined;
  if (seat.state === 'booked' && seat.at !== undefined && seat.reminded < 2) {
    const evening = before(camp, 1, rules.camps.eveningHour);
    return seat.reminded === 0 ? evening : epochMs(seat.at - secondReminderBefore);
  }
  return seat.thanked ? forgetAt(camp, rules) : closesAt(camp);
};
