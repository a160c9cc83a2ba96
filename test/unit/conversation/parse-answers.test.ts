import { describe, expect, test } from 'vitest';
import { parseBirthYear } from '#shared/conversation/dialogues/parse-birth-year.ts';
import { parseSex } from '#shared/conversation/dialogues/parse-sex.ts';
import { parseDay } from '#shared/conversation/parse/parse-day.ts';
import { parseName } from '#shared/conversation/parse/parse-name.ts';
import { parseNeededBy } from '#shared/conversation/parse/parse-needed-by.ts';
import { parseUnits } from '#shared/conversation/replies/parse-unit-count.ts';
import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { fromCalendar, toCalendar } from '#shared/terms/time.ts';

/** Monday 23 November 2026, 13:00. */
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 13 });

const neededBy = (text: string, at = now): string | undefined => {
  const found = parseNeededBy(text, at);
  if (!found) return undefined;
  const { day, hour, minute } = toCalendar(found.neededBy);
  return `${found.urgency} ${day} ${hour}:${String(minute).padStart(2, '0')}`;
};

describe('parseNeededBy', () => {
  test.each([
    ['urgent', 'critical 23 19:00'],
    ['जान बचाओ', 'critical 23 19:00'],
    ['now', 'critical 23 19:00'],
    ['urgent today', 'critical 23 19:00'],
    ['aaj', 'urgent 23 20:00'],
    ['kal', 'urgent 24 9:00'],
    ['parso', 'planned 25 9:00'],
    ['aaj shaam 6 baje', 'critical 23 18:00'],
    ['kal subah 10 baje', 'urgent 24 10:00'],
    ['urgent 3 din me', 'urgent 26 13:00'],
    ['by 5pm', 'critical 23 17:00'],
    ['10 baje', 'urgent 23 22:00'],
    ['10 am', 'urgent 24 10:00'],
    ['raat 2 baje', 'urgent 24 2:00'],
    ['साढ़े छह बजे', 'critical 23 18:30'],
    ['raat tak', 'urgent 23 21:00'],
    ['in 2 hours', 'critical 23 15:00'],
    ['2 ghante me', 'critical 23 15:00'],
    ['1-2 ghante me', 'critical 23 14:00'],
    ['आधे घंटे में', 'critical 23 13:30'],
    ['25 nov', 'planned 25 9:00'],
    ['27/11 ko', 'planned 27 9:00'],
    ['monday', 'planned 30 9:00'],
    ['tomorrow at the hospital', 'urgent 24 9:00'],
  ])('reads %s as %s', (text, wanted) => expect(neededBy(text)).toBe(wanted));

  test.each([
    'abhi bhi',
    'not urgent',
    '2 din se bharti',
    'kal raat accident hua',
    '45 yrs',
    'good morning',
    'critical care hospital',
    '2/3 unit',
    '12/10',
    'B+',
  ])('finds no time in %s', (text) => expect(neededBy(text)).toBeUndefined());

  test('reads "today" late in the evening as within three hours', () => {
    const late = fromCalendar({ year: 2026, month: 11, day: 23, hour: 22 });
    expect(neededBy('aaj', late)).toBe('urgent 24 1:00');
  });
});

describe('parseDay', () => {
  test.each([
    ['12/10', '2026-10-12'],
    ['25/12', '2025-12-25'],
    ['12-10-2026', '2026-10-12'],
    ['2026-10-12', '2026-10-12'],
    ['12 oct', '2026-10-12'],
    ['12 अक्टूबर', '2026-10-12'],
    ['kal', '2026-11-22'],
    ['कल', '2026-11-22'],
    ['aaj', '2026-11-23'],
    ['3 mahine pehle', '2026-08-23'],
    ['29/2', '2024-02-29'],
  ])('reads %s as %s', (text, day) => expect(parseDay(text, now)).toBe(day));
  test.each(['31/2', '12/10/2027', '12', 'B+', ''])('finds no past day in "%s"', (text) =>
    expect(parseDay(text, now)).toBeUndefined(),
  );
  test('reads three months before 31 May as the end of February', () => {
    const may = fromCalendar({ year: 2026, month: 5, day: 31, hour: 12 });
    expect(parseDay('3 months ago', may)).toBe('2026-02-28');
  });
});

