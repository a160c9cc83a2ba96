import { describe, expect } from 'vitest';
import { importDonor } from '#functions/use-cases/donors/import-people.ts';
import { pinSchema } from '#shared/places/place.ts';
import { hours } from '#shared/terms/time.ts';
import { messageSid } from '../../fixtures/message-sid.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { signedForm } from '../../world/signed-form.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { account, publicUrl, type World } from '../../world/world.ts';

/** A list of donors has this phone. */
const isImported = ({ services }: World, { number, name }: Phone) =>
  importDonor(services, {
    phone: number,
    name,
    group: 'B+',
    sex: 'man',
    birthYear: 1990,
    pin: pinSchema.parse('211001'),
    language: 'en',
  });

describe('STOP and START', () => {
  for (const word of ['STOP', 'Unsubscribe', 'cancel']) {
    scenario(`${word} stops all messages until START`, async (world) => {
      const amit = await world.donor('Amit');
      const [bina] = await donors(world, 1);
      const { family, verifier, code } = await searchedFor(world, oneUnit);
      amit.hears(says.alert);
      bina?.hears(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      bina?.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
      await amit.texts(word);
      family.hearsOnly(says.donorDropped);
      bina?.hearsOnly(says.askedAgain);
      await amit.texts('MENU');
      await bina?.texts('1');
      bina?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      await family.texts('DONE');
      family.hearsOnly(says.fulfilled);
      bina?.hearsOnly(says.thanksFromFamily);
      verifier.hearsOnly(says.verifierEnd);
      await world.clock.advance(hours(2));
      amit.hearsNothing();
      expect(world.carrier.messagesOf(amit.number).filter((m) => m.error === 21610)).toEqual([]);
      await amit.texts('START');
      await amit.texts('STATUS');
      amit.hearsOnly(says.statusNone);
      const other = await asksForBlood(family, oneUnit);
      await findsItReal(verifier, family, other);
      amit.hearsOnly(says.alert, other);
      expect(code).not.toBe(other);
    });
  }

  for (const word of ['Yes', ' YES ', 'UNSTOP', 'start'])
    scenario(
      `${JSON.stringify(word)} resumes messages even without the carrier's opt-in field`,
      async (world) => {
        const { amit, code } = await oneUnitAsked(world);
        await amit.texts('STOP');
        // The form of a number without Advanced Opt-Out.
        const post = async (Body: string, label: string): Promise<string> => {
          const fields = {
            From: amit.number,
            To: '+915320000000',
            Body,
            MessageSid: messageSid(label),
          };
          const body = new URLSearchParams(fields).toString();
          const url = `${publicUrl}/twilio/sms`;
          return (await world.app.fetch(signedForm(url, body, account))).text();
        };
        expect(await post('hello', 'SMhello')).not.toContain('<Message>');
        // It pledges nothing, and the carrier itself answers it.
        expect(await post(word, 'SMyes')).not.toContain('<Message>');
        expect((await world.store.person(amit.number))?.optedOut).toBe(false);
        expect((await world.file(code)).request.pledges).toEqual([]);
        expect(await post('STATUS', 'SMstatus')).toContain(says.statusNone);
      },
    );

  scenario('YES after STOP pledges nothing when the carrier reports an opt-in', async (world) => {
    const { amit, code } = await oneUnitAsked(world);
    await amit.texts('STOP');
    await amit.texts('Yes');
    amit.hearsNothing();
    expect((await world.store.person(amit.number))?.optedOut).toBe(false);
    expect((await world.file(code)).request.pledges).toEqual([]);
  });

  scenario('STOP of a family also stops messages about its own request', async (world) => {
    const { amit, family } = await oneUnitAsked(world);
    await family.texts('QUIT');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await world.clock.advance(hours(1));
    amit.readsEverything();
    family.hearsNothing();
  });

  for (const [who, ...words] of [
    ['a donor', 'STOP'],
    ['a donor', 'Unsubscribe'],
    ['a donor', 'STOP', 'START', 'STOP'],
    ['a stranger', 'STOP'],
    ['a stranger', 'StopAll'],
    ['a stranger', 'Stop. Thank you'],
    ['a stranger', 'wrong number'],
    ['a stranger', 'do not call me again'],
    ['a stranger', 'मैसेज मत भेजो'],
    ['a stranger', 'He passed away last year'],
    ['a donor', 'do not message me any more'],
    ['a donor', 'Wrong number'],
    ['a donor', 'He passed away last year'],
  ])
    scenario(`${words} of ${who} holds when a list has the phone`, async (world) => {
      const amit = who === 'a donor' ? await world.donor('Amit') : world.phone('Amit');
      for (const word of words) await amit.texts(word);
      amit.readsEverything();
      expect(await isImported(world, amit)).toBe(who === 'a donor' ? 'updated' : 'added');
      const { family } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await world.clock.advance(hours(1));
      amit.hearsNothing();
      expect(world.carrier.messagesOf(amit.number).filter((m) => m.error === 21610)).toEqual([]);
      readAllMessages(world);
    });

  scenario('a stranger who wanted no messages and joins later is asked', async (world) => {
    const amit = world.phone('Amit');
    await amit.texts('do not call me again');
    amit.hearsOnly(/we will not trouble you/);
    await amit.texts('JOIN B+ 211001 Amit Kumar M 1990');
    await amit.texts('1');
    await amit.texts('NEVER');
    expect(await isImported(world, amit)).toBe('updated');
    amit.readsEverything();
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    readAllMessages(world);
  });

  scenario('STOP on WhatsApp stops messages as the carrier reports it', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('LANG EN', { channel: 'whatsapp' });
    amit.readsEverything();
    await amit.texts('STOP', { channel: 'whatsapp' });
    await searchedFor(world, oneUnit).then(({ family }) => family.hears(says.everyoneAsked));
    amit.hearsNothing();
  });
});
