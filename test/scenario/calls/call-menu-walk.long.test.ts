import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createMemoryStore, type MemoryStore } from '#functions/adapters/memory-store.ts';
import { renderCallReply } from '#functions/carriers/twilio/inbound/voice-twiml.ts';
import type { CallEvent } from '#functions/ports/inbound.ts';
import type { Services } from '#functions/ports/services.ts';
import type { Write } from '#functions/ports/store.ts';
import { receiveCallEvent } from '#functions/use-cases/calls/receive-call-event.ts';
import { recordCallStatus } from '#functions/use-cases/calls/record-call-status.ts';
import type { Call, CallInput } from '#shared/conversation/call-menu/call.ts';
import {
  type CallState,
  callStateSchema,
  plainStates,
} from '#shared/conversation/call-menu/call-state.ts';
import { isRecordScreen } from '#shared/conversation/call-menu/screens/screen.ts';
import { callIdSchema, storyIdSchema } from '#shared/terms/ids.ts';
import type { SpokenLanguage } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { seededIds } from '../../world/seeded-ids.ts';
import { readTwiml } from '../../world/servers/foreign-calls.ts';
import { amitHasGiven, storySays } from '../../world/steps/after-gift-steps.ts';
import {
  hidesZero,
  losesRecording,
  lostAnswers,
  mistakesNoise,
  mostMuteSeconds,
  muteSecondsOf,
  ringsTooLong,
} from '../../world/steps/call-walk-checks.ts';
import { campSays, opensCamp, seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { campWithDonor } from '../../world/steps/privacy-stories.ts';
import { asksForBlood, searchedFor } from '../../world/steps/scenario-steps.ts';
import { createWorld, testConfig, type World } from '../../world/world.ts';

/*
 * Walks the whole call menu: on every screen each key, once and twice, some words, noise, recordings, silence and
 * hanging up. Each input must get a reply in the caller's language and a next step, loses nothing that was said or keyed
 * in, and leaves no long silence; 0 is named on each screen. The same webhook again must change nothing.
 */
const keys = (typed: string): CallInput => ({ type: 'keys', keys: typed });
const spoken = { carrierId: `RE${'0'.repeat(32)}`, seconds: 3 };
/** What speech recognition makes of a frightened caller, and of the street behind. */
const noise: CallInput = { type: 'words', words: 'हेलो हेलो भैया जल्दी करो कोई है' };
const inputs: CallInput[] = [
  ...[...'0123456789*#'].map(keys),
  ...['211001', '999999', '21', '1990', '2020', '1899', '0510', '9999', '12345678', ''].map(keys),
  { type: 'words', words: 'SRN hospital' },
  { type: 'words', words: 'something else' },
  noise,
  { type: 'recorded', recording: spoken },
  ...[...'059*#'].map((key): CallInput => ({ type: 'recorded', recording: spoken, key })),
  { type: 'recorded', recording: null },
  { type: 'rung', talked: false },
  { type: 'rung', talked: true },
  { type: 'nothing' },
];

type Seeds = Write[];
type Caller = {
  name: string;
  phone: Phone;
  seeds: Seeds;
  services: Services;
  keyed: string[];
};

/** All stored items of these people and requests, as writes for an empty store. */
const seedsOf = async (world: World, codes: string[]): Promise<Seeds> => {
  const seeds: Seeds = [];
  for await (const person of world.store.everyone()) seeds.push({ put: { ...person, version: 0 } });
  for (const code of codes) {
    const { request, alerts } = await world.file(code);
    seeds.push({ put: { ...request, version: 0 } });
    seeds.push(...alerts.map((alert) => ({ put: { ...alert, version: 0 } })));
    const pointer = await world.store.code(request.code);
    if (pointer) seeds.push({ take: pointer, now: world.clock.now() });
  }
  return seeds;
};

const config = testConfig((c) => ({ ...c, policy: { ...c.policy, maxOpenRequests: 3 } }));
const later = (world: World, ms: number) => world.clock.advance(ms);

const id = callIdSchema.parse('CAwalk');

/** One person for each situation that the menu knows. */
type Situation = {
  phone: Phone;
  codes: string[];
  calls?: Call[];
  items?: Seeds;
  /** More that this caller keys in. */
  keyed?: string[];
};

const campItems = async (world: World): Promise<Seeds> =>
  [await theCamp(world), ...(await seatsOf(world))].map((item) => ({
    put: { ...item, version: 0 },
  }));

const people: Record<string, (world: World) => Promise<Situation>> = {
  stranger: async (world) => ({ phone: world.phone('Sunita'), codes: [] }),
  'donor who is asked': async (world) => {
    const phone = await world.donor('Amit');
    return { phone, codes: [(await searchedFor(world)).code] };
  },
  'confirmed donor': async (world) => {
    const phone = await world.donor('Amit');
    const { code } = await searchedFor(world);
    await phone.texts('1');
    return { phone, codes: [code] };
  },
  'standby donor': async (world) => {
    const [first, phone] = [await world.donor('Amit'), await world.donor('Salman')];
    const { code } = await searchedFor(
      world,
      'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    );
    await first.texts('1');
    await phone.texts('1');
    return { phone, codes: [code] };
  },
  'donor who should have arrived': async (world) => {
    const phone = await world.donor('Amit');
    const { code } = await searchedFor(world);
    await phone.texts('1');
    await later(world, minutes(95));
    phone.hears(says.confirmed);
    phone.hears(says.arrived);
    return { phone, codes: [code] };
  },
  'donor who was sent home': async (world) => {
    const phone = await world.donor('Amit');
    const { code } = await searchedFor(world);
    await phone.texts('1');
    await phone.texts('DROP');
    return { phone, codes: [code] };
  },
  'family with donors coming': async (world) => {
    for (const name of ['Amit', 'Salman']) await world.donor(name);
    const { code, family } = await searchedFor(world);
    for (const donor of world.phones().filter((p) => p.name !== family.name))
      await donor.texts('1');
    // The same number again is asked about.
    await family.texts('MORE 2');
    return { phone: family, codes: [code] };
  },
  'family whose time has come': async (world) => {
    const { code, family } = await searchedFor(world);
    await later(world, hours(7));
    return { phone: family, codes: [code] };
  },
  'verifier with two requests': async (world) => {
    const phone = await world.volunteer('Kavita');
    const first = await asksForBlood(world.phone('Sunita'));
    return { phone, codes: [first, await asksForBlood(world.phone('Meena'))] };
  },
  'verifier of a family that has not said where': async (world) => {
    const phone = await world.volunteer('Kavita');
    const family = world.phone('Sunita');
    const call = await family.calls();
    for (const key of ['2', '1', '2', '1', '1']) await call.presses(key);
    await call.hangsUp();
    return { phone, codes: [family.hears('with our volunteers').match(/\d{4}/)?.[0] ?? ''] };
  },
  'donor who is invited to a camp': async (world) => {
    await opensCamp(await world.volunteer('Veena', { role: 'coordinator' }));
    const phone = await world.donor('Amit');
    await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 29, hour: 18, minute: 1 }));
    phone.hears(campSays.en.invite);
    return { phone, codes: [], items: await campItems(world) };
  },
  'volunteer at the door of a camp': async (world) => {
    const { verifier, number } = await campWithDonor(world);
    return { phone: verifier, codes: [], items: await campItems(world), keyed: [number] };
  },
  'family that may tell how it went': async (world) => {
    const { family, code } = await amitHasGiven(world);
    await family.texts('STORY');
    return { phone: family, codes: [code] };
  },
  'family that is to hear its story': async (world) => {
    const { family, code } = await amitHasGiven(world);
    for (const text of ['STORY', storySays.hi.story]) await family.texts(text);
    const story = await world.store.story(
      storyIdSchema.parse((await world.store.person(family.number))?.story?.id),
    );
    const items = story ? [{ put: { ...story, version: 0 } }] : [];
    return { phone: family, codes: [code], items };
  },
  'volunteer who is called for a caller who hung up': async (world) => {
    const [phone, sunita] = [await world.volunteer('Kavita'), world.phone('Sunita')];
    const at = world.clock.now();
    const all = {
      kind: 'call',
      version: 0,
      state: { at: 'menu' },
      tries: 0,
      startedAt: at,
    } as const;
    const waiting = { phone: sunita.number, since: at, tried: [], triedFrom: at };
    const params = { at, phone: sunita.number, call: 'CAwaits' };
    const opening = { key: 'callerWaits', params } as const;
    const calls: Call[] = [
      { ...all, id: callIdSchema.parse('CAwaits'), direction: 'in', endedAt: at, waiting },
      { ...all, id, direction: 'out', phone: phone.number, opening },
    ];
    return { phone, codes: [], calls };
  },
};

