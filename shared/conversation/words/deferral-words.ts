import type { SelfReportedDeferral } from '../../people/deferral-rules.ts';
import type { Token } from '../text/normalize.ts';
import { type Vocabulary, vocabulary } from '../text/vocabulary.ts';

/** Why a donor cannot give for a while, as people name it. Longer names first: "live vaccine" is no "vaccine". */
const words: [SelfReportedDeferral, Vocabulary][] = [
  [
    'live-vaccine',
    vocabulary(
      'live vaccine, measles vaccine, mmr, chickenpox vaccine, polio drops, polio, yellow fever vaccine, khasra ka teeka, पोलियो, खसरे का टीका, खसरा का टीका',
    ),
  ],
  [
    'rabies',
    vocabulary(
      'rabies, rabies vaccine, rabies injection, dog bite, dog bites, kutte ne kaata, kutte ne kata, kutta kaata, रेबीज, रैबीज, कुत्ते ने काटा, कुत्ते ने काट लिया',
    ),
  ],
  [
    'vaccine',
    vocabulary(
      'vaccine, vaccination, vaccinated, teeka, tika, teeka laga, covid vaccine, tetanus, वैक्सीन, टीका, टीका लगा, टीकाकरण, टिटनेस',
    ),
  ],
  [
    'antibiotics',
    vocabulary(
      'antibiotic, antibiotics, antibiotic dawa, dawa, dawai, medicine, medicines, एंटीबायोटिक, एंटीबायोटिक्स, दवा, दवाई',
    ),
  ],
  ['aspirin', vocabulary('aspirin, ecosprin, disprin, एस्पिरिन, इकोस्प्रिन, डिस्प्रिन')],
  [
    'alcohol',
    vocabulary('alcohol, drink, drinks, drank, sharab, daru, daaru, शराब, दारू, शराब पी, sharab pi'),
  ],
  ['malaria', vocabulary('malaria, maleria, मलेरिया')],
  ['typhoid', vocabulary('typhoid, tifoid, taifoid, टाइफाइड, टायफाइड, टाइफॉइड, मियादी बुखार')],
  ['dengue', vocabulary('dengue, dengu, chikungunya, chikanguniya, डेंगू, डेंगु, चिकनगुनिया')],
  [
    'tattoo',
    vocabulary(
      'tattoo, tatoo, tatto, godna, piercing, acupuncture, naak chhedna, kaan chhedna, टैटू, गोदना, नाक छिदवाई, कान छिदवाए, एक्यूपंक्चर',
    ),
  ],
  [
    'surgery',
    vocabulary(
      'surgery, operation, operasan, opration, transfusion, khoon chadha, blood chadha, ऑपरेशन, आपरेशन, सर्जरी, खून चढ़ा, खून चढ़ाया',
    ),
  ],
  ['miscarriage', vocabulary('miscarriage, abortion, garbhpaat, garbhpat, गर्भपात, अबॉर्शन, मिसकैरेज')],
  [
    'birth',
    vocabulary(
      'delivery, baby, birth, gave birth, childbirth, bachcha hua, baccha hua, prasav, डिलीवरी, बच्चा हुआ, प्रसव',
    ),
  ],
  ['pregnancy', vocabulary('pregnant, pregnancy, garbhvati, गर्भवती, प्रेग्नेंट')],
];

/** The reason these words name, and nothing else. */
export const parseDeferral = (tokens: readonly Token[]): SelfReportedDeferral | undefined =>
  words.find(([, names]) => tokens.length > 0 && names.at(tokens, 0) === tokens.length)?.[0];
