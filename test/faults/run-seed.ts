import { createHash } from 'node:crypto';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { dueOf } from '#functions/adapters/stored-entities.ts';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import { createHotline } from '#functions/hotline.ts';
import type { Services } from '#functions/ports/services.ts';
import type { Write } from '#functions/ports/store.ts';
import { noFaults } from '#infra/local/simulator/faults.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { days, minutes, seconds } from '#shared/terms/time.ts';
import { leaksIn, namesIn } from '../world/leaks.ts';
import { seededIds } from '../world/seeded-ids.ts';
import { virtualTime } from '../world/virtual-time.ts';
import { type BugName, withBug } from './bugs.ts';
import { createLedger, type Errand, entityOf } from './event-record.ts';
import { cast, config, gazetteer, hotlineNumber, nameOf, startOf, townOf } from './fault-people.ts';
import { drawLuck, type FaultName } from './fault-plan.ts';
import { createModel } from './model.ts';
import { createDice } from './rng.ts';
import { createTurnstile } from './scheduler.ts';
import { drawStep, firstSteps, phoneOf, type Step, type Unread } from './script.ts';
import { errands, faultyStore, type Process, type Surroundings, stepOf } from './sim-process.ts';
import type { SeedDatabase } from './store/seed-store.ts';

export type Played = {
  seed: number;
  /** Two runs that did exactly the same have the same digest. */
  digest: string;
  steps: Step[];
  /** How many times the database or the carrier was reached. */
  operations: number;
  faults: Map<FaultName, number>;
  /** What must hold for people, and did not. */
  broken: string[];
  trace: string[];
};

type Play = {
  seed: number;
  database: SeedDatabase;
  bug?: BugName | undefined;
  steps?: Step[] | undefined;
};

const account = { accountSid: 'ACfaults', authToken: 'faults-token' };
const publicUrl = 'https://hotline.test';

