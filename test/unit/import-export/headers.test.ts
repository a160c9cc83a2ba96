import { describe, expect, it } from 'vitest';
import { readDonorList, readVolunteerList } from '#test/fixtures/lists-of-people.ts';

const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
const ravi = '5550010701,Ravi,B+,M,1990,211001,en,';
const raviRow = {
  phone: '+915550010701',
  name: 'Ravi',
  group: 'B+',
  sex: 'man',
  birthYear: 1990,
  pin: '211001',
  language: 'en',
};

describe('the columns of a list', () => {
  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('may have %s between them', (_, delimiter) => {
    const text = `${header}\n${ravi}`.replaceAll(',', delimiter);
    expect(readDonorList(text)).toEqual({ rows: [{ line: 2, row: raviRow }], refused: [] });
  });

  it.each([
    ['sep=,', ','],
    ['sep=;', ';'],
    ['"sep=|"', '|'],
    ['SEP=^', '^'],
  ])('have what the line %s says between them', (line, delimiter) => {
    const text = `\uFEFF${line}\r\n${`${header}\r\n${ravi}`.replaceAll(',', delimiter)}`;
    expect(readDonorList(text)).toEqual({ rows: [{ line: 3, row: raviRow }], refused: [] });
  });

  it('keep commas inside cells where semicolons stand between them', () => {
    const text = `${header};remarks\n${ravi};calls, after 6`.replace(/,(?! )/g, ';');
    expect(readDonorList(text).rows).toHaveLength(1);
  });

  it.each([
    '"Phone "," Name",GROUP,Sex,Birth-Year,Pin,language,"Last  Donation"',
    'Mobile No.,Name,Blood Group,Gender,DOB,Pincode,Language,Last Donated',
    'Your Mobile Number *,Full Name,What is your blood group?,Gender (M/F),Date of Birth (DD/MM/YYYY),PIN Code,Preferred Language,When did you last donate blood?',
    'मोबाइल नंबर,नाम,रक्त समूह,लिंग,जन्म तिथि,पिन कोड,भाषा,अंतिम रक्तदान',
    'Contact No / मोबाइल,Name of the Donor,ब्लड ग्रुप (Blood Group),SEX,D.O.B.,Postal Code,Lang,Date of last donation',
  ])('may be named %s', (names) => {
    expect(readDonorList(`${names}\n${ravi}`)).toEqual({
      rows: [{ line: 2, row: raviRow }],
      refused: [],
    });
  });

  it('may be called otherwise twice: the better name counts', () => {
    const { rows } = readDonorList(`WhatsApp No,${header}\n9415600799,${ravi}`);
    expect(rows[0]?.row.phone).toBe('+915550010701');
  });

  it('are refused when two have the same name', () => {
    const { refused } = readDonorList(
      `Mobile No,${header.replace('phone', 'Mobile No.')}\n1,${ravi}`,
    );
    expect(refused).toEqual([{ line: 1, reason: 'the header has the column phone twice' }]);
  });

  it('are not taken from other people or things', () => {
    const others =
      "Father's Name,Emergency Contact Number,Hospital Name,Date,Address,Remarks,Remarks";
    const { rows } = readDonorList(`${others},${header}\nMohan,1,SRN,2024,Naini,a,b,${ravi}`);
    expect(rows).toEqual([{ line: 2, row: raviRow }]);
  });

  it('may stand below a title', () => {
    const text = `Donor list 2026,,,,,,,\n\n"Camp of ""Raktveer"", Prayagraj"\n${header}\n${ravi}`;
    expect(readDonorList(text)).toEqual({ rows: [{ line: 5, row: raviRow }], refused: [] });
  });

  it('are named by their line when some are missing below a title', () => {
    const { refused } = readDonorList(`Donor list 2026\nphone,name,group\n1,2,3`);
    expect(refused).toEqual([
      { line: 2, reason: 'the header has no column sex, birth_year, pin, language, last_donation' },
    ]);
  });

  it('are read out of a Google form', () => {
    const text = [
      'Timestamp,Name,Mobile No.,Blood Group,Gender,DOB,Pincode,Language,Last Donated',
      '10/11/2026 10:02:11,Ravi Kumar,5550010702,B +ve,Male,15/08/1990,211001,Hindi,12/10/2024',
      '10/11/2026 10:05:40,Sita Devi,5550010703,O Positive,Female,10-Dec-92,211002,Hindi,NIL',
    ].join('\n');
    expect(readDonorList(text).rows.map(({ row }) => row)).toEqual([
      {
        phone: '+915550010702',
        name: 'Ravi Kumar',
        group: 'B+',
        sex: 'man',
        birthYear: 1990,
        pin: '211001',
        language: 'hi-Latn',
        lastDonation: '2024-10-12',
      },
      {
        phone: '+915550010703',
        name: 'Sita Devi',
        group: 'O+',
        sex: 'woman',
        birthYear: 1992,
        pin: '211002',
        language: 'hi-Latn',
      },
    ]);
  });

  it('of a volunteers’ list may have other names too', () => {
    const text =
      'Mobile;Full Name;District;Role;Language\n9415600730;Asha;Allahabad;Co-ordinator;Hindi';
    expect(readVolunteerList(text).rows.map(({ row }) => row)).toEqual([
      {
        phone: '+919415600730',
        name: 'Asha',
        zone: 'prayagraj',
        role: 'coordinator',
        language: 'hi-Latn',
      },
    ]);
  });
});

describe('two lines with one phone', () => {
  const people = (...cells: string[]) =>
    readDonorList([header, ...cells.map((who) => `94156 00711,${who},211001,en,`)].join('\n'));

  it.each([
    ['Ravi,B+,M,1990', 'Sita,O+,F,1990'],
    ['Ravi Yadav,B+,M,1990', 'Amit Yadav,B+,M,1990'],
    ['Ravi Kumar,B+,M,1990', 'Ravi Kumar,B+,M,1985'],
    ['Md. Salim,B+,M,1990', 'Md Arif,B+,M,1990'],
  ])('refuse the second person: %s, then %s', (first, second) => {
    const { rows, refused } = people(first, second);
    const [name] = first.split(',');
    expect(rows.map(({ row }) => row.name)).toEqual([name]);
    expect(refused).toEqual([
      { line: 3, reason: `phone +919415600711 is on line 2 too, for another person (${name})` },
    ]);
  });

  it.each([
    ['Anita,B+,F,1990', 'Anita Singh,B+,F,1990'],
    ['Ravi Kumar,B+,M,1990', 'Kumar Ravi,B+,M,1990'],
    ['Dr. Asha Verma,B+,F,1990', 'ASHA VERMA,B+,F,1990'],
  ])('update one person: %s, then %s', (first, second) => {
    expect(people(first, second).rows).toHaveLength(2);
  });

  it('refuse the second volunteer', () => {
    const { rows, refused } = readVolunteerList(
      'phone,name,zone,role,language\n9415600711,Asha,prayagraj,verifier,en\n9415600711,Ravi,lucknow,verifier,en',
    );
    expect(rows.map(({ row }) => row.name)).toEqual(['Asha']);
    expect(refused.map(({ line }) => line)).toEqual([3]);
  });
});
