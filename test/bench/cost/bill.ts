import { assumptions as a } from './cost-assumptions.ts';
import type { FunctionWork, Work } from './measure-work.ts';
import { type AwsItem, type CarrierItem, dollarsFor, type Price, type Prices } from './prices.ts';
import type { StackCounts } from './stack-counts.ts';

/** One line of a monthly bill. `dollars` is undefined when the price was not found; such a line is in no sum. */
export type BillLine = {
  what: string;
  quantity: number;
  unit: string;
  dollars: number | undefined;
  /** True when the line does not depend on the number of requests. */
  fixed: boolean;
};

const minutesPerMonth = a.daysPerMonth * 24 * 60;
const secondsPerMonth = minutesPerMonth * 60;
const gigabyte = 1e9;
const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The lines of a month on AWS at this many requests a day, without any free tier. */
export const awsBill = (
  work: Work,
  stack: StackCounts,
  { aws, rupeesPerDollar }: Prices,
  requestsPerDay: number,
): BillLine[] => {
  const lives = (requestsPerDay * a.daysPerMonth) / work.requests;
  const idleSweeps = Math.max(0, minutesPerMonth - work.sweeps * lives);
  const functions = Object.values(work.functions);
  const { ReceiveSms, ReceiveCall, ReceiveStatus, Website } = work.functions;
  const webhooks = sum([ReceiveSms, ReceiveCall, ReceiveStatus, Website].map((f) => f.invocations));
  const total = (of: (f: FunctionWork) => number): number =>
    lives * sum(functions.map(of)) + idleSweeps * of(work.idleSweep);
  const invocations = total((f) => f.invocations);
  // The scheduled function is always warm: only invocations caused by requests start cold.
  const coldStarts = lives * sum(functions.map((f) => f.cold));
  const logGb =
    (total((f) => f.logBytes) +
      invocations * a.platformLogBytes +
      lives * webhooks * a.accessLogBytes) /
    gigabyte;
  const storedGb =
    (a.monthsKept * lives * work.bytesLeft + a.donors * work.bytesPerDonor) / gigabyte;
  const egressGb =
    (total((f) => f.bytesOut) +
      total((f) => f.carrierCalls) * a.headerBytes +
      lives * webhooks * a.headerBytes) /
    gigabyte;

  const line = (what: string, item: AwsItem, quantity: number, fixed = false): BillLine =>
    lineFor(what, aws[item], quantity, rupeesPerDollar.value, fixed);
  return [
    line('HTTP API', 'httpRequest', lives * webhooks),
    line('Lambda, invocations', 'lambdaRequest', invocations),
    line(
      'Lambda, time × memory',
      'lambdaGbSecond',
      gigabyteSeconds(work, stack, lives, idleSweeps),
    ),
    line(
      'Lambda, the examination of each hour',
      'lambdaGbSecond',
      a.daysPerMonth * 24 * a.examinationSeconds * (stack.memoryMb / 1024),
      true,
    ),
    line('DynamoDB, writes', 'writeUnit', lives * work.writes),
    line('DynamoDB, reads', 'readUnit', lives * work.reads + idleSweeps * work.idleSweep.reads),
    line('DynamoDB, kept', 'tableGbMonth', storedGb),
    line('DynamoDB, point-in-time recovery', 'recoveryGbMonth', storedGb),
    line(
      'DynamoDB, stream reads by Lambda',
      'streamRead',
      secondsPerMonth * a.streamReadsPerSecond,
      true,
    ),
    line('EventBridge, the minute', 'ruleRun', minutesPerMonth, true),
    line('Logs, written', 'logGb', logGb),
    line('Logs, kept a year', 'logGbMonth', logGb * a.monthsKept),
    line('CloudWatch, alarms', 'alarm', stack.alarmMetrics, true),
    line('CloudWatch, metrics', 'metric', stack.metrics, true),
    line('CloudWatch, dashboard', 'dashboard', stack.dashboards, true),
    line('Secrets Manager, secret', 'secret', stack.secrets, true),
    line('Secrets Manager, reads', 'secretRead', coldStarts),
    line('Data out to the internet', 'egressGb', egressGb),
  ];
};

