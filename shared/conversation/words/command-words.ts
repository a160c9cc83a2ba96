import type { TextCommand } from '../commands/text-command.ts';
import { forgivingVocabulary, type Vocabulary, vocabulary } from '../text/vocabulary.ts';
import { forgetWords } from './leaving/forget-words.ts';

/**
 * The words of each command in docs/contract.md. Single words of six letters and more forgive one wrong letter where
 * the vocabulary is forgiving; phrases are matched word by word.
 */
export const commandWords = {
  ok: vocabulary({
    en: 'ok, okay, okey, okk, oke, o k, verified, verify, approved, approve, ok verified',
    hi: 'ओके, ओ के, ठीक, ठीक है, सही, सही है',
    'hi-Latn': `theek, thik, theek hai, thik hai, theek h, thik h, tik hai, sahi, sahi hai, ok hai, ok h`,
  }),
  no: vocabulary({
    en: 'no, noo, fake, refuse, refused',
    hi: 'नो, गलत, गलत है, फर्जी',
    'hi-Latn': 'galat, galat hai, farji',
  }),
  trust: vocabulary({
    en: 'trust',
    hi: 'ट्रस्ट, भरोसा, विश्वास, भरोसा करो',
    'hi-Latn': 'bharosa, bharosa karo, vishwas',
  }),
  untrust: vocabulary({
    en: 'untrust, un trust',
    hi: 'अनट्रस्ट, भरोसा नहीं, भरोसा हटाओ, भरोसा हटा दो, विश्वास नहीं',
    'hi-Latn': 'bharosa nahi, bharosa hatao, bharosa hata do, vishwas nahi',
  }),
  /** Lekha alone is a woman's name. */
  audit: vocabulary({
    en: 'audit, audit trail',
    hi: 'ऑडिट, आडिट, लेखा जोखा',
    'hi-Latn': 'lekha jokha, lekhajokha',
  }),
  camp: vocabulary({
    en: 'camp, new camp, open camp, blood camp, donation camp',
    hi: 'कैंप, कैम्प, नया कैंप, शिविर, रक्तदान शिविर, नया शिविर',
    'hi-Latn': 'naya camp, camp lagana hai, camp lagana, shivir, raktdan shivir',
  }),
  story: vocabulary({
    en: 'story, my story, our story',
    hi: 'कहानी, मेरी कहानी, हमारी कहानी, स्टोरी',
    'hi-Latn': 'kahani, kahaani, meri kahani, hamari kahani',
  }),
  untell: vocabulary({
    en: 'untell, story down, take story down, remove story, remove my story, delete story, delete my story',
    hi: 'कहानी हटाओ, कहानी हटा दो, कहानी हटाएं, मेरी कहानी हटाओ, मेरी कहानी हटा दो, अनटेल',
    'hi-Latn': 'kahani hatao, kahani hata do, meri kahani hatao, meri kahani hata do',
  }),
  lang: vocabulary({
    en: 'lang, language, languages, langauge, lang to',
    hi: 'भाषा, लैंग, लैंग्वेज, लेंग, जबान',
    'hi-Latn': 'bhasha, bhaasha, basha, zaban, zubaan',
  }),
  menu: vocabulary({
    en: 'menu, menue, manu, meenu, help, help me, hlp, info, options, ?',
    hi: 'मेनू, मेन्यू, मीनू, मदद, सहायता, सूची, क्या लिखूं, हेल्प',
    'hi-Latn': 'madad, madat, sahayata, kya likhu, kya likhe, kya karu, suchi',
  }),
  mydata: vocabulary({
    en: 'mydata, my data, my details, my info, what do you know about me, show my data',
    hi: `माय डेटा, मायडेटा, मेरा डेटा, मेरा डाटा, मेरी जानकारी, मेरा डेटा बताओ, मेरा डेटा दिखाओ`,
    'hi-Latn':
      'mera data, mera data batao, mera data dikhao, mera deta, meri jankari, meri jaankari',
  }),
  forget: forgetWords,
  calls: vocabulary({
    en: 'calls, call me, phone me',
    hi: 'कॉल्स, कॉल करो, फोन करो, फोन करें, मुझे फोन करो',
    'hi-Latn': 'phone karo, phone kare, mujhe phone karo, call karo',
  }),
  texts: vocabulary({
    en: 'texts, text me',
    hi: 'टेक्स्ट, मैसेज करो, मैसेज करें, संदेश भेजो',
    'hi-Latn': 'message karo, message kare, msg karo, mujhe message karo, sms karo',
  }),
  hide: vocabulary({
    en: 'hide, hide number, hide my number',
    hi: 'हाइड, नंबर छिपाओ, नंबर छुपाओ, नंबर मत दिखाओ, मेरा नंबर मत दिखाओ',
    'hi-Latn': 'number chhupao, number chupao, number mat dikhao, mera number mat dikhao',
  }),
  show: vocabulary({
    en: 'show, show number, show my number',
    hi: 'शो, नंबर दिखाओ, मेरा नंबर दिखाओ',
    'hi-Latn': 'number dikhao, mera number dikhao',
  }),
  blood: vocabulary({
    en: 'blood, blud, blod, blood request, blood required form, new request',
    hi: 'ब्लड, खून, रक्त, लहू, नया अनुरोध',
    'hi-Latn': 'khoon, khun, rakt, khoon chahiye bas, nayi request, naya anurodh',
  }),
  done: forgivingVocabulary({
    en: 'done, donne, donated, i gave blood, blood given, given, received',
    hi: `डन, हो गया, हो गया है, दे दिया, दे दिया है, खून दे दिया, खून दिया, रक्त दे दिया,
      ब्लड दे दिया, मिल गया, खून मिल गया, ब्लड मिल गया, पूरा हुआ`,
    'hi-Latn': `done hai, done h, ho gaya, ho gya, hogaya, ho gaya hai, ho chuka, de diya, dediya,
      de diya hai, de di, khoon de diya, blood de diya, khoon diya, rakt de diya, mil gaya,
      mil gya, khoon mil gaya, blood mil gaya, pura hua, poora hua`,
  }),
  drop: forgivingVocabulary({
    en: `drop, dropp, drop out, dropout, can't come, cant come, cannot come, can not come,
      i can't come, i cant come, i cannot come, not coming, i am not coming`,
    hi: `ड्रॉप, ड्राप, छोड़ दो, छोड़ो, छोड़, छोड़ दिया, हटना है, नहीं आ सकता, नहीं आ सकती,
      नहीं आ पाऊंगा, नहीं आ पाउंगा, नहीं आ पाऊंगी, नहीं आ पाउंगी, नहीं आऊंगा, नहीं आऊंगी,
      मैं नहीं आ सकता, मैं नहीं आ सकती, मैं नहीं आ पाऊंगा, मैं नहीं आ पाऊंगी`,
    'hi-Latn': `drop karo, drop kar do, drop kro, chhod do, chhodo, chhod, chod do, chhod diya,
      hat raha hu, hat rahi hu, nahi aa sakta, nahi aa sakti, nahi aa paunga, nahi aa paungi,
      nahi aa paoonga, nahi aa skta, nahi aa skti, nahi aaunga, nahi aaungi, nhi aa paunga,
      nhi aa sakta, main nahi aa sakta, main nahi aa paunga, mai nahi aa paunga,
      main nahi aa paungi`,
  }),
  status: forgivingVocabulary({
    en: `status, stats, staus, did you find, found anyone, any donor, any donor found, any update,
      update, updates`,
    hi: `कोई मिला, डोनर मिला, कोई डोनर मिला, कब तक मिलेगा, स्थिति, स्तिथि, स्टेटस, हाल, क्या हुआ,
      क्या स्थिति है, क्या हाल है`,
    'hi-Latn': `donor mila, koi donor mila, koi mila, kab tak milega, sthiti, isthiti, haal, kya haal hai,
      kya hua, kya hua hai, kya sthiti hai, kitne mile`,
  }),
  close: forgivingVocabulary({
    en: `close, closed, clos, close it, close request, cancel request, cancel my request,
      cancel the request, request cancel, no longer needed, not needed, not required, no need,
      no longer required`,
    hi: `क्लोज, रिक्वेस्ट कैंसिल, रिक्वेस्ट कैंसिल करो, क्लोज़, खत्म, ख़त्म, समाप्त,
      बंद करो अनुरोध, नहीं चाहिए, अब नहीं चाहिए, खून नहीं चाहिए, अब खून नहीं चाहिए, जरूरत नहीं,
      अब जरूरत नहीं, जरूरत नहीं है, अब जरूरत नहीं है`,
    'hi-Latn': `close karo, close kar do, request cancel karo, request cancel kar do, request cancel kro,
      band karo request, request band karo, request band, khatam, khatm, samapt, nahi chahiye,
      ab nahi chahiye, nhi chahiye, nahi chahie, nahi chaiye, ab khoon nahi chahiye,
      khoon nahi chahiye, blood nahi chahiye, ab blood nahi chahiye, zaroorat nahi,
      jarurat nahi, zarurat nahi, ab zaroorat nahi, ab jarurat nahi, zaroorat nahi hai,
      jarurat nahi hai, ab zaroorat nahi hai, ab jarurat nahi hai`,
  }),
  more: vocabulary({
    en: 'more, extra',
    hi: 'और, मोर, ज्यादा, अधिक',
    'hi-Latn': 'aur, or, adhik, zyada, jyada',
  }),
  join: vocabulary({
    en: 'join, jooin, joyin, join as donor, join donor',
    hi: `जॉइन, ज्वाइन, ज्वॉइन, जुड़ना, जुड़ना है, जुड़ें, जुड़ो, जुड़े, जोड़ो, जोड़ दो, जोड़ें,
      जुड़िए`,
    'hi-Latn': `join karna hai, join karna, join kare, join karo, judna, judna hai, judna h,
      judna chahta hu, judna chahti hu, judo, jude, juden, judiye, jodo, jod do, jodiye, jodna`,
  }),
  on: vocabulary({
    en: 'on, onn, resume, on duty, duty on',
    hi: 'ऑन, आन, चालू, चालू करो, शुरू, शुरू करो, फिर से शुरू, ड्यूटी ऑन',
    'hi-Latn': `chalu, chaalu, chalu karo, chalu kar do, shuru, shuroo, shuru karo, shuru kar do,
      phir se shuru`,
  }),
  off: vocabulary({
    en: 'off, of, offf, off duty, duty off',
    hi: 'ऑफ, आफ, बंद, बन्द, ड्यूटी ऑफ, ड्यूटी बंद, ड्यूटी बंद करो, ड्यूटी बंद कर दो',
    'hi-Latn': 'band, duty band, duty band karo, duty band kar do',
  }),
  pause: vocabulary({
    en: 'pause, pauze, paus, pauses, paused, break',
    hi: `पॉज, पॉज़, पाज, रोको, रोक दो, रोकिए, रुको, विराम, बंद, बंद करो, बंद कर दो, बंद रखो, बन्द`,
    'hi-Latn': `roko, rok do, rokiye, ruko, rukiye, viram, band, band karo, band kar do, band rakho,
      band kro, message band, alert band`,
  }),
  gave: vocabulary({
    en: `gave, gave on, gave blood, gave blood on, i gave, i gave on, i gave blood,
      i gave blood on, donated, donated on, i donated, i donated on, i donated blood on`,
    hi: `दिया, दिया था, खून दिया, खून दिया था, रक्त दिया, रक्तदान, रक्तदान किया, दान किया,
      मैंने दिया, मैंने खून दिया, ब्लड दिया, को खून दिया, को दिया, को रक्तदान किया, को दिया था,
      को खून दिया था`,
    'hi-Latn': `diya, diya tha, khoon diya, khoon diya tha, blood diya, blood diya tha, rakt diya,
      rakt daan, raktdan, raktdaan, raktdan kiya, daan kiya, maine diya, maine khoon diya,
      ko khoon diya, ko diya, ko diya tha, ko blood diya, ko khoon diya tha, ko raktdan kiya`,
  }),
} satisfies Record<
  Exclude<TextCommand['type'], 'answer' | 'campIn' | 'campGave' | 'back' | 'new'>,
  Vocabulary
