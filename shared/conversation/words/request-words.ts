import { forgivingVocabulary, pairs, vocabulary } from '../text/vocabulary.ts';

/*
 * Words a family's text is made of, by what they are for. Every one of them ends a name, so words that are also
 * common names (Asha, Jeevan, Anand, Lal) stay out.
 */

/** Words that ask for something. */
export const needWords = forgivingVocabulary({
  en: `need, needs, needed, needd, neded, nedded, require, requires, required, requird,
    requirement, req, reqd, rqrd, rqd, wanted, want, wants, arrange, arranged,
    urgently required, looking for, searching, search for, find, help, plz help, please help,
    donate please`,
  hi: `चाहिए, चहिए, चाहिऐ, चाहीए, जरूरत, ज़रूरत, जरुरत, आवश्यकता, आवश्यक्ता, लगेगा, लगेगी, लगना,
    चढ़ाना, चढ़ेगा, चढना, चढ़ना, मदद, सहायता, इंतजाम, इंतज़ाम, व्यवस्था, मिलेगा, मिल सकता,
    मिल जाएगा, दिला दीजिए, दिला दो, दिलवा दो, दिलवा दीजिए, दिला दें, नहीं मिल, रखना है`,
  'hi-Latn': `chahiye, chahie, chaiye, chaie, chaiy, chahiy, chahye, chahiyeh, chiye, chiy, chahia,
    chayie, chye, chaahiye, chaahie, zaroorat, zarurat, jarurat, jaroorat, jrurat, jrurt,
    jarurt, zrurat, zarurt, avashyakta, aavashyakta, awashyakta, avasyakta, aavasyakta, lagega,
    lagegi, lagna, lag raha, chadhana, chadana, chadhega, chadega, chadhna, arrange karna,
    arrange kar, arrange kara, intezam, intejam, vyavastha, madad, maddad, help karo, help kare,
    milega, mil sakta, mil sakega, mil jayega, milegi, mil jaega, dila do, dilwa do, dilwa,
    dilwao, dila dijiye, dilwa dijiye, dila de, nahi mil, nhi mil, nahin mil, nai mil, lena h,
    lena hai, rakhna hai`,
});

