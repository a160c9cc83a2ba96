import { forgivingVocabulary, vocabulary } from '../text/vocabulary.ts';

export const hospitalWords = {
  hospital: forgivingVocabulary({
    en: `hospital, hospitals, hosp, hospitl, hospitel, hsptl, hospitol, hosptal, hospitall,
      haspital, nursing home, nursinghome, nursing, clinic, clinik, medical college,
      medical centre, medical center, medical, trauma centre, trauma center, trauma, institute,
      heart centre, heart center, cancer centre, cancer center, cancer institute, cancer hospital,
      hospital and research centre, maternity home, chc, phc, blood bank, blood centre`,
    hi: `अस्पताल, हॉस्पिटल, हास्पिटल, होस्पिटल, हास्पीटल, चिकित्सालय, नर्सिंग होम, क्लिनिक,
      क्लीनिक, मेडिकल कॉलेज, मेडिकल कालेज, मेडिकल, ट्रॉमा सेंटर, ब्लड बैंक, संस्थान, कैंसर सेंटर,
      कैंसर संस्थान, कैंसर इंस्टीट्यूट, कैंसर अस्पताल, कैंसर केंद्र`,
    'hi-Latn': `aspatal, aspataal, asptal, aspatl, haspatal, sansthan, chikitsalay, chikitsalaya, sadan`,
  }),
  /** Words before "hospital" that are no name. */
  adjective: vocabulary({
    en: `private, pvt, govt, goverment, government, same, this, your, any, that, nearby, local,
      city, big, general, other, another, different, which, outside, our, district, divisional, gov,
      the, called, named, research, of, and, ok, okay, yes`,
    hi: `सरकारी, प्राइवेट, जिला, इसी, उसी, वही, यही, किसी, दूसरे, दूसरा, दुसरे, अलग, कौन से, बड़े, मंडलीय, नजदीकी, हम, अभी,
      यहां, यहाँ`,
    'hi-Latn':
      'sarkari, bada, bade, kisi, dusre, dusra, doosre, doosra, wahi, vahi, yahi, isi, usi, alag, kaun se, kis, aapke, hamare, ek, jila, zila, mandal',
  }),
  /** Inside a name they tell nothing: "Kalyan Singh Super Speciality Cancer Institute". */
  filler: vocabulary({
    en: 'super speciality, super specialty, multi speciality, multi specialty, superspeciality, multispeciality, speciality, specialty',
    hi: 'सुपर स्पेशलिटी, मल्टी स्पेशलिटी, सुपर स्पेशियलिटी',
    'hi-Latn': '',
  }),
  /** Between "hospital" and its name: "hospital ka naam Sahara". */
  nameLabel: vocabulary({ en: 'name, is', hi: 'नाम, का', 'hi-Latn': 'ka, naam, nam' }),
  /** Names that many towns have: they tell one hospital only together with a town. */
  inTown: forgivingVocabulary({
    en: `medical college, govt hospital, government hospital, district hospital, civil hospital, women hospital, womens hospital, mahila hospital,
      zila hospital, jila hospital, sadar hospital`,
    hi: 'मेडिकल कॉलेज, सरकारी अस्पताल, जिला अस्पताल, महिला अस्पताल, जिला महिला अस्पताल, जिला चिकित्सालय',
    'hi-Latn':
      'sarkari aspatal, zila aspatal, jila aspatal, mahila aspatal, zila mahila aspatal, sadar aspatal',
  }),
  /** Hospitals that people name without the word. No one is called so. */
  chain: vocabulary({
    en: 'medanta, apollo, apollomedics, fortis, yatharth, tata memorial, homi bhabha cancer',
    hi: 'मेदांता, अपोलो, फोर्टिस, टाटा मेमोरियल',
    'hi-Latn': '',
  }),
  /** After "medical": it is no hospital. */
  noHospital: vocabulary({
    en: 'store, stores, shop, hall, agency, representative, rep, report, certificate',
    hi: 'स्टोर, दुकान, की दुकान, रिपोर्ट',
    'hi-Latn': 'dukan, ki dukan',
  }),
  /** Before six digits that are no PIN. */
  otherNumber: vocabulary({
    en: `uhid, reg, registration, ipd, opd, mrd, bed, ward, room, file, crn, cr no, mrn, id, otp,
      rs, rupees`,
    hi: '',
    'hi-Latn': '',
  }),
};
