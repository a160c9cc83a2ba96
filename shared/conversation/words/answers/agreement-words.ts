import { vocabulary } from '../../text/vocabulary.ts';

/** Words that only agree: "yes all ok", "bilkul sahi". */
export const agreementWords = vocabulary({
  en: 'all, ok, okay, fine, right, correct, sure, yes, perfect, good, everything',
  hi: 'सही, ठीक, बिल्कुल, बिलकुल, सब, हाँ, हां, जी, है',
  'hi-Latn': 'sahi, theek, thik, bilkul, sab, haan, han, haa, ji, hai, h',
});

/** "Send the donor's number", "when will you send": asked before anything was sent. */
export const asksBeforeWords = vocabulary({
  en: `number, numbers, contact, mobile, details, when, where, who, how, what, which, has anyone, anyone, any one,
    no one, nobody`,
  hi: 'नंबर, नम्बर, संपर्क, मोबाइल, कब, कहां, कहाँ, कौन, कैसे, कितनी, कितना, क्या, किसी ने',
  'hi-Latn': 'nambar, nmbr, kab, kahan, kaha, kaun, kon, kaise, kese, kitni, kitna, kya, kisi ne',
});

/** "Abhi mat bhejo": the summary waits. */
export const notYetWords = vocabulary({
  en: 'wait, not yet, not now, don t send, dont send, do not send, hold on',
  hi: 'मत भेजो, मत भेजना, मत भेजिए, अभी मत, अभी नहीं, रुको, रुकिए, रुकें, ठहरो',
  'hi-Latn': `mat bhejo, mat bhejna, mat bhejiye, mat bhej, abhi mat, abhi nahi, abhi nhi, ruko, rukiye, ruk jao,
    thehro, thahro`,
});

/** Beside "donor", asked before anything was sent: "donor ka phone bhejo". */
export const asksOfDonorWords = vocabulary({
  en: 'phone, name, whatsapp, address, call',
  hi: 'फोन, फ़ोन, नाम, व्हाट्सएप, पता, कॉल',
  'hi-Latn': 'fon, naam, nam, pata',
});
