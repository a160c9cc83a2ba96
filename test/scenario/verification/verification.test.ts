import { describe, expect } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/scenario-steps.ts';
import type { World } from '../../world/world.ts';

describe('who is asked to verify', () => {
  scenario('only verifiers of the zone who are on duty', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const asleep = await world.volunteer('Mohan');
    await world.volunteer('Ravi', { zone: 'agra' });
    await world.volunteer('Meena', { role: 'coordinator' });
    await asleep.texts('OFF');
    asleep.hearsOnly(says.dutyOff);
    const code = await asksForBlood(family);
    kavita.hearsOnly(says.pleaseCheck, code, family.number, 'Ramesh');
    asleep.hearsNothing();
  });

  scenario(
    'nobody answers: more verifiers and the next zone, then the coordinators, then the coordinators again after a while; the family hears each step once',
    async (world) => {
      const family = world.phone('Sunita');
      const first = await Promise.all(
        ['A', 'B', 'C', 'D', 'E'].map((name) => world.volunteer(`Verifier ${name}`)),
      );
      const sixth = await world.volunteer('Farah');
      const neighbour = await world.volunteer('Nadeem', { zone: 'varanasi' });
      const farAway = await world.volunteer('Arun', { zone: 'agra' });
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const code = await asksForBlood(family);
      for (const verifier of first) verifier.hearsOnly(says.pleaseCheck, code);
      sixth.hearsNothing();

      await world.clock.advance(minutes(6));
      sixth.hearsOnly(says.pleaseCheck, code);
      neighbour.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.moreVolunteers, code);
      meena.hearsNothing();

      await world.clock.advance(minutes(6));
      meena.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.coordinators, code);

      await world.clock.advance(minutes(20));
      meena.hearsNothing();
      await world.clock.advance(minutes(12));
      meena.hearsOnly(says.pleaseCheck, code);
      family.hearsNothing();
      farAway.hearsNothing();

      await meena.texts(`ok ${code}`);
      meena.hears(says.thanksOk, code);
      family.hears(says.verified, code);
      for (const verifier of [...first, sixth, neighbour]) verifier.hearsOnly(says.taken, 'Meena');
      family.hears(says.everyoneAsked, code);
      meena.hears(says.needsCoordinator, code, family.number);
    },
  );

  scenario('a coordinator elsewhere, when the zone has none', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', { role: 'coordinator', zone: 'agra' });
    const code = await asksForBlood(family);
    meena.hearsOnly(says.pleaseCheck, code);
    family.hearsOnly(says.coordinators, code);
    await meena.texts(`NO ${code}`);
    meena.hearsOnly(says.thanksNo);
    const refusal = family.hearsOnly(says.refused, code);
    expect(refusal).not.toContain('Our volunteer says');
  });

  scenario(
    'with no volunteers at all the request waits, and who comes on duty is asked',
    async (world) => {
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      await kavita.texts('OFF');
      kavita.hears(says.dutyOff);
      const code = await asksForBlood(family);
      family.hearsOnly(says.waits, code);
      await world.clock.advance(hours(1));
      kavita.hearsNothing();
      family.hearsNothing();
      await kavita.texts('ON');
      kavita.hearsOnly(says.dutyOn, 'Prayagraj', says.pleaseCheck, code);
      await kavita.texts('OK');
      kavita.hearsOnly(says.thanksOk);
      family.hears(says.verified);
      family.hears(says.everyoneAsked, code);
    },
  );

  scenario('nobody who is off duty is asked in any round', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('ड्यूटी बंद');
    meena.hears(says.dutyOff);
    const code = await asksForBlood(family);
    family.hearsOnly(says.waits, code);
    await world.clock.advance(hours(2));
    meena.hearsNothing();
  });
});

/** So many families ask while nobody is on duty; the codes, in order. */
const askInTheNight = async (world: World, count: number, text = urgentNeed): Promise<string[]> => {
  const codes: string[] = [];
  for (let i = 1; i <= count; i += 1)
    codes.push(await asksForBlood(world.phone(`Family ${i}`), text));
  return codes;
};

