import * as z from 'zod';
import { itemBytes } from '../cost/item-size.ts';
import type { DatabaseCall } from '../metered-table.ts';

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });
const transactionSchema = z.object({
  TransactItems: z.array(z.object({ Put: z.object({ Item: itemSchema }).optional() })),
});

const requestPrefix = 'REQUEST#';
const kilobyte = 1024;

/** The heaviest of everything that was done to the database. */
export type Loads = {
  itemBytes: number;
  itemKind: string;
  transactionItems: number;
  transactionBytes: number;
  /** Units of one transaction under the request's partition key: a donor's answer, and a stage or a closing of alerts. */
  answerWrites: number;
  stageWrites: number;
  /** Of one query, under the request's partition key: the whole file. */
  partitionReads: number;
  partitionItems: number;
  partitionBytes: number;
};

/** A transaction writes at two units a kilobyte of the larger of before and after (DynamoDB developer guide). */
const writeUnits = (bytes: number): number => 2 * Math.max(1, Math.ceil(bytes / kilobyte));

/** Watches the calls and remembers the heaviest of each kind. */
export const createLoads = () => {
  const sizes = new Map<string, { bytes: number; partition: string; kind: string }>();
  const most = {
    transactionItems: 0,
    transactionBytes: 0,
    answerWrites: 0,
    stageWrites: 0,
    partitionReads: 0,
  };
  const raise = (name: keyof typeof most, value: number): void => {
    most[name] = Math.max(most[name], value);
  };

  const addTransaction = ({ input }: DatabaseCall): void => {
    const { TransactItems } = transactionSchema.parse(input);
    let bytesOfAll = 0;
    let units = 0;
    let alerts = 0;
    for (const { Put } of TransactItems) {
      if (!Put) continue;
      const { pk, sk } = Put.Item;
      const bytes = itemBytes(Put.Item);
      const before = sizes.get(`${pk} ${sk}`)?.bytes ?? 0;
      sizes.set(`${pk} ${sk}`, { bytes, partition: pk, kind: sk.split('#')[0] ?? sk });
      bytesOfAll += bytes;
      if (sk.startsWith('ALERT#')) alerts += 1;
      if (pk.startsWith(requestPrefix)) units += writeUnits(Math.max(bytes, before));
    }
    raise('transactionItems', TransactItems.length);
    raise('transactionBytes', bytesOfAll);
    raise(alerts > 1 ? 'stageWrites' : 'answerWrites', units);
  };

  return {
    add(call: DatabaseCall): void {
      if (call.operation === 'TransactWrite') addTransaction(call);
      else if (call.operation === 'Query' && JSON.stringify(call.input).includes(requestPrefix))
        raise('partitionReads', call.reads);
    },
    heaviest(): Loads {
      const all = [...sizes.values()];
      const [item] = [...all].sort((a, b) => b.bytes - a.bytes);
      const file = all.filter(({ partition }) => partition.startsWith(requestPrefix));
      return {
        ...most,
        itemBytes: item?.bytes ?? 0,
        itemKind: item?.kind ?? '',
        partitionItems: file.length,
        partitionBytes: file.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
  };
};
