import type { backReasons } from '../../../camp/seat.ts';
import { type Vocabulary, vocabulary } from '../../text/vocabulary.ts';

/** The words at the door of a camp, beside four digits. */
export const doorWords = {
  in: vocabulary({ en: 'in', hi: 'इन, अंदर', 'hi-Latn': 'andar' }),
  gave: vocabulary({ en: 'gave', hi: 'दिया', 'hi-Latn': 'diya' }),
  back: vocabulary({ en: 'back, sent back', hi: 'बैक, वापस', 'hi-Latn': 'wapas, vapas' }),
  new: vocabulary({ en: 'new', hi: 'न्यू, नया, नई', 'hi-Latn': 'naya, nayi' }),
};

/** Why a donor was sent back, in a word beside the key 1 to 6. */
export const backReasonWords: Record<(typeof backReasons)[number], Vocabulary> = {
  hb: vocabulary({ en: 'hb, haemoglobin, hemoglobin', hi: 'एचबी, हीमोग्लोबिन', 'hi-Latn': '' }),
  bp: vocabulary({ en: 'bp, pressure, blood pressure', hi: 'बीपी', 'hi-Latn': '' }),
  weight: vocabulary({ en: 'weight', hi: 'वजन, वज़न', 'hi-Latn': 'wajan, vajan' }),
  medicine: vocabulary({ en: 'medicine, medicines', hi: 'दवा, दवाई', 'hi-Latn': 'dawa, dawai' }),
  recent: vocabulary({ en: 'recent, recently', hi: 'हाल में', 'hi-Latn': 'haal mein' }),
  other: vocabulary({ en: 'other', hi: 'अन्य, और', 'hi-Latn': 'anya, aur' }),
};
