import { describe } from 'vitest';
import { days, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';

describe('a guided request', () => {
  scenario('asks one question at a time after BLOOD, and accepts corrections', async (world) => {
    const ramesh = world.phone('Ramesh');
    const kavita = await world.volunteer('Kavita');
    await ramesh.texts('BLOOD');
    ramesh.hears(/group/i);
    await ramesh.texts('B');
    ramesh.hears(/\+/);
    await ramesh.texts('B positive');
    ramesh.hears(/unit/i);
    await ramesh.texts('15');
    ramesh.hears('10');
    await ramesh.texts('2');
    ramesh.hears(/hospital|asp[a]*tal/i);
    await ramesh.texts('Jeevan Jyoti Hospital');
    ramesh.hears(/PIN/);
    await ramesh.texts('211003');
    ramesh.hears(/when|kab/i);
    await ramesh.texts('1');
    ramesh.hears(/naam|name/i);
    await ramesh.texts('Mohan Lal');
    ramesh.hears(/naam|name/i);
    await ramesh.texts('1');
    ramesh.hears(/Jeevan Jyoti/, /Mohan Lal/, 'B+');
    await ramesh.texts('3 units');
    ramesh.hears('3');
    await ramesh.texts('1');
    const code = codeIn(ramesh.hears(/[1-9]\d{3}/));
    kavita.hears(code, /OK \d{4}/, '3', /Mohan Lal/);
    await ramesh.texts('STATUS');
    ramesh.hears(code);
    await ramesh.closes();
    ramesh.hears(code);
    kavita.hears(code);
  });

  scenario('is found again by the second text of the same family', async (world) => {
    const ramesh = world.phone('Ramesh');
    const kavita = await world.volunteer('Kavita');
    await ramesh.texts(
      'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sita',
    );
    ramesh.hears(/1/);
    await ramesh.texts('1');
    const code = codeIn(ramesh.hears(/[1-9]\d{3}/));
    kavita.hears(code);
    await ramesh.texts('please send B+ blood fast 2 unit srn hospital');
    ramesh.hears(code);
    await ramesh.closes();
    ramesh.hears(code);
    kavita.hears(code);
  });

  scenario(
    'is offered after a picture, an empty text, an emoji or a stray digit',
    async (world) => {
      const ramesh = world.phone('Ramesh');
      await ramesh.texts('', { media: 1 });
      ramesh.hears(/./);
      await ramesh.texts('   ');
      ramesh.hears('BLOOD');
      await ramesh.texts('🙏');
      ramesh.hears(/./);
      await ramesh.texts('7');
      ramesh.hears(/./);
      await ramesh.texts('DONE');
      ramesh.hears(/./);
      await ramesh.texts('STATUS');
      ramesh.hears('BLOOD');
    },
  );
});

describe('a request without donors', () => {
  scenario('asks whether blood is still needed, and then ends', async (world) => {
    const ramesh = world.phone('Ramesh');
    const kavita = await world.volunteer('Kavita', {});
    await ramesh.texts(
      'Need AB- blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sita',
    );
    ramesh.hears('1');
    await ramesh.texts('1');
    const code = codeIn(ramesh.hears(/[1-9]\d{3}/));
    kavita.hears(code);
    await kavita.texts(`ok ${code}`);
    kavita.hears(code);
    ramesh.hears(code);
    ramesh.hears(code); // all donors have been asked
    await world.clock.advance(hours(6) + minutes(2));
    ramesh.hears(code, '1', '2');
    await world.clock.advance(hours(6) + minutes(2));
    ramesh.hears(code);
    kavita.hears(code);
  });

  scenario('sends no message in the year after it was closed', async (world) => {
    const { amit, family, verifier } = await oneUnitAsked(world);
    await family.closes();
    family.hears(says.closed);
    amit.hears(says.alertOver);
    verifier.hears(says.verifierEndClosed);
    await world.clock.at(fromCalendar({ year: 2027, month: 11, day: 23 }));
    await world.clock.advance(days(1));
  });
});
