import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { wakes } from '#functions/adapters/stored-entities.ts';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import { createWebhookUrls } from '#functions/carriers/twilio/webhook-urls.ts';
import { createHotline } from '#functions/hotline.ts';
import type { Services } from '#functions/ports/services.ts';
import type { Write } from '#functions/ports/store.ts';
import { noFaults } from '#infra/local/simulator/faults.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { days, minutes, seconds } from '#shared/terms/time.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';
import { everyTemplate } from '../world/carriers/every-template.ts';
import { exotelPatience, postByExotel } from '../world/carriers/exotel-retries.ts';
import {
  createFarCarriers,
  type FarChoice,
  toSimulatedRequest,
} from '../world/carriers/far-carriers.ts';
import { leaksIn, namesIn } from '../world/leaks.ts';
import { seededIds } from '../world/seeded-ids.ts';
import { virtualTime } from '../world/virtual-time.ts';
import { type BugName, withBug } from './bugs.ts';
import { createEventRecord, entityOf, type HandlerTask } from './event-record.ts';
import {
  answerNumber,
  config,
  createPeople,
  gazetteer,
  hotlineNumber,
  nameOf,
  phoneNumbers,
  startOf,
} from './fault-people.ts';
import { drawFaultPlan, type FaultName } from './fault-plan.ts';
import { createModel } from './model.ts';
import { createRng } from './rng.ts';
import { createScheduler } from './scheduler.ts';
import { drawStep, firstSteps, phoneOf, type Step, type Unread } from './script.ts';
import {
  createFaultyStore,
  createStep,
  currentTask,
  type Process,
  type SimEnvironment,
} from './sim-process.ts';
import type { SeedDatabase } from './store/seed-store.ts';

export type SeedResult = {
  seed: number;
  /** Equal for two runs with the same trace and the same saves. */
  digest: string;
  steps: Step[];
  /** The number of operations on the database and the carrier. */
  operations: number;
  faults: Map<FaultName, number>;
  /** The rules that were violated. */
  broken: string[];
  trace: string[];
};

type SeedOptions = {
  seed: number;
  database: SeedDatabase;
  bug?: BugName | undefined;
  steps?: Step[] | undefined;
  /** Which carriers stand in place of Twilio. */
  carriers?: FarChoice | undefined;
};

const account = { accountSid: 'ACfaults', authToken: 'faults-token' };
const publicUrl = 'https://hotline.test';

