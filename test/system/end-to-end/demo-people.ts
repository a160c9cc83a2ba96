import type { Language } from '#shared/terms/language.ts';
import type { ForeignCarrier, Received } from '../../world/servers/foreign-carrier.ts';

/* Two hundred donors and six volunteers in three zones. Each zone uses one of the languages. */

export const languages = ['en', 'hi', 'hi-Latn'] as const;
export const donorHeader =
  'name,phone,group,sex,birth_year,pin,language,last_donation,weight_kg,paused_until';
export const volunteerHeader = 'phone,name,zone,role,language';

/** Why a donor must never be asked, or 'eligible'. 'rare': another group, which another request needs. */
export type Role =
  | 'eligible'
  | 'rare'
  | 'gave lately'
  | 'paused in the file'
  | 'paused by text'
  | 'stopped'
  | 'too light'
  | 'too far away';

export type Donor = { phone: string; name: string; role: Role; language: Language; line: string };

const spoken = {
  en: { zone: 'Prayagraj', pin: '211001', group: 'B+', other: 'b positive', block: 1 },
  hi: { zone: 'Varanasi', pin: '221005', group: 'O+', other: 'O pos', block: 2 },
  'hi-Latn': { zone: 'Lucknow', pin: '226003', group: 'A+', other: 'a +ve', block: 3 },
} as const;

export const groupOf = (language: Language): string => spoken[language].group;

/** The number of donors of each role in one language: 200 in all three, because one has two more. */
const counts: [Role, number][] = [
  ['eligible', 42],
  ['rare', 8],
  ['gave lately', 5],
  ['paused in the file', 4],
  ['paused by text', 2],
  ['stopped', 3],
  ['too light', 2],
];

const day = (offset: number): string =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const makeDonors = (language: Language): Donor[] => {
  const { pin, group, other, block } = spoken[language];
  const roles = counts.flatMap(([role, n]) => Array<Role>(n).fill(role));
  const more: Role[] = language === 'en' ? ['gave lately', 'too light'] : [];
  return [...roles, ...more].map((role, i) => {
    const digits = `945${block}0${String(i).padStart(5, '0')}`;
    // Different ways of writing a number.
    const written = [`0${digits}`, `+91 ${digits}`, `91-${digits}`, digits][i % 4];
    const name = `Donor${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`;
    const cells = [
      name,
      written,
      role === 'rare' ? 'AB+' : i % 3 === 0 ? other : group,
      // Men: a yes is recognised by the family's number, which a woman is not shown (test/scenario/donors/contact-preferences.test.ts).
      'M',
      String(1975 + (i % 25)),
      pin,
      language,
      role === 'gave lately' ? day(-40) : i % 5 === 0 ? day(-400) : '',
      role === 'too light' ? '41' : i % 2 === 0 ? '62' : '',
      role === 'paused in the file' ? day(30) : '',
    ];
    return { phone: `+91${digits}`, name, role, language, line: cells.join(',') };
  });
};

export type Volunteer = { phone: string; name: string; role: 'verifier' | 'coordinator' };

const makeVolunteers = (language: Language): (Volunteer & { line: string })[] => {
  const { zone, block } = spoken[language];
  return (['verifier', 'coordinator'] as const).map((role, i) => {
    const phone = `+9197000000${block}${i}`;
    const name = `${role === 'verifier' ? 'Veena' : 'Kavita'}${block}`;
    return { phone, name, role, line: [phone, name, zone, role, language].join(',') };
  });
};

export const peopleByLanguage = Object.fromEntries(
  languages.map((language) => [
    language,
    { donors: makeDonors(language), volunteers: makeVolunteers(language) },
  ]),
) as Record<Language, { donors: Donor[]; volunteers: (Volunteer & { line: string })[] }>;

export const allDonors = languages.flatMap((l) => peopleByLanguage[l].donors);
export const allVolunteers = languages.flatMap((l) => peopleByLanguage[l].volunteers);

