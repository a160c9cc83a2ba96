import { meaningsOf } from '../text/vocabulary.ts';

/** Numbers as words, up to twelve: the hours of a clock. */
export const numberWords = meaningsOf([
  [1, { en: 'one', hi: 'एक, एके, एगो, एकै, एकठो', 'hi-Latn': 'ek, ekke, eke, ego, ekai, ekgo' }],
  [2, { en: 'two', hi: 'दो, दू, दुइ, दुई, दुगो', 'hi-Latn': 'do, doo, dui, dugo' }],
  [3, { en: 'three', hi: 'तीन, तिन, तीनि', 'hi-Latn': 'teen, tin, tinn' }],
  [4, { en: 'four', hi: 'चार, चारि', 'hi-Latn': 'char, chaar, chari' }],
  [5, { en: 'five', hi: 'पाँच, पाच, पंच, पांच', 'hi-Latn': 'paanch, panch, pach' }],
  [6, { en: 'six', hi: 'छह, छे, छ, छै, छव', 'hi-Latn': 'chhe, che, chah, chhah' }],
  [7, { en: 'seven', hi: 'सात', 'hi-Latn': 'saat' }],
  [8, { en: 'eight', hi: 'आठ', 'hi-Latn': 'aath, ath' }],
  [9, { en: 'nine', hi: 'नौ', 'hi-Latn': 'nau' }],
  [10, { en: 'ten', hi: 'दस', 'hi-Latn': 'das, dus' }],
  [11, { en: 'eleven', hi: 'ग्यारह, गियारह', 'hi-Latn': 'gyarah, gyara, giyarah' }],
  [12, { en: 'twelve', hi: 'बारह', 'hi-Latn': 'barah' }],
]);

/** The other days of a month. */
export const dayNumberWords = meaningsOf([
  [13, { en: 'thirteen', hi: 'तेरह', 'hi-Latn': 'terah, tera' }],
  [14, { en: 'fourteen', hi: 'चौदह', 'hi-Latn': 'chaudah, choudah' }],
  [15, { en: 'fifteen', hi: 'पंद्रह, पन्द्रह', 'hi-Latn': 'pandrah, pandra, pandhra' }],
  [16, { en: 'sixteen', hi: 'सोलह', 'hi-Latn': 'solah, sola' }],
  [17, { en: 'seventeen', hi: 'सत्रह', 'hi-Latn': 'satrah, satra, sattrah' }],
  [18, { en: 'eighteen', hi: 'अठारह, अट्ठारह', 'hi-Latn': 'atharah, athara, attharah' }],
  [19, { en: 'nineteen', hi: 'उन्नीस', 'hi-Latn': 'unnis, unnees' }],
  [20, { en: 'twenty', hi: 'बीस', 'hi-Latn': 'bees, bis' }],
  [21, { en: '', hi: 'इक्कीस', 'hi-Latn': 'ikkis, ikkees' }],
  [22, { en: '', hi: 'बाईस, बाइस', 'hi-Latn': 'bais, baees' }],
  [23, { en: '', hi: 'तेईस, तेइस', 'hi-Latn': 'teis, teees' }],
  [24, { en: '', hi: 'चौबीस', 'hi-Latn': 'chaubis, chaubees' }],
  [25, { en: '', hi: 'पच्चीस', 'hi-Latn': 'pachis, pacchis, pachees' }],
  [26, { en: '', hi: 'छब्बीस', 'hi-Latn': 'chhabbis, chabbis' }],
  [27, { en: '', hi: 'सत्ताईस, सत्ताइस', 'hi-Latn': 'sattais, sattaees' }],
  [28, { en: '', hi: 'अट्ठाईस, अट्ठाइस', 'hi-Latn': 'atthais, athais' }],
  [29, { en: '', hi: 'उनतीस', 'hi-Latn': 'untis, untees' }],
  [30, { en: 'thirty', hi: 'तीस', 'hi-Latn': 'tees, tis' }],
  [31, { en: '', hi: 'इकतीस, इकत्तीस', 'hi-Latn': 'iktis, ikattis' }],
]);
