import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';

/* Devanagari as keyboards and copied pages write it: other code points, and signs that nobody sees. */

/** Consonants that Unicode also has with their dot, and that dot. */
const dotted = new Map([
  ['क', '\u0958'],
  ['ख', '\u0959'],
  ['ग', '\u095A'],
  ['ज', '\u095B'],
  ['ड', '\u095C'],
  ['ढ', '\u095D'],
  ['फ', '\u095E'],
]);
const withWholeLetters = (text: string): string =>
  text.normalize('NFC').replace(/(.)\u093C/g, (both, letter) => dotted.get(letter) ?? both);

const shapes: [string, (text: string) => string][] = [
  ['in NFC', (text) => text.normalize('NFC')],
  ['in NFD', (text) => withWholeLetters(text).normalize('NFD')],
  ['with the dot within the letter', withWholeLetters],
  ['with joiners in its words', (text) => text.replace(/([क-ह])(?=[क-ह])/g, '$1\u200D')],
  ['with a non-joiner after each sign', (text) => [...text].join('\u200C')],
  ['with a joiner at its end', (text) => `${text}\u200D`],
  ['with zero-width spaces around its words', (text) => text.replace(/^| |$/g, '\u200B$&\u200B')],
  ['with a zero-width space after each sign', (text) => [...text].join('\u200B')],
  ['with a word joiner after each sign', (text) => [...text].join('\u2060')],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
];

describe('a need in Hindi', () => {
  for (const [shape, write] of shapes)
    scenario(`is read ${shape}`, async (world) => {
      const family = world.phone('Sunita');
      await family.texts(write('बी पॉज़िटिव ख़ून चाहिए 2 यूनिट स्वरूप रानी अस्पताल प्रयागराज, मरीज़ रमेश'));
      family.hearsOnly('कब तक चाहिए');
      const { requestDraft } = (await world.store.person(family.number)) ?? {};
      expect(requestDraft).toMatchObject({ group: 'B+', units: 2, hospital: 'SRN Hospital' });
      expect(requestDraft?.patient?.normalize('NFC')).toBe('रमेश');
    });
});

describe('a yes in Hindi', () => {
  for (const yes of ['हाँ', 'हाँ जी', 'ज़रूर आऊँगा'])
    for (const [shape, write] of shapes)
      scenario(`accepts the alert ${shape}: "${yes}"`, async (world) => {
        const { amit, family } = await oneUnitAsked(world);
        await amit.texts(write(yes));
        amit.hearsOnly(says.confirmed);
        family.hearsOnly(says.donorComing);
      });
});

describe('a city in Hindi', () => {
  for (const [city, name] of [
    ['गाज़ियाबाद', 'Ghaziabad'],
    ['रायबरेली', 'Rae Bareli'],
    ['आज़मगढ़', 'Azamgarh'],
  ] as const)
    for (const [shape, write] of shapes)
      scenario(`is known ${shape}: ${name}`, async (world) => {
        const family = world.phone('Sunita');
        await family.texts('बी पॉजिटिव खून चाहिए 2 यूनिट, शांति नर्सिंग होम');
        family.hearsOnly('किस शहर में');
        await family.texts(write(city));
        family.hearsOnly('कब तक चाहिए');
        const { requestDraft } = (await world.store.person(family.number)) ?? {};
        expect(requestDraft?.place?.name).toBe(name);
        readAllMessages(world);
      });
});
