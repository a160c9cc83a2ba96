import type { Loads } from './loads.ts';

/** The need of the heaviest request for one limit. `margin` is the limit divided by the need, and must be at least `least`. */
export type Margin = {
  what: string;
  needs: string;
  limit: string;
  margin: number;
  least: number;
  source: string;
};

const kilobyte = 1024;
const quotas = 'DynamoDB developer guide, "Service quotas", read 2026-11-23';
const partitions = 'DynamoDB developer guide, "Partition throughput", read 2026-11-23';

/** DynamoDB's limits: bytes, items, and units a second of one partition. */
export const limits = {
  itemBytes: 400 * kilobyte,
  transactionItems: 100,
  transactionBytes: 4 * 1024 * kilobyte,
  writeUnitsASecond: 1000,
  readUnitsASecond: 3000,
};

/** The least margin of a limit. A need that cannot grow only has to stay below its limit. */
const leastMargin = 1.5;

/** The margins that are too small. */
export const tooTight = (margins: Margin[]): Margin[] =>
  margins.filter(({ margin, least }) => !(margin >= least));

/** A whole city answers one request: 400 texts within a minute, each with a read and a write. */
const answersASecond = 400 / 60;

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;
const unitsASecond = (value: number): string => `${Math.round(value)} units/s`;

const margin = (
  what: string,
  [needs, limit]: [number, number],
  render: (value: number) => string,
  source: string,
  least = leastMargin,
): Margin => ({
  what,
  needs: render(needs),
  limit: render(limit),
  margin: limit / needs,
  least,
  source,
});

/** The margins of all DynamoDB limits for this request. */
export const marginsOf = (loads: Loads): Margin[] => {
  const { busiest } = loads;
  const writes = (what: string, units: number): Margin =>
    margin(`writes, ${what}`, [units, limits.writeUnitsASecond], unitsASecond, partitions);
  const reads = (what: string, units: number): Margin =>
    margin(`reads, ${what}`, [units, limits.readUnitsASecond], unitsASecond, partitions);
  return [
    margin(
      `the largest item (${loads.itemKind})`,
      [loads.itemBytes, limits.itemBytes],
      inKilobytes,
      quotas,
    ),
    // The policy's schema allows no larger stage, and no more alerts are closed at once.
    margin(
      `items in one transaction (${loads.transactionOf})`,
      [loads.transactionItems, limits.transactionItems],
      String,
      quotas,
      1,
    ),
    margin(
      'bytes in one transaction',
      [loads.transactionBytes, limits.transactionBytes],
      inKilobytes,
      quotas,
    ),
    writes("the request's key, busiest second", busiest.request.writes),
    writes(
      `the request's key, 400 answers a minute of ${loads.answerWrites} units`,
      loads.answerWrites * answersASecond,
    ),
    writes('one key of the index of what is due, busiest second', busiest.due.writes),
    writes('any other key, busiest second', busiest.other.writes),
    reads("the request's key, busiest second", busiest.request.reads),
    reads(
      `the request's key, 400 looks a minute of ${loads.lookReads} units`,
      loads.lookReads * answersASecond,
    ),
    reads('one group in one cell of the donors, busiest second', busiest.donors.reads),
    reads("one zone's roster, busiest second", busiest.roster.reads),
    reads('any other key, busiest second', busiest.other.reads),
  ];
};
