import type { Store } from '#functions/ports/store.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import { seededIds } from '../../world/seeded-ids.ts';
import { asksForBlood, donors, searchedFor } from '../../world/steps/scenario-steps.ts';
import { createWorld, missedCallNumber, publicUrl, testConfig } from '../../world/world.ts';
import type { RandomBelow, Seen, Webhook } from './bodies.ts';
import { allowed, aVisit, type Visit } from './fuzz-visits.ts';
import { twilioWire } from './wires/twilio-wire.ts';
import { text, type Wire } from './wires/wire.ts';

/** The number of webhooks by path and status. */
type Counts = Record<string, Record<number, number>>;
/** A violation and the webhook that caused it. */
type Failure = { why: string; path: string; body: string };
export type FuzzResult = {
  counts: Counts;
  failures: Failure[];
  /** The body that took the most processor time, in milliseconds. */
  slowest: Slowest;
  /** The growth of the heap at the end, in megabytes, after a garbage collection where one can be asked for. */
  grownMb: number;
};
type Slowest = { ms: number; path: string; body: string };
const noneYet: Slowest = { ms: 0, path: '', body: '' };

/** The processor time of one answer. */
const timed = async <T>(answer: () => Promise<T>): Promise<{ result: T; ms: number }> => {
  const before = process.cpuUsage();
  const result = await answer();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
};
const heapMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Renders one line for each path. */
export const renderCounts = (what: string, { counts, slowest, grownMb }: FuzzResult): string =>
  [
    `${what}:`,
    ...Object.entries(counts).map(
      ([path, byStatus]) =>
        `  ${path.padEnd(24)} ${Object.entries(byStatus)
          .map(([status, n]) => `${status} × ${n}`)
          .join(', ')}`,
    ),
    `  slowest: ${slowest.ms.toFixed(1)} ms of processor, ${slowest.path}`,
    `  heap: ${grownMb.toFixed(0)} MB more`,
  ].join('\n');

const countsOf = ({ paths }: Wire): Counts => Object.fromEntries(paths.map((path) => [path, {}]));

const count = (counts: Counts, { path }: Webhook, status: number): void => {
  const byStatus = counts[path.split('?')[0] ?? ''] ?? {};
  byStatus[status] = (byStatus[status] ?? 0) + 1;
};

/** The configuration without rate limits, so that every body is processed. */
const config = testConfig((c) => ({
  ...c,
  policy: {
    ...c.policy,
    textsPerHour: 100_000,
    strangers: { ...c.policy.strangers, textsPerHour: 100_000, callsBackPerHour: 100_000 },
  },
}));

/** A hotline with donors, volunteers, a request to verify and a request with a running search. */
export const busyHotline = async (seed: number, on: 'memory' | Store, wire: Wire = twilioWire) => {
  const world = await createWorld({ seed, on, config, missedCallNumber, ...wire.world });
  await donors(world, 12);
  const { code } = await searchedFor(world);
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  await asksForBlood(
    world.phone('Leela'),
    'Need A+ blood 1 unit SRN hospital urgent patient Om attendant Ria',
  );
  for (let i = 0; i < 12; i += 1) world.phone(`Stranger ${i}`);
  let asked = 0;
  let saves = 0;
  const { store } = world.services;
  // All calls of the store are counted: a webhook that never calls the store cannot store anything.
  world.services.store = new Proxy(store, {
    get: (target, name: keyof typeof store) => {
      asked += 1;
      if (name === 'save') saves += 1;
      return target[name];
    },
  });
  const messages = (await world.outbox()).map((row) => row.id);
  const seen: Seen = {
    phones: world.phones().map((phone) => phone.number),
    codes: [code],
    calls: Array.from({ length: 12 }, (_, i) => `CA${i}`),
    messages,
  };
  const number = seededIds(seed).randomBelow;
  return {
    world,
    wire,
    seen,
    coordinator: coordinator.number,
    randomBelow: number satisfies RandomBelow,
    asked: () => asked,
    saves: () => saves,
  };
};
export type Busy = Awaited<ReturnType<typeof busyHotline>>;

const allowedStatuses = [200, 204, 400, 405, 413];

