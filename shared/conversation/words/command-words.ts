import { vocabulary } from '../text/vocabulary.ts';

/**
 * Every word of CONTRACT's commands in English, Hindi in Latin letters and Devanagari. Single words of six
 * letters and more forgive one wrong letter; phrases are taken word by word.
 */
export const commandWords = {
  courtesy: vocabulary(
    'sir, ji, jee, please, plz, pls, bhai, bhaiya, madam, thanks, thank you, जी, सर, कृपया, भाई, धन्यवाद',
    true,
  ),
  yes: vocabulary(
    'yes, yess, yeah, yep, y, ya, haan, han, haa, ha, hn, haan ji, han ji, ha ji, hanji, haanji, ji haan, ji han, bilkul, हां, हाँ, हा, हां जी, जी हां, जी हाँ, हाँ जी, बिल्कुल, yes i can, i can come, yes i agree, agree, i agree, agreed, sahmat, sahmat hu, manjoor, manzoor, सहमत, सहमत हूं, मंजूर',
    true,
  ),
  nay: vocabulary(
    'nahi, nahin, nhi, nai, na, nahi ji, ji nahi, nope, nah, नहीं, नही, ना, जी नहीं, नहीं जी, no i cannot, no i can t, not possible, nahi ho payega, नहीं हो पाएगा',
    true,
  ),
  oneAlone: vocabulary('one, ek, एक', true),
  ok: vocabulary(
    'ok, okay, okey, okk, oke, o k, theek, thik, theek hai, thik hai, theek h, thik h, tik hai, sahi, sahi hai, verified, verify, approved, approve, ओके, ओ के, ठीक, ठीक है, सही, सही है, ok verified, ok hai, ok h',
    true,
  ),
  no: vocabulary(
    'no, noo, galat, galat hai, farji, fake, refuse, refused, नो, गलत, गलत है, फर्जी',
    true,
  ),
  /** A no that refuses nothing. */
  noProblem: vocabulary(
    'no problem, no prob, no issue, no issues, no doubt, koi dikkat nahi, koi dikkat nahin, dikkat nahi, कोई दिक्कत नहीं',
    true,
  ),
  /** The family could not be reached: no word on the need itself. */
  notReached: vocabulary(
    'did not pick, didnt pick, not picking, no answer, not answering, not reachable, unreachable, switched off, switch off, no one picked, nobody picked, phone nahi utha, phone nahi uthaya, nahi utha raha, nahi utha rahe, nahi uthaya, call nahi laga, phone nahi laga, nahi lag raha, phone band, band hai, busy, फोन नहीं उठा, नहीं उठा रहे, नहीं उठाया, फोन नहीं लगा, नहीं लग रहा, फोन बंद, व्यस्त',
    true,
  ),
  blood: vocabulary(
    'blood, blud, blod, khoon, khun, rakt, khoon chahiye bas, blood request, blood required form, ब्लड, खून, रक्त, लहू, new request, nayi request, naya anurodh, नया अनुरोध',
    true,
  ),
  join: vocabulary(
    'join, jooin, joyin, join as donor, join donor, join karna hai, join karna, join kare, join karo, judna, judna hai, judna h, judna chahta hu, judna chahti hu, judo, jude, juden, judiye, jodo, jod do, jodiye, jodna, जॉइन, ज्वाइन, ज्वॉइन, जुड़ना, जुड़ना है, जुड़ें, जुड़ो, जुड़े, जोड़ो, जोड़ दो, जोड़ें, जुड़िए',
    true,
  ),
  done: vocabulary(
    'done, donne, donated, done hai, done h, ho gaya, ho gya, hogaya, ho gaya hai, ho chuka, de diya, dediya, de diya hai, de di, khoon de diya, blood de diya, khoon diya, rakt de diya, mil gaya, mil gya, khoon mil gaya, blood mil gaya, pura hua, poora hua, i gave blood, blood given, given, received, डन, हो गया, हो गया है, दे दिया, दे दिया है, खून दे दिया, खून दिया, रक्त दे दिया, ब्लड दे दिया, मिल गया, खून मिल गया, ब्लड मिल गया, पूरा हुआ',
  ),
  drop: vocabulary(
    "drop, dropp, drop out, dropout, drop karo, drop kar do, drop kro, chhod do, chhodo, chhod, chod do, chhod diya, hat raha hu, hat rahi hu, nahi aa sakta, nahi aa sakti, nahi aa paunga, nahi aa paungi, nahi aa paoonga, nahi aa skta, nahi aa skti, nahi aaunga, nahi aaungi, nhi aa paunga, nhi aa sakta, main nahi aa sakta, main nahi aa paunga, mai nahi aa paunga, main nahi aa paungi, can't come, cant come, cannot come, can not come, i can't come, i cant come, i cannot come, not coming, i am not coming, ड्रॉप, ड्राप, छोड़ दो, छोड़ो, छोड़, छोड़ दिया, हटना है, नहीं आ सकता, नहीं आ सकती, नहीं आ पाऊंगा, नहीं आ पाउंगा, नहीं आ पाऊंगी, नहीं आ पाउंगी, नहीं आऊंगा, नहीं आऊंगी, मैं नहीं आ सकता, मैं नहीं आ सकती, मैं नहीं आ पाऊंगा, मैं नहीं आ पाऊंगी",
  ),
  status: vocabulary(
    'status, stats, staus, donor mila, koi donor mila, koi mila, kab tak milega, did you find, found anyone, any donor, any donor found, कोई मिला, डोनर मिला, कोई डोनर मिला, कब तक मिलेगा, sthiti, isthiti, haal, kya haal hai, kya hua, kya hua hai, kya sthiti hai, kitne mile, any update, update, updates, स्थिति, स्तिथि, स्टेटस, हाल, क्या हुआ, क्या स्थिति है, क्या हाल है',
  ),
  close: vocabulary(
    'close, closed, clos, close it, close karo, close kar do, close request, cancel request, cancel my request, cancel the request, request cancel, request cancel karo, request cancel kar do, request cancel kro, band karo request, request band karo, request band, khatam, khatm, samapt, nahi chahiye, ab nahi chahiye, nhi chahiye, nahi chahie, nahi chaiye, ab khoon nahi chahiye, khoon nahi chahiye, blood nahi chahiye, ab blood nahi chahiye, zaroorat nahi, jarurat nahi, zarurat nahi, ab zaroorat nahi, ab jarurat nahi, zaroorat nahi hai, jarurat nahi hai, ab zaroorat nahi hai, ab jarurat nahi hai, no longer needed, not needed, not required, no need, no longer required, क्लोज, रिक्वेस्ट कैंसिल, रिक्वेस्ट कैंसिल करो, क्लोज़, खत्म, ख़त्म, समाप्त, बंद करो अनुरोध, नहीं चाहिए, अब नहीं चाहिए, खून नहीं चाहिए, अब खून नहीं चाहिए, जरूरत नहीं, अब जरूरत नहीं, जरूरत नहीं है, अब जरूरत नहीं है',
  ),
  more: vocabulary('more, aur, or, और, मोर, ज्यादा, adhik, अधिक, extra, zyada, jyada', true),
  moreAlone: vocabulary('more, मोर', true),
  moreFiller: vocabulary(
    'unit, units, bottle, bottles, botal, yunit, u, chahiye, chaiye, chahie, needed, need, required, blood, khoon, donor, donors, यूनिट, बोतल, चाहिए, खून, डोनर',
    true,
  ),
  pause: vocabulary(
    'pause, pauze, paus, pauses, paused, roko, rok do, rokiye, ruko, rukiye, viram, band, band karo, band kar do, band rakho, band kro, break, पॉज, पॉज़, पाज, रोको, रोक दो, रोकिए, रुको, विराम, बंद, बंद करो, बंद कर दो, बंद रखो, बन्द, message band, alert band',
    true,
  ),
  pauseFiller: vocabulary(
    'for, ke liye, ke lie, tak, ko, mujhe, alerts, alert, message, messages, के लिए, तक, मुझे, संदेश',
    true,
  ),
  on: vocabulary(
    'on, onn, chalu, chaalu, chalu karo, chalu kar do, shuru, shuroo, shuru karo, shuru kar do, phir se shuru, resume, on duty, duty on, ऑन, आन, चालू, चालू करो, शुरू, शुरू करो, फिर से शुरू, ड्यूटी ऑन',
    true,
  ),
  off: vocabulary(
    'off, of, offf, band, band karo, band kar do, off duty, duty off, duty band, ऑफ, आफ, बंद, बंद करो, बन्द, बंद कर दो, ड्यूटी ऑफ, ड्यूटी बंद',
    true,
  ),
  gave: vocabulary(
    'gave, gave on, gave blood, gave blood on, i gave, i gave on, i gave blood, i gave blood on, donated, donated on, i donated, i donated on, i donated blood on, diya, diya tha, khoon diya, khoon diya tha, blood diya, blood diya tha, rakt diya, rakt daan, raktdan, raktdaan, raktdan kiya, daan kiya, maine diya, maine khoon diya, दिया, दिया था, खून दिया, खून दिया था, रक्त दिया, रक्तदान, रक्तदान किया, दान किया, मैंने दिया, मैंने खून दिया, ब्लड दिया, को खून दिया, को दिया, को रक्तदान किया, ko khoon diya, ko diya, ko diya tha, ko blood diya, ko khoon diya tha, ko raktdan kiya, को दिया था, को खून दिया था',
    true,
  ),
  menu: vocabulary(
    'menu, menue, manu, meenu, help, help me, hlp, info, options, madad, madat, sahayata, kya likhu, kya likhe, kya karu, suchi, ?, मेनू, मेन्यू, मीनू, मदद, सहायता, सूची, क्या लिखूं, हेल्प',
    true,
  ),
  mydata: vocabulary(
    'mydata, my data, my details, my info, what do you know about me, show my data, mera data, mera data batao, mera data dikhao, mera deta, meri jankari, meri jaankari, माय डेटा, मायडेटा, मेरा डेटा, मेरा डाटा, मेरी जानकारी, मेरा डेटा बताओ, मेरा डेटा दिखाओ',
    true,
  ),
  /** It erases: only words that cannot mean anything else. */
  forget: vocabulary(
    'forget, forget me, erase me, delete me, delete my data, delete my number, remove me, bhool jao, bhul jao, bhool jaiye, mujhe bhool jao, mujhe bhul jao, mujhe hata do, mujhe hatao, mera naam hata do, mera number hata do, mera data mita do, फॉरगेट, भूल जाओ, भूल जाइए, मुझे भूल जाओ, मुझे हटा दो, मुझे हटाओ, मेरा नाम हटा दो, मेरा नंबर हटा दो',
    true,
  ),
  lang: vocabulary(
    'lang, language, languages, langauge, lang to, bhasha, bhaasha, basha, zaban, zubaan, भाषा, लैंग, लैंग्वेज, लेंग, जबान',
    true,
  ),
  languageAlone: vocabulary(
    'hindi, english, hinglish, angrezi, angreji, devanagari, devnagari, हिंदी, हिन्दी, अंग्रेजी, अंग्रेज़ी, इंग्लिश, roman hindi, hindi roman',
    true,
  ),
  latinHindi: vocabulary(
    'hindi, hinglish, hin, hindi roman, roman hindi, roman, hi latn, hi latin, latin, hindi latin, हिंग्लिश, रोमन, रोमन हिंदी, hindi english',
    true,
  ),
  hindi: vocabulary(
    'hi, hindi devanagari, devanagari, devnagari, हिंदी, हिन्दी, हिंदि, देवनागरी, हाय, एचआई, hindi hi',
    true,
  ),
  english: vocabulary(
    'en, eng, english, inglish, englsh, angrezi, angreji, angrezee, अंग्रेजी, अंग्रेज़ी, इंग्लिश, इंगलिश, ईएन',
    true,
  ),
  calls: vocabulary(
    'calls, call me, phone me, phone karo, phone kare, mujhe phone karo, call karo, कॉल्स, कॉल करो, फोन करो, फोन करें, मुझे फोन करो',
    true,
  ),
  texts: vocabulary(
    'texts, text me, message karo, message kare, msg karo, mujhe message karo, sms karo, टेक्स्ट, मैसेज करो, मैसेज करें, संदेश भेजो',
    true,
  ),
  hide: vocabulary(
    'hide, hide number, hide my number, number chhupao, number chupao, number mat dikhao, mera number mat dikhao, हाइड, नंबर छिपाओ, नंबर छुपाओ, नंबर मत दिखाओ, मेरा नंबर मत दिखाओ',
    true,
  ),
  show: vocabulary(
    'show, show number, show my number, number dikhao, mera number dikhao, शो, नंबर दिखाओ, मेरा नंबर दिखाओ',
    true,
  ),
  trust: vocabulary('trust, bharosa, bharosa karo, vishwas, ट्रस्ट, भरोसा, विश्वास, भरोसा करो', true),
  untrust: vocabulary(
    'untrust, un trust, bharosa nahi, bharosa hatao, bharosa hata do, vishwas nahi, अनट्रस्ट, भरोसा नहीं, भरोसा हटाओ, भरोसा हटा दो, विश्वास नहीं',
    true,
  ),
};
