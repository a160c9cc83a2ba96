import type { deferralReasonKeys } from '../../../messages/message-keys.ts';
import type { SelfReportedDeferral } from '../../../people/deferral-rules.ts';
import { forgivingVocabulary, type Vocabulary, vocabulary } from '../../text/vocabulary.ts';
import { deferralWords } from '../deferral-words.ts';

/** Why a donor rests, as their own words say it. "Could not come" is no reason to rest. */
export type RestReason =
  | Exclude<(typeof deferralReasonKeys)[number], 'own'>
  | Extract<
      SelfReportedDeferral,
      'antibiotics' | 'vaccine' | 'malaria' | 'typhoid' | 'dengue' | 'tattoo'
    >;

/** People at home who are ill in place of the donor. */
export const kinWords: Vocabulary = vocabulary({
  en: 'wife, mother, child, kid, baby',
  hi: 'बीवी, बीबी, माँ, मां, माता, बच्चा, बच्चे, बच्ची',
  'hi-Latn': 'biwi, bivi, biwi ko, maa, mata ji, mataji, bachcha, bachche, bachchi, bacche, baccha',
});

/** The first that a text names counts: "typhoid fever" is more than a fever. */
export const restReasonWords: Record<RestReason, Vocabulary> = {
  haemoglobin: forgivingVocabulary({
    en: `haemoglobin, hemoglobin, hb, low hb, anaemia, anemia, anaemic, anemic, low blood,
      blood is low, less blood`,
    hi: 'हीमोग्लोबिन, हिमोग्लोबिन, एचबी, खून की कमी, खून कम, एनीमिया',
    'hi-Latn': 'khoon ki kami, khun ki kami, khoon kam, khun kam, blood kam',
  }),
  'weight-or-pressure': forgivingVocabulary({
    en: 'bp, b p, blood pressure, weight, underweight',
    hi: 'बीपी, बी पी, ब्लड प्रेशर, वजन, वज़न, रक्तचाप',
    'hi-Latn': 'wajan, wazan, vajan, vazan, blood presure',
  }),
  // Diabetes has no rest of its own: the doctor decides each time.
  other: vocabulary({
    en: 'diabetes, diabetic, sugar, insulin',
    hi: 'शुगर, सुगर, डायबिटीज, डायबिटीज़, मधुमेह, इंसुलिन',
    'hi-Latn': 'suger, shugar, madhumeh',
  }),
  malaria: deferralWords.malaria,
  typhoid: deferralWords.typhoid,
  dengue: deferralWords.dengue,
  tattoo: deferralWords.tattoo,
  vaccine: deferralWords.vaccine,
  antibiotics: vocabulary({
    en: 'antibiotic, antibiotics',
    hi: 'एंटीबायोटिक, एंटीबायोटिक्स',
    'hi-Latn': 'antibiotic dawa',
  }),
  illness: forgivingVocabulary({
    en: `fever, viral, flu, unwell, ill, sick, not well, not feeling well, cough, infection,
      jaundice, loose motion, vomiting`,
    hi: 'बुखार, तबीयत खराब, तबियत खराब, तबीयत ठीक नहीं, तबियत ठीक नहीं, बीमार, खांसी, उल्टी, दस्त, पीलिया',
    'hi-Latn': `bukhar, bukhaar, bukar, tabiyat kharab, tabiyat khrab, tabiyat thik nahi, tabiyat theek nahi,
      tabiat kharab, bimar, beemar, khansi, ulti, dast, piliya`,
  }),
};
