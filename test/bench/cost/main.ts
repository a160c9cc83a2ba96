import { parseArgs } from 'node:util';
import {
  awsBill,
  type BillLine,
  carrierBill,
  findLargestLine,
  paisaOfSegments,
  totalOf,
} from './bill.ts';
import { createColumns } from './columns.ts';
import { measureWork, type Work } from './measure-work.ts';
import { changesSince, storeRun } from './pages/stored-run.ts';
import { type Prices, readPrices } from './prices.ts';
import { countStack, type StackCounts } from './stack-counts.ts';

/* `npm run cost`: runs some requests, counts the work, and multiplies it by infra/aws/prices.json. */

const perDay = [6, 60, 6000];

const dollars = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2);
const count = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

const printWork = (work: Work): void => {
  const { requests, fulfilled, unitsGiven, asked, texts, calls } = work;
  const each = (n: number): string => count(n / requests);
  console.log(
    `Measured: ${requests} requests lived through, ${fulfilled} fulfilled, ${unitsGiven} units given.`,
  );
  console.log(
    `A request: ${each(asked.alerts)} donors alerted, ${each(asked.yes)} yes, ${each(asked.no)} no;` +
      ` ${each(texts.out)} texts out (${each(texts.segments)} segments), ${each(texts.in)} in;` +
      ` ${each(calls.out)} calls out answered (${each(calls.minutesOut)} minutes), ${each(calls.in)} in (${each(calls.minutesIn)} minutes).`,
  );
};

const printUnits = (work: Work): void => {
  const requestCount = work.fulfilled;
  console.log(
    '\nDynamoDB units of a fulfilled request, line by line, as the database reports them:',
  );
  const columns = createColumns(['', 'units', 'times', 'units a time', 'for'], 'lrrrl');
  for (const { way, what, times, units } of work.lines)
    columns.add([
      way,
      count(units / requestCount),
      count(times / requestCount),
      count(units / times),
      what,
    ]);
  columns.print();
  console.log(
    `together: ${count(work.reads / requestCount)} read units, ${count(work.writes / requestCount)} write units; conflicts, units not reported: ${work.conflicts}`,
  );
};

const printBill = (title: string, bill: BillLine[], whole: number): void => {
  console.log(`\n${title}`);
  const columns = createColumns(['', 'quantity a month', 'unit', 'USD a month', 'of all'], 'lrlrr');
  for (const { what, quantity, unit, dollars: cost, fixed } of bill)
    columns.add([
      what,
      count(quantity),
      unit + (fixed ? ' (fixed)' : ''),
      cost === undefined ? 'price not found' : dollars(cost),
      cost === undefined ? '' : `${((100 * cost) / whole).toFixed(2)} %`,
    ]);
  columns.print();
};

const printSummary = (work: Work, stack: StackCounts, prices: Prices): void => {
  console.log(
    '\nUS dollars before tax; ≥: some price was not found and is in no sum (docs/cost.md).',
  );
  const columns = createColumns(
    ['road', 'a day', 'a request', 'a unit given', 'a month', 'AWS a month', 'AWS', 'most of it'],
    'lrrrrrrl',
  );
  for (const road of Object.values(prices.roads))
    for (const requestsPerDay of perDay) {
      const aws = totalOf(awsBill(work, stack, prices, requestsPerDay)).dollars;
      const bill = carrierBill(work, road, prices, requestsPerDay);
      const { dollars: carrier, unknown } = totalOf(bill);
      const month = aws + carrier;
      const requests = requestsPerDay * 30;
      const atLeast = unknown.length > 0 ? '≥ ' : '';
      columns.add([
        road.name,
        count(requestsPerDay),
        atLeast + dollars(month / requests),
        atLeast + dollars((month / requests) * (work.requests / work.unitsGiven)),
        atLeast + dollars(month),
        dollars(aws),
        `${((100 * aws) / month).toFixed(2)} %`,
        findLargestLine([...bill, ...awsBill(work, stack, prices, requestsPerDay)])?.what ?? '',
      ]);
    }
  columns.print();
};

/** The largest allowed share of AWS in the total with Twilio in India. The command fails above it. */
const awsLimit = { roads: ['twilioSms', 'twilioWhatsapp'], requestsPerDay: 60, share: 0.02 };

const checkAwsShare = (work: Work, stack: StackCounts, prices: Prices): void => {
  const aws = totalOf(awsBill(work, stack, prices, awsLimit.requestsPerDay)).dollars;
  for (const name of awsLimit.roads) {
    const road = prices.roads[name];
    if (!road) throw new Error(`infra/aws/prices.json has no road ${name}`);
    const carrier = totalOf(carrierBill(work, road, prices, awsLimit.requestsPerDay)).dollars;
    if (aws / (aws + carrier) < awsLimit.share) continue;
    console.error(`${road.name}: AWS is not below ${100 * awsLimit.share} % of the whole.`);
    process.exitCode = 1;
  }
};

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const work = await measureWork({ requests: Number(values.requests), seed: Number(values.seed) });
const prices = readPrices();
const stack = countStack();
if (values.json) console.log(JSON.stringify({ work, stack }, null, 2));
else {
  printWork(work);
  printUnits(work);
  const aws = awsBill(work, stack, prices, 60);
  printBill('AWS at 60 requests a day:', aws, totalOf(aws).dollars);
  for (const road of Object.values(prices.roads)) {
    const bill = carrierBill(work, road, prices, 60);
    printBill(`${road.name}, at 60 requests a day (${road.sells}):`, bill, totalOf(bill).dollars);
    if (road.prices.segmentOut.value === null)
      console.log(
        `Each paisa a segment adds ${dollars(paisaOfSegments(work, prices, 60))} USD a month.`,
      );
  }
  printSummary(work, stack, prices);
  const key = prices.aws.keyMonth.value;
  console.log(`\nA key of the group's own (-c customerKey=true) adds ${key} USD a month.`);
  checkAwsShare(work, stack, prices);
}
const run = { measured: new Date().toISOString().slice(0, 10), work, stack };
if (values.save) storeRun(run, prices);
else if (!values.json)
  for (const change of changesSince(run))
    console.log(`The pages are old (npm run cost -- --save writes them again): ${change}`);
