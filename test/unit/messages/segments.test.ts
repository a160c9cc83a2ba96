import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, test } from 'vitest';
import { segmentsOf } from '#shared/messages/segments.ts';

/** Twilio's own library is the reference. */
const byLibrary = (text: string) => {
  const { encodingName, segmentsCount, numberOfCharacters } = new SegmentedMessage(text);
  const isGsm = encodingName === 'GSM-7';
  return {
    encoding: encodingName,
    segments: segmentsCount,
    characters: isGsm ? numberOfCharacters : text.length,
  };
};

const between = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const devanagari = between(0x0900, 0x097f);
const latin = between(0x20, 0x7e);

test('each sign counts as in the reference, alone and after a letter', () => {
  const signs = [...between(0, 0x3ff), ...devanagari, ...between(0x2000, 0x20ff)];
  const different = signs
    .flatMap((sign) => [sign, `क${sign}`])
    .filter((text) => JSON.stringify(segmentsOf(text)) !== JSON.stringify(byLibrary(text)));
  expect(different).toEqual([]);
});

test.each([
  ['Latin letters', latin],
  ['letters of GSM-7', [...latin, ...'€[]{}~^|\\\fäñΩ\n']],
  ['Devanagari', [...devanagari, ' ', '1', '\n', '\r\n', '\u200d', '\u200c', '₹', '–', '’']],
  ['Devanagari whose clusters end at a border', ['क', 'क्', 'ि', 'क्षि', 'श्री']],
  ['emoji and other scripts', ['a', 'क', '🩸', '👩‍⚕️', 'அ', 'கி', '한', '🇮🇳', 'é']],
])('any text of %s counts as in the reference', (_, pieces) => {
  const text = fc
    .array(fc.constantFrom(...pieces), { minLength: 40, maxLength: 330 })
    .map((some) => some.join(''));
  void fc.assert(
    fc.property(text, (one) => {
      expect(segmentsOf(one)).toEqual(byLibrary(one));
    }),
    { numRuns: 60 },
  );
});

test('a text at the border of a segment counts as in the reference', () => {
  for (const n of [69, 70, 71, 133, 134, 135, 152, 153, 154, 159, 160, 161, 305, 306, 307])
    for (const text of ['a', 'क', '€'].flatMap((one) => [one.repeat(n), `${one.repeat(n - 1)}[`]))
      expect(segmentsOf(text), `${n}`).toEqual(byLibrary(text));
});

test('a cluster that a border would cut stays whole and may cost a segment', () => {
  const text = `${'क'.repeat(66)}कि${'क'.repeat(66)}`;
  expect(text).toHaveLength(2 * 67);
  expect(segmentsOf(text)).toEqual({ encoding: 'UCS-2', segments: 3, characters: 134 });
  expect(segmentsOf(text)).toEqual(byLibrary(text));
});
