import { describe, expect } from 'vitest';
import type { Language } from '#shared/terms/language.ts';
import { daySchema, days } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { leavesMessage, requestWithDonors } from '../../world/steps/privacy-stories.ts';
import { oneUnit, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

describe('MYDATA', () => {
  const readMyData = async (world: World, language: Language) => {
    const amit = await world.donor('Amitabh', {
      language,
      lastDonation: daySchema.parse('2026-07-01'),
      weightKg: 70,
    });
    await world.makeVolunteer(amit, { language });
    await amit.texts(oneUnit);
    await amit.texts('1');
    const code = codeIn(amit.unread().at(-1) ?? '');
    amit.readsEverything();
    await amit.texts('MYDATA');
    const said = amit.unread().join('\n');
    amit.readsEverything();
    return { said, code };
  };

  for (const [language, ...words] of [
    [
      'en',
      'the name Amitabh',
      'born 1990',
      '1 Jul 2026',
      'Also your weight',
      'as the group',
      'to you in English',
      'we text you',
      'may see your number',
      'volunteers for',
      'of it: FORGET',
    ],
    [
      'hi',
      'नाम Amitabh',
      'जन्म 1990',
      '1 जुलाई 2026',
      'वजन',
      'वॉलंटियर',
      'मिटाना: FORGET',
      'ग्रुप की सूची से',
      'हिंदी में',
      'मैसेज भेजते हैं',
      'नंबर दिख सकता है',
    ],
    [
      'hi-Latn',
      'naam Amitabh',
      'janm 1990',
      '1 Jul 2026',
      'wazan',
      'volunteer',
      'mitana: FORGET',
      'group ki soochi se',
      'English aksharon ki Hindi',
      'message bhejte hain',
      'number dikh sakta hai',
    ],
  ] as const) {
    scenario(`lists the stored data in ${language}`, async (world) => {
      const { said, code } = await readMyData(world, language);
      for (const word of [...words, 'B+', '211001', code]) expect(said).toContain(word);
    });
  }

  scenario('contains no data of others, and little about an unknown phone', async (world) => {
    const { amit, family, code } = await requestWithDonors(world);
    await amit.texts('mera data');
    const said = amit.unread().join('\n');
    amit.readsEverything();
    expect(said).toContain('asked you for blood: 1. You agreed: 1, came: 0');
    for (const secret of [family.number, 'Rameshwar', code]) expect(said).not.toContain(secret);
    const ravi = world.phone('Ravi');
    await ravi.texts('MYDATA');
    ravi.hears('Hamare paas aapka yeh hai: number, bhasha');
  });
});

describe('MYDATA of choices and recordings', () => {
  const asks = async (phone: Phone): Promise<string> => {
    phone.readsEverything();
    await phone.texts('MYDATA');
    const said = phone.unread().join('\n');
    phone.readsEverything();
    return said;
  };

  scenario('lists choices only while they apply', async (world) => {
    const amit = await world.donor('Amitabh', { lastDonation: daySchema.parse('2026-11-01') });
    const rests = 'may give blood again from 30 Jan 2027';
    const chosen = ['wait until 23 Dec 2026', 'we call you', 'Nobody we put you in touch with'];
    const before = await asks(amit);
    for (const words of [rests, 'we text you', 'may see your number'])
      expect(before).toContain(words);
    for (const words of chosen) expect(before).not.toContain(words);
    expect(before).not.toMatch(/Recordings|asked you for blood/);
    for (const text of ['PAUSE 30', 'CALLS', 'HIDE']) await amit.texts(text);
    const then = await asks(amit);
    for (const words of [rests, ...chosen]) expect(then).toContain(words);
    for (const text of ['ON', 'TEXTS', 'SHOW']) await amit.texts(text);
    expect(await asks(amit)).toBe(before);
    await world.clock.advance(days(90));
    expect(await asks(amit)).not.toContain('may give blood again');
  });

  scenario('counts recordings as long as they are stored', async (world) => {
    const who = await leavesMessage(world);
    const other = world.phone('Leela');
    await other.texts('LANG EN');
    expect(await asks(who)).toContain('We have 1 now');
    expect(await asks(other)).not.toContain('Recordings');
    await world.clock.advance(days(31));
    expect(await asks(who)).not.toContain('Recordings');
    readAllMessages(world);
  });

  scenario('says how and in which language the person consented', async (world) => {
    const ravi = world.phone('Ravindra');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Ravindra', '2', '1990', '1'])
      await ravi.texts(text);
    await ravi.texts('LANG HI');
    await ravi.texts('LANG EN');
    expect(await asks(ravi)).toMatch(
      /You agreed on 23 Nov 2026, by text\.\nWe explained it to you in/,
    );
  });
});

describe('MYDATA of drafts', () => {
  scenario('says that a draft of a registration or request is stored', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('LANG EN');
    const asks = async () => {
      ravi.readsEverything();
      await ravi.texts('MYDATA');
      const said = ravi.unread().join(' ');
      ravi.readsEverything();
      return said;
    };
    const [joining, need] = ['so far to join us', 'so far of your need for blood'];
    await ravi.texts('JOIN');
    expect(await asks()).not.toMatch(new RegExp(`${joining}|${need}`));
    for (const text of ['1', 'B+', '211001']) await ravi.texts(text);
    expect(await asks()).toContain(joining);
    await ravi.texts('BLOOD');
    await ravi.texts('B+');
    expect(await asks()).toContain(need);
    await world.clock.advance(days(3));
    expect(await asks()).not.toMatch(new RegExp(`${joining}|${need}`));
  });
});
