import { asWritten } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { CampCatalog } from './camp-catalog.ts';

const w = phrases.hi;
const { hospitalName } = asWritten;
const times = (moments: readonly string[]): string =>
  moments.map((moment, i) => `${i + 1} = ${moment}`).join(', ');
const questions = {
  centre: 'कैंप कौन सा ब्लड सेंटर लगाएगा? नाम भेजें।',
  venue: 'कैंप कहाँ है? जगह और पिन कोड भेजें, जैसे: Police Lines 211001',
  day: 'किस दिन? जैसे 13/12',
  hours: 'कब से कब तक? जैसे 9-14',
  teams: 'ब्लड सेंटर कितनी टीम भेजेगा? एक टीम घंटे में 22 दाता लेती है।',
  units: 'कितने यूनिट चाहिए?',
} as const;
const reasons = {
  hb: 'आज आयरन थोड़ा कम था। हरी सब्जी, दाल, गुड़ से बढ़ता है।',
  bp: 'आज ब्लड प्रेशर ठीक नहीं था। आराम और पानी से फर्क पड़ता है।',
  weight: 'वजन आपकी सुरक्षा के लिए कम था।',
  medicine: 'उस दवा के साथ रुकना ही सुरक्षित है।',
  recent: 'पिछली बार को अभी कम समय हुआ है।',
  other: 'डॉक्टर ने आज रुकना बेहतर समझा।',
} as const;

export const hiCampMessages: CampCatalog = {
  campAsk: ({ step, again }) => `${again ? 'माफ कीजिए, समझ नहीं आया। ' : ''}${questions[step]}`,
  campSummary: ({ centre, hospital, place, opensAt, closesAt, teams, units }, context) =>
    `कैंप: ${hospitalName(centre)}, जगह ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} से ${w.time(closesAt)}, टीम: ${teams}, चाहिए: ${w.units(units)}। 1 = खोलें, 2 = खोलें और दुर्लभ ग्रुप भी बुलाएं, 3 = रहने दें`,
  campOpened: ({ hospital, place, opensAt, invitesAt }, context) =>
    `${w.where({ hospital, place }, context)} का कैंप, ${w.time(opensAt)}, खुल गया। न्योता ${w.time(invitesAt)} से जाएगा। उस शाम हम बताएंगे कैसा रहा।`,
  campDropped: () => 'कैंप रहने दिया। किसी को न्योता नहीं गया।',
  campInvite: ({ centre, hospital, place, opensAt, closesAt }, context) =>
    `${context.groupName}: ${hospitalName(centre)} का खून देने का कैंप, ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} से ${w.time(closesAt)}। खून देंगे? 1 = आऊंगा/आऊंगी, 2 = इस बार नहीं। खून के पैसे कभी नहीं।`,
  campTimes: ({ first, second, third }) =>
    `धन्यवाद! कब आएंगे? ${times([first, second, third].filter((m) => m !== undefined).map((m) => w.time(m)))}। 4 = कोई नहीं।`,
  campBooked: ({ hospital, place, at, code }, context) =>
    at === undefined
      ? `${w.where({ hospital, place }, context)} के कैंप में स्वागत। गेट पर आपका नंबर: ${code}। हमारे स्वयंसेवक को दिखाएं।`
      : `धन्यवाद। आपका इंतजार ${w.time(at, context.now)}, ${w.where({ hospital, place }, context)}। गेट पर आपका नंबर: ${code}। न आ सकें तो DROP भेजें।`,
  campWaiting: () => 'धन्यवाद। अभी कोई समय खाली नहीं: आप सूची में हैं, खाली होते ही बताएंगे।',
  campNo: () => 'बताने के लिए धन्यवाद। फिर कभी पूछेंगे।',
  campFreed: () => 'बताने के लिए धन्यवाद। आपका समय किसी और दाता को मिलेगा।',
  campOver: () => 'वह कैंप हो चुका, या अब जगह नहीं। देने की इच्छा के लिए धन्यवाद।',
  campOff: ({ hospital, place, opensAt }, context) =>
    `माफ कीजिए: ${w.where({ hospital, place }, context)} का कैंप, ${w.time(opensAt)}, नहीं होगा। फिर भी धन्यवाद। जो दोस्त साथ आने वाले थे, उन्हें बता दें।`,
  campReminder: ({ hospital, place, at, code, soon }, context) =>
    `${soon ? 'जल्द मिलते हैं' : 'कैंप पास है'}: ${w.time(at, context.now)}, ${w.where({ hospital, place }, context)}, आपका नंबर ${code}। खाना खाकर, पानी पीकर, ID लेकर${soon ? '' : ' और दोस्त के साथ'} आएं। न आ सकें तो DROP भेजें।`,
  campGave: ({ count, next, link }) =>
    `आज खून देने के लिए धन्यवाद: इससे किसी की जान बच सकती है। हमारी जानकारी में यह दान नंबर ${count} है। फिर दे सकते हैं: ${w.day(next)} से। आपका प्रमाण पत्र: ${link}`,
  campBack: ({ why, until }) =>
    `खून देने आने के लिए धन्यवाद। ${reasons[why]} ऐसा बहुतों के साथ होता है। फिर स्वागत है: ${w.day(until)} से।`,
  campMissed: () =>
    'आज कैंप में आप नहीं आ पाए। काम आ जाता है, कोई बात नहीं। 1 = अगले कैंप में बुलाएं, 2 = कैंप के लिए न बुलाएं।',
  campNextTime: ({ ok }) =>
    ok
      ? 'धन्यवाद। अगले कैंप में बुलाएंगे।'
      : 'ठीक है: कैंप के लिए नहीं बुलाएंगे। पास के मरीज को आपका खून चाहिए तो पूछेंगे।',
  campDoor: ({ code, group, did }) =>
    ({
      in: `${code} (${w.group(group)}) आ गए। खून देने पर: GAVE ${code}। डॉक्टर ने लौटाया तो: BACK ${code}`,
      gave: `${code} (${w.group(group)}) ने खून दिया: गिना गया। गलत हो तो: BACK ${code}`,
      back: `${code} (${w.group(group)}) को लौटाया गया: गिना गया। गलत हो तो: GAVE ${code}`,
    })[did],
  campAskBack: ({ code }) =>
    `क्यों? BACK ${code} के साथ भेजें: 1 हीमोग्लोबिन 2 प्रेशर 3 वजन 4 दवा 5 हाल में दिया 6 अन्य`,
  campDoorUnknown: ({ code }) =>
    `आज के किसी कैंप में ${code ?? 'यह'} किसी का नंबर नहीं। नए दाता के लिए: NEW B+ और फोन नंबर।`,
  campWalkIn: ({ ofPhone }) =>
    `${ofPhone} को हमारी सूचना भेजी गई। सहमति के बाद गेट का नंबर उसी फोन पर आएगा।`,
  campNone: () => 'आज आपके जोन में कोई कैंप नहीं है।',
  campHeld: ({ came, units, sentHome, missed, link }) =>
    `कैंप पूरा: ${came} आए, ${w.units(units)} मिला, ${sentHome} लौटाए गए, ${missed} नहीं आए। ब्लड सेंटर की सूची, 7 दिन में देनी है: ${link}`,
};
