import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { calls, inTexts, presses, requestOf, until } from '../../world/steps/played-calls.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';

/* What frightened callers, noise and double presses do, on a phone that shares no code with the hotline. */

describe('a critical request', () => {
  scenario(
    'exists after five keys, is completed by a volunteer, and cannot be verified before',
    async (world) => {
      const [sunita, kavita] = [world.phone('Sunita'), await world.volunteer('Kavita')];
      const call = await calls(world, sunita);
      await presses(call, ...until.hospital);
      const opened = await requestOf(world, sunita);
      expect(opened).toMatchObject({
        group: 'B+',
        asap: true,
        unplaced: true,
        urgency: 'critical',
      });
      expect(call.words).toContain('a volunteer calls you');
      await call.hangsUp();
      await world.clock.advance(seconds(10));
      const own = kavita.hears('hospital').match(/OK (\d+)/)?.[1] ?? '';
      await kavita.texts(`OK ${own}`);
      kavita.hears('do not know the hospital');
      const checking = await calls(world, kavita);
      await presses(checking, own);
      expect(checking.words).toContain('To talk to the family, press one');
      await presses(checking, '3', '211001', '1', '1', '2');
      await presses(checking, '1');
      expect(await requestOf(world, sunita)).toMatchObject({
        hospital: 'SRN Hospital',
        units: 2,
        phase: { type: 'searching' },
      });
      await checking.hangsUp();
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'takes the rest from the family by text',
    async (world) => {
      const [sunita, kavita] = [world.phone('Sunita'), await world.volunteer('Kavita')];
      const call = await calls(world, sunita);
      await presses(call, ...until.hospital);
      await call.hangsUp();
      await world.clock.advance(seconds(10));
      sunita.hears('Which hospital');
      sunita.hears('Your call broke off');
      await sunita.texts('SRN hospital Prayagraj 2 units patient Ramesh attendant Sunita');
      sunita.hears('is now', 'as soon as possible');
      const request = await requestOf(world, sunita);
      expect(request).toMatchObject({ hospital: 'SRN Hospital', units: 2, patient: 'Ramesh' });
      expect(request?.unplaced).toBeUndefined();
      kavita.hears('hospital');
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('a caller who hangs up while volunteers are rung', () => {
  scenario(
    'gets a text, and is rung within a minute of a volunteer being free',
    async (world) => {
      const [sunita, kavita] = [world.phone('Sunita'), await world.volunteer('Kavita')];
      const call = await calls(world, sunita);
      await presses(call, '2', '0');
      await call.hangsUp();
      await world.clock.advance(seconds(10));
      sunita.hears('calls you back');
      kavita.hears('hung up', sunita.number);
      for (let i = 0; i < 30 && !kavita.isRinging(); i += 1) await world.clock.advance(seconds(2));
      const back = await kavita.picksUp();
      back.hears('hung up before one of us was free');
      await back.presses('1');
      const rung = await sunita.picksUp();
      rung.hears('Police Mitra. You called us');
      await rung.presses('1');
      await back.listens();
      back.talksWith(sunita);
      await rung.hangsUp();
      await back.hangsUp();
      await world.clock.advance(minutes(5));
      expect(kavita.isRinging()).toBe(false);
      expect((await world.store.person(sunita.number))?.waitsIn).toBeUndefined();
    },
    inTexts,
  );
});

describe('at a tone', () => {
  scenario(
    '0 keeps what was said and rings a volunteer, and a second press ends nothing',
    async (world) => {
      const sunita = world.phone('Sunita');
      await world.volunteer('Kavita');
      const call = await calls(world, sunita);
      await presses(call, ...until.hospital, ...until.names);
      await call.records(3, '#');
      expect(call.words).toContain('who is with the patient');
      // The key that ended the first recording bounces.
      await call.presses('#');
      expect(call.words).toContain('who is with the patient');
      await call.records(3, '0');
      expect(call.find('Dial')).toBeDefined();
      const { requestDraft } = (await world.store.person(sunita.number)) ?? {};
      expect(Object.keys(requestDraft?.spoken ?? {}).sort()).toEqual(['attendant', 'patient']);
      await call.ringsOut();
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('at a tone, 9 and *', () => {
  scenario(
    'mean what they mean elsewhere: again, and back; what was said before * is kept',
    async (world) => {
      const sunita = world.phone('Sunita');
      const call = await calls(world, sunita);
      await presses(call, ...until.hospital, ...until.names);
      const question = call.words;
      await call.records(3, '9');
      expect(call.words).toBe(question);
      const spoken = async () =>
        Object.keys((await world.store.person(sunita.number))?.requestDraft?.spoken ?? {});
      expect(await spoken()).toEqual([]);
      await call.presses('9');
      expect(call.words).toBe(question);
      await call.records(3, '*');
      expect(await spoken()).toEqual(['patient']);
      expect(call.words).toContain('a volunteer is checking it');
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('words at a menu', () => {
  scenario(
    'choose a digit or a hospital; noise repeats the menu, and keys still win',
    async (world) => {
      const sunita = world.phone('Sunita');
      const call = await calls(world, sunita);
      await presses(call, '1', '1', '2', '1', '2', '211001', '1');
      for (const noise of ['हेलो हेलो', 'भैया जल्दी करो']) {
        await call.says(noise);
        expect(call.words).toContain('कौन सा अस्पताल');
      }
      await call.says('एक');
      expect(call.words).toContain('डॉक्टर ने क्या माँगा');
      const draft = async () => (await world.store.person(sunita.number))?.requestDraft;
      expect((await draft())?.hospital).toBe('SRN Hospital');
      const other = await calls(world, world.phone('Geeta'));
      await presses(other, '1', '1', '2', '1', '2');
      await other.says('स्वरूप रानी');
      expect(other.words).toContain('डॉक्टर ने क्या माँगा');
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('a caller whose number has another form', () => {
  scenario(
    'hears their own menu',
    async (world) => {
      const sunita = world.phone('Sunita');
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, '*');
      await asking.hangsUp();
      const digits = sunita.number.slice(3);
      for (const from of [
        `whatsapp:${sunita.number}`,
        `sip:${sunita.number}@carrier.example`,
        `0091${digits}`,
        `91${digits}`,
        `0${digits}`,
      ])
        expect((await calls(world, from)).words, from).toContain('Which hospital');
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('a caller without a number', () => {
  scenario('reaches a volunteer, and else leaves a message', async (world) => {
    const veena = await world.volunteer('Veena', { role: 'coordinator' });
    for (const from of ['anonymous', '+266696687', '']) {
      const call = await calls(world, from);
      expect(call.words).toContain('We cannot see your number');
      expect(call.words).toContain('आपका नंबर हमें दिख नहीं रहा');
      expect(call.find('Dial')).toBeDefined();
      const leg = await call.rings();
      await leg.presses('1');
      expect(leg.words).toContain('We connect you');
    }
    const alone = await calls(world, 'anonymous');
    for (let i = 0; i < 5 && alone.find('Dial'); i += 1) await alone.ringsOut();
    await alone.records(5, '#');
    expect(alone.isOver).toBe(true);
    await world.clock.advance(seconds(10));
    veena.hears('/recordings/');
  });
});

describe('a phone that is rung', () => {
  scenario(
    'is asked twice, hears a goodbye, and is known by number and round',
    async (world) => {
      await world.volunteer('Kavita');
      await world.volunteer('Rekha');
      const call = await calls(world, world.phone('Sunita'));
      await presses(call, '2', '0');
      const silent = await call.rings();
      expect(silent.words).toMatch(/^Police Mitra\./);
      await silent.staysSilent();
      expect(silent.words).toContain('To talk, press one');
      await silent.staysSilent();
      expect(silent.words).toContain('All right, not now');
      const late = await call.rings();
      const waiting = await call.rings();
      const wrong = await call.rings(0, '+919415099999');
      expect(wrong.words).toContain('we lost the thread');
      expect(wrong.isOver).toBe(true);
      await call.ringsOut();
      expect(call.words).toContain('calling the next volunteer');
      await late.presses('1');
      expect(late.words).toContain('has the call already');
      expect(waiting.isOver).toBe(false);
    },
    inTexts,
  );
});
