import { describe, expect } from 'vitest';
import { tallyCamp } from '#shared/camp/camp-tally.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { daySchema, fromCalendar, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { languageWord } from '../../world/steps/after-gift-steps.ts';
import {
  campSays,
  doorWords,
  opensCamp,
  seatsOf,
  takesFirstTime,
  theCamp,
} from '../../world/steps/camp-steps.ts';
import { donorOf, donors, searchedFor } from '../../world/steps/scenario-steps.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { publicUrl, testConfig, type World } from '../../world/world.ts';

const at = (day: number, hour: number, minute = 1) =>
  fromCalendar({ year: 2026, month: day > 20 ? 11 : 12, day, hour, minute });

/** A small blood centre: two people in half an hour, so that twelve people fill an hour and a half. */
const smallCentre = testConfig((config) => ({
  ...config,
  policy: { ...config.policy, camps: { ...config.policy.camps, donorsAnHour: 4 } },
}));

/** Four gifts that volunteers of other camps have confirmed. */
const gaveFourTimes = async (world: World, { number }: Phone): Promise<void> => {
  const person = await world.store.person(number);
  const gifts = [1, 2, 3, 4].map((month) => ({
    id: `camp-of-${month}`,
    day: daySchema.parse(`2025-0${2 * month}-07`),
    at: 'camp' as const,
  }));
  if (!person?.donor) throw new Error('a donor');
  await world.store.save([{ put: { ...person, donor: { ...person.donor, gifts, donations: 4 } } }]);
};

const readAll = (world: World): void => {
  for (const phone of world.phones()) phone.readsEverything();
};

/** Registers on their own phone, with the notice and their consent. Returns the digits of the door. */
const registers = async (phone: Phone, language: Language): Promise<string> => {
  phone.hearsOnly(/1 = /);
  for (const answer of ['1', '211001', 'Hari Lal', '2', '1985']) {
    await phone.texts(answer);
    phone.readsEverything();
  }
  await phone.texts('1');
  const welcome = phone.hears(campSays[language].welcome);
  phone.readsEverything();
  return welcome.match(/(?<!\d)[1-9]\d{3}(?!\d)/g)?.at(-1) ?? '';
};

/** The certificate: true for everyone, whole for its donor alone, and one sheet of PDF. */
const readsCertificate = async (
  world: World,
  donor: Phone,
  text: string,
  language: Language,
): Promise<void> => {
  const path = text.match(/\/thanks\/\S+-\d{4}-\w{10}/)?.[0] ?? '';
  const stranger = await new WebBrowser(world.app, publicUrl).open(`${path}?lang=${language}`);
  expect(stranger.status).toBe(200);
  expect(wordsOf(stranger)).not.toContain(donor.name);
  const own = await logIn(world, donor, '/me', language);
  const words = wordsOf(await own.open(`${path}?lang=${language}`));
  expect(words).toContain(donor.name);
  expect(words).toMatch(campSays[language].fifth);
  const pdf = await own.open(`${path.replace('thanks', 'certificate')}?lang=${language}`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.html).toMatch(/^%PDF-1\.\d[\s\S]*\/Count 1\n/);
};

