import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, urgentNeed } from '../../world/steps/scenario-steps.ts';

describe('a family with several requests', () => {
  const second = urgentNeed.replace('B+', 'A+').replace('Ramesh', 'Kamla');
  const third = urgentNeed.replace('B+', 'O+').replace('Ramesh', 'Mohan');

  scenario('must name the code where it is ambiguous, and may not open a fourth', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const codes = [
      await asksForBlood(family),
      await asksForBlood(family, second),
      await asksForBlood(family, third),
    ];
    expect(kavita.hearsAll(says.pleaseCheck)).toBe(3);
    const [one = '', two = '', three = ''] = codes;
    await family.texts('BLOOD');
    family.hearsOnly(says.tooMany, '3');
    await family.texts(urgentNeed.replace('B+', 'AB+').replace('Ramesh', 'Radha'));
    family.hearsOnly(says.tooMany);
    await family.texts('STATUS');
    family.hearsOnly(one, two, three);
    for (const word of ['CLOSE', 'MORE 2', 'DONE']) {
      await family.texts(word);
      family.hearsOnly(says.whichRequest, one, two, three);
    }
    await family.texts(`MORE 2 ${two}`);
    family.hearsOnly(says.unitsAdded, '4 units', two);
    await family.closes(`CLOSE ${one}`);
    family.hearsOnly(says.closed, one);
    kavita.hearsOnly(says.verifierEndClosed, one);
    await family.texts('BLOOD');
    family.hearsOnly(says.askGroup);
    await family.closes(`close ${three}`);
    family.hearsOnly(says.closed, three);
    kavita.hearsOnly(says.verifierEndClosed, three);
    await family.texts('O-');
    family.hears(/units/);
    await family.closes();
    family.hears(says.requestDropped);
    // No verifier has answered for five minutes.
    family.hearsOnly(says.waits, two);
    await family.closes();
    family.hearsOnly(says.closed, two);
    kavita.hearsOnly(says.verifierEndClosed, two);
    await family.closes();
    family.hearsOnly(says.statusNone);
  });

  scenario('may use the commands in Hindi', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    await family.texts('बी पॉजिटिव खून चाहिए 2 यूनिट एसआरएन अस्पताल प्रयागराज तुरंत मरीज रमेश अटेंडेंट सुनीता');
    family.hearsOnly('B+');
    await family.texts('हां');
    family.readsEverything();
    kavita.hears(says.pleaseCheck);
    await family.texts('स्थिति');
    family.hearsOnly(/\d{4}/);
    await family.texts('और 2');
    family.hearsOnly('4');
    await family.texts('खून मिल गया');
    family.readsEverything();
    await family.closes('बंद करो अनुरोध');
    family.hearsOnly(/\d{4}/);
    kavita.hearsOnly(says.verifierEndClosed);
  });
});
