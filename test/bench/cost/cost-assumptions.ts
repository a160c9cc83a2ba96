/**
 * What nobody can measure here: how people behave, and what Lambda adds to this machine's milliseconds. Everything else
 * in the cost table is counted in the run itself.
 */
export const assumptions = {
  /** Fictional donors around the hospital, as in `npm run bench -- stage`: a dense city. */
  donors: 3200,
  verifiers: 6,
  coordinators: 2,
  /** Of the families, in tenths: who calls instead of texting. */
  byPhone: 0.2,
  /** Units of each request, in turn: two on average. */
  units: [1, 2, 3, 2],
  /** Of each request, in turn: needed at once, today or tomorrow. */
  urgencies: ['critical', 'urgent', 'critical', 'planned'],
  /** What everybody in a request's town reads, in turn: half Hindi, whose letters need the longer encoding. */
  languages: ['hi', 'hi-Latn', 'hi', 'en'],
  /** Of the donors alerted: who says yes (docs/facts.md#group: 10% are active), and who says no. */
  saysYes: 0.1,
  saysNo: 0.1,
  /** Minutes until a donor answers: median and the σ of its logarithm (docs/facts.md#answers, assumed there). */
  answersAfter: { medianMinutes: 9, sigma: 0.75 },
  /** Of the donors whose phone rings at half of a critical stage and who had not meant to say yes. */
  picksUp: 0.3,
  /** Of those who said yes: who comes (docs/facts.md#answers: about 80%), and who can give when there (5-22% cannot). */
  comes: 0.8,
  canGive: 0.9,
  /** Of the women who come, whose number is not shown: who talks to the family through the hotline, and how long. */
  talks: 0.5,
  talkMinutes: 2,
  /** The verifier who answers first does so after this. */
  verifiesAfterMinutes: 2,

  /** A vCPU for each 1,769 MB (AWS Lambda developer guide): a function of 512 MB has 0.29 of one. */
  megabytesPerCpu: 1769,
  /** A call to DynamoDB takes longer on AWS than to the database beside us: "single-digit milliseconds", counted as 10, and none overlapping. */
  databaseMs: 10,
  /** A call to the carrier's REST API, from Mumbai to the USA and back: a bound, to be replaced by what the log says. */
  carrierMs: 500,
  /** A cold start, paid for since August 2025: a bound, to be replaced by the Init Duration of the REPORT lines. */
  coldStartMs: 2000,
  /** A function nobody has called for so long starts cold. AWS does not say when; this is short. */
  coldAfterMinutes: 5,
  /** START, END and REPORT of one invocation: a bound. */
  platformLogBytes: 500,
  /** One line of the HTTP API's access log (infra/aws/constructs/http-api.ts): a bound. */
  accessLogBytes: 400,
  /** Lambda looks into each shard of the stream so often a second (Lambda developer guide); a small table has one. */
  streamReadsPerSecond: 4,
  /** Requests, alerts and timelines are kept so long before the bill is reckoned; logs for a year (infra/aws/retention.ts). */
  monthsKept: 12,
  /** Headers and TLS around one answer or request: a bound. */
  headerBytes: 1000,
  daysPerMonth: 30,
} as const;