/** Grammar, courtesy, medicine, numbers and measures: every word that is not a name. */
export const plainWords = vocabulary({
  en: `need, needs, needed, want, wants, wanted, require, urgently, a, an, the, and, or, of, for,
    to, from, in, on, at, by, with, is, are, was, were, be, been, am, i, we, he, she, it, they,
    this, that, who, whose, which, my, our, his, her, your, their, me, us, you, him, any,
    anyone, anybody, someone, some, please, plz, pls, plez, kindly, sir, madam, dear, hello, hi,
    hey, oh, thanks, thank, regards, fwd, forwarded, forward, share, if, can, could, would, will,
    should, has, have, had, not, no, yes, there, here, where, when, what, how, also, only, just,
    so, as, but, now, today, tomorrow, tonight, morning, evening, night, noon, very, much, more,
    all, one, two, three, four, five, six, seven, eight, nine, ten, near, nearby, up, out,
    please contact, immediately, urgent, asap, available, required, getting, everyone, friends,
    group member, members, admin, hurry, wait, waiting, going, go, come, coming, reach, because,
    due, after, before, since, till, until, within, around, about, some one, admitted, admit,
    addmit, admited, sugar, bp, hb, ref, refer, referred, shifted, operated, being, having, taken, undergoing, under, operation, surgery, accident, accidental,
    case, delivery, pregnant, pregnancy, bleeding, dialysis, bp, pulse, cancer, dengue, anemia, anaemia,
    thalassemia, thalassaemia, thalesemia, thalassemic, heart, kidney, liver, icu, nicu, picu,
    ccu, ot, opd, emergency, serious, critical, condition, stable, male, female, m, f, years,
    year, yrs, yr, old, age, aged, hb, haemoglobin, hemoglobin, level, low, high, count, child,
    kid, boy, girl, lady, man, woman, person, people, dying, dead, die, suffering, has dengue,
    doctor, nurse, staff, requisition, form, number, num, mob, mobile, mo, phone, ph, cell,
    call, contact, whatsapp, ward, bed, room, floor, cabin, wing, block, building, gate, pin,
    pincode, location, address, add, city, state, district, dist, distt, zone, area, near by,
    road, group, grp, bg, type, positive, negative, pos, neg, ve, unit, units, bottle, bottles,
    bag, bags, qty, quantity, name, patient, patients, pt, attendant, attender, relation,
    relative, details, detail, date, time, day, exchange, replacement, donor, donors, donate,
    donation, donating, give, giving, blood, blod, platelet, platelets, plasma, wbc, prbc, rbc,
    sdp, rdp, ffp, hospital, lives, living, requires, lost, died, met, got, having, feeling,
    passed, gone, back, home, money, cost, price, paid, rs, best, good, fresh, frnd, friend,
    mother, father, dad, mom, brother, sister, son, daughter, wife, husband, uncle, aunt, aunty,
    cousin, help, police, station, farmer, labourer, labour, driver, guard, peon, student, housewife, shopkeeper,
    mechanic, tailor, electrician, plumber, soldier, jawan, clerk, widow`,
  hi: `किसान, मजदूर, मज़दूर, ड्राइवर, चालक, दुकानदार, छात्र, छात्रा, शिक्षक, दर्जी, चौकीदार, गृहिणी, विधवा, गरीब, ग़रीब,
    और, या, का, की, के, को, में, मे, मैं, से, पर, तक, है, हैं, हूं, हूँ, हो, हुआ, हुई, हुए, था,
    थी, थे, गया, गई, गए, रहा, रही, रहे, कर, करें, करो, करना, करने, कीजिए, दे, दें, दो, देना,
    देने, दीजिए, देंगे, ले, लो, लेना, लिए, लिये, वाला, वाले, वाली, कुछ, कोई, किसी, क्या, क्यों,
    कब, कहां, कहीं, कैसे, जो, जब, यह, ये, वह, वो, उस, इस, उसे, इसे, उसको, इसको, उनको, इनको,
    उन्हें, इन्हें, मेरा, मेरे, मेरी, हमारा, हमारे, हमारी, मुझे, हमें, हमको, आप, आपका, तुम, ही,
    भी, तो, ना, न, नहीं, मत, बहुत, सख्त, सिर्फ, बस, अब, अभी, आज, कल, परसों, सुबह, शाम, रात,
    दोपहर, बजे, घंटे, दिन, महीने, साल, वर्ष, उम्र, जल्दी, तुरंत, अर्जेंट, गंभीर, कृपया, प्लीज,
    प्लीज़, नमस्ते, नमस्कार, सर, मैडम, भाई, भैया, साहब, जी, दीदी, बहन, दोस्त, मित्र, पापा, पिता,
    पिताजी, मम्मी, मां, माँ, माता, माताजी, बेटा, बेटी, बेटे, बच्चा, बच्चे, बच्ची, पति, पत्नी,
    चाचा, चाची, मामा, मामी, दादा, दादी, नाना, नानी, बुआ, भतीजा, भतीजी, भतीजे, भांजा, भांजे,
    रिश्तेदार, आदमी, औरत, महिला, लड़का, लड़की, हालत, खराब, बीमार, भर्ती, रेफर, बुखार, डेंगू,
    कैंसर, ऑपरेशन, आपरेशन, सर्जरी, एक्सीडेंट, दुर्घटना, डिलीवरी, जान, बचाओ, खतरा, पैसा, पैसे,
    मिल, मिला, मिले, गांव, शहर, जिला, थाना, चाहिए, जरूरत, आवश्यकता, खून, ब्लड, रक्त, समूह,
    ग्रुप, पॉजिटिव, नेगेटिव, यूनिट, बोतल, प्लेटलेट्स, प्लाज्मा, मरीज, रोगी, पेशेंट, नाम, संपर्क,
    पता, वार्ड, बेड, नं, नंबर, मो, मोबाइल, फोन, पिन, कॉल, अस्पताल, हॉस्पिटल, डॉक्टर, एक, तीन,
    चार, पांच, दान, डोनर, डोनेट, मदद, फिर, पास, साथ, अंदर, बाहर, अगर, लेकिन, क्योंकि, बिना,
    हार्ट, किडनी, आईसीयू, एचबी, परिजन, अटेंडेंट, सरकारी, प्राइवेट, तत्काल, इमरजेंसी, एक्सचेंज,
    थैलेसीमिया, सीरियस, जल्द, आयु, लिंग, पुरुष, होने, उसका, उनका, उनकी, बोल, बात`,
  'hi-Latn': `chahie, chahiye tha, dijiyega, bhejiye, chauraha, nam, naam, main, mai, mein, mujhe, mujhko,
    mjhe, hum, ham, humko, hamko, hame, hamein, humein, mera, mere, meri, hamara, hamare,
    hamari, aap, ap, aapke, aapka, tum, wo, woh, vo, ye, yeh, unka, unke, unki, unko, uska,
    uske, uski, usko, use, ise, isko, iska, inka, inko, inke, ka, ke, ki, ko, k, kaa, se, par,
    pe, pr, tak, aur, ya, bhi, b, toh, na, nahi, nhi, nahin, mat, hai, h, hain, hei, hu, hoon,
    hun, ho, tha, thi, hua, hui, hue, gaya, gya, gayi, gyi, gaye, raha, rha, rahi, rhi, rahe,
    rhe, kar, karo, kare, karein, karke, karna, karni, krna, kro, kr, kre, krne, karne, de, do,
    den, dena, dene, denge, dijiye, dijie, dein, le, lo, lena, liye, lie, liya, lye, wala, wale,
    wali, waala, kuch, koi, kisi, kis, kya, kyu, kyon, kab, kahan, kaha, kahin, kaise, jo, jab,
    jaldi, turant, abhi, aaj, kal, parso, subah, shaam, sham, raat, dopahar, baje, ghante,
    ghanta, din, mahine, saal, sal, umra, umar, bahut, bht, bohot, bhut, sakht, sirf, bas, bs,
    itna, jitna, bolo, bol, bola, baat, bata, batao, kaho, log, logo, sab, sabhi, kripya,
    krapya, namaste, namaskar, pranam, bhai, bhaiya, bhaiyya, bhayya, sahab, saheb, ji, jee,
    didi, behen, bahan, dost, mitra, yaar, papa, pita, pitaji, mummy, maa, mata, mataji, beta,
    beti, bete, bachha, bachcha, bachche, bachhe, bache, bacche, baccha, bacha, pati, patni,
    chacha, chachi, mama, mami, dada, dadi, nana, nani, bua, fufa, jija, jiju, sala, saas,
    sasur, bahu, damad, bhatija, bhanja, aadmi, admi, aurat, mahila, ladka, ladki, halat,
    haalat, kharab, bimar, beemar, bharti, bharthi, bhrti, bukhar, maut, mar, jan, jaan, bachao,
    bacha lo, khatra, paisa, paise, pese, mang, mil, mila, milega, milegi, mile, gaon, gav,
    shahar, jila, zila, thana, tehsil, mohalla, gali, chahiye, chaiye, khoon, khun, rakt,
    mareez, mariz, marij, rogi, sampark, pata, umr, vard, palang, wahan, yahan, yaha, waha,
    andar, bahar, paas, pas, saath, sath, liye h, upar, niche, kam, km, zyada, jyada, phir, fir,
    ek, teen, char, paanch, das, ho gaya, ho gya, jayega, jaega, jaye, jayegi, aana, aao, aa,
    ja, rah, bhej, bhejo, madad, agar, lekin, kyunki, kyuki, isliye, varna, warna, bina,
    hospital me, ward me, wo bhi, hospital mein, ghar, ke liye, ko khoon, dikkat, pareshan,
    naseeb, kisan, majdoor, mazdoor, dukandar, dukaandar, shikshak, darzi, chowkidar, garib, gareeb, vidhwa, khud`,
});

