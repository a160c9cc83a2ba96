import { createHmac } from 'node:crypto';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { days, hours } from '#shared/terms/time.ts';
import { exotelValues } from '../../world/carriers/far-carriers.ts';
import { findMessages } from '../../world/claims/message-meaning.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { oneUnit, pledgeStates, searchedFor } from '../../world/steps/scenario-steps.ts';
import { account, createWorld, publicUrl, type World } from '../../world/world.ts';

/* Exotel for SMS under an Indian header, Plivo for calls, and Twilio's WhatsApp beside them. */

const number = (digits: string) => phoneNumberSchema.parse(`+91532000${digits}`);
const numbers = {
  answerNumber: number('0002'),
  yesNumber: number('0003'),
  noNumber: number('0004'),
};
const beside = {
  ...numbers,
  templatesWithout: [],
  carriers: { texts: 'exotel', calls: 'plivo', whatsapp: 'twilio' },
} as const;
const whatsapp = { channel: 'whatsapp' } as const;

/** A donor who wrote on WhatsApp so long ago. */
const whoWrote = async (world: World, name: string, ago: number): Promise<Phone> => {
  const donor = await world.donor(name);
  await donor.texts('MENU', whatsapp);
  donor.readsEverything();
  await world.clock.advance(ago);
  return donor;
};

const roads: { road: string; alert: 'sms' | 'whatsapp'; yes: (donor: Phone) => Promise<void> }[] = [
  { road: 'a text to the named number', alert: 'sms', yes: (donor) => donor.texts('1').then() },
  {
    road: 'a missed call',
    alert: 'sms',
    yes: async (donor) => {
      expect((await donor.calls(numbers.yesNumber)).shown.rejected).toBe(true);
    },
  },
  {
    road: 'a key',
    alert: 'sms',
    yes: async (donor) => {
      const call = await donor.calls();
      await call.presses('1');
      await call.hangsUp();
    },
  },
  { road: 'a button', alert: 'whatsapp', yes: (donor) => donor.taps('I can come') },
];

describe('an alert to four donors under an Indian header and on WhatsApp', () => {
  scenario(
    'is answered by text, by missed call, by key and by button: the same yes',
    async (world) => {
      const donors: Phone[] = [];
      for (const { road, alert } of roads)
        donors.push(
          alert === 'sms' ? await world.donor(road) : await whoWrote(world, road, hours(1)),
        );
      const { family, code } = await searchedFor(world, oneUnit.replace('1 unit', '4 units'));
      const heard: string[][] = [];
      for (const [i, { alert, yes }] of roads.entries()) {
        const donor = donors[i] as Phone;
        const asked = donor.hearsOnly(says.alert, code);
        expect(donor.lastChannel()).toBe(alert);
        if (alert === 'sms') expect(asked).toContain('text 05320000002');
        else expect(asked).not.toContain('0532000000');
        await yes(donor);
        heard.push(donor.unread().flatMap((text) => findMessages(text).map(({ key }) => key)));
        expect(donor.lastChannel()).toBe(alert);
        donor.hearsOnly(says.confirmed, code);
        family.hearsOnly(says.donorComing, donor.number);
      }
      expect(heard).toEqual(roads.map(() => ['alertYesConfirmed']));
      const { pledges } = (await world.file(code)).request;
      const stored = pledges.map(({ donor, alertId: _, at: __, ...pledge }) => ({
        ...pledge,
        donor: { ...donor, phone: '', name: '' },
      }));
      expect(pledges.map(({ donor }) => donor?.name)).toEqual(roads.map(({ road }) => road));
      expect(stored).toEqual(roads.map(() => stored[0]));
      expect(stored[0]).toMatchObject({ state: 'confirmed' });
    },
    beside,
  );
});

