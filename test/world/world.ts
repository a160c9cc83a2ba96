import { readFileSync } from 'node:fs';
import { type Item, toItem } from '#functions/adapters/dynamodb/items.ts';
import { keyOf, tableAttributes } from '#functions/adapters/dynamodb/keys.ts';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { WriteMetric } from '#functions/adapters/metrics/metric-lines.ts';
import { withStoreMetrics } from '#functions/adapters/metrics/store-metrics.ts';
import { entityOf, type Stored } from '#functions/adapters/stored-entities.ts';
import { toOtherNumbers, toUnanswered } from '#functions/carriers/own-numbers.ts';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import { createHotline } from '#functions/hotline.ts';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';
import type { OnInvalidItem } from '#functions/ports/invalid-item.ts';
import type { Services } from '#functions/ports/services.ts';
import { dueKinds, type RequestFile, type Store } from '#functions/ports/store.ts';
import { importDonor, importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import { reportInvalidItem } from '#functions/use-cases/report-invalid-item.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { templateCategory } from '#shared/messages/templates/whatsapp/template-category.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { newPerson } from '#shared/people/person.ts';
import { withServed } from '#shared/people/proof/family-record.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { pinSchema, zoneIdSchema } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import type { Language } from '#shared/terms/language.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import {
  type Day,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  minutes,
} from '#shared/terms/time.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';
import { everyContent, untemplated } from './carriers/every-content.ts';
import { everyTemplate, fitsAnyTemplate } from './carriers/every-template.ts';
import { createFarCarriers, type FarChoice, toSimulatedRequest } from './carriers/far-carriers.ts';
import { unregisteredTexts } from './carriers/registered-texts.ts';
import { watchClaims } from './claims/claims-of-world.ts';
import { leaksIn, namesIn } from './leaks.ts';
import { Phone } from './phone.ts';
import { seededIds } from './seeded-ids.ts';
import { freshRawStore } from './servers/test-database.ts';
import { virtualTime } from './virtual-time.ts';

export const publicUrl = 'https://hotline.test';
const hotlineNumber = phoneNumberSchema.parse('+915320000000');
export const account = { accountSid: 'ACscenario', authToken: 'scenario-token' };

/** The second number, in scenarios that have one. */
export const missedCallNumber = phoneNumberSchema.parse('+915320000001');

type ConfigChange = (config: HotlineConfig) => HotlineConfig;

/** The shipped configuration, with outgoing calls. */
export const callingConfig = (change: ConfigChange = (c) => c): HotlineConfig =>
  change(hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8'))));

/** The configuration without outgoing calls at half of a stage or round, and without the messages of the days after a gift. */
export const testConfig = (change: ConfigChange = (c) => c): HotlineConfig => {
  const config = callingConfig();
  const { policy } = config;
  const calls = { ...policy.calls, halfTime: [], volunteers: false };
  const { certificate, news, lapsed, ...rest } = policy.afterGift;
  const off = { on: false };
  const afterGift = {
    ...rest,
    certificate: { ...certificate, ...off },
    news: { ...news, ...off },
    lapsed: { ...lapsed, ...off },
  };
  const stories = { ...policy.stories, ...off };
  return change({ ...config, policy: { ...policy, calls, afterGift, stories } });
};

/** More rounds than the due steps of one moment need when each leads to the next. */
const mostRounds = 300;

/** A Monday, 11:00 in India. */
const mondayMorning = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });

/**
 * Where a scenario stores its items. The memory store keeps the same contract and is five times as fast, so it is the
 * default. Races and whole requests also run on a real database (`databaseScenario`). With SCENARIOS_ON=database and
 * DYNAMODB_ENDPOINT every scenario does.
 */
type On = 'memory' | 'database' | Store;
const defaultStore: On = process.env['SCENARIOS_ON'] === 'database' ? 'database' : 'memory';

type Options = {
  config?: HotlineConfig;
  start?: EpochMs;
  seed?: number;
  on?: On;
  /** The second number, whose calls are not answered but returned. */
  missedCallNumber?: PhoneNumber;
  /** A missed call to one of them is a donor's answer. */
  yesNumber?: PhoneNumber;
  noNumber?: PhoneNumber;
  /** Named in every text that asks. */
  answerNumber?: PhoneNumber;
  /** WhatsApp has approved a template of every message but these. */
  templatesWithout?: readonly string[];
  /** Which carriers stand in place of Twilio; SCENARIO_CARRIERS=exotel,plivo,twilio makes them the default. */
  carriers?: FarChoice;
  /** Receives the metrics, as on Lambda. */
  measure?: WriteMetric;
};
const chosenNames = (process.env['SCENARIO_CARRIERS'] ?? '').split(',');
const chosenCarriers: FarChoice = {
  ...(chosenNames.includes('exotel') && { texts: 'exotel' }),
  ...(chosenNames.includes('plivo') && { calls: 'plivo' }),
  ...(chosenNames.includes('twilio') && { whatsapp: 'twilio' }),
};
export type DonorOptions = {
  group?: BloodGroup;
  pin?: string;
  language?: Language;
  sex?: 'woman' | 'man';
  birthYear?: number;
  lastDonation?: Day;
  weightKg?: number;
  pausedUntil?: Day;
};

