import type { PromptCatalog } from '../prompt-keys.ts';
import { spokenWords } from '../spoken/spoken-words.ts';

/*
 * Hindi as it is spoken in a village of Uttar Pradesh: the purpose first, its key last ("खून चाहिए तो एक दबाएँ"); आप
 * throughout, and forms that fit a woman and a man (आ सकें, आना हो पाएगा); no bureaucratic words. The local names are
 * those of en.ts. Of several wordings the fullest that is short enough is said.
 */
const w = spokenWords('hi');
const { n, c, t, day, units, name, where } = w;

const orDonor = (donor: string): string => name(donor) || 'खून देने वाले';
/** Choices and their keys; the same in fewer words. */
const list = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${choice} के लिए ${n(i + 1)}${i < 2 ? ' दबाएँ' : ''}।`).join(' ');
const shortList = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${choice}: ${n(i + 1)}।`).join(' ');
/** As many as a caller can remember; the others can be reached by the volunteer. */
const mostDonors = 4;
const neverPay = 'किसी को पैसे न दें।';
const wish = 'मरीज़ जल्दी ठीक हों, यही दुआ है।';
const afterTone = 'बीप की आवाज़ के बाद बोलें, फिर कोई भी बटन दबाएँ।';
const dayAndMonth = 'तारीख और महीना दबाएँ, कुल चार अंक। जैसे पाँच अक्टूबर के लिए: शून्य पाँच एक शून्य।';
const whyRefused = {
  'no-paper': 'अस्पताल का पर्चा अभी देखने को नहीं मिला',
  'not-needed': 'हमें बताया गया कि अब खून की ज़रूरत नहीं है',
  'not-true': 'जाँच में बात पक्की नहीं हो पाई',
  same: 'इस खून के लिए परिवार की दूसरी माँग पर हम लगे हैं',
} as const;

const inHindi = {
  volunteer: 'अपने साथी',
  donor: 'खून देने वाले',
  family: 'घरवालों',
  caller: 'फ़ोन करने वाले',
} as const;
const pledgeKeys =
  'घरवालों से बात करनी हो तो एक दबाएँ। न आ पाएँ तो दो दबाएँ। खून दे दिया तो तीन। कुछ और हो तो पाँच।';