const faultIn = async (
  wire: Wire,
  webhook: Webhook,
  answer: Response,
): Promise<string | undefined> => {
  if (answer.status === 403 && wire.mayRefuse(webhook)) return undefined;
  if (!allowedStatuses.includes(answer.status)) return `status ${answer.status}`;
  if (answer.status !== 200) return undefined;
  const xml = await answer.text();
  try {
    wire.read(webhook.path, xml);
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: ${xml.slice(0, 300)}`;
  }
};

/** The number of bodies after which time passes, so that stages, reminders and ends of calls come in between. */
const pause = 2000;

/** Sends signed bodies one after the other. Each is handled without a failure, and each answer with 200 is TwiML. */
export const fuzzBodies = async (
  { world, wire, seen, randomBelow }: Busy,
  bodies: number,
): Promise<FuzzResult> => {
  const counts = countsOf(wire);
  const failures: Failure[] = [];
  const heapBefore = heapMb();
  let slowest = noneYet;
  const send = (webhook: Webhook) => timed(async () => world.app.fetch(wire.signed(webhook)));
  for (let i = 0; i < bodies; i += 1) {
    const webhook = wire.make(randomBelow, seen);
    const { result: answer, ms } = await send(webhook);
    count(counts, webhook, answer.status);
    const body = text.decode(webhook.body);
    const why = await faultIn(wire, webhook, answer);
    if (why) failures.push({ why, path: webhook.path, body });
    // A garbage collection or a compilation may fall into one body, but not into the same one each time.
    let least = ms;
    for (let again = 1; least > budgetMs && again <= mostAgain; again += 1)
      least = Math.min(least, (await send(withFreshId(webhook, again))).ms);
    if (least > slowest.ms) slowest = { ms: least, path: webhook.path, body: body.slice(0, 200) };
    if (i % pause === pause - 1) await world.clock.advance(minutes(7));
  }
  return { counts, failures, slowest, grownMb: heapMb() - heapBefore };
};

/** What a body that nothing was signed for may take, in milliseconds of processor time. */
export const budgetMs = 50;

/** A signed text takes less than 50 ms too (docs/fuzz.md); a busy machine may take twice as long. */
export const signedTextMs = 100;

/** How often a costly body is measured again. */
const mostAgain = 5;

/** The same body as another text: a repeated id only gets the stored reply. */
const withFreshId = (webhook: Webhook, again: number): Webhook => ({
  ...webhook,
  body: new TextEncoder().encode(
    text
      .decode(webhook.body)
      .replace(/(?<=(?:MessageSid|SmsSid)=SM)0/, () => 'abcdef'[again] ?? 'a'),
  ),
});

/** Sends bodies with invalid signatures. Each is refused before any call of the store. */
export const forge = async (
  { world, wire, seen, randomBelow, asked }: Busy,
  forged: number,
): Promise<FuzzResult> => {
  const counts = countsOf(wire);
  const failures: Failure[] = [];
  const heapBefore = heapMb();
  let slowest = noneYet;
  for (let i = 0; i < forged; i += 1) {
    const webhook = wire.make(randomBelow, seen);
    const request = wire.forged(webhook, randomBelow);
    const before = asked();
    const { result: answer, ms } = await timed(async () => world.app.fetch(request));
    if (ms > slowest.ms)
      slowest = { ms, path: webhook.path, body: text.decode(webhook.body).slice(0, 200) };
    count(counts, webhook, answer.status);
    // 404: the path of an unsigned webhook without its secret.
    const refused = [403, 404, 405, 413].includes(answer.status);
    const why = refused
      ? asked() > before && 'the store was called'
      : `status ${answer.status}, forged as ${request.url}`;
    if (why) failures.push({ why, path: webhook.path, body: text.decode(webhook.body) });
  }
  return { counts, failures, slowest, grownMb: heapMb() - heapBefore };
};

/** The number typed into the form, as the hotline may parse it. */
const typed = ({ body = '' }: Visit): string | undefined =>
  parsePhoneNumber(new URLSearchParams(body).get('phone') ?? '');

const wrongWith = (
  visit: Visit,
  answer: Response,
  { asked, saves, coordinator }: { asked: boolean; saves: boolean; coordinator: string },
): string | false => {
  const { door } = visit;
  if (!(allowed[door] as readonly number[]).includes(answer.status))
    return `status ${answer.status}`;
  const cookie = answer.headers.get('set-cookie') ?? '';
  if (/coordinator=(?!;)/.test(cookie)) return 'a visitor is let in';
  // "/recordings/.." is the public page, which counts the gifts of the year.
  const isPublic = !new URL(publicUrl + visit.path).pathname.startsWith('/recordings');
  const mayAsk =
    door === '/health' || isPublic || (door === '/recordings, the form' && typed(visit));
  if (asked && !mayAsk) return 'the store was called';
  // A typed number is looked up. Only the coordinator's own number may lead to a write.
  return saves && typed(visit) !== coordinator && 'something is kept of it';
};

/** Sends visits without a valid key. Each is refused without a failure, and nothing is stored. */
export const fuzzVisits = async (
  { world, seen, randomBelow, asked, saves, coordinator }: Busy,
  visits: number,
): Promise<FuzzResult> => {
  const counts: Counts = Object.fromEntries(Object.keys(allowed).map((door) => [door, {}]));
  const failures: Failure[] = [];
  const heapBefore = heapMb();
  let slowest = noneYet;
  for (let i = 0; i < visits; i += 1) {
    const visit = aVisit(randomBelow, seen);
    const before = { asked: asked(), saves: saves() };
    const { path, method, headers, body } = visit;
    const { result: answer, ms } = await timed(async () =>
      world.app.fetch(
        new Request(publicUrl + path, { method, headers, ...(body !== undefined && { body }) }),
      ),
    );
    if (ms > slowest.ms)
      slowest = { ms, path: `${method} ${path}`, body: (body ?? '').slice(0, 200) };
    const byStatus = counts[visit.door] ?? {};
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    const did = { asked: asked() > before.asked, saves: saves() > before.saves, coordinator };
    const why = wrongWith(visit, answer, did);
    if (why)
      failures.push({ why, path: `${method} ${path}`, body: body ?? headers['cookie'] ?? '' });
    if (i % pause === pause - 1) await world.clock.advance(minutes(7));
  }
  return { counts, failures, slowest, grownMb: heapMb() - heapBefore };
};
