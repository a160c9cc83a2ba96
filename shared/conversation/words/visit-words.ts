import { vocabulary } from '../text/vocabulary.ts';

/** Each beginning with each ending: "nahi aa" with "paunga", "raha". */
const combine = (beginnings: readonly string[], endings: readonly string[]): string =>
  beginnings.flatMap((first) => endings.map((then) => `${first} ${then}`)).join(', ');

const latinNo = ['nahi', 'nahin', 'nhi', 'nai'];
const latinCan = [
  ...['paunga', 'paungi', 'paaunga', 'paaungi', 'paoonga', 'paoongi', 'payunga', 'payungi'],
  ...['pa raha', 'pa rahi', 'pa rha', 'pa rhi', 'paa raha', 'paa rahi'],
  ...['sakta', 'sakti', 'skta', 'skti', 'sakunga', 'sakungi', 'saktha', 'sakthi'],
];
const latinCome = ['raha', 'rahi', 'rha', 'rhi'];
const hindiNo = ['नहीं', 'नही'];
const hindiCan = ['पाऊंगा', 'पाऊंगी', 'पा रहा', 'पा रही', 'सकता', 'सकती', 'सकूंगा', 'सकूंगी'];

/** What donors say about their own visit, asked or not (parse-visit-answer.ts, parse-pledge-reply.ts). */
export const visitWords = {
  reached: vocabulary({
    en: 'reached, i have reached, arrived, i am here, i am at the hospital, at hospital',
    hi: `पहुंच गया, पहुँच गया, पहुंच गई, पहुँच गई, पहुंच गयी, पहुंच चुका, पहुंच चुकी, आ गया, आ गई,
      आ गयी, अस्पताल में हूं`,
    'hi-Latn': `pahunch gaya, pahunch gayi, pahuch gaya, pahuch gayi, pahunch gya, pahuch gya,
      pohoch gaya, pahunch chuka, pahunch chuki, aa gaya, aa gayi, aa gya, a gaya,
      hospital me hu`,
  }),
  /** The family says that the blood has reached its patient. */
  received: vocabulary({
    en: 'it did, it reached, reached, received, got it, got the blood, given',
    hi: 'मिल गया, मिल गयी, मिल गई, मिला, मिल गया था, मिल गया है, चढ़ गया, चढ़ाया, पहुंच गया, पहुँच गया',
    'hi-Latn': `mil gaya, mil gya, mil gayi, mil gaya tha, mil gaya hai, mila, mil chuka,
      chadh gaya, chad gaya, chadhaya, pahunch gaya, pahuch gaya`,
  }),
  given: vocabulary({
    en: `gave, i gave, i gave blood, gave blood, i have given, i have given blood, given blood,
      i donated, i have donated, donated, donated blood, blood donated`,
    hi: `दिया, दे दिया, खून दे दिया, खून दिया, ब्लड दे दिया, ब्लड दिया, रक्त दे दिया, रक्तदान किया,
      रक्तदान कर दिया, मैंने दिया, दे चुका, दे चुकी, खून दे चुका, खून दे चुकी`,
    'hi-Latn': `diya, de diya, dediya, de dia, khoon de diya, khun de diya, blood de diya, khoon diya,
      khun diya, blood diya, maine diya, donate kar diya, donate kr diya, blood donate kiya,
      raktdan kar diya, raktdan kiya, rakt daan kar diya, de chuka, de chuki, khoon de chuka,
      khoon de chuki, de aaya, khoon de aaya`,
  }),
  /** Includes the donor's own illness: an ill donor may not donate. */
  cannotCome: vocabulary({
    en: `cannot come, can not come, can t come, cant come, could not come, couldn t come,
      unable to come, not able to come, not be able to come, won t be able to come,
      wont be able to come, won t come, wont come, will not come, not coming, cannot make it,
      can not make it, can t make it, cant make it, unable to make it, not able to make it,
      cannot donate, can not donate, can t donate, cant donate, not able to donate,
      unable to donate, cannot give blood, can not give blood, can t give blood,
      cant give blood, i have fever, i have a fever, i got fever, i have got fever, i am sick,
      i am ill, i am unwell, i am not well, i fell sick, i fell ill`,
    hi: [
      combine(
        hindiNo.flatMap((no) => [`${no} आ`, `आ ${no}`, `${no} दे`, `दे ${no}`]),
        hindiCan,
      ),
      combine(
        hindiNo.flatMap((no) => [`${no} आ`, `आ ${no}`]),
        ['रहा', 'रही'],
      ),
      combine(hindiNo, ['आऊंगा', 'आऊंगी', 'दूंगा', 'दूंगी']),
      `मुझे बुखार है, मुझे बुखार हो गया, बुखार हो गया, बुखार आ गया, मैं बीमार हूं,
        मैं बीमार हो गया, मैं बीमार हो गई, मेरी तबीयत खराब, मेरी तबियत खराब,
        मेरी तबीयत ठीक नहीं`,
    ].join(', '),
    'hi-Latn': [
      combine(
        latinNo.flatMap((no) => [`${no} aa`, `aa ${no}`, `${no} de`, `de ${no}`]),
        latinCan,
      ),
      combine(
        latinNo.flatMap((no) => [`${no} aa`, `aa ${no}`]),
        latinCome,
      ),
      combine(latinNo, ['aaunga', 'aaungi', 'aunga', 'aungi', 'aaoonga', 'dunga', 'dungi']),
      combine(
        ['mujhe bukhar', 'mujhe bukhaar', 'mujhe fever', 'bukhar', 'bukhaar'],
        ['hai', 'ho gaya', 'ho gya', 'aa gaya', 'aa gya'],
      ),
      combine(
        ['main bimar', 'main beemar', 'mai bimar'],
        ['hu', 'hun', 'hoon', 'ho gaya', 'ho gayi', 'ho gya'],
      ),
      'meri tabiyat kharab, meri tabiyat theek nahi, meri tabiyat thik nahi, mera accident ho gaya',
    ].join(', '),
  }),
  /** Beside any of them; changes nothing. */
  beside: vocabulary({
    en: `i, am, is, we, have, has, will, been, really, very, so, sorry, sir, madam, hello, thanks,
      thank you, please, &, 🙏`,
    hi: `मैं, मैंने, मुझे, जी, सर, सॉरी, माफ, माफ करना, माफ करें, माफ करो, माफ कीजिए, क्षमा, हूं,
      हूँ, है, अब, धन्यवाद, नमस्ते`,
    'hi-Latn': `ji, main, mai, mein, me, maine, mujhe, maaf, maf, maaf karna, maf karna, maaf kijiye,
      maaf karo, kshama, hu, hun, hoon, hai, h, he, ab`,
  }),
  /** Why a donor cannot come, and what the donor cannot give. Only beside "cannot". */
  because: vocabulary({
    en: `because, because of, due to, today i am, busy, sick, ill, fever, work, emergency,
      out of station, blood`,
    hi: 'क्योंकि, की वजह से, बुखार, बीमार, काम है, काम आ गया, व्यस्त, खून, ब्लड',
    'hi-Latn': `kyunki, kyuki, ki wajah se, bukhar, bukhaar, bimar, beemar, kaam hai, kaam aa gaya,
      kharab, tabiyat, khoon, khun`,
  }),
  /** Beside what has happened. Beside a "no" it may mean "later". */
  now: vocabulary({
    en: 'now, just, just now, already, today, yes, 1 unit, one unit, unit',
    hi: 'अभी, आज, हां, हाँ, जी हां, 1 यूनिट',
    'hi-Latn': 'haan, han, ha, ji haan, abhi, abhi abhi, aaj',
  }),
  /** Where the donor has arrived. */
  there: vocabulary({
    en: 'at, in, the, to, here, hospital, blood bank, gate',
    hi: 'अस्पताल, हॉस्पिटल, ब्लड बैंक, गेट, यहां, में, पर, के',
    'hi-Latn': 'par, pe, ke, yahan, yaha, pahunch',
  }),
  /** What holds a donor up on the road. */
  heldUp: vocabulary({
    en: 'late, delay, delayed, stuck, traffic, jam, puncture, punctured, petrol',
    hi: 'देर, लेट, जाम, ट्रैफिक, पंचर, पंक्चर, पेट्रोल',
    'hi-Latn': 'der, deri, jaam, trafic, panchar, panctur, punchar, fasa, fasi, fansa, fansi',
  }),
  /** Said at the hospital this is an arrival; at home, or of a rickshaw, it is not. */
  nobodyHere: vocabulary({
    en: `nobody is here, nobody here, no one is here, no one here, nobody there, can t find anyone, cannot find anyone,
      not finding anyone, guard not letting, not letting in, not letting me in`,
    hi: `कोई नहीं मिल, कोई मिल नहीं, कोई नहीं है, कोई दिख नहीं, कोई नहीं दिख, नहीं दिख रही, नहीं दिख रहे, नहीं दिख रहा,
      गार्ड अंदर नहीं, घुसने नहीं`,
    'hi-Latn': `koi nahi mil, koi mil nahi, koi nhi mil, koi mil nhi, koi nahi hai, koi nhi hai, koi dikh nahi,
      koi nahi dikh, koi dikh nhi, nahi dikh raha, nahi dikh rahi, ghusne nahi, andar nahi jane`,
  }),
  atHospital: vocabulary({
    en: 'gate, counter, blood bank, bloodbank, hospital, ward, guard, reception, here',
    hi: 'गेट, काउंटर, ब्लड बैंक, अस्पताल, हॉस्पिटल, वार्ड, गार्ड, यहां, यहाँ',
    'hi-Latn': 'geit, aspatal, haspatal, yaha, yahan, gaard',
  }),
  atHome: vocabulary({ en: 'home, my house', hi: 'घर', 'hi-Latn': 'ghar, ghr' }),
  /** The blood bank cannot take blood now: it is closed, or something there does not work. */
  bankShut: vocabulary({
    en: [
      combine(
        ['bank', 'centre', 'center', 'counter', 'machine', 'lab'],
        ['closed', 'shut', 'locked', 'not working', 'broken', 'down'],
      ),
      'not taking blood, no technician, kit finished, kits finished',
    ].join(', '),
    hi: [
      combine(['बैंक', 'सेंटर', 'काउंटर', 'मशीन'], ['बंद', 'खराब', 'में ताला', 'नहीं चल']),
      'खून नहीं ले रहे, किट नहीं, किट खत्म',
    ].join(', '),
    'hi-Latn': [
      combine(
        ['bank', 'center', 'centre', 'counter', 'machine', 'machin'],
        ['band', 'bnd', 'kharab', 'me tala', 'me taala', 'nahi chal', 'nhi chal'],
      ),
      'khoon nahi le rahe, khoon nhi le rhe, blood nahi le rahe, kit nahi, kit khatam',
    ].join(', '),
  }),
  /** Between the two words of these. */
  betweenShut: vocabulary({
    en: 'here, there, is, was, has been',
    hi: 'यहां, यहाँ, का, की, तो, अभी, भी',
    'hi-Latn': 'yaha, yahan, ka, ki, to, toh, abhi, bhi',
  }),
  /** Beside the news of a closed blood bank: it is asked, foretold or usual, and not so now. */
  notShutNow: vocabulary({
    en: 'will be, would be, may be, or not, or open, open or, usually',
    hi: 'होगा, होगी, रहेगा, रहता, होता, या नहीं, या खुला, हो तो, हुआ तो, मिला तो, न हो, ना हो, तो नहीं',
    'hi-Latn': `hoga, hogi, hoyega, rahega, rehta, rahta, hota, ya nahi, ya nahin, ya nhi, ya khula, khula hai ya,
      ho to, hua to, mila to, gaya to, na ho, to nahi, to nahin, to nhi`,
  }),
  /** Begin a question in English. */
  askingVerb: vocabulary({
    en: 'is, are, was, has, have, does, do, did, can, could, will',
    hi: '',
    'hi-Latn': '',
  }),
  /** With one of these "is" is the Hindi word for "this". */
  hindiVerb: vocabulary({
    en: '',
    hi: 'है, हैं, था, गया, गई',
    'hi-Latn': 'hai, hain, h, he, tha, thi, gaya, gya, gayi, gai',
  }),
  address: vocabulary({
    en: 'sir, madam, mam, hello, hi, hey, please, pls, ok, dear',
    hi: 'सर, मैडम, जी, नमस्ते, भाई, भैया',
    'hi-Latn': 'ji, bhai, bhaiya, bhaiyya, namaste, didi',
  }),
  /** The donor is where the blood is given. */
  standsHere: vocabulary({
    en: 'here, gate, standing, i am at, i m at, we are at, at the counter, at counter',
    hi: 'यहां, यहाँ, गेट, खड़ा, खड़ी, पहुंचकर, पहुँचकर',
    'hi-Latn': `yaha, yahan, yahaan, geit, khada, khadi, khade, pahunch kar, pahuch kar, pahunch ke,
      counter pe, counter par`,
  }),
  /** A donor at the hospital asks for the person to meet. */
  whomToMeet: vocabulary({
    en: `whom to meet, who to meet, whom should i meet, where to go, where should i go, not picking, phone is off,
      switched off, not reachable`,
    hi: `किससे मिलूं, किससे मिलना, किसको मिलूं, किस से मिलना, कहां जाना, कहाँ जाना, कहां जाऊं, कहाँ जाऊँ, कहां आना, कहाँ आना,
      फोन नहीं लग, फोन बंद, फोन नहीं उठा, नंबर दो, ट्रॉमा सेंटर कहां`,
    'hi-Latn': `kisse milu, kis se milu, kisko milu, kisse milna, kise milu, kaha jana, kahan jana, kaha jau, kahan jau,
      kaha aana, phone nahi lag, phone nhi lag, phone band, phone nahi utha, phone nhi utha, number do`,
  }),
  onTheWay: vocabulary({
    en: 'on the way, on my way, coming, i am coming, reaching, reaching soon',
    hi: 'रास्ते में, आ रहा, आ रही, निकल गया, निकल गई, निकल चुका, पहुंच रहा, पहुंच रही',
    'hi-Latn': `raste me, raaste me, raste mein, raaste mein, rasta, aa raha, aa rahi, a raha, nikal gaya,
      nikal gayi, nikal chuka, pahunch raha, pahunch rahi, pahuch raha`,
  }),
  coming: vocabulary({
    en: 'i will come, will come, i am ready, ready, coming, i am coming',
    hi: 'आऊंगा, आऊंगी, आऊँगा, आऊँगी, आ जाऊंगा, आ जाऊंगी, आ रहा, आ रही, आ सकता, आ सकती, तैयार',
    'hi-Latn': `aaunga, aaungi, aunga, aaoonga, aa jaunga, aa jaungi, aa raha, aa rahi, aa sakta,
      aa sakti, tayyar, taiyar, taiyaar, main aata, main aati`,
  }),
  sentBack: vocabulary({
    en: `sent me back, sent back, doctor said no, doctor refused, rejected, could not give, did not take,
      didn t take, not taken`,
    hi: 'डॉक्टर ने मना, मना कर दिया, मना किया, वापस भेज दिया, लौटा दिया, लौटाय, नहीं लिया, नाहीं लिहिन, नहीं लिए',
    'hi-Latn': `doctor ne mana, mana kar diya, mana kiya, wapas bhej diya, vapas bhej diya, lauta diya,
      lautay, nahi liya, nahi lihin`,
  }),
  /** What has not happened yet. */
  toBeGiven: vocabulary({
    en: 'to be given, should be given, must be given, will be given, needs to be, has to be',
    hi: 'देना है, चढ़ाना है, चढ़ना है',
    'hi-Latn': 'dena hai, chadhana hai, chadhna hai, chdhana hai',
  }),
  wrongPlace: vocabulary({
    en: 'wrong hospital, wrong place, wrong address, other hospital, different hospital',
    hi: 'गलत अस्पताल, गलत जगह, दूसरे अस्पताल, गलत हॉस्पिटल',
    'hi-Latn': 'galat aspatal, galat hospital, galat jagah, dusre hospital, dusre aspatal',
  }),
  /** Somebody else gave, or it went to somebody else. */
  inPlace: vocabulary({
    en: `in my place, instead of me, on my behalf, my brother gave, brother has given, another patient, other patient,
      someone else gave, different patient`,
    hi: 'मेरी जगह, मेरे बदले, भाई ने, किसी और ने, दूसरे मरीज, किसी और को, दूसरे को',
    'hi-Latn': `meri jagah, mere badle, bhai ne, kisi aur ne, dusre mareez, dusre mariz, dusre patient, kisi aur ko,
      dusre ko, doosre mareez, doosre patient`,
  }),
  notGiven: vocabulary({
    en: 'did not give, didn t give, did not donate, not donated, have not given, never donated, never given, never gave',
    hi: 'नहीं दिया, नहीं दे पाया, नहीं दे पाई, नहीं दे सका, कभी नहीं',
    'hi-Latn':
      'nahi diya, nhi diya, nahin diya, nahi de paya, nahi de payi, nahi de saka, kabhi nahi, kabhi nhi',
  }),
  notYet: vocabulary({
    en: 'not yet, waiting, still waiting',
    hi: 'अभी नहीं, इंतजार, इंतज़ार, लाइन में',
    'hi-Latn': 'abhi nahi, abhi nahin, intezar, intezaar, line me',
  }),
  stillNeeded: vocabulary({
    en: 'still needed, still need, needed, yes needed',
    hi: 'अभी भी चाहिए, अब भी चाहिए, चाहिए, जरूरत है, ज़रूरत है',
    'hi-Latn': 'abhi bhi chahiye, ab bhi chahiye, chahiye, zaroorat hai, jarurat hai',
  }),
  not: vocabulary({
    en: 'not, no, cannot, cant',
    hi: 'नहीं, नही',
    'hi-Latn': 'nahi, nahin, nhi',
  }),
};

/** With one of these, a yes is not certain. */
export const conditionWords = {
  otherDay: vocabulary({
    en: 'tomorrow, tomorow, tmrw, next, later, another day, some other day',
    hi: 'कल, परसों, परसो, अगली, अगले, अगला, बाद में, फिर कभी',
    'hi-Latn': `kal, kl, parso, parson, parsu, agli, agle, agla, baad me, baad mein, phir kabhi,
      fir kabhi, kabhi aur`,
  }),
  question: vocabulary({
    en: '?, who, what, can i, should i',
    hi: 'क्या, कौन, कब',
    'hi-Latn': 'kya, kia, kaun, kon, koun, kab',
  }),
  /** "But" is half a condition: "ready but need transport". */
  condition: vocabulary({
    en: 'if, unless, provided, when, but',
    hi: 'अगर, यदि, जब, लेकिन, मगर',
    'hi-Latn': 'agar, agr, yadi, jab, lekin, magar',
  }),
};
