import { vocabulary } from '../text/vocabulary.ts';

/** Each beginning with each ending: "nahi aa" with "paunga", "raha". */
const each = (beginnings: readonly string[], endings: readonly string[]): string =>
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

/** What people say of their own visit, whether it was asked or not (hear-visit.ts, hear-promise.ts). */
export const visitWords = {
  reached: vocabulary(
    'reached, i have reached, arrived, i am here, i am at the hospital, at hospital, pahunch gaya, pahunch gayi, pahuch gaya, pahuch gayi, pahunch gya, pahuch gya, pohoch gaya, pahunch chuka, pahunch chuki, aa gaya, aa gayi, aa gya, a gaya, hospital me hu, पहुंच गया, पहुँच गया, पहुंच गई, पहुँच गई, पहुंच गयी, पहुंच चुका, पहुंच चुकी, आ गया, आ गई, आ गयी, अस्पताल में हूं',
    true,
  ),
  given: vocabulary(
    'gave, i gave, i gave blood, gave blood, i have given, i have given blood, given blood, i donated, i have donated, donated, donated blood, blood donated, diya, de diya, dediya, de dia, khoon de diya, khun de diya, blood de diya, khoon diya, khun diya, blood diya, maine diya, donate kar diya, donate kr diya, blood donate kiya, raktdan kar diya, raktdan kiya, rakt daan kar diya, de chuka, de chuki, khoon de chuka, khoon de chuki, de aaya, khoon de aaya, दिया, दे दिया, खून दे दिया, खून दिया, ब्लड दे दिया, ब्लड दिया, रक्त दे दिया, रक्तदान किया, रक्तदान कर दिया, मैंने दिया, दे चुका, दे चुकी, खून दे चुका, खून दे चुकी',
    true,
  ),
  /** Also illness of one's own: nobody ill may give. */
  cannotCome: vocabulary(
    [
      'cannot come, can not come, can t come, cant come, could not come, couldn t come, unable to come, not able to come, not be able to come, won t be able to come, wont be able to come, won t come, wont come, will not come, not coming, cannot make it, can not make it, can t make it, cant make it, unable to make it, not able to make it, cannot donate, can not donate, can t donate, cant donate, not able to donate, unable to donate, cannot give blood, can not give blood, can t give blood, cant give blood',
      each(
        latinNo.flatMap((no) => [`${no} aa`, `aa ${no}`, `${no} de`, `de ${no}`]),
        latinCan,
      ),
      each(
        latinNo.flatMap((no) => [`${no} aa`, `aa ${no}`]),
        latinCome,
      ),
      each(latinNo, ['aaunga', 'aaungi', 'aunga', 'aungi', 'aaoonga', 'dunga', 'dungi']),
      each(
        hindiNo.flatMap((no) => [`${no} आ`, `आ ${no}`, `${no} दे`, `दे ${no}`]),
        hindiCan,
      ),
      each(
        hindiNo.flatMap((no) => [`${no} आ`, `आ ${no}`]),
        ['रहा', 'रही'],
      ),
      each(hindiNo, ['आऊंगा', 'आऊंगी', 'दूंगा', 'दूंगी']),
      'i have fever, i have a fever, i got fever, i have got fever, i am sick, i am ill, i am unwell, i am not well, i fell sick, i fell ill',
      each(
        ['mujhe bukhar', 'mujhe bukhaar', 'mujhe fever', 'bukhar', 'bukhaar'],
        ['hai', 'ho gaya', 'ho gya', 'aa gaya', 'aa gya'],
      ),
      each(
        ['main bimar', 'main beemar', 'mai bimar'],
        ['hu', 'hun', 'hoon', 'ho gaya', 'ho gayi', 'ho gya'],
      ),
      'meri tabiyat kharab, meri tabiyat theek nahi, meri tabiyat thik nahi, mera accident ho gaya',
      'मुझे बुखार है, मुझे बुखार हो गया, बुखार हो गया, बुखार आ गया, मैं बीमार हूं, मैं बीमार हो गया, मैं बीमार हो गई, मेरी तबीयत खराब, मेरी तबियत खराब, मेरी तबीयत ठीक नहीं',
    ].join(', '),
    true,
  ),
  /** May stand beside any of them and changes nothing. */
  beside: vocabulary(
    'i, am, is, we, have, has, will, been, really, very, so, sorry, ji, sir, madam, hello, thanks, thank you, please, main, mai, mein, me, maine, mujhe, maaf, maf, maaf karna, maf karna, maaf kijiye, maaf karo, kshama, hu, hun, hoon, hai, h, he, ab, मैं, मैंने, मुझे, जी, सर, सॉरी, माफ, माफ करना, माफ करें, माफ करो, माफ कीजिए, क्षमा, हूं, हूँ, है, अब, धन्यवाद, नमस्ते, &, \u{1f64f}',
    true,
  ),
  /** Why somebody cannot come, and what they cannot give, where it is said that they cannot. */
  because: vocabulary(
    'because, because of, due to, today i am, busy, sick, ill, fever, work, emergency, out of station, kyunki, kyuki, ki wajah se, bukhar, bukhaar, bimar, beemar, kaam hai, kaam aa gaya, kharab, tabiyat, क्योंकि, की वजह से, बुखार, बीमार, काम है, काम आ गया, व्यस्त, khoon, khun, blood, खून, ब्लड',
    true,
  ),
  /** Now: beside what has happened. Beside a no it may mean "later". */
  now: vocabulary(
    'now, just, just now, already, today, yes, haan, han, ha, ji haan, abhi, abhi abhi, aaj, 1 unit, one unit, unit, अभी, आज, हां, हाँ, जी हां, 1 यूनिट',
    true,
  ),
  /** Where one has arrived. */
  there: vocabulary(
    'at, in, the, to, here, hospital, blood bank, gate, par, pe, ke, yahan, yaha, pahunch, अस्पताल, हॉस्पिटल, ब्लड बैंक, गेट, यहां, में, पर, के',
    true,
  ),
};