type VolunteerOptions = { role?: 'verifier' | 'coordinator'; zone?: string; language?: Language };

/**
 * The complete hotline in one process and in virtual time: the real webhooks, use cases and store, and the simulated
 * carrier with the phones of people.
 */
export const createWorld = async ({
  config = testConfig(),
  start = mondayMorning,
  seed = 1,
  on = defaultStore,
  missedCallNumber,
  yesNumber,
  noNumber,
  answerNumber,
  templatesWithout,
  carriers = chosenCarriers,
  measure,
}: Options = {}) => {
  const time = virtualTime(start);
  const logged: string[] = [];
  const keep = (what: string, facts?: object) =>
    void logged.push(`${what} ${JSON.stringify(facts ?? {})}`);
  const log = { info: keep, error: keep };
  const kept = await storeOf(on, reportInvalidItem(log));
  const { store, everything, names, queued, saves, claimed } = withMemory(
    measure ? withStoreMetrics(kept, { writeMetric: measure, clock: time.clock }) : kept,
    (sid) => writerOf(sid),
  );
  const ids = seededIds(seed);
  let underWay = 0;
  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
    }
  };

  const numbers = {
    missedCall: missedCallNumber,
    yes: yesNumber,
    no: noNumber,
    answer: answerNumber,
  };
  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    ...(missedCallNumber && { missedCallNumber }),
    // Plivo refuses what is too much, and queues nothing.
    ...(carriers.calls && { callsPerSecond: 1000 }),
    moreNumbers: [yesNumber, noNumber].filter((number) => number !== undefined),
    now: () => time.clock.now(),
    later: time.later,
    webhook: (request) => tracked(others.webhook(request)),
    seed,
  });
  const twilio = createTwilioCarrier({
    ...account,
    from: hotlineNumber,
    publicUrl,
    apiUrl: 'https://carrier.test',
    fetch: async (url, init) => tracked(Promise.resolve(carrier.app.fetch(new Request(url, init)))),
  });
  let refused = 0;
  /** Requests that wait for their turn within the process. */
  let pausing = 0;
  const others = createFarCarriers({
    choice: carriers,
    sender: { from: hotlineNumber, publicUrl },
    twilio,
    toSimulated: async (path, init) =>
      tracked(
        Promise.resolve(carrier.app.fetch(toSimulatedRequest(account, hotlineNumber, path, init))),
      ),
    toHotline: async (request) => app.fetch(request),
    now: () => time.clock.now(),
    pause: async (ms) => {
      pausing += 1;
      await new Promise<void>((resolve) => time.later(ms, resolve));
      pausing -= 1;
    },
    onRefused: () => {
      refused += 1;
    },
  });
  const services: Services = {
    store,
    carrier: { ...twilio, ...others.carrier },
    ...(carriers.texts && { templates: everyTemplate({ ...config, hotlineNumber, answerNumber }) }),
    ...(templatesWithout && {
      contents: everyContent(carrier, { ...config, hotlineNumber }, templatesWithout),
    }),
    clock: time.clock,
    ids,
    log,
    config,
    gazetteer: createGazetteer(config),
    hotlineNumber,
    ...toOtherNumbers(numbers),
    publicUrl,
  };
  const { app, runDueSteps } = createHotline({
    services,
    ...twilioSettings(account.authToken),
    ...others.settings,
    authTokens: { twilio: [account.authToken], ...others.settings.authTokens },
    unanswered: toUnanswered(numbers),
  });

  const quiet = async (): Promise<void> => {
    for (let calm = 0; calm < 5; calm = underWay > 0 ? 0 : calm + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  /** While nothing is saved and nothing becomes due, `settle` has nothing to do. */
  let seen = -1;
  let nextDue = 0;
  /** The due steps of this moment. A step that waits for its turn at a carrier takes time. */
  const takeDueSteps = async (): Promise<void> => {
    let isOver = false;
    const run = runDueSteps().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await quiet();
      const next = time.nextTimer();
      if (!isOver && pausing > 0 && next !== undefined) time.goTo(next);
    }
    await run;
  };
  /** Runs all steps that are due now, as the table's stream would. */
  const settle = async (): Promise<void> => {
    await quiet();
    if (saves() === seen && time.clock.now() < nextDue) return;
    for (let before = -1, rounds = 0; before !== saves(); rounds += 1) {
      if (rounds === mostRounds) throw new Error('the due steps of this moment do not end');
      before = saves();
      await takeDueSteps();
      await quiet();
    }
    seen = saves();
    const far = epochMs(time.clock.now() + days(4000));
    const first = await Promise.all(dueKinds.map((kind) => store.due(kind, far, 1)));
    nextDue = Math.min(...first.flat().map((due) => due.at));
  };
  /** The minute in which a sweep finds the next due step. A step that has failed comes again in the next minute. */
  const nextSweep = (): number =>
    Math.ceil(Math.max(nextDue, time.clock.now() + 1) / minutes(1)) * minutes(1);

  /** Advances the time: fires the carrier's timers and runs the due steps of each minute, in order. */
  const advanceAlone = async (ms: number): Promise<void> => {
    await settle();
    const end = time.clock.now() + ms;
    for (;;) {
      const next = Math.min(time.nextTimer() ?? Number.POSITIVE_INFINITY, nextSweep());
      time.goTo(Math.min(next, end));
      await settle();
      if (next > end) return;
    }
  };

  /** Two people who listen at the same time advance the clock in turn. */
  let turn: Promise<unknown> = Promise.resolve();
  const advance = (ms: number): Promise<void> => {
    const passed = turn.then(() => advanceAlone(ms));
    turn = passed.catch(() => {});
    return passed;
  };

  const phones = new Map<PhoneNumber, Phone>();
  carrier.onMessage((bubble, news) => {
    if (news === 'arrived' && bubble.author === 'hotline')
      phones.get(bubble.phone)?.receive(bubble);
  });
  carrier.calls.onCall((call) => {
    if (call.direction === 'out' && call.status === 'ringing') phones.get(call.phone)?.rings(call);
  });
  const writerOf = (sid: string): PhoneNumber | undefined =>
    [...phones.keys()].find((number) => carrier.messagesOf(number).some((one) => one.sid === sid));
  let lastNumber = 0;
  const phone = (name: string): Phone => {
    lastNumber += 1;
    const number = phoneNumberSchema.parse(`+91945${String(lastNumber).padStart(7, '0')}`);
    const made = new Phone(name, number, carrier, advance);
    phones.set(number, made);
    return made;
  };

  /** Imports the holder of the phone as a volunteer. */
  const makeVolunteer = async (made: Phone, line: VolunteerOptions = {}): Promise<void> => {
    await importVolunteer(services, {
      phone: made.number,
      name: made.name,
      zone: zoneIdSchema.parse(line.zone ?? 'prayagraj'),
      role: line.role ?? 'verifier',
      language: line.language ?? 'en',
    });
  };

  return {
    services,
    carrier,
    store,
    app,
    logged,
    settle,
    /** The sweep of each of the next minutes, also when nothing is due. */
    passMinutes: async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) {
        await advance(minutes(1));
        await runDueSteps();
        seen = -1;
        await settle();
      }
    },
    clock: {
      advance,
      now: () => time.clock.now(),
      at: (moment: number) => advance(moment - time.clock.now()),
    },
    /** A person with a phone that the hotline does not know. */
    phone,
    /** A donor of ours has given for this family before: it gets numbers. */
    wasServed: async (family: Phone): Promise<void> => {
      const known = await store.person(family.number);
      const person = known ?? newPerson(family.number, time.clock.now());
      await store.save([{ put: { ...person, familyRecord: withServed(person.familyRecord) } }]);
    },
    /** A person imported as a donor. */
    donor: async (name: string, line: DonorOptions = {}): Promise<Phone> => {
      const made = phone(name);
      await importDonor(services, {
        phone: made.number,
        name,
        group: line.group ?? 'B+',
        sex: line.sex ?? 'man',
        birthYear: line.birthYear ?? 1990,
        pin: pinSchema.parse(line.pin ?? '211001'),
        language: line.language ?? 'en',
        ...(line.lastDonation && { lastDonation: line.lastDonation }),
        ...(line.weightKg && { weightKg: line.weightKg }),
        ...(line.pausedUntil && { pausedUntil: line.pausedUntil }),
      });
      return made;
    },
    /** A person imported as a volunteer, on duty. */
    volunteer: async (name: string, line: VolunteerOptions = {}): Promise<Phone> => {
      const made = phone(name);
      await makeVolunteer(made, line);
      return made;
    },
    makeVolunteer,
    /**
     * The messages and calls that the scenario did not expect, and the replies that the carrier refused because they
     * were too long.
     */
    unexpected: (): string[] =>
      [...phones.values()].flatMap((p) => [
        ...p.unread().map((text) => `${p.name} got: ${text}`),
        ...p.unexpectedCalls().map((call) => `${p.name} was called: ${call.status}`),
        ...carrier
          .messagesOf(p.number)
          .filter(({ error }) => error === 21617)
          .map(({ text }) => `${p.name} never got: ${text}`),
      ]),
    /** Texts to phones, replies included, that fit no template of the catalog. */
    unregistered: (): string[] => {
      const sent = [...phones.keys()]
        .flatMap(carrier.messagesOf)
        .filter(({ author, channel }) => author === 'hotline' && channel === 'sms');
      return unregisteredTexts(
        fitsAnyTemplate({ ...config, hotlineNumber, answerNumber }),
        sent.map(({ text }) => text),
      );
    },
    /** Sentences that claim what is not stored (claims/claims.ts), and how many were held against the store. */
    untrue: () => claimed.broken(),
    claimsChecked: () => claimed.checked(),
    phones: () => [...phones.values()],
    /** Requests that a carrier has refused because there were too many. */
    refused: () => refused,
    /** The outbox rows of all messages, as they are stored now. */
    outbox: async (): Promise<OutboxRow[]> => {
      const ids = [...everything.values()].flatMap((e) => (e.kind === 'outbox' ? [e.id] : []));
      const rows = await Promise.all(ids.map((id) => store.outboxRow(id)));
      return rows.filter((row) => row !== undefined);
    },
    /** All items of the table that have not expired. */
    table: (): Item[] =>
      [...everything.values()]
        .map(toItem)
        .filter((item) => !(Number(item[tableAttributes.expires]) * 1000 <= time.clock.now())),
    /** Whole numbers, names (also of patients and attendants), messages and account keys in the log. */
    leaks: (): string[] =>
      leaksIn(logged, {
        numbers: [...phones.keys()],
        names: [...names, ...[...phones.values()].map(({ name }) => name)],
        texts: [...phones.keys()].flatMap(carrier.messagesOf).map(({ text }) => text),
        keys: Object.values(account),
      }),
    /** What was queued as a text that is no reply, and has no template for WhatsApp though it should. */
    untemplated: (): string[] =>
      [...queued].filter((key) => templateCategory(key) === undefined && !untemplated.has(key)),
    /** Log lines about events that must not happen. */
    faults: (): string[] =>
      logged.filter((line) => /failed|not-signed|malformed|invalid-item|audit-mended/.test(line)),
    /** The request with that code and all items under its key. */
    file: async (code: string): Promise<RequestFile> => {
      const pointer = await store.code(requestCodeSchema.parse(code));
      const file = pointer && (await store.requestFile(pointer.requestId));
      if (!file) throw new Error(`no request ${code}`);
      return file;
    },
  };
};

