import { describe, expect } from 'vitest';
import { isLeftInPeace } from '#shared/people/after-gift/contact.ts';
import { isHeldOut } from '#shared/people/after-gift/hold-out.ts';
import { languages } from '#shared/terms/language.ts';
import { after, days, fromCalendar, hours, seconds, toCalendar } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import {
  afterGiftConfig,
  afterGiftSays,
  amitHasGiven,
  bloodHasReached,
  isAskedWhetherItReached,
} from '../../world/steps/after-gift-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donorOf,
  findsItReal,
  oneUnit,
  readAllMessages,
} from '../../world/steps/scenario-steps.ts';
import { amitIsComing } from '../../world/steps/visit-steps.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { publicUrl, type World } from '../../world/world.ts';

const config = afterGiftConfig();
/** The story begins on Monday, 23 November 2026, at 11:00. */
const evening = (day: number, hour = 20) => fromCalendar({ year: 2026, month: 11, day, hour });
const newsEvening = evening(23 + 21);

/** Advances to the evening of the gift, on which the certificate comes. */
const readsCertificate = async (world: World, amit: Phone): Promise<string> => {
  await world.clock.at(evening(23));
  return amit.hearsOnly(afterGiftSays.en.certificate).match(/https?:\/\/\S+/)?.[0] ?? '';
};

type Given = Awaited<ReturnType<typeof amitHasGiven>>;

/** The certificate has come, and on the next evening the family has said that the blood reached its patient. */
const familySaysYes = async (world: World, { family }: Pick<Given, 'family'>): Promise<void> => {
  await isAskedWhetherItReached(world, { family });
  await family.texts('1');
  family.hearsOnly(afterGiftSays.en.reachedYes);
};

describe.each(languages)('a gift to a patient, in %s', (language) => {
  const hears = afterGiftSays[language];
  scenario(
    'brings a certificate that evening, and three weeks later what it did',
    async (world) => {
      const { amit, family } = await amitHasGiven(world);
      await amit.texts(`LANG ${language === 'hi-Latn' ? 'HINDI' : language}`);
      amit.readsEverything();
      await world.clock.at(evening(23, 18));
      await world.clock.advance(hours(2));
      amit.hearsOnly(hears.certificate, /\/thanks\/r-\w+-\w{10}/);
      await family.texts(`LANG ${language === 'hi-Latn' ? 'HINDI' : language}`);
      family.readsEverything();
      await isAskedWhetherItReached(world, { family }, language);
      await family.texts('1');
      family.hearsOnly(hears.reachedYes);
      await world.clock.at(after(newsEvening, -hours(3)));
      amit.hearsNothing();
      await world.clock.at(newsEvening);
      const news = amit.hearsOnly(hears.news, /SRN|स्वरूप रानी/);
      expect(news).not.toMatch(/Ramesh|Sunita|\+91/);
      expect((await donorOf(world, amit))?.contacts).toMatchObject([{ what: 'news' }]);
      await amit.texts('MYDATA');
      amit.hears(hears.kept);
      amit.readsEverything();
      await world.clock.advance(days(30));
    },
    { config },
  );
});

describe('the news of a gift', () => {
  scenario(
    'is sent between 18:00 and 20:00 on the twenty-first day',
    async (world) => {
      const { amit } = await bloodHasReached(world);
      amit.readsEverything();
      await world.clock.at(newsEvening);
      amit.hearsOnly(says.giftNews);
      const [turn] = (await donorOf(world, amit))?.contacts ?? [];
      const { day, hour } = toCalendar(turn?.at ?? world.clock.now());
      expect(day).toBe(14);
      expect([18, 19]).toContain(hour);
    },
    { config },
  );

  scenario(
    'does not come for a gift that only its donor reported',
    async (world) => {
      const { amit, family } = await amitIsComing(world);
      await amit.texts('DONE');
      readAllMessages(world);
      await isAskedWhetherItReached(world, { family });
      await world.clock.at(newsEvening);
      amit.hearsNothing();
      expect((await donorOf(world, amit))?.gifts ?? []).toEqual([]);
    },
    { config },
  );

  scenario(
    'comes when the family confirms it after the donor',
    async (world) => {
      const { amit, family } = await amitIsComing(world);
      await amit.texts('DONE');
      readAllMessages(world);
      await family.texts('DONE');
      family.hearsOnly(says.fulfilled);
      await family.texts('DONE');
      family.readsEverything();
      expect((await donorOf(world, amit))?.gifts).toMatchObject([{ at: 'request' }]);
      await readsCertificate(world, amit);
      await familySaysYes(world, { family });
      await world.clock.at(newsEvening);
      amit.hearsOnly(says.giftNews);
    },
    { config },
  );

  scenario(
    'does not come once the donor has said that they did not give',
    async (world) => {
      const { amit, family } = await amitHasGiven(world);
      const link = await readsCertificate(world, amit);
      await familySaysYes(world, { family });
      await amit.texts('DROP');
      amit.readsEverything();
      await amit.texts('1');
      amit.readsEverything();
      const stranger = new WebBrowser(world.app, publicUrl);
      expect((await stranger.open(link.replace(publicUrl, ''))).status).toBe(404);
      await world.clock.at(newsEvening);
      amit.hearsNothing();
      expect((await donorOf(world, amit))?.gifts).toEqual([]);
    },
    { config },
  );

  scenario(
    'does not come while the request is open, nor when it ends without all units',
    async (world) => {
      const { amit, family } = await amitIsComing(world);
      await family.texts('MORE 1');
      family.readsEverything();
      await family.texts('DONE');
      await family.texts('CLOSE');
      await family.texts('1');
      readAllMessages(world);
      await readsCertificate(world, amit);
      await world.clock.at(newsEvening);
      await world.clock.advance(days(20));
      amit.hearsNothing();
    },
    { config },
  );

  scenario(
    'waits until three days after an alert',
    async (world) => {
      // Platelets may be asked for again while the news is due.
      const amit = await world.donor('Amit');
      const family = world.phone('Sunita');
      await world.wasServed(family);
      const verifier = await world.volunteer('Kavita');
      const platelets = oneUnit.replace('blood 1 unit', 'platelets 1 unit');
      const code = await asksForBlood(family, platelets);
      await findsItReal(verifier, family, code);
      amit.hears(says.alert);
      await amit.texts('1');
      await family.texts('DONE');
      readAllMessages(world);
      await readsCertificate(world, amit);
      await familySaysYes(world, { family });
      await world.clock.at(evening(23 + 20, 12));
      const second = world.phone('Geeta');
      await world.wasServed(second);
      const next = await asksForBlood(second, platelets);
      await findsItReal(verifier, second, next);
      amit.hearsOnly(says.alert, next);
      await amit.texts('2');
      readAllMessages(world);
      await second.texts(`CLOSE ${next}`);
      await second.texts('1');
      readAllMessages(world);
      await world.clock.at(evening(23 + 22, 21));
      amit.hearsNothing();
      await world.clock.at(evening(23 + 23, 20));
      amit.hearsOnly(says.giftNews);
    },
    { config },
  );

  scenario(
    'is not sent to those who are held out; they have their turn at the same moment',
    async (world) => {
      const { amit } = await bloodHasReached(world);
      amit.readsEverything();
      await world.clock.at(newsEvening);
      amit.hearsNothing();
      const turn = { what: 'news', held: true };
      expect((await donorOf(world, amit))?.contacts).toMatchObject([turn]);
      expect(isHeldOut('news', amit.number, 1)).toBe(true);
    },
    { config: afterGiftConfig(({ news }) => ({ news: { ...news, holdOut: 1 } })) },
  );

  scenario(
    'is switched off in the policy, also for gifts that were noted before',
    async (world) => {
      const { amit } = await amitHasGiven(world);
      await world.clock.at(newsEvening);
      amit.hearsNothing();
    },
    {
      config: afterGiftConfig(({ news, certificate }) => ({
        news: { ...news, on: false },
        certificate: { ...certificate, on: false },
      })),
    },
  );
});

