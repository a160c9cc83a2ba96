import { describe, expect, test } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  readAllMessages,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/* A code identifies a request and authorises no one: only people with a part in the request can use it. */

/** One request with alerted donors, one that waits for its check, and people who have no part in either. */
const setUp = async (world: World) => {
  const family = world.phone('Sunita');
  const verifier = await world.volunteer('Kavita');
  const asked = await donors(world, 2);
  const searching = await asksForBlood(family);
  await findsItReal(verifier, family, searching);
  await asked[0]?.texts('1');
  const waiting = await asksForBlood(
    world.phone('Leela'),
    'Need A+ blood 1 unit SRN hospital Prayagraj urgent patient Om attendant Ria',
  );
  const offDuty = await world.volunteer('Mohan');
  await offDuty.texts('OFF');
  const others = {
    'a stranger': world.phone('Eve'),
    'a donor who was not asked': await world.donor('Asha', { group: 'AB-', pin: '226001' }),
    'the family of the other request': world.phones().find((p) => p.name === 'Leela'),
    'a volunteer off duty': offDuty,
    'a volunteer of another zone': await world.volunteer('Ravi', { zone: 'agra' }),
  };
  readAllMessages(world);
  return { searching, waiting, others };
};

const words = ['1 CODE', '2 CODE', 'DONE CODE', 'DROP CODE', 'CLOSE CODE', 'MORE 2 CODE'];
const more = ['STATUS CODE', 'OK CODE', 'NO CODE not true', 'CODE', 'YES CODE', 'NAHI CODE'];
const secrets = /SRN|Ramesh|Sunita|\+9194|945 ?\d/;

describe('a request code', () => {
  const who: (keyof Awaited<ReturnType<typeof setUp>>['others'])[] = [
    'a stranger',
    'a donor who was not asked',
    'the family of the other request',
    'a volunteer off duty',
    'a volunteer of another zone',
  ];

  test.each(who)('changes and reveals nothing when %s uses it', async (name) => {
    const world = await createWorld();
    const { searching, waiting, others } = await setUp(world);
    const phone = others[name];
    const codes = name.includes('other request') ? [searching] : [searching, waiting];
    const files = () => Promise.all(codes.map((code) => world.file(code)));
    const before = await files();
    for (const word of [...words, ...more])
      for (const code of codes) {
        await phone?.texts(word.replace('CODE', code));
        const heard = phone?.unread().join('\n') ?? '';
        expect(heard, `${word} ${code}`).not.toMatch(secrets);
        phone?.readsEverything();
      }
    const after = await files();
    expect(after.map((f) => f.request.pledges)).toEqual(before.map((f) => f.request.pledges));
    expect(after.map((f) => f.request.phase.type)).toEqual(
      ['searching', 'verifying'].slice(0, codes.length),
    );
    expect(after.map((f) => f.request.units)).toEqual(before.map((f) => f.request.units));
    // Stages go on meanwhile, but no entry names a person.
    const byPeople = (f: (typeof after)[number]) => f.timeline.filter((entry) => entry.who);
    expect(after.map(byPeople)).toEqual(before.map(byPeople));
  });

  scenario('is only a wrong key in a call', async (world) => {
    const { searching, others } = await setUp(world);
    const eve = others['a stranger'];
    const before = await world.file(searching);
    const call = await eve.calls();
    for (const keys of ['2', searching, ...searching]) {
      if (call.isOver()) break;
      await call.presses(keys);
    }
    expect(call.unheard().join(' ')).not.toMatch(/SRN|Ramesh|Sunita/);
    call.hearsItAll();
    if (!call.isOver()) await call.hangsUp();
    const { request, timeline } = await world.file(searching);
    expect(request.pledges).toEqual(before.request.pledges);
    expect(timeline.filter((e) => e.who)).toEqual(before.timeline.filter((e) => e.who));
    for (const phone of world.phones()) {
      phone.readsEverything();
      while (phone.unexpectedCalls().length > 0) await phone.missesCall();
    }
  });
});

