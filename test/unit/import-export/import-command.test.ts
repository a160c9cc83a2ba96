import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importDonors } from '#infra/local/commands/import.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { createWorld, type World } from '#test/world/world.ts';

/* Lists through `hotline import donors`: what it says, and what is stored. */

const dir = mkdtempSync(join(tmpdir(), 'hotline-import-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (contents: string | Buffer): string => {
  const path = join(dir, 'donors.csv');
  writeFileSync(path, contents);
  return path;
};

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: fromCalendar({ year: 2026, month: 11, day: 29, hour: 23 }) });
});

const imports = async (path: string) => {
  const out: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), note: () => {} };
  const exit = await importDonors.run({
    services: world.services,
    terminal,
    args: [path],
    options: {},
  });
  return { exit, out };
};
const storedDonors = async () => {
  const donors = [];
  for await (const { phone, name, donor } of world.store.everyone())
    if (donor) donors.push(`${name} ${phone}`);
  return donors.sort();
};

const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
const ravi = '9415600910,Ravi,B+,M,1990,211001,en,';
const sita = '9415600911,सीता,O+,F,1992,211001,hi,12/10/2024';
const both = ['Ravi +919415600910', 'सीता +919415600911'];

describe('a list that was once read wrongly', () => {
  it.each([
    ['csv-dates', 11, [13]],
    ['csv-google-form', 2, []],
    ['csv-old-date', 2, [3, 4, 5, 6]],
    ['csv-old-date-many', 160, Array.from({ length: 40 }, (_, i) => 2 + 5 * i)],
    ['csv-phones', 14, [14]],
    ['csv-semicolon', 1, []],
    ['csv-shared-phone', 1, [3]],
    ['csv-title-row', 1, []],
    ['csv-words', 7, []],
  ])('%s adds %i donors, and the second time updates them', async (name, good, refused) => {
    const path = `test/fixtures/cases/${name}.csv`;
    const { exit, out } = await imports(path);
    expect(out[0]).toBe(`added ${good}, updated 0, refused ${refused.length}`);
    expect(out.slice(1).map((line) => /^line (\d+): ./.exec(line)?.[1])).toEqual(
      refused.map(String),
    );
    expect(exit).toBe(0);
    const stored = await storedDonors();
    expect(stored).toHaveLength(good);
    const again = await imports(path);
    expect(again.out).toEqual([
      `added 0, updated ${good}, refused ${refused.length}`,
      ...out.slice(1),
    ]);
    expect(await storedDonors()).toEqual(stored);
  });
});

describe('a row of totals at the end', () => {
  it.each([
    ['Total,2,,,,,,', 'phone "Total" is not a phone number'],
    ['कुल,2,,,,,,', 'phone "कुल" is not a phone number'],
    ['Grand Total,,2,,,,,', 'phone "Grand Total" is not a phone number'],
    ['कुल योग,,,,,,,2', 'phone "कुल योग" is not a phone number'],
    [',Total: 2,,,,,,', 'phone is missing'],
    ['Total donors = 2', 'phone "Total donors = 2" is not a phone number'],
    ['2', 'phone "2" is not a phone number'],
  ])('is refused with its line, and the others are taken: %s', async (total, reason) => {
    const { exit, out } = await imports(file([header, ravi, sita, total].join('\n')));
    expect(out).toEqual([
      'added 2, updated 0, refused 1',
      expect.stringMatching(new RegExp(`^line 4: ${reason}`)),
    ]);
    expect(exit).toBe(0);
    expect(await storedDonors()).toEqual(both);
  });
});

describe('a file in Windows-1252', () => {
  /** Text whose signs beyond ASCII are single bytes of that code page. */
  const bytes = (text: string): Buffer => Buffer.from(`${header}\r\n${text}\r\n`, 'latin1');

  it.each([
    ['a letter with an accent', '9415600912,Ren\xe9e,B+,F,1990,211001,en,'],
    ['quotation marks', '9415600912,Asha \x93Ani\x94,B+,F,1990,211001,en,'],
    ['a dash in a phone', '94156\x9600912,Asha,B+,F,1990,211001,en,'],
    ['a space that does not break', '9415600912,Asha\xa0Devi,B+,F,1990,211001,en,'],
    ['an apostrophe after good lines', `${ravi}\r\n9415600912,D\x92Souza,B+,F,1990,211001,en,`],
  ])('is refused with what to do, and nothing is stored: %s', async (_, line) => {
    await expect(imports(file(bytes(line)))).rejects.toThrow(
      'donors.csv is not UTF-8: save it as "CSV UTF-8"',
    );
    expect(await storedDonors()).toEqual([]);
  });

  it('is read when it has only what UTF-8 has too', async () => {
    expect((await imports(file(bytes(ravi)))).out).toEqual(['added 1, updated 0, refused 0']);
    expect(await storedDonors()).toEqual(both.slice(0, 1));
  });
});

describe('a file in UTF-16', () => {
  const list = `\uFEFF${header}\r\n${ravi}\r\n${sita}\r\n`;
  const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['with its low bytes first', Buffer.from(list, 'utf16le')],
    ['with its high bytes first', bigEndian(list)],
    ['without its mark', Buffer.from(list.slice(1), 'utf16le')],
    ['without its mark, high bytes first', bigEndian(list.slice(1))],
    ['of one donor in Latin letters', Buffer.from(`\uFEFF${header}\n${ravi}`, 'utf16le')],
    ['between tabs, as "Unicode text"', bigEndian(list.replaceAll(',', '\t'))],
  ])('is refused with what to do, and nothing is stored: %s', async (_, bytes) => {
    await expect(imports(file(bytes))).rejects.toThrow(
      'donors.csv is not UTF-8: save it as "CSV UTF-8"',
    );
    expect(await storedDonors()).toEqual([]);
  });
});

describe('a list whose lines end in CR alone', () => {
  it.each([
    ['CR', [header, ravi, sita].join('\r')],
    ['CR, the last one too', [header, ravi, sita, ''].join('\r')],
    ['CR after a byte order mark', `\uFEFF${[header, ravi, sita].join('\r')}`],
    ['CR, with tabs between cells', [header, ravi, sita].join('\r').replaceAll(',', '\t')],
    ['CR, below a title', ['रक्तदाता सूची', '', header, ravi, sita].join('\r')],
  ])('is read: %s', async (_, text) => {
    expect(await imports(file(text))).toEqual({
      exit: 0,
      out: ['added 2, updated 0, refused 0'],
    });
    expect(await storedDonors()).toEqual(both);
  });

  it('has its lines counted', async () => {
    const { out } = await imports(
      file([header, ravi, '9415600913,Om,Z+,M,1990,211001,hi,', sita].join('\r')),
    );
    expect(out).toEqual([
      'added 2, updated 0, refused 1',
      'line 3: group "Z+" is not a blood group',
    ]);
    expect(await storedDonors()).toEqual(both);
  });
});

describe('a landline in a list', () => {
  it.each([
    ['011-26588500', '+911126588500'],
    ['(011) 2658 8500', '+911126588500'],
    ['+91-11-26588500', '+911126588500'],
    ['०११-२६५८८५००', '+911126588500'],
    ['0532-2256507', '+915322256507'],
    ['0522 2257540', '+915222257540'],
  ])('is taken: %s', async (written, number) => {
    const { out } = await imports(
      file([header, ravi, `${written},Asha,O+,F,1990,211001,hi,`].join('\n')),
    );
    expect(out).toEqual(['added 2, updated 0, refused 0']);
    expect(await storedDonors()).toEqual([`Asha ${number}`, both[0]]);
  });
});
