import { forgivingVocabulary, meaningsOf, vocabulary } from '../text/vocabulary.ts';

/** Words around a blood group. */
export const bloodGroupWords = {
  group: vocabulary({
    en: 'group, groups, grp, gr, gp, bg, type, phenotype, blood type, group is, group name',
    hi: 'समूह, ग्रुप, गुरुप, ग्रूप, ग्रुप है',
    'hi-Latn': 'rakt samuh, group ka, group hai, group h',
  }),
  blood: vocabulary({
    en: 'blood, blod',
    hi: 'ब्लड, खून, रक्त',
    'hi-Latn': 'khoon, khun, rakt',
  }),
  /** "Bombay blood bank" is a place. */
  bloodBank: vocabulary({ en: 'blood bank, blood centre, blood center', hi: '', 'hi-Latn': '' }),
  bombay: vocabulary({
    en: 'bombay, hh, h h',
    hi: 'बॉम्बे, बाम्बे, बंबई, बम्बई, बोम्बे, बॉम्बे वाला, बंबई वाला, बम्बई वाला',
    'hi-Latn': 'bombai, bombay wala, bombai wala, bombay vala',
  }),
  oh: vocabulary({ en: 'oh', hi: '', 'hi-Latn': '' }),
  /** After a letter without a sign: the letter is meant as a group. */
  afterLetter: vocabulary({
    en: 'blood, needed, required, donor',
    hi: 'ब्लड, खून, रक्त, चाहिए, डोनर',
    'hi-Latn': 'khoon, khun, rakt, chahiye, chaiye, chahie',
  }),
  /** In a text with nothing else, a letter without a sign is meant as a group. */
  aroundLetter: vocabulary({
    en: 'group, grp, blood, is, my, patient, type, the, its, it',
    hi: 'खून, का, है, ग्रुप, ब्लड, मेरा, समूह, रक्त',
    'hi-Latn': 'khoon, ka, ki, hai, h, mera',
  }),
  /** Small letters that are also words or digits: "a group of donors", "ab chahiye" (needed now), "o bhai". */
  smallLetter: vocabulary({ en: 'a, o, 0', hi: 'ए, ओ', 'hi-Latn': 'ab' }),
  /** Between two groups, or between a letter and a group. */
  either: vocabulary({ en: 'or, and, &, /', hi: 'या, और', 'hi-Latn': 'ya, aur' }),
  /** After these a letter is a bed, a virus, a vitamin or a mark at school, never a group. */
  otherLetter: vocabulary({
    en: `ward, bed, block, room, wing, tower, gate, section, sector, flat, floor, plot, lift, lane,
      house, plan, class, grade, naac, rank, cabin, opd, counter, coach, seat, building,
      ward no, bed no, room no, block no, bed number, flat no, house no, gate no, ward number,
      plot no, hepatitis, hepatites, hep, hepatits, hbv, vitamin, vit, influenza, flu, typhi,
      typhoid, widal, strepto, streptococcus, apolipoprotein, part, option, hepatitis virus,
      virus`,
    hi: `वार्ड, बेड, ब्लॉक, कमरा, हेपेटाइटिस, विटामिन, विंग, टाइफाइड, गेट, सेक्टर, वार्ड नं,
      बेड नं`,
    'hi-Latn': '',
  }),
};

/** The ABO letters in either script. */
export const aboLetters = meaningsOf([
  ['A', { en: 'a', hi: 'ए, ऐ', 'hi-Latn': '' }],
  ['B', { en: 'b', hi: 'बी', 'hi-Latn': '' }],
  ['O', { en: 'o', hi: 'ओ', 'hi-Latn': '' }],
  ['AB', { en: 'ab', hi: 'एबी, ऐबी', 'hi-Latn': '' }],
]);

/** Letters that are common words or digits: a group only with a sign. */
export const aboLettersWithSign = meaningsOf([
  ['O', { en: '0, oh', hi: '', 'hi-Latn': '' }],
  ['A', { en: 'ay, ey', hi: 'एे', 'hi-Latn': '' }],
  ['B', { en: 'bee', hi: 'वी', 'hi-Latn': 'bi' }],
  ['AB', { en: '', hi: '', 'hi-Latn': 'abi' }],
]);

