import { vocabulary } from '../../text/vocabulary.ts';

/* Words that phones and mail programs put around what a person writes. */
export const envelopeWords = {
  /** The first words of the line that a device or an app adds. */
  device: vocabulary({
    en: `sent from my, sent from mail, sent from yahoo, sent from outlook, sent from gmail,
      sent from samsung, sent from galaxy, sent from iphone, sent from android, sent from xiaomi,
      sent from redmi, sent from jio, sent from whatsapp, sent via, sent using, get outlook for,
      get bluemail, typed on my, sent by my`,
    hi: 'मेरे आईफोन से भेजा, मेरे फोन से भेजा, से भेजा गया',
    'hi-Latn': '',
  }),
  /** How a phone words a reaction to a message. The quoted message follows. */
  reaction: vocabulary({
    en: `loved, liked, disliked, laughed at, emphasized, emphasised, questioned, reacted,
      removed a like from, removed a heart from, removed a dislike from, removed a laugh from,
      removed an exclamation from, removed a question mark from, removed a reaction, removed`,
    hi: 'पसंद किया, प्यार किया, प्रतिक्रिया दी, पर प्रतिक्रिया दी, ने प्रतिक्रिया दी',
    'hi-Latn': 'pasand kiya',
  }),
  /** What a reaction is to, where the phone quotes no words: "Laughed at an image". */
  reactedThing: vocabulary({
    en: `image, photo, picture, movie, video, gif, sticker, link, attachment, file, document,
      audio message, voice message, message, contact, location, memoji`,
    hi: 'तस्वीर, फोटो, वीडियो, स्टिकर, संदेश, मैसेज, लिंक',
    'hi-Latn': '',
  }),
  besideReaction: vocabulary({
    en: 'to, with, a, an, from, the, message, your, this, at',
    hi: 'को, पर, के साथ, की, ने, आपके, संदेश',
    'hi-Latn': 'ko, par',
  }),
  /** A password of another service, passed on by a phone or a person. */
  oneTimePassword: vocabulary({
    en: 'otp, one time password, verification code, verification pin, security code, login code',
    hi: 'ओटीपी, वन टाइम पासवर्ड, सत्यापन कोड, वेरिफिकेशन कोड',
    'hi-Latn': '',
  }),
  /** The first words above a mail that is quoted below an answer. */
  quoted: vocabulary({
    en: 'original message, begin forwarded message, replied to message',
    hi: '',
    'hi-Latn': '',
  }),
};
