import { tokenize } from '../text/normalize.ts';
import { vocabulary } from '../text/vocabulary.ts';

const never = vocabulary(
  `never, no, nope, none, nil, not yet, never before, first time, long ago, nahi, nahin, nhi, nai, na, kabhi nahi, kabhi nahin, kabhi nhi, kabhi bhi nahi, kabhi bhi nahin, abhi tak nahi, abhi tak nahin, ab tak nahi, aaj tak nahi, pehli baar, pehli bar, pahli baar, pahli bar, phli bar, bahut pehle, bahut pahle,
  नहीं, नही, ना, कभी नहीं, कभी नही, कभी भी नहीं, अभी तक नहीं, अब तक नहीं, आज तक नहीं, पहली बार, बहुत पहले`,
  true,
);
/** What people put around it: "maine pehle kabhi nahi diya", "no, I have never given blood". */
const around = vocabulary(
  `i, i have, i ve, have, gave, given, give, donated, donate, blood, before, it is, its, this is, this is my, my, the, sir, ji, maine, mene, humne, main, mai, pehle, pahle, khoon, khun, rakt, diya, dia, di, de raha, de rahi, dunga, dungi, hai, h, hu, hun, hoon, yeh, ye, meri, to, toh,
  मैंने, मैने, हमने, मैं, पहले, खून, रक्त, ब्लड, दिया, दे रहा, दे रही, दूंगा, दूंगी, है, हूं, हूँ, यह, ये, मेरी, तो, जी, सर`,
  true,
);

/** The answer to "when did you last give blood?" that means never, or long ago; nothing else may be in it. */
export const saysNeverDonated = (text: string): boolean => {
  const tokens = tokenize(text).filter((token) => token.kind !== 'mark');
  let isSaid = false;
  for (let i = 0; i < tokens.length; ) {
    const length = never.at(tokens, i);
    if (length > 0) isSaid = true;
    const next = length || around.at(tokens, i);
    if (next === 0) return false;
    i += next;
  }
  return isSaid;
};