describe('WhatsApp beside Exotel’s texts', () => {
  scenario(
    'carries an alert by template and a tap days later, and its callbacks say that it was delivered',
    async (world) => {
      const amit = await whoWrote(world, 'Amit', days(3));
      const { family, code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, code);
      expect(amit.lastChannel()).toBe('whatsapp');
      const [row] = (await world.outbox()).filter(({ alertId }) => alertId !== undefined);
      expect(row).toMatchObject({ channel: 'whatsapp', state: 'delivered' });
      await amit.taps('I can come');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    },
    beside,
  );

  scenario(
    'takes the place that a family sends, and answers there',
    async (world) => {
      const family = world.phone('Sunita');
      await family.texts('Need B+ blood 1 unit urgent patient Ramesh attendant Sunita', whatsapp);
      family.hearsOnly('Which hospital');
      const place = { lat: 25.4584, lon: 81.8531, label: 'SRN Hospital' };
      await family.texts('', { ...whatsapp, place });
      family.hearsOnly('Is the patient at SRN Hospital');
      expect(family.lastChannel()).toBe('whatsapp');
    },
    beside,
  );

  scenario(
    'that refuses a message leaves it to Exotel, once, in the words of an SMS',
    async (world) => {
      const amit = await whoWrote(world, 'Amit', days(3));
      for (const content of world.carrier.contents.all())
        world.carrier.contents.reject(content.sid);
      const { family, code } = await searchedFor(world, oneUnit);
      expect(amit.hearsOnly(says.alert, code)).toContain('text 05320000002');
      expect(amit.lastChannel()).toBe('sms');
      const [row] = (await world.outbox()).filter(({ alertId }) => alertId !== undefined);
      expect(row).toMatchObject({ movedFrom: 'whatsapp', error: '63040', state: 'delivered' });
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    },
    beside,
  );
});

const sidOf = (i: number): string => `SM${i.toString(16).padStart(32, '0')}`;

/** A text in a stranger's name, as one who knows the URL would post it. */
const forgeries = (i: number): { path: string; signature?: string }[] => {
  const wrong = createHmac('sha1', `guess ${i}`).update(`${publicUrl}/twilio/sms`).digest('base64');
  return [
    { path: '/twilio/sms' },
    { path: '/twilio/sms', signature: wrong },
    { path: '/twilio/sms/fallback', signature: wrong },
    // The secret of Exotel's paths does not open Twilio's.
    { path: `/twilio/sms/${exotelValues.EXOTEL_WEBHOOK_SECRET}` },
    { path: '/twilio/sms', signature: exotelValues.EXOTEL_WEBHOOK_SECRET },
    { path: '/exotel/sms' },
    { path: '/twilio/status/message?m=id00000001', signature: wrong },
    { path: '/twilio/voice', signature: wrong },
  ];
};

test('a forged WhatsApp webhook stores nothing, and the signed one is a yes', async () => {
  const world = await createWorld(beside);
  const amit = await whoWrote(world, 'Amit', hours(1));
  const { code } = await searchedFor(world, oneUnit);
  amit.hearsOnly(says.alert);
  const before = JSON.stringify(world.table());
  const form = {
    MessageSid: sidOf(0),
    From: `whatsapp:${amit.number}`,
    To: 'whatsapp:+915320000000',
    Body: 'I can come',
    ButtonPayload: `1 ${code}`,
  };
  const answers = new Set<number>();
  for (let i = 0; i < 250; i += 1)
    for (const { path, signature } of forgeries(i)) {
      const answer = await world.app.request(publicUrl + path, {
        method: 'POST',
        body: new URLSearchParams({ ...form, MessageSid: sidOf(i) }),
        headers: signature === undefined ? {} : { 'X-Twilio-Signature': signature },
      });
      answers.add(answer.status);
    }
  await world.settle();
  expect([...answers].sort()).toEqual([403, 404]);
  expect(JSON.stringify(world.table())).toBe(before);
  expect(await pledgeStates(world, code)).toEqual([]);
  const url = `${publicUrl}/twilio/sms`;
  const signature = twilioWebhooks.getExpectedTwilioSignature(account.authToken, url, form);
  const answer = await world.app.request(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'X-Twilio-Signature': signature },
  });
  expect(await answer.text()).toContain('<Message>');
  expect(await pledgeStates(world, code)).toEqual(['confirmed']);
});
