import { vocabulary } from '../../text/vocabulary.ts';

/** A donor's yes and no in words, to an alert or about an agreed visit (parse-alert-reply.ts). */
export const replyWords = {
  agreeing: vocabulary({
    en: `sure, of course, definitely, certainly, surely, on my way, on the way, coming, i am ready, i m ready,
      ready, i will come, i ll come, will come, i can come, i can give, i can donate, i will give,
      i will donate, will donate, i ll donate, i will be there, will be there, i ll be there, count me in,
      i am in, i m in, available, i am available, i m available, happy to, glad to, leaving now, starting now,
      will reach, i will reach, reaching, i am interested`,
    hi: `आऊंगा, आऊंगी, आऊँगा, आऊँगी, आ जाऊंगा, आ जाऊंगी, आ रहा, आ रही, आ सकता, आ सकती, आता हूं, आती हूं,
      तैयार, उपलब्ध हूं, उपलब्ध हूँ, हाजिर हूं, जरूर, ज़रूर, बिल्कुल, निकल रहा, निकल रही, रास्ते में, पहुंच रहा, पहुंच रही, पहुंचता हूं,
      पहुंचती हूं, पहुंच जाऊंगा, पहुंच जाऊंगी, दे दूंगा, दे दूंगी, दे सकता, दे सकती`,
    'hi-Latn': `aaunga, aaungi, aunga, aungi, aaoonga, aaoongi, aa jaunga, aa jaungi, aajaunga, aajaungi,
      aa raha, aa rahi, aa rha, aa rhi, a raha hu, a rha hu, aaraha, aarha, aarahi, aa sakta, aa sakti,
      aa skta, aa skti, aata hu, aati hu, aata hoon, aa jata hu, main aata, main aati, tayyar, taiyar,
      taiyaar, tyar, ready hu, zaroor, zarur, jaroor, jarur, bilkul, nikal raha, nikal rahi, nikal rha,
      nikalta hu, nikalti hu, raste me hu, raaste me hu, raste mein hu, pahunch raha, pahunch rahi,
      pahuch raha, pahunch rha, pahuch rha, pahunchta hu, pahuchta hu, pahunch jaunga, pahunch jaungi,
      pahuch jaunga, pahuch jaungi, de dunga, de dungi, de doonga, de sakta, de sakti, de skta,
      donate karunga, donate karungi, donate kar dunga, available hu`,
  }),
  declining: vocabulary({
    en: `not possible, not today, no today, not this time, not available, unavailable, not in town, not in city,
      not in the city, not in station, out of station, out of town, out of city, out of the city, outstation,
      out station, outside city, outside the city, outside station, i am out, i m out, im out, unable to,
      not able to, i can t, i cannot, i can not, i cant, can t today, cannot today, cant today, sorry no,
      no sorry, not free, travelling, traveling, in another city, no i can t, i am unable,
      i will not, i won t, not willing, cannot come, can not come, can t come, cant come,
      count me out, leave it, let it be, forget it`,
    hi: `संभव नहीं, सम्भव नहीं, मुमकिन नहीं, पॉसिबल नहीं, नहीं हो पाएगा, नहीं हो पायेगा, नहीं हो सकता, हो नहीं पाएगा,
      नहीं कर पाऊंगा, नहीं कर पाऊंगी, बाहर हूं, बाहर हूँ, बाहर गया हूं, बाहर आया हूं, शहर से बाहर, शहर में नहीं,
      गांव में हूं, गांव आया हूं, खाली नहीं, आज नहीं, समय नहीं, टाइम नहीं, नहीं आना, नहीं देना, उपलब्ध नहीं, रहने दो, रहने दीजिए, रहने दें, रहने दीजिये`,
    'hi-Latn': `possible nahi, possible nhi, posible nahi, sambhav nahi, mumkin nahi, nahi ho payega, nhi ho payega,
      nahi ho paega, nahi ho paayega, nhi ho paega, nahi ho paiga, nahi ho paayga, ho nahi payega,
      ho nhi payega, ho nahi paega, nahi ho sakta, nhi ho skta, nahi ho sakega, nahi ho pa raha, nhi ho pa rha,
      nahi kar paunga, nahi kar paungi, nhi kr paunga, nahi kar sakta, nahi kar sakti, nhi kr skta,
      bahar hu, bahar hun, bahar hoon, bahar hai hum, bahar gaya hu, bahar gayi hu, bahar aaya hu,
      bahar aayi hu, shahar se bahar, sehar se bahar, shehar se bahar, city se bahar, station se bahar,
      shahar me nahi, shehar me nahi, city me nahi, gaon me hu, gaon aaya hu, gaanv me hu, village me hu,
      free nahi, free nhi, available nahi, available nhi, aaj nahi, aaj nhi, nahi aaj, time nahi, time nhi,
      samay nahi, is baar nahi, nahi aana, nhi aana, nahi dena, nhi dena, rehne do, rahne do, rehne dijiye,
      rahne dijiye, rehne den, chhod do, chhodo`,
  }),
  /** From a donor who was asked these mean no. A donor who has agreed may be only late. */
  occupied: vocabulary({
    en: 'busy, on duty, at work, in office, in a meeting, not well, not feeling well, unwell',
    hi: 'व्यस्त, बिजी, ड्यूटी पर, ड्यूटी पे, काम में',
    'hi-Latn': 'busy, bizi, duty par, duty pe, duty me, kaam me, kam me, office me',
  }),
  /** Between the words of a plain yes. */
  besideYes: vocabulary({
    en: `i, am, will, can, ok, okay, sir, madam, thanks, thank you, please, dear, brother, no problem, now, today,
      for, it, that, the, to, definitely, welcome, then`,
    hi: 'मैं, हूं, हूँ, जी, सर, भाई, ठीक, ठीक है, धन्यवाद, अभी, आज, तो, फिर, बिल्कुल',
    'hi-Latn':
      'main, mai, mein, me, hu, hun, hoon, ji, sir, bhai, bhaiya, theek hai, thik hai, ok, abhi, aaj, to, fir, phir, hai',
  }),
  /** What does not come: a call, the net, or sense. */
  otherThing: vocabulary({
    en: 'phone, network, message, msg, signal, sms, otp, taxi, bus, train, result, report',
    hi: 'फोन, नेटवर्क, मैसेज, कॉल, समझ, नींद, गाड़ी, बस',
    'hi-Latn': 'fone, net, call, samajh, samjh, neend, gaadi, gadi, auto, mujhe yaad, yaad',
  }),
  cancelling: vocabulary({
    en: 'cancel my, cancel me, i cancel, i am cancelling, i am canceling',
    hi: 'कैंसिल, कैंसल, मेरा नाम काट',
    'hi-Latn': `cancel kr, cancel kar, cancel karo, cancel kro, cancel mera, mera cancel, naam kaat do,
      mera naam kaat, mera naam kat`,
  }),
};
