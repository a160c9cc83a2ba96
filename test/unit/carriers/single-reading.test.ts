import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasSingleReading } from '#functions/carriers/twilio/inbound/single-reading.ts';
import { parseSmsForm } from '#functions/carriers/twilio/inbound/sms-form.ts';
import type { Form } from '#functions/ports/webhooks.ts';
import { messageSid } from '../../fixtures/message-sid.ts';

const url = 'https://hotline.example.org/twilio/sms';
const other = 'f'.repeat(32);
const attacker = '+919415000002';
const victim = '+919415000001';

type Fields = Record<string, string>;

/** A text as Twilio posts it; by WhatsApp it has no place, and a location has a label that the sender writes. */
const textBy = (channel: 'sms' | 'whatsapp', Body: string, written = ''): Fields => ({
  AccountSid: `AC${'0'.repeat(32)}`,
  ApiVersion: '2010-04-01',
  Body,
  ...(channel === 'sms'
    ? { From: attacker, FromCity: '', FromCountry: 'IN', FromState: 'UP', FromZip: '' }
    : { From: `whatsapp:${attacker}`, Label: written, ProfileName: written, WaId: '91' }),
  MessageSid: messageSid('1'),
  NumMedia: '0',
  SmsMessageSid: messageSid('1'),
  SmsSid: messageSid('1'),
  SmsStatus: 'received',
  To: '+915320000000',
});

describe('a form', () => {
  test.each<[string, Fields]>([
    ['of a text', {}],
    ['by WhatsApp', { From: `whatsapp:${attacker}`, To: 'whatsapp:+915320000000' }],
    ['from a short code', { From: '57575' }],
    ['from a name', { From: 'VM-HDFCBK' }],
    ['with a text that names a number', { Body: `call From${victim}` }],
    ['with a text that speaks of fields', { Body: 'From SRN, MessageSid, To +91, FromCity' }],
    ['with a field of tomorrow', { NewField: 'x', AnotherFrom: 'web', XMessageState: '1' }],
    ['with another id of tomorrow', { PreviousMessageSid: `SM${other}`, BundleSid: `BU${other}` }],
    ['with the caller of a forwarded call', { ForwardedFrom: victim }],
    [
      'with the call that it belongs to',
      { CallSid: `CA${other}`, ParentCallSid: `CA${'1'.repeat(32)}` },
    ],
  ])('%s has a single reading', (_, more) => {
    const fields = { ...textBy('sms', 'hello'), ...more };
    expect(hasSingleReading(url, fields)).toBe(true);
  });

  test.each<[string, string, Form]>([
    ['another sender', url, { Zip: `From${victim}FromCity` }],
    ['another message', url, { Zip: `MessageSidSM${other}` }],
    ['another account', `${url}?m=1AccountSidAC${other}`, {}],
    ['another call', url, { Zip: `CallSidCA${other}` }],
    ['two ids of one text', url, { SmsMessageSid: `SM${other}` }],
    ['a sender in a field of the name of another', url, { GFrom: victim }],
  ])('that names %s has several', (_, signedUrl, more) => {
    expect(hasSingleReading(signedUrl, { ...textBy('sms', 'hello'), ...more })).toBe(false);
  });
});

/** What an attacker writes into a text. */
const written = fc
  .array(
    fc.constantFrom(
      ...['OFF', 'From', victim, `whatsapp:${victim}`, 'MessageSid', `SM${other}`, 'NumMedia', '0'],
      ...[
        'FromA',
        'FromCity',
        'G',
        'Zip',
        'SmsMessageSid',
        'AccountSid',
        `AC${other}`,
        'Forwarded',
      ],
      ...['FromCountryIN', 'Label', 'ToZip', 'x', ' '],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** Names that begin at this place in the signed string. */
const namesAt = (signed: string, at: number): string[] => {
  const letters = /^[A-Z][A-Za-z]{0,24}/.exec(signed.slice(at))?.[0] ?? '';
  return [...letters].map((_, i) => letters.slice(0, i + 1));
};

/** The forms with another From and MessageSid that the signed string can be cut into. */
const cutAgain = function* (signed: string): Generator<Form> {
  const body = signed.indexOf('Body');
  for (const from of signed.matchAll(/From((?:whatsapp:)?\+\d{10,})/g)) {
    const fromEnd = from.index + from[0].length;
    for (const id of signed.matchAll(/MessageSid(SM[\da-f]{32})/g)) {
      const idEnd = id.index + id[0].length;
      if (from.index < body || id.index < fromEnd) continue;
      const gaps = id.index === fromEnd ? [''] : namesAt(signed, fromEnd);
      for (const gap of gaps.filter(
        (name) => name === '' || (name > 'From' && name < 'MessageSid'),
      ))
        for (const end of namesAt(signed, idEnd).filter((name) => name > 'MessageSid'))
          yield {
            AccountSid: signed.slice('AccountSid'.length, 'AccountSid'.length + 34),
            ApiVersion: '2010-04-01',
            Body: signed.slice(body + 'Body'.length, from.index),
            From: from[1] ?? '',
            ...(gap !== '' && { [gap]: signed.slice(fromEnd + gap.length, id.index) }),
            MessageSid: id[1] ?? '',
            [end]: signed.slice(idEnd + end.length),
          };
    }
  }
};

it('lets no signed text be cut into a text of another sender', () => {
  let forged = 0;
  void fc.assert(
    fc.property(
      fc.constantFrom('sms' as const, 'whatsapp' as const),
      written,
      written,
      (channel, body, label) => {
        const genuine = textBy(channel, body, label);
        const signed = Object.keys(genuine)
          .sort()
          .map((name) => name + genuine[name])
          .join('');
        for (const form of cutAgain(signed)) {
          const read = parseSmsForm(form);
          if (read.type !== 'text' || read.incoming.from === attacker) continue;
          forged += 1;
          expect(hasSingleReading(url, form)).toBe(false);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(forged).toBeGreaterThan(100);
});
