import fc from 'fast-check';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { describe, expect, test } from 'vitest';
import { renderReply, toXmlText } from '#functions/carriers/twilio/inbound/sms-twiml.ts';
import { anyText } from '#test/property/any-text.ts';

const twilios = (reply: string): string => {
  const response = new MessagingResponse();
  response.message(toXmlText(reply));
  return response.toString();
};

test('renders a reply exactly as Twilio’s own builder does', () => {
  const sign = fc.oneof(fc.constantFrom(...'&<>"\'\r\n\t;#x]] क्षि'), anyText());
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1 }), (signs) => {
      const reply = signs.join('');
      if (reply !== '') expect(renderReply(reply)).toBe(twilios(reply));
    }),
    { numRuns: 2000 },
  );
});

test('renders no reply as an empty response', () => {
  const nothing = new MessagingResponse().toString();
  expect(renderReply(null)).toBe(nothing);
  expect(renderReply('')).toBe(nothing);
});

describe('a reply longer than one message', () => {
  const said = (reply: string): string[] =>
    [...renderReply(reply).matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) => text);

  test('is not split at 1,600 characters', () => {
    expect(said('a'.repeat(1600))).toEqual(['a'.repeat(1600)]);
  });

  test('is cut at the last line break that fits', () => {
    const line = 'a'.repeat(700);
    expect(said([line, line, line].join('\n'))).toEqual([`${line}\n${line}`, line]);
    const full = 'a'.repeat(1600);
    expect(said(`${full}\n${line}`)).toEqual([full, line]);
  });

  test('is cut between words in a long line, and inside a word that is too long', () => {
    const words = `${'word '.repeat(400)}end`;
    expect(said(words).join(' ')).toBe(words);
    expect(said('a'.repeat(1700))).toEqual(['a'.repeat(1600), 'a'.repeat(100)]);
    expect(said(`${'a'.repeat(1599)}🩸b`)).toEqual(['a'.repeat(1599), '🩸b']);
  });

  test('loses nothing, and no message is too long', () => {
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