const createCaller = async (
  name: string,
  language: SpokenLanguage | undefined,
): Promise<Caller> => {
  const world = await createWorld({ config, on: 'memory' });
  const found = await people[name]?.(world);
  if (!found) throw new Error(`no person: ${name}`);
  const person = await world.store.person(found.phone.number);
  if (person && language) await world.store.save([{ put: { ...person, language } }]);
  const services = world.services;
  const calls = (found.calls ?? []).map((call) => ({ put: call }));
  const { items = [], keyed = [] } = found;
  const seeds = [...(await seedsOf(world, found.codes)), ...calls, ...items];
  return { name, phone: found.phone, seeds, services, keyed };
};

/** A point in a call: the store at that time, and the number of replies so far. */
type Place = { store: MemoryStore; answers: number };

/** Continues the call from that point on a copy of its store. Returns what is saved from now on. */
const continueFrom = ({ services: given }: Caller, { store: before, answers }: Place) => {
  const store = before.copy();
  const saves: Write[][] = [];
  const services: Services = {
    ...given,
    ids: seededIds(answers + 7),
    store: {
      ...store,
      async save(writes) {
        const result = await store.save(writes);
        if (result === 'saved' && writes.length > 0) saves.push(writes);
        return result;
      },
    },
  };
  return { services, store, saves, place: { store, answers: answers + 1 } };
};