describe('the certificate of a gift to a patient', () => {
  scenario(
    'says that it is true, and nothing of donor or patient',
    async (world) => {
      const { amit } = await amitHasGiven(world);
      const link = await readsCertificate(world, amit);
      const stranger = new WebBrowser(world.app, publicUrl);
      const page = await stranger.open(`${link.replace(publicUrl, '')}?lang=en`);
      expect(page.status).toBe(200);
      expect(wordsOf(page)).toContain('This certificate is true');
      expect(wordsOf(page)).toContain('SRN');
      expect(page.html).not.toMatch(/Amit|Ramesh|Sunita|B\+/);
      expect((await stranger.open(link.replace(publicUrl, '').slice(0, -1))).status).toBe(404);
    },
    { config },
  );
});

describe('coming back', () => {
  scenario(
    'is the first gift after the news, counted once',
    async (world) => {
      const { amit } = await bloodHasReached(world);
      amit.readsEverything();
      await world.clock.at(newsEvening);
      amit.hearsOnly(says.giftNews);
      await world.clock.advance(days(100));
      amit.hearsOnly(says.mayGiveAgain);
      await amit.texts('GAVE today');
      amit.hearsOnly(says.gaveNoted);
      const contacts = (await donorOf(world, amit))?.contacts;
      expect(contacts?.map(({ what }) => what)).toEqual(['news', 'again']);
      expect(contacts?.every(({ back }) => back !== undefined)).toBe(true);
    },
    { config },
  );
});

describe('a donor who has not given for long', () => {
  const lapsed = (holdOut: number) =>
    afterGiftConfig((usual) => ({
      certificate: { on: false },
      news: { ...usual.news, on: false },
      again: { ...usual.again, on: false },
      lapsed: { ...usual.lapsed, on: true, holdOut, afterDays: 200 },
    }));
  const untilLapsed = days(201);

  scenario(
    'is called once, then left in peace; a patient who needs blood still comes first',
    async (world) => {
      const { amit, verifier } = await amitHasGiven(world);
      await world.clock.at(fromCalendar({ year: 2027, month: 6, day: 11, hour: 9, minute: 59 }));
      for (let i = 0; i < 30 && !amit.isRinging(); i += 1) await world.clock.advance(seconds(5));
      const call = await amit.picksUp();
      call.hears('You gave blood some years ago');
      await call.hangsUp();
      await world.clock.advance(untilLapsed);
      amit.hearsNothing();
      const person = await world.store.person(amit.number);
      expect(person && isLeftInPeace(person)).toBe(true);
      const geeta = world.phone('Geeta');
      await world.wasServed(geeta);
      const code = await asksForBlood(geeta, oneUnit);
      await findsItReal(verifier, geeta, code);
      amit.hears(says.alert, code);
      readAllMessages(world);
    },
    { config: lapsed(0) },
  );

  scenario(
    'is not called when held out, and has a turn all the same',
    async (world) => {
      const { amit } = await amitHasGiven(world);
      await world.clock.advance(untilLapsed);
      expect((await donorOf(world, amit))?.contacts).toMatchObject([
        { what: 'lapsed', held: true },
      ]);
    },
    { config: lapsed(1) },
  );
});
