import {
  awsBill,
  carrierBill,
  findLargestLine,
  paisaOfSegments,
  secondsOf,
  totalOf,
} from '../bill.ts';
import { assumptions } from '../cost-assumptions.ts';
import type { Work } from '../measure-work.ts';
import type { Prices } from '../prices.ts';
import type { StackCounts } from '../stack-counts.ts';

/** One run of `npm run cost`, as the pages state it. */
export type MeasuredRun = { measured: string; work: Work; stack: StackCounts };

/** The places of docs/scale.md, in units a day: India's shortfall, divided by population (docs/facts.md#group). */
const places = [850, 6800, 32_000, 40_000];
/** The share of a day's requests in its busiest hour, assumed. */
const busiestHour = 0.1;
/** What is due at seven in the morning, of a day's requests, assumed. */
const dueAtSeven = 0.15;
/** Status callbacks that their queue takes in: two batches at once, 50 ms each assumed. */
const callbacksTakenIn = 40;

const whole = (n: number): string => Math.round(n).toLocaleString('en');
const rate = (n: number): string =>
  n >= 9.95 ? whole(n) : n >= 0.995 ? n.toFixed(1) : n.toPrecision(2);
const hundreds = (n: number): string => (100 * Math.round(n / 100)).toLocaleString('en');
const dollars = (n: number): string => (n >= 100 ? whole(n) : n.toFixed(2));
const percent = (n: number): string => `${(100 * n).toFixed(2)} %`;
const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What one request takes. */
const requestOf = ({ work }: MeasuredRun) => {
  const { requests, functions, texts } = work;
  const { ReceiveSms, ReceiveCall, ReceiveStatus, Website } = functions;
  const dueWrites = work.lines.filter(
    ({ way, what }) => way === 'write' && what.startsWith('index due'),
  );
  const each = (n: number): number => n / requests;
  const webhooks = [ReceiveSms, ReceiveCall, ReceiveStatus, Website];
  return {
    units: each(work.unitsGiven),
    alerts: each(work.asked.alerts),
    texts: each(texts.out),
    segments: each(texts.segments),
    webhooks: each(sum(webhooks.map(({ invocations }) => invocations))),
    callbacks: each(ReceiveStatus.invocations),
    invocations: each(sum(Object.values(functions).map(({ invocations }) => invocations))),
    writes: each(work.writes),
    reads: each(work.reads),
    dueWrites: each(sum(dueWrites.map(({ units }) => units))),
  };
};

