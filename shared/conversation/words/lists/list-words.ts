import { vocabulary } from '../../text/vocabulary.ts';

/** Words in the cells of lists as people keep them. */
export const listWords = {
  /** No value. "Unknown" is not among them: it does not say that a donor never gave. */
  noValue: vocabulary({
    en: 'nil, na, n a, none, null, never, not applicable',
    hi: 'शून्य, लागू नहीं, कोई नहीं',
    'hi-Latn': 'koi nahi, lagu nahi',
  }),
  /** Beside a telephone number: "Mob. 94156 00725". */
  phoneLabel: vocabulary({
    en: `tel, telephone, phone, ph, phn, mob, mobile, mbl, m, cell, contact, whatsapp, wa, call,
      no, number, num, nos`,
    hi: 'फोन, मोबाइल, मो, मोब, नंबर, नम्बर, नं, दूरभाष, व्हाट्सएप',
    'hi-Latn': 'fon, mo',
  }),
  /** Between two telephone numbers. */
  or: vocabulary({ en: 'or, and', hi: 'या, और', 'hi-Latn': 'ya, aur' }),
  /** Around a day: "Sat, 12th of October 2024". */
  aroundDay: vocabulary({
    en: 'st, nd, rd, th, of, on, sun, mon, tue, tues, wed, thu, thur, thurs, fri, sat',
    hi: 'को, तारीख',
    'hi-Latn': 'ko, tarikh',
  }),
  /** Around the name of a zone. */
  aroundZone: vocabulary({
    en: 'zone, district, dist, distt, city, police',
    hi: 'जोन, ज़ोन, जिला, जनपद, शहर',
    'hi-Latn': 'jon, jila, zila, janpad',
  }),
  /** Before a PIN code. */
  pinLabel: vocabulary({
    en: 'pin, pincode, pin code, zip, code, postal code',
    hi: 'पिन, पिनकोड, पिन कोड',
    'hi-Latn': '',
  }),
};
