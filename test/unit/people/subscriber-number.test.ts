import { expect, it } from 'vitest';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { isSubscriberNumber } from '#shared/terms/subscriber-number.ts';

it.each([
  ['a mobile', '+919415012345', true],
  ['a fixed line in Prayagraj', '+915322460000', true],
  ['a fixed line in Delhi', '+911123456789', true],
  ['a fixed line in Jaipur', '+911412345678', true],
  ['a fixed line in Panipat', '+911802345678', true],
  ['a toll-free number', '+911800123456', false],
  ['a longer toll-free number', '+9118001234567', false],
  ['a shared-cost number', '+911860123456', false],
  ['a premium number', '+911900123456', false],
  ['a company that calls', '+911401234567', false],
  ['a bank that calls', '+911600123456', false],
  ['seven digits', '+911234567', false],
  ['eleven digits', '+9157551234567', false],
  ['a number of another country', '+9779841234567', true],
  ['a short number of another country', '+9771234', false],
])('%s', (_, number, expected) => {
  expect(isSubscriberNumber(phoneNumberSchema.parse(number))).toBe(expected);
});
