import { vocabulary } from '../text/vocabulary.ts';

/** Where in a hospital the family is, each with a number behind it or before it. */
export const wardWords = {
  floor: vocabulary({ en: 'floor', hi: 'मंजिल, फ्लोर', 'hi-Latn': 'manzil, manjil' }),
  ward: vocabulary({ en: 'ward, wd', hi: 'वार्ड', 'hi-Latn': 'vard' }),
  room: vocabulary({ en: 'room, cabin', hi: 'कमरा, रूम', 'hi-Latn': 'kamra' }),
  bed: vocabulary({ en: 'bed', hi: 'बेड', 'hi-Latn': 'palang' }),
};
/** A department: it needs no number. */
export const departmentWords = {
  ICU: vocabulary({ en: 'icu', hi: 'आईसीयू', 'hi-Latn': '' }),
  NICU: vocabulary({ en: 'nicu', hi: 'एनआईसीयू', 'hi-Latn': '' }),
  // The word alone says that it is urgent.
  emergency: vocabulary({
    en: 'emergency ward, emergency bed, emergency room, in emergency',
    hi: 'इमरजेंसी में, इमरजेंसी वार्ड, इमरजेंसी बेड',
    'hi-Latn': 'emergency me, emergency mein',
  }),
};
/** Between the word and its number. */
export const wardNumberWords = vocabulary({
  en: 'no, number, num',
  hi: 'नं, नंबर',
  'hi-Latn': 'nambar',
});
