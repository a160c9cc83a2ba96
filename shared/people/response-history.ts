import * as z from 'zod';

/** What this donor's answers have taught us: a handful of counts, learnt one outcome at a time. */
export const responseHistorySchema = z.object({
  /** Alerts that have had their answer or their silence, each weighed by how fair a question it was (0–1). */
  tries: z.number().nonnegative(),
  saidYes: z.number().int().nonnegative(),
  /** Came to the hospital after a yes, given or turned away. */
  came: z.number().int().nonnegative(),
  /** Said yes and did not come, or took the yes back. */
  missed: z.number().int().nonnegative(),
  /** Came, and the doctor said not today. */
  turnedAway: z.number().int().nonnegative(),
});
export type ResponseHistory = z.infer<typeof responseHistorySchema>;

export const emptyHistory: ResponseHistory = {
  tries: 0,
  saidYes: 0,
  came: 0,
  missed: 0,
  turnedAway: 0,
};

/** A yes to an alert; one that comes after its silence was counted takes that place. */
export const withYes = (record: ResponseHistory, wasOpen: boolean): ResponseHistory => ({
  ...record,
  tries: record.tries + (wasOpen || record.tries < record.saidYes + 1 ? 1 : 0),
  saidYes: record.saidYes + 1,
});

/** A no, or silence, to a question that was so fair (0–1): of a tired or sleeping donor it says less. */
export const withoutYes = (record: ResponseHistory, fair: number): ResponseHistory => ({
  ...record,
  tries: record.tries + fair,
});

/** How a promise ended, as far as it has. */
export type VisitOutcome = 'came' | 'missed' | 'turned-away' | undefined;

const visitCounts = (visit: VisitOutcome) => ({
  came: visit === 'came' || visit === 'turned-away' ? 1 : 0,
  missed: visit === 'missed' ? 1 : 0,
  turnedAway: visit === 'turned-away' ? 1 : 0,
});

/** The promise that was taken to have ended so has ended otherwise: what was counted before is taken back. */
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

/** How often they have been asked, whole: silence at a bad hour counts as part of a try. */
export const timesAsked = ({ saidYes, tries }: ResponseHistory): number =>
  Math.max(saidYes, Math.round(tries));

/** What the record says, for whoever asks why: "asked 4 times, said yes twice, came twice". */
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
