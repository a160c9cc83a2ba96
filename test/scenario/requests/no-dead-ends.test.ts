import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone, readAllMessages, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const without = (what: string): string =>
  `Need ${what}blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita`;

describe('a family that does not know the group', () => {
  for (const answer of [
    'not known yet',
    'pata nahi',
    'report nahi aayi abhi',
    "don't know",
    'हमें पता नहीं',
  ])
    scenario(`hears where to learn it, and is rung, after "${answer}"`, async (world) => {
      const verifier = await world.volunteer('Kavita');
      const family = await englishPhone(world, 'Sunita');
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(without(''));
      family.hearsOnly(says.askGroup);
      await family.texts(answer);
      family.hearsOnly(/blood bank tests the group/, /asked a volunteer to ring you/);
      verifier.hearsOnly(family.number, /do not know the blood group/, /never pay/);
      await family.texts('B+');
      family.hearsOnly(says.summary);
    });

  scenario('is rung once a day, and hears no promise when no volunteer is free', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await family.texts(without(''));
    family.readsEverything();
    await family.texts('no idea');
    expect(family.hearsOnly(/blood bank tests the group/)).not.toMatch(/ring you/);
    const verifier = await world.volunteer('Kavita');
    await family.texts('really no idea');
    family.hearsOnly(/ring you/);
    verifier.hearsOnly(family.number);
    await world.clock.advance(hours(2));
    family.hearsOnly(/is not complete yet/);
    await family.texts('still no idea');
    expect(family.hearsOnly(/blood bank tests the group/)).not.toMatch(/ring you/);
    verifier.hearsNothing();
  });
});

describe('a place too far for our donors', () => {
  scenario('is said, a volunteer rings, and another town continues', async (world) => {
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    const family = await englishPhone(world, 'Sunita');
    await family.texts(
      'Need B+ blood 2 units KEM hospital 400012 urgent patient Ramesh attendant Sunita',
    );
    family.hearsOnly(/Mumbai is too far/, /never pay/, /asked a volunteer to ring you/);
    coordinator.hearsOnly(family.number, /too far/);
    await family.texts('SRN hospital Prayagraj');
    family.hearsOnly(says.summary, 'SRN');
  });

  scenario('is not one beyond the border that donors reach', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await family.texts(
      'Need B+ blood 2 units Lok Nayak hospital Delhi 110002 urgent patient Ramesh attendant Sunita',
    );
    family.hearsOnly(says.summary);
  });
});

describe('a first text that says the group is not known', () => {
  for (const [words, said] of [
    ['blood group not known yet, 2 unit, mother hb 5, Dufferin hospital Kanpur', /tests the group/],
    ['group pata nahi, 1 unit khoon chahiye, zila aspatal Gonda', /group jaanchta/],
    ['ब्लड ग्रुप पता नहीं, 2 यूनिट खून चाहिए, जिला अस्पताल बस्ती', /ग्रुप जाँचता/],
  ] as const)
    scenario(`"${words}": a volunteer is asked to ring, and the group continues`, async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      const family = world.phone('Sunita');
      await family.texts(words);
      family.hearsOnly(said, /saathi|volunteer|साथी/);
      coordinator.hearsOnly(family.number, /blood group/);
      await family.texts('B+');
      expect((await world.store.person(family.number))?.requestDraft).toMatchObject({
        group: 'B+',
      });
      family.readsEverything();
    });
});

describe('a volunteer whose words we do not follow', () => {
  for (const words of ['thik hai mai kar raha hu', 'ok calling him', 'देखता हूँ'])
    scenario(`"${words}": hears how to answer the request that waits`, async (world) => {
      const { verifier, code } = await waitsForCheck(world);
      await verifier.texts(words);
      const heard = verifier.hears(/./);
      expect(heard).not.toMatch(/JOIN/);
      expect(heard).toContain(code);
      readAllMessages(world);
    });
});