/** The lines of a month at one carrier offer (road). What an offer does not include costs nothing in it. */
export const carrierBill = (
  work: Work,
  road: Prices['roads'][string],
  { rupeesPerDollar }: Prices,
  requestsPerDay: number,
): BillLine[] => {
  const lives = (requestsPerDay * a.daysPerMonth) / work.requests;
  const { texts, calls } = work;
  const line = (what: string, item: CarrierItem, quantity: number, fixed = false): BillLine =>
    lineFor(what, road.prices[item], quantity, rupeesPerDollar.value, fixed);
  return [
    line('SMS out', 'segmentOut', lives * texts.segments),
    line('SMS in', 'textIn', lives * texts.in),
    line('WhatsApp, in and out', 'whatsappMessage', lives * (texts.out + texts.in)),
    line('WhatsApp, templates', 'whatsappTemplate', lives * texts.outsideWindow),
    line('Calls out', 'minuteOut', lives * calls.minutesOut),
    line('Calls in', 'minuteIn', lives * calls.minutesIn),
    line('Speech', 'speechCharacter', lives * calls.charactersSaid),
    line('Recordings', 'recordedMinute', lives * calls.minutesRecorded),
    line('Operators’ DLT charge', 'dltCharge', lives * texts.out),
    line('The number', 'numberMonth', 1, true),
    line('The number that takes answers', 'answerNumberMonth', 1, true),
  ].filter(({ dollars }) => dollars !== 0);
};

/** What each paisa of an unknown price of a segment adds to a month, in US dollars. */
export const paisaOfSegments = (
  { requests, texts }: Pick<Work, 'requests' | 'texts'>,
  { rupeesPerDollar }: Prices,
  requestsPerDay: number,
): number =>
  ((requestsPerDay * a.daysPerMonth * texts.segments) / requests) * (0.01 / rupeesPerDollar.value);

/** US dollars a month, and the lines without a price, by which the sum is too low. */
export const totalOf = (bill: BillLine[]): { dollars: number; unknown: string[] } => ({
  dollars: sum(bill.map(({ dollars }) => dollars ?? 0)),
  unknown: bill.flatMap(({ what, dollars }) => (dollars === undefined ? [what] : [])),
});

/** The most expensive line. */
export const findLargestLine = (bill: BillLine[]): BillLine | undefined =>
  [...bill].sort((x, y) => (y.dollars ?? 0) - (x.dollars ?? 0))[0];

const lineFor = (
  what: string,
  price: Price,
  quantity: number,
  rupeesPerDollar: number,
  fixed: boolean,
): BillLine => {
  const each = dollarsFor(price, rupeesPerDollar);
  return {
    what,
    quantity,
    unit: price.unit,
    dollars: each === undefined ? undefined : each * quantity,
    fixed,
  };
};

/** Seconds for which functions are held by all requests of the run: an upper bound. */
export const secondsOf = (work: Work, { memoryMb }: StackCounts): number =>
  sum(
    Object.values(work.functions).map((f) => millisecondsOf(f, memoryMb) + f.cold * a.coldStartMs),
  ) / 1000;

const millisecondsOf = (f: FunctionWork, memoryMb: number): number =>
  (f.ms * a.megabytesPerCpu) / memoryMb +
  f.databaseCalls * a.databaseMs +
  f.carrierCalls * a.carrierMs;

/**
 * GB-seconds a month. This machine's milliseconds already contain the database's answers. Those on AWS are added in
 * full, so the figure is an upper bound, not an estimate.
 */
const gigabyteSeconds = (
  work: Work,
  stack: StackCounts,
  lives: number,
  idleSweeps: number,
): number => {
  const { memoryMb } = stack;
  const idle = (idleSweeps * millisecondsOf(work.idleSweep, memoryMb)) / 1000;
  return (lives * secondsOf(work, stack) + idle) * (memoryMb / 1024);
};
