import { vocabulary } from '../../text/vocabulary.ts';

/** How a volunteer says what was done before the OK: words that change nothing about the request. */
export const reportWords = vocabulary({
  en: `talked, spoke, spoken, called, phoned, rang, met, visited, checked, saw, seen, confirmed,
    verified, verify, to, with, the, a, them, him, her, they, it, is, was, i, we, have, has, had, and,
    on, over, by, family, attendant, relative, relatives, patient, father, mother, brother, sister,
    son, daughter, husband, wife, hospital staff, doctor, nurse, phone, call, paper, papers, form,
    requisition, slip, prescription, photo, document, documents, genuine, real, true, all, correct,
    fine, good, done, need, blood, case, urgent, very, really, serious, please, proceed, go ahead,
    start, sir, madam, thanks, thank you, just now, already, personally, everything, ok, yes,
    jai hind`,
  hi: `परिवार, घरवालों, अटेंडेंट, मरीज, पिता, मां, भाई, बेटे, पत्नी, पति, डॉक्टर, से, को, की, का, के,
    ने, मैंने, हमने, बात, हुई, हो गई, हो गयी, कर ली, कर लिया, की है, है, हैं, फोन, पर, पर्ची, पर्चा,
    कागज, फॉर्म, देखा, देखी, देख लिया, देख ली, सही, ठीक, सच, असली, जरूरत, खून, सब, जी, सर, और, अभी`,
  'hi-Latn': `parivar, gharwalo, gharwalon, mareez, mariz, pita, maa, bhai, bete, patni, pati, se, ko, ki,
    ka, ke, ne, maine, humne, baat, bat, hui, ho gayi, ho gai, ho gyi, kar li, kar liya, krli, hai,
    h, hain, par, pe, parchi, parcha, kagaz, kagaj, dekha, dekhi, dekh liya, dekh li, sahi, theek,
    thik, sach, asli, zaroorat, jarurat, khoon, sab, ji, sir, aur, abhi`,
});
