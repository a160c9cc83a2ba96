import { describe, expect, it } from 'vitest';
import { answerByForm } from '#functions/use-cases/camps/answer-by-form.ts';
import { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { languages } from '#shared/terms/language.ts';
import { days, fromCalendar } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { campSays, opensCamp, seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { wordsOf } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { createWorld, type World } from '../../world/world.ts';

const firstEvening = fromCalendar({ year: 2026, month: 11, day: 29, hour: 18, minute: 1 });

const invited = async (teams = 1) => {
  const world = await createWorld();
  await opensCamp(await world.volunteer('Meena', { role: 'coordinator' }), { teams });
  const amit = await world.donor('Amit');
  await world.clock.at(firstEvening);
  amit.hears(campSays.en.invite);
  return { world, amit, camp: await theCamp(world) };
};

const booked = async (world: World): Promise<number> =>
  (await theCamp(world)).halfHours.reduce((sum, one) => sum + one.booked, 0);

describe('an invitation on the page of its donor', () => {
  it.each(languages)('is answered with a half hour, and taken back, in %s', async (language) => {
    const { world, amit, camp } = await invited();
    const browser = await logIn(world, amit, '/me', language);
    expect(wordsOf(browser.page)).toContain('Police Lines');
    const [, second] = camp.halfHours;
    await browser.submit('/me/camp', { camp: camp.id, at: `${second?.at}` });
    const [seat] = await seatsOf(world);
    expect(seat).toMatchObject({ state: 'booked', at: second?.at });
    expect(wordsOf(browser.page)).toContain(seat?.id);
    expect(wordsOf(browser.page)).not.toMatch(/undefined|NaN/);

    // The same yes again, and then another half hour: one seat.
    const third = camp.halfHours[2]?.at;
    await browser.submit('/me/camp', { camp: camp.id, at: `${second?.at}` });
    await browser.submit('/me/camp', { camp: camp.id, at: `${third}` });
    expect(await seatsOf(world)).toHaveLength(1);
    expect((await seatsOf(world))[0]?.at).toBe(third);
    expect(await booked(world)).toBe(1);

    await browser.submit('/me/camp', { camp: camp.id, at: 'no' });
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['freed']);
    expect(await booked(world)).toBe(0);
    expect((await browser.open('/me')).html).not.toContain('/me/camp');
  });

  it('leaves the page after a no, and the camp keeps no seat', async () => {
    const { world, amit, camp } = await invited();
    const browser = await logIn(world, amit, '/me');
    await browser.submit('/me/camp', { camp: camp.id, at: 'no' });
    expect((await browser.open('/me')).html).not.toContain('/me/camp');
    expect(await seatsOf(world)).toEqual([]);
  });

  it('refuses a half hour of another camp, and one that has filled up', async () => {
    const { world, amit, camp } = await invited();
    const browser = await logIn(world, amit, '/me');
    const [first, second] = camp.halfHours;
    const halfHours = camp.halfHours.map((one) => ({ ...one, expected: one.room }));
    await world.store.save([{ put: { ...camp, halfHours } }]);
    await browser.submit('/me/camp', { camp: camp.id, at: `${first?.at}` });
    expect(wordsOf(browser.page)).toContain('has just filled up');
    await browser.submit('/me/camp', { camp: camp.id, at: `${(second?.at ?? 0) + 1}` });
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['waiting']);
    expect(await booked(world)).toBe(0);
  });

  it('does nothing for a person who is not invited, nor after the camp', async () => {
    const { world, amit, camp } = await invited();
    const stranger = await world.donor('Far', { pin: '226001' });
    const answer = async (phone: Phone) => {
      const work = new UnitOfWork(world.services, world.clock.now(), phone.number);
      expect(await answerByForm(work, phone.number, camp.id, camp.from)).toBe('done');
      await work.save('done');
    };
    await answer(stranger);
    await world.clock.advance(days(8));
    await answer(amit);
    expect(await seatsOf(world)).toEqual([]);
  });
});
