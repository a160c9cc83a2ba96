import { meaningsOf } from '../text/vocabulary.ts';

/** Numbers as words, up to twelve: the hours of a clock. */
export const numberWords = meaningsOf([
  [1, { en: 'one', hi: 'एक, एके, एगो, एकै, एकठो', 'hi-Latn': 'ek, ekke, eke, ego, ekai, ekgo' }],
  [2, { en: 'two', hi: 'दो, दू, दुइ, दुई, दुगो', 'hi-Latn': 'do, doo, dui, dugo' }],
  [3, { en: 'three', hi: 'तीन, तिन, तीनि', 'hi-Latn': 'teen, tin, tinn' }],
  [4, { en: 'four', hi: 'चार, चारि', 'hi-Latn': 'char, chaar, chari' }],
  [5, { en: 'five', hi: 'पाँच, पाच, पंच, पांच', 'hi-Latn': 'paanch, panch, pach' }],
  [6, { en: 'six', hi: 'छह, छे, छ, छै', 'hi-Latn': 'chhe, che, chah, chhah' }],
  [7, { en: 'seven', hi: 'सात', 'hi-Latn': 'saat' }],
  [8, { en: 'eight', hi: 'आठ', 'hi-Latn': 'aath, ath' }],
  [9, { en: 'nine', hi: 'नौ', 'hi-Latn': 'nau' }],
  [10, { en: 'ten', hi: 'दस', 'hi-Latn': 'das, dus' }],
  [11, { en: 'eleven', hi: 'ग्यारह, गियारह', 'hi-Latn': 'gyarah, gyara, giyarah' }],
  [12, { en: 'twelve', hi: 'बारह', 'hi-Latn': 'barah' }],
]);
