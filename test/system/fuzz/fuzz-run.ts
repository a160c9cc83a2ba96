import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { parseForm } from '#functions/http/form.ts';
import type { Store } from '#functions/ports/store.ts';
import { parseTwiml } from '#infra/local/simulator/twiml/parse-twiml.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import { asksForBlood, donors, searchedFor } from '../../world/scenario-steps.ts';
import { seededIds } from '../../world/seeded-ids.ts';
import {
  account,
  createWorld,
  missedCallNumber,
  publicUrl,
  testConfig,
} from '../../world/world.ts';
import { readTwiml } from '../end-to-end/foreign-calls.ts';
import { aWebhook, type Dice, paths, type Seen, type Webhook } from './bodies.ts';
import { allowed, aVisit, type Visit } from './fuzz-visits.ts';

/** How many came to each path, by the status of their answer. */
type Counts = Record<string, Record<number, number>>;
/** What must not be, and the webhook that brought it about. */
type Failure = { why: string; path: string; body: string };
export type FuzzResult = { counts: Counts; failures: Failure[] };

/** One line for each path. */
export const renderCounts = (what: string, { counts }: FuzzResult): string =>
  [
    `${what}:`,
    ...Object.entries(counts).map(
      ([path, byStatus]) =>
        `  ${path.padEnd(24)} ${Object.entries(byStatus)
          .map(([status, n]) => `${status} × ${n}`)
          .join(', ')}`,
    ),
  ].join('\n');

const countsOf = (): Counts => Object.fromEntries(paths.map((path) => [path, {}]));

const count = (counts: Counts, { path }: Webhook, status: number): void => {
  const byStatus = counts[path.split('?')[0] ?? ''] ?? {};
  byStatus[status] = (byStatus[status] ?? 0) + 1;
};

/** No one of a range is silenced: every body gets as far as it can. */
const config = testConfig((c) => ({
  ...c,
  policy: {
    ...c.policy,
    textsPerHour: 100_000,
    strangers: { ...c.policy.strangers, textsPerHour: 100_000, callsBackPerHour: 100_000 },
  },
}));

/** A hotline in the middle of its work: donors, volunteers, a request to check and one that donors are asked for. */
export const busyHotline = async (seed: number, on: 'memory' | Store) => {
  const world = await createWorld({ seed, on, config, missedCallNumber });
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
  // Every word with the store is counted: nothing can be kept by somebody who never speaks with it.
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
    seen,
    coordinator: coordinator.number,
    dice: number satisfies Dice,
    asked: () => asked,
    saves: () => saves,
  };
};
export type Busy = Awaited<ReturnType<typeof busyHotline>>;

const text = new TextDecoder();

const requestOf = ({ path, contentType, body }: Webhook, signature?: string): Request =>
  new Request(publicUrl + path, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      ...(signature !== undefined && { 'X-Twilio-Signature': signature }),
    },
    body,
  });

const signatureOf = (webhook: Webhook, token: string, url = publicUrl + webhook.path): string =>
  twilioWebhooks.getExpectedTwilioSignature(
    token,
    url,
    parseForm(webhook.contentType, text.decode(webhook.body)),
  );

/** As an URL is written once it has been read: what the carrier would have signed. */
const arrivedAt = (webhook: Webhook): string => new URL(publicUrl + webhook.path).href;

/** Throws when an answer is no TwiML. */
const readAnswer = (path: string, xml: string): void => {
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#x?[\dA-Fa-f]+;)/.test(xml)) throw new Error('bare &');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what XML may not hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new Error('no XML');
  if (path.startsWith('/twilio/sms')) parseTwiml(xml);
  else readTwiml(xml);
};

const well = [200, 204, 400, 405, 413];