describe.each(languages)('a whole camp in %s', (language) => {
  const hears = campSays[language];
  const door = doorWords[language];

  scenario(
    'is opened, filled, held and thanked for by basic phones',
    async (world) => {
      // Opened by text, step by step.
      const coordinator = await world.volunteer('Meena', { role: 'coordinator', language });
      const volunteer = await world.volunteer('Kavita', { language });
      await opensCamp(coordinator, { hours: '9-10:30', units: 6 }, language);

      // The first evening of invitations; the second one invites for what is still missing.
      const first = await donors(world, 7, { language });
      const chand = await world.donor('Chand', { group: 'A+', language });
      const rare = await world.donor('Rahul', { group: 'B-', language });
      const far = await world.donor('Farida', { pin: '226001', language });
      const [anil, bina, dev, esha, firoz, gita, declines] = first;
      if (!anil || !bina || !dev || !esha || !firoz || !gita || !declines) throw new Error('seven');
      await gaveFourTimes(world, anil);
      await world.clock.at(at(29, 18));
      for (const phone of [...first, chand])
        phone.hearsOnly(hears.invite, 'SRN Blood Centre', 'Police Lines');
      const numbers = new Map<Phone, string>();
      const takes = async (phone: Phone): Promise<void> => {
        numbers.set(phone, await takesFirstTime(phone, language));
      };
      for (const phone of [anil, bina, dev, esha, firoz, gita, chand]) await takes(phone);
      await declines.texts('2');
      declines.hearsOnly(hears.no);
      expect((await theCamp(world)).invited).toBe(8);
      const second = await donors(world, 7, { language });
      await world.clock.at(at(30, 18));
      const waiting: Phone[] = [];
      for (const phone of second) {
        phone.hearsOnly(hears.invite);
        if ((await seatsOf(world)).filter(({ state }) => state === 'booked').length < 12) {
          await takes(phone);
          continue;
        }
        // Full: the waiting list.
        await phone.texts('1');
        phone.hearsOnly(hears.waiting);
        waiting.push(phone);
      }
      const [next, last] = waiting;
      if (!next || !last || waiting.length !== 2) throw new Error('two wait');
      expect((await theCamp(world)).invited).toBe(15);
      for (const phone of [rare, far]) phone.hearsNothing();

      // A critical request takes a donor away, and the person who waits longest has the half hour.
      await world.clock.at(at(1, 11));
      const { family } = await searchedFor(
        world,
        'Need A+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
      );
      await chand.texts('1');
      await chand.texts('DONE');
      await family.texts('DONE');
      readAll(world);
      await next.texts('1');
      next.hearsOnly(hears.booked);
      const chandSeat = (await seatsOf(world)).find(({ phone }) => phone === chand.number);
      expect(chandSeat?.state).toBe('freed');

      // The reminders; who cannot come frees the half hour for the last one who waits.
      await world.clock.at(at(5, 18));
      gita.hearsOnly(hears.near);
      await gita.texts('DROP');
      gita.hearsOnly(hears.freed);
      for (const phone of world.phones()) if (phone !== last) phone.readsEverything();
      last.hears(hears.times);
      await last.texts('1');
      last.hears(hears.booked);
      await world.clock.at(at(6, 8, 58));
      anil.hears(hears.soon);
      readAll(world);

      // The door, by text and by the keys of a call; each entry twice.
      await world.clock.at(at(6, 9, 30));
      for (const _ of [1, 2]) {
        await volunteer.texts(`${door.in} ${numbers.get(anil)}`);
        volunteer.hearsOnly(hears.isHere, numbers.get(anil) ?? '', 'B+');
      }
      for (const _ of [1, 2]) {
        await volunteer.texts(`${door.gave} ${numbers.get(anil)}`);
        volunteer.hearsOnly(hears.counted);
        await volunteer.texts(`${door.back} ${numbers.get(bina)} HB`);
        volunteer.hearsOnly(hears.counted);
      }
      const call = await volunteer.calls();
      for (const keys of [
        numbers.get(dev),
        '2',
        numbers.get(dev),
        '2',
        numbers.get(esha),
        '3',
        '2',
      ])
        await call.presses(keys ?? '');
      call.hearsItAll();
      await call.hangsUp();
      const hari = world.phone('Hari');
      await hari.texts(`LANG ${languageWord(language)}`);
      hari.readsEverything();
      await volunteer.texts(`${door.new} A+ ${hari.number}`);
      volunteer.hearsOnly(`x${hari.number.slice(-3)}`);
      await volunteer.texts(`${door.gave} ${await registers(hari, language)}`);
      volunteer.hearsOnly(hears.counted, 'A+');
      for (const phone of [anil, bina, dev, esha]) phone.hearsNothing();

      // The evening: thanks, and what being turned away means.
      await world.clock.at(at(6, 19) + minutes(2));
      const thanks = anil.hearsOnly(hears.gave, '5');
      for (const phone of [dev, hari]) phone.hearsOnly(hears.gave, '1');
      for (const phone of [bina, esha]) phone.hearsOnly(hears.back);
      firoz.hearsOnly(hears.missed);
      await firoz.texts('1');
      firoz.readsEverything();
      for (const phone of [chand, gita, declines]) phone.hearsNothing();
      const link = coordinator
        .hearsOnly(hears.held, '/console/camps/')
        .match(/\/console\/\S+/)?.[0];
      readAll(world);

      // What the engine learns, and no test result.
      const seats = await seatsOf(world);
      expect(tallyCamp(seats)).toMatchObject({ came: 5, walkIns: 1, units: 3, back: 2, missed: 8 });
      expect((await theCamp(world)).result).toEqual({ came: 5, units: 3, back: 2 });
      expect(await donorOf(world, anil)).toMatchObject({ donations: 5, record: { came: 1 } });
      expect((await donorOf(world, bina))?.record).toMatchObject({ came: 1, turnedAway: 1 });
      expect((await donorOf(world, firoz))?.record).toMatchObject({ came: 0, missed: 1 });
      expect(JSON.stringify(seats)).not.toMatch(/haemoglobin|illness/);

      // The sheet for the blood centre: group, units, date, venue.
      const desk = await logIn(world, coordinator, '/console', language);
      const sheet = await desk.open(`${link}/sheet.csv`);
      expect(sheet.html.split('\r\n').slice(1)).toEqual([
        '2026-12-06,Police Lines,Prayagraj,SRN Blood Centre,A+,1,0,1,0',
        '2026-12-06,Police Lines,Prayagraj,SRN Blood Centre,B+,2,0,2,0',
      ]);
      expect((await desk.open(`${link}/sheet?lang=${language}`)).status).toBe(200);
      await readsCertificate(world, anil, thanks, language);
    },
    { config: smallCentre },
  );
});