const beginning = async ({ seeds }: Caller): Promise<Place> => {
  const store = createMemoryStore();
  for (let i = 0; i < seeds.length; i += 50)
    expect(await store.save(seeds.slice(i, i + 50))).toBe('saved');
  return { store, answers: 0 };
};

const heard = (caller: Caller, step?: number, input?: CallInput): CallEvent => ({
  callId: id,
  direction: 'in',
  phone: caller.phone.number,
  ...(step !== undefined && { step }),
  ...(input && { input }),
});

const detail = (state: CallState, tries: number): string =>
  JSON.stringify({ ...state, requestId: undefined, tries: Math.min(tries, 1) });

const links = {
  publicUrl: 'https://hotline.test',
  hotlineNumber: phoneNumberSchema.parse('+915320000000'),
  prompt: (file: string) => `https://hotline.test/prompts/${file}.mp3`,
  recording: (of: string) => `https://hotline.test/recordings/${of}.mp3?until=1&key=a`,
};
/** True when the last verb of a reply redirects, dials or hangs up. */
const leadsOn = (verb: { name: string } | undefined): boolean =>
  ['Redirect', 'Dial', 'Hangup'].includes(verb?.name ?? '');

/** Walks all screens that this caller can reach. Returns their names. */
const walk = async (caller: Caller): Promise<Set<CallState['at']>> => {
  const seen = new Set<string>();
  const screens = new Set<CallState['at']>();
  const open: Place[] = [await beginning(caller)];
  for (let place = open.pop(); place; place = open.pop()) {
    const before = await place.store.call(id);
    const own = (await place.store.person(caller.phone.number))?.ownCodes?.at(-1)?.code;
    const proofs = before?.state.at === 'verify-code' && own ? [keys(own)] : [];
    for (const input of before?.reply
      ? [...inputs, ...proofs, ...caller.keyed.map(keys)]
      : [undefined]) {
      const here = continueFrom(caller, place);
      const step = before?.reply?.step;
      const event = heard(caller, step, input);
      const reply = await hear(here.services, event);
      const call = await here.store.call(id);
      const writes = here.saves.flat();
      const mustHold = (holds: boolean, what: string): void => {
        if (holds) return;
        const where = `${caller.name}: ${JSON.stringify(before?.state)} ${JSON.stringify(input)}`;
        expect.unreachable(`${where}: ${what}`);
      };
      mustHold(call !== undefined, 'leaves no call');
      if (!call) continue;
      screens.add(call.state.at);

      mustHold(reply.say.length > 0 || reply.next.type === 'ring', 'neither speaks nor dials');
      const hasEnded = isDeepStrictEqual(call.state, { at: 'ended' });
      mustHold(reply.next.type !== 'hang-up' || hasEnded, 'hangs up, but does not end');
      mustHold(reply.next.type !== 'reject', 'is rejected');
      for (const line of reply.say) {
        if (line.type !== 'words') continue;
        mustHold(line.words.trim() !== '', 'says nothing');
        mustHold(line.language === (call.language ?? 'hi'), 'speaks another language');
      }
      const verbs = readTwiml(renderCallReply(reply, { callId: id, isOut: false }, links));
      mustHold(leadsOn(verbs.at(-1)), 'leads nowhere');
      mustHold(muteSecondsOf(verbs) <= mostMuteSeconds, 'is mute for too long');
      mustHold(!ringsTooLong(call), 'rings for too long without a word');
      mustHold(!hidesZero(call, reply), 'does not name 0');
      if (before && input) {
        const given = await place.store.person(caller.phone.number);
        const after = await here.store.person(caller.phone.number);
        const step = { state: before.state, input, before: given };
        const isSaved = writes.some(isRequestOrDonor);
        mustHold(lostAnswers(step, after, isSaved).length === 0, 'loses an answer');
        mustHold(!losesRecording(step, writes), 'loses what was said');
        if (input === noise && !isRinging(before.state))
          mustHold(!mistakesNoise(step, call, after), 'takes noise for an answer');
      }
      // The same webhook again, and the one before it, get the same reply and change nothing.
      const count = here.saves.length;
      for (const again of [event, heard(caller, 0, input)])
        mustHold(
          isDeepStrictEqual(await receiveCallEvent(here.services, again), reply),
          'is answered differently when it comes again',
        );
      mustHold(here.saves.length === count, 'changes something when it comes again');

      const key = detail(call.state, call.tries);
      if (!seen.has(key) && reply.next.type !== 'hang-up') {
        seen.add(key);
        open.push(here.place);
        const where = `${caller.name}: ${JSON.stringify(call.state)}`;
        await hangUp(caller, here.place, where);
        await staySilent(caller, here.place, where);
        await pressTwice(caller, here.place, where);
      }
    }
  }
  return screens;
};

