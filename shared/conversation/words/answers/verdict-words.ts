import { pairs, vocabulary } from '../../text/vocabulary.ts';

const parts = 'number, no, mobile, naam, name, group, address, pata, phone number, spelling';
const hindiParts = 'नंबर, नाम, ग्रुप, पता, मोबाइल';

/** What volunteers say of a request that they check (parse-verdict.ts). */
export const verdictWords = {
  genuine: vocabulary({
    en: `genuine, genuin, jenuine, genune, real, true, confirmed, confirmd, conformed, verified, correct,
      legit, authentic, all ok, all okay, all good, all correct, all fine, everything ok,
      everything is ok, everything fine`,
    hi: `सही है, सही हैं, सच है, सच्चा, सच्ची, असली, जेन्युइन, जेनुइन, जेन्यूइन, पक्का, पक्की, कन्फर्म है,
      कंफर्म है, कन्फर्म किया, कंफर्म किया, कन्फर्म हो गया, सब सही, सब ठीक, बात सही, केस सही`,
    'hi-Latn': `sahi hai, sahi h, shi hai, shi h, sahi he, sahi case, sach hai, sach h, sacha, saccha, sachcha,
      asli, pakka, pakki, genuine hai, confirm hai, confirm h, confirm kiya, confirm kar liya,
      confirm kr liya, confirm kr liya, confirm kar diya, confirm ho gaya, confirm ho gya, sab sahi,
      sab theek, sab thik, sb sahi, sb theek, sb thik, baat sahi, case sahi, verify kiya,
      verify kar liya, verify ho gaya`,
  }),
  refusing: vocabulary({
    en: `fake, fraud, false, bogus, scam, cheat, cheating, cheater, liar, lie, lying, hoax, prank, broker,
      tout, wrong, refuse, refused, reject, rejected, deny, denied, no such, not admitted, no patient,
      not needed, no need, suspicious`,
    hi: `फर्जी, फ़र्ज़ी, फेक, नकली, झूठ, झूठा, झूठी, झूठे, गलत, धोखा, धोखेबाज, फ्रॉड, दलाल, ऐसा कोई, सही नहीं, सच नहीं, असली नहीं, कन्फर्म नहीं,
      कोई मरीज नहीं, जरूरत नहीं`,
    'hi-Latn': `farji, farzi, fharji, nakli, naqli, jhooth, jhuth, jhoot, jhut, jhootha, jhutha, jhoothi, jhuthi,
      galat, glt, dhokha, dhoka, dhokhebaaz, dalal, dalaal, thag, aisa koi, esa koi, koi patient nahi,
      koi mareez nahi, sahi nahi, sahi nhi, shi nahi, sach nahi,
      asli nahi, asli nhi, zaroorat nahi, jarurat nahi`,
  }),
  /** A refusal that says only this: another open request asks for the same need. */
  sameNeed: vocabulary({
    en: 'same, duplicate, repeat',
    hi: 'वही, सेम, एक ही, डुप्लीकेट, दोबारा, पहले से',
    'hi-Latn': 'wahi, ek hi, dobara, pehle se',
  }),
  /** Beside them; alone they say nothing. */
  besideSame: vocabulary({
    en: 'already, is, as, of, and, need, request, patient, code',
    hi: 'मरीज, माँग, जरूरत, और, है',
    'hi-Latn': 'mareez, maang, zaroorat, aur, hai',
  }),
  /** About a verdict, without giving one. */
  stem: vocabulary({ en: 'confirm, verify', hi: 'कन्फर्म, कंफर्म', 'hi-Latn': '' }),
  /** The family's phone was not answered. */
  notReached: vocabulary({
    en: `did not pick, didn t pick, didnt pick, does not pick, doesn t pick, doesnt pick, not picking,
      not picked, isn t picking, don t pick, dont pick, won t pick, wont pick, never picks, no answer,
      no response, no reply, not answering, not answered, did not answer, didn t answer, didnt answer,
      does not answer, doesn t answer, not responding, not reachable, not reachble, non reachable,
      unreachable, not connecting, not connected, call not going, not going through, could not reach,
      couldn t reach, cannot reach, can t reach, unable to reach, not able to reach, could not connect,
      unable to connect, switched off, switch off, swich off, swtich off, switchoff, switchedoff,
      phone off, mobile off, number off, phone is off, mobile is off, number is off, out of coverage,
      out of reach, out of network, line busy, number busy, phone busy, number is busy, phone is busy,
      line is busy, no one picked, nobody picked, no one picks, nobody picks, no one is picking,
      no one picking, not in service, out of service, ringing but`,
    hi: [
      pairs(
        'नंबर, फोन, मोबाइल, कॉल',
        'बंद, स्विच ऑफ, स्विच आफ, ऑफ, नहीं लग, नही लग, नहीं उठ, नही उठ, नहीं मिल, व्यस्त, बिजी, पहुंच से बाहर, कवरेज',
      ),
      `नहीं उठा रहे, नहीं उठा रहा, नहीं उठा रही, नहीं उठाया, नही उठाया, उठा नहीं रहे, उठा नहीं रहा,
        उठा नहीं रही, उठाया नहीं, नहीं उठा, नहीं उठाते, नहीं लग रहा, लग नहीं रहा, नहीं लगा,
        स्विच ऑफ, स्विच आफ, स्विच्ड ऑफ, बंद बता रहा, बंद आ रहा, बंद जा रहा, कवरेज से बाहर,
        फोन नहीं उठाया, फोन नहीं उठा, फोन नहीं लगा, संपर्क नहीं, बात नहीं हुई, बात नहीं हो पाई`,
    ].join(', '),
    'hi-Latn': [
      pairs(
        'number, phone, fone, mobile, mob, call, no',
        `band, bnd, band hai, switch off, switched off, off hai, off h, off aa, off bata, nahi lag, nhi lag,
          nahi uth, nhi uth, nahi utha, nhi utha, nahi uthaya, nhi uthaya, nahi laga, nhi laga, nahi mil,
          nhi mil, nahi lga, busy aa, busy ja, busy hai, busy bata, nahi ja rahi, nahi ja raha`,
      ),
      `nahi utha raha, nahi utha rahe, nahi utha rahi, nhi utha raha, nhi utha rahe, nhi utha rhe, nhi utha rha,
        nahi utha rhe, nahi utha rha, utha nahi rahe, utha nahi raha, utha nhi rhe, utha nhi rha,
        utha nahi rahi, nahi uthaya, nhi uthaya, uthaya nahi, uthaya nhi, nahi uthate, nhi uthate,
        nahi uthata, nahi lag raha, nahi lag rha, nhi lag rha, nhi lag raha, lag nahi raha, lag nhi rha,
        lag nahi rha, band bata, band aa raha, band aa rha, band ja raha, coverage se bahar,
        coverage area se bahar, network se bahar, sampark nahi, baat nahi hui, baat nhi hui,
        baat nahi ho pai, baat nahi ho payi, baat nhi ho pai, phone band, number band`,
    ].join(', '),
  }),
  /** The volunteer has spoken to them. */
  reached: vocabulary({
    en: `picked up now, spoke, spoken, talked, i talked, have talked, picked later, then picked, now picked,
      called back, answered now`,
    hi: 'बात हो गई, बात हो गयी, बात हुई, बात कर ली, उठा लिया',
    'hi-Latn': `baat ho gayi, baat ho gai, baat ho gyi, baat hui, baat hui hai, baat kar li, baat kr li, utha liya,
      ab utha, ab lag gaya`,
  }),
  /** The volunteer's own phone or time. */
  mine: vocabulary({
    en: 'my phone, my mobile, my number, my network, my sim, my battery, my balance, i was, i am, i m',
    hi: 'मेरा फोन, मेरे फोन, मेरा नंबर, मेरा मोबाइल, मैं, बैलेंस',
    'hi-Latn':
      'mera phone, mere phone, mera number, mera mobile, mera fone, mera net, main, mai, balance',
  }),
  /** The volunteer calls the family later. */
  later: vocabulary({
    en: `call later, call them later, call after, will call, i ll call, ill call, calling, call back,
      call in, will check, checking, later, will do, in a meeting, in meeting, driving, on duty, i am busy,
      i m busy, im busy, give me, after some time, in some time, in a while, will confirm, will verify,
      confirming, verifying, let me confirm, let me check, let me call`,
    hi: `बाद में, थोड़ी देर, करता हूं, करती हूं, करूंगा, करूंगी, कर रहा हूं, कर रही हूं, मीटिंग में,
      ड्यूटी पर, व्यस्त हूं, बिजी हूं, अभी बिजी, कॉल करता, कॉल करती, फोन करता, फोन करती`,
    'hi-Latn': `baad me, baad mein, bad me, thodi der, thodi der me, thori der, karta hu, karti hu, krta hu,
      krti hu, karta hoon, karunga, karungi, krunga, krungi, kar raha hu, kar rahi hu, kr rha hu,
      kr rhi hu, karte hai, meeting me, duty par, duty pe, busy hu, busy hun, busy hoon, abhi busy,
      call karta, call karti, phone karta, phone karti, check karta, check karti`,
  }),
  /** The volunteer calls the family now. */
  atOnce: vocabulary({
    en: 'now, right away, at once, immediately, this minute, on it, ringing, dialling',
    hi: 'अभी, तुरंत, फौरन',
    'hi-Latn': 'abhi, turant, fauran',
  }),
  /** Beside these, "now" says why it is later. */
  busy: vocabulary({
    en: 'busy, duty, meeting, driving, later, after, not now, cannot, can t, in a while, evening, night, morning',
    hi: 'व्यस्त, बिजी, ड्यूटी, मीटिंग, बाद, शाम, रात, सुबह, नहीं, देर',
    'hi-Latn': 'baad, bad, shaam, sham, raat, subah, nahi, nhi, der',
  }),
  /** An order or a plan, and no verdict: "please confirm", "confirm karo". */
  toBeDone: vocabulary({
    en: `please confirm, to confirm, to verify, to be confirmed, to be verified, be confirmed, be verified,
      get confirmed, get it confirmed, need confirmed, until confirmed, till confirmed, yet, pending, until,
      should be, must be, half, partly, only`,
    hi: 'करना है, करो, करें, करवाओ, बाकी है, अभी तक',
    'hi-Latn': `karna hai, karna h, krna hai, karo, kro, kare, karwao, karvao, karao, baki hai, baaki hai, abhi tak`,
  }),
  /** A part of the request, and not the need itself: "number sahi hai". */
  ofAPart: vocabulary({
    en: [
      pairs(
        parts,
        'is correct, is right, is real, is genuine, is confirmed, correct, right, confirmed, verified, real, genuine, true',
      ),
      pairs(
        'correct, right, real, genuine, confirmed, true',
        'number, name, group, address, hospital',
      ),
      'donor, donors, identity, id',
    ].join(', '),
    hi: [
      pairs(hindiParts, 'सही, ठीक, असली, सच, कन्फर्म, तो सही'),
      pairs('सही, असली', hindiParts),
    ].join(', '),
    'hi-Latn': [
      pairs(
        parts,
        'sahi, shi, theek, thik, asli, sach, confirm, pakka, to sahi, bhi sahi, toh sahi, hi sahi',
      ),
      pairs('sahi, asli, pakka', 'number, naam, group, address, pata, hospital'),
    ].join(', '),
  }),
};
