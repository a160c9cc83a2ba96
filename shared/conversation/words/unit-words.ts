import { vocabulary } from '../text/vocabulary.ts';

/** How many units a request asks for. */
export const unitWords = {
  unit: vocabulary({
    en: `unit, units, unt, unts, unite, unites, untis, yunit, yunits, uint, uints, unitt, bottle,
      bottles, bottel, botle, btl, btls, bag, bags, pint, pints, packet, packets, pkt, pouch,
      pouches, nos`,
    hi: 'यूनिट, युनिट, यूनिट्स, यूनीट, बोतल, बोटल, बॉटल, बोतलें, पैकेट, थैली, पाउच, बैग, इकाई',
    'hi-Latn': 'botal, bottal, botel',
  }),
  /** "2u". */
  shortUnit: vocabulary({ en: 'u', hi: '', 'hi-Latn': '' }),
  donor: vocabulary({
    en: 'donor, donors, donar, donars, doner',
    hi: 'डोनर, रक्तदाता',
    'hi-Latn': '',
  }),
  /** Between a number and its unit: "2 more units". */
  filler: vocabulary({
    en: 'blood, blod, fresh, full, more, whole, of, nos, positive, negative, ve, extra',
    hi: 'ब्लड, खून, रक्त, और',
    'hi-Latn': 'khoon, khun, rakt, aur',
  }),
  /** What came already. */
  received: vocabulary({
    en: 'got, received, rcvd, recd, arranged, given, done, gave, give, managed, donated, collected',
    hi: `मिल, मिला, मिले, मिली, इंतजाम, इंतज़ाम, व्यवस्था, दे दिया, दे चुके, चढ़ चुका, लग चुका, हो गया, हो चुका,
      दे दी, दे दिए, दे दिया, दे आए, दिहलें, मिलि, लग गया, लग गई, लग गईं, लग गए, चढ़ गया, चढ़ गई, जमा कर, हो गई, हो गए, हो चुके`,
    'hi-Latn': `mil, mila, mile, mili, intezam, intzam, intejam, intazam, arrange ho, de diya, de chuke, de di, lag gaya,
      lag chuka, lag chuke, lag gayi, chadh gaya, chadh chuka, ho gaya, ho gya, ho chuka, ho chuke, ho gaye,
      ho gyi, ho gayi, lag gaye, de diye, de aye, de aaye, diya, diye, arrange hua, jama kar`,
  }),
  /** After a word of what came: it is only hoped for, "do bhi mil jaye". */
  hoped: vocabulary({
    en: '',
    hi: 'जाए, जाये, जाएं, जाएँ, जाएगा, सके, सकता',
    'hi-Latn': 'jaye, jae, jaaye, jaay, jayen, jayega, sake, sakta, sakti',
  }),
  /** After a number: it is missing still. */
  stillMissing: vocabulary({
    en: `more, more needed, still needed, left, remaining, remain, remains, to go, pending,
      short, still to come, still missing`,
    hi: 'और चाहिए, और, बाकी, शेष, बचा, बची, बचे, कम, अभी चाहिए, और लगेगा, और लगेंगे, रह गई, रह गईं, रह गए, रह गया, अउर, अउर चाही, कमी, के कमी',
    'hi-Latn': `aur chahiye, aur, baki, baaki, bacha, bache, bachi, kam pad, aur lagega, aur lagenge, or chahiye,
      abhi chahiye, rah gaya, reh gaya, rah gayi, reh gayi, rah gaye, aur chahye, or chahye`,
  }),
  /** Before a number: it is missing still. */
  missing: vocabulary({
    en: `still need, remaining, remaining is, remain, need only, now only, balance, bal, pending, so, total, so total,
      last, left, only`,
    hi: 'शेष, बाकी, बची, बचे, बचा, अब, अब बस, बस, अब सिर्फ, सिर्फ, तो, कुल, यानी',
    'hi-Latn': 'baki, baaki, bachi, bache, ab bas, ab sirf, ab, bas, shesh, to, toh, kul, yani',
  }),
  /** Before a number: "units: 2". */
  label: vocabulary({
    en: `unit, units, unt, unts, unit required, units required, units needed, unit needed,
      no of units, no of unit, number of units, qty, quantity, requirement, bottle, bottles,
      bottles required, total units`,
    hi: 'यूनिट, यूनिट चाहिए, कितने यूनिट, मात्रा, इकाई',
    'hi-Latn': 'unit chahiye',
  }),
  /** Between a label and its number: "requirement is 2". */
  afterLabel: vocabulary({ en: 'is, required, needed, of, blood, req', hi: '', 'hi-Latn': '' }),
  /** What a number after "units:" counts instead. */
  otherCount: vocabulary({
    en: `hrs, hr, hour, hours, min, mins, minute, pm, am, days, nov, dec, yrs, yr, years, th, st,
      nd, rd, jan, oct, km, ml, g, gm, months, month, week, weeks, old, year old, days old, lakh, k`,
    hi: 'घंटे, बजे, दिन, साल, वर्ष, महीने, महीना, हफ्ते, तारीख, हजार, लाख, ग्राम, मिनट',
    'hi-Latn': `ghante, ghanta, ghnte, baje, bje, din, saal, sal, salo, mahine, mahina, hafte, tarikh, tarik, hazar, hajar,
      lakh, gram, mahine ka`,
  }),
  /** Between a number and its unit: "एक ही बोतल". */
  onlyAfter: vocabulary({ en: 'only', hi: 'ही', 'hi-Latn': 'hi' }),
  range: vocabulary({ en: 'to, or', hi: 'या, से', 'hi-Latn': 'ya, se' }),
  need: vocabulary({
    en: 'need, needs, needed, require, required, want, wanted, arrange',
    hi: '',
    'hi-Latn': 'chahiye, chaiye',
  }),
  /** Before the number of a ward, a bed or a floor. */
  place: vocabulary({
    en: 'ward, bed, room, no, floor, age, number, cabin, unit no',
    hi: 'वार्ड, बेड, नं, नंबर',
    'hi-Latn': '',
  }),
  /** "a unit" is one. */
  oneUnit: vocabulary({
    en: 'a unit, a bottle, an unit, a bag, single unit, single bottle',
    hi: '',
    'hi-Latn': '',
  }),
  millilitre: vocabulary({ en: 'ml, cc', hi: 'एमएल', 'hi-Latn': '' }),
};
