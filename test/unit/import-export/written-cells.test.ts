import { describe, expect, it } from 'vitest';
import { readDonorCell } from '#test/fixtures/lists-of-people.ts';

describe('a phone in a list', () => {
  it.each([
    '\u202A+91 94156 00711\u202C',
    '\u2068+919415600711\u2069',
    '\u200B9415600711',
    '\uFEFF94156\u200D00711',
    '94156\u201100711',
    '94156\u201300711',
    '94156\u00AD00711',
    '94156.00711',
    '९४१५६००७११',
    '９４１５６００７１１',
    '٩٤١٥٦٠٠٧١١',
    "'9415600711",
    "'+919415600711",
    '9415600711.0',
    '919415600711.00',
    '9.415600711E9',
    '="9415600711"',
    '0919415600711',
    '91919415600711',
    '+91 +91 94156 00711',
    '+91 (0) 94156-00711',
    '+91 094156 00711',
    '+91-0-9415600711',
    '+9109415600711',
    '00919415600711',
    '0091 09415600711',
    'tel:+919415600711',
    'TEL: 094156-00711',
    'Mob. 9415600711',
    'M: 94156 00711',
    'मो. नं. ९४१५६ ००७११',
    '94156 00711 (WhatsApp)',
    '9415600711 / +91 94156 00711',
  ])('is read from %j', (raw) => {
    expect(readDonorCell('phone', raw)).toMatchObject({ phone: '+919415600711' });
  });

  it.each(['9191234567', '91-9191234567', '09191234567'])('keeps its own 91: %j', (raw) => {
    expect(readDonorCell('phone', raw)).toMatchObject({ phone: '+919191234567' });
  });

  it.each([
    ['6280012345', '+916280012345'],
    ['+916280012345', '+916280012345'],
    ['06280-012345', '+916280012345'],
    ['91 62801 23456', '+916280123456'],
    ['६२८००१२३४५', '+916280012345'],
    ['6201234567', '+916201234567'],
    ['60000 12347', '+916000012347'],
  ])('may be of a new series: %j', (raw, phone) => {
    expect(readDonorCell('phone', raw)).toMatchObject({ phone });
  });

  it('is read as a landline with its area code', () => {
    expect(readDonorCell('phone', '(0532) 246-8013')).toMatchObject({ phone: '+915322468013' });
  });

  it.each([
    '9415600723/9415600733',
    '9415600723, 9415600733',
    '94156 00723 or 94156 00733',
    '9415600723 9415600733',
    '9415600723\n9415600733',
    'Mob: 9415600723; Ph: 0532-2468013',
  ])('is refused beside a second one: %j', (raw) => {
    expect(readDonorCell('phone', raw)).toMatch(
      /^phone ".*" is more than one phone number: keep one$/,
    );
  });

  it.each(['94156007', '941560071100', '9.4156E+09', '9415600711 (father)', 'same', '91941560071'])(
    'is refused when it is no whole number of the donor: %j',
    (raw) => {
      expect(readDonorCell('phone', raw)).toMatch(/^phone ".*" (is not|was cut)/);
    },
  );

  it('is shown in a reason without signs that cannot be seen', () => {
    expect(readDonorCell('phone', '\u202A94156\u202C')).toBe('phone "94156" is not a phone number');
  });
});

describe('a blood group in a list', () => {
  it.each([
    ['O Rh+', 'O+'],
    ['O Rh-', 'O-'],
    ['B (Rh +)', 'B+'],
    ['A Rh(D) Positive', 'A+'],
    ['+VE B', 'B+'],
    ['+ve AB', 'AB+'],
    ['-ve O', 'O-'],
    ['Positive A', 'A+'],
    ['+B', 'B+'],
    ['=+B', 'B+'],
    ["'+B", 'B+'],
    ['A B +', 'AB+'],
    ['A B -ve', 'AB-'],
    ['बी पॉजिटिव', 'B+'],
    ['B\u200B+', 'B+'],
    ['Ｂ＋', 'B+'],
  ])('is read from %j', (raw, group) => {
    expect(readDonorCell('group', raw)).toMatchObject({ group });
  });

  it.each(['B', 'A+ / O+', '-B', '=-B', 'A or B+', 'unknown', '+', 'Rh+', 'NA', 'B+-', '+A B-'])(
    'is refused where it is not certain: %j',
    (raw) => {
      expect(readDonorCell('group', raw)).toBe(`group "${raw}" is not a blood group`);
    },
  );
});

describe('a word in a list', () => {
  it.each([
    ['sex', 'पुरुष', { sex: 'man' }],
    ['sex', 'M.', { sex: 'man' }],
    ['sex', ' MALE', { sex: 'man' }],
    ['sex', 'Purush', { sex: 'man' }],
    ['sex', 'स्त्री', { sex: 'woman' }],
    ['sex', 'महिला / Female', { sex: 'woman' }],
    ['sex', 'Male (पुरुष)', { sex: 'man' }],
    ['sex', 'Transgender', { sex: 'other' }],
    ['language', 'हिन्दी', { language: 'hi' }],
    ['language', 'हिंदी', { language: 'hi' }],
    ['language', 'हिन्दी (Hindi)', { language: 'hi' }],
    ['language', 'English, Hindi', { language: 'en' }],
    ['language', 'Hindi', { language: 'hi-Latn' }],
    ['language', 'Hinglish', { language: 'hi-Latn' }],
    ['language', 'HI-LATN', { language: 'hi-Latn' }],
    ['language', 'English', { language: 'en' }],
    ['language', 'अंग्रेज़ी', { language: 'en' }],
    ['pin', '२११००१', { pin: '211001' }],
    ['pin', '211-001', { pin: '211001' }],
    ['pin', '211 001', { pin: '211001' }],
    ['pin', '211001.0', { pin: '211001' }],
    ['pin', "'211001", { pin: '211001' }],
    ['pin', 'PIN: 211\u200B001', { pin: '211001' }],
    ['zone', 'Allahabad', { zone: 'prayagraj' }],
    ['zone', 'allahabad zone', { zone: 'prayagraj' }],
    ['zone', 'Faizabad', { zone: 'lucknow' }],
    ['zone', 'Zone: Prayagraj', { zone: 'prayagraj' }],
    ['zone', 'इलाहाबाद', { zone: 'prayagraj' }],
    ['zone', 'N/A', { zone: undefined }],
    ['weight_kg', '62,5 Kgs', { weightKg: 62.5 }],
    ['weight_kg', '६२', { weightKg: 62 }],
    ['weight_kg', '-', { weightKg: undefined }],
    ['email', 'NIL', { email: undefined }],
    ['email', 'mailto:a@example.org', { email: 'a@example.org' }],
  ] as const)('is read: %s %j', (column, raw, fields) => {
    const row = { phone: '+919415600700', ...withPresent(fields) };
    expect(readDonorCell(column, raw)).toMatchObject(row);
  });

  it.each([
    ['sex', '1'],
    ['sex', 'M/F'],
    ['language', 'Tamil'],
    ['language', 'Hindi, Tamil'],
    ['pin', '21100'],
    ['pin', '2110011'],
    ['zone', 'Mumbai'],
    ['zone', 'near Lucknow'],
    ['name', 'NIL'],
    ['name', '12'],
  ])('is refused when it says something else: %s %j', (column, raw) => {
    expect(readDonorCell(column, raw)).toMatch(new RegExp(`^${column} `));
  });
});

/** A field that is undefined here is absent in the row. */
const withPresent = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
