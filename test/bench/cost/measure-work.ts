import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { indexes } from '#functions/adapters/dynamodb/keys.ts';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import type { SimCall } from '#infra/local/simulator/calls/sim-call.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { days, fromCalendar, hours } from '#shared/terms/time.ts';
import { createCrowd } from '../stage/donor-crowd.ts';
import { assumptions as a } from './cost-assumptions.ts';
import { createPeople } from './cost-people.ts';
import type { DatabaseLine } from './database-lines.ts';
import type { FunctionName, Invocation } from './invocations.ts';
import { itemBytes, overheadBytes } from './item-size.ts';
import { type MeasuredHotline, openMeasuredHotline } from './measured-hotline.ts';

/** The work of one function in all its invocations. `ms` is measured on this machine; everything else is counted. */
export type FunctionWork = {
  invocations: number;
  cold: number;
  databaseCalls: number;
  carrierCalls: number;
  logBytes: number;
  bytesOut: number;
  ms: number;
};

export type Work = {
  requests: number;
  fulfilled: number;
  unitsGiven: number;
  asked: { alerts: number; yes: number; no: number; rung: number; pickedUp: number };
  functions: Record<FunctionName, FunctionWork>;
  /** Scheduled runs with due items; they are among the month's 43,200, as are the idle ones. */
  sweeps: number;
  /** One scheduled run without due items. */
  idleSweep: FunctionWork & { reads: number };
  /** As the database reports them, sweeps included. */
  reads: number;
  writes: number;
  lines: DatabaseLine[];
  /** Conflicting transactions, whose units the database does not report. */
  conflicts: number;
  texts: {
    out: number;
    segments: number;
    unicode: number;
    in: number;
    /** Sent to phones without a text in the last 24 hours: a template on WhatsApp. */
    outsideWindow: number;
  };
  calls: {
    in: number;
    out: number;
    /** Started minutes, as carriers bill them. A call without an answer costs nothing. */
    minutesIn: number;
    minutesOut: number;
    charactersSaid: number;
    minutesRecorded: number;
  };
  /** The bytes that the requests leave in table and indexes, and the bytes of a donor. */
  bytesLeft: number;
  bytesPerDonor: number;
};

/** A Monday, 11:00 in India. */
const start = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });
/** The time after which every request has ended. */
const requestTime = days(3);
/** The time after which every donor has been told that they may give again. */
const rest = days(150);

/**
 * Runs this many requests one after the other, each from the first text to the last reminder, through the real functions
 * on the embedded database. The same seed gives the same counts; only `ms` differs.
 */
