import { describe, expect } from 'vitest';
import { runDueSteps } from '#functions/use-cases/due-steps.ts';
import { receiveText } from '#functions/use-cases/texts/receive-text.ts';
import { after, hours, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { signedForm } from '../../world/signed-form.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  oneUnit,
  searchedFor,
  urgentNeed,
} from '../../world/steps/scenario-steps.ts';
import { account, publicUrl, type World } from '../../world/world.ts';

/* Texts that met an outage come by the fallback or from the carrier's list (docs/adr/0025). */

/** The text reaches the carrier, and neither its webhook nor the fallback reaches the hotline. */
const textsInVain = async (world: World, phone: Phone, text: string): Promise<void> => {
  world.carrier.faults.dropWebhook = 1;
  await phone.texts(text);
  world.carrier.faults.dropWebhook = 0;
};

/** Long enough for the carrier's list to be read again. */
const untilListed = 8;

/** The carrier reports a text whose webhook has failed. */
const fallBack = async (world: World, fields: Record<string, string>): Promise<string> => {
  const path = '/twilio/sms/fallback';
  const form = { To: '+915320000000', ErrorCode: '11200', ErrorUrl: `${publicUrl}/twilio/sms` };
  const body = new URLSearchParams({ ...form, ...fields }).toString();
  const { authToken } = account;
  const answer = await world.app.fetch(signedForm(publicUrl + path, body, { authToken }));
  await world.clock.advance(seconds(20));
  return `${answer.status} ${await answer.text()}`;
};

