import { describe, expect, it } from 'vitest';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';
import { parseDonorCsv } from '#functions/import-export/donor-csv.ts';
import { parseVolunteerCsv } from '#functions/import-export/volunteer-csv.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { zoneSchema } from '#shared/places/hospital.ts';
import { placeSchema } from '#shared/places/place.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import rawConfig from '../../../hotline.config.json' with { type: 'json' };

const zone = zoneSchema.parse({
  id: 'prayagraj',
  names: { en: 'Prayagraj', hi: 'प्रयागराज', 'hi-Latn': 'Prayagraj' },
  districts: ['Prayagraj', 'Kaushambi'],
  neighbours: [],
});
const config: HotlineConfig = hotlineConfigSchema.parse({ ...rawConfig, zones: [zone] });
const gazetteer: Gazetteer = {
  zones: [zone],
  zone: (id) => (id === zone.id ? zone : undefined),
  placeOfPin: (pin) =>
    pin === '211001'
      ? placeSchema.parse({ lat: 25.45, lon: 81.83, zone: 'prayagraj', name: 'Prayagraj', pin })
      : undefined,
  find: () => ({}),
  hospitalsNear: () => [],
  hospitalInHindi: () => undefined,
  spokenHospitals: () => [],
};
const now = fromCalendar({ year: 2026, month: 11, day: 23 });
const donors = (text: string) => parseDonorCsv(text, { config, gazetteer, now });
const volunteers = (text: string) => parseVolunteerCsv(text, { config, gazetteer });

const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
const good = '094150 12345,Anita Yadav,b positive,F,1990,211001,hi-Latn,2026-01-31';
const anita = {
  phone: '+919415012345',
  name: 'Anita Yadav',
  group: 'B+',
  sex: 'woman',
  birthYear: 1990,
  pin: '211001',
  language: 'hi-Latn',
  lastDonation: '2026-01-31',
};

/** The reason for which one cell is refused in an otherwise good line. */
const reasonFor = (column: string, value: string): string | undefined => {
  const columns = `${header},weight_kg,email,zone,paused_until`.split(',');
  const cells = [...good.split(','), '', '', '', ''];
  cells[columns.indexOf(column)] = value;
  const { rows, refused } = donors(`${columns.join(',')}\n${cells.join(',')}`);
  expect(rows.length + refused.length).toBe(1);
  return refused[0]?.reason;
};

