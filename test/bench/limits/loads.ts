import { itemBytes } from '../cost/item-size.ts';
import type { DatabaseCall } from '../metered-table.ts';
import { type ItemWrite, readsByKey, unitsPerKilobyte, writesOf } from './keys-of-call.ts';

const requestPrefix = 'REQUEST#';
const kilobyte = 1024;

/** The units of one key in its busiest second. */
type Busiest = { reads: number; writes: number };

/** The largest load of each kind on the database. */
export type Loads = {
  itemBytes: number;
  itemKind: string;
  transactionItems: number;
  /** The kinds of those items, most frequent first: "30 PERSON, 30 ALERT". */
  transactionOf: string;
  transactionBytes: number;
  /** Write units of a donor's answer under the request's key: a transaction with at most one alert. */
  answerWrites: number;
  /** Read units of loading the whole request. */
  lookReads: number;
  /** The items under the request's key at the end. */
  requestItems: number;
  requestBytes: number;
  /** The busiest second of one key in hotline time. `other` is any key that is no request's. */
  busiest: Record<'request' | 'due' | 'donors' | 'roster' | 'other', Busiest>;
  /** Write units on the table without indexes: as the database reports them, and as counted here by key. */
  reported: number;
  reckoned: number;
};

type Family = keyof Loads['busiest'];

const kilobytesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / kilobyte));

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0);

/** Watches the calls and records the largest load of each kind. */
export const createLoads = () => {
  const sizes = new Map<string, { bytes: number; partition: string; kind: string }>();
  const most = {
    transactionItems: 0,
    transactionOf: '',
    transactionBytes: 0,
    answerWrites: 0,
    lookReads: 0,
  };
  const seconds = createSeconds();
  let reported = 0;
  let reckoned = 0;

  /** The bytes of one write, and the kilobytes of the larger of before and after; also records the item. */
  const weigh = ({ pk, sk, item }: ItemWrite) => {
    const key = `${pk} ${sk}`;
    const before = sizes.get(key)?.bytes ?? 0;
    const bytes = item === undefined ? 0 : itemBytes(item);
    if (item === undefined) sizes.delete(key);
    else sizes.set(key, { bytes, partition: pk, kind: kindOf(sk) });
    return { bytes, kilobytes: kilobytesOf(Math.max(bytes, before)) };
  };

  const addWrites = (call: DatabaseCall, second: number): void => {
    const weighed = writesOf(call).map((write) => {
      const { bytes, kilobytes } = weigh(write);
      return { ...write, bytes, units: kilobytes * unitsPerKilobyte(call) };
    });
    for (const { pk, units } of weighed)
      seconds.add(second, familyOf(pk), pk, { reads: 0, writes: units });
    const { due = 0 } = call.indexes;
    // The index units of a transaction are not reported by kind: all count for one key, as an upper bound.
    seconds.add(second, 'due', 'due', { reads: 0, writes: due });
    reported += call.writes - sum(Object.values(call.indexes));
    reckoned += sum(weighed.map(({ units }) => units));

    if (weighed.length > most.transactionItems) {
      most.transactionItems = weighed.length;
      most.transactionOf = countKinds(weighed.map(({ sk }) => kindOf(sk)));
    }
    const bytes = sum(weighed.map((write) => write.bytes));
    most.transactionBytes = Math.max(most.transactionBytes, bytes);
    const alerts = weighed.filter(({ sk }) => kindOf(sk) === 'ALERT').length;
    const units = sum(weighed.filter(({ pk }) => isRequest(pk)).map((write) => write.units));
    if (alerts <= 1) most.answerWrites = Math.max(most.answerWrites, units);
  };

  return {
    /** `at` is in milliseconds of hotline time. */
    add(call: DatabaseCall, at: number): void {
      const second = Math.floor(at / 1000);
      if (writesOf(call).length > 0) addWrites(call, second);
      for (const { index, partition, reads } of readsByKey(call)) {
        const family = index ?? familyOf(partition);
        seconds.add(second, family, partition, { reads, writes: 0 });
        if (call.operation === 'Query' && family === 'request')
          most.lookReads = Math.max(most.lookReads, reads);
      }
    },
    heaviest(): Loads {
      const all = [...sizes.values()];
      const [item] = [...all].sort((a, b) => b.bytes - a.bytes);
      const file = all.filter(({ partition }) => isRequest(partition));
      return {
        ...most,
        itemBytes: item?.bytes ?? 0,
        itemKind: item?.kind ?? '',
        requestItems: file.length,
        requestBytes: sum(file.map(({ bytes }) => bytes)),
        busiest: seconds.busiest,
        reported,
        reckoned,
      };
    },
  };
};

const isRequest = (partition: string): boolean => partition.startsWith(requestPrefix);
const familyOf = (partition: string): Family => (isRequest(partition) ? 'request' : 'other');
const kindOf = (sort: string): string => sort.split('#')[0] ?? sort;

const countKinds = (kinds: string[]): string => {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
};

/** Adds up the units of each key within one second, and keeps the maximum of each family of keys. */
const createSeconds = () => {
  const none = (): Busiest => ({ reads: 0, writes: 0 });
  const busiest: Loads['busiest'] = {
    request: none(),
    due: none(),
    donors: none(),
    roster: none(),
    other: none(),
  };
  let now = Number.NEGATIVE_INFINITY;
  let keys = new Map<string, Busiest>();
  return {
    busiest,
    add(second: number, family: Family, partition: string, { reads, writes }: Busiest): void {
      if (second !== now) keys = new Map();
      now = second;
      const key = `${family} ${partition}`;
      const so = keys.get(key) ?? none();
      const units = { reads: so.reads + reads, writes: so.writes + writes };
      keys.set(key, units);
      const most = busiest[family];
      most.reads = Math.max(most.reads, units.reads);
      most.writes = Math.max(most.writes, units.writes);
    },
  };
};
