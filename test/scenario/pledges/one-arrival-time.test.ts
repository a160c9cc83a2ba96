import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { timeInWords } from '#shared/voice/spoken/spoken-time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { need } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { calls, inTexts } from '../../world/steps/played-calls.ts';
import { readAllMessages, searchedFor } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* One arrival time for a donor, the same in everything that anyone hears of it. */

const clock = /\b(?:by|until) (?:today|tonight|tomorrow|\d+ \w{3}) [\d:]+ (?:am|pm|noon)/g;
/** A clock time in figures or in words. */
const anyTime = /\b\d+(:\d+)? [ap]m\b|tomorrow|tonight|in the (morning|afternoon|evening)/;

/** The times that a text names. */
const timesIn = (text: string): string[] => text.match(clock) ?? [];

/** Amit is asked; `text` is the alert. */
const isAsked = async (world: World, when: string) => {
  const amit = await world.donor('Amit');
  const story = await searchedFor(world, need('1 unit B+ blood', when));
  return { amit, ...story, text: amit.hearsOnly(says.alert, story.code) };
};

/** The words of a call of this donor that we pick up, before a key. */
const hearsInCall = async (world: World, amit: Phone): Promise<string> => {
  const call = await calls(world, amit);
  const words = call.words;
  await call.hangsUp();
  await world.clock.advance(minutes(1));
  return words;
};

const pledgeOf = async (world: World, code: string) => (await world.file(code)).request.pledges[0];

/** What is said after the yes: to the donor by text and call, to the family, and in the reminder. */
const afterYes = async (world: World, amit: Phone, family: Phone, words: string) => {
  await amit.texts(words);
  const told = [amit.hears(says.confirmed), family.hears(says.donorComing)];
  await amit.texts('1');
  told.push(amit.hears('We have your word'));
  const spoken = await hearsInCall(world, amit);
  const { arriveBy = 0 } = (await pledgeOf(world, codeOf(told))) ?? {};
  await world.clock.advance(arriveBy - minutes(44) - world.clock.now());
  told.push(amit.hears(says.reminder));
  await family.texts('nobody came');
  told.push(family.hears(says.donorsExpected));
  readAllMessages(world);
  return { told, spoken };
};

const codeOf = ([first = '']: string[]): string => first.match(/\b[1-9]\d{3}\b/)?.[0] ?? '';

describe('the arrival time', () => {
  scenario(
    'of a planned request is one, in the alert, the call, the confirmation, the reminder and for the family',
    async (world) => {
      const { amit, family, code, text } = await isAsked(world, 'by 25/11 10 am');
      const [offered = 'none'] = timesIn(text);
      // The donor thinks for an hour: the time that they have read still holds.
      await world.clock.advance(minutes(61));
      const asked = await hearsInCall(world, amit);
      const { told, spoken } = await afterYes(world, amit, family, '1');
      for (const message of told) expect(timesIn(message), message).toEqual([offered]);
      const { arriveBy } = (await pledgeOf(world, code)) ?? {};
      if (arriveBy === undefined) throw new Error('no arrival time');
      expect(arriveBy % minutes(15)).toBe(0);
      const inWords = timeInWords(arriveBy, world.clock.now(), 'en');
      for (const words of [asked, spoken]) expect(words).toContain(`by ${inWords}`);
    },
    inTexts,
  );

  scenario(
    '"as soon as possible" names no clock time to anyone',
    async (world) => {
      const { amit, family, text } = await isAsked(world, 'urgent');
      const asked = await hearsInCall(world, amit);
      const { told, spoken } = await afterYes(world, amit, family, '1');
      for (const message of [text, asked, ...told, spoken]) {
        expect(message).toContain('as soon as possible');
        expect(message).not.toMatch(anyTime);
      }
    },
    inTexts,
  );

  for (const when of ['urgent', 'by 25/11 10 am'])
    scenario(
      `that the donor names replaces it in everything later: "${when}"`,
      async (world) => {
        const { amit, family, code } = await isAsked(world, when);
        const { told, spoken } = await afterYes(world, amit, family, 'coming in 2 hours');
        const [named = 'none'] = timesIn(told[0] ?? '');
        for (const message of told) expect(timesIn(message), message).toEqual([named]);
        const { arriveBy, ownTime } = (await pledgeOf(world, code)) ?? {};
        if (arriveBy === undefined) throw new Error('no arrival time');
        expect(ownTime).toBe(true);
        expect(spoken).toContain(`by ${timeInWords(arriveBy, world.clock.now(), 'en')}`);
      },
      inTexts,
    );

  scenario('is a new one when the alert was answered too late for it', async (world) => {
    const { amit, code, text } = await isAsked(world, 'by 25/11 10 am');
    await world.clock.advance(minutes(180));
    await amit.texts('1');
    const [renewed = 'none'] = timesIn(amit.hears(says.confirmed));
    expect(timesIn(text)).not.toContain(renewed);
    const { arriveBy = 0 } = (await pledgeOf(world, code)) ?? {};
    expect(arriveBy - world.clock.now()).toBeGreaterThan(minutes(120));
    readAllMessages(world);
  });
});
