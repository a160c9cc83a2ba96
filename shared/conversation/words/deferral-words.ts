import type { SelfReportedDeferral } from '../../people/deferral-rules.ts';
import { forgivingVocabulary, type Vocabulary } from '../text/vocabulary.ts';

/** Why a donor cannot donate for a while, as people name it. Longer names come first: "live vaccine" is no "vaccine". */
export const deferralWords: Record<SelfReportedDeferral, Vocabulary> = {
  'live-vaccine': forgivingVocabulary({
    en: `live vaccine, measles vaccine, mmr, chickenpox vaccine, polio drops, polio,
      yellow fever vaccine`,
    hi: 'पोलियो, खसरे का टीका, खसरा का टीका',
    'hi-Latn': 'khasra ka teeka',
  }),
  rabies: forgivingVocabulary({
    en: 'rabies, rabies vaccine, rabies injection, dog bite, dog bites',
    hi: 'रेबीज, रैबीज, कुत्ते ने काटा, कुत्ते ने काट लिया',
    'hi-Latn': 'kutte ne kaata, kutte ne kata, kutta kaata',
  }),
  vaccine: forgivingVocabulary({
    en: 'vaccine, vaccination, vaccinated, covid vaccine, tetanus',
    hi: 'वैक्सीन, टीका, टीका लगा, टीकाकरण, टिटनेस',
    'hi-Latn': 'teeka, tika, teeka laga',
  }),
  antibiotics: forgivingVocabulary({
    en: 'antibiotic, antibiotics, medicine, medicines',
    hi: 'एंटीबायोटिक, एंटीबायोटिक्स, दवा, दवाई',
    'hi-Latn': 'antibiotic dawa, dawa, dawai',
  }),
  aspirin: forgivingVocabulary({
    en: 'aspirin, ecosprin, disprin',
    hi: 'एस्पिरिन, इकोस्प्रिन, डिस्प्रिन',
    'hi-Latn': '',
  }),
  alcohol: forgivingVocabulary({
    en: 'alcohol, drink, drinks, drank',
    hi: 'शराब, दारू, शराब पी',
    'hi-Latn': 'sharab, daru, daaru, sharab pi',
  }),
  malaria: forgivingVocabulary({ en: 'malaria, maleria', hi: 'मलेरिया', 'hi-Latn': '' }),
  typhoid: forgivingVocabulary({
    en: 'typhoid, tifoid, taifoid',
    hi: 'टाइफाइड, टायफाइड, टाइफॉइड, मियादी बुखार',
    'hi-Latn': '',
  }),
  dengue: forgivingVocabulary({
    en: 'dengue, chikungunya, chikanguniya',
    hi: 'डेंगू, डेंगु, चिकनगुनिया',
    'hi-Latn': 'dengu',
  }),
  tattoo: forgivingVocabulary({
    en: 'tattoo, tatoo, tatto, piercing, acupuncture',
    hi: 'टैटू, गोदना, नाक छिदवाई, कान छिदवाए, एक्यूपंक्चर',
    'hi-Latn': 'godna, naak chhedna, kaan chhedna',
  }),
  surgery: forgivingVocabulary({
    en: 'surgery, operation, opration, transfusion',
    hi: 'ऑपरेशन, आपरेशन, सर्जरी, खून चढ़ा, खून चढ़ाया',
    'hi-Latn': 'operasan, khoon chadha, blood chadha',
  }),
  miscarriage: forgivingVocabulary({
    en: 'miscarriage, abortion',
    hi: 'गर्भपात, अबॉर्शन, मिसकैरेज',
    'hi-Latn': 'garbhpaat, garbhpat',
  }),
  birth: forgivingVocabulary({
    en: 'delivery, baby, birth, gave birth, childbirth',
    hi: 'डिलीवरी, बच्चा हुआ, प्रसव',
    'hi-Latn': 'bachcha hua, baccha hua, prasav',
  }),
  pregnancy: forgivingVocabulary({
    en: 'pregnant, pregnancy',
    hi: 'गर्भवती, प्रेग्नेंट',
    'hi-Latn': 'garbhvati',
  }),
};
