import * as z from 'zod';
import { epochMsSchema } from '../terms/time.ts';

/** How likely the donor was active (0–1), at that moment. */
const beliefSchema = z.object({ active: z.number().min(0).max(1), at: epochMsSchema });

/** Counts of a donor's past responses, updated with each outcome. */
export const responseHistorySchema = z.object({
  /** Alerts with an answer or without one in time, each with its weight (0–1). */
  tries: z.number().nonnegative(),
  saidYes: z.number().int().nonnegative(),
  /** Came to the hospital after a yes, and gave or was turned away. */
  came: z.number().int().nonnegative(),
  /** Said yes and did not come, or took the yes back. */
  missed: z.number().int().nonnegative(),
  /** Came, and the doctor said not today. */
  turnedAway: z.number().int().nonnegative(),
  /** Kept where `asking.forgetDays` is set. */
  belief: beliefSchema.optional(),
});
export type ResponseHistory = z.infer<typeof responseHistorySchema>;

export const emptyHistory: ResponseHistory = {
  tries: 0,
  saidYes: 0,
  came: 0,
  missed: 0,
  turnedAway: 0,
};

/** Counts a yes to an alert. A late yes replaces the silence that was counted for it. */
export const withYes = (record: ResponseHistory, wasOpen: boolean): ResponseHistory => ({
  ...record,
  tries: record.tries + (wasOpen || record.tries < record.saidYes + 1 ? 1 : 0),
  saidYes: record.saidYes + 1,
});

/** Counts a no, or silence, with that weight (0–1): from a tired or sleeping donor it means less. */
export const withoutYes = (record: ResponseHistory, weight: number): ResponseHistory => ({
  ...record,
  tries: record.tries + weight,
});

/** How a pledge ended; undefined while it runs. */
export type VisitOutcome = 'came' | 'missed' | 'turned-away' | undefined;

const visitCounts = (visit: VisitOutcome) => ({
  came: visit === 'came' || visit === 'turned-away' ? 1 : 0,
  missed: visit === 'missed' ? 1 : 0,
  turnedAway: visit === 'turned-away' ? 1 : 0,
});

/** Corrects the outcome of a pledge: the earlier outcome is no longer counted. */
export const withVisit = (
  record: ResponseHistory,
  before: VisitOutcome,
  now: VisitOutcome,
): ResponseHistory => {
  const [old, next] = [visitCounts(before), visitCounts(now)];
  const moved = (name: keyof typeof next): number =>
    Math.max(0, record[name] - old[name]) + next[name];
  return {
    ...record,
    came: moved('came'),
    missed: moved('missed'),
    turnedAway: moved('turnedAway'),
  };
};

const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;

/** How often the donor was asked, as a whole number: silence at a bad hour counts as part of a try. */
export const timesAsked = ({ saidYes, tries }: ResponseHistory): number =>
  Math.max(saidYes, Math.round(tries));

/** The response history in English, for `why`: "asked 4 times, said yes twice, came twice". */
export const renderHistory = (record: ResponseHistory): string => {
  const { saidYes, came, missed, turnedAway } = record;
  const asked = timesAsked(record);
  if (asked === 0) return 'nothing known yet';
  const parts = [
    `asked ${times(asked)}`,
    saidYes === 0 ? 'never said yes' : `said yes ${times(saidYes)}`,
  ];
  if (came > 0) parts.push(`came ${times(came)}`);
  if (missed > 0) parts.push(`did not come ${times(missed)}`);
  if (turnedAway > 0) parts.push(`was sent home ${times(turnedAway)}`);
  return parts.join(', ');
};
