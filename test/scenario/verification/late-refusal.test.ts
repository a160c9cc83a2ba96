import { describe, expect } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donors,
  searchedFor,
  urgentNeed,
  waitsForCheck,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';

describe('NO after the verification', () => {
  scenario(
    'by the verifier closes the request, tells donors once and the family without an accusation, and stops the search',
    async (world) => {
      const people = await donors(world, 20);
      const { family, verifier, code } = await searchedFor(world);
      const [amit, ...asked] = whoIsAsked(people);
      if (!amit) throw new Error('no donor is asked');
      await amit.texts('1');
      amit.hears(says.confirmed, code);
      family.hears(says.donorComing);
      const at = world.clock.now();

      await verifier.texts(`NO ${code} family ne paise maange`);
      verifier.hearsOnly(says.thanksNo, code, 'in our own words');
      expect(family.hearsOnly(says.refused, code, 'press 0')).not.toContain('paise');
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

  scenario('closes a covered request and releases the standby donors', async (world) => {
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
    family.hearsOnly(says.refused, 'Our volunteer says: no such patient.', 'press 0');
    for (const phone of confirmed) phone.hearsOnly(says.standDown, code);
    for (const phone of standby) phone.hearsOnly(says.standbyReleased, code);
    await world.clock.advance(hours(20));
    for (const phone of [...people, family, verifier]) phone.hearsNothing();
  });

  scenario(
    'by a coordinator closes the request, and tells the verifier who refused it',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator', zone: 'agra' });
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world);
      amit.hears(says.alert, code);
      await meena.decides(`NO ${code} fraud`);
      meena.hearsOnly(says.thanksNo, code, 'in our own words');
      verifier.hearsOnly(says.taken, code, 'Meena', 'said no');
      expect(family.hears(says.refused, code, 'press 0')).not.toContain('fraud');
      amit.hearsOnly(says.alertOver, code);
      const { timeline } = await world.file(code);
      expect(timeline.find((e) => e.what === 'refused')?.who).toBe(
        `volunteer +91•••••••${meena.number.slice(-3)}`,
      );
      family.readsEverything();
    },
  );

  scenario(
    'closes a request of a trusted phone only when a coordinator sends it',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const kavita = await world.volunteer('Kavita');
      const bank = world.phone('SRN blood bank');
      const amit = await world.donor('Amit');
      await meena.confirms(`TRUST ${bank.number}`);
      meena.hearsOnly(says.trusted);
      await bank.texts(urgentNeed);
      bank.hearsOnly(says.summary);
      await bank.texts('1');
      const code = codeIn(bank.hears(says.openedTrusted));
      amit.hearsOnly(says.alert, code);
      await kavita.texts(`NO ${code} fraud`);
      kavita.hearsOnly(says.already, code);
      amit.hearsNothing();
      await meena.decides(`NO ${code}`);
      meena.hearsOnly(says.thanksNo, code);
      bank.hearsOnly(says.refused, code);
      amit.hearsOnly(says.alertOver, code);
    },
  );

  scenario(
    'has no effect from another verifier, off duty, or from someone who is no volunteer',
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
    'has no effect without the code, or when the family could not be reached',
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

  scenario('has no effect in a call', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier: kavita, code } = await waitsForCheck(world);
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
