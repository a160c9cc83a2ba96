import type { ResponseHistory } from './response-history.ts';

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
