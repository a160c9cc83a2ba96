import fc from 'fast-check';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { expect, test } from 'vitest';
import { renderReply } from '#functions/edge/twiml.ts';
import { xmlText } from '#functions/edge/xml-text.ts';

const twilios = (reply: string): string => {
  const response = new MessagingResponse();
  response.message(xmlText(reply));
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
