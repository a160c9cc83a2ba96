import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  parsePhoneNumber,
  phoneNumberSchema,
  renderPhoneNumber,
} from '#shared/terms/phone-number.ts';
import { indianNumbers } from '#shared/terms/phones/indian-numbers.ts';

test('the numbers of India are written as libphonenumber has them', () => {
  const all = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.min.json');
  const { version, country_calling_codes, countries } = JSON.parse(readFileSync(all, 'utf8'));
  expect(indianNumbers).toEqual({
    version,
    country_calling_codes: { 91: country_calling_codes[91] },
    countries: { IN: countries.IN },
    nonGeographic: {},
  });
});

describe('a number as people write it', () => {
  test.each([
    ['094150 12345', '+919415012345'],
    ['+91-9415012345', '+919415012345'],
    ['0091 94150 12345', '+919415012345'],
    ['0532 2256001', '+915322256001'],
    ['1800 123 4567', '+9118001234567'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['00977 984-1234567', '+9779841234567'],
  ])('%s is %s', (written, number) => {
    expect(parsePhoneNumber(written)).toBe(number);
  });

  test.each(['', '12', '+9198', '0091 98', '+12', '+0 12345678', '+1 415 555 0100 call me'])(
    '%j is none',
    (written) => {
      expect(parsePhoneNumber(written)).toBeUndefined();
    },
  );
});

test.each([
  ['+919415012345', '094150 12345'],
  ['+915320000000', '0532 000 0000'],
  ['+9118001234567', '1800 123 4567'],
  ['+14155550100', '+14155550100'],
])('people dial %s as %s', (number, dialled) => {
  expect(renderPhoneNumber(phoneNumberSchema.parse(number))).toBe(dialled);
});
