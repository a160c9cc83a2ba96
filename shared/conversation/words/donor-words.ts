import type { Sex } from '../../people/donor.ts';
import { type Vocabulary, vocabulary } from '../text/vocabulary.ts';

/** The keys, letters and words of each sex; the CSV uses the letters too. */
export const sexNames: Record<Sex, Vocabulary> = {
  woman: vocabulary({
    en: '1, f, female, femail, woman, women, girl, lady, ladies',
    hi: 'महिला, औरत, स्त्री, लड़की, नारी',
    'hi-Latn': 'mahila, mahilaa, aurat, aurt, stri, ladki',
  }),
  man: vocabulary({
    en: '2, m, male, mail, man, men, boy, gent, gents',
    hi: 'पुरुष, मर्द, आदमी, लड़का, नर',
    'hi-Latn': 'purush, purus, mard, aadmi, admi, ladka',
  }),
  other: vocabulary({
    en: '3, o, other, others, transgender, trans, third, third gender, non binary',
    hi: 'अन्य, किन्नर, ट्रांसजेंडर, दूसरा',
    'hi-Latn': 'anya, kinnar',
  }),
};

/** Answers to the questions that a donor is asked at JOIN. */
export const joinWords = {
  /** Around the answer to "woman, man or other?". */
  aroundSex: vocabulary({
    en: 'i am, i m, im, sex, gender, a',
    hi: 'मैं, हूं, हूँ, लिंग, है, जी',
    'hi-Latn': 'main, mai, mein, hu, hoon, hun, ling, ji, hai, h',
  }),
  /** Left over of "I am" and "I'm". */
  am: vocabulary({ en: 'am, m', hi: '', 'hi-Latn': '' }),
  age: vocabulary({
    en: 'age, aged, old, years, year old, yrs, yr, y',
    hi: 'उम्र, साल, वर्ष, आयु, बरस',
    'hi-Latn': 'saal, sal, varsh, umar, umr, umra, baras',
  }),
  birth: vocabulary({
    en: 'born, birth, dob',
    hi: 'सन, जन्म, पैदा',
    'hi-Latn': 'janm, paida, sann',
  }),
  neverDonated: vocabulary({
    en: 'never, no, nope, none, nil, not yet, never before, first time, long ago',
    hi: `नहीं, नही, ना, कभी नहीं, कभी नही, कभी भी नहीं, अभी तक नहीं, अब तक नहीं, आज तक नहीं,
      पहली बार, बहुत पहले`,
    'hi-Latn': `nahi, nahin, nhi, nai, na, kabhi nahi, kabhi nahin, kabhi nhi, kabhi bhi nahi,
      kabhi bhi nahin, abhi tak nahi, abhi tak nahin, ab tak nahi, aaj tak nahi, pehli baar,
      pehli bar, pahli baar, pahli bar, phli bar, bahut pehle, bahut pahle`,
  }),
  /** Around it: "maine pehle kabhi nahi diya", "no, I have never given blood". */
  aroundNeverDonated: vocabulary({
    en: `i, i have, i ve, have, gave, given, give, donated, donate, blood, before, it is, its,
      this is, this is my, my, the, sir`,
    hi: `मैंने, मैने, हमने, मैं, पहले, खून, रक्त, ब्लड, दिया, दे रहा, दे रही, दूंगा, दूंगी, है,
      हूं, हूँ, यह, ये, मेरी, तो, जी, सर`,
    'hi-Latn': `ji, maine, mene, humne, main, mai, pehle, pahle, khoon, khun, rakt, diya, dia, di,
      de raha, de rahi, dunga, dungi, hai, h, hu, hun, hoon, yeh, ye, meri, to, toh`,
  }),
};