const faultIn = async (webhook: Webhook, answer: Response): Promise<string | undefined> => {
  if (!well.includes(answer.status)) return `status ${answer.status}`;
  if (answer.status !== 200) return undefined;
  const xml = await answer.text();
  try {
    readAnswer(webhook.path, xml);
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: ${xml.slice(0, 300)}`;
  }
};

/** So often time passes: stages, reminders and ends of calls come in between. */
const pause = 2000;

/** Rightly signed bodies, one after the other. Nothing may fail, and what is answered with 200 is TwiML. */
export const fuzzBodies = async (
  { world, seen, dice }: Busy,
  bodies: number,
): Promise<FuzzResult> => {
  const counts = countsOf();
  const failures: Failure[] = [];
  for (let i = 0; i < bodies; i += 1) {
    const webhook = aWebhook(dice, seen);
    const request = requestOf(webhook, signatureOf(webhook, account.authToken, arrivedAt(webhook)));
    const answer = await world.app.fetch(request);
    count(counts, webhook, answer.status);
    const why = await faultIn(webhook, answer);
    if (why) failures.push({ why, path: webhook.path, body: text.decode(webhook.body) });
    if (i % pause === pause - 1) await world.clock.advance(minutes(7));
  }
  return { counts, failures };
};

/** All the ways not to have the token. */
const forgeries: ((webhook: Webhook, dice: Dice) => string | undefined)[] = [
  () => undefined,
  () => '',
  (_, dice) => Buffer.from(Array.from({ length: 20 }, () => dice(256))).toString('base64'),
  (webhook, dice) => signatureOf(webhook, `token-${dice(1000)}`, arrivedAt(webhook)),
  (webhook) => signatureOf(webhook, '', arrivedAt(webhook)),
  (webhook) => signatureOf(webhook, account.authToken, `https://evil.example${webhook.path}`),
  (webhook) => signatureOf(webhook, account.authToken, `${arrivedAt(webhook)}&`),
  (webhook) => signatureOf(webhook, account.authToken, arrivedAt(webhook)).toLowerCase(),
  (webhook) => signatureOf(webhook, account.authToken, arrivedAt(webhook)).slice(0, -2),
  (webhook) =>
    signatureOf(
      { ...webhook, body: new TextEncoder().encode(`${text.decode(webhook.body)}&Body=1`) },
      account.authToken,
      arrivedAt(webhook),
    ),
  (webhook) => `${signatureOf(webhook, account.authToken, arrivedAt(webhook))}, x`,
];

/** Wrongly signed bodies. Each is refused before the store hears a word of it. */
export const forge = async (
  { world, seen, dice, asked }: Busy,
  forged: number,
): Promise<FuzzResult> => {
  const counts = countsOf();
  const failures: Failure[] = [];
  for (let i = 0; i < forged; i += 1) {
    const webhook = aWebhook(dice, seen);
    const made = forgeries[dice(forgeries.length)]?.(webhook, dice);
    // Of what is no form nothing is signed and nothing is read: there, another body is no forgery.
    const isRight = made === signatureOf(webhook, account.authToken, arrivedAt(webhook));
    const signature = isRight ? 'AAAA' : made;
    const before = asked();
    const answer = await world.app.fetch(requestOf(webhook, signature));
    count(counts, webhook, answer.status);
    const refused = [403, 405, 413].includes(answer.status);
    const why = refused
      ? asked() > before && 'it got as far as the store'
      : `status ${answer.status}, signed ${signature}`;
    if (why) failures.push({ why, path: webhook.path, body: text.decode(webhook.body) });
  }
  return { counts, failures };
};

/** Whose number was typed, as the hotline may read it. */
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
  if (cookie !== '' && !cookie.startsWith('coordinator=;')) return 'somebody is let in';
  const mayAsk = door === '/health' || (door === '/recordings, the form' && typed(visit));
  if (asked && !mayAsk) return 'it got as far as the store';
  // Whoever says who they are is looked up; only the coordinator's own number is ever noted anything for.
  return saves && typed(visit) !== coordinator && 'something is kept of it';
};

/** Visitors without the right key, one after the other: no fault, nobody is let in, and nothing is kept of them. */
export const fuzzVisits = async (
  { world, seen, dice, asked, saves, coordinator }: Busy,
  visits: number,
): Promise<FuzzResult> => {
  const counts: Counts = Object.fromEntries(Object.keys(allowed).map((door) => [door, {}]));
  const failures: Failure[] = [];
  for (let i = 0; i < visits; i += 1) {
    const visit = aVisit(dice, seen);
    const before = { asked: asked(), saves: saves() };
    const { path, method, headers, body } = visit;
    const answer = await world.app.fetch(
      new Request(publicUrl + path, { method, headers, ...(body !== undefined && { body }) }),
    );
    const byStatus = counts[visit.door] ?? {};
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    const did = { asked: asked() > before.asked, saves: saves() > before.saves, coordinator };
    const why = wrongWith(visit, answer, did);
    if (why)
      failures.push({ why, path: `${method} ${path}`, body: body ?? headers['cookie'] ?? '' });
    if (i % pause === pause - 1) await world.clock.advance(minutes(7));
  }
  return { counts, failures };
};