/** What makes a text a request for blood, or something else. */
export const requestWords = {
  blood: vocabulary({
    en: 'blood, blod, bload, bllod, blud, bloood, donor, donors, doner, donar',
    hi: 'ब्लड, खून, रक्त, लहू, ब्लॅड, रक्तदाता, डोनर',
    'hi-Latn': 'khoon, khun, khoo, khon, khoonn, rakt, rakta',
  }),
  /** Blood that is not asked for. */
  otherBlood: vocabulary({
    en: `blood test, blood tests, blood report, blood pressure, blood sugar, blood bank,
      blood centre, blood center, blood cancer, blood sample, blood camp, blood donation,
      blood donor card, blood helpline, blood group, blood relation`,
    hi: `ब्लड टेस्ट, ब्लड बैंक, ब्लड प्रेशर, ब्लड रिपोर्ट, ब्लड ग्रुप, ब्लड डोनेशन, खून की जांच,
      खून की जाँच, रक्तदान, रक्त दान, रक्त समूह`,
    'hi-Latn': `khoon ki jaanch, khoon ki janch, khoon jaanch, khoon ki report, rakt daan, raktdan,
      rakt dan`,
  }),
  /** "I want to donate", "khoon de sakta hu": the sender offers. */
  offer: vocabulary({
    en: `want to donate, wants to donate, wanna donate, like to donate, willing to donate,
      ready to donate, wish to donate, interested in donating, want to give, ready to give,
      i can donate, i can give, i will donate, i will give, i ll donate, i ll give,
      i could donate, can i donate, can i give, can i still donate, still donate, i donate,
      i donated, i gave, have donated, donated blood, i am a donor, i m a donor, am donor,
      i have donated, want to register, want to join, become a donor, be a donor,
      want to be donor, available to donate, we can donate, we can give, we want to donate`,
    hi: `दान करना, रक्तदान करना, देना चाहता, देना चाहती, देना चाहते, दे सकता हूं, दे सकता हूँ,
      दे सकता हु, दे सकती हूं, दे सकती हूँ, दूंगा, दूँगा, दूंगी, दे दूंगा, खून दिया, ब्लड दिया,
      दिया था, देने को तैयार, देने के लिए तैयार, डोनेट करना चाहता, डोनेट करना चाहती,
      डोनेट करना है, डोनेट कर सकता हूं, डोनेट कर सकता हूँ, डोनर हूं, डोनर हूँ, रक्तदाता बनना,
      रक्तदान किया`,
    'hi-Latn': `donate karna hai, donate karna h, donate karna chahta, donate karna chahti,
      donate karna chahte, donate krna chahta, donate krna h, donate kar sakta hu,
      donate kar sakta hoon, donate kar sakti hu, donate kr skta hu, donate karunga,
      donate karungi, donate kiya, donate kar diya, dena chahta, dena chahti, dena chahte,
      dena chahata, de sakta hu, de sakta hoon, de sakta hun, de sakti hu, de sakti hoon,
      de skta hu, de skti hu, de dunga, de dungi, dunga, de doonga, dene ko taiyar,
      dene ko taiyaar, dene ke liye taiyar, diya tha, khoon diya, blood diya, donor banna,
      donor hu, donor hoon, daan karna, daan dena, raktdan karna, raktdaan karna`,
  }),
  /** "If anyone needs …, I can": beside an offer, the need is another person's. */
  condition: vocabulary({
    en: 'if, if anyone, whenever, do you need, anyone needs, anyone need, any one needs',
    hi: 'अगर, यदि, जब, कभी, किसी को, जिसको, जिसे',
    'hi-Latn': 'agar, jab, jab bhi, kabhi, yadi, kisi ko, jisko, jise',
  }),
  /** The need is over, or a donor who was asked asks about it. */
  over: vocabulary({
    en: `no longer, not needed, not required, no need, dont need, don t need, do not need,
      not need, already arranged, arranged thanks, got blood, got the blood, blood arranged,
      still needed, still required, still need`,
    hi: `मिल गया, मिल गई, नहीं चाहिए, जरूरत नहीं, ज़रूरत नहीं, आवश्यकता नहीं, अभी भी चाहिए,
      अभी भी खून, अब भी खून, अब भी चाहिए`,
    'hi-Latn': `mil gaya, mil gya, mil gayi, ho gaya thank, nahi chahiye, nhi chahiye, nahin chahiye,
      nahi chaiye, nhi chaiye, nai chahiye, zaroorat nahi, jarurat nahi, jarurat nhi,
      zarurat nahi, ki jarurat nahi, abhi bhi khoon, ab bhi khoon, abhi bhi chahiye,
      abhi bhi blood, ab bhi chahiye`,
  }),
  /** "1 mil gaya, 1 aur chahiye", "still need 2 units". */
  overButStillNeeded: vocabulary({
    en: 'more needed, more required, need more, still need',
    hi: 'और चाहिए',
    'hi-Latn': 'aur chahiye, aur chaiye',
  }),
  /** "blood bank ka number chahiye": something about blood, not blood. */
  aboutBlood: vocabulary({
    en: 'phone number of, number of blood bank',
    hi: 'नंबर चाहिए, का नंबर, का पता',
    'hi-Latn': 'number chahiye, number chaiye, address chahiye, ka number, ka pata, ka address',
  }),
  join: vocabulary({
    en: 'join, register',
    hi: 'जॉइन, ज्वाइन, जुड़ना',
    'hi-Latn': 'judna, jodo',
  }),
  patient: vocabulary({
    en: 'patient, pt, hospital, admitted',
    hi: 'मरीज, रोगी, पेशेंट',
    'hi-Latn': 'mareez, mariz, marij',
  }),
  /** "available?" is a question for blood, "available" may be an offer. */
  available: vocabulary({ en: 'available', hi: 'उपलब्ध', 'hi-Latn': 'uplabdh, hai kya' }),
  /** Asks others to donate. */
  appeal: vocabulary({
    en: `give me, give us, who can donate, can anyone donate, anyone donate, please donate,
      plz donate, pls donate, kindly donate, anyone can donate`,
    hi: `donate kar sakta है, डोनेट कर सकता है, डोनेट करें, डोनेट कर दे, दे सकता है क्या, दान करें`,
    'hi-Latn': `koi donate, de sakta hai kya, de sakta h kya, donate kar sakta hai, donate kar do,
      donate kare, donate karen`,
  }),
  /** A doctor asks the family for a donor, or for blood. */
  asksFamily: vocabulary({
    en: `asking for donor, asking for a donor, asking for donors, asked for donor, asked for a donor,
      asked for donors, asks for a donor, asking for blood, bring donor, bring a donor, bring donors`,
    hi: pairs('डोनर, खून', 'माँग, मांग, मँगवाया, मंगवाया, लाओ, लाने, बुलाओ'),
    'hi-Latn': pairs(
      'donor, khoon, blood',
      'mang, maang, mangwaya, mangwa, lao, laao, lane, bulao',
    ),
  }),
  /** The summary is right: send the request off. */
  sendOff: vocabulary({
    en: `send it, send off, please send, send, confirm, confirmed, all correct, all right,
      everything is correct, correct`,
    hi: 'भेज दो, भेज दीजिए, भेजो, भेजिए, सब सही, सब ठीक, सही है, ठीक है',
    'hi-Latn': `bhej do, bhej de, bhejo, bhej dijiye, bhejiye, sab sahi, sab theek, sab thik, sahi hai,
      sahi h, sahi he, theek hai, thik hai`,
  }),
  /** Beside a send-off these are a correction. */
  correction: vocabulary({
    en: 'not, no, wrong, but',
    hi: 'नहीं, गलत, लेकिन, पर',
    'hi-Latn': 'nahi, nahin, nhi, galat, par, lekin',
  }),
};
