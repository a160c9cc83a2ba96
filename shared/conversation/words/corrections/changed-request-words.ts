import { vocabulary } from '../../text/vocabulary.ts';

/** What a family says beside a correction of its open request. */
export const changedRequestWords = {
  /** "not SRN": what follows is wrong. */
  notBefore: vocabulary({ en: 'not, no, instead of, in place of', hi: '', 'hi-Latn': '' }),
  /** "O+ nahi": what stands before is wrong. */
  notAfter: vocabulary({
    en: '',
    hi: 'नहीं, नही, की जगह, के बजाय, गलत था, गलत है',
    'hi-Latn': `nahi, nahin, nhi, nai, ki jagah, ke bajay, galat tha, galat hai`,
  }),
  /** The text changes something that was said before. */
  change: vocabulary({
    en: `sorry, wrong, mistake, by mistake, correction, correct it, change, changed, instead,
      actually, shift, shifted, shifting, moved, move, transferred, transfer, referred, refer,
      postponed, preponed`,
    hi: `माफ, गलत, गलती, बदल, बदला, बदली, शिफ्ट, रेफर, दरअसल, सुधार`,
    'hi-Latn': `maaf, galat, galti, galti se, badal, badla, badli, badal gaya, darasal, sudhar,
      shift kar diya, refer kar diya`,
  }),
  /** A weaker sign of the same. */
  nowOnly: vocabulary({
    en: 'only, now, just',
    hi: 'सिर्फ, केवल, बस, ही, अब',
    'hi-Latn': 'sirf, keval, bas, hi, ab',
  }),
  /** After a number, or after its unit: so many beside what was asked for. */
  moreAfter: vocabulary({ en: 'more, extra, additional', hi: 'और, अउर', 'hi-Latn': 'aur' }),
  /** Where the patient goes: the new place follows. */
  toPlace: vocabulary({ en: 'to', hi: 'से', 'hi-Latn': 'se' }),
  /** Another patient: a request of its own. */
  another: vocabulary({
    en: 'another patient, other patient, second patient, one more patient, another person, also need',
    hi: 'दूसरे मरीज, दूसरा मरीज, एक और मरीज, और एक मरीज',
    'hi-Latn': `dusre mareez, dusra mareez, doosre mareez, doosra mareez, dusre patient, dusra patient,
      doosra patient, ek aur mareez, ek aur patient`,
  }),
  /** The person the donor asks for. */
  attendant: vocabulary({
    en: 'attendant is, attendant name is, attendant name, ask for, meet, contact person is',
    hi: 'अटेंडेंट का नाम, अटेंडेंट',
    'hi-Latn': 'attendant ka naam, attendant',
  }),
  meetAfter: vocabulary({
    en: '',
    hi: 'से मिलें, से मिलना, से मिलिए, से मिले',
    'hi-Latn': 'se milna, se milen, se milein, se miliye, se mile, se mil lena',
  }),
  /** Agreement and nothing else. */
  agree: vocabulary({
    en: 'yes, ok, okay, right, correct, change it, do it, please, sure, yes please, all ok, close it, it is',
    hi: 'हां, हाँ, जी, ठीक है, ठीक, सही है, सही, बदल दो, बदल दीजिए, कर दो, कर दीजिए, बंद कर दो',
    'hi-Latn': `haan, han, ha, haa, ji, theek hai, thik hai, theek, thik, sahi hai, sahi, badal do,
      badal dijiye, kar do, kar dijiye, bilkul, band kar do`,
  }),
  /** Beside or in place of a yes to "shall we close it?". */
  closing: vocabulary({
    en: 'close, close it, close the request, close this, please close, end it, stop it',
    hi: 'बंद, बंद करो, बंद करें, बंद कर दो, बंद कर दीजिए, बंद कर दें',
    'hi-Latn': 'band karo, band kare, band karein, band kar do, band kar dijiye, band kar den',
  }),
};
