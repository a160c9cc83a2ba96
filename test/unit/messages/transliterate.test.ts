import { describe, expect, test } from 'vitest';
import { toLatinLetters } from '#shared/messages/format/transliterate.ts';

describe('Devanagari in Latin letters', () => {
  test.each([
    ['रमेश', 'Ramesh'],
    ['सुनीता', 'Sunita'],
    ['मोहन लाल', 'Mohan Lal'],
    ['गीता', 'Gita'],
    ['राजकुमार', 'Rajkumar'],
    ['कमला', 'Kamla'],
    ['मोहम्मद', 'Mohammad'],
    ['प्रयागराज', 'Prayagraj'],
    ['सिद्धार्थ', 'Siddharth'],
    ['चंद्र', 'Chandra'],
    ['संजीवनी अस्पताल', 'Sanjivni Aspatal'],
    ['फ़िरोज़', 'Firoz'],
    ['फ़िरोज़', 'Firoz'],
    ['अंबिका', 'Ambika'],
    ['ज्ञानेंद्र', 'Gyanendra'],
    ['कृष्ण', 'Krishna'],
    ['डॉ. वर्मा', 'Do. Varma'],
    ['लीला (बेड १२)', 'Lila (Bed 12)'],
    ['SRN Hospital', 'SRN Hospital'],
    ['José 🙂', 'José 🙂'],
    ['', ''],
  ])('%s → %s', (hindi, latin) => {
    expect(toLatinLetters(hindi)).toBe(latin);
  });

  test('leaves no Devanagari sign', () => {
    const all = Array.from({ length: 128 }, (_, i) => String.fromCodePoint(0x900 + i));
    for (const sign of all) {
      expect(toLatinLetters(`${sign}क${sign}`)).not.toMatch(/[\u0900-\u097f]/);
      expect(toLatinLetters(sign)).not.toMatch(/[\u0900-\u097f]/);
    }
  });
});
