import { describe, expect, test } from 'vitest';
import { parseNeededBy } from '#shared/conversation/parse/parse-needed-by.ts';
import { fromCalendar, toCalendar } from '#shared/terms/time.ts';

/** Monday 30 November 2026. */
const monday = (hour: number, minute = 0) =>
  fromCalendar({ year: 2026, month: 11, day: 30, hour, minute });

const neededBy = (text: string, now = monday(11)): string | undefined => {
  const found = parseNeededBy(text, now);
  if (!found) return undefined;
  const { day, month, hour, minute } = toCalendar(found.neededBy);
  return `${day}/${month} ${hour}:${String(minute).padStart(2, '0')}`;
};

describe('an hour without "baje"', () => {
  test.each([
    ['A+ 1 unit SRN parso subah 6 se pehle', '2/12 6:00'],
    ['morning surgery at 10', '1/12 10:00'],
    ['kal subah 10', '1/12 10:00'],
    ['aaj shaam 5 tak', '30/11 17:00'],
    ['कल सुबह 8', '1/12 8:00'],
    ['tomorrow by 6', '1/12 18:00'],
    ['kal raat 9', '1/12 21:00'],
    ['6 se pehle chahiye', '30/11 18:00'],
    ['operation tomorrow at 7, urgent', '1/12 7:00'],
  ])('is read in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));

  test.each([
    ['kal subah 2 unit B+', '1/12 9:00'],
    ['kal subah 2 B+', '1/12 9:00'],
    ['hb at 7, kal chahiye', '1/12 9:00'],
    ['tomorrow at 12 Park Road', '1/12 9:00'],
    ['ward at 4, need tomorrow', '1/12 9:00'],
  ])('is not found in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));
});

describe('an hour in four digits', () => {
  test.each([
    ['surgery fixed 1100 hrs on 15 dec', '15/12 11:00'],
    ['need tomorrow 0730 hours', '1/12 7:30'],
    ['today at 1945hrs', '30/11 19:45'],
    ['kal 0900 hrs chahiye', '1/12 9:00'],
  ])('is read in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));

  test.each(['count 2500, 48 hours admitted', 'paid 1100, hours ago', '2460 hrs'])(
    'is not found in "%s"',
    (text) => expect(neededBy(text)).toBeUndefined(),
  );
});

describe('a day without its month', () => {
  test.each([
    ['surgery postponed, now on 17th same time', '17/12 9:00'],
    ['surgery on 17th 10 am', '17/12 10:00'],
    ['17th ko operation', '17/12 9:00'],
    ['17 ko lagega', '17/12 9:00'],
    ['17 को ऑपरेशन है', '17/12 9:00'],
    ['by 3rd, morning', '3/12 9:00'],
    ['17th', '17/12 9:00'],
  ])('is read in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));

  test.each(['on 3rd floor', 'bed 5 ko aana', 'my 31st time', 'ward number 7 ko', '2nd unit'])(
    'is not found in "%s"',
    (text) => expect(neededBy(text)).toBeUndefined(),
  );
});

describe('an hour that is taken back', () => {
  test.each([
    ['8 baje nahi 10 baje aana', '30/11 22:00'],
    ['kal nahi parso subah 8 baje', '2/12 8:00'],
    ['5 बजे नहीं 7 बजे', '30/11 19:00'],
  ])('gives way in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));
});

describe('a weekday of the next week', () => {
  test.each([
    ['अगले हफ्ते मंगलवार को ऑपरेशन है', '8/12 9:00'],
    ['agle hafte mangalwar subah 8 baje', '8/12 8:00'],
    ['operation next week friday', '11/12 9:00'],
    ['monday next week', '7/12 9:00'],
    ['mangalwar ko', '1/12 9:00'],
  ])('is read in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));
});

describe('a night that is over is no time of the need', () => {
  test.each([
    'accident last night. Need B+ blood 2 units SRN urgent',
    'admitted since yesterday night, need B+ 2 units urgent',
    'previous night operation, B+ 2 units urgent',
  ])('"%s" is needed now', (text) => expect(neededBy(text)).toBe(neededBy('urgent')));
});

describe('a fraction is no date', () => {
  test.each([
    ['Need B+ 2 units SRN today patient Ramesh BP 90/60 Hb 5/12', '30/11 20:00'],
    ['kal chahiye, bp 12/8', '1/12 9:00'],
    ['urgent, SRN hospital, 1/2 units received', '30/11 17:00'],
    ['urgent, 2/3 donors', '30/11 17:00'],
    ['(1/2) Urgent need B+ blood 2 units at SRN hospital', '30/11 17:00'],
    ['(2/2) 211001 today patient Ramesh', '30/11 20:00'],
    ['(1/3) Need O- blood 1 unit at Beli hospital today', '30/11 20:00'],
    ['(3/3) urgent, attendant Salma', '30/11 17:00'],
    ['1/2 Urgent need B+ blood 2 units at SRN hospital', '30/11 17:00'],
    ['2/2 211001 today patient Ramesh attendant Suresh', '30/11 20:00'],
    ['5/12 ko chahiye', '5/12 9:00'],
    ['5/12', '5/12 9:00'],
    ['1/2 ko chahiye B+ 2 unit SRN', '1/2 9:00'],
  ])('in "%s"', (text, wanted) => expect(neededBy(text)).toBe(wanted));
});

describe('a date with an hour', () => {
  test.each([
    ['01-12-2026 10 AM', '1/12 10:00'],
    ['02-12-2026 09 AM', '2/12 9:00'],
    ['01.12.2026 10 baje', '1/12 10:00'],
    ['03/12/2026 4 pm', '3/12 16:00'],
    ['04-12-2026 11 AM', '4/12 11:00'],
    ['Need B+ 2 units SRN hospital on 05.12.2026 3 pm patient Ramesh', '5/12 15:00'],
    ['30-11-2026 18:00', '30/11 18:00'],
  ])('is no phone number: %s', (text, wanted) => expect(neededBy(text)).toBe(wanted));
});

describe('a time said late in the day', () => {
  test.each([
    ['today evening', 23, 5, undefined],
    ['aaj shaam 6 baje', 23, 5, undefined],
    ['urgent, aaj shaam tak', 22, 0, undefined],
    ['आज सुबह 9 बजे', 15, 0, undefined],
    ['today', 23, 20, '1/12 2:20'],
    ['tonight', 22, 30, '1/12 1:30'],
    ['aaj raat 11 baje', 22, 30, '30/11 23:00'],
    ['midnight', 1, 45, '1/12 0:00'],
    ['aaj aadhi raat tak', 20, 0, '1/12 0:00'],
    ['Monday', 1, 45, '30/11 9:00'],
    ['monday ko', 0, 10, '30/11 9:00'],
    ['Monday 6 pm', 13, 0, '30/11 18:00'],
    ['Monday', 13, 0, '7/12 9:00'],
    ['aaj 10 baje', 13, 0, '30/11 22:00'],
    ['kal shaam', 23, 5, '1/12 18:00'],
  ])('"%s" at %i:%i', (text, hour, minute, wanted) =>
    expect(neededBy(text, monday(hour, minute))).toBe(wanted),
  );
});