describe('a town outside our zones', () => {
  for (const [words, said] of [
    ['Need B+ blood 2 units Apollo hospital Mumbai urgent patient Ramesh', /Mumbai is too far/],
    ['B+ 2 unit chahiye Apollo aspatal Kolkata turant mareez Ramesh', /Kolkata .*bahut door/],
    ['बी पॉजिटिव 2 यूनिट चाहिए अपोलो अस्पताल चेन्नई तुरंत मरीज रमेश', /बहुत दूर/],
  ] as const)
    scenario(`"${words}": is named as too far`, async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      const family = world.phone('Sunita');
      await family.texts(words);
      family.hearsOnly(said, /saathi|volunteer|साथी/);
      coordinator.hearsOnly(family.number, /too far/);
    });

  for (const [words, place] of [
    ['Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh from Mumbai', 'SRN'],
    ['B+ 2 unit KGMU Lucknow turant, mareez ka beta Delhi me hai', 'KGMU'],
    ['B+ 2 unit mil gaya to bata dena, chahiye Beli hospital turant', 'Beli'],
  ] as const)
    scenario(`is not meant by "${words}"`, async (world) => {
      const family = await englishPhone(world, 'Sunita');
      await family.texts(words);
      expect((await world.store.person(family.number))?.requestDraft?.hospital).toContain(place);
      family.readsEverything();
    });
});

describe('a town that we do not find', () => {
  for (const [words, answer, said] of [
    ['Need B+ 2 units Balaji nursing home urgent patient Ramesh', 'near the old bazar', /PIN code/],
    ['B+ 2 unit Balaji nursing home turant mareez Ramesh', 'bade mandir ke samne', /PIN code/],
    ['बी पॉजिटिव 2 यूनिट बालाजी नर्सिंग होम तुरंत मरीज रमेश', 'पुराने बाजार के पास', /पिन कोड/],
  ] as const)
    scenario(
      `"${answer}": a volunteer is asked to ring, once, and a PIN continues`,
      async (world) => {
        const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
        const family = world.phone('Sunita');
        await family.texts(words);
        family.readsEverything();
        await family.texts(answer);
        family.hearsOnly(said, /saathi|volunteer|साथी/);
        coordinator.hearsOnly(family.number, /do not find the town/);
        await family.texts(answer);
        expect(family.hearsOnly(said)).not.toMatch(/saathi|volunteer|साथी/);
        await family.texts('211001');
        family.hearsOnly(/attendant|with the patient|saath kaun|साथ कौन/i);
      },
    );
});

describe('a request that is never sent off', () => {
  const need =
    'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';

  scenario('is asked about once, then a volunteer rings', async (world) => {
    const verifier = await world.volunteer('Kavita');
    const family = await englishPhone(world, 'Sunita');
    await family.texts(need);
    family.hearsOnly(says.summary);
    await world.clock.advance(minutes(11));
    family.hearsOnly(/has not gone out yet/, /answer 1/);
    await world.clock.advance(minutes(21));
    verifier.hearsOnly(family.number, /stopped/, /never pay/);
    await world.clock.advance(hours(5));
    family.hearsNothing();
    await family.texts('1');
    family.hearsOnly(says.opened);
    verifier.hearsOnly(says.pleaseCheck);
  });

  scenario('and is sent off after the reminder goes its way', async (world) => {
    const verifier = await world.volunteer('Kavita');
    const family = await englishPhone(world, 'Sunita');
    await family.texts('Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh');
    family.hearsOnly(/who/i);
    await world.clock.advance(minutes(11));
    family.hearsOnly(/is not complete yet/);
    await family.texts('Sunita');
    family.hearsOnly(says.summary);
    await family.texts('1');
    family.hearsOnly(says.opened);
    verifier.hearsOnly(says.pleaseCheck);
    await world.clock.advance(minutes(1));
  });

  scenario('for a day far away rings no volunteer', async (world) => {
    const verifier = await world.volunteer('Kavita');
    const family = await englishPhone(world, 'Sunita');
    await family.texts(need.replace('urgent', 'on 27 Nov'));
    family.hearsOnly(says.summary);
    await world.clock.advance(hours(1));
    family.hearsOnly(/has not gone out yet/);
    verifier.hearsNothing();
  });

  scenario('is not reminded after BLOOD alone, or after it was dropped', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await family.texts('BLOOD');
    family.hearsOnly(says.askGroup);
    await world.clock.advance(hours(1));
    await family.texts('B+');
    family.readsEverything();
    await family.texts('CLOSE');
    family.hearsOnly(says.requestDropped);
    await world.clock.advance(hours(1));
    family.hearsNothing();
  });
});

describe('a family whose request was refused', () => {
  for (const words of [
    'we are not lying, my wife is dying',
    'bhai jhooth nahi hai',
    'भाई झूठ नहीं है मेरी बीवी मर रही है',
  ])
    scenario(`"${words}": hears the way to a person, not the menu of strangers`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await verifier.texts(`NO ${code} no such patient`);
      readAllMessages(world);
      await family.texts(words);
      family.hearsOnly(code, /0532 000 0000/);
      await world.clock.advance(hours(50));
      family.readsEverything();
      await family.texts('xyz abc def');
      expect(family.hearsOnly(/./)).not.toContain(code);
    });
});