export const measureWork = async (options: {
  requests: number;
  seed: number;
  byPhone?: number;
}): Promise<Work> => {
  const { requests, seed, byPhone = a.byPhone } = options;
  const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
  const gazetteer = createGazetteer(config);
  const crowd = createCrowd(config, gazetteer, start);
  const dir = mkdtempSync(join(tmpdir(), 'hotline-cost-'));
  const hotline = await openMeasuredHotline({ dir, config, gazetteer, start, seed });
  try {
    const indexOf = (phone: string) => crowd.indexOf(phone);
    const languageOf = (i: number) => a.languages[i % a.languages.length] ?? 'hi';
    const donors = Array.from({ length: a.donors }, (_, i) => ({
      ...crowd.itemOf(i),
      language: languageOf(i),
    }));
    const cells = crowd.cellItems(a.donors);
    const women = new Set(donors.flatMap((item, i) => (sexOf(item) === 'woman' ? [i] : [])));
    const people = createPeople(hotline, (phone) => women.has(indexOf(phone)), seed + 1);
    for (let i = 0; i < a.verifiers + a.coordinators; i += 1) {
      const phone = phoneNumberSchema.parse(`+918${String(i).padStart(9, '0')}`);
      const role = i < a.verifiers ? 'verifier' : 'coordinator';
      const zone = zoneIdSchema.parse('prayagraj');
      const line = { phone, name: 'Kavita Singh', zone, role, language: languageOf(i) } as const;
      await importVolunteer(hotline.services, line);
      people.volunteers.add(phone);
    }
    await hotline.fill([...donors, ...cells]);
    await hotline.settle();
    const before = hotline.invocations.length;

    await hotline.idleSweep();
    const idle = hotline.invocations.splice(before, 1);
    for (let i = 0; i < requests; i += 1) {
      const phone = `+917${String(i).padStart(9, '0')}`;
      people.asksForBlood({
        family: { phone, name: 'Sunita', language: languageOf(i) },
        units: a.units[i % a.units.length] ?? 2,
        urgency: a.urgencies[i % a.urgencies.length] ?? 'critical',
        byPhone: Math.floor((i + 1) * byPhone) > Math.floor(i * byPhone),
      });
      await hotline.until(start + (i + 1) * requestTime + (i % 4) * hours(2));
    }
    await hotline.until(hotline.clock.now() + rest);
    return toWork(hotline, { idle, asked: people.asked, donors });
  } finally {
    await hotline.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

const sexOf = (item: object): unknown =>
  'donor' in item && typeof item.donor === 'object' && item.donor && 'sex' in item.donor
    ? item.donor.sex
    : undefined;

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((all, each) => all + of(each), 0);

const functionWork = (invocations: Invocation[]): FunctionWork => {
  let last = Number.NEGATIVE_INFINITY;
  let cold = 0;
  for (const { at } of invocations) {
    if (at - last > a.coldAfterMinutes * 60_000) cold += 1;
    last = at;
  }
  return {
    invocations: invocations.length,
    cold,
    databaseCalls: sum(invocations, (i) => i.databaseCalls),
    carrierCalls: sum(invocations, (i) => i.carrierCalls),
    logBytes: sum(invocations, (i) => i.logBytes),
    bytesOut: sum(invocations, (i) => i.bytesOut),
    ms: sum(invocations, (i) => i.ms),
  };
};

const toWork = (
  hotline: MeasuredHotline,
  given: {
    idle: Invocation[];
    asked: Work['asked'] & { recorded: number };
    donors: object[];
  },
): Work => {
  const all = hotline.invocations;
  const of = (name: FunctionName) => functionWork(all.filter((i) => i.function === name));
  const requests = hotline.record.stored().filter((entity) => entity.kind === 'request');
  const unitsIn = (request: (typeof requests)[number]) =>
    request.pledges.filter((pledge) => pledge.state === 'donated').length;
  const { recorded, ...asked } = given.asked;
  const left = hotline.record.stored().filter((entity) => entity.kind !== 'person');
  return {
    requests: requests.length,
    fulfilled: requests.filter(({ phase }) => phase.type === 'fulfilled').length,
    unitsGiven: sum(requests, unitsIn),
    asked,
    functions: {
      ReceiveSms: of('ReceiveSms'),
      ReceiveCall: of('ReceiveCall'),
      ReceiveStatus: of('ReceiveStatus'),
      SendOutbox: of('SendOutbox'),
      RunDueSteps: of('RunDueSteps'),
      Website: of('Website'),
    },
    sweeps: all.filter((i) => i.function === 'RunDueSteps' && !i.isIdle).length,
    idleSweep: { ...functionWork(given.idle), reads: sum(given.idle, (i) => i.reads) },
    reads: sum(all, (i) => i.reads),
    writes: sum(all, (i) => i.writes),
    lines: hotline.lines(),
    conflicts: hotline.record.conflicts(),
    texts: textsOf(hotline),
    calls: { ...callsOf(hotline.carrier.calls.all()), minutesRecorded: recorded },
    bytesLeft: sum(left, (entity) => storedBytes(toItem(entity))),
    bytesPerDonor: sum(given.donors, storedBytes) / given.donors.length,
  };
};

/** The bytes in the table and in each index. The due index copies only keys but is counted in full. */
const storedBytes = (item: object): number => {
  const copies = 1 + Object.values(indexes).filter((index) => index.partition in item).length;
  return copies * (itemBytes(item) + overheadBytes);
};

const textsOf = ({ carrier }: MeasuredHotline): Work['texts'] => {
  const texts = { out: 0, segments: 0, unicode: 0, in: 0, outsideWindow: 0 };
  for (const phone of carrier.phones()) {
    let heard = Number.NEGATIVE_INFINITY;
    for (const { author, at, segments, text } of carrier.messagesOf(phone)) {
      if (author === 'phone') {
        texts.in += 1;
        heard = at;
      }
      if (author !== 'hotline') continue;
      texts.out += 1;
      texts.segments += segments;
      if (/[\u0900-\u097f]/.test(text)) texts.unicode += 1;
      if (at - heard > hours(24)) texts.outsideWindow += 1;
    }
  }
  return texts;
};

const callsOf = (calls: SimCall[]): Omit<Work['calls'], 'minutesRecorded'> => {
  const answered = calls.filter((call) => call.answeredAt !== undefined);
  const minutesOf = (call: SimCall): number =>
    Math.ceil(((call.endedAt ?? 0) - (call.answeredAt ?? 0)) / 60_000);
  const way = (direction: SimCall['direction']) =>
    answered.filter((call) => call.direction === direction);
  return {
    in: way('in').length,
    out: way('out').length,
    minutesIn: sum(way('in'), minutesOf),
    minutesOut: sum(way('out'), minutesOf),
    charactersSaid: sum(answered, (call) =>
      sum(call.heard, (line) => (line.recording ? 0 : line.text.length)),
    ),
  };
};