export type Family = { phone: string; patient: RegExp; text: string };

/** Three families of each language: two need the same group, one needs AB+ within twenty minutes. */
export const familiesOf = (
  language: Language,
): { first: Family; second: Family; third: Family } => {
  const phone = (n: number): string => `+9198${spoken[language].block}00000${n}0`;
  const texts = {
    en: {
      need: (patient: string, attendant: string) =>
        `Need B+ blood 2 units SRN hospital Prayagraj urgent patient ${patient} attendant ${attendant}`,
      third:
        'Need AB+ blood 1 unit SRN hospital Prayagraj in 20 minutes patient Gopal attendant Leela',
      names: [
        ['Ramesh', 'Sunita'],
        ['Mohan', 'Gita'],
      ],
    },
    hi: {
      need: (patient: string, attendant: string) =>
        `ओ पॉजिटिव खून चाहिए 2 यूनिट बीएचयू अस्पताल वाराणसी तुरंत मरीज ${patient} अटेंडेंट ${attendant}`,
      third: 'एबी पॉजिटिव खून चाहिए 1 यूनिट बीएचयू अस्पताल वाराणसी 20 मिनट में मरीज गोपाल अटेंडेंट लीला',
      names: [
        ['रमेश', 'सुनीता'],
        ['मोहन', 'गीता'],
      ],
    },
    'hi-Latn': {
      need: (patient: string, attendant: string) =>
        `A positive khoon chahiye 2 unit KGMU lucknow turant mareez ${patient} attendant ${attendant}`,
      third:
        'AB positive khoon chahiye 1 unit KGMU lucknow 20 minute mein mareez Gopal attendant Leela',
      names: [
        ['Ramesh', 'Sunita'],
        ['Mohan', 'Gita'],
      ],
    },
  }[language];
  const [[a = '', b = ''] = [], [c = '', d = ''] = []] = texts.names;
  return {
    first: { phone: phone(1), patient: new RegExp(`${a}`), text: texts.need(a, b) },
    second: { phone: phone(2), patient: new RegExp(`${c}`), text: texts.need(c, d) },
    third: { phone: phone(3), patient: /Gopal|गोपाल/, text: texts.third },
  };
};

/** The language of a text, recognised by its script and by Hindi words. */
export const languageOf = (text: string): Language => {
  if ((text.match(/\p{Script=Devanagari}/gu) ?? []).length >= 15) return 'hi';
  return /\b(hai|hain|ke|ki|ka|ko|nahin|aap|aapko|aapka|hum|chahiye|mein|tak|dhanyavaad)\b/i.test(
    text,
  )
    ? 'hi-Latn'
    : 'en';
};

/** The first code in a text. */
export const codeIn = (text: string): string => {
  const code = text.match(/(?<![\d+])[1-9]\d{3,6}(?!\d)/)?.[0];
  if (code === undefined) throw new Error(`no code in: ${text}`);
  return code;
};

export const says =
  (code: string) =>
  ({ text }: { text: string }): boolean =>
    new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text);

/** A family asks and confirms the summary. Returns the code. */
export const openRequest = async (carrier: ForeignCarrier, family: Family): Promise<string> => {
  const summary = await carrier.texts(family.phone, family.text);
  if (!family.patient.test(summary.reply)) throw new Error(`no summary: ${summary.reply}`);
  return codeIn((await carrier.texts(family.phone, '1')).reply);
};

/** The first message to each of these donors about one request: the alert. */
export const alertsOf = (carrier: ForeignCarrier, code: string, donors: Donor[]): Received[] => {
  const phones = new Set(donors.map((d) => d.phone));
  const seen = new Set<string>();
  return carrier.messages.filter((m) => {
    if (m.messageId === '' || !phones.has(m.to) || seen.has(m.to) || !says(code)(m)) return false;
    seen.add(m.to);
    return true;
  });
};
