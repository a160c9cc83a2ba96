import { describe, expect } from 'vitest';
import { requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import { callingConfig, missedCallNumber } from '../../world/world.ts';

const number = (digits: string) => phoneNumberSchema.parse(`+91532000${digits}`);
const numbers = {
  missedCallNumber,
  answerNumber: number('0002'),
  yesNumber: number('0003'),
  noNumber: number('0004'),
};

describe('an alert under a sender that cannot be answered', () => {
  scenario(
    'names the number that takes the answer, by text',
    async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      expect(world.carrier.messagesOf(amit.number).at(-1)?.text).toContain('text 05320000002');
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hears(says.donorComing);
      readAllMessages(world);
    },
    numbers,
  );

  scenario(
    'is answered by a missed call, and a text confirms it',
    async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      const rung = await amit.calls(numbers.yesNumber);
      expect(rung.shown.rejected).toBe(true);
      expect(amit.hearsOnly(says.confirmed)).toContain('Answer: 05320000002');
      family.hears(says.donorComing);
      // Again, to be sure: no call, no text.
      await amit.calls(numbers.yesNumber);
      await world.clock.advance(minutes(2));
      expect(amit.isRinging()).toBe(false);
      readAllMessages(world);
    },
    numbers,
  );

  scenario(
    'is refused by a missed call to the other number',
    async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.calls(numbers.noNumber);
      amit.hearsOnly('thank you for telling us');
      readAllMessages(world);
    },
    numbers,
  );

  scenario(
    'is answered by a key in a call',
    async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      const call = await amit.calls();
      await call.presses('1');
      await call.hangsUp();
      amit.hears(says.confirmed);
      family.hears(says.donorComing);
      readAllMessages(world);
    },
    { ...numbers, config: callingConfig((c) => c) },
  );
});

describe('a missed call to the number of a yes', () => {
  scenario(
    'with several open alerts answers none: the menu calls back',
    async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      const person = await world.store.person(amit.number);
      const [alert] = person?.alerts ?? [];
      if (!person || !alert) throw new Error('Amit is asked');
      const more = {
        ...alert,
        requestId: requestIdSchema.parse('01another'),
        code: requestCodeSchema.parse('9999'),
      };
      await world.store.save([{ put: { ...person, alerts: [alert, more] } }]);
      await amit.calls(numbers.yesNumber);
      expect(amit.isRinging()).toBe(true);
      expect(family.unread()).toEqual([]);
      const back = await amit.picksUp();
      await back.presses('1');
      await back.hangsUp();
      amit.hears(says.confirmed);
      family.hears(says.donorComing);
      readAllMessages(world);
    },
    numbers,
  );

  scenario(
    'without an open alert is returned like any other',
    async (world) => {
      const sunita = world.phone('Sunita');
      const rung = await sunita.calls(numbers.yesNumber);
      expect(rung.shown.rejected).toBe(true);
      expect(sunita.isRinging()).toBe(true);
      const back = await sunita.picksUp();
      back.hears('For English, press two');
      await back.hangsUp();
      readAllMessages(world);
    },
    numbers,
  );

  scenario(
    'verifies nothing, and takes no registration or login further',
    async (world) => {
      const asha = await world.volunteer('Asha');
      const family = world.phone('Sunita');
      await family.texts('Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh');
      await world.clock.advance(minutes(1));
      const before = world.logged.length;
      await asha.calls(numbers.yesNumber);
      expect(world.logged.slice(before).join(' ')).not.toContain('verified');
      expect(asha.isRinging()).toBe(true);
      const back = await asha.picksUp();
      await back.hangsUp();
      readAllMessages(world);
    },
    numbers,
  );
});
