import { vocabulary } from '../../text/vocabulary.ts';

/** Words that take back what was said before, or put another value in its place. */
export const correctionWords = {
  /** What stands before is wrong where what follows says the same thing differently. */
  sorry: vocabulary({
    en: `sorry, i mean, i meant, meant to say, oops, ops, correction, corrected, my mistake, typo,
      by mistake, wrong, no no, no sorry, sorry no, actually, scratch that`,
    hi: `सॉरी, माफ कीजिए, माफ करें, माफ़ करना, गलती से, गलत लिखा, गलत लिख दिया, गलत बता दिया, गलत, नहीं नहीं,
      मेरा मतलब, बल्कि, असल में`,
    'hi-Latn': `sory, maaf kijiye, maaf karna, maaf kare, maf karna, galti se, galti ho gayi, galat likha,
      galat likh diya, galat bata diya, galat, nahi nahi, nhi nhi, na na, mera matlab, balki, asal me,
      asal mein`,
  }),
  /** Before what was said wrongly: "galti se B+ likha tha". */
  byMistake: vocabulary({ en: 'by mistake', hi: 'गलती से', 'hi-Latn': 'galti se' }),
  /** Who said it, between the two. */
  told: vocabulary({
    en: 'i told, i said, i wrote, we told, we said, we wrote, they told, they wrote, they said, you wrote',
    hi: '',
    'hi-Latn': '',
  }),
  /** After what was said wrongly. */
  written: vocabulary({
    en: 'was written, is written, written',
    hi: 'लिखा, लिख, बताया, बता, बोला, बोल',
    'hi-Latn': 'likha, likh, likhwa, bataya, bata, bola, bol, kaha',
  }),
  /** Before the value that is wrong: "not B+". */
  notBefore: vocabulary({
    en: 'not, isn t, instead of, in place of, rather than, don t need, do not need, not for',
    hi: 'न कि, ना कि',
    'hi-Latn': 'na ki',
  }),
  /** After the value that is wrong: "B+ nahi". */
  notAfter: vocabulary({
    en: '',
    hi: 'नहीं, नही, की जगह, के बदले, की बजाय, के बजाय',
    'hi-Latn': `nahi, nhi, nahin, nai, ki jagah, ke jagah, ki jagha, ke bajay, ki bajay, ki bajaye,
      ke badle`,
  }),
  /** "nahi mil raha": it cannot be found. "nahi aaya": it did not come. */
  notFound: vocabulary({
    en: 'available, found, getting, got',
    hi: 'मिल, मिला, मिली, मिले, मिलेगा, हो, आया, आए, है क्या, उपलब्ध, पा, दे, दिया',
    'hi-Latn': `mil, mila, mili, mile, milega, milta, ho, hua, aaya, aya, aaye, mile, uplabdh, available,
      pa, de, diya, dena`,
  }),
  /** Between a value and the words that take it back: "B+ hai nahi", "not for SRN". */
  between: vocabulary({
    en: 'at, in, on, for, the, unit, units, blood, group, hospital, to',
    hi: 'है, में, को, का, की, के, ही, भी, वाला, यूनिट, खून, चाहिए',
    'hi-Latn': 'hai, h, me, mein, ko, ka, ki, ke, hi, bhi, wala, wali, unit, khoon, chahiye',
  }),
  /** Between the value that is wrong and the right one: "not B+ but B-". */
  but: vocabulary({
    en: 'but, its, it is, it s, make it, rather',
    hi: 'बल्कि, लेकिन, पर',
    'hi-Latn': 'balki, lekin, par',
  }),
  /** What was said at another time: "pehle 1 unit kaha tha ab 3". */
  earlier: vocabulary({
    en: 'earlier, previously, first i said, i said, we said, was, were, wrote, change, changed',
    hi: 'पहले, कहा था, लिखा था, बोला था, बताया था',
    'hi-Latn': `pehle, pahle, phle, pehele, kaha tha, likha tha, bola tha, bataya tha, kaha thaa, tha, thi`,
  }),
  /** "6 se pehle" is a time, not what was said earlier. */
  before: vocabulary({ en: '', hi: 'से, के', 'hi-Latn': 'se, ke, k' }),
  now: vocabulary({
    en: 'now, but now, this time, changed to, change to, now it is',
    hi: 'अब, इस बार',
    'hi-Latn': 'ab, is baar, is bar, iss baar',
  }),
  /** After a number of units that are there already. */
  receivedAfter: vocabulary({
    en: 'received, arranged, done, got, available, given, recieved, have been arranged, is arranged',
    hi: 'मिल गया, मिल गए, मिल गई, मिल गये, मिला, मिले, मिल चुका, मिल चुके, हो गया, हो गए, हो गये, आ गया, आ गए',
    'hi-Latn': `mil gaya, mil gye, mil gaye, mil gya, mil gayi, mil gai, mila, mile, mil chuka,
      mil chuke, ho gaya, ho gaye, ho gya, ho gye, aa gaya, aa gaye, mil chuki`,
  }),
  /** Before such a number: "got 1". */
  receivedBefore: vocabulary({
    en: 'got, received, recieved, arranged, have, have got, we have, already got',
    hi: '',
    'hi-Latn': '',
  }),
  /** After a number of units that are still missing. */
  rest: vocabulary({
    en: 'more, left, remaining, pending, short, balance, still needed',
    hi: 'बाकी, और चाहिए, और लगेगा, और लगेंगे, और',
    'hi-Latn': `baki, baaki, bacha hai, bache hai, bache hain, aur chahiye, aur chaiye, aur lagega,
      aur lagenge, aur`,
  }),
  restBefore: vocabulary({
    en: 'still need, need another, another, remaining, balance',
    hi: 'बाकी, और',
    'hi-Latn': 'baki, baaki',
  }),
  /** Before a place where the patient is not: "near Beli", "referred from Beli". */
  asideBefore: vocabulary({
    en: 'near, opposite, behind, beside, next to, from, referred from, refer from, reffered from, in front of',
    hi: '',
    'hi-Latn': '',
  }),
  /** After such a place: "Beli se refer". */
  asideAfter: vocabulary({
    en: '',
    hi: 'से, के पास, के सामने, के पीछे, के बगल',
    'hi-Latn': 'se, ke paas, ke pas, ke samne, ke saamne, ke peeche, ke piche, ke bagal',
  }),
  /** After these a number counts something else than units. */
  otherNumber: vocabulary({
    en: 'ward, bed, room, no, floor, age, number, cabin, hb, bp, haemoglobin, hemoglobin, plt, rs, pin, gate',
    hi: 'वार्ड, बेड, नं, नंबर, एचबी, उम्र, बीपी, कमरा',
    'hi-Latn': 'umar, umr, kamra',
  }),
};
