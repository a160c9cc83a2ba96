import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donorOf } from '../../world/steps/scenario-steps.ts';

describe('FORGET in a person’s own words', () => {
  for (const text of [
    'delete my number',
    'मेरा नाम हटा दो',
    'Delete my number please',
    'DELETE MY NUMBER!!',
    'delete my data',
    'delete me',
    'mera naam hata do',
    'mera number hata do',
    'मेरा नंबर हटा दो',
    'erase my data',
    'please delete my details',
    'delete my name and number',
    'delete my number from your list',
    'mera naam mita do',
    'mera number delete kar do',
    'kripya mera naam hata do',
    'मेरा नाम हटा दीजिए',
    'मेरा नंबर डिलीट करो',
    'मेरी जानकारी मिटा दो',
  ]) {
    scenario(
      `asks for a number to be sent back, and erases nothing yet: "${text}"`,
      async (world) => {
        const amit = await world.donor('Amit');
        await amit.texts('LANG EN');
        amit.readsEverything();
        await amit.texts(text);
        amit.hearsOnly(/^To have all we know of you erased, text back \d{6}\./);
        expect(await donorOf(world, amit)).toBeDefined();
      },
    );

    scenario(`erases an asked donor who sends that number: "${text}"`, async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      await amit.texts('LANG EN');
      amit.readsEverything();
      await amit.forgets(text);
      amit.hearsOnly(says.forgotten);
      family.hearsNothing();
      expect(await donorOf(world, amit)).toBeUndefined();
    });
  }
});
