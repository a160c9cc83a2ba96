import type { Component } from '../../terms/component.ts';
import { forgivingVocabulary, type Vocabulary, vocabulary } from '../text/vocabulary.ts';

/** The names of each component. */
export const componentNames: Record<Component, Vocabulary> = {
  'whole-blood': forgivingVocabulary({
    en: 'whole blood, whole bld, wholeblood, wb, fresh blood, fresh whole blood, hol blood, normal blood, plain blood, simple blood',
    hi: `होल ब्लड, हॉल ब्लड, फ्रेश ब्लड, ताज़ा खून, पूरा खून, संपूर्ण रक्त, सादा खून, साधारण खून, नॉर्मल ब्लड,
      सादा ब्लड`,
    'hi-Latn': `taza khoon, pura khoon, poora khoon, whole khoon, sada khoon, saada khoon, normal khoon,
      sada blood, saada blood`,
  }),
  'red-cells': forgivingVocabulary({
    en: `packed cell, packed cells, packed red cells, packed red cell, packed red blood cells,
      packed rbc, packed rbcs, packed blood, pack cell, pack cells, pack rbc, pkd rbc,
      pkd cells, packed, prbc, prbcs, p rbc, rbc, rbcs, prc, pcv, pack cel, packet cell,
      packet cells, red cells, red cell, red blood cells, red blood cell`,
    hi: `पैक्ड सेल, पैक सेल, पैक्ड सेल्स, पैकड सेल, पैक्ड, आरबीसी, पीआरबीसी, लाल रक्त, लाल कोशिका,
      रेड सेल, पी आर बी सी, आर बी सी`,
    'hi-Latn': 'lal rakt, lal khoon',
  }),
  platelets: forgivingVocabulary({
    en: `plate wala, platelet, platelets, platlet, platlets, pletlet, pletlets, platelates, platelat,
      platelats, pletelets, pletelet, plateletes, plt, plts, sdp, sdps, rdp, rdps,
      single donor platelet, single donor platelets, random donor platelet,
      random donor platelets, jumbo platelet, jumbo platelets, jumbo pack, jumbo packs, jumbo, prp`,
    hi: `प्लेटलेट, प्लेटलेट्स, प्लेटलेटस, प्लैटलेट, प्लैटलेट्स, प्लेटलैट, प्लेटलैट्स, प्लेटिलेट, पलेटलेट, पलेटलेट्स,
      प्लेट्लेट, प्लेटलेटें, एसडीपी, आरडीपी, बिंबाणु, प्लेट वाला, डेंगू में चढ़ता, डेंगू में चढ़ने, जंबो पैक, जम्बो पैक, जंबो, एस डी पी, आर डी पी`,
    'hi-Latn':
      'dengue me chadhta, dengue mein chadhta, dengue me chadta, dengu me chadhta, dengue me chadhne',
  }),
  plasma: forgivingVocabulary({
    en: `plasma, plazma, plasama, ffp, ffps, f f p, fresh frozen plasma, cryo, cryoprecipitate, cryos,
      frozen plasma`,
    hi: 'प्लाज्मा, प्लाज़मा, प्लाजमा, एफएफपी, क्रायो, एफ एफ पी',
    'hi-Latn': '',
  }),
};

export const componentWords = {
  plasmaExchange: vocabulary({ en: 'plasma exchange, plasmapheresis', hi: '', 'hi-Latn': '' }),
  /** "platelets 12000", "plt count 15k": how many the patient has. */
  count: vocabulary({
    en: 'count, counts, counting, level, low, down, were, was, are, count is, rate',
    hi: 'काउंट, कम, गिर, घट',
    'hi-Latn': 'kam, gir, gira, gire, ghat',
  }),
  /** A count that begins a clause of its own: "platelets, count 17000". */
  countName: vocabulary({ en: 'count, counts', hi: 'काउंट', 'hi-Latn': '' }),
  /** Between a component and its count. */
  beforeCount: vocabulary({ en: 'is, only', hi: 'हे, है', 'hi-Latn': 'h, hai, ki, sirf' }),
  and: vocabulary({ en: 'and, n, plus, or', hi: 'और, या, एवं, व', 'hi-Latn': 'aur, ya' }),
  blood: vocabulary({ en: 'blood', hi: 'खून, रक्त, ब्लड', 'hi-Latn': 'khoon, khun, rakt' }),
};