/** The caller hangs up: the call ends once, and its number is deleted from it. */
const hangUp = async (caller: Caller, place: Place, where: string): Promise<void> => {
  const { services, store, saves } = continueFrom(caller, place);
  const ended = { callId: id, direction: 'in', carrierId: 'CAwalk', state: 'ended' } as const;
  await recordCallStatus(services, ended);
  const count = saves.length;
  await recordCallStatus(services, ended);
  expect(saves.length, where).toBe(count);
  const call = await store.call(id);
  expect(call?.endedAt, where).toBeDefined();
  expect(call?.phone, where).toBeUndefined();
  // A caller who waits for a volunteer keeps the number until one has called back.
  if (!call?.waiting)
    expect(JSON.stringify(call), where).not.toContain(caller.phone.number.slice(3));
  expect(call?.reply?.say ?? [], where).toEqual([]);
  const texts = saves.flat().filter((w) => 'put' in w && w.put.kind === 'outbox');
  const toCaller = texts.filter(
    (w) => 'put' in w && 'to' in w.put && w.put.to === caller.phone.number,
  );
  expect(toCaller.length, `${where}: at most one text`).toBeLessThanOrEqual(1);
};

const isRinging = ({ at }: CallState): boolean => ['volunteer', 'talk', 'caller-talk'].includes(at);

