import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importRows } from '#infra/local/tables/import-rows.ts';
import { readTableFile, TableFileError } from '#infra/local/tables/read-table-file.ts';
import { readDonorList, readVolunteerList } from '#test/fixtures/lists-of-people.ts';
import { createWorkbook } from '#test/fixtures/workbook.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-lists-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, contents: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, contents);
  return path;
};

const names = [
  'Mobile No.',
  'Name',
  'Blood Group',
  'Gender',
  'DOB',
  'PIN',
  'Language',
  'Last Donated',
];

describe('a workbook', () => {
  it('is read by its first sheet, its dates as days, its rows as the spreadsheet numbers them', async () => {
    const path = file(
      'donors.xlsx',
      createWorkbook(
        [
          ['Donor list 2026'],
          [],
          names,
          [
            9415600801,
            'Ravi Kumar',
            'B +ve',
            'Male',
            { dayNumber: 33100 },
            211001,
            'English',
            { dayNumber: 45567 },
          ],
          ['94156 00802', 'सीता & "Devi"', 'O Rh+', 'महिला', 1992, '211 002', 'हिन्दी', 'NIL'],
          [],
          [9415600803, 'Zero', 'A+', 'M', 1990, 211001, 'en', { dayNumber: 0 }],
          [919415600804, 'Noon', 'A-', 'F', 1990.0, 211001, '', { dayNumber: 45567.5 }],
        ],
        [['another sheet']],
      ),
    );
    const { rows, refused } = readDonorList(await readTableFile(path));
    expect(
      rows.map(({ line, row }) => [line, row.phone, row.name, row.birthYear, row.lastDonation]),
    ).toEqual([
      [4, '+919415600801', 'Ravi Kumar', 1990, '2024-10-02'],
      [5, '+919415600802', 'सीता & "Devi"', 1992, undefined],
      [8, '+919415600804', 'Noon', 1990, '2024-10-02'],
    ]);
    expect(refused).toEqual([{ line: 7, reason: 'last_donation 1899-12-30 is before 1971' }]);
  });

  it('may be a volunteers’ list, whatever the file is called', async () => {
    const path = file(
      'volunteers.csv',
      createWorkbook([
        ['phone', 'name', 'zone', 'role', 'language'],
        [9415600810, 'Asha', 'Allahabad', 'Verifier', 'hi'],
      ]),
    );
    const { rows } = readVolunteerList(await readTableFile(path));
    expect(rows.map(({ row }) => [row.phone, row.zone])).toEqual([['+919415600810', 'prayagraj']]);
  });

  it('says so when it is empty', async () => {
    const path = file('empty.xlsx', createWorkbook([]));
    expect(readDonorList(await readTableFile(path)).refused).toEqual([
      { line: 1, reason: 'the file is empty' },
    ]);
  });

  it.each([
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is an old Excel file'],
    ['torn.xlsx', createWorkbook([names]).subarray(0, 300), 'is not an .xlsx that can be read'],
  ])('is refused in one sentence: %s', async (name, bytes, reason) => {
    await expect(readTableFile(file(name, bytes))).rejects.toThrow(TableFileError);
    await expect(readTableFile(file(name, bytes))).rejects.toThrow(reason);
  });
});

describe('rows to import', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ line: i + 2, row: { phone: `+9194156${i}` } }));

  it('are imported although one of them cannot be stored', async () => {
    const counts = await importRows({ rows: rows(40), refused: [] }, async ({ phone }) => {
      if (phone === '+91941567') throw new Error('too\n  small');
      return 'added';
    });
    expect(counts).toEqual({
      added: 39,
      updated: 0,
      refused: [],
      failed: [{ line: 9, reason: 'could not be stored (too small)' }],
    });
  });

  it('are not all tried when the database is away', async () => {
    let tries = 0;
    const { added, failed } = await importRows({ rows: rows(500), refused: [] }, async () => {
      tries += 1;
      throw new Error('no answer');
    });
    expect(added).toBe(0);
    expect(failed).toHaveLength(500);
    expect(tries).toBeLessThan(30);
    expect(failed.at(-1)).toEqual({
      line: 501,
      reason: 'was not tried: too many lines before it failed',
    });
  });
});
