import { describe, expect, test } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import { asksForBlood, donors, findsItReal } from '../../world/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/* A code is no key: what it opens, it opens for the phone it was given to. */

/** Two requests: one that donors are asked for, one that waits to be checked; and people with nothing to do with either. */
const town = async (world: World) => {
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
  for (const phone of world.phones()) phone.readsEverything();
  return { searching, waiting, others };
};

const words = ['1 CODE', '2 CODE', 'DONE CODE', 'DROP CODE', 'CLOSE CODE', 'MORE 2 CODE'];
const more = ['STATUS CODE', 'OK CODE', 'NO CODE not true', 'CODE', 'YES CODE', 'NAHI CODE'];
const secrets = /SRN|Ramesh|Sunita|\+9194|945 ?\d/;

describe('a code in the hands of', () => {
  const who: (keyof Awaited<ReturnType<typeof town>>['others'])[] = [
    'a stranger',
    'a donor who was not asked',
    'the family of the other request',
    'a volunteer off duty',
    'a volunteer of another zone',
  ];

  test.each(who)('%s moves nothing and tells nothing', async (name) => {
    const world = await createWorld();
    const { searching, waiting, others } = await town(world);
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
    // Stages go on meanwhile; nobody has done anything.
    const told = (f: (typeof after)[number]) => f.timeline.filter((entry) => entry.who);
    expect(after.map(told)).toEqual(before.map(told));
  });

  scenario('somebody who keys it in a call: it is only a wrong key', async (world) => {
    const { searching, others } = await town(world);
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

describe('volunteers', () => {
  scenario('who and when stand in the timeline: verified by text', async (world) => {
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
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('refused in a call', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(world.phone('Sunita'));
    kavita.hears(says.pleaseCheck, code);
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
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('a verdict begun on duty is not given off duty', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(world.phone('Sunita'));
    kavita.hears(says.pleaseCheck, code);
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
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario(
    'nor one that is said aloud, nor by somebody who is no volunteer any more',
    async (world) => {
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
      await meena.texts('FORGET');
      await call.presses('3');
      call.hearsItAll();
      if (!call.isOver()) await call.hangsUp();
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      for (const phone of world.phones()) phone.readsEverything();
    },
  );

  scenario('ON, OFF and TRUST are in the log, with who, masked', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('Blood bank');
    for (const text of ['OFF', `TRUST ${bank.number}`, 'ON', `TRUST ${bank.number}`])
      await meena.texts(text);
    const who = `+91•••••••${meena.number.slice(-3)}`;
    const phone = `+91•••••••${bank.number.slice(-3)}`;
    expect(world.logged.filter((line) => line.startsWith('volunteer-'))).toEqual([
      `volunteer-duty ${JSON.stringify({ who, onDuty: false })}`,
      `volunteer-duty ${JSON.stringify({ who, onDuty: true })}`,
      `volunteer-trusts ${JSON.stringify({ who, phone, trusted: true })}`,
    ]);
    meena.readsEverything();
  });

  test('they are there once when they had to be decided anew, and not when they were not saved', async () => {
    const world = await createWorld();
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('Blood bank');
    const { store } = world.services;
    const { save } = store;
    const logged = () => world.logged.filter((line) => line.startsWith('volunteer-')).length;
    for (const [i, text] of ['OFF', 'ON', `TRUST ${bank.number}`].entries()) {
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
