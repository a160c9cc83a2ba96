import { describe, expect } from 'vitest';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import { everyTemplate } from '../../world/carriers/every-template.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { oneUnit, searchedFor } from '../../world/steps/scenario-steps.ts';
import { callingConfig } from '../../world/world.ts';

const number = (digits: string) => phoneNumberSchema.parse(`+91532000${digits}`);
const numbers = {
  answerNumber: number('0002'),
  yesNumber: number('0003'),
  noNumber: number('0004'),
};
const indian = { ...numbers, carriers: { texts: 'exotel', calls: 'plivo' } } as const;
/** Every message that a person reads or hears now is expected. */
const readAll = (world: { phones(): { readsEverything(): void }[] }): void => {
  for (const phone of world.phones()) phone.readsEverything();
};

describe('Exotel for texts and Plivo for calls', () => {
  scenario(
    'carry a request from the family’s text to the donor’s DONE',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world, oneUnit);
      verifier.readsEverything();
      expect(amit.hearsOnly(says.alert, code)).toContain('text 05320000002');
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hears(says.donorComing);
      await amit.texts('DONE');
      amit.hears(/Someone has a chance to live/);
      family.hears(/the blood has been given/);
      readAll(world);
      // Each has arrived, by Exotel's own report.
      const texts = (await world.outbox()).filter(({ channel }) => channel === 'sms');
      expect(texts.length).toBeGreaterThan(8);
      expect(new Set(texts.map(({ state }) => state))).toEqual(new Set(['delivered']));
    },
    indian,
  );

  scenario(
    'take the yes by a missed call, and no twice',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      expect((await amit.calls(numbers.yesNumber)).shown.rejected).toBe(true);
      amit.hearsOnly(says.confirmed);
      family.hears(says.donorComing);
      readAll(world);
    },
    indian,
  );

  scenario(
    'take the yes by a key, in a call that a missed call asked for',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searchedFor(world, oneUnit);
      amit.readsEverything();
      await amit.calls(number('0001'));
      const back = await amit.picksUp();
      await back.presses('1');
      await back.hangsUp();
      amit.hears(says.confirmed);
      family.hears(says.donorComing);
      readAll(world);
    },
    { ...indian, missedCallNumber: number('0001'), config: callingConfig() },
  );

  scenario(
    'let a caller record a message, which a coordinator is told of',
    async (world) => {
      const veena = await world.volunteer('Veena', { role: 'coordinator' });
      const sunita = world.phone('Sunita');
      const call = await sunita.calls();
      await call.presses('2');
      await call.presses('0');
      await veena.missesCall();
      await call.listens();
      await call.says('My father needs blood at SRN');
      call.hears('will hear it and call you back');
      veena.hearsOnly('/recordings/');
      readAll(world);
    },
    indian,
  );

  scenario(
    'connect a caller with the volunteer who presses 1',
    async (world) => {
      const asha = await world.volunteer('Asha');
      const sunita = world.phone('Sunita');
      const call = await sunita.calls();
      await call.presses('2');
      await call.presses('0');
      const leg = await asha.picksUp();
      await leg.presses('1');
      await world.clock.advance(minutes(1));
      await leg.hangsUp();
      await call.listens();
      call.hears(/talk|call has ended|over/i);
      await call.hangsUp();
      readAll(world);
    },
    indian,
  );
});

describe('a text whose template has no id', () => {
  scenario(
    'is refused by us, and the log says which',
    async (world) => {
      const ravi = world.phone('Ravi');
      world.services.templates = everyTemplate(
        {
          groupName: world.services.config.groupName,
          hotlineNumber: world.services.hotlineNumber,
          ...numbers,
        },
        ['menu'],
      );
      await ravi.texts('MENU');
      await world.clock.advance(minutes(1));
      expect(ravi.unread()).toEqual([]);
      expect(world.logged.join('\n')).toContain('template-unregistered {"message":"menu"}');
      const [row] = await world.outbox();
      expect(row).toMatchObject({ state: 'undelivered', error: 'template-unregistered' });
    },
    indian,
  );
});

describe('a life by keys alone, by Plivo', () => {
  scenario(
    'is a request, its check, a yes and the gift',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const amit = await world.donor('Amit');
      const sunita = world.phone('Sunita');
      await world.wasServed(sunita);
      const asking = await sunita.calls();
      for (const key of ['2', '1', '2', '1', '1']) await asking.presses(key);
      for (const keys of ['211001', '1', '1', '1', '1']) await asking.presses(keys);
      await asking.says('Ramesh');
      await asking.says('Sunita');
      await asking.presses('1');
      await asking.hangsUp();
      sunita.readsEverything();
      // The call rang while the family told the rest: she calls back.
      await kavita.missesCall();
      const checking = await kavita.calls();
      await checking.presses('1');
      await checking.hangsUp();
      for (let i = 0; i < 30 && !amit.isRinging(); i += 1) await world.clock.advance(seconds(20));
      const told = await amit.picksUp();
      await told.presses('1');
      told.hears(/thank|hospital/i);
      await told.hangsUp();
      const again = await amit.calls();
      await again.presses('3');
      await again.hangsUp();
      expect((await world.outbox()).some(({ channel }) => channel === 'call')).toBe(true);
      readAll(world);
    },
    { ...indian, config: callingConfig() },
  );
});