/** Runs one seed: a script, its faults, and a long time without faults in which everything must end. */
export const runSeed = async ({
  seed,
  database,
  bug,
  steps: given,
  carriers: choice = {},
}: SeedOptions): Promise<SeedResult> => {
  const rng = createRng(seed);
  const scriptRng = createRng(seed + 1_000_003);
  const time = virtualTime(startOf(rng));
  const now = time.clock.now;
  const plan = drawFaultPlan(createRng(seed + 2_000_003));
  const scheduler = createScheduler(createRng(seed + 3_000_017));
  const events = createEventRecord();
  const table = await database.fresh();

  const began = now();
  const trace: string[] = [];
  const sids = new Map<string, string>();
  /** Replaces the carrier's random ids with numbers. */
  const withStableIds = (line: string): string =>
    line.replace(/\b(SM|MM|CA)[0-9a-f]{32}\b/g, (sid) => {
      if (!sids.has(sid)) sids.set(sid, `sid${sids.size}`);
      return sids.get(sid) ?? sid;
    });
  /** Hashed together at the end: that is faster than line by line. */
  const digested: string[] = [];
  const note = (line: string): void => {
    const whole = `${String((now() - began) / 1000).padStart(8)} s  ${withStableIds(line)}`;
    digested.push(`${whole}\n`);
    trace.push(whole);
  };
  let operations = 0;

  const faults = noFaults();
  const isByExotel = choice.texts === 'exotel';
  const answers = isByExotel ? { answerNumber } : {};
  const model = createModel({ events, config, now, note, ...answers, tells: !isByExotel });

  const saved = (writes: Write[]): void => {
    digested.push(withStableIds(inOrder(writes)));
    model.saved(events.take(writes, now(), currentTask.getStore()));
    for (const write of writes) {
      for (const name of namesIn(entityOf(write))) names.add(name);
      if (!('remove' in write) && wakes(entityOf(write), now())) stream(write);
    }
  };
  const environment: SimEnvironment = {
    turn: (label, work) => {
      operations += 1;
      return scheduler.run(label, work);
    },
    sleep: (ms) => new Promise((resolve) => time.later(ms, resolve)),
    plan,
    trace: note,
    events,
    injectFault: table.injectFault,
    saved,
    textOf: (sid) => textOf(sid),
  };

  const logged: string[] = [];
  const names = new Set(Object.keys(phoneNumbers));
  const keep = (what: string, facts?: object): void => {
    const line = `${what} ${JSON.stringify(facts ?? {})}`;
    logged.push(line);
    note(`log: ${line}`);
  };
  const log = { info: keep, error: keep };
  /** Personal data in the log. */
  const leaks = (): string[] => {
    const phones = Object.values(phoneNumbers);
    const texts = phones.flatMap(carrier.messagesOf).map(({ text }) => text);
    return leaksIn(logged, {
      numbers: phones,
      names: [...names],
      texts,
      keys: Object.values(account),
    });
  };

  const hasOtherRoads = bug !== 'no-other-road';
  const urls = createWebhookUrls(publicUrl);
  /** Some operators forget the overrides or the fallback. Only the list is always there. */
  const [twilioUrl, twilioFallbackUrl] = createRng(seed + 4_000_037).pick([
    [urls.sms, urls.smsFallback],
    [urls.sms, urls.smsFallback],
    [urls.sms.split('#')[0] ?? '', urls.smsFallback],
    [urls.sms.split('#')[0] ?? '', null],
  ] as const);
  // Exotel repeats by itself, and has neither overrides nor a fallback.
  const [smsUrl, smsFallbackUrl] = isByExotel
    ? [urls.sms.split('#')[0] ?? '', null]
    : [twilioUrl, twilioFallbackUrl];

  const ids = seededIds(seed);
  let processes = 0;
  const start = () => {
    processes += 1;
    const process: Process = { name: `p${processes}`, alive: true };
    const step = createStep(process, environment);
    const kept = createFaultyStore(table.open(), process, environment);
    const twilio = createTwilioCarrier({
      ...account,
      from: hotlineNumber,
      publicUrl,
      apiUrl: 'https://carrier.test',
      fetch: (url, init) => {
        const body = init.body instanceof URLSearchParams ? init.body : undefined;
        const callback = new URL(body?.get('StatusCallback') ?? publicUrl).searchParams;
        const row = callback.get('m') ?? callback.get('c') ?? undefined;
        return askCarrier(step, row, (signal) =>
          Promise.resolve(carrier.app.fetch(new Request(url, { ...init, signal }))),
        );
      },
    });
    const others = farCarriers((row, request) => askCarrier(step, row, request));
    const services: Services = {
      store: withBug(kept, bug, { events, log }),
      carrier: {
        ...twilio,
        ...(!hasOtherRoads && { received: async () => ({ texts: [], complete: true }) }),
        ...others.carrier,
        ...(bug === 'guesses-unsent' && { find: async () => ({ type: 'not-found' }) as const }),
      },
      ...(isByExotel && { templates: everyTemplate({ ...config, hotlineNumber, answerNumber }) }),
      ...answers,
      clock: { now, pause: () => step('pause', async () => {}) },
      ids,
      log,
      config,
      gazetteer,
      hotlineNumber,
      publicUrl,
    };
    const hotline = createHotline({
      services,
      ...twilioSettings(account.authToken),
      ...others.settings,
      authTokens: { twilio: [account.authToken], ...others.settings.authTokens },
    });
    return { process, services, ...hotline };
  };
  const farCarriers = (around?: Parameters<typeof createFarCarriers>[0]['around']) =>
    createFarCarriers({
      choice,
      sender: { from: hotlineNumber, publicUrl },
      toSimulated: async (path, init) =>
        carrier.app.fetch(
          new Request(toSimulatedRequest(account, hotlineNumber, path, init), {
            ...(pending && { signal: pending.signal }),
          }),
        ),
      toHotline: async (request) => (receiving.getStore() ?? someone().app).fetch(request),
      now,
      pause: environment.sleep,
      ...(around && { around }),
    });

  /** Sends a request to the carrier and waits at most ten seconds for its response. */
  const askCarrier = async (
    step: ReturnType<typeof createStep>,
    row: string | undefined,
    request: (signal: AbortSignal) => Promise<Response>,
  ): Promise<Response> => {
    const label =
      row === undefined ? 'carrier: asks' : `carrier: ${events.message(row)?.message?.key}`;
    const patience = new AbortController();
    const task = currentTask.getStore();
    const response = await step(label, async () => {
      pending = patience;
      model.sending(row, task);
      return request(patience.signal)
        .catch((error: unknown) => ({ error }))
        .finally(() => model.requestIsOver());
    });
    if (patience.signal.aborted) await environment.sleep(seconds(10));
    if ('error' in response) throw response.error;
    return response;
  };
  /** The current request to the carrier. It is aborted at once when no response will come. */
  let pending: AbortController | undefined;

  const running = [start(), start()];
  const someone = () => {
    const slot = plan.isOver() ? 0 : rng.below(running.length);
    let one = running[slot];
    if (!one?.process.alive) {
      one = start();
      running[slot] = one;
    }
    return one;
  };
  const asTask = <T>(task: HandlerTask, work: () => Promise<T>): Promise<T> =>
    currentTask.run({ ...task, began: events.saves() }, work);
  const quietly = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      note(`handler: ${error instanceof Error ? error.name : String(error)}`);
    }
  };

  /** The table's stream delivers due items: at once, late, twice or never. */
  const stream = (write: Write): void => {
    if (plan.occurs('stream-never')) return;
    const image = Object.fromEntries(
      Object.entries(toItem(entityOf(write)))
        .filter(([, value]) => typeof value === 'string')
        .map(([name, value]) => [name, { S: String(value) }]),
    );
    const event = { Records: [{ dynamodb: { NewImage: image } }] };
    const wake = (): void =>
      void quietly(asTask({ what: 'stream' }, () => someone().processStream(event)));
    if (plan.occurs('stream-late'))
      time.later(Math.round(plan.between(seconds(1), minutes(3))), wake);
    else wake();
    if (plan.occurs('stream-twice')) wake();
  };

  const sweep = (): void => {
    const one = () => void quietly(asTask({ what: 'sweep' }, () => someone().runDueSteps()));
    if (plan.occurs('sweep-skipped')) return;
    one();
    if (plan.occurs('sweep-twice')) one();
  };

  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    now,
    later: time.later,
    seed,
    faults,
    smsUrl,
    smsFallbackUrl: hasOtherRoads ? smsFallbackUrl : null,
    actsOnWords: !isByExotel,
    // Virtual time: no answer may depend on how busy this machine is.
    webhookTimeoutMs: minutes(10),
    onFault(what) {
      plan.count(what);
      if (what === 'silenceAfterAccepting') pending?.abort();
      if (what === 'errorAfterAccepting') model.denied();
    },
    async webhook(request, form) {
      const sid = form['MessageSid'] ?? '';
      const { pathname } = new URL(request.url);
      if (pathname === '/twilio/sms/fallback') {
        toQueue(request, await request.text());
        return new Response(null, { status: 204 });
      }
      const { app } = someone();
      const postedAt = now();
      const isText = pathname === '/twilio/sms';
      const parties = [form['From'], form['To']];
      const response = await asTask(
        {
          what: isText ? 'text' : pathname,
          // The person in the call, in either direction.
          ...(pathname.includes('/voice') && {
            from: parties.find((party) => party && party !== hotlineNumber) ?? '',
          }),
          ...(isText && {
            sid,
            says: form['Body'] ?? '',
            from: (form['From'] ?? '').replace('whatsapp:', ''),
          }),
        },
        () => receiving.run(app, () => gate.webhook(request)),
      );
      if (isText) {
        const answer = await response.clone().text();
        note(`answer to ${sid}: ${response.status}`);
        model.answered(sid, response.status, answer);
      }
      if (isText && isByExotel && now() > postedAt + exotelPatience)
        throw new Error('the answer came too late');
      if (!plan.occurs('webhook-answer-lost')) return response;
      throw new Error('the answer was lost');
    },
  });
  /** What the simulated carrier posts goes through the chosen carriers to the process that receives it. */
  const receiving = new AsyncLocalStorage<ReturnType<typeof start>['app']>();
  const gate = farCarriers();

  /** The queue before the fallback outlives every process and gives a text again until it is taken. */
  const toQueue = (request: Request, body: string): void => {
    const form = new URLSearchParams(body);
    const sid = form.get('MessageSid') ?? '';
    const task = {
      what: 'late text',
      sid,
      says: form.get('Body') ?? '',
      from: (form.get('From') ?? '').replace('whatsapp:', ''),
    };
    const headers = request.headers;
    const queuedAt = now();
    const give = async (): Promise<void> => {
      const again = new Request(request.url, { method: 'POST', headers, body });
      const status = await asTask(task, async () => {
        const response = await someone().app.fetch(again, { queuedAt });
        return response.status;
      }).catch(() => 500);
      note(`queued text ${sid}: ${status}`);
      if (status >= 500) time.later(seconds(30), () => void give());
    };
    void give();
  };

  /** The text with this sid, as the task of the sweep that finds it in the carrier's list. */
  const textOf = (sid: string): HandlerTask | undefined => {
    const text = sentTexts.get(sid);
    return text && { what: 'late text', sid, ...text };
  };
  const sentTexts = new Map<string, { says: string; from: string; at: number }>();
  /** Texts without any save may still be found in the list. */
  /** After the faults the list is read again for every text. */
  let searchedUntil = 0;
  const isMissing = ([sid, { at }]: [string, { at: number }]): boolean =>
    !events.savesOfText().has(sid) && now() < Math.max(at + minutes(30), searchedUntil);

  const unread: Unread = [];
  carrier.onMessage((bubble, news) => {
    if (bubble.author === 'phone') {
      const { sid, phone, text, at } = bubble;
      if (!sentTexts.has(sid)) sentTexts.set(sid, { says: text, from: phone, at });
      return;
    }
    model.carried(bubble, news);
    if (news !== 'arrived') return;
    note(`${nameOf(bubble.phone)} hears: ${bubble.text}`);
    unread.push({ who: nameOf(bubble.phone), text: bubble.text });
  });

  const { calls } = carrier;
  /** Presses one key after the other, eight seconds apart, and then hangs up. */
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

  /** The sweep has a missing text in its list by then. Sweeps before it would only cost time. */
  const listedAfter = minutes(7);
  let sweptAt = 0;
  const nextSweep = (): number => {
    const missing = [...sentTexts].filter(isMissing).map(([, { at }]) => at + listedAfter);
    const due = Math.min(...missing, events.nextDue('request', 'outbox', 'call', 'code'));
    const at = Math.max(Math.ceil(due / minutes(1)) * minutes(1), sweptAt + minutes(1));
    return Math.max(at, now());
  };
  /** Advances the time. Before each step all pending operations are run. */
  const pass = async (ms: number): Promise<void> => {
    const end = now() + ms;
    for (;;) {
      await scheduler.drain();
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
    await scheduler.drain();
  };

  const lastSid = new Map<string, string>();
  /** The id of a late reply follows from its text's, and what is due at once runs in the order of ids. */
  const nextSid = (): string =>
    `SM${createHash('md5').update(`${seed} ${sentTexts.size} ${now()}`).digest('hex')}`;
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
    // Exotel carries no WhatsApp: the same words come as an SMS.
    const channel = 'says' in step && step.channel && !isByExotel ? { channel: step.channel } : {};
    const options =
      again === undefined ? { ...channel, messageSid: nextSid() } : { messageSid: again };
    const post = async (): Promise<boolean> => {
      const { messageSid, taken } = await carrier.text(phone, text, options);
      lastSid.set(step.who, messageSid);
      return taken;
    };
    if (!isByExotel) return void post();
    const dropped = (): void => {
      note(`Exotel drops ${options.messageSid}`);
      plan.count('text-dropped');
      droppedTexts.add(options.messageSid);
    };
    void postByExotel({ post, later: time.later, dropped });
  };
  /** Texts of which Exotel has tried all its webhooks without success: it has no list that could bring them back. */
  const droppedTexts = new Set<string>();

  const play = async (): Promise<Step[]> => {
    const donorCount = 3 + rng.below(5);
    const everyone = await createPeople(donorCount);
    await table.open().save(everyone.map((person) => ({ put: person })));
    events.take(
      everyone.map((person) => ({ put: person })),
      now(),
      undefined,
    );
    // The hotline has run before: its sweep knows up to when it has looked for missing texts.
    const swept = { kind: 'sweep', version: 0, at: now(), mended: 0, textsUpTo: now() } as const;
    await table.open().save([{ put: swept }]);
    events.take([{ put: swept }], now(), undefined);
    model.begin();
    if (plan.hasNoFaults) model.calm();
    Object.assign(faults, plan.carrier);
    const people = ['Sunita', ...everyone.map((person) => nameOf(person.phone))];
    const played: Step[] = [];
    let waits = 0;
    const take = async (step: Step): Promise<void> => {
      played.push({ ...step, after: waits + step.after });
      waits = 0;
      await pass(step.after);
      act(step);
      // Steps at the same time run concurrently.
      if (step.after > 0) await scheduler.drain();
    };
    if (given) for (const step of given) await take(step);
    else {
      for (const step of firstSteps(scriptRng)) await take(step);
      const length = 5 + scriptRng.below(10);
      for (let i = 0; i < length; i += 1) {
        // Without an unread message they wait a little, and the wait is part of their next step.
        const waited = unread.length === 0 ? seconds(10) : 0;
        waits += waited;
        await pass(waited);
        const step = drawStep(scriptRng, unread, people);
        if (!step) continue;
        await take(step);
      }
    }
    await pass(minutes(4) - waits);
    return played;
  };

  /** Ends the faults. Most families close their request; the others run until they expire. */
  const finish = async (): Promise<void> => {
    note('faults end');
    plan.end();
    const { nextSends: _, ...none } = noFaults();
    Object.assign(faults, none);
    running.splice(0, running.length, start());
    searchedUntil = now() + minutes(16);
    await pass(minutes(16));
    model.calm();
    if (rng.happens(0.9))
      for (const request of events.requests())
        if (request.dueAt !== undefined && request.requester)
          act({ after: 0, who: nameOf(request.requester), says: rng.pick(['CLOSE', 'DONE']) });
    const end = now() + days(6);
    // A family that presses 1 each time it is asked keeps its request open for ever.
    time.later(days(2), () => keysOf.clear());
    // One violation is enough: after it the run could continue for days.
    while (now() < end && model.broken().length === 0) {
      await pass(minutes(1));
      const next = Math.min(time.nextTimer() ?? Number.POSITIVE_INFINITY, nextSweep());
      if (next === Number.POSITIVE_INFINITY) break;
      await pass(Math.max(0, next - now()));
    }
  };

  try {
    const steps = await play();
    await finish();
    if (model.broken().length === 0)
      await model.end(
        table,
        [...sentTexts.keys()].filter((sid) => !droppedTexts.has(sid)),
      );
    return {
      seed,
      digest: createHash('sha256').update(digested.join('')).digest('hex').slice(0, 16),
      steps,
      operations,
      faults: plan.counts,
      broken: [...model.broken(), ...leaks()],
      trace,
    };
  } finally {
    await table.drop();
  }
};

/** Renders a value with its fields in order, because a database returns them in any order. */
const inOrder = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  let fields = '';
  for (const name of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[name];
    if (field !== undefined) fields += `${fields && ','}${name}:${inOrder(field)}`;
  }
  return `{${fields}}`;
};
