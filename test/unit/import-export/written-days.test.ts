import { describe, expect, it } from 'vitest';
import { readDonorCell, readDonorList } from '#test/fixtures/lists-of-people.ts';

describe('a day in a list', () => {
  it.each([
    ['12/10/2024', '2024-10-12'],
    ['12-10-2024', '2024-10-12'],
    ['12.10.2024', '2024-10-12'],
    ['12 10 2024', '2024-10-12'],
    ['12\u201110\u20112024', '2024-10-12'],
    ['12/10/24', '2024-10-12'],
    ['1/2/99', '1999-02-01'],
    ["'12/10/2024", '2024-10-12'],
    ['१२/१०/२०२४', '2024-10-12'],
    ['2024/10/12', '2024-10-12'],
    ['2024-10-12 00:00:00', '2024-10-12'],
    ['2024-10-12T09:30', '2024-10-12'],
    ['2024-10-11T18:30:00.000Z', '2024-10-12'],
    ['2024-10-12T00:00:00+05:30', '2024-10-12'],
    ['12/10/2024 10:30 AM', '2024-10-12'],
    ['12-10-2024 10 AM', '2024-10-12'],
    ['12.10.2024, 18.30 hrs', '2024-10-12'],
    ['10-Dec-24', '2024-12-10'],
    ['10-Dec-1999', '1999-12-10'],
    ['10th December 2024', '2024-12-10'],
    ['December 10, 2024', '2024-12-10'],
    ['Tue, 10 Dec 2024', '2024-12-10'],
    ['10 दिसंबर 2024', '2024-12-10'],
    ['2024-Dec-10', '2024-12-10'],
    ["10 Dec '24", '2024-12-10'],
    ['45567', '2024-10-02'],
    ['45567.75', '2024-10-02'],
    ['36526', '2000-01-01'],
    ['20241012', '2024-10-12'],
    ['12102024', '2024-10-12'],
    ['29/02/2024', '2024-02-29'],
  ])('is read day first: %j', (raw, lastDonation) => {
    expect(readDonorCell('last_donation', raw)).toMatchObject({ lastDonation });
  });

  it.each([
    '',
    'NIL',
    'nil.',
    'NA',
    'N/A',
    '#N/A',
    'n.a.',
    '-',
    '--',
    '—',
    'Never',
    'None',
    'कभी नहीं',
    'Not yet',
    'first time',
  ])('is left out for a donor who never gave: %j', (raw) => {
    const row = readDonorCell('last_donation', raw);
    expect(row).toMatchObject({ phone: '+919415600700' });
    expect(row).not.toHaveProperty('lastDonation');
  });

  it.each([
    '10/25/2024',
    '31/04/2024',
    '29/02/2025',
    '2024',
    'Oct 2024',
    '12/10',
    'Oct-24',
    'last year',
    'unknown',
    '0',
    '00/00/0000',
    '12/10/024',
    'yes',
    '12/10/2024 or 12/11/2024',
  ])('is refused where it is not a whole day: %j', (raw) => {
    expect(readDonorCell('last_donation', raw)).toBe(
      `last_donation "${raw}" is not a date like 2026-03-31`,
    );
  });

  it.each([
    ['last_donation', '1899-12-30', 'last_donation 1899-12-30 is before 1971'],
    ['last_donation', '10/05/1920', 'last_donation 1920-05-10 is before 1971'],
    ['last_donation', '1970-01-01', 'last_donation 1970-01-01 is before 1971'],
    ['paused_until', '1899-12-30', 'paused_until 1899-12-30 is before 1971'],
    ['paused_until', '20000', 'paused_until 1954-10-03 is before 1971'],
    [
      'last_donation',
      '1985-01-01',
      'last_donation 1985-01-01 cannot be: the donor was born in 1990',
    ],
    ['last_donation', '5-May-90', 'last_donation 1990-05-05 cannot be: the donor was born in 1990'],
    ['last_donation', '30/11/2026', 'last_donation is in the future'],
    ['last_donation', '46400', 'last_donation is in the future'],
  ])('is refused where it cannot be: %s %j', (column, raw, reason) => {
    expect(readDonorCell(column, raw)).toBe(reason);
  });

  it.each([
    ['15/08/1990', 1990],
    ['10-Dec-92', 1992],
    ['33100', 1990],
    ['1990.0', 1990],
    ['१९९०', 1990],
    ['1962-05-10', 1962],
    ['31-12-08', 2008],
  ])('is read as a day of birth: %j', (raw, birthYear) => {
    expect(readDonorCell('birth_year', raw)).toMatchObject({ birthYear });
  });
});

describe('a column of days', () => {
  const list = (...days: string[]): string =>
    [
      'phone,name,group,sex,birth_year,pin,language,last_donation',
      ...days.map((day, i) => `94156007${10 + i},Asha,B+,F,1990,211001,en,${day}`),
    ].join('\n');
  const reasons = (...days: string[]) =>
    readDonorList(list(...days)).refused.map(({ line, reason }) => [line, reason]);

  it('is doubtful when a date can only have the month first', () => {
    expect(reasons('03/10/2024', '10/25/2024', '10/10/2024', '10-Dec-24')).toEqual([
      [
        2,
        'last_donation "03/10/2024" may have the month first, as line 3 does: write it like 2026-03-31',
      ],
      [3, 'last_donation "10/25/2024" is not a date like 2026-03-31'],
    ]);
  });

  it('is day first when another date can only be so', () => {
    expect(reasons('03/10/2024', '10/25/2024', '25/10/2024').map(([line]) => line)).toEqual([3]);
  });

  it('loses only the lines whose date cannot be', () => {
    const many = Array.from({ length: 80 }, (_, i) => (i % 5 === 0 ? '1899-12-30' : ''));
    const { rows, refused } = readDonorList(list(...many));
    expect([rows.length, refused.length]).toEqual([64, 16]);
    expect(refused.slice(0, 3).map(({ line }) => line)).toEqual([2, 7, 12]);
  });
});
