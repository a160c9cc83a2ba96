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
    en: 'got, received, arranged, given, done, gave, managed',
    hi: 'मिल, मिला, मिले, मिली, इंतजाम, इंतज़ाम, व्यवस्था, दे दिया, दे चुके, चढ़ चुका, लग चुका, हो गया, हो चुका',
    'hi-Latn': `mil, mila, mile, mili, intezam, intzam, intejam, intazam, arrange ho, de diya, de chuke, de di, lag gaya,
      lag chuka, lag chuke, lag gayi, chadh gaya, chadh chuka, ho gaya, ho gya, ho chuka`,
  }),
  /** After a number: it is missing still. */
  stillMissing: vocabulary({
    en: `more, more needed, still needed, left, remaining, to go, pending`,
    hi: 'और चाहिए, और, बाकी, शेष, बचा, बची, बचे, कम, अभी चाहिए, और लगेगा, और लगेंगे',
    'hi-Latn': `aur chahiye, aur, baki, baaki, bacha, bache, bachi, kam pad, aur lagega, aur lagenge, or chahiye,
      abhi chahiye, rah gaya, reh gaya`,
  }),
  /** Before a number: it is missing still. */
  missing: vocabulary({
    en: 'still need, remaining, need only, now only, balance, pending, so, total, so total',
    hi: 'शेष, बाकी, अब, अब बस, बस, अब सिर्फ, तो, कुल, यानी',
    'hi-Latn': 'baki, baaki, ab bas, ab sirf, ab, bas, shesh, to, toh, kul, yani',
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
      nd, rd, jan, oct, km, ml, g`,
    hi: 'घंटे, बजे, दिन, साल, वर्ष',
    'hi-Latn': 'ghante, ghanta, baje, bje, din, saal, sal',
  }),
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
