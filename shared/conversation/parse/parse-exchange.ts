import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore, vocabulary } from '../text/vocabulary.ts';

const exchange = vocabulary(
  `exchange, exchng, xchange, ekschange, exchenge, replacement, replacment, replace, badle me, badle mein, badle m, badle, badale me,
  any group, any blood group, any grp, kisi bhi group, kisi bhi grp, koi bhi group, koi bhi grp, kisi bhi blood group, koi bhi blood group, kisi b group, koi b group,
  एक्सचेंज, एक्सचेन्ज, रिप्लेसमेंट, रिप्लेसमेन्ट, बदले में, बदले, किसी भी ग्रुप, कोई भी ग्रुप, किसी भी ब्लड ग्रुप, कोई भी ब्लड ग्रुप, किसी भी समूह, अदला बदली`,
);
/** "knee replacement", "plasma exchange", "bina exchange", "paise ke badle". */
const otherBefore = vocabulary(
  `knee, hip, valve, joint, shoulder, heart, total, plasma, telephone, stock, tkr, disc, hormone, ghutna, ghutne, no, not, without, bina, non, paise ke, paisa ke, paise, rupaye ke, money in,
  घुटना, घुटने, वाल्व, कूल्हा, बिना, नो, पैसे के, पैसे, रुपये के, प्लाज्मा, किडनी, kidney, kulha, plasma ka`,
  true,
);
const otherAfter = vocabulary(
  `transfusion, surgery, operation, therapy, nahi, nhi, nahin, not, na, impossible, ke bina, k bina, se mana, mana, me paisa, me paise, paisa, paise, ke liye koi nahi, ka operation,
  नहीं, ट्रांसफ्यूजन, सर्जरी, ऑपरेशन, पैसे, पैसा, के बिना, का ऑपरेशन, possible nahi, available nahi, is not, not possible, isn t, not available, ki surgery`,
  true,
);

export const findExchange = (tokens: readonly Token[]): boolean =>
  tokens.some((_, i) => {
    const length = exchange.at(tokens, i);
    return (
      length > 0 && !endsBefore(tokens, i, otherBefore) && otherAfter.at(tokens, i + length) === 0
    );
  });

/** Does the blood bank give against any group's donation (FACTS §3)? Operations of that name are none. */
export const parseExchange = (text: string): boolean => findExchange(tokenizeWithoutPhones(text));
