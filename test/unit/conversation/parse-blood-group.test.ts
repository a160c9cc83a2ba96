import { describe, expect, test } from 'vitest';
import { parseBloodGroup } from '#shared/conversation/parse/parse-blood-group.ts';
import { parseComponent } from '#shared/conversation/parse/parse-component.ts';
import { parseExchange } from '#shared/conversation/parse/parse-exchange.ts';

const groupIn = (text: string): string | undefined => {
  const found = parseBloodGroup(text);
  return found?.type === 'found' ? found.group : found && `unclear ${found.abo ?? '?'}`;
};

describe('parseBloodGroup', () => {
  test.each([
    ['B+', 'B+'],
    ['b +ve', 'B+'],
    ['B pos', 'B+'],
    ['b positiv', 'B+'],
    ['Bplus', 'B+'],
    ['B (+)', 'B+'],
    ['B(-ve)', 'B-'],
    ['B – ve', 'B-'],
    ['AB-ve', 'AB-'],
    ['A.B.+ve', 'AB+'],
    ['A1B+', 'AB+'],
    ['A2 negative', 'A-'],
    ['0+', 'O+'],
    ['O -', 'O-'],
    ['B- blood', 'B-'],
    ['B-positive', 'B+'],
    ['B+-2unit', 'B+'],
    ['group :- B+ve', 'B+'],
    ['*B+*ve', 'B+'],
    ['🅱️➕', 'B+'],
    ['Ａ＋', 'A+'],
    ['B Rh positive', 'B+'],
    ['O Rh(D) Negative', 'O-'],
    ['need a B+ donor', 'B+'],
    ['B+9415012345', 'B+'],
    ['बी पॉजिटिव', 'B+'],
    ['ओ नेगेटिव', 'O-'],
    ['ए बी पॉज़िटिव', 'AB+'],
    ['एबी निगेटिव', 'AB-'],
    ['ओ-', 'O-'],
    ['bombay', 'Oh'],
    ['Oh', 'Oh'],
    ['hh', 'Oh'],
    ['बॉम्बे ब्लड ग्रुप', 'Oh'],
    ['बम्बई वाला ब्लड ग्रुप', 'Oh'],
    ['ay pojitiv', 'A+'],
    ['oh positive', 'O+'],
    ['bee negative', 'B-'],
  ])('reads %s as %s', (text, group) => {
    expect(groupIn(text)).toBe(group);
  });

  test.each([
    ['B', 'unclear B'],
    ['b group ka khoon', 'unclear B'],
    ['B ve', 'unclear B'],
    ['B-2 units', 'unclear B'],
    ['group B - 2 units', 'unclear B'],
    ['B+/-', 'unclear B'],
    ['B+ or B-', 'unclear B'],
    ['B positive/negative', 'unclear B'],
    ['B+ negative', 'unclear B'],
    ['B-(+ve)', 'unclear B'],
    ['A B+', 'unclear AB'],
    ['A ya B+', 'unclear ?'],
    ['B+ or O', 'unclear ?'],
    ['A+B+', 'unclear ?'],
    ['B+ patient needs, donor O+ ok', 'unclear ?'],
    ['mera O+ hai, papa ko B+ chahiye', 'unclear ?'],
    ['B +919415012345', 'unclear B'],
  ])('reads %s as %s', (text, unclear) => {
    expect(groupIn(text)).toBe(unclear);
  });

  test.each([
    'a positive person',
    'be positive',
    'oh good',
    'a positive case of dengue',
    'report ab negative aayi',
    'hiv negative',
    'hepatitis b negative',
    'vitamin B+',
    'typhoid O positive',
    'o bhai',
    'ab chahiye',
    'a group of donors',
    'to +919415012345',
    'no +91 94150 12345',
    'A-12 ward',
    'ward B-',
    'ward no B-12',
    'B- ward',
    'plan B',
    'b/o Rekha',
    'O P Singh',
    'A plus hospital',
    'Bombay hospital',
    'Oh god',
    'Hb 5.0+',
    '',
  ])('finds no group in %s', (text) => {
    expect(groupIn(text)).toBeUndefined();
  });

  test('returns where the group stands in the original', () => {
    const text = 'JOIN बी पॉज़िटिव 211001';
    const found = parseBloodGroup(text);
    expect(found && text.slice(found.start, found.end)).toBe('बी पॉज़िटिव');
  });
});

describe('parseComponent and parseExchange', () => {
  test.each([
    ['2 PRBC', 'red-cells'],
    ['packed cell', 'red-cells'],
    ['पैक्ड सेल', 'red-cells'],
    ['1 SDP', 'platelets'],
    ['pletlets', 'platelets'],
    ['प्लेटलेट्स', 'platelets'],
    ['FFP', 'plasma'],
    ['cryo', 'plasma'],
    ['प्लाज़्मा', 'plasma'],
    ['whole blood', 'whole-blood'],
  ])('reads %s as %s', (text, component) => {
    expect(parseComponent(text)).toEqual({ type: 'found', component });
  });

  test.each(['PRBC and platelets', 'blood aur platelets', 'platelet count 15000', 'plt 12k'])(
    'finds %s unclear',
    (text) => expect(parseComponent(text)).toEqual({ type: 'unclear' }),
  );

  test.each(['blood', 'khoon', 'plasma exchange'])('finds no component in %s', (text) =>
    expect(parseComponent(text)).toBeUndefined(),
  );

  test.each(['exchange', 'replacement donor hai', 'badle me denge', 'kisi bhi group ka', 'बदले में'])(
    'reads %s as an exchange',
    (text) => expect(parseExchange(text)).toBe(true),
  );

  test.each([
    'exchange transfusion',
    'knee replacement',
    'plasma exchange',
    'bina exchange ke',
    'exchange nahi hai',
    'paise ke badle',
  ])('does not read %s as an exchange', (text) => expect(parseExchange(text)).toBe(false));
});
