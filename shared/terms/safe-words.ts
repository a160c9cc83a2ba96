import { wordList } from './language.ts';

/*
 * What one person's words may carry to another: no link, no number to ring, no request for money. Such words would come
 * with the hotline's name on them.
 */

/** As many digits as no dose, age or ward has. */
const mostDigits = 5;

/** Also as separate words: a link that is spelt out is still one. */
const linkWords = wordList({
  en: 'http, https, www, com, org, net, link, click, whatsapp, telegram',
  hi: 'लिंक, क्लिक, व्हाट्सएप',
  'hi-Latn': '',
});

/** Ways to pay: no one has a reason to name them. */
const payingWords = wordList({
  en: 'upi, gpay, paytm, phonepe, bhim, otp, qr',
  hi: 'यूपीआई, ओटीपी, पेटीएम',
  'hi-Latn': '',
});

const moneyWords = wordList({
  en: 'rs, inr, rupee, rupees, pay, payment, money, cash, fee, fees',
  hi: 'रुपये, रुपए, रुपया, पैसा, पैसे, पेमेंट',
  'hi-Latn': 'rupaye, rupay, paisa, paise, paisey',
});

/** With one of these, money is asked for; "the family was asked for money" only tells of it. */
const askingWords = wordList({
  en: 'send, give, bring, deposit, transfer, please, now, first, me, us, must',
  hi: 'भेजो, भेजें, भेजिए, दें, दो, दीजिए, जमा, कृपया, पहले',
  'hi-Latn': 'bhejo, bhejein, bhejiye, bhej, de do, dedo, dein, dijiye, jama, kripya, pehle',
});

const numberWords = wordList({
  en: 'zero, one, two, three, four, five, six, seven, eight, nine, double',
  hi: 'शून्य, एक, दो, तीन, चार, पांच, पाँच, छह, छः, सात, आठ, नौ',
  'hi-Latn': 'shunya, ek, do, teen, char, paanch, panch, chhe, chhah, saat, aath, nau',
});

const isNamedIn = (words: string, list: readonly string[]): boolean =>
  list.some((word) => words.includes(` ${word} `));

const hasLink = (text: string): boolean =>
  /https?:|www\.|[\p{L}\d]\.(?:com|in|net|org|me|ly|co|io|xyz|link|info|app)(?![\p{L}\d])|[@₹]/iu.test(
    text,
  );

/** A number to ring, in figures or in words. */
const hasNumber = (text: string, words: string): boolean =>
  text.replace(/\D/g, '').length > mostDigits ||
  words.split(' ').filter((word) => numberWords.includes(word)).length > mostDigits;

const asksForMoney = (text: string, words: string): boolean =>
  isNamedIn(words, payingWords) ||
  (isNamedIn(words, moneyWords) && (/\d/.test(text) || isNamedIn(words, askingWords)));

/** Words in small letters, with a space around each. */
export const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')} `;

export const namesMoney = (words: string): boolean =>
  isNamedIn(words, payingWords) || isNamedIn(words, moneyWords);

/** True for words that may go from one person to another. */
export const maySayOn = (raw: string): boolean => {
  const text = raw.normalize('NFKC').replace(/\p{Nd}/gu, toDigit);
  const words = wordsOf(text);
  return (
    !hasLink(text) &&
    !isNamedIn(words, linkWords) &&
    !asksForMoney(text, words) &&
    !hasNumber(text, words)
  );
};

/** The same for a hospital, which may have its PIN code with it. */
export const mayNameHospital = (name: string): boolean =>
  maySayOn(name.replace(/(?<!\d)\d{6}(?!\d)/, ''));

/** Devanagari digits, and other scripts' that stand in blocks of ten. */
const toDigit = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
  return String(point - zero);
};
