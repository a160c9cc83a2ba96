/**
 * What the hotline counts of itself, with the unit. The dashboard and the alarms of infra/aws show these and no others;
 * each name is one metric to pay for (docs/adr/0013), so think twice before another.
 */
export const metricUnits = {
  RequestsOpened: 'Count',
  RequestsVerified: 'Count',
  RequestsCovered: 'Count',
  RequestsFulfilled: 'Count',
  /** Refused, cancelled or expired. */
  RequestsClosed: 'Count',
  /** From the family's yes to the summary until enough donors were confirmed; again when one had to be replaced. */
  MinutesToCovered: 'None',
  DonorsAsked: 'Count',
  DonorsSaidYes: 'Count',
  DonorsSaidNo: 'Count',
  /** With its reason: the carrier's code or what it means. */
  Undelivered: 'Count',
  /** What the carrier, or our account with it, is at fault for; not a phone that is switched off. */
  CarrierErrors: 'Count',
  /** How long something had been due when a sweep found it. */
  LateSeconds: 'Seconds',
  /** A number for every sweep that came to its end: how much it found that should not exist, and mended. */
  Mended: 'Count',
  /** SMS segments handed to the carrier, replies included; a WhatsApp message counts as one. */
  Segments: 'Count',
  /** Minutes begun of calls that were picked up. */
  CallMinutes: 'Count',
} as const;

export type MetricName = keyof typeof metricUnits;

/** Numbers of one thing that happened; never who it happened to. */
export type MetricValue = { values: Partial<Record<MetricName, number>>; reason?: string };
