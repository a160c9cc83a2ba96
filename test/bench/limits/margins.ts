import type { Loads } from './loads.ts';

/** What the heaviest request needs of one limit. `margin`: how many times over the limit holds it. */
export type Margin = { what: string; needs: string; limit: string; margin: number; source: string };

const kilobyte = 1024;
const quotas = 'DynamoDB developer guide, "Service quotas", read 2026-11-23';
const partitions = 'DynamoDB developer guide, "Partition throughput", read 2026-11-23';

/** DynamoDB's limits: bytes, items, and units a second of one partition. */
const limits = {
  itemBytes: 400 * kilobyte,
  transactionItems: 100,
  transactionBytes: 4 * 1024 * kilobyte,
  writeUnitsASecond: 1000,
  readUnitsASecond: 3000,
};

/** Answers to one request in its busiest second: 400 a minute come in at once at the worst (issue of load). */
const answersASecond = 400 / 60;
/** Looks at one whole request in its busiest second: each refusal is one, and each due step. */
const looksASecond = answersASecond;

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;

export const marginsOf = (loads: Loads): Margin[] => {
  const margin = (
    what: string,
    [needs, limit]: [number, number],
    render: (value: number) => string,
    source = quotas,
  ): Margin => ({
    what,
    needs: render(needs),
    limit: render(limit),
    margin: limit / needs,
    source,
  });
  const units = (value: number): string => `${Math.round(value)} units/s`;
  return [
    margin(
      `the largest item (${loads.itemKind})`,
      [loads.itemBytes, limits.itemBytes],
      inKilobytes,
    ),
    margin(
      'items in one transaction (at most 30 donors a stage)',
      [loads.transactionItems, limits.transactionItems],
      String,
    ),
    margin(
      'bytes in one transaction',
      [loads.transactionBytes, limits.transactionBytes],
      inKilobytes,
    ),
    margin(
      `writes to the request's partition: 400 answers a minute of ${loads.answerWrites} units`,
      [loads.answerWrites * answersASecond, limits.writeUnitsASecond],
      units,
      partitions,
    ),
    margin(
      "writes to the request's partition: a stage, or alerts closed, in one transaction",
      [loads.stageWrites, limits.writeUnitsASecond],
      units,
      partitions,
    ),
    margin(
      `reads of the whole request, ${loads.partitionReads} units a look (${loads.partitionItems} items, ${inKilobytes(loads.partitionBytes)})`,
      [loads.partitionReads * looksASecond, limits.readUnitsASecond],
      units,
      partitions,
    ),
  ];
};