describe('a text that no webhook has brought', () => {
  scenario('is taken in from the list once, and answered by a text', async (world) => {
    const family = world.phone('Sunita');
    await world.passMinutes(1);
    await textsInVain(world, family, urgentNeed);
    family.hearsNothing();
    await world.passMinutes(untilListed);
    family.hearsOnly(says.summary);
    await world.passMinutes(30);
    expect(world.logged.filter((line) => line.startsWith('text-missed'))).toHaveLength(1);
    await family.texts('1');
    codeIn(family.hears(says.opened));
    family.readsEverything();
  });

  scenario('is taken in although the first run of a new hotline died', async (world) => {
    const family = world.phone('Sunita');
    const died = new Error('killed');
    const { services } = world;
    const store = { ...services.store, due: () => Promise.reject(died) };
    await expect(runDueSteps({ ...services, store }, { receiveText })).rejects.toBe(died);
    world.carrier.faults.dropWebhook = 1;
    await family.textsAtOnce(urgentNeed);
    world.carrier.faults.dropWebhook = 0;
    // The first run that comes to its end begins ten minutes later.
    const later = { ...services.clock, now: () => after(services.clock.now(), minutes(10)) };
    await runDueSteps({ ...services, clock: later }, { receiveText });
    await world.passMinutes(11);
    family.hearsOnly(says.summary);
  });

  scenario('is not taken in again when its webhook has brought it', async (world) => {
    await world.passMinutes(1);
    const family = world.phone('Sunita');
    await asksForBlood(family);
    family.readsEverything();
    await world.passMinutes(30);
    expect(world.logged.filter((line) => line.startsWith('text-missed'))).toEqual([]);
  });

  scenario('is left alone when it is older than a day', async (world) => {
    const family = world.phone('Sunita');
    await world.passMinutes(1);
    world.carrier.faults.listError = 1;
    await textsInVain(world, family, urgentNeed);
    await world.clock.advance(hours(25));
    world.carrier.faults.listError = 0;
    await world.passMinutes(untilListed);
    family.hearsNothing();
  });

  scenario('confirms a donor who said 1, while a donor is missing', async (world) => {
    await world.passMinutes(1);
    const [donor] = await donors(world, 1);
    const { family, code } = await searchedFor(world, oneUnit);
    donor?.hears(says.alert);
    if (donor) await textsInVain(world, donor, '1');
    await world.passMinutes(untilListed);
    donor?.hears(says.confirmed, code, family.number);
    family.hears(says.donorComing);
  });

  scenario('tells a donor who said 1 that the request is over', async (world) => {
    await world.passMinutes(1);
    const [donor] = await donors(world, 1);
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    donor?.hears(says.alert);
    if (donor) await textsInVain(world, donor, `1 ${code}`);
    await family.closes(`CLOSE ${code}`);
    for (const phone of [family, verifier, donor]) phone?.readsEverything();
    await world.passMinutes(untilListed);
    donor?.hearsOnly(code, /closed|no longer|not needed/i);
  });

  scenario('answers no question that its sender had not seen', async (world) => {
    await world.passMinutes(1);
    const stranger = world.phone('Ravi');
    await textsInVain(world, stranger, '1');
    await stranger.texts(urgentNeed);
    stranger.hearsOnly(says.summary);
    await world.passMinutes(untilListed);
    // The old "1" did not send the request: the summary is asked again.
    stranger.hears(/reached us only now/);
    stranger.hearsOnly(says.summary);
    expect((await world.store.person(stranger.number))?.requests).toEqual([]);
  });

  scenario('verifies nothing by an OK without its code', async (world) => {
    await world.passMinutes(1);
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const code = await asksForBlood(family);
    verifier.hears(says.pleaseCheck, code);
    await textsInVain(world, verifier, 'OK');
    await world.passMinutes(untilListed);
    verifier.hearsOnly(/reached us only now/);
    expect((await world.file(code)).request.phase.type).toBe('verifying');
    await textsInVain(world, verifier, `OK ${code}`);
    await world.passMinutes(untilListed);
    verifier.hears(says.thanksOk, code);
    expect((await world.file(code)).request.phase.type).toBe('searching');
    family.readsEverything();
  });

  scenario('erases its sender, who hears so in their own language', async (world) => {
    await world.passMinutes(1);
    const donor = await world.donor('Amit', { language: 'hi' });
    await textsInVain(world, donor, 'FORGET');
    await world.passMinutes(untilListed);
    await textsInVain(world, donor, donor.readsNumber() ?? '');
    await world.passMinutes(untilListed);
    donor.hearsOnly(/मिटा/);
    expect(await world.store.person(donor.number)).toBeUndefined();
    await world.passMinutes(90);
    expect(JSON.stringify(world.table().filter((item) => item['kind'] === 'outbox'))).not.toContain(
      donor.number,
    );
  });

  scenario('stops all messages when it says STOP', async (world) => {
    await world.passMinutes(1);
    const donor = await world.donor('Amit');
    await textsInVain(world, donor, 'STOP');
    await world.passMinutes(untilListed);
    expect((await world.store.person(donor.number))?.optedOut).toBe(true);
    donor.hearsNothing();
  });

  scenario('waits while the carrier cannot list it', async (world) => {
    await world.passMinutes(1);
    const family = world.phone('Sunita');
    await textsInVain(world, family, urgentNeed);
    world.carrier.faults.listError = 1;
    await world.passMinutes(20);
    family.hearsNothing();
    expect(world.logged.filter((line) => line.startsWith('texts-not-listed'))).not.toEqual([]);
    world.carrier.faults.listError = 0;
    await world.passMinutes(2);
    family.hearsOnly(says.summary);
  });
});

describe('the fallback', () => {
  scenario('takes a text in once, and answers by a text', async (world) => {
    const family = world.phone('Sunita');
    const fields = { MessageSid: `SM${'f'.repeat(32)}`, From: family.number, Body: urgentNeed };
    expect(await fallBack(world, fields)).toBe('204 ');
    family.hearsOnly(says.summary);
    expect(await fallBack(world, fields)).toBe('204 ');
    await world.clock.advance(minutes(5));
    family.hearsNothing();
  });

  scenario('sends the reply of a text whose answer the carrier did not get', async (world) => {
    const family = world.phone('Sunita');
    const fields = { MessageSid: `SM${'c'.repeat(32)}`, From: family.number, Body: urgentNeed };
    const body = new URLSearchParams({ ...fields, To: '+915320000000' }).toString();
    const { authToken } = account;
    await world.app.fetch(signedForm(`${publicUrl}/twilio/sms`, body, { authToken }));
    family.hearsNothing();
    await fallBack(world, fields);
    await fallBack(world, fields);
    await world.clock.advance(minutes(5));
    family.hearsOnly(says.summary);
  });
});
