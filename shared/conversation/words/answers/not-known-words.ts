import { vocabulary } from '../../text/vocabulary.ts';

/** Answers to a question whose answer the sender does not have yet. */
export const notKnownWords = vocabulary({
  en: `don t know, dont know, do not know, no idea, not known, unknown, not sure, not tested, not yet tested, not checked,
    report not come, report not yet, awaiting report, report awaited, will be tested, being tested, who knows, can t say, cannot say`,
  hi: `पता नहीं, मालूम नहीं, नहीं पता, नहीं मालूम, नहीं जानते, नहीं जानती, नहीं जानता, जांच नहीं हुई, जांच बाकी, जांच होनी,
    रिपोर्ट नहीं आई, रिपोर्ट आनी, रिपोर्ट बाकी, याद नहीं`,
  'hi-Latn': `pata nahi, pata nhi, pta nahi, pta nhi, patta nahi, nahi pata, nhi pata, nhi pta, nahi pta, malum nahi, maloom nahi,
    malum nhi, nahi malum, nahi maloom, nhi malum, nahi jante, nahi janti, nahi janta, nahi jaante, jaanch nahi hui, janch nahi hui,
    janch baki, test nahi hua, test nhi hua, check nahi hua, check nhi hua, report nahi aayi, report nahi ayi, report nhi aayi,
    report nhi ayi, report aana baki, yaad nahi, yad nahi, kya pata`,
});
