import { describe, expect, it } from 'vitest';
import { toDeliveryError } from '#functions/carriers/twilio/error-codes.ts';
import { parseSmsForm } from '#functions/carriers/twilio/inbound/sms-form.ts';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import type { OutgoingText } from '#functions/ports/carrier.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { messageSid } from '../../fixtures/message-sid.ts';

const received = (fields: Record<string, string>) =>
  parseSmsForm({ MessageSid: messageSid('1'), From: 'whatsapp:+919415012345', ...fields });
const tapped = (ButtonPayload: string) => received({ Body: 'I can come', ButtonPayload });

describe('a tap on a button', () => {
  it.each([
    ['1 4821', { text: '1 4821', tap: { question: 'alert', digit: 1, code: '4821' } }],
    ['2 4821 gave', { text: '2 4821', tap: { question: 'gave', digit: 2, code: '4821' } }],
  ])('answers what its payload %j names', (payload, incoming) => {
    expect(tapped(payload)).toMatchObject({ incoming: { ...incoming, channel: 'whatsapp' } });
  });

  it.each(['', 'OK 7315', '1', '1 4821 and more'])(
    'is the words on it with the payload %j',
    (payload) => {
      const { incoming } = { incoming: undefined, ...tapped(payload) };
      expect(incoming).toMatchObject({ text: 'I can come' });
      expect(incoming).not.toHaveProperty('tap');
    },
  );
});

describe('a place', () => {
  it('has its degrees, and the name that the map has for it', () => {
    const place = { Body: '', Latitude: '25.4493', Longitude: '81.853', Label: 'SRN Hospital' };
    expect(received({ ...place, Address: 'Prayagraj' })).toMatchObject({
      incoming: { sharedPlace: { lat: 25.4493, lon: 81.853, name: 'SRN Hospital Prayagraj' } },
    });
  });

  it.each([
    ['25.4', ''],
    ['here', '81.8'],
    ['91', '81.8'],
    ['25.4', '181'],
    ['25.4e1', '81'],
    ['25.4', '81.8; DROP'],
  ])('is none with %j and %j', (Latitude, Longitude) => {
    const { incoming } = { incoming: undefined, ...received({ Latitude, Longitude }) };
    expect(incoming).toBeDefined();
    expect(incoming).not.toHaveProperty('sharedPlace');
  });
});

it('tells a voice note from a picture', () => {
  const file = (MediaContentType0: string) => received({ NumMedia: '1', MediaContentType0 });
  expect(file('audio/ogg')).toMatchObject({ incoming: { media: 1, voice: true } });
  expect(file('image/jpeg')).toMatchObject({ incoming: { media: 1 } });
  expect(file('image/jpeg')).not.toMatchObject({ incoming: { voice: true } });
});

describe('a photograph', () => {
  const media = `ME${'b'.repeat(32)}`;
  const photoIn = (MediaUrl0: string, MediaContentType0 = 'image/jpeg') => {
    const parsed = received({ NumMedia: '1', MediaContentType0, MediaUrl0 });
    return parsed.type === 'text' ? parsed.incoming.photo : parsed.type;
  };
  const own = (sid: string, host = 'api.twilio.com') =>
    `https://${host}/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages/${sid}/Media/${media}`;
  const parsed = received({});
  const sid = parsed.type === 'text' ? parsed.incoming.id : '';

  it('is known by the two ids in its URL; nothing else of it is read', () => {
    expect(photoIn(own(sid))).toBe(`${sid}/${media}`);
    expect(photoIn(own(sid, 'attacker.example'))).toBe(`${sid}/${media}`);
    expect(photoIn(own(sid), 'image/png')).toBe(`${sid}/${media}`);
  });

  it.each([
    own(`SM${'9'.repeat(32)}`),
    `${own(sid)}/../../x`,
    `${own(sid)}?x=1`,
    'https://attacker.example/photo.jpg',
    '',
  ])('is not of this message: %s', (url) => expect(photoIn(url)).toBeUndefined());

  it.each(['image/svg+xml', 'image/gif', 'text/html', 'audio/ogg'])('is not %s', (type) =>
    expect(photoIn(own(sid), type)).toBeUndefined(),
  );
});

describe('a message of a template', () => {
  const id = `HX${'0'.repeat(32)}`;
  const sentForm = async (content: OutgoingText['content']): Promise<Record<string, string>> => {
    let form = new URLSearchParams();
    const carrier = createTwilioCarrier({
      accountSid: 'ACx',
      authToken: 'token',
      from: phoneNumberSchema.parse('+915320000000'),
      publicUrl: 'https://hotline.test',
      fetch: async (_, init) => {
        form = new URLSearchParams(String(init.body));
        return Response.json({ sid: 'SM1' }, { status: 201 });
      },
    });
    await carrier.send({
      to: phoneNumberSchema.parse('+919415012345'),
      channel: 'whatsapp',
      text: 'Request 4821 needs you.',
      messageId: 'm1',
      ...(content && { content }),
    });
    return Object.fromEntries(form);
  };

  it('has the content id and its variables, and no Body', async () => {
    const form = await sentForm({ id, values: ['4821', 'SRN "Hospital"'] });
    expect(form).toMatchObject({
      To: 'whatsapp:+919415012345',
      From: 'whatsapp:+915320000000',
      ContentSid: id,
      ContentVariables: '{"1":"4821","2":"SRN \\"Hospital\\""}',
    });
    expect(form).not.toHaveProperty('Body');
  });

  it('has no empty list of variables; free words have a Body', async () => {
    expect(await sentForm({ id, values: [] })).not.toHaveProperty('ContentVariables');
    expect(await sentForm(undefined)).toMatchObject({ Body: 'Request 4821 needs you.' });
  });

  it.each(['63016', '63024', '63027', '63040', '63049', '21655', '21656'])(
    'goes by another channel after %s',
    (code) => {
      expect(toDeliveryError(code)).toEqual({ code, failure: 'other-channel' });
    },
  );
});
