import { vocabulary } from '../../text/vocabulary.ts';

/** What stands between, before or after two needs in one text. */
export const severalWords = {
  /** Between two needs that are both meant. */
  and: vocabulary({
    en: 'and, also, plus, other, second, another, then',
    hi: 'और, तथा, एवं, व, दूसरे, दूसरा, दूसरी',
    'hi-Latn': 'aur, or bhi, tatha, dusra, dusre, dusri, doosra, doosre, doosri',
  }),
  /** One of two will do, or one replaces the other: one need. */
  either: vocabulary({
    en: `or, either, any, any group, will do, exchange, replacement, instead, not, relative, relatives, my group,
      donors are, family`,
    hi: 'या, अथवा, कोई भी, चलेगा, चलेंगे, बदले, नहीं, नही, न, रिश्तेदार, घर वाले',
    'hi-Latn': `ya, athwa, koi bhi, koi, chalega, chalegi, chalenge, badle, nahi, nahin, rishtedar, ghar wale,
      gharwale`,
  }),
  /** Something beside what is asked for already. */
  further: vocabulary({
    en: 'also, as well, in addition, additionally, too, besides',
    hi: 'भी, साथ में, साथ ही, अलग से',
    'hi-Latn': 'bhi, bhee, sath me, saath me, saath mein, sath hi, saath hi, alag se',
  }),
  /** After "blood": a place, a group, a component and not the blood itself. */
  bloodOf: vocabulary({
    en: 'bank, centre, center, group, pressure, test, sample, platelets, plasma',
    hi: 'बैंक, ग्रुप, सेंटर, जांच, समूह',
    'hi-Latn': 'jaanch, janch',
  }),
  /** Not now. */
  laterOn: vocabulary({ en: 'later', hi: 'बाद में', 'hi-Latn': 'baad me, baad mein, bad me' }),
  /** Between a number and its day. */
  joining: vocabulary({
    en: 'and, then, for, on, by, need, needed, required, want, donor, donors',
    hi: 'और, फिर, के लिए, को, चाहिए, लगेगा, लगेंगे, डोनर',
    'hi-Latn': 'aur, phir, fir, ke liye, ko, chahiye, chaiye, lagega, lagenge, lagegi, ke, liye',
  }),
  /** One of two days is meant. */
  oneOf: vocabulary({ en: 'or', hi: 'या', 'hi-Latn': 'ya' }),
  /** More patients than one: each gets the number that is said. */
  eachOne: vocabulary({
    en: 'both, each, two patients, 2 patients, two people, respectively',
    hi: 'दोनों, दोनो, एक को, एक एक, दो मरीज, दो घायल',
    'hi-Latn':
      'dono, donon, donno, ek ko, ek ek, do mareez, do mariz, do patient, 2 patient, do ghayal',
  }),
  /** Two needs are no correction of one. */
  received: vocabulary({
    en: 'got, received, arranged, already, managed, done, gave, given',
    hi: 'मिल, मिला, मिले, मिली, इंतजाम, इंतज़ाम, चढ़ चुका, हो गया, दे दिया',
    'hi-Latn':
      'mil, mila, mile, mili, intezam, intzam, intejam, de diya, ho gaya, ho gya, lag gaya, chadh gaya',
  }),
};
