import { describe, expect } from 'vitest';
import type { Language } from '#shared/terms/language.ts';
import { hours } from '#shared/terms/time.ts';
import { codeIn, databaseScenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

const need: Record<Language, string> = {
  en: 'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
  hi: 'बी पॉजिटिव खून चाहिए 2 यूनिट एसआरएन अस्पताल प्रयागराज तुरंत मरीज रमेश अटेंडेंट सुनीता',
  'hi-Latn':
    'b positive khoon chahiye 2 unit SRN aspatal prayagraj turant mareez Ramesh attendant Sunita',
};
const neverPay: Record<Language, RegExp> = {
  en: /never pay/i,
  hi: /पैसे न दें/,
  'hi-Latn': /paise na dein/i,
};

/** The hotline's own number, as texts write it. */
const ours = '0532 000 0000';

/** A family, a verifier, four donors of B+ and one of A+, who all use one language. */
const peopleOf = async (world: World, language: Language) => {
  const sunita = world.phone('Sunita');
  const kavita = await world.volunteer('Kavita', { language });
  const amit = await world.donor('Amit', { language });
  const anita = await world.donor('Anita', { language, sex: 'woman' });
  const rahul = await world.donor('Rahul', { language });
  const vijay = await world.donor('Vijay', { language });
  const salman = await world.donor('Salman', { group: 'A+', language });
  return { sunita, kavita, amit, anita, rahul, vijay, salman };
};

describe.each(['en', 'hi', 'hi-Latn'] as const)('a request in %s', (language) => {
  databaseScenario(
    `runs from the first text to the thanks, and all participants hear the end (${language})`,
    async (world) => {
      const { sunita, kavita, amit, anita, rahul, vijay, salman } = await peopleOf(world, language);
      await world.wasServed(sunita);
      await sunita.texts(need[language]);
      const summary = sunita.hears(/Ramesh|रमेश/, '1');
      expect(summary).toMatch(/B\+/);
      await sunita.texts('1');
      const code = codeIn(sunita.hears(neverPay[language]));

      kavita.hears(code, /OK \d{4}/, /NO \d{4}/, sunita.number);
      await kavita.texts(`OK ${code}`);
      kavita.hears(code);
      sunita.hears(code);

      for (const donor of [amit, anita, rahul, vijay]) {
        const alert = donor.hears(code, neverPay[language], /B\+/);
        expect(alert).not.toMatch(/Ramesh|रमेश/);
        expect(alert).not.toContain(sunita.number);
      }
      salman.hearsNothing();

      await amit.texts('1');
      amit.hears(code, sunita.number, neverPay[language]);
      sunita.hears('Amit', amit.number, code);
      await anita.texts(`1 ${code}`);
      // The two are put in touch through the hotline's number.
      expect(anita.hears(code, ours, neverPay[language])).not.toContain(sunita.number);
      expect(sunita.hears('Anita', ours, code)).not.toContain(anita.number);
      rahul.hears(code);
      vijay.hears(code);

      await vijay.texts('1');
      vijay.hears(code); // standby
      await rahul.texts('1');
      rahul.hears(code); // standby too: both confirmed donors may fail to come

      await amit.texts('DONE');
      amit.hears(code);
      sunita.hears(code);
      await anita.texts(`DONE ${code}`);
      anita.hears(code);
      sunita.hears(code);
      amit.hears(code); // the thanks after the second donation
      kavita.hears(code);
      for (const donor of [vijay, rahul]) donor.hears(code); // released
      await world.clock.advance(hours(30));
    },
  );
});
