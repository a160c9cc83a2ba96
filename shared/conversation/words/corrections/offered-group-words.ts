import { vocabulary } from '../../text/vocabulary.ts';

/** Words beside a blood group that is not the one that is needed. */
export const offeredGroupWords = {
  /** The group of those who give in exchange: "badle me O+ denge", "2 people ready, both B+". */
  offer: vocabulary({
    en: `we have, we can give, i can give, can donate, can arrange, ready, ready to, willing to, will give, in exchange,
      in return, for exchange, our own donor, replacement donor`,
    hi: `दे देंगे, दे सकते, दे सकता, दे सकती, देने को, तैयार, बदले, बदले में, हमारे पास, लोगों के पास, देंगे`,
    'hi-Latn': `de denge, de dunga, de sakte, de sakta, de sakti, dene ko, taiyar, taiyaar, tayyar, badle, badle me,
      badle mein, hamare paas, humare paas, hmare paas, logo ke paas, logon ke paas, denge, uska group, unka group`,
  }),
  /** "Two units kept ready": no offer. */
  kept: vocabulary({ en: 'kept, keep, be, should be, stay', hi: '', 'hi-Latn': '' }),
  /** The sender's or a relative's own group: "mera group A+ hai par unka B- hai". */
  own: vocabulary({
    en: `i am, i m, im, my group, my blood group, my own, mine is, mother is, father is, brother is, husband is, wife is,
      uncle is, aunt is, aunty is, cousin is, friend is, nephew is, neighbour is`,
    hi: 'मैं खुद, मेरा ग्रुप, मेरा ब्लड ग्रुप, हमारा ग्रुप, हमार, घर में सब',
    'hi-Latn': `main khud, mai khud, mera group, mera blood group, hamara group, hamar, ghar me sab, ghar mein sab,
      mera`,
  }),
  /** A group that must not come: "don't send O neg", "O nahi chadhta", "they wrote O negative by mistake". */
  wrong: vocabulary({
    en: `don t send, dont send, do not send, won t work, wont work, will not work, by mistake, you wrote, request has,
      not match, does not match`,
    hi: 'मत भेज, मत भेजिए, नहीं चलेगा, नहीं चढ़ता, गलती से, गलत लिखा, पहले बताया',
    'hi-Latn': `mat bhej, mat bhejna, mat bhejo, nahi chalega, nhi chalega, nahi chadhta, nahi chadega, galti se,
      galat likha, likha tha galat, likha hua hai galat`,
  }),
};
