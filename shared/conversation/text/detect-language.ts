import type { Language } from '../../terms/language.ts';
import { type Token, tokenize } from './normalize.ts';
import { mentions, type Vocabulary, vocabulary } from './vocabulary.ts';

/** Words only Hindi has; those that are English words too ("me", "do", "to", "par") are no sign. */
const hindiWords = vocabulary(
  `chahiye, chahie, chaiye, chaie, chaiy, chahye, chye, khoon, khun, rakt, hai, h, hain, ho, hu, hoon, hun, ka, ki, ke, ko, k, se, mein, mai, mujhe, mera, mere, meri, hamara, hamare, hamari, hame, humko, hamko, aap, aapka, aapke, nahi, nhi, nahin, haan, haa, aur, ya, bhi, kya, koi, kisi, kuch, jaldi, turant, abhi, aaj, kal, parso, subah, shaam, sham, raat, dopahar, baje, ghante, ghanta, din, mahine, saal, unit chahiye, bhai, bhaiya, papa, maa, mummy, beta, beti, bachche, bache, pati, patni, mareez, mariz, marij, rogi, zaroorat, zarurat, jarurat, jrurat, jrurt, avashyakta, aspatal, bharti, sampark, naam, nam, kripya, namaste, madad, karna, karo, kare, kar, dena, dijiye, diya, gaya, gya, raha, rha, wala, wale, botal, teen, paanch, ek, gaon, sakta, sakti, milega, mil, dila, dilwa, lagega, chadhana, judna, band, chalu, shuru, roko, din band, ruko, bhasha, madat, sthiti, khatam`,
  true,
);
/** English that Hindi speakers do not use in a Hindi sentence; "urgent", "blood", "patient", "please" tell nothing. */
const englishWords = vocabulary(
  `the, is, are, was, need, needs, needed, required, require, requires, requirement, want, wanted, my, our, his, her, for, of, from, with, at, in, this, that, i, we, you, he, she, it, they, can, could, will, would, and, an, any, anyone, who, where, when, what, how, there, here, looking, arrange, admitted, have, has, had, been, not, your, me know, looking for, at the, tomorrow, today, tonight, morning, evening, immediately, within, hello, dear, mother, father, brother, sister, wife, husband, son, daughter, uncle, friend, give, donate, join as, join me, forget me, am, be, don't, wanted, find, wait, name is, because, after, by, req, reqd`,
  true,
);

const count = (tokens: readonly Token[], words: Vocabulary): number =>
  tokens.filter((_, i) => words.at(tokens, i) > 0).length;
const devanagari = /\p{Script=Devanagari}/u;

/**
 * The language somebody writes: Devanagari is Hindi, Hindi words in Latin letters are hi-Latn, English
 * sentences en. undefined where nothing tells ("1", "STATUS", "B+ 2 unit SRN", another language).
 */
export const detectLanguage = (text: string): Language | undefined => {
  const tokens = tokenize(text);
  if (tokens.some((token) => token.kind === 'word' && devanagari.test(token.text))) return 'hi';
  const hindi = count(tokens, hindiWords);
  const english = count(tokens, englishWords);
  if (hindi === 0 && english === 0) return mentions(tokens, englishAlone) ? 'en' : undefined;
  return hindi >= english ? 'hi-Latn' : 'en';
};
/** Words of courtesy that only tell when nothing else does. */
const englishAlone = vocabulary(
  'thanks, thank you, sorry, good morning, good evening, please help, ok thanks, yes please',
  true,
);
