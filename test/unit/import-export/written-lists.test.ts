import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDonorList } from '#test/fixtures/lists-of-people.ts';

/* Lists that were once read wrongly (test/fixtures/cases), and others of the same kinds. */

const read = (text: string) => {
  const { rows, refused } = readDonorList(text);
  return {
    taken: rows.map(({ line }) => line),
    refused: refused.map(({ line }) => line),
    rows: rows.map(({ row }) => row),
    reasons: refused.map(({ reason }) => reason),
  };
};
const readCase = (name: string) => read(readFileSync(`test/fixtures/cases/${name}.csv`, 'utf8'));

const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
const lineWith = (changes: Record<string, string>, n = 0): string => {
  const cells = {
    phone: `55500108${20 + n}`,
    name: `D${n}`,
    group: 'B+',
    sex: 'M',
    birth_year: '1990',
    pin: '211001',
    language: 'en',
    last_donation: '',
    ...changes,
  };
  return Object.values(cells).join(',');
};

describe('a list of donors', () => {
  it('loses only the lines with dates that cannot be', () => {
    expect(readCase('csv-old-date')).toMatchObject({ taken: [2, 7], refused: [3, 4, 5, 6] });
    const { taken, refused } = readCase('csv-old-date-many');
    expect([taken.length, refused.length]).toEqual([160, 40]);
    expect(refused.every((line, i) => line === 2 + 5 * i)).toBe(true);
    const days = ['01/01/1900', '', '31-12-1969', '12 Oct 2024'];
    const others = days.map((last_donation, n) => lineWith({ last_donation }, n));
    expect(read([header, ...others].join('\n'))).toMatchObject({ taken: [3, 5], refused: [2, 4] });
  });

  it('has dates as people in India write them', () => {
    const october = '2024-10-12';
    expect(readCase('csv-dates').rows.map(({ lastDonation }) => lastDonation)).toEqual([
      ...[october, october, '2024-12-10', october, october, '2024-10-02', october],
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(readCase('csv-dates').reasons).toEqual([
      'last_donation 1985-01-01 cannot be: the donor was born in 1990',
    ]);
    const days = ['५ मार्च २०२५', '5th March, 2025', 'अभी तक नहीं', 'n/a', '45721'];
    const lines = days.map((day, n) => lineWith({ last_donation: `"${day}"` }, n));
    expect(read([header, ...lines].join('\n'))).toMatchObject({
      refused: [],
      rows: [
        { lastDonation: '2025-03-05' },
        { lastDonation: '2025-03-05' },
        { phone: '+915550010822' },
        { phone: '+915550010823' },
        { lastDonation: '2025-03-05' },
      ],
    });
  });

  it('has phones with whatever stands around them', () => {
    const { rows, refused, reasons } = readCase('csv-phones');
    expect(rows.map(({ phone }) => phone)).toEqual(
      [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25].map((n) => `+9194156007${n}`),
    );
    expect([refused, reasons]).toEqual([
      [14],
      ['phone "9415600723/9415600733" is more than one phone number: keep one'],
    ]);
    const others = ['फोन: ९४१५६-००७२६', '(+91)94156 00727', '\u206691 9415600728\u2069'];
    const lines = others.map((phone, n) => lineWith({ phone }, n));
    expect(read([header, ...lines].join('\n')).rows.map(({ phone }) => phone)).toEqual(
      [26, 27, 28].map((n) => `+9194156007${n}`),
    );
  });

  it('keeps the first of two people on one phone', () => {
    const seen = readCase('csv-shared-phone');
    expect(seen).toMatchObject({ taken: [2], refused: [3], rows: [{ name: 'Ravi' }] });
    expect(seen.reasons[0]).toContain('another person (Ravi)');
    const phone = '९४१५६००७२९';
    const lines = [lineWith({ phone, name: 'गीता' }), lineWith({ phone, name: 'Mohan' }, 1)];
    expect(read([header, ...lines].join('\n'))).toMatchObject({ taken: [2], refused: [3] });
    const again = [lineWith({ phone, name: 'Geeta' }), lineWith({ phone, name: 'Geeta' }, 1)];
    expect(read([header, ...again].join('\n')).reasons.join()).not.toContain('another person');
  });

  it('is read whatever stands between the columns, and below a title', () => {
    expect(readCase('csv-semicolon').taken).toEqual([2]);
    expect(readCase('csv-title-row').taken).toEqual([3]);
    const line = lineWith({ name: 'रवि' });
    expect(read(`${header}\n${line}`.replaceAll(',', '\t')).taken).toEqual([2]);
    expect(read(`रक्तदाता सूची २०२६\n\n${header}\n${line}`).taken).toEqual([4]);
    expect(read(`sep=;\n${`${header}\n${line}`.replaceAll(',', ';')}`).taken).toEqual([3]);
  });

  it('has the words of a form in its header and cells', () => {
    expect(readCase('csv-google-form').rows).toMatchObject([
      { name: 'Ravi Kumar', group: 'B+', sex: 'man', birthYear: 1990, lastDonation: '2024-10-12' },
      { name: 'Sita Devi', group: 'O+', sex: 'woman', birthYear: 1992 },
    ]);
    const form = [
      'Timestamp,Full Name,WhatsApp Number,ब्लड ग्रुप,लिंग,Date of Birth,पिन कोड,भाषा,Last donation date',
      '2026-01-05 10:11:12,गीता देवी,94156 00730,ए नेगेटिव,महिला,१५/०८/१९९१,२११००२,हिंदी,कभी नहीं',
      '2026-01-05 10:12:13,Imran,094156-00731,Ab Positive,Male,1 Jan 1988,211 003,English,2024/10/12',
    ].join('\n');
    expect(read(form)).toMatchObject({
      refused: [],
      rows: [
        { name: 'गीता देवी', group: 'A-', sex: 'woman', birthYear: 1991, language: 'hi' },
        { name: 'Imran', group: 'AB+', sex: 'man', birthYear: 1988, lastDonation: '2024-10-12' },
      ],
    });
  });

  it('has sex, language, PIN and group in words', () => {
    const { rows, refused } = readCase('csv-words');
    expect(refused).toEqual([]);
    expect(rows.map(({ sex, pin }) => [sex, pin])).toEqual(Array(7).fill(['man', '211001']));
    expect(rows.map(({ language }) => language).slice(0, 3)).toEqual(['hi', 'hi-Latn', 'en']);
    expect(rows.map(({ group }) => group).slice(5)).toEqual(['O+', 'B+']);
    const others = [
      { sex: 'Gents', language: 'हिंदी', pin: '"211 001"', group: 'ओ पॉजिटिव' },
      { sex: 'स्त्री', language: 'Hinglish', pin: '２１１００１', group: '-ve O' },
    ];
    const lines = others.map((changes, n) => lineWith(changes, n));
    expect(read([header, ...lines].join('\n'))).toMatchObject({
      refused: [],
      rows: [
        { sex: 'man', language: 'hi', pin: '211001', group: 'O+' },
        { sex: 'woman', language: 'hi-Latn', pin: '211001', group: 'O-' },
      ],
    });
  });
});
