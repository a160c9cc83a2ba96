import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import type { OnCall } from '../../world/on-call.ts';
import { newestOwnCode } from '../../world/own-code.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { asksForBlood, readAllMessages } from '../../world/steps/scenario-steps.ts';
import { callingConfig, testConfig, type World } from '../../world/world.ts';

/* What a caller hears, in order, and that it is true at that time. All calls use keys only, in English. */

const inTexts = { config: testConfig() };
const calling = { config: callingConfig() };

const pressesAll = async (call: OnCall, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await call.presses(key);
};

/** The keys up to the question for the hospital: B positive, now (the request is open then), in the centre of Prayagraj. */
const untilHospital = ['1', '2', '1', '1', '211001', '1'];
/** The first hospital, blood, one unit. */
const restOfNeed = ['1', '1', '1'];

const saysNames = async (call: OnCall): Promise<void> => {
  await call.says('Ramesh');
  await call.says('Sunita');
};

/** A family asks for one unit, now, at the first hospital offered. */
const asks = async (family: Phone, isNew = true): Promise<OnCall> => {
  const call = await family.calls();
  await pressesAll(call, [...(isNew ? ['2'] : []), ...untilHospital, ...restOfNeed]);
  await saysNames(call);
  await call.presses('1');
  return call;
};

const checks = async (volunteer: Phone, key: string): Promise<void> => {
  const call = await volunteer.calls();
  await call.presses(key);
  await call.hangsUp();
};