const isRequestOrDonor = (write: Write): boolean =>
  'put' in write &&
  (write.put.kind === 'request' || (write.put.kind === 'person' && !!write.put.donor));

/**
 * A key that is pressed twice reaches the next screen too. It leads on, and loses no answer there; the key that ended a
 * recording ends no second one.
 */
const pressTwice = async (caller: Caller, place: Place, where: string): Promise<void> => {
  const before = await place.store.call(id);
  if (!before || isRinging(before.state)) return;
  const isTone = isRecordScreen(before.state);
  for (const key of isTone ? '15#' : '1259*') {
    const { services, store } = continueFrom(caller, place);
    const given = await store.person(caller.phone.number);
    const first: CallInput = isTone ? { type: 'recorded', recording: spoken, key } : keys(key);
    const reply = await hear(services, heard(caller, before.reply?.step, first));
    const between = await store.call(id);
    if (reply.next.type === 'hang-up' || !between || isRinging(between.state)) continue;
    const again = await hear(services, heard(caller, reply.step, keys(key)));
    const [after, call] = [await store.person(caller.phone.number), await store.call(id)];
    const what = `${where}, ${key} twice`;
    expect(again.say.length > 0 || again.next.type === 'ring', `${what}: falls silent`).toBe(true);
    const isEcho = isTone && isRecordScreen(between.state);
    if (isEcho) expect(call?.state, `${what}: ends a second recording`).toEqual(between.state);
    const step = { state: before.state, input: first, before: given };
    const isSaved = JSON.stringify(given?.requests) !== JSON.stringify(after?.requests);
    if (
      key !== '*' &&
      !/change|summary|consent|close|forget/.test(`${before.state.at} ${between.state.at}`)
    )
      expect(lostAnswers(step, after, isSaved || !!after?.donor), `${what}: loses answers`).toEqual(
        [],
      );
  }
};

/** A webhook of these calls is never a replay. */
const hear = async (...args: Parameters<typeof receiveCallEvent>) => {
  const reply = await receiveCallEvent(...args);
  if (reply === 'replayed') throw new Error('taken for a replay');
  return reply;
};

/** Without any key the screen is repeated twice, then a volunteer is called, a message is offered, and the call ends. */
const staySilent = async (caller: Caller, place: Place, where: string): Promise<void> => {
  const { services, store } = continueFrom(caller, place);
  for (let i = 0; i < 40; i += 1) {
    const call = await store.call(id);
    const next = call?.reply?.next;
    if (next?.type === 'hang-up') return;
    const input: CallInput =
      next?.type === 'ring' ? { type: 'rung', talked: false } : { type: 'nothing' };
    const reply = await hear(services, heard(caller, call?.reply?.step, input));
    // Our own call without a key ends quietly: a machine may have answered.
    if (call?.direction === 'out' && reply.next.type === 'hang-up') return;
    if (reply.say.length === 0 && reply.next.type !== 'ring')
      expect.unreachable(`${where}: silence is answered with silence`);
  }
  expect.unreachable(`${where}: the call does not end`);
};

const everyState = [
  ...plainStates,
  ...callStateSchema.unwrap().options.flatMap((o) => {
    const at = o.shape.at;
    return 'value' in at ? [at.value] : [];
  }),
];

describe('the call menu', () => {
  const screens = new Set<CallState['at']>();
  for (const name of Object.keys(people)) {
    // The screens are the same in both languages; each prompt has its own tests.
    for (const language of name === 'stranger'
      ? (['hi', 'en', undefined] as const)
      : (['hi'] as const)) {
      test(`has no dead end for a ${name} (${language ?? 'language unknown'})`, async () => {
        for (const at of await walk(await createCaller(name, language))) screens.add(at);
      });
    }
  }
  test('was walked on every screen', () => {
    // The hotline rings a volunteer with this screen on the website's order (test/unit/website/console-ring.test.ts).
    const walked = everyState.filter((at) => at !== 'connect');
    expect([...screens].sort()).toEqual([...new Set(walked)].sort());
  });
});
