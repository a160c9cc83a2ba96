import { combine, vocabulary } from '../../text/vocabulary.ts';

const englishNot = ['do not', 'don t', 'dont', 'donot', 'do nt', 'never', 'not to', 'no need to'];
const englishSend = [
  ...['call', 'message', 'msg', 'text', 'sms', 'contact', 'disturb', 'bother', 'phone', 'ring'],
  ...['write', 'send', 'ask', 'trouble', 'spam', 'whatsapp', 'want messages', 'want calls'],
  ...['want these', 'want your', 'want alerts', 'want to donate', 'want to be a donor'],
];
const englishSending = [
  ...['calling', 'messaging', 'texting', 'sending', 'contacting', 'disturbing', 'bothering'],
  ...['asking', 'spamming', 'it', 'this', 'these', 'messages', 'calls', 'sms', 'alerts', 'now'],
];

const latinThing = [
  ...['message', 'msg', 'messages', 'mesage', 'massage', 'sms', 'call', 'phone', 'fon', 'sandesh'],
  ...['alert', 'alerts', 'tang', 'pareshan', 'disturb', 'contact', 'whatsapp'],
];
const latinNot = ['mat', 'na', 'nahi', 'nahin', 'nhi'];
const latinDo = [
  ...['bhejo', 'bhejna', 'bheja karo', 'bhejiye', 'bhejiyega', 'bheje', 'bhejen', 'karo', 'kro'],
  ...[
    'karna',
    'krna',
    'kare',
    'karen',
    'karein',
    'kariye',
    'kijiye',
    'kijiyega',
    'kiya karo',
    'do',
  ],
];
const latinStop = [
  ...['band karo', 'band kro', 'band kar do', 'band kijiye', 'band kariye', 'band kare'],
  ...['bhejna band karo', 'bhejna band kar do', 'karna band karo', 'karna band kar do'],
  ...['bhejna band kijiye', 'karna band kijiye'],
];
const hindiThing = [
  ...['मैसेज', 'मेसेज', 'संदेश', 'एसएमएस', 'कॉल', 'काल', 'फोन', 'तंग', 'परेशान', 'डिस्टर्ब', 'संपर्क'],
  ...['अलर्ट', 'मैसेज वैसेज'],
];
const hindiNot = ['मत', 'न', 'ना', 'नहीं'];
const hindiDo = [
  ...['भेजो', 'भेजना', 'भेजें', 'भेजिए', 'भेजिये', 'भेजा करो', 'करो', 'करना', 'करें', 'कीजिए'],
  ...['कीजिये', 'किया करो', 'कीजिएगा', 'भेजिएगा'],
];
const hindiStop = ['बंद करो', 'बंद कर दो', 'बंद कीजिए', 'बंद करें'];
const hindiStopping = hindiStop.flatMap((stop) => [stop, `भेजना ${stop}`, `करना ${stop}`]);

