import { vocabulary } from '../../text/vocabulary.ts';

/**
 * Parts of a link, of a demand for money or of a demand for a password. No part of a name: the hotline would send
 * it to other people as its own words.
 */
export const luringWords = vocabulary({
  en: `www, http, https, html, url, com, org, click, link, links, otp, otps, upi, paytm, gpay, phonepe,
    password, passcode, login, kyc, cvv, bitly, bit ly, tinyurl, download, install, telegram,
    lottery, dot com, dot in, dot org`,
  hi: 'क्लिक, लिंक, ओटीपी, यूपीआई, पेटीएम, पासवर्ड, डॉट, डाउनलोड, फोनपे, गूगल पे, केवाईसी, लॉटरी',
  'hi-Latn': '',
});

/** "evil.in": the end of a link that a word before a point leaves. */
const linkEnd =
  /\.(?:com|in|org|net|co|io|me|xyz|info|site|online|app|ly|gl|shop|top)(?![\p{L}\d])/iu;

export const hasLinkEnd = (text: string): boolean => linkEnd.test(text);
