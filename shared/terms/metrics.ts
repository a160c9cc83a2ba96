/**
 * The metrics of the hotline, each with its unit. The dashboard and the alarms of infra/aws show these and no others.
 * Each name costs the price of one metric (docs/adr/0013), so think twice before adding one.
 */
export const metricUnits = {
  RequestsOpened: 'Count',
  RequestsVerified: 'Count',
  RequestsCovered: 'Count',
  RequestsFulfilled: 'Count',
  /** Refused, cancelled or expired. */
  RequestsClosed: 'Count',
  /** From the family's yes to the summary until enough donors were confirmed; again after a replacement. */
  MinutesToCovered: 'None',
  DonorsAsked: 'Count',
  DonorsSaidYes: 'Count',
  DonorsSaidNo: 'Count',
  /** With its reason: the carrier's code, or its meaning. */
  Undelivered: 'Count',
  /** Failures caused by the carrier or our account with it; not by a phone that is switched off. */
  CarrierErrors: 'Count',
  /** Webhooks with a wrong signature: a stranger's, or the carrier's when token or URL differ. Unsigned ones do not count. */
  WebhooksRefused: 'Count',
  /** Texts and calls answered with 5xx or 429, counted in the API's access log (infra/aws/constructs/http-api.ts). */
  WebhooksFailed: 'Count',
  /** What the examination of each hour found wrong; missing: it does not run. */
  Ill: 'Count',
  /** How long an item had been due when a sweep found it. */
  LateSeconds: 'Seconds',
  /** One value for every completed sweep: how many violations it found and repaired. */
  Mended: 'Count',
  /** Sweeps that left items to the next one: out of time, or the carrier was silent. */
  SweepsCut: 'Count',
  /** SMS segments handed to the carrier, replies included; a WhatsApp message counts as one. */
  Segments: 'Count',
  /** Started minutes of answered calls. */
  CallMinutes: 'Count',
  /** Missed calls to return and rings of volunteers that unknown phones caused, refused ones too. */
  StrangerCalls: 'Count',
} as const;

export type MetricName = keyof typeof metricUnits;

/** The metrics of one event; never a person. */
export type MetricValue = { values: Partial<Record<MetricName, number>>; reason?: string };
