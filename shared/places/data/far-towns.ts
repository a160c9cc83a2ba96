import type { Town } from './towns.ts';

/**
 * Towns outside the zones that people of Uttar Pradesh name most: the family hears that the place is too far, or is
 * served from the nearest zone. Without names that are everyday words: "gaya" (went), "thane" (police stations), "surat"
 * (face), "kota" (quota), and without "Bombay", which is a blood group.
 */
export const farTowns: Record<string, Town> = {
  Delhi: { pin: '110001', also: ['new delhi', 'nai dilli', 'dilli', 'दिल्ली', 'नई दिल्ली'] },
  Gurugram: { pin: '122001', also: ['gurgaon', 'gurgao', 'गुरुग्राम', 'गुड़गांव', 'गुड़गाँव'] },
  Faridabad: { pin: '121001', also: ['फरीदाबाद'] },
  Chandigarh: { pin: '160017', also: ['chandigad', 'चंडीगढ़'] },
  Ludhiana: { pin: '141001', also: ['लुधियाना'] },
  Amritsar: { pin: '143001', also: ['अमृतसर'] },
  Dehradun: { pin: '248001', also: ['dehradoon', 'देहरादून'] },
  Haridwar: { pin: '249401', also: ['hardwar', 'हरिद्वार'] },
  Rishikesh: { pin: '249201', also: ['ऋषिकेश'] },
  Haldwani: { pin: '263139', also: ['हल्द्वानी'] },
  Jaipur: { pin: '302001', also: ['जयपुर'] },
  Jodhpur: { pin: '342001', also: ['जोधपुर'] },
  Bhopal: { pin: '462001', also: ['भोपाल'] },
  Indore: { pin: '452001', also: ['indor', 'इंदौर'] },
  Gwalior: { pin: '474001', also: ['gwaliyar', 'ग्वालियर'] },
  Jabalpur: { pin: '482001', also: ['जबलपुर'] },
  Rewa: { pin: '486001', also: ['रीवा'], everyday: true },
  Satna: { pin: '485001', also: ['सतना'] },
  Patna: { pin: '800001', also: ['पटना'] },
  Muzaffarpur: { pin: '842001', also: ['मुजफ्फरपुर'] },
  Darbhanga: { pin: '846004', also: ['दरभंगा'] },
  Bhagalpur: { pin: '812001', also: ['भागलपुर'] },
  Ranchi: { pin: '834001', also: ['रांची', 'राँची'] },
  Jamshedpur: { pin: '831001', also: ['tatanagar', 'जमशेदपुर'] },
  Dhanbad: { pin: '826001', also: ['धनबाद'] },
  Raipur: { pin: '492001', also: ['रायपुर'] },
  Nagpur: { pin: '440001', also: ['नागपुर'] },
  Mumbai: { pin: '400001', also: ['navi mumbai', 'मुंबई', 'मुम्बई'] },
  Pune: { pin: '411001', also: ['पुणे'] },
  Ahmedabad: { pin: '380001', also: ['ahmadabad', 'अहमदाबाद'] },
  Vadodara: { pin: '390001', also: ['baroda', 'वडोदरा'] },
  Kolkata: { pin: '700001', also: ['calcutta', 'कोलकाता'] },
  Siliguri: { pin: '734001', also: ['सिलीगुड़ी'] },
  Guwahati: { pin: '781001', also: ['गुवाहाटी'] },
  Bhubaneswar: { pin: '751001', also: ['bhubaneshwar', 'भुवनेश्वर'] },
  Hyderabad: { pin: '500001', also: ['हैदराबाद'] },
  Bengaluru: { pin: '560001', also: ['bangalore', 'banglore', 'बेंगलुरु', 'बैंगलोर'] },
  Chennai: { pin: '600001', also: ['madras', 'चेन्नई'] },
  Vellore: { pin: '632001', also: ['वेल्लोर'] },
};
