import * as z from 'zod';
import { type ItemWrite, writesOf } from '../limits/keys-of-call.ts';
import type { DatabaseCall } from '../metered-table.ts';
import { itemBytes } from './item-size.ts';

/** The units and the number of one kind of read or write. */
export type DatabaseLine = { way: 'read' | 'write'; what: string; times: number; units: number };

/** The name of a written item, or one read by its key, by its stored `kind`. */
const kinds: Record<string, string> = {
  person: 'a person: last word heard, open question, alerts of late, next reminder',
  request: 'the request: its state, who has promised, when to look again',
  alert: 'one donor asked: sent, answered, over',
  timeline: 'an entry of the timeline: who did what, kept for the coordinators',
  outbox: 'a message to send: queued, claimed, sent, delivered',
  incoming: 'the mark of a text: heard twice, done once',
  reply: 'what a text was answered, for two days: heard twice, answered the same',
  code: 'which request a code stands for',
  call: 'a call: where in the menu it is, what was said last',
  recording: 'a name or message left in a call',
  cells: 'the cells of a zone in which donors live',
};
const kindOfPrefix: Record<string, string> = {
  PERSON: 'person',
  OUTBOX: 'outbox',
  CALL: 'call',
  RECORDING: 'recording',
  INCOMING: 'incoming',
  CODE: 'code',
  CELLS: 'cells',
};
const indexWrites: Record<string, string> = {
  due: 'index due: the moment at which an item has to be looked at moves',
  donors: 'index donors: a donor comes, goes or changes, copied whole',
  roster: 'index roster: a volunteer changes, copied whole',
};
const indexReads: Record<string, string> = {
  due: 'index due: what is due now, one query for each of six kinds',
  donors: 'index donors: who may give, a line of one group at a time, the longest in line first',
  roster: 'index roster: the volunteers of a zone',
};

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });
const keySchema = itemSchema.pick({ pk: true, sk: true });
const readSchema = z.object({
  Key: keySchema.optional(),
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(keySchema) })).optional(),
  IndexName: z.string().optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
});

const kindOf = ({ pk, sk }: { pk: string; sk: string }): string => {
  const [prefix = ''] = pk.split('#');
  if (prefix === 'REQUEST' || sk === 'REPLY') return sk.split('#')[0]?.toLowerCase() ?? 'request';
  return kindOfPrefix[prefix] ?? prefix;
};
const labelOf = (kind: string, way: string): string => `${way}: ${kinds[kind] ?? kind}`;

/**
 * Divides the units of a database call among its items. The database reports the units of a transaction as one figure.
 * Each item gets a share by its kilobytes, the larger of before and after, as DynamoDB charges. The
 * shares always add up to the database's own figure.
 */
export const createUnitCounter = () => {
  const bytesOf = new Map<string, number>();
  const lines = new Map<string, DatabaseLine>();

  const add = (way: DatabaseLine['way'], what: string, units: number, times = 1): void => {
    const line = lines.get(what) ?? { way, what, times: 0, units: 0 };
    lines.set(what, { ...line, times: line.times + times, units: line.units + units });
  };

  const addWrites = (call: DatabaseCall, written: ItemWrite[]): void => {
    const shares = written.map(({ pk, sk, item }) => {
      const name = `${pk} ${sk}`;
      const bytes = item ? itemBytes(item) : 0;
      const larger = Math.max(bytes, bytesOf.get(name) ?? 0);
      bytesOf.set(name, bytes);
      return { kind: kindOf({ pk, sk }), weight: Math.max(1, Math.ceil(larger / 1024)) };
    });
    const onIndexes = Object.values(call.indexes).reduce((sum, units) => sum + units, 0);
    const weights = shares.reduce((sum, { weight }) => sum + weight, 0);
    for (const { kind, weight } of shares)
      add('write', labelOf(kind, 'item'), ((call.writes - onIndexes) * weight) / weights);
    for (const [name, units] of Object.entries(call.indexes))
      add('write', indexWrites[name] ?? `index ${name}`, units);
  };

  /** Divides the units of a batch equally among its keys. */
  const addRead = ({ input, reads }: DatabaseCall): void => {
    const read = readSchema.parse(input);
    const batch = Object.values(read.RequestItems ?? {}).flatMap(({ Keys }) => Keys);
    const keys = read.Key ? [read.Key] : batch;
    for (const key of keys) add('read', labelOf(kindOf(key), 'by its key'), reads / keys.length);
    if (keys.length === 0) add('read', queryLabelOf(read), reads);
  };

  return {
    add(call: DatabaseCall): void {
      const written = writesOf(call);
      if (written.length > 0) addWrites(call, written);
      else if (call.writes > 0) add('write', labelOf('cells', 'item'), call.writes);
      else addRead(call);
    },
    clear: (): void => lines.clear(),
    lines: (): DatabaseLine[] =>
      [...lines.values()].sort((a, b) => b.units - a.units || (a.what < b.what ? -1 : 1)),
  };
};

const queryLabelOf = ({
  IndexName,
  ExpressionAttributeValues,
}: z.output<typeof readSchema>): string => {
  if (IndexName !== undefined) return indexReads[IndexName] ?? `index ${IndexName}`;
  const partition = String(Object.values(ExpressionAttributeValues ?? {})[0]);
  return partition.startsWith('REQUEST#')
    ? 'a request whole: itself, its alerts, its timeline, in one query'
    : `query of ${partition}`;
};
