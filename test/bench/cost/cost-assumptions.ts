/**
 * Values that cannot be measured here: the behaviour of people, and what Lambda adds to this machine's milliseconds.
 * Everything else in the cost table is counted in the run.
 */
export const assumptions = {
  /** Fictional donors around the hospital, as in `npm run bench -- stage`: a dense city. */
  donors: 3200,
  verifiers: 6,
  coordinators: 2,
  /** The tenths of the families that call instead of texting. */
  byPhone: 0.2,
  /** The units of the requests in turn: two on average. */
  units: [1, 2, 3, 2],
  /** The urgencies of the requests in turn: needed at once, today or tomorrow. */
  urgencies: ['critical', 'urgent', 'critical', 'planned'],
  /** The languages of the people of each request in turn: half Hindi, whose letters need the longer encoding. */
  languages: ['hi', 'hi-Latn', 'hi', 'en'],
  /** The shares of alerted donors who say yes (docs/facts.md#group: 10% are active) and who say no. */
  saysYes: 0.1,
  saysNo: 0.1,
  /** Minutes until a donor answers: the median and the σ of the logarithm (docs/facts.md#answers, assumed there). */
  answersAfter: { medianMinutes: 9, sigma: 0.75 },
  /** Of the donors who get a call at half of a critical stage and would not have said yes. */
  picksUp: 0.3,
  /** Of the donors who said yes: who comes (docs/facts.md#answers: about 80%), and who can give there (5-22% cannot). */
  comes: 0.8,
  canGive: 0.9,
  /** Of the women who come, whose number is hidden: who talks to the family through the hotline, and how long. */
  talks: 0.5,
  talkMinutes: 2,
  /** The time until the first verifier answers. */
  verifiesAfterMinutes: 2,

  /** One vCPU for each 1,769 MB (AWS Lambda developer guide): a function with 512 MB has 0.29. */
  megabytesPerCpu: 1769,
  /** A DynamoDB call takes longer on AWS than locally: "single-digit milliseconds", counted as 10, without overlap. */
  databaseMs: 10,
  /** A call of the carrier's REST API from Mumbai to the USA: an upper bound, to be replaced by the value in the log. */
  carrierMs: 500,
  /** A cold start, billed since August 2025: an upper bound, to be replaced by the Init Duration of the REPORT lines. */
  coldStartMs: 2000,
  /** A function that is idle for this long starts cold. AWS does not document the time; this value is short. */
  coldAfterMinutes: 5,
  /** The examination of each hour waits for the stream and for the minute (functions/doctor/check-steps.ts). */
  examinationSeconds: 120,
  /** START, END and REPORT of one invocation: an upper bound. */
  platformLogBytes: 500,
  /** One line of the HTTP API's access log (infra/aws/constructs/http-api.ts): an upper bound. */
  accessLogBytes: 400,
  /** Lambda polls each shard of the stream this often a second (Lambda developer guide); a small table has one shard. */
  streamReadsPerSecond: 4,
  /** How long requests, alerts and timelines are kept at the time of the bill; logs for a year (infra/aws/retention.ts). */
  monthsKept: 12,
  /** Headers and TLS of one request or response: an upper bound. */
  headerBytes: 1000,
  daysPerMonth: 30,
} as const;
