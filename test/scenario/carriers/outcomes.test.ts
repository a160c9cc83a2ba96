import { describe, expect } from 'vitest';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import { findMessages } from '../../world/claims/message-meaning.ts';
import { newestOwnCode } from '../../world/own-code.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { donors, pledgeStates } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* The six outcomes of docs/contract.md, in each language, by Exotel's texts and Plivo's calls. */

const indian = {
  answerNumber: phoneNumberSchema.parse('+915320000002'),
  carriers: { texts: 'exotel', calls: 'plivo' },
} as const;

const needs: Record<Language, string> = {
  en: 'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
  hi: 'बी पॉजिटिव खून चाहिए 2 यूनिट एसआरएन अस्पताल प्रयागराज अर्जेंट मरीज रमेश संपर्क सुनीता',
  'hi-Latn': 'B+ khoon chahiye 2 unit SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
};

type Heard = { keys: string[]; languages: Set<string>; text: string };

/** What a phone has not read yet, which it reads now: the messages by their meaning. */
const reads = (phone: Phone): Heard => {
  const texts = phone.unread();
  phone.readsEverything();
  const found = texts.flatMap(findMessages);
  return {
    keys: found.map(({ key }) => key),
    languages: new Set(found.map(({ language }) => language)),
    text: texts.join('\n'),
  };
};
const whoHears = (phones: Phone[], key: string): Phone[] =>
  phones.filter((phone) => reads(phone).keys.includes(key));

/** Every text has arrived, by Exotel's own report, and had its template. */
const expectAllDelivered = async (world: World): Promise<void> => {
  const rows = (await world.outbox()).filter(({ channel }) => channel === 'sms');
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['delivered']));
  expect(world.logged.filter((line) => line.includes('template-unregistered'))).toEqual([]);
};

describe.each(languages)('the six outcomes by Exotel and Plivo in %s', (language) => {
  scenario(
    'are what people hear',
    async (world) => {
      const heard = new Set<string>();
      const hears = (phone: Phone): Heard => {
        const said = reads(phone);
        for (const one of said.languages) heard.add(one);
        return said;
      };
      const family = world.phone('Sunita');
      await world.wasServed(family);
      const verifiers = [];
      for (const name of ['Kavita', 'Mohan', 'Nisha'])
        verifiers.push(await world.volunteer(name, { language }));
      const coordinator = await world.volunteer('Asha', { role: 'coordinator', language });
      const all = await donors(world, 24, { language });

      await family.texts(needs[language]);
      let asks = hears(family).keys;
      if (asks.includes('askAttendant')) {
        await family.texts('1');
        asks = hears(family).keys;
      }
      expect(asks).toContain('requestSummary');
      await family.texts('1');
      const opened = hears(family);
      expect(opened.keys).toContain('requestOpened');
      const code = codeIn(opened.text);

      // 1. The volunteers on duty first; no answer: more of them, then the coordinator. No donor hears of it.
      const everyone = [...verifiers, coordinator];
      const asked: Phone[] = [];
      for (let round = 0; round < 30 && !asked.includes(coordinator); round += 1) {
        asked.push(
          ...everyone.filter((one) => one.unread().join().includes(code) && !asked.includes(one)),
        );
        await world.clock.advance(minutes(2));
      }
      expect(asked.slice(0, -1)).toEqual(expect.arrayContaining(verifiers));
      expect(asked.at(-1)).toBe(coordinator);
      for (const donor of all) donor.hearsNothing();
      const [first] = verifiers;
      await first?.texts(`OK ${newestOwnCode(first.unread())}`);
      for (const one of everyone) hears(one);

      // 2. A stage, and the next one when no one answers.
      const stageOne = whoHears(all, 'alert');
      expect(stageOne.length).toBeGreaterThan(1);
      expect(hears(family).keys).toContain('requestVerified');
      await world.clock.advance(minutes(9));
      const stageTwo = whoHears(all, 'alert');
      expect(stageTwo.length).toBeGreaterThan(0);
      expect(stageTwo.some((donor) => stageOne.includes(donor))).toBe(false);

      // 3. Units and standby, never more, however many say yes at once.
      const willing = [...stageOne, ...stageTwo];
      const yes = willing.slice(0, -1);
      await Promise.all(yes.map((donor) => donor.texts('1')));
      const answers = yes.map((donor) => ({ donor, ...hears(donor) }));
      const of = (key: string) => answers.filter(({ keys }) => keys.includes(key));
      expect(of('alertYesConfirmed')).toHaveLength(2);
      expect(of('alertYesStandby').length).toBeGreaterThan(0);
      const states = await pledgeStates(world, code);
      expect(states.filter((state) => state === 'confirmed')).toHaveLength(2);
      expect(states).toHaveLength(2 + of('alertYesStandby').length);
      const covered = answers.filter(({ keys }) =>
        keys.some((key) => ['alertYesCovered', 'alertYesReserve'].includes(key)),
      );
      expect(covered).toHaveLength(yes.length - states.length);

      // 4. No alert leaves any more, and who holds one is told once.
      const [silent] = willing.slice(-1);
      expect(silent && hears(silent).keys).toEqual(['alertCovered']);
      await world.clock.advance(minutes(20));
      expect(
        whoHears(
          all.filter((one) => !yes.includes(one)),
          'alert',
        ),
      ).toEqual([]);

      // 5. A confirmed donor who drops out is replaced by the standby.
      const [gone, comes] = of('alertYesConfirmed').map(({ donor }) => donor);
      const standby = of('alertYesStandby')[0]?.donor;
      await gone?.texts('DROP');
      expect(gone && hears(gone).keys).toContain('dropThanks');
      expect(standby && hears(standby).keys).toContain('standbyPromoted');

      // 6. The family hears of each, and of the end.
      expect(hears(family).keys).toEqual(expect.arrayContaining(['donorComing', 'donorDropped']));
      await comes?.texts('DONE');
      await standby?.texts('DONE');
      expect(hears(family).keys).toContain('requestFulfilled');
      await world.clock.advance(hours(1));
      for (const phone of world.phones()) hears(phone);
      expect([...heard]).toEqual([language]);
      await expectAllDelivered(world);
    },
    indian,
  );
});