/** Words of a person who wants no more messages, or who is not the donor. */
export const leavingWords = {
  /** No more messages. Counts only in a text that says nothing else. */
  stop: vocabulary({
    en: [
      combine(englishNot, englishSend),
      combine(['stop'], englishSending),
      `stop, unsubscribe, unsubscribed, un subscribe, unsub, opt out, optout, opt me out,
        not interested, no interest, leave me alone, let me be, no more messages, no more message,
        no more msgs, no more texts, no more calls, no more sms, no more alerts, remove me,
        remove my name, remove my number, remove this number, remove number, remove my no,
        delete my name, delete this number, take me off, take my name off, take my number off,
        cut my name, strike off my name, i quit, block me`,
    ].join(', '),
    hi: [
      combine(
        hindiThing.flatMap((thing) => hindiNot.map((not) => `${thing} ${not}`)),
        hindiDo,
      ),
      combine(
        hindiNot.filter((not) => not !== 'न').flatMap((not) => [`${not} भेजो`, `${not} भेजिए`]),
        hindiThing,
      ),
      combine(hindiThing, hindiStopping),
      combine(['यह सब', 'ये सब', 'ये', 'यह', 'सब'], hindiStop),
      combine(hindiStop, ['यह सब', 'ये सब', 'ये', 'यह', 'मैसेज', 'संदेश']),
      `रुचि नहीं, रूचि नहीं, दिलचस्पी नहीं, इंटरेस्ट नहीं, नाम हटा दो, नाम हटाओ, नाम काट दो,
        नाम निकाल दो, नंबर हटा दो, नंबर हटाओ, नंबर निकाल दो, लिस्ट से हटा दो, लिस्ट से हटाओ,
        सूची से हटा दो, सूची से हटाओ, पीछा छोड़ो, अनसब्सक्राइब`,
    ].join(', '),
    'hi-Latn': [
      combine(
        latinThing.flatMap((thing) => latinNot.map((not) => `${thing} ${not}`)),
        latinDo,
      ),
      combine(
        latinNot.flatMap((not) => [`${not} bhejo`, `${not} karo`, `${not} bhejna`]),
        latinThing,
      ),
      combine(latinThing, latinStop),
      combine(['ye sab', 'yeh sab', 'ye', 'yeh', 'sab', 'isko'], latinStop),
      combine(latinStop, ['ye sab', 'yeh sab', 'ye', 'yeh', 'message', 'msg', 'sab']),
      `interest nahi, interest nhi, interested nahi, interested nhi, ruchi nahi, ruchi nahin,
        naam hata do, nam hata do, naam hatao, nam hatao, naam kaat do, naam kat do, nam kaat do,
        naam nikal do, naam nikaal do, naam list se hata do, naam list se hatao,
        naam list se nikal do, naam list se kaat do, number hata do, number hatao,
        number nikal do, number list se hata do, list se hata do, list se hatao, list se nikal do,
        mat pucho, mat poocho, picha chhodo, pichha chhodo, pareshan mat`,
    ].join(', '),
  }),
  /** May stand beside "no more messages" without changing it. */
  besideStop: vocabulary({
    en: `me, my, mine, us, i, i m, im, am, is, are, sir, madam, mam, please, plz, pls, kindly,
      thanks, thank you, sorry, bye, again, any more, anymore, any longer, ever, further, in future,
      in the future, from now, from now on, now onwards, at all, for ever, forever, your, the, this,
      these, such, all, any, list, lists, database, record, records, service, services, from, off,
      on, of, to, for, in, number, name, no, mobile, phone, and, or, messages, message, msg, msgs,
      texts, text, sms, calls, call, alerts, alert, blood, donation, donating, donate, want, it,
      hello, hi, brother, bro, you, just, really, group, more, unnecessarily, daily, so, many, ok`,
    hi: `मुझे, हमें, मुझको, मेरे, मेरा, मेरी, को, से, में, पर, का, की, के, कृपया, प्लीज, जी, सर, भाई,
      भैया, धन्यवाद, अब, आगे से, आगे, आज से, अब से, दोबारा, दुबारा, फिर, फिर से, कभी, कभी भी, बार बार, रोज,
      ये, यह, ये सब, इस, नंबर, नम्बर, नाम, लिस्ट, सूची, है, हूं, कोई, भी, और, आप, मैं, यहां, सब, ऐसे,
      माफ, माफ करना, माफ करें, सॉरी, खून, रक्तदान, मैसेज, फोन, कॉल, संदेश, नहीं`,
    'hi-Latn': `mujhe, mjhe, muje, mujhko, hame, hamein, humein, mere, mera, meri, ko, se, me, mein, par,
      pe, ka, ki, ke, ji, jee, bhai, bhaiya, yaar, yar, ab, aage se, aage, aaj se, ab se, dobara,
      dubara, phir, fir, phir se, kabhi, kabhi bhi, baar baar, bar bar, roz, roj, ye, yeh, ye sab, is,
      iss, hai, h, hu, hoon, hun, koi, bhi, aur, aap, ap, main, mai, yahan, sab, aise, faltu, maaf,
      maaf karna, khoon, raktdan, plz, nahi chahiye, hain, tum, log`,
  }),
  /** The number is another person's, or the person never joined. */
  wrongPerson: vocabulary({
    en: `wrong number, wrong no, wrong person, wrong guy, wrong man, wrong lady, wrong phone,
      not my name, never joined, never registered, never signed up, never subscribed,
      did not join, didn t join, didnt join, did not register, didn t register, didnt register,
      did not sign up, didn t sign up, i am not a donor, i m not a donor, not a blood donor,
      who gave you my number, how did you get my number, where did you get my number,
      someone else s number, somebody else s number, number belongs to someone else,
      number is not his, not his number, not her number, not their number, mistaken identity,
      you have mistaken, not the person, not the right person, changed his number,
      changed her number, number has changed, no longer his number, no longer her number,
      this is a new number, new owner of this number`,
    hi: `गलत नंबर, गलत नम्बर, गलत व्यक्ति, गलत आदमी, रॉन्ग नंबर, रांग नंबर, किसी और को ढूंढ,
      किसी और को खोज, किसी और का नंबर, किसी और का है, किसी दूसरे का नंबर, दूसरे का नंबर,
      उनका नंबर नहीं, उनका नहीं है, मैंने जॉइन नहीं किया, मैं डोनर नहीं, मैंने कभी जॉइन नहीं,
      मैंने रजिस्टर नहीं किया, मेरा नंबर कहां से मिला, मेरा नंबर किसने दिया, नंबर बदल गया,
      नंबर बदल चुका`,
    'hi-Latn': `galat number, galat no, galat nambar, galat aadmi, galat admi, galat vyakti, rong number,
      kisi aur ko dhoondh, kisi aur ko dhund, kisi aur ko dhundh, kisi aur ko khoj,
      kisi aur ka number, kisi aur ka no, kisi aur ka hai, kisi dusre ka number,
      kisi doosre ka number, dusre ka number, unka number nahi, uska number nahi,
      maine join nahi kiya, maine join nhi kiya, maine kabhi join nahi, main donor nahi,
      mai donor nahi, maine register nahi kiya, mera number kaha se mila,
      mera number kahan se mila, mera number kisne diya, number badal gaya, number change ho gaya`,
  }),
  /** Before or after the donor's name: "this is not Amit". */
  isNot: vocabulary({
    en: 'this is not, this isn t, this isnt, i am not, i m not, im not, it is not, not, no',
    hi: 'यह, ये, मैं',
    'hi-Latn': 'ye, yeh, main, mai, mein',
  }),
  not: vocabulary({
    en: 'not, isn t, isnt, no',
    hi: 'नहीं, नही',
    'hi-Latn': 'nahi, nahin, nhi, nai',
  }),
  /** Says that the phone may be right: the family's number, a person who is away. */
  otherMatter: vocabulary({
    en: `patient, hospital, attendant, family, come, coming, tomorrow, today, can, home, here, free,
      sure, feeling, well, able, eligible, available, in town, station, ready, late, yet`,
    hi: 'मरीज, अस्पताल, घर, आ, कल, आज, पाऊंगा, सकता, सकती, ठीक, शहर',
    'hi-Latn':
      'mareez, mariz, aspatal, ghar, aa, aaunga, kal, aaj, paunga, sakta, sakti, theek, shahar, sheher',
  }),
  /** A patient of the request, not the donor. */
  patient: vocabulary({
    en: 'patient, pt, the patient',
    hi: 'मरीज, रोगी, पेशेंट',
    'hi-Latn': 'mareez, mariz, marij, rogi',
  }),
};
