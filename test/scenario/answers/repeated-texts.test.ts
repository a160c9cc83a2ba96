import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  oneUnit,
  pledgeStates,
  searchedFor,
  urgentNeed,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* People send a text again when they see no answer: it has another id, and means no second request and no second yes. */

const requestsOf = async (world: World, family: Phone): Promise<string[]> =>
  ((await world.store.person(family.number))?.requests ?? []).map(({ code }) => code);

/** The states in which a request is open, and a text that asks for the same. */
const states: [string, (world: World) => Promise<{ family: Phone; code: string }>, string][] = [
  ['waits for its check', waitsForCheck, urgentNeed],
  [
    'is searched for',
    async (world) => {
      const amit = await world.donor('Amit');
      const story = await searchedFor(world);
      amit.hearsOnly(says.alert);
      return story;
    },
    urgentNeed,
  ],
  ['is covered', amitHasAgreed, oneUnit],
];

describe('the same whole request again', () => {
  for (const [state, begin, text] of states)
    for (const words of [text, text.toUpperCase(), `${text}. Please help fast`])
      scenario(`while the first ${state} is known: "${words}"`, async (world) => {
        const { family, code } = await begin(world);
        await world.clock.advance(minutes(1));
        for (let time = 1; time <= 2; time += 1) {
          await family.texts(words);
          family.hearsOnly(says.alreadyOpen, code);
        }
        expect(await requestsOf(world, family)).toEqual([code]);
        // Nothing waits for an answer, so that a late 1 opens nothing.
        await family.texts('1');
        family.hearsOnly(says.nothingToAnswer);
        expect(await requestsOf(world, family)).toEqual([code]);
      });
});

describe('a text under two message ids', () => {
  /** Both arrive in one moment, or the second after so many seconds. */
  const sendsTwice = async (world: World, phone: Phone, text: string, apart: number) => {
    await phone.textsAtOnce(text);
    if (apart > 0) await world.clock.advance(seconds(apart));
    await phone.textsAtOnce(text);
    await world.clock.advance(seconds(20));
  };

  for (const [when, apart] of [
    ['in one moment', 0],
    ['two seconds apart', 2],
    ['a minute apart', 60],
  ] as const) {
    scenario(`is one request, a whole request and the 1 after it: ${when}`, async (world) => {
      const verifier = await world.volunteer('Kavita');
      const family = world.phone('Sunita');
      await sendsTwice(world, family, urgentNeed, apart);
      family.hears(says.summary);
      family.hearsOnly(says.summary);
      await sendsTwice(world, family, '1', apart);
      family.hears(says.opened);
      family.hearsOnly(says.nothingToAnswer);
      const [code = '', ...others] = await requestsOf(world, family);
      expect(others).toEqual([]);
      verifier.hearsOnly(says.pleaseCheck, code);
    });

    scenario(`is one yes of a donor: ${when}`, async (world) => {
      const amit = await world.donor('Amit');
      const { family, code } = await searchedFor(world);
      amit.hearsOnly(says.alert);
      await sendsTwice(world, amit, '1', apart);
      amit.hears(says.confirmed);
      amit.hearsOnly(says.alreadyConfirmed, code);
      family.hearsOnly(says.donorComing, '1 of 2');
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    });

    scenario(`is one verdict of a verifier: ${when}`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await sendsTwice(world, verifier, `OK ${code}`, apart);
      verifier.hears(says.thanksOk, code);
      verifier.hearsOnly(says.already, code);
      family.hears(says.verified, code);
      family.hearsOnly(says.everyoneAsked);
    });
  }
});
