import { expect, it } from 'vitest';
import { parseSmsForm } from '#functions/carriers/twilio/inbound/sms-form.ts';
import { messageSid } from '../../fixtures/message-sid.ts';

const tapped = (ButtonPayload: string) =>
  parseSmsForm({
    MessageSid: messageSid('1'),
    From: 'whatsapp:+919415012345',
    Body: 'I can come',
    ButtonPayload,
  });

it('takes a tap on a button as the answer to the request that its payload names', () => {
  expect(tapped('1 4821')).toMatchObject({ incoming: { text: '1 4821', channel: 'whatsapp' } });
});

it.each(['', 'OK 7315', '1', '1 4821 and more'])(
  'reads the words on a button with %j',
  (payload) => {
    expect(tapped(payload)).toMatchObject({ incoming: { text: 'I can come' } });
  },
);
