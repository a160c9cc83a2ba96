import { vocabulary } from '../../text/vocabulary.ts';

/** With one of these beside it, an answer in words is not certain, so the hotline asks. */
export const guardWords = {
  not: vocabulary({
    en: `not, no, cannot, cant, can t, never, none, isn t, wasn t, didn t, didnt, don t, dont, doesn t,
      won t, wont, haven t, hasn t, couldn t, unable, without`,
    hi: 'नहीं, नही, ना, मत, बिना',
    'hi-Latn': 'nahi, nahin, nhi, nai, nahee, nehi, na, mat, bina',
  }),
  /** A "no" that denies nothing. */
  noProblem: vocabulary({
    en: `no problem, no prob, no issue, no issues, no doubt, no worries, not a problem, without fail,
      why not`,
    hi: 'कोई दिक्कत नहीं, कोई बात नहीं, कोई शक नहीं, क्यों नहीं, क्यूं नहीं',
    'hi-Latn': `koi dikkat nahi, koi dikkat nhi, koi baat nahi, koi baat nhi, koi shak nahi, koi shak nhi,
      kyu nahi, kyun nahi, kyo nahi`,
  }),
  doubt: vocabulary({
    en: `maybe, may be, might, perhaps, probably, possibly, seems, looks like, think, guess, hope,
      unsure, doubt, doubtful, suspicious, try, trying, will try, let me, see, will see, will tell,
      will inform, will let, let you know, depends, most likely, hopefully, supposed, can t say, cannot say, can not say, not sure, make sure,
      be sure, you sure, wish i could, if no one`,
    hi: `शायद, लगता, लग रहा, पता नहीं, कोशिश, देखता, देखती, सोचता, सोचती, बताता, बताती, बताऊंगा,
      बताऊंगी, बताऊँगा, बताऊँगी, बता पाऊंगा, बता पाऊंगी, बताएंगे, बताते, देखेंगे, देखूंगा, देखूंगी, देखते,
      पक्का नहीं, शक, उम्मीद, हो सकता, पूछकर, पूछ कर, पूछता`,
    'hi-Latn': `shayad, sayad, lagta, lagti, lag raha, lag rha, pata nahi, pta nahi, pta nhi, koshish,
      kosis, dekhta, dekhti, dekhte, dekh kar, sochta, sochti, batata, batati, btata, btati, bataunga,
      bataungi, btaunga, bata dunga, bata paunga, bata paungi, batayenge, batate, dekhenge, dekhunga,
      dekhungi, dekh lenge, dekh lunga, dekh lungi, pakka nahi, pakka nhi, confirm nahi, shak, shaq, umeed, ummeed, ho sakta, poochh kar, puch kar, puchkar,
      puchh kar, puchta, try karta, try karunga, try krta`,
  }),
  condition: vocabulary({
    en: 'if, unless, provided, when, whether, only if, would have',
    hi: 'अगर, यदि, जब, बशर्ते, होते तो, होता तो, होती तो',
    'hi-Latn': 'agar, agr, yadi, jab, jb, basharte, hote to, hota to, hoti to',
  }),
  /** The phone answers, not its owner. */
  automatic: vocabulary({
    en: `auto reply, autoreply, automatic reply, auto response, sent automatically, i ll get back to you,
      i will get back to you,
      can t talk right now, cannot talk right now, can t reply right now`,
    hi: '',
    'hi-Latn': '',
  }),
  but: vocabulary({
    en: 'but, however, although, though, except',
    hi: 'लेकिन, मगर, परंतु, पर',
    'hi-Latn': 'lekin, lkin, magar, mgr, par, pr, parantu',
  }),
  question: vocabulary({
    en: '?, who, what, which, how, can i, should i, may i, do i, shall i, is it, is this, are you',
    hi: 'क्या, कौन, कब, कैसे, कितना, कितनी, कितने',
    'hi-Latn': `kya, kia, kaun, kon, koun, konsa, kab, kaise, kese, kitna, kitni, kitne`,
  }),
  /** Said by others, not by the sender. */
  hearsay: vocabulary({
    en: 'says, say, said, told, claims, claim, according',
    hi: 'कह रहे, कह रहा, कह रही, बोल रहे, बोल रहा, बोल रही, कहते, बोलते, बताया',
    'hi-Latn': `keh rahe, keh raha, keh rahi, kah rahe, kah raha, kah rahi, bol rahe, bol raha, bol rahi,
      bol rhe, bol rha, bol rhi, kehte, bolte, bataya, btaya`,
  }),
  /** Another person who comes or does not come. */
  otherPerson: vocabulary({
    en: `my brother, his brother, sister, friend, friends, husband, wife, son, daughter, father, mother, uncle, aunt,
      cousin, nephew, colleague, neighbour, neighbor, somebody, someone, he is, he will, he can, she, they, is coming, his, her, him, them, staff, patient, attendant, donor, doctor`,
    hi: `मेरा भाई, मेरे भाई, दोस्त, मित्र, बहन, पति, पत्नी, बेटा, बेटी, पापा, पिता, मम्मी, मां, चाचा,
      कोई और, किसी और, वो, वह, उसका, उनका, मरीज, भेज रहा, भेज रही, डॉक्टर`,
    'hi-Latn': `mera bhai, mere bhai, chhota bhai, bada bhai, dost, dosto, mitra, behan, bahan, pati, patni,
      beta, beti, papa, pita, mummy, mammi, chacha, koi aur, kisi aur, wo, woh, vo, uska, unka, mareez,
      mariz, marij, bhej raha, bhej rahi, bhej rha, bhejta, bhejti, bhai aa raha hai, bhai aa rha hai,
      bhai aa jayega, bhai aayega, ladka, ladke`,
  }),
  otherDay: vocabulary({
    en: `tomorrow, tomorow, tmrw, yesterday, next, later, another day, some other day, another time,
      some other time, in future, someday`,
    hi: 'कल, परसों, परसो, अगली, अगले, अगला, बाद में, फिर कभी, अभी नहीं, दूसरे दिन',
    'hi-Latn': `kal, kl, parso, parson, parsu, agli, agle, agla, baad me, baad mein, bad me, phir kabhi,
      fir kabhi, kabhi aur, abhi nahi, abhi nhi, abhi aa nahi, dusre din, doosre din`,
  }),
};
