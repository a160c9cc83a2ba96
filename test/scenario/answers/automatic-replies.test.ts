import { describe, expect } from 'vitest';
import { days, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const driving = "I'm driving right now - I'll reply later.";

/** The phone sends these words so many times, one each minute. Returns how many answers it heard. */
const repeats = async (world: World, phone: Phone, text: string, times: number) => {
  let heard = 0;
  for (let i = 0; i < times; i++) {
    await phone.texts(text);
    heard += phone.unread().length;
    phone.readsEverything();
    await world.clock.advance(minutes(1));
  }
  return heard;
};

describe('an automatic reply', () => {
  for (const text of [
    driving,
    'Main abhi gaadi chala raha hoon, baad mein jawab dunga',
    'मैं अभी मीटिंग में हूँ, बाद में बात करता हूँ',
    'Thank you for contacting Sharma Traders! Our hours are 10 to 7.',
  ])
    scenario(
      `gets a few answers, then silence, also in the next hours: "${text}"`,
      async (world) => {
        const ravi = await englishPhone(world, 'Ravi');
        expect(await repeats(world, ravi, text, 12)).toBe(3);
        await world.clock.advance(hours(2));
        expect(await repeats(world, ravi, text, 5)).toBe(0);
      },
    );

  scenario('that quotes the hour is the same again', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    let heard = 0;
    for (let i = 1; i < 8; i++)
      heard += await repeats(world, ravi, `Shop is closed, back at 10:${i}5, will reply later`, 1);
    expect(heard).toBe(3);
  });

  scenario('of an asked donor does not hide the answer that follows', async (world) => {
    const { amit, family } = await oneUnitAsked(world);
    expect(await repeats(world, amit, driving, 6)).toBe(3);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hears(says.donorComing);
    readAllMessages(world);
  });

  scenario('is answered again after other words, and after a week', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    expect(await repeats(world, ravi, driving, 5)).toBe(3);
    await ravi.texts('BLOOD');
    ravi.hearsOnly(says.askGroup);
    await ravi.texts('CLOSE');
    ravi.hearsOnly(says.requestDropped);
    expect(await repeats(world, ravi, driving, 4)).toBe(3);
    await world.clock.advance(days(8));
    expect(await repeats(world, ravi, driving, 4)).toBe(3);
  });

  scenario('is no command: STATUS is answered each time', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    expect(await repeats(world, ravi, 'STATUS', 8)).toBe(8);
    expect(await repeats(world, ravi, 'did you find any donor', 3)).toBe(3);
  });
});

describe('a text of a machine that is passed on', () => {
  for (const text of [
    '123456 is your OTP for login to SBI. Do not share it with anyone.',
    'Your OTP is 4821. Valid for 10 minutes.',
    '482913 is your OTP for Blood Bank login',
    '<#> 908172 is your verification code',
    'आपका ओटीपी 482913 है। इसे किसी से साझा न करें।',
    'https://example.org/abc?x=1',
    'http://bit.ly/3xyz',
    'https://maps.app.goo.gl/Abc123XyZ',
    'https://youtu.be/abcdef',
    'www.example.org/blood',
    'https://example.org/urgent-b-positive-blood-needed',
  ])
    scenario(`opens no request: "${text}"`, async (world) => {
      const ravi = await englishPhone(world, 'Ravi');
      await ravi.texts(text);
      ravi.hearsOnly(says.notUnderstood);
      const person = await world.store.person(ravi.number);
      expect(person?.requests).toEqual([]);
      expect(person).not.toHaveProperty('requestDraft');
    });

  for (const text of [
    '123456 is your OTP for login to SBI. Do not share it with anyone.',
    'Your OTP is 4821. Valid for 10 minutes.',
    '482913 is your OTP for Blood Bank login',
    'https://example.org/abc?x=1',
    'https://maps.app.goo.gl/Abc123XyZ',
    '<#> 908172 is your verification code',
    'आपका ओटीपी 482913 है। इसे किसी से साझा न करें।',
    'https://youtu.be/abcdef',
    'https://example.org/blood',
    'www.example.org/blood',
    'https://www.youtube.com/watch?v=abc',
  ])
    scenario(`is no answer of an asked donor: "${text}"`, async (world) => {
      const { amit, family, code } = await oneUnitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.alert, code);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    });
});