describe('the record of a volunteer action', () => {
  scenario(
    'names the volunteer and the time in the timeline after a verification by text',
    async (world) => {
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(family);
      const at = world.clock.now();
      await findsItReal(kavita, family, code);
      const { timeline } = await world.file(code);
      const entry = timeline.find((e) => e.what === 'verified');
      expect(entry?.who).toBe(`volunteer +91•••••••${kavita.number.slice(-3)}`);
      expect(entry?.at).toBeGreaterThanOrEqual(at);
      expect(entry?.at).toBeLessThan(at + minutes(1));
      readAllMessages(world);
    },
  );

  scenario('names the volunteer in the timeline after a refusal in a call', async (world) => {
    const { verifier: kavita, code } = await waitsForCheck(world);
    const call = await kavita.calls();
    await call.presses('2');
    await call.presses('1');
    call.hearsItAll();
    await call.hangsUp();
    const { timeline, request } = await world.file(code);
    expect(request.phase).toMatchObject({ type: 'closed', reason: 'refused' });
    expect(timeline.find((e) => e.what === 'refused')?.who).toBe(
      `volunteer +91•••••••${kavita.number.slice(-3)}`,
    );
    readAllMessages(world);
  });

  scenario(
    'contains no verdict of a volunteer who went off duty during the call',
    async (world) => {
      const { verifier: kavita, code } = await waitsForCheck(world);
      const call = await kavita.calls();
      await call.presses('2');
      await kavita.texts('OFF');
      kavita.hears(says.dutyOff);
      call.hearsItAll();
      await call.presses('1');
      call.hears('off duty');
      call.hearsItAll();
      if (!call.isOver()) await call.hangsUp();
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      readAllMessages(world);
    },
  );

  scenario('contains no spoken verdict off duty, and none of a former volunteer', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const meena = await world.volunteer('Meena');
    const code = await asksForBlood(world.phone('Sunita'));
    const loud = await kavita.calls();
    await loud.presses('2');
    await loud.presses('4');
    await kavita.texts('OFF');
    await loud.says('I do not believe them');
    loud.hearsItAll();
    if (!loud.isOver()) await loud.hangsUp();
    const call = await meena.calls();
    await call.presses('2');
    await meena.forgets();
    await call.presses('3');
    call.hearsItAll();
    if (!call.isOver()) await call.hangsUp();
    expect((await world.file(code)).request.phase.type).toBe('verifying');
    readAllMessages(world);
  });

  scenario('contains ON, OFF and TRUST in the log, with masked numbers', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('Blood bank');
    for (const text of ['OFF', `TRUST ${bank.number}`, 'ON', `TRUST ${bank.number}`])
      await meena.confirms(text);
    const who = `+91•••••••${meena.number.slice(-3)}`;
    const phone = `+91•••••••${bank.number.slice(-3)}`;
    expect(world.logged.filter((line) => line.startsWith('volunteer-'))).toEqual([
      `volunteer-duty ${JSON.stringify({ who, onDuty: false })}`,
      `volunteer-duty ${JSON.stringify({ who, onDuty: true })}`,
      `volunteer-trusts ${JSON.stringify({ who, phone, trusted: true })}`,
    ]);
    meena.readsEverything();
  });

  test('contains a log line once after a conflict, and none when saving failed', async () => {
    const world = await createWorld();
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('Blood bank');
    const { store } = world.services;
    const { save } = store;
    const logged = () => world.logged.filter((line) => line.startsWith('volunteer-')).length;
    for (const [i, text] of ['OFF', 'ON', `UNTRUST ${bank.number}`].entries()) {
      store.save = async () => {
        throw new Error('away');
      };
      await meena.textsAtOnce(text);
      let met = 0;
      store.save = (writes) => (++met === 1 ? Promise.resolve('conflict') : save(writes));
      expect(logged()).toBe(i);
      await meena.texts(text);
      expect([met > 1, logged()]).toEqual([true, i + 1]);
    }
  });
});