describe('the person whose number a family gave', () => {
  for (const words of ['any news of my friend?', 'mere dost ka kya hua', 'कहां तक पहुंचा काम खून का'])
    scenario(`"${words}": hears how it stands`, async (world) => {
      const ajay = world.phone('Ajay');
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      await family.texts(
        `Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Ajay ${ajay.number}`,
      );
      await family.texts('1');
      readAllMessages(world);
      await ajay.texts(words);
      expect(ajay.hearsOnly(/\d{4}/)).not.toMatch(/CLOSE|JOIN/);
      readAllMessages(world);
    });

  const givenNumber = async (world: World) => {
    const ajay = world.phone('Ajay');
    const family = world.phone('Sunita');
    await world.wasServed(family);
    const amit = await world.donor('Amit');
    const verifier = await world.volunteer('Kavita');
    await family.texts(
      `Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Ajay ${ajay.number}`,
    );
    await family.texts('1');
    const code = codeIn(family.hears('with our volunteers'));
    readAllMessages(world);
    await verifier.texts(`OK ${code}`);
    return { ajay, family, amit, code };
  };

  for (const sharing of ['open', 'bridge'] as const)
    scenario(`hears of the donors too, once they have asked: ${sharing}`, async (world) => {
      const { ajay, family, amit } = await givenNumber(world);
      if (sharing === 'bridge') await amit.texts('HIDE');
      await ajay.texts('any update?');
      readAllMessages(world);
      await amit.texts('1');
      const coming = ajay.hearsOnly('Amit', /expected/);
      family.hears(says.donorComing, 'Amit');
      await amit.texts('reached');
      const arrived = ajay.hearsOnly(/1 donor has told us/);
      family.hears(says.donorArrived, 'Amit');
      // The donor's number is the family's to know, and our number connects the family alone.
      expect(coming + arrived).not.toMatch(new RegExp(`${amit.number.slice(3)}|press 1|0532`));
      await amit.texts('DROP');
      ajay.hears(/Amit/);
      readAllMessages(world);
    });

  for (const words of ['STATUS', 'any donor found', 'donor mila'])
    scenario(`"${words}": hears how it stands, and of the donors`, async (world) => {
      const { ajay, amit } = await givenNumber(world);
      await ajay.texts(words);
      ajay.hearsOnly(/\d{4}/);
      await amit.texts('1');
      ajay.hearsOnly('Amit');
      readAllMessages(world);
    });

  for (const words of [
    'wrong number',
    'kaun bol raha hai',
    'call me later',
    'any news of my friend?',
    'JOIN',
  ])
    scenario(`gets no text of a donor after "${words}"`, async (world) => {
      const { ajay, amit } = await givenNumber(world);
      await ajay.texts(words);
      readAllMessages(world);
      await amit.texts('1');
      await amit.texts('reached');
      ajay.hearsNothing();
      readAllMessages(world);
    });

  for (const words of ['wrong number', 'mujhe message mat bhejo'])
    scenario(`"${words}": the family's own number is called again`, async (world) => {
      const { ajay, family, amit } = await givenNumber(world);
      await ajay.texts('any update?');
      await amit.texts('1');
      readAllMessages(world);
      await ajay.texts(words);
      ajay.hearsOnly(/trouble you|pareshaan/);
      family.hears(family.number);
      amit.hears('another phone', family.number);
      await amit.texts('reached');
      ajay.hearsNothing();
      readAllMessages(world);
      expect(JSON.stringify(world.table().filter((i) => i['kind'] === 'request'))).not.toContain(
        ajay.number,
      );
    });

  scenario('must ask again when the family names another number', async (world) => {
    const { ajay, family, amit } = await givenNumber(world);
    await ajay.texts('any update?');
    const vijay = world.phone('Vijay');
    await family.texts(`please call ${vijay.number}`);
    readAllMessages(world);
    await amit.texts('1');
    ajay.hearsNothing();
    vijay.hearsNothing();
    readAllMessages(world);
  });

  scenario('gets no text while only the family has named the number', async (world) => {
    const { ajay, amit } = await givenNumber(world);
    await amit.texts('1');
    ajay.hearsNothing();
    readAllMessages(world);
  });

  scenario('hears nothing more after STOP', async (world) => {
    const { ajay, amit } = await givenNumber(world);
    await ajay.texts('any update?');
    await ajay.texts('STOP');
    readAllMessages(world);
    await amit.texts('1');
    ajay.hearsNothing();
    readAllMessages(world);
  });
});