export const hiPrompts: PromptCatalog = {
  // — also texted
  bloodIsFree: () =>
    'खून का कोई पैसा नहीं लगता, हमारी मदद का भी नहीं। कोई कुछ भी कहे, किसी को पैसे न दें। कोई माँगे तो हमारे साथी को बताएँ।',
  languageSet: () => 'ठीक है, अब से हिंदी में बात करेंगे।',
  forgotten: () => 'आपके बारे में जो कुछ लिखा था, सब मिटा दिया। जब चाहें, फिर फ़ोन करें।',
  forgetAfterRequest: () =>
    'खून की आपकी माँग बंद कर दी, और आपके बारे में जो कुछ लिखा था, सब मिटा दिया। जब चाहें, फिर फ़ोन करें।',
  unitsTooMany: ({ max }) => `हम एक बार में ${units(max)} तक ही ढूँढ सकते हैं।`,
  requestSummary: (p, context) => {
    const what = `${where(p, context)} में ${w.need(p)} चाहिए, ${w.by(p.neededBy, p.asap, context.now)}।`;
    const patient = name(p.patient);
    const keys = 'सब सही है तो एक दबाएँ। कुछ बदलना हो तो दो दबाएँ। अब ज़रूरत न हो तो तीन।';
    return [
      ...(patient ? [`${what} मरीज़ का नाम ${patient}। ${keys}`] : []),
      ...(patient ? [`${what} ${keys} मरीज़ का नाम ${patient}।`] : []),
      `${what} ${keys}`,
      `${w.hospital(p.hospital, context)} में ${w.need(p)} चाहिए, ${w.by(p.neededBy, p.asap, context.now)}। ${keys}`,
      `${w.hospital(p.hospital, context)} में ${w.need(p)} चाहिए। ${keys} समय: ${w.by(p.neededBy, p.asap, context.now)}।`,
    ];
  },
  requestDropped: () => 'ठीक है। किसी को कुछ नहीं बताया गया।',
  requestOpened: ({ code }) =>
    `आपकी बात हमारे साथियों तक पहुँच गई। वे आपको फ़ोन करेंगे। फ़ोन और अस्पताल का पर्चा पास रखें। ${neverPay} आपका कोड है ${c(code)}।`,
  requestOpenedContact: ({ code }) =>
    `आपकी बात हमारे साथियों तक पहुँच गई। वे आपके लिखे हुए नंबर पर फ़ोन करेंगे। अस्पताल का पर्चा पास रखें। ${neverPay} आपका कोड है ${c(code)}।`,
  requestStarted: ({ code }) =>
    `लिख लिया, हमारे साथी आपको फ़ोन करेंगे। ${neverPay} आपका कोड: ${c(code)}।`,
  requestOpenedTrusted: ({ code }) =>
    `हम अभी खून देने वालों से पूछ रहे हैं। कोई आ सके तो तुरंत बताएँगे। ${neverPay} आपका कोड है ${c(code)}।`,
  tooManyRequests: ({ max }) =>
    `आपकी ${n(max)} माँगें हमारे पास हैं, एक साथ इतनी ही देख सकते हैं। पहले उनमें से एक बंद करें।`,
  requestWithMoreVolunteers: ({ code }) =>
    `अभी कोई साथी खाली नहीं मिला, इसलिए हमने और साथियों से कहा है। फ़ोन पास रखें। कोड: ${c(code)}।`,
  requestWithCoordinators: ({ code }) =>
    `आपकी बात अब हमारे कोऑर्डिनेटर के पास है। फ़ोन पास रखें। कोड: ${c(code)}।`,
  requestWaits: ({ code }) =>
    `अभी कोई साथी खाली नहीं है। हम लगे हुए हैं। ब्लड बैंक में भी पूछ लें। ${neverPay} कोड: ${c(code)}।`,
  loginCode: ({ code }) => `वेबसाइट का कोड: ${c(code)}। एक बार और: ${c(code)}। किसी को न बताएँ।`,
  requestVerified: ({ code, askFrom }) =>
    `अच्छी खबर। जाँच हो गई, ${askFrom ? 'सुबह पास के खून देने वालों से पूछेंगे' : 'अब पास के खून देने वालों से पूछ रहे हैं'}। ${neverPay} कोड: ${c(code)}।`,
  requestRefused: ({ code, why }) =>
    `माफ़ कीजिए, आपकी माँग पर हम अभी आगे नहीं बढ़ पा रहे।${why ? ` ${whyRefused[why]}।` : ''} साथी से बात करनी हो तो इसी नंबर पर फ़ोन करके शून्य दबाएँ। कोड: ${c(code)}।`,
  requestUnchecked: ({ code }) =>
    `अभी किसी साथी ने जाँच नहीं की है, इसलिए खून देने वालों से नहीं पूछा। हम साथियों से फिर कह रहे हैं। ब्लड बैंक में भी पूछ लें। कोड: ${c(code)}।`,
  statusVerifying: ({ code }) =>
    `हमारे साथी जाँच कर रहे हैं, आपको फ़ोन आ सकता है। फ़ोन पास रखें। कोड: ${c(code)}।`,
  statusSearching: (p) =>
    `${p.confirmed === 0 ? 'खून देने वाला अभी कोई नहीं मिला' : `खून देने वाले ${n(p.units)} में से ${n(p.confirmed)} ${p.confirmed === 1 ? 'मिल गया' : 'मिल गए'}`}। ${p.asked > 0 ? `अब तक ${n(p.asked)} लोगों से पूछा है, और ढूँढ रहे हैं।` : p.nobody ? 'अभी पूछने को कोई नहीं है, हम ढूँढ रहे हैं।' : 'अब पास के लोगों से पूछने जा रहे हैं।'} कोड: ${c(p.code)}।`,
  statusCovered: (p) =>
    `खून देने वाले पूरे मिल गए, सबने आने की हाँ कही है।${p.given > 0 ? ` अब तक ${units(p.given)} खून मिल चुका है।` : ''} कोड: ${c(p.code)}।`,
  statusNone: () => 'अभी आपकी कोई माँग हमारे पास नहीं है।',
  donorComing: (p, { now }) =>
    `अच्छी खबर। ${name(p.donor) || 'खून देने वाले'} ने ${w.by(p.arriveBy, p.asap, now)} आने की हाँ कही है। ${neverPay} उनसे अपना कोड पूछ लें, असली देने वाले को पता होगा। आपका कोड है ${c(p.code)}।`,
  donorDropped: ({ code, donor }) =>
    `${orDonor(donor)} का आना अब नहीं हो पाएगा। घबराइए नहीं, हम किसी और को ढूँढ रहे हैं। कोड: ${c(code)}।`,
  donorDidNotCome: ({ code, donor }) =>
    `${orDonor(donor)} के पहुँचने की खबर नहीं मिली। हम किसी और को ढूँढ रहे हैं। कोड: ${c(code)}।`,
  donorTurnedAway: ({ code, donor }) =>
    `डॉक्टर ने ${orDonor(donor)} को आज खून देने से मना किया है। हम किसी और को ढूँढ रहे हैं। कोड: ${c(code)}।`,
  unitGiven: (p) => `अच्छी खबर। ${n(p.units)} में से ${units(p.given)} खून मिल गया। कोड: ${c(p.code)}।`,
  requestFulfilled: ({ code }) => `जितना खून चाहिए था, सब मिल गया। ${wish} कोड: ${c(code)}।`,
  requestStillNeeded: ({ code }) =>
    `समय हो गया है। क्या खून अब भी चाहिए? चाहिए तो एक दबाएँ। नहीं तो दो दबाएँ। कोड: ${c(code)}।`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `हम ${t(neededBy, now)} तक और ढूँढेंगे। कोड: ${c(code)}।`,
  requestExpired: ({ code, given, units: all }) =>
    `आपकी माँग बंद हो गई, क्योंकि समय निकल गया।${given && all ? ` ${n(all)} में से ${units(given)} खून मिल गया था।` : ''} खून अब भी चाहिए तो एक दबाकर फिर बताएँ। कोड: ${c(code)}।`,
  requestClosed: ({ code }) => `माँग बंद कर दी। अब हम किसी से नहीं पूछ रहे। ${wish} कोड: ${c(code)}।`,
  unitsAdded: ({ code, units: all }) => `अब हम कुल ${units(all)} खून ढूँढ रहे हैं। कोड: ${c(code)}।`,
  unitsNotAdded: ({ code, max }) =>
    `इससे ज़्यादा नहीं हो पाएगा, हम ${units(max)} तक ही ढूँढ सकते हैं। ब्लड बैंक में भी पूछ लें। कोड: ${c(code)}।`,
  searchWidened: ({ code }) => `पास के लोगों से पूछ लिया, अब थोड़ा दूर वालों से पूछ रहे हैं। कोड: ${c(code)}।`,
  everyoneAsked: ({ code, byExchange, alone }) =>
    `खून देने वाले जितने थे, सबसे पूछ लिया। ${alone ? '' : 'कोऑर्डिनेटर को बता दिया है। '}${byExchange ? '' : 'ब्लड बैंक में पूछ लें, बदले में कोई भी ग्रुप चलेगा क्या। '}${neverPay} कोड: ${c(code)}।`,
  likelyAsked: ({ code, byExchange, alone }) =>
    `जो समय पर आ सकते थे, सबसे पूछ लिया। ${alone ? '' : 'कोऑर्डिनेटर को बता दिया है। '}${byExchange ? '' : 'ब्लड बैंक में पूछ लें, बदले में कोई भी ग्रुप चलेगा क्या। '}${neverPay} कोड: ${c(code)}।`,
  doneWithoutDonor: ({ code }) =>
    `अभी खून देने के लिए किसी ने हाँ नहीं कही है। अब ज़रूरत न हो तो चार दबाकर बंद करें। नहीं तो हम ढूँढते रहेंगे। कोड: ${c(code)}।`,
  verifyAsk: (p, context) => {
    if (p.unplaced)
      return `${w.group(p.group)} ${w.component(p.component)} ${w.by(p.neededBy, p.asap, context.now)} चाहिए। अस्पताल अभी पता नहीं। कोड: ${c(p.code)}।`;
    const patient = name(p.patient);
    return `${where(p, context)} में ${w.need(p)} चाहिए, ${w.by(p.neededBy, p.asap, context.now)}।${patient ? ` मरीज़ का नाम ${patient}।` : ''} कोड: ${c(p.code)}।`;
  },
  verifyThanksOk: ({ code }) => `धन्यवाद। अब हम खून देने वालों से पूछ रहे हैं। कोड: ${c(code)}।`,
  verifyThanksNo: ({ code }) =>
    `धन्यवाद। यह माँग आगे नहीं जाएगी, घरवालों को हम बता रहे हैं। कोड: ${c(code)}।`,
  verifyAlready: ({ code }) => `धन्यवाद। इसकी जाँच हो चुकी है, अब कुछ नहीं करना है। कोड: ${c(code)}।`,
  verifyUnknown: () => 'अभी जाँच के लिए कुछ नहीं है। धन्यवाद।',
  verifyOwn: ({ code }) =>
    `यह आपकी अपनी माँग है, इसकी जाँच कोई दूसरा साथी करेगा। ${wish} कोड: ${c(code)}।`,
  verifyOffDuty: () => 'अभी आप ड्यूटी पर नहीं हैं। ड्यूटी पर आना हो तो शुरू में चार दबाएँ, फिर छह।',
  verifyEnd: ({ code }) =>
    `जिसकी जाँच आपने की थी, उन्हें सारा खून मिल गया। यह आपसे ही हो पाया। धन्यवाद। कोड: ${c(code)}।`,
  verifyEndClosed: ({ code }) => `यह माँग अब बंद है। ध्यान रखने के लिए धन्यवाद। कोड: ${c(code)}।`,
  coordinatorEveryoneAsked: (p, context) => {
    const missing = `${n(p.missing)} खून देने वाले अब भी कम ${p.missing === 1 ? 'है' : 'हैं'}।`;
    const asked = `${missing} ${p.asked === 0 ? 'पूछने को कोई नहीं मिला।' : `${n(p.asked)} लोगों से पूछा है।`}`;
    const [what, by] = [`${w.need(p)} चाहिए`, w.by(p.neededBy, p.asap, context.now)];
    const [call, code] = ['आपकी ज़रूरत है', `कोड: ${c(p.code)}।`];
    return [
      `${call}: ${where(p, context)} में ${what}, ${by}। ${asked} घरवालों का नंबर मैसेज में है। ${code}`,
      `${call}: ${w.hospital(p.hospital, context)} में ${what}, ${by}। ${asked} बाकी मैसेज में है। ${code}`,
      `${call}: ${what}, ${by}। ${missing} बाकी मैसेज में है। ${code}`,
    ];
  },
  dutyOn: ({ zone }, context) => `${w.place(zone, context)} की ड्यूटी अब आपकी है। धन्यवाद।`,
  dutyOff: () => 'आपकी ड्यूटी खत्म हुई। आराम कीजिए।',
  alert: (p, context) => {
    const [need, by] = [w.needForDonor(p), w.by(p.arriveBy, p.asap, context.now)];
    const asked = (at: string) => `${at} में ${need} चाहिए।`;
    const press = 'आना हो पाए तो एक दबाएँ। नहीं तो दो दबाएँ। फिर सुनना हो तो नौ।';
    const keys = `${by} ${press}`;
    const group = context.groupName;
    return [
      `नमस्ते, ${group} से। ${asked(where(p, context))} ${keys}`,
      `${group} से। ${asked(w.hospital(p.hospital, context))} ${keys}`,
      `${group} से। ${asked(w.hospital(p.hospital, context))} ${press} समय: ${by}।`,
    ];
  },
  alertAgain: (p, context) => {
    const [need, by] = [w.needForDonor(p), w.by(p.arriveBy, p.asap, context.now)];
    const asked = (at: string) => `फिर ज़रूरत है: ${at} में ${need} चाहिए।`;
    const press = 'आ सकें तो एक दबाएँ। नहीं तो दो दबाएँ। फिर सुनना हो तो नौ।';
    const keys = `${by} ${press}`;
    const group = context.groupName;
    return [
      `${group} से। ${asked(where(p, context))} ${keys}`,
      `${group} से। ${asked(w.hospital(p.hospital, context))} ${keys}`,
      `${group} से। फिर ज़रूरत है: ${w.hospital(p.hospital, context)} में ${need}। ${press} समय: ${by}।`,
    ];
  },
  alertThanksNo: () => 'कोई बात नहीं, बताने के लिए धन्यवाद। हम किसी और से पूछ लेंगे।',
  alertNoLate: () => 'कोई बात नहीं, बताने के लिए धन्यवाद। वहाँ अभी किसी और को नहीं आना है।',
  alertYesConfirmed: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    const who = name(p.attendant) ? ` ${name(p.attendant)} से मिलें।` : '';
    const sleep = p.asap ? '' : 'नींद पूरी करें, ';
    const health = `खाना खाकर आएँ, ${sleep}शराब न पिएँ, और पहचान पत्र साथ लाएँ।`;
    return [
      `धन्यवाद! ${by} ${where(p, context)} आ जाएँ।${who} ${health} ${neverPay}`,
      `धन्यवाद! ${by} ${w.hospital(p.hospital, context)} आ जाएँ।${who} ${health} ${neverPay}`,
    ];
  },
  alertYesStandby: () =>
    'धन्यवाद! अभी के लिए खून देने वाले पूरे हैं, और अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alertYesCovered: () =>
    'धन्यवाद! खून देने वाले पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप पर भरोसा कर सकते हैं।',
  alertYesReserve: () =>
    'धन्यवाद! खून देने वाले पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। जगह खाली हुई तो पहले आप लोगों से पूछेंगे।',
  alertYesClosed: () =>
    'धन्यवाद! वहाँ अब खून नहीं चाहिए, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप पर भरोसा कर सकते हैं।',
  alertYesNotYet: ({ from }) =>
    `धन्यवाद! आपकी अपनी सेहत के लिए ${day(from)} तक आराम ज़रूरी है, इसलिए अभी न आएँ। हम फिर कभी पूछेंगे।`,
  alreadyConfirmed: (p, context) =>
    `आपकी हाँ हमारे पास है: ${w.hospital(p.hospital, context)}, ${w.by(p.arriveBy, p.asap, context.now)}। ${neverPay}`,
  alreadyStandby: () => 'अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alreadySaidNo: () => 'आपने बताया था कि आना नहीं हो पाएगा, कोई बात नहीं।',
  alreadyGiven: () => 'आपका दिया हुआ खून हमने लिख लिया है। धन्यवाद!',
  nothingToAnswer: () => 'धन्यवाद। अभी हम आपसे कुछ नहीं पूछ रहे।',
  alertCovered: () =>
    'हमने आपको खून के लिए याद किया था। अब खून देने वाले पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  alertNoLongerNeeded: () =>
    'हमने आपको खून के लिए याद किया था। अब वहाँ खून नहीं चाहिए, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  standbyPromoted: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    const who = name(p.attendant) ? ` ${name(p.attendant)} से मिलें।` : '';
    const health = 'खाना खाकर आएँ, शराब न पिएँ, और पहचान पत्र साथ लाएँ।';
    return [
      `अब आपकी ज़रूरत है! ${by} ${where(p, context)} आ जाएँ।${who} ${health} ${neverPay}`,
      `अब आपकी ज़रूरत है! ${by} ${w.hospital(p.hospital, context)} आ जाएँ।${who} ${health} ${neverPay}`,
    ];
  },
  standbyReleased: () => 'अब आपको रुकने की ज़रूरत नहीं है। तैयार रहने के लिए धन्यवाद।',
  donorStandDown: ({ code }) =>
    `अब न आएँ, खून की ज़रूरत नहीं रही। आप रास्ते में हों तो माफ़ कीजिए। आपका दिल से धन्यवाद। कोड: ${c(code)}।`,
  donorReminder: (p, context) =>
    `${w.hospital(p.hospital, context)} में ${w.by(p.arriveBy, p.asap, context.now)} आपका इंतज़ार है। खाना खाकर आएँ, पहचान पत्र साथ लाएँ। ${neverPay}`,
  askArrived: ({ hospital }, context) =>
    `क्या आप ${w.hospital(hospital, context)} में हैं? वहाँ हैं तो एक दबाएँ। रास्ते में हैं तो दो दबाएँ। आना न हो पाए तो तीन।`,
  arrivedThanks: () => 'आने के लिए धन्यवाद। बाद में फ़ोन करके बताएँ कि क्या हुआ।',
  onTheWayThanks: () => `धन्यवाद, आराम से आइए। ${neverPay}`,
  askGave: () =>
    'क्या आपने खून दे दिया? दे दिया तो एक दबाएँ। डॉक्टर ने मना किया तो दो दबाएँ। अभी नहीं दिया तो तीन।',
  noShowNotice: () =>
    'आपकी खबर नहीं मिली, तो हमने किसी और से पूछ लिया। कोई बात नहीं। अब भी आना हो तो एक दबाएँ। नहीं तो दो दबाएँ।',
  donationThanks: ({ next }) =>
    `धन्यवाद! आपके खून से किसी की जान बच सकती है। आज आराम करें और खूब पानी पिएँ। आप ${day(next)} से फिर खून दे सकते हैं।`,
  donationThanksFromFamily: ({ next }) =>
    `घरवालों ने बताया कि आपने खून दिया। धन्यवाद! आपकी वजह से उनकी जान में जान आई। आप ${day(next)} से फिर दे सकते हैं।`,
  dropThanks: () =>
    'बताने के लिए धन्यवाद। क्या बात हुई? आना न हो पाया तो एक दबाएँ। खून की कमी निकली तो दो दबाएँ। वज़न या बीपी की बात हो तो तीन। बुखार, बीमारी या दवा हो तो चार।',
  dropOther: () => 'कोई और बात हो तो पाँच दबाएँ।',
  dropReasonNoted: ({ until }) =>
    until
      ? `धन्यवाद, लिख लिया। अपना ध्यान रखें। ${day(until)} से पहले हम नहीं पूछेंगे।`
      : 'धन्यवाद, लिख लिया। हम फिर कभी पूछेंगे।',
  nothingToDrop: () => 'अभी कहीं आपका इंतज़ार नहीं है। सब ठीक है।',
  nothingDone: () => 'अभी हमारे पास न आपकी कोई माँग है, न खून देने जाने की कोई बात।',
  lifeTouched: () =>
    'मरीज़ को जितना खून चाहिए था, सब मिल गया। इसमें आपका भी हाथ है। एक परिवार की जान में जान आई। धन्यवाद!',
  joinNotice: (_, { groupName }) => {
    const kept = `${groupName} में आपका नंबर, नाम, ब्लड ग्रुप, इलाका, उम्र, महिला या पुरुष, और खून देने की तारीख`;
    const why = 'सिर्फ़ खून माँगने के लिए। सिर्फ़ हमारे साथी देखेंगे, और जिन्हें आप हाँ कहें।';
    const keys = 'कहने पर मिटाएँगे। मंज़ूर हो तो एक दबाएँ, वरना दो।';
    return [`${kept} लिखी रहेगी, ${why} ${keys}`, `${kept} रहेगी, ${why} ${keys}`];
  },
  joinTooYoung: () => 'बहुत अच्छी बात है! खून अठारह साल की उम्र से दे सकते हैं। तब ज़रूर फ़ोन करें।',
  joinTooOld: () =>
    'बहुत अच्छी बात है! देने वाले की सेहत के लिए डॉक्टर एक उम्र तक ही खून लेते हैं। शायद घर में कोई जवान देना चाहे।',
  joinDeclined: () => 'कोई बात नहीं, हमने आपका नाम नहीं लिखा।',
  joined: (p, context) =>
    `${context.groupName} में स्वागत है! लिख लिया: ${w.group(p.group)}, ${w.place(p.place, context)}। पास में किसी को खून चाहिए होगा, तभी पूछेंगे${p.from ? `, और ${day(p.from)} से पहले नहीं` : ''}।`,
  alreadyJoined: (p, context) =>
    `आप पहले से हमारे साथ हैं: ${w.group(p.group)}, ${w.place(p.place, context)}।`,
  paused: ({ until }) => `ठीक है, ${day(until)} से पहले हम नहीं पूछेंगे।`,
  resumed: () => 'अच्छा लगा कि आप फिर साथ हैं! किसी को आपका खून चाहिए होगा तो हम पूछेंगे।',
  gaveNoted: ({ next }) => `खून देने के लिए धन्यवाद! आप ${day(next)} से फिर दे सकते हैं। तब तक हम नहीं पूछेंगे।`,
  gaveUnclear: () => 'वह तारीख समझ नहीं आई। आज की, या आज से पहले की तारीख बताएँ।',
  notADonor: () => 'आपका नाम अभी खून देने वालों में नहीं है।',
  mayGiveAgain: () => 'आपके आराम के दिन पूरे हुए, अब आप फिर खून दे सकते हैं। किसी को ज़रूरत होगी तो हम पूछेंगे।',
  giftReachedAsk: ({ code }) =>
    `हमारे दाताओं ने आपके मरीज़ के लिए खून दिया था। क्या वह खून मरीज़ को मिल गया? मिल गया तो एक दबाएँ। नहीं मिला तो दो दबाएँ। यह बस एक बार पूछ रहे हैं। कोड: ${c(code)}।`,
  giftReachedThanks: ({ reached }) =>
    reached
      ? `बताने के लिए धन्यवाद। हम यह खून देने वालों को बिना नाम के बताएँगे। ${wish}`
      : 'बताने के लिए धन्यवाद, हमें अफ़सोस है। हम दाताओं को नहीं बताएँगे कि मिल गया। हमारे साथी से बात करनी हो तो शून्य दबाएँ।',
  storyReadBack: ({ story }) => `हम ये शब्द दिखाएँगे। ${story}`,
  storyNo: () => 'ठीक है। हम कुछ नहीं बताएँगे, और कुछ नहीं रखेंगे। आपको शुभकामनाएँ।',
  storyWaits: () => 'धन्यवाद। हमारे एक साथी पढ़ेंगे, फिर यह हमारे पेज पर आएगी। आप इसे कभी भी हटवा सकते हैं।',
  storyHeard: () =>
    'धन्यवाद। हमारे एक साथी सुनकर आपके शब्द लिखेंगे। फिर हम आपको फ़ोन करेंगे, और दिखाना है या नहीं, यह आप तय करेंगे।',
  storyUnknown: () => 'ऐसी कोई कहानी हमारे पास नहीं है।',
  giftLongAgo: () =>
    'आपने कुछ साल पहले खून दिया था, धन्यवाद। पास के किसी मरीज़ को ज़रूरत होगी तो हम फिर पूछेंगे। इसके लिए दोबारा फ़ोन नहीं करेंगे।',
  prefersCalls: () => 'ठीक है, खून चाहिए होगा तो हम आपको फ़ोन करेंगे।',
  prefersTexts: () => 'ठीक है, खून चाहिए होगा तो हम आपको मैसेज भेजेंगे।',
  numberNotShown: () => 'ठीक है, आपका नंबर किसी को नहीं दिखेगा। बात करनी हो तो हम जोड़ देंगे।',
  numberShown: () => 'ठीक है, अब से जिनसे हम आपको मिलाएँगे, उन्हें आपका नंबर दिख सकता है।',

  // — any call
  chooseLanguage: () =>
    'हमारे साथी से बात करनी हो तो शून्य दबाएँ, हिंदी के लिए एक दबाएँ। For English, press two.',
  welcome: (_, { groupName }) => `नमस्ते, यह ${groupName} है। यहाँ खून का कोई पैसा नहीं लगता। ${neverPay}`,
  itIsUs: (_, { groupName }) => `नमस्ते, यह ${groupName} है।`,
  mainMenu: ({ donor }) =>
    `हमारे साथी से बात करनी हो तो शून्य दबाएँ, खून चाहिए तो एक दबाएँ। ${donor ? '' : 'खून देना हो तो दो दबाएँ। '}खून देने के बारे में कुछ पूछना हो तो तीन। भाषा या कोई और बात बदलनी हो तो चार। फिर सुनना हो तो नौ।`,
  zeroHelps: () => 'साथी से बात के लिए शून्य।',
  sayAgain: () => 'क्या आपको आवाज़ आ रही है? फिर से बताते हैं।',
  wrongKey: () => 'यह समझ नहीं आया। कोई बात नहीं, फिर से सुनिए।',
  numberHidden: () =>
    'आपका नंबर हमें दिख नहीं रहा, इसलिए हम लौटकर फ़ोन नहीं कर पाएँगे। अपने साथी को फ़ोन लगा रहे हैं, फ़ोन पर बने रहें।',
  callUnknown: () => 'माफ़ कीजिए, बात बीच में टूट गई। आपकी बताई बात हमारे पास है।',
  goodbye: () => 'धन्यवाद। हम दिन-रात यहीं हैं।',
  seeText: () => 'यह हमने मैसेज में भी भेज दिया है।',

  // — a request by keypad
  needGroup: () =>
    'मरीज़ के खून का कौन सा ग्रुप है? ए के लिए एक दबाएँ। बी के लिए दो दबाएँ। ए बी के लिए तीन। ओ के लिए चार। पता न हो तो शून्य, साथी मदद करेंगे।',
  needGroupUnknown: () =>
    'बॉम्बे ग्रुप हो तो पाँच दबाएँ। पता न हो तो अस्पताल का पर्चा देख लें, या नर्स से पूछ लें।',
  needRh: ({ abo }) => `${w.abo(abo)} पॉज़िटिव हो तो एक दबाएँ। ${w.abo(abo)} नेगेटिव हो तो दो दबाएँ।`,
  needComponent: () =>
    'डॉक्टर ने क्या माँगा है? खून माँगा है, या पता नहीं, तो एक दबाएँ। पैक्ड रेड सेल हो तो दो दबाएँ। प्लेटलेट हो तो तीन। प्लाज़्मा हो तो चार।',
  needUnits: () => 'खून की कितनी बोतल चाहिए? एक से नौ तक कोई बटन दबाएँ।',
  needPin: () =>
    'कौन सा अस्पताल? नाम बोलें, या वहाँ के पिन कोड के छह अंक दबाएँ। पता न हो तो शून्य दबाकर रुकें, हमारे साथी मदद करेंगे।',
  fillPin: () => 'कौन सा अस्पताल? नाम बोलें, या वहाँ के पिन कोड के छह अंक दबाएँ।',
  pinCheck: ({ pin, place, district }, context) => {
    const [town, around] = [w.place(place, context), w.place(district, context)];
    return `पिन कोड ${w.pin(pin)}: ${town}${around === town ? '' : `, ज़िला ${around}`}। सही है तो एक दबाएँ। नहीं तो दो दबाएँ।`;
  },
  pinUnknown: () => 'यह पिन कोड हमें नहीं मिला। छहों अंक फिर से दबाएँ।',
  needHospital: ({ hospitals }, context) => {
    const [names, last] = [hospitals.map((h) => w.hospital(h, context)), n(hospitals.length + 1)];
    return [list, shortList].map(
      (told) => `कौन सा अस्पताल? नाम बोलें। ${told(names)} कोई और हो तो ${last}।`,
    );
  },
  needHospitalName: () => `अस्पताल का नाम बताएँ। ${afterTone} बिना बताए आगे बढ़ना हो तो तुरंत बटन दबाएँ।`,
  needWhen: ({ group }) =>
    `${group ? `${w.group(group)} ` : ''}खून कब चाहिए? अभी, यानी छह घंटे के अंदर चाहिए, तो एक दबाएँ। आज चाहिए तो दो दबाएँ। कल चाहिए तो तीन। और बाद में चाहिए तो चार।`,
  needDays: () => 'कितने दिन बाद चाहिए? दो से नौ तक कोई बटन दबाएँ।',
  needPatient: () => `मरीज़ का नाम बताएँ। ${afterTone}`,
  needAttendant: () => `मरीज़ के साथ कौन है, जिनसे खून देने वाले मिलें? उनका नाम बताएँ। ${afterTone}`,
  needChange: () =>
    'क्या बदलना है? खून का ग्रुप बदलना हो तो एक दबाएँ। कितनी बोतल, तो तीन दबाएँ। अस्पताल, तो चार। कुछ और, तो आठ।',
  needChangeMore: () => 'खून या प्लेटलेट बदलना हो तो दो दबाएँ। कब चाहिए, तो पाँच दबाएँ। नाम, तो छह।',
  needContinues: () => 'जहाँ बात रुकी थी, वहीं से आगे बढ़ते हैं। कुछ और काम हो तो स्टार दबाएँ।',
  requestCode: ({ code }) => `यह कोड याद रखें: ${c(code)}। फिर से सुनिए: ${c(code)}।`,

  // — joining by keypad
  joinFirst: () => 'ध्यान से सुनें। मंज़ूर हो तो एक दबाएँ। नहीं तो दो दबाएँ।',
  joinGroup: () =>
    'आपके खून का कौन सा ग्रुप है? ए के लिए एक दबाएँ। बी के लिए दो दबाएँ। ए बी के लिए तीन। ओ के लिए चार। पता न हो तो शून्य, साथी मदद करेंगे।',
  joinPin: () =>
    'आपका घर कहाँ है? वहाँ के पिन कोड के छह अंक दबाएँ। पता न हो तो शून्य दबाकर रुकें, हमारे साथी मदद करेंगे।',
  joinName: () => `अपना नाम बताएँ। ${afterTone}`,
  joinSex: () =>
    'महिलाओं को दो बार के बीच ज़्यादा आराम चाहिए, इसलिए बताएँ। महिला हैं तो एक दबाएँ। पुरुष हैं तो दो दबाएँ। कुछ और हैं तो तीन।',
  joinBorn: () => 'आपकी उम्र कितने साल है? उम्र के दो अंक दबाएँ।',
  joinLast: () =>
    'पिछली बार खून कब दिया? कभी नहीं, या चार महीने से ज़्यादा हो गए, तो एक दबाएँ। चार महीने नहीं हुए तो दो दबाएँ।',
  joinLastDate: () => `किस दिन दिया था? ${dayAndMonth}`,

  // — a donor who said yes
  pledgeKeys: () => pledgeKeys,
  pledgeConfirmed: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    return [
      `${where(p, context)} में ${by} आपका इंतज़ार है। ${pledgeKeys} कोड: ${c(p.code)}।`,
      `${w.hospital(p.hospital, context)} में ${by} आपका इंतज़ार है। ${pledgeKeys} कोड: ${c(p.code)}।`,
      `${by} आपका इंतज़ार है। ${pledgeKeys} कोड: ${c(p.code)}।`,
    ];
  },
  pledgeStandby: () =>
    'अगला नाम आपका है, ज़रूरत पड़ी तो हम बताएँगे। अब आना न हो पाए तो दो दबाएँ। कुछ और हो तो पाँच दबाएँ।',

  // — a family
  requestKeys: ({ donors, more }) => {
    const talk = donors > 0 ? 'खून देने वाले से बात करनी हो तो एक दबाएँ। ' : '';
    const rest = donors > 0 || more ? 'और कुछ हो तो आठ।' : 'माँग बंद करनी हो तो चार। कुछ और हो तो पाँच।';
    return `${talk}और बोतल चाहिए तो दो दबाएँ। खून मिल गया तो तीन दबाएँ। ${rest}`;
  },
  requestOther: ({ more }) =>
    `माँग बंद करनी हो तो चार दबाएँ। कोई और काम हो तो पाँच दबाएँ।${more ? ' आपकी अगली माँग के लिए छह।' : ''}`,
  requestMore: () => 'और कितनी बोतल चाहिए? एक से नौ तक कोई बटन दबाएँ।',
  requestMoreAgain: ({ more, units: all }) =>
    `हम अभी-अभी ${units(more)} जोड़ चुके हैं। क्या उतनी ही और, कुल ${units(all)}? हाँ तो एक दबाएँ। नहीं तो दो दबाएँ।`,
  requestClose: () => 'क्या यह माँग बंद कर दें, और किसी से न पूछें? हाँ तो एक दबाएँ। नहीं तो दो दबाएँ।',
  chooseDonor: ({ donors }) => {
    const names = donors
      .slice(0, mostDonors)
      .map((donor, i) => name(donor) || `खून देने वाले नंबर ${n(i + 1)}`);
    return [list, shortList].map((told) => `किनसे बात करनी है? ${told(names)}`.trim());
  },
  refusalToHear: ({ code }) =>
    `माफ़ कीजिए, आपकी माँग पर हम आगे नहीं बढ़ पाए। कोड: ${c(code)}। हमारे साथी ने वजह बताई है, सुनिए:`,

  // — a volunteer
  verifyCode: () =>
    'आपके लिए कुछ है। हमारे मैसेज में आपका अपना कोड लिखा है, उसके अंक दबाएँ। कोड न हो तो एक दबाकर रुकें, हम फ़ोन करेंगे। कुछ और हो तो पाँच दबाएँ।',
  callBackSoon: () => 'अब फ़ोन रख दें। हम अभी आपको फ़ोन करते हैं।',
  verifyKeys: ({ more, unplaced }) =>
    `${unplaced ? 'घरवालों से बात करनी हो तो एक दबाएँ। मना करना हो तो दो दबाएँ। अस्पताल लिखवाना हो तो तीन।' : 'बात सही है तो एक दबाएँ। मना करना हो तो दो दबाएँ। पहले घरवालों से बात करनी हो तो तीन।'} ${more ? 'अगली माँग के लिए चार।' : 'कुछ और हो तो पाँच।'}`,
  verifyReason: () =>
    'वजह क्या है? अस्पताल का पर्चा नहीं है तो एक दबाएँ। अब खून नहीं चाहिए तो दो दबाएँ। बताई बात सही नहीं है तो तीन। खुद बोलकर बताना हो तो चार।',
  verifyReasonSay: () => `वजह बताएँ, घरवाले सुनेंगे। ${afterTone}`,
  verifyNoMore: () => 'और कुछ बाकी नहीं है। धन्यवाद।',
  callerWaits: ({ at }, { now }) =>
    `${t(at, now)} किसी ने हमें फ़ोन किया था, कोई साथी खाली नहीं था। उनसे अभी बात करनी हो तो एक दबाएँ। अभी नहीं तो दो दबाएँ।`,
  volunteerWillCall: () => 'हमारे साथी खाली होते ही आपको फ़ोन करेंगे।',

  // — donation camps
  campInvite: ({ centre, hospital, place, opensAt }, context) => {
    const at = { hospital, place };
    const [day, keys] = [
      t(opensAt, context.now),
      'आना हो पाए तो एक दबाएँ। इस बार नहीं तो दो दबाएँ। कुछ और हो तो पाँच।',
    ];
    const group = context.groupName;
    return [
      `${group} से। ${where(at, context)} में ${w.hospital(centre, context)} का खून देने का कैंप है, ${day} से। ${keys}`,
      `${group} से। ${where(at, context)} में खून देने का कैंप है, ${day} से। ${keys}`,
      `${group} से। ${w.hospital(hospital, context)} में खून देने का कैंप है, ${day} से। ${keys}`,
      `${group} से। ${day} खून देने का कैंप है। ${keys} जगह: ${w.hospital(hospital, context)}।`,
    ];
  },
  campTimes: ({ first, second, third }) => {
    const [one, two, three] = [first, second, third].map((at) => (at ? w.clock(at) : undefined));
    return `कब आ पाएँगे? ${one} के लिए एक दबाएँ।${two ? ` ${two} के लिए दो दबाएँ।` : ''}${three ? ` ${three} के लिए तीन।` : ''} इनमें से कोई नहीं तो चार${two ? '' : ' दबाएँ'}।`;
  },
  campBooked: ({ hospital, place, at, code }, context) => {
    const day = at === undefined ? '' : `${t(at, context.now)} `;
    const health = 'खाना खाकर और पानी पीकर आएँ, पहचान पत्र साथ लाएँ।';
    const number = `गेट पर आपका नंबर: ${c(code)}।`;
    return [
      `धन्यवाद! ${day}${where({ hospital, place }, context)} आ जाएँ। ${health} ${number}`,
      `धन्यवाद! ${day}${w.hospital(hospital, context)} आ जाएँ। ${health} ${number}`,
    ];
  },
  campWaiting: () => 'धन्यवाद! अभी कोई समय खाली नहीं है। आपका नाम लिख लिया है, समय खाली होते ही बताएँगे।',
  campSeatKeys: () => 'अब आना न हो पाए तो दो दबाएँ। कुछ और हो तो पाँच दबाएँ।',
  campNo: () => 'कोई बात नहीं, बताने के लिए धन्यवाद। फिर कभी पूछेंगे।',
  campFreed: () => 'बताने के लिए धन्यवाद। आपका समय किसी और को मिल जाएगा।',
  campOver: () => 'वह कैंप हो चुका है, या अब वहाँ जगह नहीं है। आपने पूछा, इसके लिए धन्यवाद।',
  campDoorAsk: () => 'कैंप का गेट। खून देने आए व्यक्ति के नंबर के चारों अंक दबाएँ। कुछ और हो तो पाँच दबाएँ।',
  campDoorUnknown: () => 'आज के कैंप में यह नंबर किसी का नहीं है।',
  campDoorKeys: ({ code, group }) =>
    `${w.group(group)}। आ गए तो एक दबाएँ। खून दे दिया तो दो दबाएँ। डॉक्टर ने मना किया तो तीन। नंबर दूसरा हो तो पाँच। नंबर: ${c(code)}।`,
  campBackReason: () =>
    'क्या बात हुई? खून की कमी निकली तो एक दबाएँ। बीपी की बात हो तो दो दबाएँ। वज़न की बात हो तो तीन। दवा चल रही हो तो चार।',
  campBackOther: () => 'अभी हाल में खून दिया हो तो पाँच दबाएँ। कोई और बात हो तो छह दबाएँ।',
  campDoor: ({ code, did }) =>
    `${{ in: 'लिख लिया, आ गए', gave: 'गिन लिया, खून दे दिया', back: 'लिख लिया, डॉक्टर ने मना किया' }[did]}। नंबर: ${c(code)}।`,

  hearAttendant: () => 'जिनसे मिलना है उनका नाम, जैसे घरवालों ने बताया:',
  hearHospital: () => 'अस्पताल का नाम, जैसे उन्होंने बताया:',
  hearNames: () => 'मरीज़ और उनके साथ वाले का नाम, जैसे घरवालों ने बताया:',

  // — settings
  settings: ({ donor }) => {
    const asDonor = 'कुछ दिन हम आपसे न पूछें तो दो दबाएँ। कहीं और खून दिया तो तीन। ';
    return `अंग्रेज़ी के लिए एक दबाएँ। ${donor ? asDonor : ''}और कुछ हो तो आठ दबाएँ।`;
  },
  settingsMore: ({ donor, volunteer, byCall, hidden, onDuty }) => {
    const asDonor = `${byCall ? 'फ़ोन की जगह मैसेज' : 'मैसेज की जगह फ़ोन'} चाहिए तो चार दबाएँ। अपना नंबर ${hidden ? 'दिखाना' : 'छिपाना'} हो तो पाँच दबाएँ। `;
    const duty = `${onDuty ? 'ड्यूटी खत्म करनी' : 'ड्यूटी पर आना'} हो तो छह दबाएँ। `;
    return `${donor ? asDonor : ''}${volunteer ? duty : ''}सब कुछ मिटवाना हो तो सात दबाएँ।`;
  },
  pauseKeys: () =>
    'तीस दिन तक न पूछें, तो एक दबाएँ। नब्बे दिन तक न पूछें, तो दो दबाएँ। फिर से पूछना शुरू करें, तो तीन।',
  gaveWhen: () => 'खून कब दिया? आज दिया तो एक दबाएँ। कल दिया तो दो दबाएँ। किसी और दिन दिया तो तीन।',
  gaveDate: () => dayAndMonth,
  forgetByText: () =>
    'हमने मैसेज में एक नंबर भेजा है। वही नंबर लिखकर भेजें, तब सब मिटा देंगे। तब तक कुछ नहीं बदलेगा।',
  forgetCheck: () => 'क्या आपके बारे में सब कुछ मिटा दें? हाँ तो एक दबाएँ। नहीं तो दो दबाएँ।',

  // — questions about giving (sources: en.ts)
  mythList: () =>
    'क्या जानना है? कमज़ोरी के बारे में एक दबाएँ। दर्द और बीमारी लगने के बारे में दो दबाएँ। महिलाओं के बारे में तीन। कितनी बार, मर्दानगी, पैसे, इनके बारे में चार।',
  mythWeakness: () =>
    'थोड़ी देर सिर हल्का लग सकता है, पर कमज़ोरी नहीं रहती। आधे लीटर से भी कम खून लिया जाता है। शरीर कुएँ जैसा है: एक बाल्टी निकालिए, दो दिन में पानी फिर भर आता है। उस दिन खूब पानी पिएँ और आराम करें।',
  mythPain: () =>
    'बस एक बार चुभता है, जैसे चींटी काटे, फिर कुछ नहीं। सुई नई और साफ़ होती है, सिर्फ़ आपके लिए, और बाद में फेंक दी जाती है। खून देने से कोई बीमारी नहीं लगती।',
  mythWomen: () =>
    'महिलाएँ भी ज़रूर दे सकती हैं, हर चार महीने में। भरे घड़े से ही पानी लिया जाता है, इसलिए डॉक्टर पहले देखते हैं कि खून की कमी तो नहीं। माहवारी में, पेट में बच्चा हो, या दूध पिलाती हों, तब नहीं।',
  mythOften: () =>
    'जैसे खेत को दो फ़सलों के बीच आराम चाहिए, वैसे शरीर को भी। पुरुष हर तीन महीने में दे सकते हैं, महिलाएँ हर चार महीने में। उम्र अठारह से पैंसठ साल, वज़न कम से कम पैंतालीस किलो।',
  mythStrength: () =>
    'यह बात लोग मुझसे रोज़ धीरे से पूछते हैं। नहीं, मर्द की ताकत ज़रा भी नहीं घटती। खून दाढ़ी जैसा है: बनवाइए, फिर उग आती है।',
  mythMoney: () =>
    'खून के पैसे? किसी को नहीं देने हैं। खून दुआ जैसा है: दिया जाता है, बेचा नहीं जाता। कानून भी यही कहता है। जो पैसे माँगे, चाहे किराए के ही, वह ठग है। हमारे साथी को बताएँ।',
  mythKeys: () => 'अगला सवाल सुनना हो तो एक दबाएँ। खून देना हो तो दो दबाएँ। कुछ और हो तो पाँच।',

  // — people put in touch
  connecting: ({ to }) =>
    `हम आपको ${inHindi[to]} से जोड़ रहे हैं। फ़ोन पर बने रहें। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay}`,
  connectOffer: ({ code, to }) =>
    `${to === 'donor' ? 'खून देने वाले' : 'घरवालों'} से बात करनी हो तो एक दबाएँ। कोड: ${c(code)}।`,
  nobodyPickedUp: ({ to }) =>
    `${to === 'donor' ? 'खून देने वाले' : 'घरवालों'} ने अभी फ़ोन नहीं उठाया। थोड़ी देर में फिर कोशिश करें।`,
  talkEnded: () => 'हम यहीं हैं।',
  cannotConnect: () => 'वह माँग अब बंद है, इसलिए हम जोड़ नहीं सकते।',
  legDonor: ({ code, name: family }, { groupName }) =>
    `${groupName}। मरीज़ के ${name(family) ? `घर से ${name(family)}` : 'घरवालों'} को आपसे बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay} कोड: ${c(code)}।`,
  legFamily: ({ code, name: donor }, { groupName }) =>
    `${groupName}। खून देने वाले ${name(donor) ? `${name(donor)} ` : ''}को आपसे बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay} कोड: ${c(code)}।`,
  legFamilyByVolunteer: ({ code, name: volunteer }, { groupName }) =>
    `${groupName}। हमारे साथी ${name(volunteer) ? `${name(volunteer)} ` : ''}को आपकी माँग के बारे में बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay} कोड: ${c(code)}।`,
  legCaller: ({ name: volunteer }, { groupName }) =>
    `${groupName}। आपने फ़ोन किया था, अब हमारे साथी ${name(volunteer) ? `${name(volunteer)} ` : ''}आपसे बात कर सकते हैं। बात करनी हो तो एक दबाएँ। ${neverPay}`,
  legVolunteer: ({ place }, context) =>
    `${context.groupName}। ${w.place(place, context) ? `${w.place(place, context)} में ` : ''}किसी को हमारे साथी की मदद चाहिए। बात करनी हो तो एक दबाएँ।`,
  legAgain: (_, { groupName }) => `यह ${groupName} है। बात करनी हो तो एक दबाएँ। अभी नहीं तो दो दबाएँ।`,
  legGoodbye: (_, { groupName }) => `कोई बात नहीं, फिर कभी। ${groupName} की ओर से धन्यवाद।`,
  legTaken: () => 'धन्यवाद, किसी और साथी ने फ़ोन ले लिया है।',
  volunteerRings: () => 'हम आपके लिए अपने साथी को फ़ोन लगा रहे हैं। फ़ोन पर बने रहें।',
  stillRings: () => 'अब अगले साथी को फ़ोन लगा रहे हैं। फ़ोन पर बने रहें।',
  callerGone: () => 'धन्यवाद, उनसे बात हो चुकी है।',
  storyTellAsk: () =>
    'आपके मरीज़ के लिए खून दिया गया था। क्या हम दूसरों को बताएँ कि कैसा रहा, ताकि और लोग दें? अभी बताने के लिए एक दबाएँ। नहीं तो दो दबाएँ। कुछ और हो तो पाँच दबाएँ।',
  storyTell: () =>
    'आपकी बात रिकॉर्ड होगी। इसे सिर्फ़ हमारे साथी सुनेंगे और लिखेंगे, और दिखाना है या नहीं, यह आप तय करेंगे। किसी का नाम न लें। बीप के बाद बताएँ, ज़्यादा से ज़्यादा नब्बे सेकंड, और आख़िर में कोई भी बटन दबाएँ।',
  storyNotHeard: () => 'हमें कुछ सुनाई नहीं दिया।',
  storyShowKeys: ({ named }) =>
    `बिना नाम दिखाने के लिए एक दबाएँ। न दिखाने के लिए दो दबाएँ। ${named ? 'अपने नाम के साथ दिखाने के लिए तीन दबाएँ। ' : ''}फिर से बताने के लिए चार दबाएँ।`,
  nobodyFree: () =>
    'अभी कोई साथी खाली नहीं है, पर वे आपकी बात सुनकर आपको फ़ोन करेंगे। बीप की आवाज़ के बाद अपना नाम और अपनी बात बताएँ।',
  messageKept: () => 'धन्यवाद। हमारे साथी सुनकर आपको फ़ोन करेंगे।',
  messageEmpty: () => 'हमें कुछ सुनाई नहीं दिया। जब चाहें, दिन हो या रात, फिर फ़ोन करें।',
};
