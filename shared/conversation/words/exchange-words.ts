import { forgivingVocabulary, vocabulary } from '../text/vocabulary.ts';

/** Exchange: the blood bank gives against a donation of any group. */
export const exchangeWords = {
  exchange: forgivingVocabulary({
    en: `exchange, exchng, xchange, ekschange, exchenge, replacement, replacment, replace,
      any group, any blood group, any grp, in return`,
    hi: `एक्सचेंज, एक्सचेन्ज, रिप्लेसमेंट, रिप्लेसमेन्ट, बदले में, बदले, किसी भी ग्रुप,
      कोई भी ग्रुप, किसी भी ब्लड ग्रुप, कोई भी ब्लड ग्रुप, किसी भी समूह, अदला बदली`,
    'hi-Latn': `badle me, badle mein, badle m, badle, badale me, kisi bhi group, kisi bhi grp,
      koi bhi group, koi bhi grp, kisi bhi blood group, koi bhi blood group, kisi b group,
      koi b group`,
  }),
  /** "knee replacement", "plasma exchange", "bina exchange", "paise ke badle": something else. */
  otherBefore: vocabulary({
    en: `knee, hip, valve, joint, shoulder, heart, total, plasma, telephone, stock, tkr, disc,
      hormone, no, not, without, non, money in, kidney`,
    hi: 'घुटना, घुटने, वाल्व, कूल्हा, बिना, नो, पैसे के, पैसे, रुपये के, प्लाज्मा, किडनी',
    'hi-Latn': 'ghutna, ghutne, bina, paise ke, paisa ke, paise, rupaye ke, kulha, plasma ka',
  }),
  /** "exchange transfusion", "exchange nahi": something else. */
  otherAfter: vocabulary({
    en: `transfusion, surgery, operation, therapy, not, impossible, is not, not possible, isn t,
      not available`,
    hi: 'नहीं, ट्रांसफ्यूजन, सर्जरी, ऑपरेशन, पैसे, पैसा, के बिना, का ऑपरेशन',
    'hi-Latn': `nahi, nhi, nahin, na, ke bina, k bina, se mana, mana, me paisa, me paise, paisa, paise,
      ke liye koi nahi, ka operation, possible nahi, available nahi, ki surgery`,
  }),
};
