import { describe, expect, it } from 'vitest';
import { nameCell } from '#functions/import-export/csv-cells.ts';
import { readCsvLines } from '#functions/import-export/csv-lines.ts';
import { donorColumns } from '#functions/import-export/donor-columns.ts';
import { newPerson } from '#shared/people/person.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';

const now = epochMs(1.8e12);
const person = newPerson(phoneNumberSchema.parse('+919415000001'), now);
type RenderContext = Parameters<typeof donorColumns.name.render>[0];
const rendered = (name: string): string =>
  donorColumns.name.render({ person: { ...person, name }, now, language: 'en' } as RenderContext);

describe('a name in an exported list', () => {
  it.each(['=1+1', '+1', '-1', '@SUM', '＝1+1', '＋1', '－1', '＠SUM'])(
    '"%s" starts no formula',
    (name) => {
      expect(rendered(name)).toBe(`'${name}`);
      expect(readCsvLines(rendered(name), () => 1)).toEqual([{ line: 1, cells: [name] }]);
    },
  );
});

describe('an imported name', () => {
  it.each([
    ['Ram\u202eesh', 'Ramesh'],
    ['\u2067Ramesh\u2069', 'Ramesh'],
    ['\u200fRamesh', 'Ramesh'],
  ])('%j does not turn the text after it', (raw, name) => {
    expect(nameCell.parse(raw)).toBe(name);
  });

  it('keeps the joiners of Indian scripts', () => {
    expect(nameCell.parse('शर्\u200dमा')).toBe('शर्\u200dमा');
  });
});
