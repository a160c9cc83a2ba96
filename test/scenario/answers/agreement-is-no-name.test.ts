import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';

/* "Yes, all right" where a name is asked: it is no name, and the question comes again. */

const withoutAttendant = 'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh';
const askedAgain = {
  en: ['Sorry, we did not follow that', 'Who is with the patient?'],
  hi: ['माफ कीजिए, समझ नहीं आया', 'मरीज के साथ कौन है?'],
  'hi-Latn': ['Maaf kijiye, samajh nahin aaya', 'Mareez ke saath kaun hai?'],
};

describe('an agreement where the attendant is asked', () => {
  for (const [words, language] of [
    ['हाँ सही है', 'hi'],
    ['जी हाँ बिल्कुल ठीक है', 'hi'],
    ['haan sahi hai', 'hi-Latn'],
    ['sab theek hai', 'hi-Latn'],
    ['yes all ok', 'en'],
    ['ok all correct', 'en'],
  ] as const)
    scenario(`"${words}" is stored as no name, and the question comes again`, async (world) => {
      const family = world.phone('Geeta');
      const draft = async () => (await world.store.person(family.number))?.requestDraft;
      await family.texts(withoutAttendant);
      family.hearsOnly('Who is with the patient?');
      await family.texts(words);
      family.hearsOnly(...askedAgain[language]);
      expect(await draft()).toMatchObject({ group: 'B+', units: 2, patient: 'Ramesh' });
      expect((await draft())?.attendant).toBeUndefined();
      await family.texts('Geeta Devi');
      family.hearsOnly('2', 'B+', 'Ramesh', 'Geeta Devi');
      expect((await draft())?.attendant).toBe('Geeta Devi');
    });

  for (const words of ['हाँ सही है', 'haan ji sahi hai', 'yes it is correct'])
    scenario(`"${words}" is no name of the patient either`, async (world) => {
      const family = world.phone('Geeta');
      await family.texts('Need B+ blood 2 units SRN hospital Prayagraj urgent attendant Geeta');
      family.hearsOnly("What is the patient's name?");
      await family.texts(words);
      family.hearsOnly(/name\?|kya hai\?|क्या है\?/);
      const draft = (await world.store.person(family.number))?.requestDraft;
      expect(draft?.attendant).toBe('Geeta');
      expect(draft?.patient).toBeUndefined();
    });
});