/** What families hear is told elsewhere. */
const leaveOut = (world: World, ...listeners: Phone[]): void => {
  for (const phone of world.phones()) if (!listeners.includes(phone)) phone.readsEverything();
};

/** The codes of all requests that a volunteer is asked to check in this text, or in those not read yet. */
const toCheck = (...texts: string[]): string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/Please check request (\d+)/g)].map(([, code = '']) => code),
  );

const offDuty = async (
  world: World,
  name: string,
  line: Parameters<World['volunteer']>[1] = {},
): Promise<Phone> => {
  const volunteer = await world.volunteer(name, line);
  await volunteer.texts('OFF');
  volunteer.readsEverything();
  return volunteer;
};

describe('coming on duty while many wait', () => {
  scenario(
    'the most urgent few at once, and that more wait; each answer brings the next',
    async (world) => {
      const kavita = await offDuty(world, 'Kavita');
      const planned =
        'Need B+ blood 1 unit SRN hospital Prayagraj in 3 days patient Anil attendant Usha';
      const [later = ''] = await askInTheNight(world, 1, planned);
      const [one = '', two = '', three = '', four = '', five = ''] = await askInTheNight(world, 5);
      await kavita.texts('ON');
      const reply = kavita.hearsOnly(says.dutyOn, '3 more requests are waiting');
      expect(toCheck(reply)).toEqual([one, two, three]);

      await kavita.texts(`OK ${two}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, two))).toEqual([four]);
      await kavita.texts(`NO ${one} not known there`);
      expect(toCheck(kavita.hearsOnly(says.thanksNo, one))).toEqual([five]);
      await kavita.texts(`OK ${four}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, four))).toEqual([later]);
      await kavita.texts(`OK ${later}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, later))).toEqual([]);
      leaveOut(world, kavita);
    },
  );

  scenario('who does not answer gets the others one by one, each once', async (world) => {
    const kavita = await offDuty(world, 'Kavita');
    const codes = await askInTheNight(world, 6);
    await kavita.texts('ON');
    const atOnce = toCheck(kavita.hearsOnly(says.dutyOn));
    await world.clock.advance(minutes(31));
    const [first = '', ...others] = kavita.unread();
    expect(toCheck(first)).toHaveLength(1);
    expect([...atOnce, ...toCheck(first, ...others)].sort()).toEqual([...codes].sort());
    await world.clock.advance(hours(2));
    expect(kavita.unread()).toHaveLength(3);
    leaveOut(world);
  });

  scenario('a second volunteer begins with those whom nobody has been asked for', async (world) => {
    const [kavita, mohan] = [await offDuty(world, 'Kavita'), await offDuty(world, 'Mohan')];
    const codes = await askInTheNight(world, 5);
    await kavita.texts('ON');
    expect(toCheck(kavita.hearsOnly(says.dutyOn))).toEqual(codes.slice(0, 3));
    await mohan.texts('ON');
    const reply = mohan.hearsOnly(says.dutyOn, '2 more requests are waiting');
    expect(toCheck(reply)).toEqual([codes[3], codes[4], codes[0]]);
    leaveOut(world);
  });

  scenario('one more waits: it is said so', async (world) => {
    const kavita = await offDuty(world, 'Kavita');
    await askInTheNight(world, 4);
    await kavita.texts('ON');
    expect(toCheck(kavita.hearsOnly(says.dutyOn, '1 more request is waiting'))).toHaveLength(3);
    leaveOut(world);
  });

  for (const language of languages)
    scenario(
      `after a bad night, in ${language}: one message that the carrier takes`,
      async (world) => {
        const kavita = await offDuty(world, 'Kavita', { language });
        await askInTheNight(world, 50);
        await kavita.texts('ON');
        const [reply = '', ...more] = kavita.unread();
        expect(more).toEqual([]);
        expect(reply.length).toBeLessThan(1300);
        expect(reply.match(/OK \d+/g)).toHaveLength(3);
        expect(reply).toContain('47');
        leaveOut(world);
      },
    );

  scenario('a hundred come on duty for one request: it can still be settled', async (world) => {
    const family = world.phone('Sunita');
    const volunteers: Phone[] = [];
    for (let i = 1; i <= 100; i += 1) volunteers.push(await offDuty(world, `Verifier ${i}`));
    const code = await asksForBlood(family);
    for (const volunteer of volunteers) await volunteer.texts('ON');
    const told = volunteers.filter((v) => toCheck(v.hearsOnly(says.dutyOn)).includes(code));
    const { phase } = (await world.file(code)).request;
    expect(phase.type === 'verifying' && phase.asked).toEqual(told.map((v) => v.number));
    expect(told).toHaveLength(60);
    const [last] = volunteers.slice(-1);
    await last?.texts(`OK ${code}`);
    last?.hearsOnly(says.thanksOk);
    for (const volunteer of told) volunteer.hearsOnly(says.taken, code);
    family.hears(says.verified);
    leaveOut(world);
  });
});

describe('what a volunteer says', () => {
  scenario('the first answer wins, and the others hear whose it was', async (world) => {
    const family = world.phone('Sunita');
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const code = await asksForBlood(family);
    mohan.hears(says.pleaseCheck, code);
    await findsItReal(kavita, family, code);
    mohan.hearsOnly(says.taken, code, 'Kavita', 'found it real');
    await mohan.texts(`NO ${code} too late`);
    mohan.hearsOnly(says.already, code);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.already, code);
    family.hears(says.everyoneAsked);
  });

  scenario(
    'two answers in the same moment: one of them wins',
    async (world) => {
      const family = world.phone('Sunita');
      const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
      const code = await asksForBlood(family);
      for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
      await Promise.all([kavita.textsAtOnce(`OK ${code}`), mohan.textsAtOnce(`NO ${code} fake`)]);
      await world.clock.advance(minutes(1));
      const settledBy = kavita.hearsAll(says.thanksOk) === 1 ? kavita : mohan;
      const other = settledBy === kavita ? mohan : kavita;
      if (settledBy === mohan) mohan.hears(says.thanksNo);
      other.hears(says.taken, settledBy.name);
      other.hearsOnly(says.already);
      family.hears(settledBy === kavita ? says.verified : says.refused);
      if (settledBy === kavita) family.hears(says.everyoneAsked);
    },
    { on: 'database' },
  );

  scenario('no, with a reason: the family hears it, and nobody is asked', async (world) => {
    const donor = await world.donor('Amit');
    const family = world.phone('Sunita');
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const code = await asksForBlood(family);
    for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
    await kavita.texts(`no ${code} family wants to pay a broker`);
    kavita.hearsOnly(says.thanksNo);
    mohan.hearsOnly(says.taken, 'Kavita', 'said no');
    family.hearsOnly(says.refused, 'family wants to pay a broker');
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.already);
    await family.texts('STATUS');
    family.hearsOnly(says.statusNone);
    await world.clock.advance(hours(20));
    donor.hearsNothing();
  });

  scenario('OK without a code is enough when one request waits, not when two do', async (world) => {
    const [sunita, geeta] = [world.phone('Sunita'), world.phone('Geeta')];
    const kavita = await world.volunteer('Kavita');
    const one = await asksForBlood(sunita);
    const two = await asksForBlood(geeta);
    kavita.hears(says.pleaseCheck, one);
    kavita.hears(says.pleaseCheck, two);
    await kavita.texts('OK');
    kavita.hearsOnly(says.whichToVerify, one, two);
    await kavita.texts(`OK ${two}`);
    kavita.hearsOnly(says.thanksOk, two);
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await kavita.texts('ठीक है');
    kavita.hearsOnly(says.thanksOk, one);
    sunita.hears(says.verified);
    sunita.hearsOnly(says.everyoneAsked);
    await kavita.texts('OK');
    kavita.hearsOnly(says.nothingToVerify);
  });

  scenario('a code nobody knows, and one that is long settled', async (world) => {
    const { family, verifier, code } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await verifier.texts('OK 9999');
    verifier.hearsOnly(says.unknownToVerify, '9999');
    await verifier.texts(`OK ${code}`);
    verifier.hearsOnly(says.already);
    family.hearsNothing();
  });

  scenario('off duty, one is asked to come on duty first', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck);
    await kavita.texts('OFF');
    kavita.hearsOnly(says.dutyOff);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.offDuty);
    await kavita.texts('ON');
    kavita.hearsOnly(says.dutyOn);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.thanksOk);
    family.hears(says.verified);
    family.hearsOnly(says.everyoneAsked);
  });

  scenario('nobody verifies their own request', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const mohan = await world.volunteer('Mohan');
    const code = await asksForBlood(kavita);
    mohan.hearsOnly(says.pleaseCheck, code);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.ownRequest, code);
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.thanksOk);
    kavita.hears(says.verified);
    kavita.hearsOnly(says.everyoneAsked);
  });

  scenario('OK from somebody who is no volunteer verifies nothing', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck);
    await family.texts(`OK ${code}`);
    family.hearsOnly(says.notAsked, code);
    await amit.texts(`OK ${code}`);
    amit.hearsOnly(says.notAsked, code);
    await family.texts('STATUS');
    family.hearsOnly(says.statusVerifying);
  });

  scenario('OK of a volunteer who is asked as a donor is a yes, on duty or off', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const mohan = await world.donor('Mohan');
    await world.makeVolunteer(mohan);
    await mohan.texts('OFF');
    mohan.hears(says.dutyOff);
    const family = world.phone('Sunita');
    const code = await asksForBlood(family);
    await findsItReal(kavita, family, code);
    mohan.hearsOnly(says.alert, code);
    await mohan.texts('OK');
    mohan.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing, 'Mohan');
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.alreadyConfirmed, code);
  });

  scenario('with a request to check as well, OK is about that request', async (world) => {
    const mohan = await world.donor('Mohan');
    const { family, verifier, code } = await searchedFor(world);
    mohan.hears(says.alert, code);
    await world.makeVolunteer(mohan);
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, urgentNeed.replaceAll('B+', 'A+'));
    mohan.hears(says.pleaseCheck, other);
    verifier.hears(says.pleaseCheck, other);
    await mohan.texts('OK');
    mohan.hearsOnly(says.thanksOk, other);
    verifier.hearsOnly(says.taken, 'Mohan');
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await mohan.texts('1');
    mohan.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing);
  });
});

describe('a request that is found untrue after its check', () => {
  scenario(
    'is stopped by the verifier who said OK: donors hear it once, the family with the reason, and nobody is asked any more',
    async (world) => {
      const people = await donors(world, 20);
      const { family, verifier, code } = await searchedFor(world);
      const [amit, ...asked] = whoIsAsked(people);
      if (!amit) throw new Error('nobody is asked');
      await amit.texts('1');
      amit.hears(says.confirmed, code);
      family.hears(says.donorComing);
      const at = world.clock.now();

      await verifier.texts(`NO ${code} family ne paise maange`);
      verifier.hearsOnly(says.thanksNo, code);
      family.hearsOnly(says.refused, code, 'family ne paise maange');
      amit.hearsOnly(says.standDown, code);
      for (const donor of asked) donor.hearsOnly(says.alertOver, code);

      const { request, timeline } = await world.file(code);
      expect(request.phase).toMatchObject({ type: 'closed', reason: 'refused' });
      const entry = timeline.find((e) => e.what === 'refused');
      expect(entry?.who).toBe(`volunteer +91•••••••${verifier.number.slice(-3)}`);
      expect(entry?.at).toBeGreaterThanOrEqual(at);
      expect(JSON.stringify(timeline)).not.toContain('paise');

      await world.clock.advance(hours(20));
      for (const phone of [...people, family, verifier]) phone.hearsNothing();
      await verifier.texts(`NO ${code} again`);
      verifier.hearsOnly(says.already, code);
      await family.texts('STATUS');
      family.hearsOnly(says.statusNone);
    },
  );

  scenario('is stopped also when it is covered: standby is let go', async (world) => {
    const people = await donors(world, 30);
    const { family, verifier, code } = await searchedFor(world);
    const asked = whoIsAsked(people);
    for (const donor of asked) await donor.texts('1');
    const confirmed = asked.filter((phone) => phone.hearsAll(says.confirmed) > 0);
    const standby = asked.filter((phone) => phone.hearsAll(says.standby) > 0);
    expect([confirmed.length, standby.length > 0]).toEqual([2, true]);
    for (const phone of [...asked, family]) phone.readsEverything();
    expect((await world.file(code)).request.phase.type).toBe('covered');

    await verifier.texts(`NO ${code} no such patient`);
    verifier.hearsOnly(says.thanksNo, code);
    family.hearsOnly(says.refused, 'no such patient');
    for (const phone of confirmed) phone.hearsOnly(says.standDown, code);
    for (const phone of standby) phone.hearsOnly(says.standbyReleased, code);
    await world.clock.advance(hours(20));
    for (const phone of [...people, family, verifier]) phone.hearsNothing();
  });

  scenario(
    'is stopped by a coordinator, and who verified it hears whose word it was',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator', zone: 'agra' });
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world);
      amit.hears(says.alert, code);
      await meena.texts(`NO ${code} fraud`);
      meena.hearsOnly(says.thanksNo, code);
      verifier.hearsOnly(says.taken, code, 'Meena', 'said no');
      family.hears(says.refused, code, 'fraud');
      amit.hearsOnly(says.alertOver, code);
      const { timeline } = await world.file(code);
      expect(timeline.find((e) => e.what === 'refused')?.who).toBe(
        `volunteer +91•••••••${meena.number.slice(-3)}`,
      );
      family.readsEverything();
    },
  );

  scenario('that came from a trusted phone is stopped by a coordinator alone', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const kavita = await world.volunteer('Kavita');
    const bank = world.phone('SRN blood bank');
    const amit = await world.donor('Amit');
    await meena.texts(`TRUST ${bank.number}`);
    meena.hearsOnly(says.trusted);
    await bank.texts(urgentNeed);
    bank.hearsOnly(says.summary);
    await bank.texts('1');
    const code = codeIn(bank.hears(says.openedTrusted));
    amit.hearsOnly(says.alert, code);
    await kavita.texts(`NO ${code} fraud`);
    kavita.hearsOnly(says.already, code);
    amit.hearsNothing();
    await meena.texts(`NO ${code}`);
    meena.hearsOnly(says.thanksNo, code);
    bank.hearsOnly(says.refused, code);
    amit.hearsOnly(says.alertOver, code);
  });

  scenario(
    'is not stopped by another verifier, nor off duty, nor by who is nobody',
    async (world) => {
      const mohan = await world.volunteer('Mohan');
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world);
      amit.hears(says.alert, code);
      mohan.readsEverything();
      await mohan.texts(`NO ${code} fraud`);
      mohan.hearsOnly(says.already, code);
      for (const phone of [verifier, meena]) {
        await phone.texts('OFF');
        phone.hears(says.dutyOff);
        await phone.texts(`NO ${code} fraud`);
        phone.hearsOnly(says.offDuty);
      }
      await family.texts(`NO ${code} fraud`);
      family.readsEverything();
      amit.hearsNothing();
      expect((await world.file(code)).request.phase.type).toBe('searching');
      meena.readsEverything();
    },
  );

  scenario(
    'is not stopped by a no without its code, nor by a phone nobody answered',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world);
      amit.hears(says.alert, code);
      family.readsEverything();
      await verifier.texts('NO');
      verifier.hearsOnly(says.nothingToVerify);
      await verifier.texts(`NO ${code} phone nahi uthaya`);
      verifier.hearsOnly(says.notReached, code);
      for (const phone of [amit, family]) phone.hearsNothing();
      expect((await world.file(code)).request.phase.type).toBe('searching');
    },
  );

  scenario('is not stopped in a call, as before', async (world) => {
    const amit = await world.donor('Amit');
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck, code);
    const call = await kavita.calls();
    await call.presses('2');
    await kavita.texts(`OK ${code}`);
    kavita.hears(says.thanksOk, code);
    await call.presses('1');
    call.hearsItAll();
    await call.hangsUp();
    expect((await world.file(code)).request.phase.type).toBe('searching');
    amit.hearsOnly(says.alert, code);
    for (const phone of [family, kavita]) phone.readsEverything();
  });
});

describe('a phone that a coordinator trusts', () => {
  scenario('asks without the wait, until it is trusted no more', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('SRN blood bank');
    const amit = await world.donor('Amit');
    await meena.texts(`TRUST ${bank.number}`);
    meena.hearsOnly(says.trusted, bank.number);
    await bank.texts(urgentNeed);
    bank.hearsOnly(says.summary);
    await bank.texts('1');
    bank.hearsOnly(says.openedTrusted);
    amit.hearsOnly(says.alert);
    await bank.texts('CLOSE');
    bank.hearsOnly(says.closed);
    amit.hearsOnly(says.alertOver);

    await meena.texts(`untrust ${bank.number.slice(3)}`);
    meena.hearsOnly(says.untrusted);
    const code = await asksForBlood(bank);
    meena.hears(says.pleaseCheck, code);
    bank.hears(says.coordinators);
    await bank.texts('CLOSE');
    bank.hears(says.closed);
    meena.hearsOnly(says.verifierEndClosed);
  });

  scenario('only a coordinator can trust', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    for (const phone of [kavita, amit]) {
      await phone.texts('TRUST 9415012345');
      phone.hearsOnly(says.coordinatorsOnly);
    }
  });

  scenario('TRUST with a number that cannot be read is asked for again', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('TRUST 12345');
    meena.hearsOnly(says.trustUnclear);
  });
});

describe('a digit or a plain word from a volunteer who was asked to check', () => {
  for (const words of ['1', 'yes', 'haan', 'हाँ', '2', 'nahi', 'no']) {
    scenario(`"${words}" settles nothing: both answers are said with the code`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(world.phone('Sunita'));
      kavita.hears(says.pleaseCheck);
      await kavita.texts('LANG EN');
      kavita.readsEverything();
      await kavita.texts(words);
      kavita.hearsOnly(says.howToVerify, `OK ${code}`, `NO ${code}`);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
    });
  }
  scenario('several wait: which one', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const first = await asksForBlood(world.phone('Sunita'));
    const second = await asksForBlood(world.phone('Meera'));
    kavita.hears(says.pleaseCheck, first);
    kavita.hears(says.pleaseCheck, second);
    await kavita.texts('1');
    kavita.hearsOnly(says.whichToVerify, first, second);
  });
  scenario('off duty, or nothing waits: it answers nothing', async (world) => {
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('1');
    kavita.hearsOnly(says.nothingToAnswer);
  });
  scenario(
    'a volunteer who was asked to give, and then to check another request',
    async (world) => {
      const mohan = await world.donor('Mohan');
      const { family } = await searchedFor(world, urgentNeed);
      await world.makeVolunteer(mohan);
      mohan.hears(says.alert);
      const other = world.phone('Meera');
      const code = await asksForBlood(other, urgentNeed.replace('Ramesh', 'Gopal'));
      mohan.hears(says.pleaseCheck, code);
      await mohan.texts('1');
      mohan.hears(says.confirmed);
      family.hears(says.donorComing);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      for (const phone of world.phones()) phone.readsEverything();
    },
  );
});
