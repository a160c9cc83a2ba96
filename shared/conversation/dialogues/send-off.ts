import { tokenize } from '../text/normalize.ts';
import { mentions, vocabulary } from '../text/vocabulary.ts';

const sendIt = vocabulary(
  'send it, send off, please send, send, confirm, confirmed, all correct, all right, everything is correct, correct, bhej do, bhej de, bhejo, bhej dijiye, bhejiye, sab sahi, sab theek, sab thik, sahi hai, sahi h, sahi he, theek hai, thik hai, भेज दो, भेज दीजिए, भेजो, भेजिए, सब सही, सब ठीक, सही है, ठीक है',
  true,
);
const but = vocabulary(
  'not, no, nahi, nahin, nhi, galat, wrong, but, par, lekin, नहीं, गलत, लेकिन, पर',
  true,
);

/** "Sab sahi hai bhej do": the summary is right. Only words; a number or a no may be a correction. */
export const saysSendOff = (text: string): boolean => {
  const tokens = tokenize(text);
  const isPlain = tokens.length <= 8 && tokens.every((token) => token.kind !== 'number');
  return isPlain && mentions(tokens, sendIt) && !mentions(tokens, but);
};