const summaryOf = ({ work, stack }: MeasuredRun, prices: Prices): string => {
  const rows = Object.values(prices.roads).flatMap((road) =>
    [6, 60, 6000].map((perDay, i) => {
      const aws = awsBill(work, stack, prices, perDay);
      const carrier = carrierBill(work, road, prices, perDay);
      const month = totalOf(aws).dollars + totalOf(carrier).dollars;
      const request = month / (perDay * assumptions.daysPerMonth);
      const least = totalOf(carrier).unknown.length > 0 ? '≥ ' : '';
      const cells = [
        i === 0 ? road.name : '',
        perDay.toLocaleString('en'),
        `${least}${dollars(request)} USD`,
        least + dollars((request * work.requests) / work.unitsGiven),
        least + whole(month),
        percent(totalOf(aws).dollars / month),
        findLargestLine([...carrier, ...aws])?.what ?? '',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [
    '| Way | Requests a day | A request | A unit given | A month | of that AWS | Most of it |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
};

const scaleOf = (run: MeasuredRun): string => {
  const one = requestOf(run);
  const perDay = places.map((units) => units / one.units);
  const perSecond = perDay.map((requests) => (requests * busiestHour) / 3600);
  const row = (what: string, values: number[], limit = '', render = rate): string =>
    `| ${what} | ${values.map(render).join(' | ')} | ${limit} |`;
  const times = (n: number): number[] => perSecond.map((requests) => requests * n);
  const held = secondsOf(run.work, run.stack) / run.work.requests;
  return [
    '| In the busiest hour | One zone | Uttar Pradesh | 18 states | India | Limit |',
    '|---|---|---|---|---|---|',
    row('units a day', places, '', whole),
    row('requests a day', perDay, '', whole),
    row('requests a second', perSecond),
    row(`alerts a second (${whole(one.alerts)} a request)`, times(one.alerts)),
    row(
      'segments a second',
      times(one.segments),
      "the number's: **10** from a Twilio number to a country outside +1 [1]; for an Indian sender ask the provider",
    ),
    row('the same as WhatsApp messages', times(one.texts), '80 a sender, up to 400 on request [4]'),
    row('webhooks a second, all routes', times(one.webhooks), '10,000 an account in Mumbai [5]'),
    row(
      'status callbacks a second',
      times(one.callbacks),
      `about **${callbacksTakenIn}** that its queue takes in (two batches at once, 50 ms each assumed); 100 that its route takes`,
    ),
    row('invocations a second', times(one.invocations)),
    row(
      'functions at once (bound)',
      times(held),
      '1,000 an account, new ones fewer [2]; 1,000 more every 10 s for each function [6]',
    ),
    row(
      'messages sent a second',
      times(one.texts),
      'about 20 for each shard of the stream (10 messages ÷ half a second), and a new table has at least four shards: 80',
    ),
    row(
      'write units a second',
      times(one.writes),
      '4,000 on a new table, twice its last peak later, 40,000 a table by default [3]',
    ),
    row('read units a second', times(one.reads), '12,000 on a new table [3]'),
    row(
      'write units a second on one key of the index of what is due',
      times(one.dueWrites),
      '1,000 a partition [3]',
    ),
    '| **one stage of 30, all at once**: functions for its alerts | 4 | | | | 10 an account that is new: one batch for each of four shards, so six are left for texts, calls and the minute |',
    `| its status callbacks, in about a minute | ${whole((30 * one.callbacks) / one.texts)} | | | | ${callbacksTakenIn} a second that their queue takes in |`,
    row(
      "requests due at seven in the morning (15 % of a day's, assumed)",
      perDay.map((requests) => requests * dueAtSeven),
      '2,000 of a kind in one run of the sweep (`functions/use-cases/due-steps.ts`: 20 pages of 100)',
      whole,
    ),
    row(
      'log writes a second (bound: one an invocation)',
      times(one.invocations),
      "800 an account in Mumbai in an older edition of the guide [7]; today's figure: not found",
    ),
  ].join('\n');
};

/** What stands in the pages between `<!-- cost:NAME -->` and `<!-- / -->`. */
export const figuresOf = (run: MeasuredRun, prices: Prices): Record<string, string> => {
  const { work, stack, measured } = run;
  const one = requestOf(run);
  const aws = awsBill(work, stack, prices, 60);
  const month = totalOf(aws).dollars;
  const share = (road: string): number => {
    const bill = prices.roads[road];
    if (!bill) throw new Error(`infra/aws/prices.json has no road ${road}`);
    return month / (month + totalOf(carrierBill(work, bill, prices, 60)).dollars);
  };
  /** A month of the whole at 60 requests a day; ≥: some price is not known. */
  const wholeMonth = (name: string): string => {
    const road = prices.roads[name];
    if (!road) throw new Error(`infra/aws/prices.json has no road ${name}`);
    const carrier = totalOf(carrierBill(work, road, prices, 60));
    return `${carrier.unknown.length > 0 ? '≥ ' : ''}${whole(month + carrier.dollars)}`;
  };
  const database = aws.filter(({ what }) => /^DynamoDB, (reads|writes)$/.test(what));
  const requestsAt = (perSecond: number, each: number): number =>
    ((perSecond / each) * 3600) / busiestHour;
  const india = places.at(-1) ?? 0;
  return {
    measured,
    summary: summaryOf(run, prices),
    scale: scaleOf(run),
    month: dollars(month),
    fixed: dollars(totalOf(aws.filter(({ fixed }) => fixed)).dollars),
    cheapest: percent(share('indian')),
    shares: `${percent(share('twilioSms'))} with Twilio's SMS to India, ${percent(share('twilioWhatsapp'))} with WhatsApp, ${percent(share('indian'))} with the cheapest Indian SMS found`,
    monthTwilioSms: wholeMonth('twilioSms'),
    monthTwilioWhatsapp: wholeMonth('twilioWhatsapp'),
    monthPlivoExotel: wholeMonth('plivoExotel'),
    monthIndian: wholeMonth('indian'),
    paisa: dollars(paisaOfSegments(work, prices, 60)),
    texts: whole(one.texts),
    segments: whole(one.segments),
    alerts: whole(one.alerts),
    units: one.units.toFixed(1),
    webhooks: whole(one.webhooks),
    callbackShare: `${whole((100 * one.callbacks) / one.webhooks)} %`,
    invocations: whole(one.invocations),
    reads: whole(one.reads),
    writes: whole(one.writes),
    dueWrites: whole(one.dueWrites),
    database: dollars(totalOf(database).dollars),
    requestsOfOneNumber: hundreds(requestsAt(10, one.segments)),
    requestsOfCallbacks: hundreds(requestsAt(callbacksTakenIn, one.callbacks)),
    requestsOfDueKey: (1000 / one.dueWrites).toFixed(1),
    functionsAtOnce: whole(
      ((india / one.units) * busiestHour * secondsOf(work, stack)) / work.requests / 3600,
    ),
  };
};

/** The page with these figures. Throws when it asks for one that does not exist. */
export const withFigures = (page: string, figures: Record<string, string>): string =>
  page.replace(/<!-- cost:(\w+) -->(\n?)[\s\S]*?(\n?)<!-- \/ -->/g, (_, name, before, after) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`the page asks for ${name}, which is no figure`);
    return `<!-- cost:${name} -->${before}${figure}${after}<!-- / -->`;
  });
