import { describe, expect } from 'vitest';
import { noticeVersion } from '#shared/people/consent.ts';
import { pinSchema } from '#shared/places/place.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donorOf, englishPhone, oneUnit, searchedFor } from '../../world/steps/scenario-steps.ts';

describe('JOIN', () => {
  scenario('accepts everything in one text, and shows the notice first', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    await amit.texts('JOIN B+ 211001 Amit Kumar M 1990');
    amit.hearsOnly(says.notice);
    expect(await donorOf(world, amit)).toBeUndefined();
    await amit.texts('1');
    amit.hearsOnly(says.askLastDonation);
    await amit.texts('1');
    amit.hearsOnly(says.joined, 'B+', 'Prayagraj');
    expect(await donorOf(world, amit)).toMatchObject({
      group: 'B+',
      sex: 'man',
      birthYear: 1990,
      pin: pinSchema.parse('211001'),
      consent: { by: 'text', language: 'en', notice: noticeVersion },
    });
    const { code } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert, code);
  });

  const guided = [
    [
      'JOIN',
      /1 = manzoor/,
      /blood group/,
      /PIN/,
      /naam/,
      /1 = mahila/,
      /janm/,
      /Pichhli/,
      /swagat/,
    ],
    ['जुड़ना है', /1 = मंजूर/, /ब्लड ग्रुप/, /PIN/, /नाम/, /1 = महिला/, /जन्म/, /पिछली/, /स्वागत/],
    [
      'join as donor',
      says.notice,
      says.askGroup,
      says.askPin,
      says.askName,
      says.askSex,
      says.askBirthYear,
      says.askLastDonation,
      says.joined,
    ],
  ] as const;
  for (const [join, notice, group, pin, name, sex, year, last, joined] of guided) {
    scenario(`"${join}" asks one question at a time in its language`, async (world) => {
      const anita = join.startsWith('join')
        ? await englishPhone(world, 'Anita')
        : world.phone('Anita');
      await anita.texts(join);
      anita.hearsOnly(notice);
      await anita.texts('1');
      anita.hearsOnly(group);
      await anita.texts('O neg');
      anita.hearsOnly(pin);
      await anita.texts('211 002');
      anita.hearsOnly(name);
      await anita.texts('Anita Devi');
      anita.hearsOnly(sex);
      await anita.texts('1');
      anita.hearsOnly(year);
      await anita.texts('1985');
      anita.hearsOnly(last);
      await anita.texts('12/10/2026');
      anita.hearsOnly(joined, 'O-');
      expect(await donorOf(world, anita)).toMatchObject({
        group: 'O-',
        sex: 'woman',
        birthYear: 1985,
        lastDonation: { day: '2026-10-12' },
      });
    });
  }

  scenario('accepts words and Devanagari digits as answers', async (world) => {
    for (const never of [
      'never',
      'no',
      'Nope, never',
      'nahi',
      'kabhi nahi',
      'Maine kabhi nahi diya',
      'abhi tak nahi',
      'pehli baar',
      'कभी नहीं',
      'पहली बार',
    ]) {
      const amit = await englishPhone(world, 'Amit');
      for (const text of ['JOIN', '1', 'B+']) await amit.texts(text);
      amit.hears(says.askPin);
      await amit.texts('२११००२');
      amit.hears(says.askName);
      for (const text of ['Amit', '2', '1990']) await amit.texts(text);
      amit.hears(says.askLastDonation);
      await amit.texts(never);
      expect(await donorOf(world, amit), never).toMatchObject({ pin: '211002', donations: 0 });
      expect((await donorOf(world, amit))?.lastDonation, never).toBeUndefined();
      amit.readsEverything();
    }
  });

  scenario('takes an answer with a day as that day, not as never', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Amit', '2', '1990']) await amit.texts(text);
    await amit.texts('no idea');
    amit.hears(says.askLastDonation, says.notUnderstood);
    await amit.texts('not yet this month, 12/10');
    expect((await donorOf(world, amit))?.lastDonation?.day).toBe('2026-10-12');
    amit.readsEverything();
  });

  scenario('accepts the PIN code in Devanagari digits within one text', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    await amit.texts('JOIN B+ २११००२ Amit Kumar M १९९०');
    await amit.texts('1');
    amit.hears(says.askLastDonation);
    await amit.texts('1');
    expect(await donorOf(world, amit)).toMatchObject({ pin: '211002', birthYear: 1990 });
    amit.readsEverything();
  });

  scenario('says that a PIN code does not exist', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    for (const text of ['JOIN', '1', 'B+']) await amit.texts(text);
    amit.readsEverything();
    await amit.texts('999999');
    amit.hearsOnly(says.pinUnknown);
    await amit.texts('near the temple');
    amit.hearsOnly(says.askPin, says.notUnderstood);
    await amit.texts('211001');
    amit.hearsOnly(says.askName);
  });

  scenario('stores nothing without consent', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    await amit.texts('JOIN B+ 211001 Amit Kumar M 1990');
    amit.hearsOnly(says.notice);
    await amit.texts('2');
    amit.hearsOnly(says.declined);
    const person = await world.store.person(amit.number);
    expect(person?.donor).toBeUndefined();
    expect(person?.joinDraft).toBeUndefined();
    expect(person?.name).toBeUndefined();
  });

  scenario('repeats the notice until the answer is yes or no', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    await amit.texts('JOIN B+');
    amit.hearsOnly(says.notice);
    await amit.texts('why do you ask');
    amit.hearsOnly(says.notice, says.notUnderstood);
    await amit.texts('haan');
    amit.hearsOnly(says.askPin);
  });

  scenario('refuses people who are too young or too old', async (world) => {
    for (const [year, answer] of [
      ['2010', says.tooYoung],
      ['1950', says.tooOld],
    ] as const) {
      const amit = await englishPhone(world, 'Amit');
      await amit.texts(`JOIN B+ 211001 Amit Kumar M ${year}`);
      amit.hearsOnly(says.notice);
      await amit.texts('1');
      amit.hearsOnly(answer);
      expect(await donorOf(world, amit)).toBeUndefined();
      expect((await world.store.person(amit.number))?.joinDraft).toBeUndefined();
    }
  });

  scenario('repeats a question after a wrong answer', async (world) => {
    const amit = await englishPhone(world, 'Amit');
    await amit.texts('JOIN');
    amit.hearsOnly(says.notice);
    const answers: [wrong: string, right: string, question: string][] = [
      ['3', '1', says.notice],
      ['C+', 'AB+', says.askGroup],
      ['21100', '211001', says.askPin],
      ['12', 'Amit', says.askName],
      ['7', '2', says.askSex],
      ['90', '1990', says.askBirthYear],
      ['soon', '1', says.askLastDonation],
    ];
    for (const [i, [wrong, right, question]] of answers.entries()) {
      if (wrong !== '90') {
        await amit.texts(wrong);
        amit.hearsOnly(question, says.notUnderstood);
      }
      await amit.texts(right);
      amit.hearsOnly(answers[i + 1]?.[2] ?? says.joined);
    }
  });

  scenario('shows an existing registration, and updates it', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('JOIN');
    amit.hearsOnly(says.alreadyJoined, 'B+', 'Prayagraj');
    await amit.texts('JOIN 221005');
    amit.hearsOnly(says.joined, 'Varanasi');
    expect(await donorOf(world, amit)).toMatchObject({ group: 'B+', pin: '221005' });
  });
});