describe('short answers', () => {
  test.each([
    ['2', 2],
    ['do bottle', 2],
    ['दो', 2],
    ['1-2 unit', 2],
    ['units: 3', 3],
    ['2u', 2],
    ['350 ml', 1],
    ['12 unit', 12],
    ['211001', undefined],
    ['9415012345', undefined],
    ['0', undefined],
    ['Hb 5.2', undefined],
  ])('reads the units of %s', (text, units) => expect(parseUnits(text)).toBe(units));

  test.each([
    ['1', 'woman'],
    ['F', 'woman'],
    ['mahila', 'woman'],
    ['औरत', 'woman'],
    ['2', 'man'],
    ['male', 'man'],
    ['पुरुष', 'man'],
    ['3', 'other'],
    ['O', 'other'],
    ['i am male', 'man'],
    ['Amit', undefined],
    ['4', undefined],
  ])('reads the sex of %s', (text, sex) => expect(parseSex(text)).toBe(sex));

  test.each([
    ['1985', 1985],
    ['85', 1985],
    ["'01", 2001],
    ['28', 1998],
    ['28 saal', 1998],
    ['उम्र २८', 1998],
    ['15/8/1990', 1990],
    ['15/8/90', 1990],
    ['2030', undefined],
    ['1800', undefined],
    ['Amit', undefined],
  ])('reads the birth year of %s', (text, year) => expect(parseBirthYear(text, now)).toBe(year));

  test.each([
    ['ramesh', 'Ramesh'],
    ['RAMESH KUMAR', 'Ramesh Kumar'],
    ['mera naam sita hai', 'Sita'],
    ['मरीज का नाम कमला देवी', 'कमला देवी'],
    ['Mr. Vinod Mishra', 'Vinod Mishra'],
    ['Md. Irfan', 'Md Irfan'],
    ['mata prasad', 'Mata Prasad'],
    ['1', undefined],
    ['9415012345', undefined],
    ['B+', undefined],
    ['SRN hospital', undefined],
    ['khoon chahiye', undefined],
  ])('reads the name of %s', (text, name) => expect(parseName(text)).toBe(name));

  test.each([
    'yes correct',
    'yes all ok',
    'bilkul sahi',
    'हाँ सही',
    'हाँ सही है',
    'haan sahi hai',
    'haan ji theek hai',
    'जी हाँ बिल्कुल ठीक है',
    'sab theek hai',
    'ok all correct',
    'yes it is correct',
  ])('takes the agreement "%s" for no name', (text) => expect(parseName(text)).toBeUndefined());

  test.each([
    ['need blood', 'en'],
    ['khoon chahiye', 'hi-Latn'],
    ['2 unit B+ chahiye please', 'hi-Latn'],
    ['खून चाहिए', 'hi'],
    ['B+ चाहिए', 'hi'],
    ['Patient Name: Ramesh / Blood Group: B+ / Contact No: 98', 'en'],
    ['Hospital name SRN, units required 2', 'en'],
    ['Patient: Anwar Ali / Blood Group: O- / Units Required: 3 / Hospital: KGMU, Lucknow', 'en'],
    [
      'BLOOD REQUIREMENT\nName: Kamla Devi\nBlood Group: A+\nUnits: 1\nHospital: BHU Varanasi',
      'en',
    ],
    ['Name of Patient- Imran, Blood Group- AB+, Contact Number- 98', 'en'],
    ['Patient name Ramesh hai, B+ chahiye', 'hi-Latn'],
    ['1', undefined],
    ['STATUS', undefined],
    ['B+ 2 unit SRN', undefined],
  ])('detects the language of %s', (text, language) => expect(detectLanguage(text)).toBe(language));
});