/** One seed: a story, its faults, and the long quiet after them in which everything must come to its end. */
export const playSeed = async ({ seed, database, bug, steps: given }: Play): Promise<Played> => {
  const dice = createDice(seed);
  const storyDice = createDice(seed + 1_000_003);
  const time = virtualTime(startOf(dice));
  const now = time.clock.now;
  const luck = drawLuck(createDice(seed + 2_000_003));
  const turnstile = createTurnstile(createDice(seed + 3_000_017));
  const ledger = createLedger();
  const table = await database.fresh();

  const began = now();
  const trace: string[] = [];
  const sids = new Map<string, string>();
  /** The carrier's ids are random; here they are counted. */
  const steady = (line: string): string =>
    line.replace(/\b(SM|MM|CA)[0-9a-f]{32}\b/g, (sid) => {
      if (!sids.has(sid)) sids.set(sid, `sid${sids.size}`);
      return sids.get(sid) ?? sid;
    });
  const hash = createHash('sha256');
  const note = (line: string): void => {
    const whole = `${String((now() - began) / 1000).padStart(8)} s  ${steady(line)}`;
    hash.update(`${whole}\n`);
    trace.push(whole);
  };
  let operations = 0;

  const faults = noFaults();
  const model = createModel({ ledger, config, now, note });

  const saved = (writes: Write[]): void => {
    hash.update(steady(inOrder(writes)));
    model.saved(ledger.take(writes, now(), errands.getStore()));
    for (const write of writes) {
      for (const name of namesIn(entityOf(write))) names.add(name);
      const due = 'remove' in write ? undefined : dueOf(entityOf(write));
      if (due && due.at <= now()) stream(write);
    }
  };
  const around: Surroundings = {
    turn: (label, work) => {
      operations += 1;
      return turnstile.pass(label, work);
    },
    sleep: (ms) => new Promise((resolve) => time.later(ms, resolve)),
    luck,
    trace: note,
    ledger,
    strike: table.strike,
    saved,
  };

  const logged: string[] = [];
  const names = new Set(Object.keys(cast));
  const keep = (what: string, facts?: object): void => {
    const line = `${what} ${JSON.stringify(facts ?? {})}`;
    logged.push(line);
    note(`log: ${line}`);
  };
  const log = { info: keep, error: keep };
  /** Whoever can be found in the log. */
  const leaks = (): string[] => {
    const phones = Object.values(cast);
    const texts = phones.flatMap(carrier.messagesOf).map(({ text }) => text);
    return leaksIn(logged, {
      numbers: phones,
      names: [...names],
      texts,
      keys: Object.values(account),
    });
  };

  const ids = seededIds(seed);
  let processes = 0;
  const start = () => {
    processes += 1;
    const process: Process = { name: `p${processes}`, alive: true };
    const step = stepOf(process, around);
    const kept = faultyStore(table.open(), process, around);
    const services: Services = {
      store: withBug(kept, bug, { ledger, log }),
      carrier: createTwilioCarrier({
        ...account,
        from: hotlineNumber,
        publicUrl,
        apiUrl: 'https://carrier.test',
        fetch: (url, init) => {
          const body = init.body instanceof URLSearchParams ? init.body : undefined;
          const callback = new URL(body?.get('StatusCallback') ?? publicUrl).searchParams;
          const row = callback.get('m') ?? callback.get('c') ?? undefined;
          return askCarrier(step, url, init, row);
        },
      }),
      clock: { now, pause: () => step('pause', async () => {}) },
      ids,
      log,
      config,
      gazetteer,
      hotlineNumber,
      publicUrl,
    };
    const hotline = createHotline({ services, authTokens: [account.authToken] });
    return { process, services, ...hotline };
  };

  /** The carrier answers in its own time; whoever asked it waits ten seconds and no longer. */
  const askCarrier = async (
    step: ReturnType<typeof stepOf>,
    url: string,
    init: RequestInit,
    row: string | undefined,
  ): Promise<Response> => {
    const label =
      row === undefined ? 'carrier: asks' : `carrier: ${ledger.message(row)?.message?.key}`;
    const patience = new AbortController();
    const errand = errands.getStore();
    const response = await step(label, async () => {
      asking = patience;
      model.sending(row, errand);
      return Promise.resolve(
        carrier.app.fetch(new Request(url, { ...init, signal: patience.signal })),
      ).catch((error: unknown) => ({ error }));
    });
    if (patience.signal.aborted) await around.sleep(seconds(10));
    if ('error' in response) throw response.error;
    return response;
  };
  /** The request to the carrier that is in hand: it is given up at once where no answer will come. */
  let asking: AbortController | undefined;

  const running = [start(), start()];
  const someone = () => {
    const slot = luck.isOver() ? 0 : dice.below(running.length);
    let one = running[slot];
    if (!one?.process.alive) {
      one = start();
      running[slot] = one;
    }
    return one;
  };
  const onErrand = <T>(errand: Errand, work: () => Promise<T>): Promise<T> =>
    errands.run({ ...errand, began: ledger.saves() }, work);
  const quietly = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      note(`handler: ${error instanceof Error ? error.name : String(error)}`);
    }
  };

  /** The table's stream tells of what is due at once: soon, late, twice or never. */
  const stream = (write: Write): void => {
    if (luck.befalls('stream-never')) return;
    const image = Object.fromEntries(
      Object.entries(toItem(entityOf(write)))
        .filter(([, value]) => typeof value === 'string')
        .map(([name, value]) => [name, { S: String(value) }]),
    );
    const event = { Records: [{ dynamodb: { NewImage: image } }] };
    const wake = (): void =>
      void quietly(onErrand({ what: 'stream' }, () => someone().processStream(event)));
    if (luck.befalls('stream-late'))
      time.later(Math.round(luck.between(seconds(1), minutes(3))), wake);
    else wake();
    if (luck.befalls('stream-twice')) wake();
  };

  const sweep = (): void => {
    const one = () => void quietly(onErrand({ what: 'sweep' }, () => someone().runDueSteps()));
    if (luck.befalls('sweep-skipped')) return;
    one();
    if (luck.befalls('sweep-twice')) one();
  };

  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    now,
    later: time.later,
    seed,
    faults,
    onFault(what) {
      luck.count(what);
      if (what === 'silenceAfterAccepting') asking?.abort();
    },
    async webhook(request) {
      const { app } = someone();
      const body = await request.clone().text();
      const form = new URLSearchParams(body);
      const sid = form.get('MessageSid') ?? '';
      const { pathname } = new URL(request.url);
      const isText = pathname === '/twilio/sms';
      const parties = [form.get('From'), form.get('To')];
      const response = await onErrand(
        {
          what: isText ? 'text' : pathname,
          // Whoever is on the phone, whoever has called whom.
          ...(pathname.startsWith('/twilio/voice') && {
            from: parties.find((party) => party && party !== hotlineNumber) ?? '',
          }),
          ...(isText && {
            sid,
            says: form.get('Body') ?? '',
            from: (form.get('From') ?? '').replace('whatsapp:', ''),
          }),
        },
        () => Promise.resolve(app.fetch(request)),
      );
      if (isText) {
        const answer = await response.clone().text();
        note(`answer to ${sid}: ${response.status}`);
        model.answered(sid, response.status, answer);
      }
      if (!luck.befalls('webhook-answer-lost')) return response;
      throw new Error('the answer was lost');
    },
  });
  const unread: Unread = [];
  carrier.onMessage((bubble, news) => {
    if (bubble.author === 'phone') return;
    model.carried(bubble, news);
    if (news !== 'arrived') return;
    note(`${nameOf(bubble.phone)} hears: ${bubble.text}`);
    unread.push({ who: nameOf(bubble.phone), text: bubble.text });
  });

  const { calls } = carrier;
  /** One key after the other, as each question is heard, and then the phone is put down. */
  const presses = (sid: string, keys: string): void => {
    const after = seconds(8);
    for (const [i, key] of [...keys].entries())
      time.later(after * (i + 1), () => void quietly(calls.press(sid, key)));
    time.later(after * (keys.length + 2), () => void quietly(calls.hangUp(sid)));
  };
  const keysOf = new Map<string, string>();
  const pickedUp = new Set<string>();
  calls.onCall(({ sid, phone, direction, status }) => {
    const keys = keysOf.get(phone);
    if (direction !== 'out' || status !== 'ringing' || keys === undefined || pickedUp.has(sid))
      return;
    pickedUp.add(sid);
    time.later(seconds(3), () => {
      note(`${nameOf(phone)} picks up, and presses ${keys}`);
      void quietly(calls.answer(sid));
      presses(sid, keys);
    });
  });

  const ring = (phone: string, ringing: Extract<Step, { ringing: unknown }>['ringing']): void => {
    delete faults.calls[phone];
    keysOf.delete(phone);
    if (typeof ringing === 'object') keysOf.set(phone, ringing.keys);
    else if (ringing !== undefined) faults.calls[phone] = ringing;
  };

  let sweptAt = 0;
  const nextSweep = (): number => {
    const due = ledger.nextDue('request', 'outbox', 'call', 'code');
    const at = Math.max(Math.ceil(due / minutes(1)) * minutes(1), sweptAt + minutes(1));
    return Math.max(at, now());
  };
  /** Everything that can happen without time passing has happened. */
  const pass = async (ms: number): Promise<void> => {
    const end = now() + ms;
    for (;;) {
      await turnstile.empty();
      model.check();
      const next = Math.min(time.nextTimer() ?? Number.POSITIVE_INFINITY, nextSweep());
      if (next > end) break;
      const swept = next === nextSweep();
      time.goTo(next);
      if (swept) {
        sweptAt = next;
        sweep();
      }
    }
    time.goTo(end);
    await turnstile.empty();
  };

  const lastSid = new Map<string, string>();
  const act = (step: Step): void => {
    const phone = phoneOf(step.who);
    note(`${step.who}: ${JSON.stringify({ ...step, who: undefined, after: undefined })}`);
    if ('number' in step) {
      if (step.number === undefined) delete faults.numbers[phone];
      else faults.numbers[phone] = step.number;
      return;
    }
    if ('ringing' in step) {
      ring(phone, step.ringing);
      return;
    }
    if ('dials' in step) {
      void calls.call(phone).then(({ sid }) => presses(sid, step.dials));
      return;
    }
    const again = 'repeats' in step ? lastSid.get(step.who) : undefined;
    if ('repeats' in step && again === undefined) return;
    const text = 'says' in step ? step.says : '';
    const channel = 'says' in step && step.channel ? { channel: step.channel } : {};
    const options = again === undefined ? channel : { messageSid: again };
    void carrier.text(phone, text, options).then(({ messageSid }) => {
      lastSid.set(step.who, messageSid);
    });
  };

  const play = async (): Promise<Step[]> => {
    const donorCount = 3 + dice.below(5);
    const town = await townOf(donorCount);
    await table.open().save(town.map((person) => ({ put: person })));
    ledger.take(
      town.map((person) => ({ put: person })),
      now(),
      undefined,
    );
    model.begin();
    if (luck.isNone) model.calm();
    Object.assign(faults, luck.carrier);
    const people = ['Sunita', ...town.map((person) => nameOf(person.phone))];
    const played: Step[] = [];
    let waits = 0;
    const take = async (step: Step): Promise<void> => {
      played.push({ ...step, after: waits + step.after });
      waits = 0;
      await pass(step.after);
      act(step);
      // What is said at the same time meets on the way.
      if (step.after > 0) await turnstile.empty();
    };
    if (given) for (const step of given) await take(step);
    else {
      for (const step of firstSteps(storyDice)) await take(step);
      const length = 5 + storyDice.below(10);
      for (let i = 0; i < length; i += 1) {
        // Nothing to answer: they wait a little, and that is part of what they do next.
        const waited = unread.length === 0 ? seconds(10) : 0;
        waits += waited;
        await pass(waited);
        const step = drawStep(storyDice, unread, people);
        if (!step) continue;
        await take(step);
      }
    }
    await pass(minutes(4) - waits);
    return played;
  };

  /** All is well again; whoever waits for nothing more says so, and the rest runs out by itself. */
  const comeToRest = async (): Promise<void> => {
    note('faults end');
    luck.end();
    const { nextSends: _, ...none } = noFaults();
    Object.assign(faults, none);
    running.splice(0, running.length, start());
    await pass(minutes(16));
    model.calm();
    if (dice.lands(0.9))
      for (const request of ledger.requests())
        if (request.dueAt !== undefined && request.requester)
          act({ after: 0, who: nameOf(request.requester), says: dice.pick(['CLOSE', 'DONE']) });
    const end = now() + days(4);
    // What has gone wrong once is enough: a bug may go round for days.
    while (now() < end && model.broken().length === 0) {
      await pass(minutes(1));
      const next = Math.min(time.nextTimer() ?? Number.POSITIVE_INFINITY, nextSweep());
      if (next === Number.POSITIVE_INFINITY) break;
      await pass(Math.max(0, next - now()));
    }
  };

  try {
    const steps = await play();
    await comeToRest();
    if (model.broken().length === 0) await model.end(table);
    return {
      seed,
      digest: hash.digest('hex').slice(0, 16),
      steps,
      operations,
      faults: luck.counts,
      broken: [...model.broken(), ...leaks()],
      trace,
    };
  } finally {
    await table.drop();
  }
};

/** A database returns the fields of an item in any order. */
const inOrder = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  const fields = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${fields
    .map(([name, v]) => `${name}:${inOrder(v)}`)
    .sort()
    .join()}}`;
};
