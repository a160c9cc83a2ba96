import { describe, expect, test } from 'vitest';
import { parseOwnTime } from '#shared/conversation/replies/parse-own-time.ts';
import { fromCalendar, toCalendar } from '#shared/terms/time.ts';

/** Monday 23 November 2026, 13:00. */
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 13 });

const ownTime = (text: string, at = now): string | undefined => {
  const found = parseOwnTime(text, at);
  if (found === undefined) return undefined;
  const { day, hour, minute } = toCalendar(found);
  return `${day} ${hour}:${String(minute).padStart(2, '0')}`;
};

describe("a donor's own time", () => {
  test.each([
    ['sham 5 baje', '23 17:00'],
    ['1 ghante me', '23 14:00'],
    ['after duty 8', '23 20:00'],
    ['7 ke baad', '23 19:00'],
    ['haan 5 baje aa jaunga', '23 17:00'],
    ['I will come at 6 pm', '23 18:00'],
    ['coming by 4', '23 16:00'],
    ['will reach in 30 min', '23 13:30'],
    ['5 ya 6 baje aaunga', '23 18:00'],
    ['1-2 ghante me', '23 15:00'],
    ['duty ke baad 8 baje aaunga', '23 20:00'],
    ['sham ko aa jaunga', '23 18:00'],
    ['शाम 5 बजे', '23 17:00'],
    ['1 घंटे में आ रहा हूं', '23 14:00'],
    ['मैं 7 बजे के बाद आऊंगा', '23 19:00'],
    ['kal subah 9 baje', '24 9:00'],
    ['2 hours, coming', '23 15:00'],
    ['yes, 6:30 pm', '23 18:30'],
    ['aadhe ghante me', '23 13:30'],
    ['8 baje ke baad aa sakta hu', '23 20:00'],
    ['reach by 2100 hrs', '23 21:00'],
    ['by 1830 hours', '23 18:30'],
    ['Do bje ki jagah chaar bje aata hu', '23 16:00'],
    ['kal subah saade das pe aata hu', '24 10:30'],
    ['dhai baje tak aa jaunga', '23 14:30'],
    ['आज सोमवार है, ढाई बजे तक पहुँच जाऊँगा', '23 14:30'],
    ['Will reach by quarter past six', '23 18:15'],
    ['coming at half past 5', '23 17:30'],
    ['I will come at quarter to seven in the evening', '23 18:45'],
  ])('reads "%s" as %s', (text, wanted) => expect(ownTime(text)).toBe(wanted));

  test.each([
    '5 baje nahi aa paunga',
    'kya 5 baje aa sakta hu?',
    'duty 8 baje tak hai',
    'busy till 5',
    'shayad 5 baje',
    'agar chhutti mili to 5 baje',
    'mera bhai 5 baje aayega',
    '2 din baad',
    'kal 5 baje diya tha',
    'parso 5 baje',
    'O+ 2 unit 5 baje chahiye',
    '5',
    'aa raha hu',
    '5 unit',
    'patient 5 baje operation hai',
    '3 mahine baad',
  ])('finds none in "%s"', (text) => expect(ownTime(text)).toBeUndefined());

  test('does not read an hour that has just passed as one of the night', () => {
    const late = fromCalendar({ year: 2026, month: 11, day: 23, hour: 17, minute: 5 });
    expect(ownTime('5 baje', late)).toBeUndefined();
    expect(ownTime('sham 5 baje', late)).toBeUndefined();
    expect(ownTime('raat 9 baje', late)).toBe('23 21:00');
  });
});
