import { describe, expect } from 'vitest';
import { hours, minutes, toCalendar } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donors,
  pledgeStates,
  readAllMessages,
  type whoIsAsked,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* Platelets that are needed over several days: one request, and donors are asked for each day (docs/adr/0045). */

/** The family's text, sent off and verified. Twenty donors live near the hospital. */
const neededByDay = async (world: World, text: string) => {
  const family = world.phone('Sunita');
  await world.wasServed(family);
  const verifier = await world.volunteer('Kavita');
  const near = await donors(world, 20, { group: 'AB+' });
  await family.texts(text);
  const byDay = family.hearsOnly('4', 'AB+', /SRN|स्वरूप रानी/);
  await family.texts('1');
  const code = codeIn(family.hearsOnly(/\d{4}/));
  verifier.hears(says.pleaseCheck, code, '4 units');
  verifier.hearsOnly('day by day', 'by today 8 pm: 2 units', code);
  await verifier.texts(`OK ${code}`);
  verifier.hearsOnly(says.thanksOk);
  family.hearsOnly(code);
  return { family, verifier, near, code, byDay };
};

/** Two of those who are asked say yes; the others hear that it is covered. Returns the two. */
const twoAgree = async (world: World, near: Parameters<typeof whoIsAsked>[0]) => {
  const asked = near.filter((phone) => phone.hearsAll(/(Police Mitra|free again).*AB\+/s) > 0);
  const two = asked.slice(0, 2);
  for (const donor of two) {
    await donor.texts('1');
    donor.hearsOnly(says.confirmed, /up to 3 hours/, /aspirin in the last 3 days/, /blood centre/);
  }
  for (const donor of asked.slice(2)) donor.hearsAll(says.alertCovered);
  await world.clock.advance(minutes(1));
  return two;
};

/** The days of the month on which the confirmed donors come. */
const daysOfPledges = async (world: World, code: string): Promise<(number | undefined)[]> =>
  (await world.file(code)).request.pledges
    .filter(({ state }) => state === 'confirmed')
    .map(({ arriveBy }) => arriveBy && toCalendar(arriveBy).day);

const inEnglish =
  'AB+ platelets 2 today 2 tomorrow SRN hospital Prayagraj patient Ramesh attendant Sunita';

describe('platelets over two days', () => {
  for (const [words, days, nextDay] of [
    [
      inEnglish,
      'Day by day: by today 8 pm: 2 units, by tomorrow 9 am: 2 units',
      'now we ask donors for 2 units, needed by tomorrow 9 am',
    ],
    [
      'AB+ platelets chahiye 2 aaj aur 2 kal SRN hospital Prayagraj mareez Ramesh attendant Sunita',
      'aaj raat 8 baje tak: 2 unit, kal subah 9 baje tak: 2 unit',
      '2 unit ke liye donor se poochh rahe hain, kal subah 9 baje tak',
    ],
    [
      'एबी पॉजिटिव प्लेटलेट आज 2 यूनिट और कल 2 यूनिट चाहिए एसआरएन अस्पताल प्रयागराज मरीज रमेश अटेंडेंट सुनीता',
      'आज रात 8 बजे तक: 2 यूनिट, कल सुबह 9 बजे तक: 2 यूनिट',
      '2 यूनिट के लिए डोनर से पूछ रहे हैं, कल सुबह 9 बजे तक',
    ],
  ] as const)
    scenario(`"${words}": each day has its own donors`, async (world) => {
      const { family, near, code, byDay } = await neededByDay(world, words);
      expect(byDay).toContain(days);
      await twoAgree(world, near);
      family.hears(/1.*4|4.*1/);
      family.hears(/2.*4|4.*2/);
      family.hearsOnly(nextDay);
      const today = toCalendar(world.clock.now()).day;
      expect(await daysOfPledges(world, code)).toEqual([today, today]);
      await twoAgree(world, near);
      family.hears(/3.*4|4.*3/);
      family.hearsOnly(/4/);
      expect(await daysOfPledges(world, code)).toEqual([today, today, today + 1, today + 1]);
      expect((await world.file(code)).request.phase.type).toBe('covered');
      readAllMessages(world);
    });

  scenario('a donor of today who cannot come is replaced today', async (world) => {
    const { family, near, code } = await neededByDay(world, inEnglish);
    const [first] = await twoAgree(world, near);
    await twoAgree(world, near);
    readAllMessages(world);
    await first?.texts('DROP');
    family.hears(says.donorDropped);
    await world.clock.advance(minutes(1));
    const again = near.filter((phone) => phone.hearsAll('today') > 0);
    expect(again.length).toBeGreaterThan(0);
    await again[0]?.texts('1');
    again[0]?.hears(says.confirmed, 'today');
    const today = toCalendar(world.clock.now()).day;
    const days = await daysOfPledges(world, code);
    expect(days.filter((day) => day === today)).toHaveLength(2);
    expect(days).toHaveLength(4);
    readAllMessages(world);
  });

  scenario('DONE of the first day ends nothing; the last unit does', async (world) => {
    const { family, near, code } = await neededByDay(world, inEnglish);
    await twoAgree(world, near);
    await family.texts('DONE');
    family.hears(says.unitGiven);
    expect((await world.file(code)).request.phase.type).toBe('searching');
    await twoAgree(world, near);
    await family.texts(`DONE ${code}`);
    family.hears(says.fulfilled);
    expect(await pledgeStates(world, code)).toEqual(Array(4).fill('donated'));
    readAllMessages(world);
  });

  scenario('a day further ahead is asked for one day before', async (world) => {
    const { family, near, code } = await neededByDay(
      world,
      inEnglish.replace('tomorrow', 'on friday 5 pm'),
    );
    await twoAgree(world, near);
    family.readsEverything();
    await family.texts('DONE');
    readAllMessages(world);
    await family.texts('STATUS');
    family.hearsOnly('enough donors have agreed until now, 2 of 4', '27 Nov 5 pm', 'a day before');
    expect((await world.file(code)).request.phase.type).toBe('covered');
    await world.clock.advance(hours(24 * 3));
    expect(near.filter((phone) => phone.hearsAll(says.alert) > 0)).toEqual([]);
    await world.clock.advance(hours(7.5));
    family.hears('now we ask donors for 2 units');
    await twoAgree(world, near);
    expect(await daysOfPledges(world, code)).toEqual([27, 27]);
    readAllMessages(world);
  });

  scenario('another number of units is for the whole need, and is read back', async (world) => {
    const { family, code } = await neededByDay(world, inEnglish);
    await family.texts('sorry 3 units, not 4');
    family.hearsOnly(says.correctAsk, '3 units');
    await family.texts('1');
    family.hears(says.corrected, '3 units');
    expect((await world.file(code)).request).not.toHaveProperty('days');
    readAllMessages(world);
  });
});
