import type { Language, OwnLanguage } from '../../terms/language.ts';
import { type Vocabulary, vocabulary, vocabularyOf } from '../text/vocabulary.ts';

/** The names of each language, after LANG. LANG HINDI is Hindi in Latin letters. */
export const languageNames: Record<Language, Vocabulary> = {
  en: vocabulary({
    en: 'en, eng, english, inglish, englsh',
    hi: 'अंग्रेजी, अंग्रेज़ी, इंग्लिश, इंगलिश, ईएन',
    'hi-Latn': 'angrezi, angreji, angrezee',
  }),
  hi: vocabulary({
    en: 'hi, hindi devanagari, devanagari, devnagari, hindi hi',
    hi: 'हिंदी, हिन्दी, हिंदि, देवनागरी, हाय, एचआई',
    'hi-Latn': '',
  }),
  'hi-Latn': vocabulary({
    en: `hindi, hinglish, hin, hindi roman, roman hindi, roman, hi latn, hi latin, latin,
      hindi latin, hindi english`,
    hi: 'हिंग्लिश, रोमन, रोमन हिंदी',
    'hi-Latn': '',
  }),
};

/** The names of a group's own language, after LANG. */
export const ownLanguageWords: Record<OwnLanguage, Vocabulary> = {
  garhwali: vocabulary({
    en: 'garhwali, gadhwali, garwali',
    hi: 'गढ़वाली, गढ़वळि',
    'hi-Latn': '',
  }),
};

/** Names that choose a language without LANG before them. */
export const namesAlone = vocabulary({
  en: 'hindi, english, hinglish, devanagari, devnagari, roman hindi, hindi roman',
  hi: 'हिंदी, हिन्दी, अंग्रेजी, अंग्रेज़ी, इंग्लिश',
  'hi-Latn': 'angrezi, angreji',
});

/** The labels of a form that people fill in. */
export const formLabels =
  vocabularyOf(`patient, patient name, pt name, name, group, blood group, bl gp, units, unit, qty,
  quantity, hospital, hosp, contact, contact no, contact number, mobile, mob, phone, attendant, address, age, time, date,
  requirement, component`);

/** The script that only this language is written in. */
export const languageScripts: Record<Language, RegExp | undefined> = {
  en: undefined,
  hi: /\p{Script=Devanagari}/u,
  'hi-Latn': undefined,
};

/**
 * Words that show the language of a text in Latin letters. Left out: Hindi words that are English too ("me", "do",
 * "to", "par"), and English that Hindi speakers use in a Hindi sentence ("urgent", "blood", "patient", "please").
 */
export const telltaleWords: Record<Language, Vocabulary> = {
  en: vocabularyOf(`the, is, are, was, need, needs, needed, required, require, requires, requirement, want,
    wanted, my, our, his, her, for, of, from, with, at, in, this, that, i, we, you, he, she, it,
    they, can, could, will, would, and, an, any, anyone, who, where, when, what, how, there,
    here, looking, arrange, admitted, have, has, had, been, not, your, me know, looking for,
    at the, tomorrow, today, tonight, morning, evening, immediately, within, hello, dear,
    mother, father, brother, sister, wife, husband, son, daughter, uncle, friend, give, donate,
    join as, join me, forget me, am, be, don't, find, wait, name is, because, after, by, req,
    reqd`),
  hi: vocabularyOf(''),
  'hi-Latn':
    vocabularyOf(`chahiye, chahie, chaiye, chaie, chaiy, chahye, chye, khoon, khun, rakt, hai, h, hain, ho,
    hu, hoon, hun, ka, ki, ke, ko, k, se, mein, mai, mujhe, mera, mere, meri, hamara, hamare,
    hamari, hame, humko, hamko, aap, aapka, aapke, nahi, nhi, nahin, haan, haa, aur, ya, bhi,
    kya, koi, kisi, kuch, jaldi, turant, abhi, aaj, kal, parso, subah, shaam, sham, raat,
    dopahar, baje, ghante, ghanta, din, mahine, saal, unit chahiye, bhai, bhaiya, papa, maa,
    mummy, beta, beti, bachche, bache, pati, patni, mareez, mariz, marij, rogi, zaroorat,
    zarurat, jarurat, jrurat, jrurt, avashyakta, aspatal, bharti, sampark, naam, nam, kripya,
    namaste, madad, karna, karo, kare, kar, dena, dijiye, diya, gaya, gya, raha, rha, wala,
    wale, botal, teen, paanch, ek, gaon, sakta, sakti, milega, mil, dila, dilwa, lagega,
    chadhana, judna, band, chalu, shuru, roko, din band, ruko, bhasha, madat, sthiti, khatam`),
};

/** Polite words, which show the language when no other word does. */
export const politeTelltales: Record<Language, Vocabulary> = {
  en: vocabularyOf(
    `thanks, thank you, sorry, good morning, good evening, please help, ok thanks, yes please, patient name,
    contact number, contact no, hospital name, attendant name, units required, units needed`,
  ),
  hi: vocabularyOf(''),
  'hi-Latn': vocabularyOf(''),
};
