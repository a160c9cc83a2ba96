import { describe } from 'vitest';
import { codeIn, scenario } from '../world/scenario.ts';

describe('a calm volunteer also answers what is beside the matter', () => {
  scenario(
    'what it costs, in the middle of the questions, and the draft goes on',
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
      kavita.hears(`OK ${code}`);
      await mother.texts('bahut dhanyavaad bhaiya');
      mother.hears(/din raat/);
      await mother.texts('CLOSE');
      mother.hears(code);
      kavita.hears(code);
    },
  );

  scenario('who wants to give is asked to join, in whatever words', async (world) => {
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

  scenario('the language follows what people write, until they choose one', async (world) => {
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
