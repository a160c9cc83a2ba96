import fc from 'fast-check';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { describe, expect, test } from 'vitest';
import { renderReply, toXmlText } from '#functions/carriers/twilio/inbound/sms-twiml.ts';

const twilios = (reply: string): string => {
  const response = new MessagingResponse();
  response.message(toXmlText(reply));
  return response.toString();
};

test('a reply is TwiML just as Twilio’s own builder writes it', () => {
  const sign = fc.oneof(fc.constantFrom(...'&<>"\'\r\n\t;#x]] क्षि'), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1 }), (signs) => {
      const reply = signs.join('');
      if (reply !== '') expect(renderReply(reply)).toBe(twilios(reply));
    }),
    { numRuns: 2000 },
  );
});

test('nothing to say is an empty response', () => {
  const nothing = new MessagingResponse().toString();
  expect(renderReply(null)).toBe(nothing);
  expect(renderReply('')).toBe(nothing);
});

describe('longer than the carrier takes in one message', () => {
  const said = (reply: string): string[] =>
    [...renderReply(reply).matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) => text);

  test('a reply of 1,600 characters is one message', () => {
    expect(said('a'.repeat(1600))).toEqual(['a'.repeat(1600)]);
  });

  test('it is cut at a line’s end, as late as can be', () => {
    const line = 'a'.repeat(700);
    expect(said([line, line, line].join('\n'))).toEqual([`${line}\n${line}`, line]);
    const full = 'a'.repeat(1600);
    expect(said(`${full}\n${line}`)).toEqual([full, line]);
  });

  test('a line that is too long by itself is cut between words, and a word wherever it must', () => {
    const words = `${'word '.repeat(400)}end`;
    expect(said(words).join(' ')).toBe(words);
    expect(said('a'.repeat(1700))).toEqual(['a'.repeat(1600), 'a'.repeat(100)]);
    expect(said(`${'a'.repeat(1599)}🩸b`)).toEqual(['a'.repeat(1599), '🩸b']);
  });

  test('nothing is lost, and every message is taken', () => {
    const sign = fc.constantFrom('a', 'क', '🩸', ' ', '\n', 'x'.repeat(90), 'y'.repeat(1601));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const reply = signs.join('');
        const letters = (texts: string[]): string => texts.join('').replace(/\s/g, '');
        expect(letters(said(reply))).toBe(letters([reply]));
        for (const text of said(reply)) expect(text.length).toBeLessThanOrEqual(1600);
      }),
    );
  });
});
