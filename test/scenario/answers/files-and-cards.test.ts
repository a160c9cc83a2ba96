import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone } from '../../world/steps/scenario-steps.ts';

/** What a phone sends beside a text: its kind, and the roads on which it comes. */
const files = [
  ['a sticker', 'image/webp', 'whatsapp'],
  ['a contact card', 'text/vcard', 'whatsapp'],
  ['a contact card', 'text/x-vcard', 'sms'],
  ['a document', 'application/pdf', 'whatsapp'],
  ['a video', 'video/mp4', 'whatsapp'],
] as const;

const cannotOpen = {
  en: ['we cannot see pictures here', 'Please write in words'],
  hi: ['फोटो नहीं खुलती', 'कृपया लिखकर भेजें'],
  'hi-Latn': ['photo nahin khulti', 'kripya likh kar bhejein'],
} as const;

for (const [file, mediaType, channel] of files) {
  const sent = { media: 1, mediaType, channel };

  describe(`${file} (${mediaType}, ${channel})`, () => {
    for (const [language, words] of Object.entries(cannotOpen))
      scenario(`is answered with what to do instead, in ${language}`, async (world) => {
        const ravi = world.phone('Ravi');
        await ravi.texts(`LANG ${language === 'hi-Latn' ? 'HINGLISH' : language.toUpperCase()}`);
        ravi.readsEverything();
        await ravi.texts('', sent);
        ravi.hearsOnly(...words);
        expect(await world.store.person(ravi.number)).not.toHaveProperty('requestDraft');
      });

    scenario('does not hide the words beside it', async (world) => {
      const ravi = await englishPhone(world, 'Ravi');
      await ravi.texts('Need B+ blood 2 units SRN hospital', sent);
      expect(ravi.hearsOnly('When is it needed?')).not.toContain(cannotOpen.en[0]);
      const person = await world.store.person(ravi.number);
      expect(person?.requestDraft).toMatchObject({ group: 'B+', units: 2 });
    });

    scenario('is no answer of an asked donor, and the 1 beside it is one', async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      await amit.texts('', sent);
      amit.hearsOnly(...cannotOpen.en, says.alert);
      await amit.texts('1', sent);
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    });
  });
}