/** Signs written in one word with the letter: "bpos", "oneg", "abplus", "बीपॉजिटिव". */
export const joinedSigns = meaningsOf([
  [
    '+',
    {
      en: 'pos, posi, positive, positiv, postive, plus',
      hi: 'पॉजिटिव, पोजिटिव, प्लस',
      'hi-Latn': '',
    },
  ],
  [
    '-',
    {
      en: 'neg, negative, negativ, negetive, minus',
      hi: 'नेगेटिव, निगेटिव',
      'hi-Latn': '',
    },
  ],
]);

/** Words of the Rh sign. */
export const rhWords = {
  positive: forgivingVocabulary({
    en: `positive, positiv, pos, posi, posit, postive, positve, possitive, pozitive, pozitiv,
      pojitive, pojitiv, pojetive, pojtiv, paojitiv, pasitive, plus, posative, pstv, positif,
      pojitib, posetive`,
    hi: `पॉजिटिव, पोजिटिव, पोजेटिव, पौजिटिव, पॉसिटिव, पोसिटिव, पाजेटिव, पाज़टिव, पॉजिटीव, प्लस,
      धनात्मक, धन, पॉजिटिभ, पोज़ेटिव`,
    'hi-Latn': '',
  }),
  negative: forgivingVocabulary({
    en: `negative, negativ, neg, nega, negetive, negetiv, nagative, nagativ, nagetive, nagetiv,
      nigative, nigativ, nigetive, nigetiv, ngative, negtive, negtiv, neagtive, minus, mines,
      ngtv, negitive`,
    hi: `नेगेटिव, निगेटिव, नेगटिव, निगटिव, नैगेटिव, नेगिटिव, नगेटिव, नेगेटिभ, निगेटिभ, माइनस,
      माईनस, ऋणात्मक, ऋण`,
    'hi-Latn': '',
  }),
  /** What follows a bare sign: "+ve", "-ive". */
  ending: vocabulary({
    en: 've, ive, tive, v, iv, tv, tiv, vi, vee, positive, ve group',
    hi: 'वे, वी',
    'hi-Latn': '',
  }),
  rh: vocabulary({
    en: 'rh, rhd, d, rh d, rh factor, factor, rh type',
    hi: 'आरएच',
    'hi-Latn': '',
  }),
  group: vocabulary({
    en: 'group, grp, blood group, blood, type',
    hi: 'ग्रुप, ब्लड ग्रुप, समूह, ब्लड',
    'hi-Latn': '',
  }),
  /** "a positive person", "a positive report": praise or a test result, not a group. */
  notBlood: vocabulary({
    en: `person, people, attitude, thought, thoughts, thinker, thinking, mind, mindset, outlook,
      approach, news, change, result, results, report, response, case, cases, test, tested,
      sign, feedback, impact, note, answer, energy, vibes, step, aspect, side, balance, number,
      role, way, review, influence, environment, word, force, idea, life, hospital, clinic, lab,
      diagnostic, diagnostics, nursing, pathology, homes, homoeo`,
    hi: 'रिपोर्ट, सोच, व्यक्ति, असर, केस',
    'hi-Latn': '',
  }),
  /** Before a letter: "report ab negative". */
  test: vocabulary({
    en: 'report, test, covid, corona, hiv, dengue, result, rtpcr',
    hi: 'रिपोर्ट, टेस्ट, कोविड',
    'hi-Latn': '',
  }),
  /** Letters that are words too, so that praise and tests rule them out. */
  ambiguousLetter: vocabulary({ en: 'a, o, 0', hi: 'ए, ओ, ऐ', 'hi-Latn': 'ab' }),
  /** "B- ward": the dash is not a minus. */
  place: vocabulary({
    en: 'ward, block, wing, bed, floor, tower, gate, sector, section, building',
    hi: 'वार्ड, ब्लॉक, बेड',
    'hi-Latn': '',
  }),
  or: vocabulary({ en: 'or', hi: 'या', 'hi-Latn': 'ya' }),
  unit: vocabulary({
    en: 'unit, units, u, bottle, bottles, bag, unt, unts, donor, donors',
    hi: 'यूनिट, बोतल',
    'hi-Latn': 'botal',
  }),
};
