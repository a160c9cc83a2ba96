import { vocabulary } from '../../text/vocabulary.ts';

/** News of a family about its open request. */
export const familyNewsWords = {
  /** The family sees no donor, or cannot reach the donor. */
  nobodyCame: vocabulary({
    en: `nobody came, no one came, noone came, nobody has come, no one has come, nobody come,
      no one come, none came, no donor came, no donor has come, donor did not come,
      donor didn t come, donor didnt come, donor has not come, donor not come, donor has not arrived,
      donor not arrived, donor not reached, donor has not reached, he did not come,
      she did not come, has not come yet, not come yet, not arrived yet, not reached yet,
      nobody is here, no one is here, where is the donor, where is donor, not picking,
      does not pick, doesn t pick, did not pick, didn t pick, not answering, not answer,
      phone is off, switched off, switch off, not reachable, unreachable`,
    hi: `कोई नहीं आया, कोई नही आया, कोई नहीं आ रहा, कोई डोनर नहीं आया, डोनर नहीं आया,
      डोनर नही आया, अभी तक नहीं आया, अभी तक नहीं आए, नहीं पहुंचा, नहीं पहुंचे, डोनर कहां है,
      फोन नहीं उठा, फोन नही उठा, कॉल नहीं उठा, फोन बंद, नंबर बंद, स्विच ऑफ, नहीं लग रहा`,
    'hi-Latn': `koi nahi aaya, koi nhi aaya, koi nahin aaya, koi nahi aya, koi nhi aya, koi nahi aa raha,
      koi donor nahi aaya, donor nahi aaya, donor nhi aaya, donor nahin aaya, donor nahi aya,
      donor nhi aya, abhi tak nahi aaya, abhi tak nhi aaya, abhi tak nahi aaye, abhi tk nhi aaya,
      abhi tak koi nahi, nahi pahuncha, nahi pahunche, nhi pahuncha, donor kahan hai,
      donor kaha hai, phone nahi utha, phone nhi utha, phone nahin utha, fone nahi utha,
      call nahi utha, call nhi utha, phone nahi le raha, phone band, number band,
      nahi lag raha, nhi lag raha`,
  }),
  /** Blood has come. */
  received: vocabulary({
    en: `got it, got blood, got the blood, we got, got, received, found, arranged, managed,
      arrangement done, was given, is given, has been given, given`,
    hi: `मिल गया, मिल गई, मिल गयी, मिल गए, मिल चुका, मिल चुकी, मिला, इंतजाम हो गया,
      इंतज़ाम हो गया, व्यवस्था हो गई, चढ़ गया, लग गया`,
    'hi-Latn': `mil gaya, mil gya, mil gayi, mil gyi, mil gai, mil gaye, mil gye, mil chuka, mil chuki,
      mila, intezam ho gaya, intejam ho gaya, intezaam ho gaya, arrange ho gaya, vyavastha ho gayi,
      chadh gaya, lag gaya`,
  }),
  /** "Did we get a donor?" and "not found" are no news. */
  notReceived: vocabulary({
    en: 'not got, not received, not found, not arranged, no, not, any, got no, yet, who got, how',
    hi: 'नहीं, नही, क्या, कोई, कब, कितने',
    'hi-Latn': 'nahi, nahin, nhi, nai, kya, koi, kab, kitne',
  }),
  /** The blood is what was found. */
  blood: vocabulary({
    en: 'blood, blood bank, bloodbank, it, unit, units, bottle, bottles, donor, elsewhere, relative, platelets, plasma',
    hi: 'खून, ब्लड, ब्लड बैंक, रक्त, यूनिट, बोतल, डोनर, प्लेटलेट, प्लेटलेट्स, कहीं और',
    'hi-Latn': 'khoon, khun, rakt, kahin aur, kahi aur, dusri jagah',
  }),
  /** Where other blood came from: not from a donor of ours. */
  elsewhere: vocabulary({
    en: 'blood bank, bloodbank, elsewhere, somewhere else, from a relative, from relatives, my brother gave',
    hi: 'ब्लड बैंक, कहीं और, दूसरी जगह, रिश्तेदार',
    'hi-Latn': 'kahin aur, kahi aur, dusri jagah, doosri jagah, rishtedar',
  }),
  /** Who gives, in a family's words. */
  donor: vocabulary({
    en: 'donor, donors, donar, doner, boy, boys, man, guy, gentleman, person you sent, your person, he has come, he is here',
    hi: 'डोनर, दाता, रक्तदाता, लड़का, लड़के, लड़का, लइका, भाई साहब, भाईसाहब, आदमी, बंदा, दोनों जने',
    'hi-Latn':
      'ladka, ladke, larka, laika, bhai sahab, bhaisahab, aadmi, admi, banda, bande, data, raktdata',
  }),
  /** Of the family, said by another: it has found blood. */
  theyFound: vocabulary({
    en: 'they have found, they found, they got it, they have arranged, they arranged, already arranged, got arranged',
    hi: 'उनको मिल गया, इनको मिल गया, उन्हें मिल गया, इन्हें मिल गया, इंतजाम हो गया, इंतज़ाम हो गया',
    'hi-Latn': `unko mil gaya, inko mil gaya, unhe mil gaya, inhe mil gaya, unka ho gaya, intezam ho gaya,
      intejam ho gaya, intezaam ho gaya`,
  }),
  /** Nothing is needed any more. */
  noNeed: vocabulary({
    en: `no longer needed, not needed any more, not needed anymore, not needed now, no need now, no need any more,
      no need anymore, no more needed, no longer required, not required any more, not required anymore,
      do not send anyone, don t send anyone, dont send anyone, do not send anybody, don t send anybody,
      do not send any donor, don t send any donor, stop the search, close everything`,
    hi: `अब जरूरत नहीं, जरूरत नहीं रही, अब नहीं चाहिए, अब खून नहीं चाहिए, किसी को मत भेज, किसी को मत भेजना, किसी को मत भेजिए,
      किसी को मत भेजिएगा, अब मत भेजना, अब मत भेजिए, डोनर मत भेजना, डोनर मत भेजिए`,
    'hi-Latn': `ab zaroorat nahi, ab zarurat nahi, ab jarurat nahi, ab jaroorat nahi, zarurat nahi rahi, jarurat nahi rahi,
      ab nahi chahiye, ab nhi chahiye, ab khoon nahi chahiye, ab blood nahi chahiye, kisi ko mat bhejna,
      kisi ko mat bhejo, kisi ko mat bhejiye, ab mat bhejna, ab mat bhejo, donor mat bhejna, donor mat bhejo`,
  }),
  /** Beside these only a part is not needed, or it is not certain. */
  onlyAPart: vocabulary({
    en: 'only, just, but, instead, except, if, rest, tomorrow',
    hi: 'सिर्फ, केवल, लेकिन, मगर, बस, अगर, बाकी, कल, आज',
    'hi-Latn': 'sirf, keval, lekin, magar, bas, agar, baki, baaki, kal, aaj, par, abhi',
  }),
  /** Beside the news of a death: the search ends at once. */
  stop: vocabulary({
    en: 'stop, close, cancel, no need, not needed, do not send, don t send, dont send',
    hi: 'बंद, रोक, रोको, रोक दो, मत भेजना, मत भेजिए, जरूरत नहीं, नहीं चाहिए',
    'hi-Latn':
      'band, rok, roko, rok do, mat bhejna, mat bhejo, mat bhejiye, zarurat nahi, jarurat nahi, nahi chahiye',
  }),
  /** Every request of this phone. */
  all: vocabulary({
    en: 'all, both, everything, every request',
    hi: 'सब, दोनों, दोनो, सभी, सारे',
    'hi-Latn': 'sab, dono, donon, sabhi, sare, saare',
  }),
  /** More is needed still. */
  more: vocabulary({
    en: 'more, still, another, one more, remaining, left',
    hi: 'और, बाकी, अभी भी',
    'hi-Latn': 'aur, baki, baaki, abhi bhi',
  }),
};