describe('the menu for a donor', () => {
  /** Amit has an alert for the request of a family, and calls. */
  const askedAmitCalls = async (world: World) => {
    const [family, kavita, amit] = [
      world.phone('Sunita'),
      await world.volunteer('Kavita'),
      await world.donor('Amit'),
    ];
    await (await asks(family)).hangsUp();
    await checks(kavita, '1');
    return { family, amit, call: await amit.calls() };
  };

  scenario(
    'does not ask again after a no',
    async (world) => {
      const { call } = await askedAmitCalls(world);
      call.hears('Can you come');
      await call.presses('2');
      call.hears('We will ask someone else');
      expect(call.unheard().join()).not.toContain('Can you come');
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'asks once for the reason when the donor cannot come',
    async (world) => {
      const { call } = await askedAmitCalls(world);
      await call.presses('1');
      call.hearsItAll();
      await call.presses('2');
      call.hears('What was the reason?');
      call.hearsOnly('For a volunteer, zero');
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'expects a no-show who is still coming, and does not ask again',
    async (world) => {
      const { call, amit } = await askedAmitCalls(world);
      await call.presses('1');
      await call.hangsUp();
      await world.clock.advance(minutes(150));
      const late = await amit.calls();
      late.hears('We did not hear from you');
      late.hears('For a volunteer, zero');
      await late.presses('1');
      late.hears('Please come to');
      late.hears('remember this code');
      late.hears('If you have given');
      // The name to ask for, as the family said it.
      late.hears('The person to ask for');
      late.hears('Sunita');
      late.hearsOnly('For a volunteer, zero');
      await late.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'asks a donor again when the request is open again',
    async (world) => {
      const bina = await world.donor('Bina');
      const { amit, call } = await askedAmitCalls(world);
      await call.hangsUp();
      for (const digit of ['1', '2']) {
        const yes = await bina.calls();
        await yes.presses(digit);
        await yes.hangsUp();
      }
      const again = await amit.calls();
      again.hears('Can you come');
      await again.presses('1');
      again.hears('Please come to');
      await again.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'says no goodbye to an answering machine',
    async (world) => {
      const { call, amit } = await askedAmitCalls(world);
      await call.hangsUp();
      for (let i = 0; i < 100 && !amit.isRinging(); i += 1) await world.clock.advance(seconds(5));
      const machine = await amit.picksUp();
      for (let i = 0; i < 30 && !machine.isOver(); i += 1) await machine.waits(seconds(5));
      expect(machine.isOver()).toBe(true);
      expect(machine.unheard().join()).not.toContain('Thank you');
      for (const phone of world.phones())
        while (phone.unexpectedCalls()[0]) await phone.missesCall();
      readAllMessages(world);
    },
    calling,
  );
});

describe('the menu for a family', () => {
  scenario(
    'does not say that an open request is closed when it has no donor yet',
    async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      const call = await asks(family);
      call.hearsItAll();
      await call.presses('1');
      expect(call.unheard().join()).not.toContain('not open any more');
      call.hears('that did not work');
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'offers the keys of the request that was just sent',
    async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      const call = await asks(family);
      await call.hangsUp();
      const second = await family.calls();
      await pressesAll(second, ['5', '1', '2', '1', '3', '211001', '1', ...restOfNeed]);
      await saysNames(second);
      await second.presses('1');
      second.hearsItAll();
      await pressesAll(second, ['4', '1']);
      await second.hangsUp();
      const code = family.hears('Request').match(/\d{4}/)?.[0] ?? '';
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'connects a caller who does not know the PIN code with a volunteer',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const call = await world.phone('Sunita').calls();
      await pressesAll(call, ['2', '1', '2', '1', '1']);
      call.hears('PIN code', 'zero');
      await call.presses('0');
      for (let i = 0; i < 20 && !kavita.isRinging(); i += 1) await call.waits(seconds(1));
      expect(kavita.isRinging()).toBe(true);
      await call.hangsUp();
      await kavita.missesCall();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'plays a spoken hospital to the volunteer and the donor until it is corrected',
    async (world) => {
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      const amit = await world.donor('Amit');
      const call = await family.calls();
      await pressesAll(call, ['2', ...untilHospital, '4']);
      await call.says('Jeevan Jyoti');
      await pressesAll(call, ['1', '1']);
      await saysNames(call);
      await call.presses('1');
      await call.hangsUp();
      await checks(kavita, '1');
      const asked = await amit.calls();
      asked.hears('The hospital, as the caller said it');
      asked.hears('Jeevan Jyoti');
      await asked.presses('1');
      asked.hears('Please come to');
      asked.hears('Jeevan Jyoti');
      await asked.hangsUp();

      const other = world.phone('Geeta');
      const corrected = await other.calls();
      await pressesAll(corrected, ['2', ...untilHospital, '4']);
      await corrected.says('Jeevan Jyoti');
      await pressesAll(corrected, ['1', '1']);
      await saysNames(corrected);
      await pressesAll(corrected, ['2', '4', '211001', '1', '1', '1']);
      await corrected.hangsUp();
      const checking = await kavita.calls();
      checking.hears('SRN Hospital');
      expect(checking.unheard().join()).not.toContain('Jeevan Jyoti');
      await checking.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'says who we are, then why the request was refused, then the choices',
    async (world) => {
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      await (await asks(family)).hangsUp();
      const checking = await kavita.calls();
      await pressesAll(checking, ['2', '4']);
      await checking.says('The paper is old');
      await checking.hangsUp();
      const call = await family.calls();
      const lines = call.unheard();
      const places = [
        'Welcome to',
        'Our volunteer says why',
        'The paper is old',
        'if you need',
      ].map((words) => lines.findIndex((line) => line.includes(words)));
      expect(places).toEqual([0, 1, 2, 3]);
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'reaches the open request with star when there is also a draft',
    async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      const first = await asks(family);
      await pressesAll(first, ['5', '1', '1']);
      await first.hangsUp();
      const call = await family.calls();
      call.hears('For anything else, press star');
      await call.presses('*');
      call.hears('a volunteer is checking it');
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('the menu for a volunteer', () => {
  scenario(
    'leads from the waiting requests to the own request',
    async (world) => {
      const [amit, family] = [await world.donor('Amit'), world.phone('Sunita')];
      await world.makeVolunteer(amit);
      await (await asks(amit, false)).hangsUp();
      await (await asks(family)).hangsUp();
      for (const key of ['4', '5']) {
        const call = await amit.calls();
        call.hears('If it is true, press one');
        await call.presses(key);
        call.hears('a volunteer is checking it');
        await call.presses('5');
        call.hears('if you need blood, press one');
        await call.hangsUp();
      }
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'begins with the longest waiting request in each call',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const codes: string[] = [];
      for (const name of ['Sunita', 'Geeta', 'Rani', 'Meena']) {
        const family = world.phone(name);
        const call = await asks(family);
        await call.hangsUp();
        codes.push(family.hears('Request').match(/\d{4}/)?.[0] ?? '');
        await world.clock.advance(minutes(4));
      }
      const call = await kavita.calls();
      const digit = 'zero one two three four five six seven eight nine'.split(' ');
      for (const code of codes) {
        call.hears([...code].map((d) => digit[Number(d)]).join(' '));
        await call.presses('4');
      }
      call.hears('Nothing else is waiting');
      await call.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'says in an outgoing call who we are, and that another volunteer was quicker',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const rahul = await world.volunteer('Rahul');
      const family = world.phone('Sunita');
      await asksForBlood(family);
      for (let i = 0; i < 100 && !kavita.isRinging(); i += 1) await world.clock.advance(seconds(5));
      await rahul.textsAtOnce(`OK ${newestOwnCode(rahul.unread())}`);
      const call = await kavita.picksUp();
      const lines = call.unheard();
      expect(lines[0]).toContain('Police Mitra');
      expect(lines[1]).toMatch(/already/);
      await call.hangsUp();
      readAllMessages(world);
      for (const phone of world.phones())
        while (phone.unexpectedCalls()[0]) await phone.missesCall();
    },
    calling,
  );
});

describe('the language chosen in a call', () => {
  scenario('keeps Hindi in Latin letters for texts when it is Hindi', async (world) => {
    const sunita = world.phone('Sunita');
    const call = await sunita.calls();
    await pressesAll(call, ['2', '4']);
    await sunita.texts('LANG HINDI');
    sunita.hears(/isi tarah Hindi mein likhenge/);
    await call.presses('1');
    call.hears('खून चाहिए तो एक');
    await call.hangsUp();
    await sunita.texts('MENU');
    sunita.hears(/Khoon chahiye to BLOOD bhejein/);
  });
});

describe('the menu before the language is chosen', () => {
  scenario(
    'connects with a volunteer at zero',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const sunita = world.phone('Sunita');
      const call = await sunita.calls();
      await call.presses('0');
      expect(kavita.isRinging()).toBe(true);
      await call.hangsUp();
      await kavita.missesCall();
      kavita.hears('hung up');
      sunita.hears('phone karenge');
    },
    inTexts,
  );
});