describe('a donors’ file', () => {
  it('is parsed into the hotline’s own terms', () => {
    expect(donors(`${header}\n${good}\n`)).toEqual({
      rows: [{ line: 2, row: anita }],
      refused: [],
    });
  });

  it('may have a byte order mark, CRLF, blank lines, any column order, any case of names, and more columns', () => {
    const text =
      '\uFEFFPin,"Last Donation",PHONE,Name,Group,Sex,Birth Year,Language,remarks\r\n\r\n' +
      '211 001,2026-01-31,+91-94150-12345,Anita Yadav,B+,f,1990,HI-LATN,"calls, after 6"\r\n,,,,,,,,\r\n';
    expect(donors(text)).toEqual({ rows: [{ line: 3, row: anita }], refused: [] });
  });

  it.each([',', ',,,', ', ,'])('may have empty cells at the end of a line: "%s"', (end) => {
    const text = `phone,name,group,sex,birth_year,pin,language,last_donation\n9415012345,Anita Yadav,B+,F,1990,211001,HINDI,2026-01-31${end}\n`;
    expect(donors(text)).toEqual({ rows: [{ line: 2, row: anita }], refused: [] });
  });

  it('accepts quoted cells with commas, quotes and line breaks, and keeps counting lines', () => {
    const text = `${header}\n9415012345,"Anita ""Ani""\nYadav, Dr",B+,F,1990,211001,hi,\n9415012346,B,Z+,F,1990,211001,hi,`;
    const { rows, refused } = donors(text);
    expect(rows[0]?.row.name).toBe('Anita "Ani" Yadav, Dr');
    expect(refused).toEqual([{ line: 4, reason: 'group "Z+" is not a blood group' }]);
  });

  it('accepts the optional columns', () => {
    const { rows } = donors(
      `${header},weight_kg,email,zone,paused_until\n${good},62.5 kg,a@example.org,Kaushambi,2027-01-01`,
    );
    expect(rows[0]?.row).toEqual({
      ...anita,
      weightKg: 62.5,
      email: 'a@example.org',
      zone: 'prayagraj',
      pausedUntil: '2027-01-01',
    });
  });

  it.each([
    ['phone', '', 'phone is missing'],
    ['phone', '12345', 'phone "12345" is not a phone number'],
    ['phone', '941501234', 'phone "941501234" is not a phone number'],
    ['phone', '9415012345/46', 'phone "9415012345/46" is not a phone number'],
    [
      'phone',
      '9.19415E+11',
      'phone "9.19415E+11" was cut short by the spreadsheet: make its column text',
    ],
    ['phone', '+1 202 555 0123', 'phone "+12025550123" is of none of the countries +91'],
    ['name', '', 'name is missing'],
    ['name', 'x'.repeat(61), 'name is longer than 60 characters'],
    ['group', 'Z+', 'group "Z+" is not a blood group'],
    ['group', 'B', 'group "B" is not a blood group'],
    ['group', '', 'group is missing'],
    ['sex', 'X', 'sex "X" is not F, M or O'],
    ['sex', 'constructor', 'sex "constructor" is not F, M or O'],
    ['birth_year', '85', 'birth_year "85" is not a year like 1990'],
    ['birth_year', '2009', 'birth_year 2009 is under 18'],
    ['birth_year', '1960', 'birth_year 1960 is over 65'],
    ['pin', '999999', 'pin "999999" is not a PIN code we know'],
    ['pin', '2110', 'pin "2110" is not a PIN code we know'],
    ['pin', '', 'pin is missing'],
    ['language', 'fr', 'language "fr" is not en, hi or hi-Latn'],
    ['last_donation', '31/13/2025', 'last_donation "31/13/2025" is not a date like 2026-03-31'],
    ['last_donation', '2026-02-30', 'last_donation "2026-02-30" is not a date like 2026-03-31'],
    ['last_donation', '2026-11-24', 'last_donation is in the future'],
    ['weight_kg', 'heavy', 'weight_kg "heavy" is not a weight in kilograms'],
    ['weight_kg', '5', 'weight_kg "5" is not a weight in kilograms'],
    ['email', 'anita', 'email "anita" is not an e-mail address'],
    ['zone', 'Delhi', 'zone "Delhi" is none of prayagraj'],
    ['paused_until', 'soon', 'paused_until "soon" is not a date like 2026-03-31'],
  ])('refuses %s "%s"', (column, value, reason) => {
    expect(reasonFor(column, value)).toBe(reason);
  });

  it.each([
    ['birth_year', '2008'],
    ['birth_year', '1961'],
    ['last_donation', ''],
    ['last_donation', '2026-11-23'],
    ['language', ''],
    ['group', 'Oh'],
    ['sex', 'o'],
  ])('accepts %s "%s"', (column, value) => {
    expect(reasonFor(column, value)).toBeUndefined();
  });

  it('reports every fault of a line at once', () => {
    const { refused } = donors(`${header}\n12,Anita,Z+,F,1990,211001,hi,`);
    expect(refused[0]?.reason).toBe(
      'phone "12" is not a phone number; group "Z+" is not a blood group',
    );
  });

  it('imports the good lines of a file with broken ones', () => {
    const text = [
      header,
      good,
      '9415012346,"Unclosed,B+,F,1990,211001,hi,',
      '9415012347,Between,B+,M,1990,211001,hi,',
      '9415012347,Ra"vi,B+,M,1990,211001,hi,',
      '9415012348,Kumar, Ravi,B+,M,1990,211001,hi,,x',
      '9415012349,Short,B+,M,1990,211001,hi',
      '9415012345,Anita Singh,B+,F,1990,211001,en,',
    ].join('\n');
    const { rows, refused } = donors(text);
    expect(rows.map(({ line, row }) => [line, row.phone, row.name])).toEqual([
      [2, '+919415012345', 'Anita Yadav'],
      [4, '+919415012347', 'Between'],
      [7, '+919415012349', 'Short'],
      [8, '+919415012345', 'Anita Singh'],
    ]);
    expect(refused).toEqual([
      { line: 3, reason: 'its quotes do not match' },
      { line: 5, reason: 'its quotes do not match' },
      { line: 6, reason: 'it has 10 fields, the header 8' },
    ]);
  });

  it.each([
    ['', 1, 'the file is empty'],
    ['\n\n', 1, 'the file is empty'],
    [
      `phone,name\n${good}`,
      1,
      'the header has no column group, sex, birth_year, pin, language, last_donation',
    ],
    [`${header},phone\n${good}`, 1, 'the header has the column phone twice'],
  ])('refuses the whole file %j', (text, line, reason) => {
    expect(donors(text)).toEqual({ rows: [], refused: [{ line, reason }] });
  });
});

describe('a volunteers’ file', () => {
  const head = 'phone,name,zone,role,language';
  it('is parsed into the hotline’s own terms', () => {
    expect(volunteers(`${head}\n9415012345,Asha,Prayagraj Zone,Verifier,en`)).toEqual({
      rows: [
        {
          line: 2,
          row: {
            phone: '+919415012345',
            name: 'Asha',
            zone: 'prayagraj',
            role: 'verifier',
            language: 'en',
          },
        },
      ],
      refused: [],
    });
  });

  it.each([
    ['9415012345,Asha,,verifier,en', 'zone is missing'],
    ['9415012345,Asha,Mumbai,verifier,en', 'zone "Mumbai" is none of prayagraj'],
    ['9415012345,Asha,prayagraj,boss,en', 'role "boss" is not verifier or coordinator'],
    ['9415012345,Asha,प्रयागराज,,en', 'role "" is not verifier or coordinator'],
  ])('refuses %s', (line, reason) => {
    expect(volunteers(`${head}\n${line}`).refused).toEqual([{ line: 2, reason }]);
  });
});
