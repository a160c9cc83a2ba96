import { describe, expect, test } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { messageSid } from '../../fixtures/message-sid.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { postForm } from '../../world/steps/posted-forms.ts';
import { asksForBlood, oneUnit } from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/* Forms of the carrier that have more, or other, fields than most. */

const need: Record<string, string> = {
  From: '+919415600777',
  To: '+915320000000',
  MessageSid: messageSid('1'),
  Body: 'Need B+ blood 2 units SRN hospital',
  NumMedia: '0',
};
const answer = 'When is it needed?';
const media = (label: string) => messageSid(label).replace(/^SM/, 'MM');

const draftOf = (world: World) => {
  const person = world.table().find((item) => item['phone'] === need['From']);
  return person?.['requestDraft'];
};

describe('a form with AddOns', () => {
  const result = (of: object) => ({ request_sid: 'XR1', message: null, code: null, ...of });
  test.each([
    [
      'a looked-up carrier',
      {
        status: 'successful',
        results: {
          twilio_carrier_info: result({
            status: 'successful',
            result: { phone_number: need['From'], carrier: { type: 'mobile', name: 'Jio' } },
          }),
        },
      },
    ],
    [
      'an add-on that failed',
      { status: 'successful', results: { spam: result({ status: 'failed', code: 61000 }) } },
    ],
    [
      'words that look like fields',
      { status: 'successful', results: { echo: { result: { Body: '1', From: '+919415600778' } } } },
    ],
  ])('is read as usual: %s', async (_, addOns) => {
    const world = await createWorld();
    const form = { ...need, AddOns: JSON.stringify({ message: null, code: null, ...addOns }) };
    const { status, text } = await postForm(world, '/twilio/sms', form);
    expect([status, text]).toEqual([200, expect.stringContaining(answer)]);
    expect(draftOf(world)).toMatchObject({ group: 'B+', units: 2, hospital: 'SRN Hospital' });
  });
});

describe('a form with a second Body', () => {
  const body = new URLSearchParams(need).toString();
  test.each([
    ['after the first', `${body}&Body=1`],
    ['before the first', `Body=1&${body}`],
    ['that is empty', `${body}&Body=`],
    ['that says the same', `${body}&${new URLSearchParams({ Body: need['Body'] ?? '' })}`],
  ])('is refused, and nothing is stored: %s', async (_, form) => {
    const world = await createWorld();
    const before = world.table();
    expect(await postForm(world, '/twilio/sms', form)).toEqual({
      status: 400,
      text: 'Body is missing or malformed',
    });
    expect(world.table()).toEqual(before);
  });
});

describe('a message id that begins with MM', () => {
  test.each([
    ['a long text', {}],
    ['words beside a photograph', { NumMedia: '1', MediaContentType0: 'image/jpeg' }],
    ['words, and a count of files that is left out', { NumMedia: '' }],
  ])('is that of a text: %s', async (_, more) => {
    const world = await createWorld();
    const form = { ...need, MessageSid: media('1'), ...more };
    const first = await postForm(world, '/twilio/sms', form);
    expect([first.status, first.text]).toEqual([200, expect.stringContaining(answer)]);
    const stored = world.table();
    expect(await postForm(world, '/twilio/sms', form)).toEqual(first);
    expect(world.table()).toEqual(stored);
    expect(draftOf(world)).toMatchObject({ group: 'B+', units: 2 });
  });
});

describe('a status of a text', () => {
  /** The carrier has taken the text that asks a verifier, and has not said more. */
  const askedVerifier = async (channel: 'sms' | 'whatsapp') => {
    const world = await createWorld();
    const verifier = await world.volunteer('Kavita');
    await verifier.texts('LANG EN', { channel });
    verifier.readsEverything();
    world.carrier.faults.dropCallback = 1;
    await asksForBlood(world.phone('Sunita'), oneUnit);
    world.carrier.faults.dropCallback = 0;
    verifier.hearsOnly(says.pleaseCheck);
    const row = (await world.outbox()).find(({ to }) => to === verifier.number);
    const report = (MessageStatus: string, ErrorCode = '') =>
      postForm(world, `/twilio/status?m=${row?.id}`, {
        MessageSid: row?.carrierId ?? '',
        MessageStatus,
        To: verifier.number,
        ...(ErrorCode && { ErrorCode }),
      });
    return { world, verifier, row, report };
  };

  test.each([
    ['partially_delivered', 'sent'],
    ['accepted', 'sent'],
    ['scheduled', 'sent'],
    ['READ', 'delivered'],
    ['read', 'delivered'],
    ['canceled', 'undelivered'],
    ['receiving', 'sent'],
    ['', 'sent'],
  ])('is answered 204: "%s" leaves it %s', async (status, state) => {
    const { world, verifier, row, report } = await askedVerifier('sms');
    expect(row?.state).toBe('sent');
    expect(await report(status)).toEqual({ status: 204, text: '' });
    await world.settle();
    expect(await world.store.outboxRow(row?.id ?? '')).toMatchObject({ state });
    verifier.hearsNothing();
    expect(world.faults()).toEqual([]);
  });

  test.each(['failed', 'undelivered'])(
    'is answered 204: %s with 63024, and the text comes by SMS once',
    async (status) => {
      const { world, verifier, row, report } = await askedVerifier('whatsapp');
      expect(row).toMatchObject({ channel: 'whatsapp', state: 'sent' });
      for (let twice = 0; twice < 2; twice += 1)
        expect(await report(status, '63024')).toEqual({ status: 204, text: '' });
      await world.clock.advance(minutes(1));
      verifier.hearsOnly(says.pleaseCheck);
      expect(verifier.lastChannel()).toBe('sms');
      expect(world.faults()).toEqual([]);
    },
  );

  test('is answered 204 after the donor has agreed: a late 63024 changes nothing', async () => {
    const world = await createWorld();
    const { amit, family } = await oneUnitAsked(world);
    const [row] = (await world.outbox()).filter(({ alertId }) => alertId !== undefined);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    const stored = world.table();
    const form = { MessageSid: row?.carrierId ?? '', MessageStatus: 'failed', ErrorCode: '63024' };
    expect(await postForm(world, `/twilio/status?m=${row?.id}`, form)).toMatchObject({
      status: 204,
    });
    await world.settle();
    expect(world.table()).toEqual(stored);
    amit.hearsNothing();
  });
});
