import { describe, expect } from 'vitest';
import { codeIn, scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { searchedFor } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

describe('small talk', () => {
  scenario(
    'answers a question about the price during the intake, and continues the intake',
    async (world) => {
      const mother = world.phone('Mother');
      const kavita = await world.volunteer('Kavita');
      await mother.texts('hello');
      mother.hears('BLOOD', 'JOIN');
      await mother.texts('mujhe b positive khoon chahiye');
      mother.hears(/Kitne unit/);
      await mother.texts('kitne paise lagenge?');
      mother.hears(/paise na dein/i, /Kitne unit/);
      await mother.texts('2 unit SRN hospital prayagraj abhi mareez Ramesh');
      mother.hears(/saath kaun/);
      await mother.texts('1');
      mother.hears(/Ramesh/, /Sab sahi/);
      await mother.texts('1');
      const code = codeIn(mother.hears(/Code/));
      kavita.hears(code, /OK \d{4}/);
      await mother.texts('bahut dhanyavaad bhaiya');
      mother.hears(/din raat/);
      await mother.closes();
      mother.hears(code);
      kavita.hears(code);
    },
  );

  const atSummary = async (world: World) => {
    const mother = world.phone('Mother');
    await mother.texts(
      'mujhe b+ khoon chahiye 2 unit SRN prayagraj kal subah 9 baje mareez Ramesh',
    );
    mother.hears(/saath kaun/);
    await mother.texts('1');
    mother.hears(/2 unit B\+/, /Sab sahi/);
    return mother;
  };
  for (const [words, now] of [
    ['B+ nahi O+ hi hai', /2 unit O\+/],
    ['B+ ya O+', /Kaun sa group/],
    ['1 unit hi chahiye', /1 unit/],
    ['3 hi botal', /3 unit/],
    ['aaj hi chahiye', /aaj/],
    ['nahi 3 hi', /3 unit/],
  ] as const)
    scenario(
      `takes "${words}" at the summary as a correction, not as a greeting`,
      async (world) => {
        const mother = await atSummary(world);
        await mother.texts(words);
        mother.hearsOnly(now);
      },
    );
  for (const words of ['2 hi', '2 hi botal'])
    scenario(`takes "${words}" as the number of units`, async (world) => {
      const mother = world.phone('Mother');
      await mother.texts('mujhe b positive khoon chahiye');
      mother.hears(/Kitne unit/);
      await mother.texts(words);
      mother.hearsOnly(/aspatal|hospital/i);
    });
  for (const name of ['Abdul Salam', 'Salam Khan', 'Ram Ram Yadav'])
    scenario(`accepts the patient name ${name}`, async (world) => {
      const mother = world.phone('Mother');
      await mother.texts('b+ khoon chahiye 2 unit SRN prayagraj abhi turant');
      mother.hears(/Mareez ka naam/);
      await mother.texts(name);
      mother.hearsOnly(/saath kaun/);
      await mother.texts('1');
      mother.hears(name);
    });
  scenario('takes everyday questions as STATUS', async (world) => {
    const { family, code } = await searchedFor(world);
    family.readsEverything();
    for (const words of ['STATUS?', 'kya hua?', 'koi donor mila?', 'क्या हुआ?']) {
      await family.texts(words);
      family.hearsOnly(code);
    }
  });
  scenario('keeps the language Hindi after the command GAVE', async (world) => {
    const amit = await world.donor('Amit', { language: 'hi' });
    await amit.texts('GAVE 12/10');
    amit.hearsOnly(/खून देने के लिए/);
  });

  scenario('takes a wish to give blood, in any words, as JOIN', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('I want to donate blood, my group is O+');
    ravi.hears('1 = I agree');
    await ravi.texts('2');
    ravi.hears('JOIN');
    const rekha = world.phone('Rekha');
    await rekha.texts('मैं खून देना चाहती हूँ');
    rekha.hears('1 = मंजूर');
    await rekha.texts('2');
    rekha.hears('JOIN');
  });

  scenario('follows the language of the texts until the person chooses one', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('hello');
    ravi.hears('Need blood?');
    await ravi.texts('namaste bhaiya');
    ravi.hears('Khoon chahiye');
    await ravi.texts('LANG EN');
    ravi.hears('English');
    await ravi.texts('mujhe kuch samajh nahi aa raha hai');
    ravi.hears('Need blood?');
  });
});

describe('a word that takes note', () => {
  for (const words of ['ok', 'theek hai ji', 'ठीक है'])
    scenario(`"${words}" is no answer that went astray`, async (world) => {
      const amit = world.phone('Amit');
      await amit.texts('hello');
      amit.readsEverything();
      await amit.texts(words);
      for (const heard of amit.unread()) {
        expect(heard).not.toMatch(/not asking you anything|kuch nahin poochha|कुछ नहीं पूछा/);
      }
      amit.readsEverything();
    });
});

describe('the status', () => {
  for (const words of ['STATUS', 'kitne log aa rahe hain aur kab', 'कितने लोग आ रहे हैं और कब'])
    scenario(`"${words}": says who comes, and when`, async (world) => {
      const { family } = await amitHasAgreed(world);
      await family.texts(words);
      family.hearsOnly('Amit', /as soon as|jald se jald|जल्द से जल्द/);
    });
});