>;

/** Words that answer a question with yes (1) or no (2). */
export const answerWords = {
  yes: vocabulary({
    en: 'yes, yess, yeah, yep, y, yes i can, i can come, yes i agree, agree, i agree, agreed',
    hi: 'हां, हाँ, हा, हां जी, जी हां, जी हाँ, हाँ जी, बिल्कुल, सहमत, सहमत हूं, मंजूर',
    'hi-Latn': `ya, haan, han, haa, ha, hn, haan ji, han ji, ha ji, hanji, haanji, ji haan, ji han,
      bilkul, sahmat, sahmat hu, manjoor, manzoor`,
  }),
  no: vocabulary({
    en: 'nope, nah, no i cannot, no i can t, not possible, 👎, ❌',
    hi: 'नहीं, नही, ना, जी नहीं, नहीं जी, नहीं हो पाएगा',
    'hi-Latn': 'nahi, nahin, nhi, nai, na, nahi ji, ji nahi, nahi ho payega',
  }),
  one: vocabulary({ en: 'one', hi: 'एक', 'hi-Latn': 'ek' }),
};

/** Words beside a command. */
export const besideCommandWords = {
  /** A "no" that refuses nothing. */
  noProblem: vocabulary({
    en: 'no problem, no prob, no issue, no issues, no doubt',
    hi: 'कोई दिक्कत नहीं',
    'hi-Latn': 'koi dikkat nahi, koi dikkat nahin, dikkat nahi',
  }),
  /** The volunteer did not reach the family: this says nothing about the need itself. */
  notReached: vocabulary({
    en: `did not pick, didnt pick, not picking, no answer, not answering, not reachable,
      unreachable, switched off, switch off, no one picked, nobody picked, busy`,
    hi: 'फोन नहीं उठा, नहीं उठा रहे, नहीं उठाया, फोन नहीं लगा, नहीं लग रहा, फोन बंद, व्यस्त',
    'hi-Latn': `phone nahi utha, phone nahi uthaya, nahi utha raha, nahi utha rahe, nahi uthaya,
      call nahi laga, phone nahi laga, nahi lag raha, phone band, band hai`,
  }),
  /** The words of MORE that need no number. */
  moreAlone: vocabulary({ en: 'more', hi: 'मोर', 'hi-Latn': '' }),
  /** Around MORE and its number: "2 unit aur chahiye". */
  aroundMore: vocabulary({
    en: 'unit, units, bottle, bottles, yunit, u, needed, need, required, blood, donor, donors',
    hi: 'यूनिट, बोतल, चाहिए, खून, डोनर',
    'hi-Latn': 'botal, chahiye, chaiye, chahie, khoon',
  }),
  /** Around PAUSE: "30 din ke liye band". */
  aroundPause: vocabulary({
    en: 'for, alerts, alert, message, messages, till, until, upto, up to, to',
    hi: 'के लिए, तक, मुझे, संदेश',
    'hi-Latn': 'ke liye, ke lie, tak, ko, mujhe',
  }),
};
