import { describe, expect } from 'vitest';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* Two needs in one text: each is read back by itself, and none is lost (docs/adr/0045). */

/** What is open, as the requests of this family say it. */
const openNeeds = async (world: World, number: string): Promise<string[]> => {
  const person = await world.store.person(number as never);
  const files = await Promise.all((person?.requests ?? []).map(({ code }) => world.file(code)));
  return files.map(
    ({ request: { units, group, component, patient } }) =>
      `${units} ${group} ${component} ${patient}`,
  );
};

describe('two components for one patient', () => {
  for (const [words, noted, next] of [
    [
      'need 4 PRBC + 4 FFP O+ SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
      'asks for 2 different things',
      'Now the other need, for O+',
    ],
    [
      'O+ 4 PRBC aur 4 FFP chahiye SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
      '2 alag zarooratein',
      'dusri zaroorat, O+',
    ],
    [
      'ओ पॉजिटिव 4 यूनिट पीआरबीसी और 4 यूनिट एफएफपी चाहिए एसआरएन अस्पताल प्रयागराज तुरंत मरीज रमेश अटेंडेंट सुनीता',
      '2 अलग जरूरतें',
      'दूसरी जरूरत, O+',
    ],
  ] as const)
    scenario(`"${words}": both are read back and sent off`, async (world) => {
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      await family.texts(words);
      family.hearsOnly(noted, /4 (units|unit|यूनिट) O\+ (packed red cells|पैक्ड रेड सेल)/);
      await family.texts('1');
      family.hearsOnly(/\d{4}/, next, /4 (units|unit|यूनिट) O\+ (plasma|प्लाज्मा)/);
      await family.texts('1');
      codeIn(family.hearsOnly(/\d{4}/));
      expect(verifier.hearsAll(says.pleaseCheck)).toBe(2);
      const patient = words.includes('रमेश') ? 'रमेश' : 'Ramesh';
      expect(await openNeeds(world, family.number)).toEqual([
        `4 O+ red-cells ${patient}`,
        `4 O+ plasma ${patient}`,
      ]);
      readAllMessages(world);
    });
});

describe('two injured people with two groups', () => {
  for (const [words, noted, asked, answer] of [
    [
      'two injured, one needs B+ 2 units and the other O+ 1 unit, SRN hospital Prayagraj urgent',
      'asks for 2 different things',
      /patient/,
      'Ramesh',
    ],
    [
      '2 ghayal hain, ek ko B+ 2 unit, dusre ko O+ 1 unit chahiye, SRN hospital Prayagraj turant',
      '2 alag zarooratein',
      /mareez/i,
      'Ramesh',
    ],
    [
      'दो घायल हैं, एक को बी पॉजिटिव 2 यूनिट और दूसरे को ओ पॉजिटिव 1 यूनिट चाहिए, एसआरएन अस्पताल प्रयागराज, तुरंत',
      '2 अलग जरूरतें',
      /मरीज/,
      'रमेश',
    ],
  ] as const)
    scenario(`"${words}": the second is asked about after the first`, async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      await family.texts(words);
      family.hearsOnly(noted, asked);
      await family.texts(answer);
      family.readsEverything();
      await family.texts('Mohan');
      family.hearsOnly('B+', '2');
      await family.texts('1');
      // The second patient has a name of their own; the rest is known.
      family.hearsOnly(/\d{4}/, 'O+', asked);
      await family.texts('Suresh');
      family.hearsOnly('O+', '1', 'Mohan');
      await family.texts('1');
      family.hearsOnly(/\d{4}/);
      expect(await openNeeds(world, family.number)).toEqual([
        `2 B+ whole-blood ${answer}`,
        '1 O+ whole-blood Suresh',
      ]);
      readAllMessages(world);
    });

  scenario('is one need where one of two groups will do, which is asked', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    for (const words of ['need B+ or O+ 2 units SRN hospital Prayagraj urgent']) {
      await family.texts(words);
      family.hearsOnly(/group/);
    }
    expect((await world.store.person(family.number))?.requestDraft).not.toHaveProperty('also');
  });

  for (const words of [
    'also need 4 FFP O+ SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    'O+ 4 unit FFP bhi chahiye SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
    'plasma bhi chahiye 4 unit',
    'ओ पॉजिटिव 4 यूनिट प्लाज्मा भी चाहिए',
  ])
    scenario(`"${words}" in a second text is no repetition of the first`, async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      await family.texts('O+ 4 PRBC SRN hospital Prayagraj urgent patient Ramesh attendant Sunita');
      await family.texts('1');
      family.readsEverything();
      await family.texts(words);
      family.hearsOnly(/4 (units|unit|यूनिट) O\+ (plasma|प्लाज्मा)/, /send 1|1 bhej|सही तो 1/);
      await family.texts('1');
      family.readsEverything();
      expect(await openNeeds(world, family.number)).toEqual([
        '4 O+ red-cells Ramesh',
        '4 O+ plasma Ramesh',
      ]);
      readAllMessages(world);
    });

  scenario('loses no need at the most open requests, and says so', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await world.volunteer('Kavita');
    const one = (group: string, patient: string) =>
      `Need ${group} blood 2 units SRN hospital Prayagraj urgent patient ${patient} attendant Mohan`;
    for (const text of [one('A+', 'Radha'), one('AB+', 'Gopal')]) {
      await family.texts(text);
      await family.texts('1');
    }
    family.readsEverything();
    await family.texts(
      'need 4 PRBC + 4 FFP O+ SRN hospital Prayagraj urgent patient Ramesh attendant Mohan',
    );
    family.hearsOnly('2 different things');
    await family.texts('1');
    family.hearsOnly(says.opened, says.tooMany);
    readAllMessages(world);
  });
});

describe('another component while the need is told', () => {
  const start = 'B+ blood 2 units SRN hospital Prayagraj urgent patient Anjali';
  for (const words of [
    'they also want platelets',
    'platelets bhi bole hain mil jayega kya',
    'प्लेटलेट भी बोले हैं क्या मिल जाएगा',
  ])
    scenario(`"${words}" is a further need`, async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      await family.texts(start);
      family.readsEverything();
      await family.texts(words);
      family.hears(/2/);
      await family.texts('Sunita');
      family.hearsOnly(/2 (units|unit|यूनिट) B\+ (blood|khoon|खून)/);
      await family.texts('1');
      family.hearsOnly(/\d{4}/, /B\+/);
      await family.texts('1');
      family.hearsOnly(/1 (unit|यूनिट) B\+ (platelets|प्लेटलेट)/);
      readAllMessages(world);
    });

  for (const words of [
    'no no, blood, not platelets',
    'platelet nahi khoon',
    'नहीं नहीं खून चाहिए दो बोतल प्लेटलेट की बात बाद में होगी',
  ])
    scenario(`"${words}" means whole blood`, async (world) => {
      const family = world.phone('Sunita');
      await family.texts(start.replace('blood', 'platelets').concat(' attendant Sunita'));
      family.readsEverything();
      await family.texts(words);
      family.hearsOnly(/2 (units|unit|यूनिट) B\+ (blood|khoon|खून)/);
    });
});