const storeOf = async (on: On, onBroken: OnInvalidItem): Promise<Store> => {
  if (typeof on === 'object') return on;
  return on === 'database' ? (await freshRawStore(onBroken)).store : createMemoryStore(onBroken);
};

/** Wraps a store. Also returns all stored entities, all names ever stored, and the number of saves. */
const withMemory = (store: Store, writerOf: (sid: string) => PhoneNumber | undefined) => {
  const everything = new Map<string, Stored>();
  const names = new Set<string>();
  const queued = new Set<MessageKey>();
  const claimed = watchClaims({ stored: () => everything.values(), writerOf });
  let count = 0;
  const remembered: Store = {
    ...store,
    async save(writes) {
      // The mark of a finished sweep does not count as an event.
      if (!writes.every((write) => 'put' in write && write.put.kind === 'sweep')) count += 1;
      const result = await store.save(writes);
      if (result === 'saved') {
        for (const write of writes) {
          const entity = entityOf(write);
          const { pk, sk } = keyOf(entity);
          for (const name of namesIn(entity)) names.add(name);
          if (isUnasked(entity)) queued.add(entity.message.key);
          if ('remove' in write) everything.delete(`${pk} ${sk}`);
          else everything.set(`${pk} ${sk}`, entity);
        }
        claimed.saved(writes);
      }
      return result;
    },
  };
  return { store: remembered, everything, names, queued, claimed, saves: () => count };
};

/** A text that is queued without its words: replies to a text that takes none have them already. */
const isUnasked = (entity: Stored): entity is OutboxRow & { message: Message } =>
  entity.kind === 'outbox' &&
  entity.state === 'queued' &&
  entity.message !== undefined &&
  entity.text === undefined &&
  entity.channel !== 'call';

export type World = Awaited<ReturnType<typeof createWorld>>;
