import type { PromptCatalog } from './catalog.ts';
import { spokenWords } from './spoken-words.ts';

/*
 * Hindi as it is spoken in a village of Uttar Pradesh: what a thing is for first, its key last ("खून चाहिए तो एक
 * दबाएँ"); आप throughout, and forms that fit a woman and a man (आ सकें, आना हो पाएगा); no word of an office. The names
 * are en.ts's. Of several wordings the fullest that is short enough is said.
 */
const w = spokenWords('hi');
const { n, c, t, day, units, name, where } = w;

const orDonor = (donor: string): string => name(donor) || 'डोनर';
/** Choices and their keys; the same in fewer words. */
const list = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${choice} के लिए ${n(i + 1)}${i === 0 ? ' दबाएँ' : ''}।`).join(' ');
const shortList = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${choice}: ${n(i + 1)}।`).join(' ');
/** Key 9 says the screen again. */
const mostDonors = 8;
const neverPay = 'किसी को पैसे न दें।';
const wish = 'मरीज़ जल्दी ठीक हों, यही दुआ है।';
const afterTone = 'बीप की आवाज़ के बाद बोलें, फिर कोई भी बटन दबाएँ।';
const dayAndMonth = 'तारीख और महीना दबाएँ, कुल चार अंक। जैसे पाँच अक्टूबर के लिए: शून्य पाँच एक शून्य।';
const whyRefused = {
  'no-paper': 'अस्पताल का पर्चा नहीं मिला',
  'not-needed': 'अब खून की ज़रूरत नहीं है',
  'not-true': 'बताई गई बात सही नहीं निकली',
} as const;

const inHindi = {
  volunteer: 'अपने साथी',
  donor: 'डोनर',
  family: 'घरवालों',
  caller: 'फ़ोन करने वाले',
} as const;
const pledgeKeys =
  'घरवालों से बात करनी हो तो एक दबाएँ। न आ पाएँ तो दो। खून दे दिया तो तीन। कुछ और हो तो पाँच।';

export const hi: PromptCatalog = {
  // — also texted
  bloodIsFree: () =>
    'खून का कोई पैसा नहीं लगता, हमारी मदद का भी नहीं। कोई कुछ भी कहे, किसी को पैसे न दें। कोई माँगे तो हमारे साथी को बताएँ।',
  languageSet: () => 'ठीक है, अब से हिंदी में बात करेंगे।',
  forgotten: () => 'आपके बारे में जो कुछ लिखा था, सब मिटा दिया। जब चाहें, फिर फ़ोन करें।',
  forgetAfterRequest: () =>
    'खून की आपकी माँग बंद कर दी, और आपके बारे में जो कुछ लिखा था, सब मिटा दिया। जब चाहें, फिर फ़ोन करें।',
  unitsTooMany: ({ max }) => `हम एक बार में ${units(max)} तक ही ढूँढ सकते हैं।`,
  requestSummary: (p, context) => {
    const what = `${where(p, context)} में ${w.need(p)} चाहिए, ${t(p.neededBy, context.now)} तक।`;
    const patient = name(p.patient);
    const keys = 'सब सही है तो एक दबाएँ। कुछ बदलना हो तो दो। अब ज़रूरत न हो तो तीन।';
    return [
      ...(patient ? [`${what} मरीज़ का नाम ${patient}। ${keys}`] : []),
      `${what} ${keys}`,
      `${w.hospital(p.hospital)} में ${w.need(p)} चाहिए, ${t(p.neededBy, context.now)} तक। ${keys}`,
    ];
  },
  requestDropped: () => 'ठीक है। किसी को कुछ नहीं बताया गया।',
  requestOpened: ({ code }) =>
    `आपकी बात हमारे साथियों तक पहुँच गई। वे आपको फ़ोन करेंगे। फ़ोन और अस्पताल का पर्चा पास रखें। आपका कोड है ${c(code)}। ${neverPay}`,
  requestOpenedTrusted: ({ code }) =>
    `हम अभी डोनरों से पूछ रहे हैं। कोई आ सके तो तुरंत बताएँगे। आपका कोड है ${c(code)}। ${neverPay}`,
  tooManyRequests: ({ max }) =>
    `आपकी ${n(max)} माँगें हमारे पास हैं, एक साथ इतनी ही देख सकते हैं। पहले उनमें से एक बंद करें।`,
  requestWithMoreVolunteers: ({ code }) =>
    `कोड ${c(code)}: अभी कोई साथी खाली नहीं मिला, इसलिए हमने और साथियों से कहा है। फ़ोन पास रखें।`,
  requestWithCoordinators: ({ code }) =>
    `कोड ${c(code)}: आपकी बात अब हमारे बड़े साथियों के पास है। फ़ोन पास रखें।`,
  requestWaits: ({ code }) =>
    `कोड ${c(code)}: अभी कोई साथी खाली नहीं है। हम लगे हुए हैं। ब्लड बैंक में भी पूछ लें। ${neverPay}`,
  requestVerified: ({ code }) =>
    `अच्छी खबर। कोड ${c(code)}: जाँच हो गई, अब पास के डोनरों से पूछ रहे हैं। ${neverPay}`,
  requestRefused: ({ code, reason, why }) => {
    const said = why ? whyRefused[why] : w.reason(reason);
    return `माफ़ कीजिए, कोड ${c(code)} पर हम आगे नहीं बढ़ सकते।${said ? ` हमारे साथी का कहना है: ${said}।` : ''} अस्पताल के ब्लड बैंक में भी पूछ लें।`;
  },
  statusVerifying: ({ code }) =>
    `कोड ${c(code)}: हमारे साथी जाँच कर रहे हैं, आपको फ़ोन आ सकता है। फ़ोन पास रखें।`,
  statusSearching: (p) =>
    `कोड ${c(p.code)}: ${p.confirmed === 0 ? 'अभी कोई डोनर नहीं मिला' : `${n(p.units)} में से ${n(p.confirmed)} डोनर ${p.confirmed === 1 ? 'मिल गया' : 'मिल गए'}`}। ${p.asked === 0 ? 'अब पास के डोनरों से पूछने जा रहे हैं।' : `अब तक ${p.asked === 1 ? 'एक डोनर' : `${n(p.asked)} डोनरों`} से पूछा है, और ढूँढ रहे हैं।`}`,
  statusCovered: (p) =>
    `कोड ${c(p.code)}: डोनर पूरे मिल गए, सबने आने की हाँ कही है।${p.given > 0 ? ` अब तक ${units(p.given)} खून मिल चुका है।` : ''}`,
  statusNone: () => 'अभी आपकी कोई माँग हमारे पास नहीं है।',
  donorComing: (p, { now }) =>
    `अच्छी खबर। ${name(p.donor) || 'एक डोनर'} ने ${t(p.arriveBy, now)} तक आने की हाँ कही है। आपका कोड है ${c(p.code)}। उनसे यह कोड पूछ लें, असली डोनर को पता होगा। ${neverPay}`,
  donorDropped: ({ code, donor }) =>
    `कोड ${c(code)}: ${orDonor(donor)} का आना अब नहीं हो पाएगा। घबराइए नहीं, हम दूसरा डोनर ढूँढ रहे हैं।`,
  donorDidNotCome: ({ code, donor }) =>
    `कोड ${c(code)}: ${orDonor(donor)} के पहुँचने की खबर नहीं मिली। हम दूसरा डोनर ढूँढ रहे हैं।`,
  donorTurnedAway: ({ code, donor }) =>
    `कोड ${c(code)}: डॉक्टर ने ${orDonor(donor)} को आज खून देने से मना किया है। हम दूसरा डोनर ढूँढ रहे हैं।`,
  unitGiven: (p) => `अच्छी खबर। कोड ${c(p.code)}: ${n(p.units)} में से ${units(p.given)} खून मिल गया।`,
  requestFulfilled: ({ code }) => `कोड ${c(code)}: जितना खून चाहिए था, सब मिल गया। ${wish}`,
  requestStillNeeded: ({ code }) =>
    `कोड ${c(code)}: समय हो गया है। क्या खून अब भी चाहिए? चाहिए तो एक दबाएँ। नहीं तो दो।`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `कोड ${c(code)}: हम ${t(neededBy, now)} तक और ढूँढेंगे।`,
  requestExpired: ({ code }) =>
    `कोड ${c(code)} बंद हो गया, क्योंकि समय निकल गया। खून अब भी चाहिए तो एक दबाकर फिर बताएँ।`,
  requestClosed: ({ code }) => `कोड ${c(code)} बंद कर दिया। अब हम किसी से नहीं पूछ रहे। ${wish}`,
  unitsAdded: ({ code, units: all }) => `कोड ${c(code)}: अब हम कुल ${units(all)} खून ढूँढ रहे हैं।`,
  unitsNotAdded: ({ code, max }) =>
    `कोड ${c(code)}: इससे ज़्यादा नहीं हो पाएगा, हम ${units(max)} तक ही ढूँढ सकते हैं। ब्लड बैंक में भी पूछ लें।`,
  searchWidened: ({ code }) => `कोड ${c(code)}: पास के डोनरों से पूछ लिया, अब थोड़ा दूर वालों से पूछ रहे हैं।`,
  everyoneAsked: ({ code }) =>
    `कोड ${c(code)}: जितने डोनर थे, सबसे पूछ लिया। हमारे बड़े साथी फ़ोन से कोशिश कर रहे हैं। ब्लड बैंक में पूछ लें, बदले में कोई भी ग्रुप चलेगा क्या। ${neverPay}`,
  doneWithoutDonor: ({ code }) =>
    `कोड ${c(code)}: अभी हमारे किसी डोनर ने हाँ नहीं कही है। अब ज़रूरत न हो तो चार दबाकर बंद करें। नहीं तो हम ढूँढते रहेंगे।`,
  verifyAsk: (p, context) => {
    const patient = name(p.patient);
    return `कोड ${c(p.code)}: ${where(p, context)} में ${w.need(p)} चाहिए, ${t(p.neededBy, context.now)} तक।${patient ? ` मरीज़ का नाम ${patient}।` : ''}`;
  },
  verifyThanksOk: ({ code }) => `धन्यवाद। कोड ${c(code)} के लिए अब हम डोनरों से पूछ रहे हैं।`,
  verifyThanksNo: ({ code }) => `धन्यवाद। कोड ${c(code)} आगे नहीं जाएगा, घरवालों को हम बता रहे हैं।`,
  verifyAlready: ({ code }) => `धन्यवाद। कोड ${c(code)} की जाँच हो चुकी है, अब कुछ नहीं करना है।`,
  verifyUnknown: () => 'अभी जाँच के लिए कुछ नहीं है। धन्यवाद।',
  verifyOwn: ({ code }) => `कोड ${c(code)} आपकी अपनी माँग है, इसकी जाँच कोई दूसरा साथी करेगा। ${wish}`,
  verifyOffDuty: () => 'अभी आप ड्यूटी पर नहीं हैं। ड्यूटी पर आना हो तो शुरू में चार दबाएँ, फिर छह।',
  verifyEnd: ({ code }) =>
    `कोड ${c(code)}, जिसकी जाँच आपने की थी: सारा खून मिल गया। यह आपसे ही हो पाया। धन्यवाद।`,
  verifyEndClosed: ({ code }) => `कोड ${c(code)} अब बंद है। ध्यान रखने के लिए धन्यवाद।`,
  coordinatorEveryoneAsked: (p, context) => {
    const asked = `${n(p.missing)} डोनर अब भी कम हैं। ${n(p.asked)} लोगों से पूछा है।`;
    const [what, by] = [`${w.need(p)} चाहिए`, `${t(p.neededBy, context.now)} तक`];
    const code = `कोड ${c(p.code)} में आपकी ज़रूरत है`;
    return [
      `${code}: ${where(p, context)} में ${what}, ${by}। ${asked} घरवालों का नंबर मैसेज में है।`,
      `${code}: ${w.hospital(p.hospital)} में ${what}, ${by}। ${asked} बाकी मैसेज में है।`,
      `${code}: ${what}, ${by}। ${n(p.missing)} डोनर अब भी कम हैं। बाकी मैसेज में है।`,
    ];
  },
  dutyOn: ({ zone }, context) => `${w.place(zone, context)} की ड्यूटी अब आपकी है। धन्यवाद।`,
  dutyOff: () => 'आपकी ड्यूटी खत्म हुई। आराम कीजिए।',
  alert: (p, context) => {
    const [need, by] = [w.needForDonor(p), `${t(p.neededBy, context.now)} तक`];
    const asked = (at: string) => `${at} में ${by} ${need} चाहिए।`;
    const keys = 'क्या आना हो पाएगा? आ सकें तो एक दबाएँ। नहीं तो दो। फिर सुनना हो तो नौ।';
    const group = context.groupName;
    return [
      `नमस्ते, यह ${group} है। ${asked(where(p, context))} ${keys}`,
      `नमस्ते, यह ${group} है। ${asked(w.hospital(p.hospital))} ${keys}`,
      `${group}। ${asked(w.hospital(p.hospital))} ${keys}`,
    ];
  },
  alertThanksNo: () => 'कोई बात नहीं, बताने के लिए धन्यवाद। हम किसी और से पूछ लेंगे।',
  alertYesConfirmed: (p, context) => {
    const by = `${t(p.arriveBy, context.now)} तक`;
    const who = name(p.attendant) ? ` ${name(p.attendant)} से मिलें।` : '';
    const health = 'खाना खाकर आएँ, नींद पूरी करें, शराब न पिएँ, और पहचान पत्र साथ लाएँ।';
    return [
      `धन्यवाद! ${by} ${where(p, context)} आ जाएँ।${who} ${health} ${neverPay}`,
      `धन्यवाद! ${by} ${w.hospital(p.hospital)} आ जाएँ।${who} ${health} ${neverPay}`,
    ];
  },
  alertYesStandby: () => 'धन्यवाद! अभी के लिए डोनर पूरे हैं, और अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alertYesCovered: () =>
    'धन्यवाद! डोनर पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप पर भरोसा कर सकते हैं।',
  alertYesClosed: () =>
    'धन्यवाद! वहाँ अब खून नहीं चाहिए, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप पर भरोसा कर सकते हैं।',
  alertYesNotYet: ({ from }) =>
    `धन्यवाद! आपकी अपनी सेहत के लिए ${day(from)} तक आराम ज़रूरी है, इसलिए अभी न आएँ। हम फिर कभी पूछेंगे।`,
  alreadyConfirmed: (p, { now }) =>
    `आपकी हाँ हमारे पास है: ${w.hospital(p.hospital)}, ${t(p.arriveBy, now)} तक। ${neverPay}`,
  alreadyStandby: () => 'अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alreadySaidNo: () => 'आपने बताया था कि आना नहीं हो पाएगा, कोई बात नहीं।',
  alreadyGiven: () => 'आपका दिया हुआ खून हमने लिख लिया है। धन्यवाद!',
  nothingToAnswer: () => 'धन्यवाद। अभी हम आपसे कुछ नहीं पूछ रहे।',
  alertCovered: () =>
    'हमने खून के लिए फ़ोन किया था। अब डोनर पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  alertNoLongerNeeded: () =>
    'हमने खून के लिए फ़ोन किया था। अब वहाँ खून नहीं चाहिए, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  standbyPromoted: (p, context) => {
    const by = `${t(p.arriveBy, context.now)} तक`;
    const who = name(p.attendant) ? ` ${name(p.attendant)} से मिलें।` : '';
    const health = 'खाना खाकर आएँ, शराब न पिएँ, और पहचान पत्र साथ लाएँ।';
    return [
      `अब आपकी ज़रूरत है! ${by} ${where(p, context)} आ जाएँ।${who} ${health} ${neverPay}`,
      `अब आपकी ज़रूरत है! ${by} ${w.hospital(p.hospital)} आ जाएँ।${who} ${health} ${neverPay}`,
    ];
  },
  standbyReleased: () => 'अब आपको रुकने की ज़रूरत नहीं है। तैयार रहने के लिए धन्यवाद।',
  donorStandDown: ({ code }) =>
    `कोड ${c(code)}: अब न आएँ, खून की ज़रूरत नहीं रही। आप रास्ते में हों तो माफ़ कीजिए। आपका दिल से धन्यवाद।`,
  donorReminder: (p, { now }) =>
    `${w.hospital(p.hospital)} में ${t(p.arriveBy, now)} तक आपका इंतज़ार है। खाना खाकर आएँ, पहचान पत्र साथ लाएँ। ${neverPay}`,
  askArrived: ({ hospital }) =>
    `क्या आप ${w.hospital(hospital)} में हैं? वहाँ हैं तो एक दबाएँ। रास्ते में हैं तो दो। आना न हो पाए तो तीन।`,
  arrivedThanks: () => 'आने के लिए धन्यवाद। बाद में फ़ोन करके बताएँ कि क्या हुआ।',
  onTheWayThanks: () => `धन्यवाद, आराम से आइए। ${neverPay}`,
  askGave: () =>
    'क्या आपने खून दे दिया? दे दिया तो एक दबाएँ। डॉक्टर ने मना किया तो दो। अभी नहीं दिया तो तीन।',
  noShowNotice: () =>
    'आपकी खबर नहीं मिली, तो हमने किसी और से पूछ लिया। कोई बात नहीं। अब भी आना हो तो एक दबाएँ। नहीं तो दो।',
  donationThanks: ({ next }) =>
    `धन्यवाद! आपके खून से किसी की जान बच सकती है। आज आराम करें और खूब पानी पिएँ। आप ${day(next)} से फिर खून दे सकते हैं।`,
  donationThanksFromFamily: ({ next }) =>
    `घरवालों ने बताया कि आपने खून दिया। धन्यवाद! आपकी वजह से उनकी जान में जान आई। आप ${day(next)} से फिर दे सकते हैं।`,
  dropThanks: () =>
    'बताने के लिए धन्यवाद। क्या बात हुई? आना न हो पाया तो एक दबाएँ। खून की कमी निकली तो दो। वज़न या बीपी की बात हो तो तीन। बुखार, बीमारी या दवा हो तो चार। कुछ और हो तो पाँच।',
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
    'बहुत अच्छी बात है! डोनर की सेहत के लिए डॉक्टर एक उम्र तक ही खून लेते हैं। शायद घर में कोई जवान देना चाहे।',
  joinDeclined: () => 'कोई बात नहीं, हमने आपका नाम नहीं लिखा।',
  joined: (p, context) =>
    `${context.groupName} में स्वागत है! लिख लिया: ${w.group(p.group)}, ${w.place(p.place, context)}। पास में किसी को खून चाहिए होगा, तभी पूछेंगे${p.from ? `, और ${day(p.from)} से पहले नहीं` : ''}।`,
  alreadyJoined: (p, context) =>
    `आप पहले से हमारे साथ हैं: ${w.group(p.group)}, ${w.place(p.place, context)}।`,
  paused: ({ until }) => `ठीक है, ${day(until)} से पहले हम नहीं पूछेंगे।`,
  resumed: () => 'अच्छा लगा कि आप फिर साथ हैं! किसी को आपका खून चाहिए होगा तो हम पूछेंगे।',
  gaveNoted: ({ next }) => `खून देने के लिए धन्यवाद! आप ${day(next)} से फिर दे सकते हैं। तब तक हम नहीं पूछेंगे।`,
  gaveUnclear: () => 'वह तारीख समझ नहीं आई। आज की, या आज से पहले की तारीख बताएँ।',
  notADonor: () => 'आपका नाम अभी डोनरों में नहीं है।',
  mayGiveAgain: () => 'आपके आराम के दिन पूरे हुए, अब आप फिर खून दे सकते हैं। किसी को ज़रूरत होगी तो हम पूछेंगे।',
  prefersCalls: () => 'ठीक है, खून चाहिए होगा तो हम आपको फ़ोन करेंगे।',
  prefersTexts: () => 'ठीक है, खून चाहिए होगा तो हम आपको मैसेज भेजेंगे।',
  numberNotShown: () => 'ठीक है, आपका नंबर किसी को नहीं दिखेगा। बात करनी हो तो हम जोड़ देंगे।',
  numberShown: () => 'ठीक है, अब से जिनसे हम आपको मिलाएँगे, उन्हें आपका नंबर दिखेगा।',

  // — any call
  chooseLanguage: () => 'हिंदी के लिए एक दबाएँ। For English, press two.',
  welcome: (_, { groupName }) => `नमस्ते, यह ${groupName} है। यहाँ खून का कोई पैसा नहीं लगता। ${neverPay}`,
  itIsUs: (_, { groupName }) => `नमस्ते, यह ${groupName} है।`,
  mainMenu: ({ donor }) =>
    `खून चाहिए तो एक दबाएँ। ${donor ? '' : 'खून देना हो तो दो। '}खून देने के बारे में कुछ पूछना हो तो तीन। भाषा या अपनी कोई और बात बदलनी हो तो चार। हमारे साथी से बात करनी हो तो शून्य। फिर सुनना हो तो नौ।`,
  sayAgain: () => 'क्या आपको आवाज़ आ रही है? फिर से बताते हैं।',
  wrongKey: () => 'यह समझ नहीं आया। कोई बात नहीं, फिर से सुनिए।',
  numberHidden: () =>
    'आपका नंबर हमें दिख नहीं रहा, इसलिए हम लौटकर फ़ोन नहीं कर पाएँगे। ऐसे फ़ोन से करें जिसका नंबर दिखता हो।',
  callUnknown: () => 'माफ़ कीजिए, बात बीच में टूट गई। आपकी बताई बात हमारे पास है।',
  goodbye: () => 'धन्यवाद। हम दिन-रात यहीं हैं।',
  seeText: () => 'यह हमने मैसेज में भी भेज दिया है।',

  // — a request by keypad
  needGroup: () =>
    'मरीज़ का कौन सा ब्लड ग्रुप है? ए के लिए एक दबाएँ। बी के लिए दो। ए बी के लिए तीन। ओ के लिए चार। बॉम्बे ग्रुप के लिए पाँच। पता न हो तो छह।',
  needGroupUnknown: () =>
    'कोई बात नहीं। ग्रुप अस्पताल या ब्लड बैंक के पर्चे पर लिखा होता है। पर्चा देख लें, या नर्स से पूछ लें।',
  needRh: ({ abo }) => `${w.abo(abo)} पॉज़िटिव हो तो एक दबाएँ। ${w.abo(abo)} नेगेटिव हो तो दो।`,
  needComponent: () =>
    'डॉक्टर ने क्या माँगा है? खून माँगा है, या पता नहीं, तो एक दबाएँ। पैक्ड रेड सेल हो तो दो। प्लेटलेट हो तो तीन। प्लाज़्मा हो तो चार।',
  needUnits: () => 'कितने यूनिट चाहिए, यानी कितनी बोतल? एक से नौ तक कोई बटन दबाएँ।',
  needPin: () => 'अस्पताल कहाँ है? वहाँ के पिन कोड के छह अंक दबाएँ।',
  pinCheck: ({ pin, place, district }, context) => {
    const [town, around] = [w.place(place, context), w.place(district, context)];
    return `पिन कोड ${w.pin(pin)}: ${town}${around === town ? '' : `, ज़िला ${around}`}। सही है तो एक दबाएँ। नहीं तो दो।`;
  },
  pinUnknown: () => 'यह पिन कोड हमें नहीं मिला। छहों अंक फिर से दबाएँ।',
  needHospital: ({ hospitals }) => {
    const [names, last] = [hospitals.map(w.hospital), n(hospitals.length + 1)];
    return [list, shortList].map((told) => `कौन सा अस्पताल? ${told(names)} कोई और हो तो ${last}।`);
  },
  needHospitalName: () => `अस्पताल का नाम बताएँ। ${afterTone} बिना बताए आगे बढ़ना हो तो तुरंत बटन दबाएँ।`,
  needWhen: () =>
    'खून कब चाहिए? अभी, छह घंटे के अंदर, तो एक दबाएँ। आज चाहिए तो दो। कल चाहिए तो तीन। और बाद में चाहिए तो चार।',
  needDays: () => 'कितने दिन बाद चाहिए? दो से नौ तक कोई बटन दबाएँ।',
  needPatient: () => `मरीज़ का नाम बताएँ। ${afterTone}`,
  needAttendant: () => `मरीज़ के साथ कौन है, जिनसे डोनर मिले? उनका नाम बताएँ। ${afterTone}`,
  needChange: () =>
    'क्या बदलना है? ब्लड ग्रुप बदलना हो तो एक दबाएँ। खून या प्लेटलेट, तो दो। कितने यूनिट, तो तीन। अस्पताल, तो चार। कब चाहिए, तो पाँच। नाम, तो छह।',
  needContinues: () => 'जहाँ बात रुकी थी, वहीं से आगे बढ़ते हैं। कुछ और काम हो तो स्टार दबाएँ।',
  requestCode: ({ code }) => `आपका कोड है ${c(code)}। फिर से सुनिए: ${c(code)}।`,

  // — joining by keypad
  joinGroup: () =>
    'आपका ब्लड ग्रुप कौन सा है? ए के लिए एक दबाएँ। बी के लिए दो। ए बी के लिए तीन। ओ के लिए चार। बॉम्बे ग्रुप के लिए पाँच। पता न हो तो छह।',
  joinPin: () => 'आपका घर कहाँ है? वहाँ के पिन कोड के छह अंक दबाएँ।',
  joinName: () => `अपना नाम बताएँ। ${afterTone}`,
  joinSex: () =>
    'महिलाओं को दो बार के बीच ज़्यादा आराम चाहिए, इसलिए बताएँ। महिला हैं तो एक दबाएँ। पुरुष हैं तो दो। अन्य हैं तो तीन।',
  joinBorn: () => 'आपका जन्म किस साल हुआ? साल के चार अंक दबाएँ।',
  joinLast: () =>
    'पिछली बार खून कब दिया? कभी नहीं, या चार महीने से ज़्यादा हो गए, तो एक दबाएँ। चार महीने नहीं हुए तो दो।',
  joinLastDate: () => `किस दिन दिया था? ${dayAndMonth}`,

  // — a donor who has said yes
  pledgeKeys: () => pledgeKeys,
  pledgeConfirmed: (p, context) => {
    const by = `${t(p.arriveBy, context.now)} तक`;
    return [
      `${where(p, context)} में ${by} आपका इंतज़ार है। वहाँ यह कोड बताएँ: ${c(p.code)}। ${pledgeKeys}`,
      `${w.hospital(p.hospital)} में ${by} आपका इंतज़ार है। कोड: ${c(p.code)}। ${pledgeKeys}`,
      `${by} आपका इंतज़ार है। कोड: ${c(p.code)}। ${pledgeKeys}`,
    ];
  },
  pledgeStandby: () =>
    'अगला नाम आपका है, ज़रूरत पड़ी तो हम बताएँगे। अब आना न हो पाए तो दो दबाएँ। कुछ और हो तो पाँच।',

  // — a family
  requestKeys: ({ donors, more }) =>
    `${donors > 0 ? 'डोनर से बात करनी हो तो एक दबाएँ। ' : ''}और यूनिट चाहिए तो दो${donors > 0 ? '' : ' दबाएँ'}। खून मिल गया तो तीन। माँग बंद करनी हो तो चार। कुछ और हो तो पाँच।${more ? ' आपकी अगली माँग के लिए छह।' : ''}`,
  requestMore: () => 'और कितने यूनिट चाहिए? एक से नौ तक कोई बटन दबाएँ।',
  requestClose: () => 'क्या यह माँग बंद कर दें, और किसी से न पूछें? हाँ तो एक दबाएँ। नहीं तो दो।',
  chooseDonor: ({ donors }) => {
    const names = donors
      .slice(0, mostDonors)
      .map((donor, i) => name(donor) || `डोनर नंबर ${n(i + 1)}`);
    return [list, shortList].map((told) => `किनसे बात करनी है? ${told(names)}`.trim());
  },
  refusalToHear: ({ code }) =>
    `माफ़ कीजिए, कोड ${c(code)} पर हम आगे नहीं बढ़ पाए। हमारे साथी ने वजह बताई है, सुनिए:`,

  // — a volunteer
  verifyKeys: ({ more }) =>
    `बात सही है तो एक दबाएँ। मना करना हो तो दो। पहले घरवालों से बात करनी हो तो तीन।${more ? ' अगली माँग के लिए चार।' : ''} कुछ और हो तो पाँच।`,
  verifyReason: () =>
    'वजह क्या है? अस्पताल का पर्चा नहीं है तो एक दबाएँ। अब खून नहीं चाहिए तो दो। बताई बात सही नहीं है तो तीन। खुद बोलकर बताना हो तो चार।',
  verifyReasonSay: () => `वजह बताएँ, घरवाले सुनेंगे। ${afterTone}`,
  verifyNoMore: () => 'और कुछ बाकी नहीं है। धन्यवाद।',
  hearHospital: () => 'अस्पताल का नाम, जैसे उन्होंने बताया:',
  hearNames: () => 'मरीज़ और उनके साथ वाले का नाम, जैसे घरवालों ने बताया:',

  // — settings
  settings: ({ donor, volunteer, byCall, hidden, onDuty }) => {
    const asDonor = `कुछ दिन आपसे न पूछें तो दो। कहीं और खून दिया तो तीन। ${byCall ? 'फ़ोन की जगह मैसेज' : 'मैसेज की जगह फ़ोन'} चाहिए तो चार। अपना नंबर ${hidden ? 'दिखाना' : 'छिपाना'} हो तो पाँच। `;
    const duty = `${onDuty ? 'ड्यूटी खत्म करनी' : 'ड्यूटी पर आना'} हो तो छह। `;
    return `अंग्रेज़ी के लिए एक दबाएँ। ${donor ? asDonor : ''}${volunteer ? duty : ''}सब कुछ मिटवाना हो तो सात।`;
  },
  pauseKeys: () => 'तीस दिन तक न पूछें, तो एक दबाएँ। नब्बे दिन तक न पूछें, तो दो। फिर से पूछना शुरू करें, तो तीन।',
  gaveWhen: () => 'खून कब दिया? आज दिया तो एक दबाएँ। कल दिया तो दो। किसी और दिन दिया तो तीन।',
  gaveDate: () => dayAndMonth,
  forgetCheck: () => 'क्या आपके बारे में सब कुछ मिटा दें? हाँ तो एक दबाएँ। नहीं तो दो।',

  // — questions about giving (sources: en.ts)
  mythList: () =>
    'क्या जानना है? कमज़ोरी के बारे में एक दबाएँ। दर्द और बीमारी लगने के बारे में दो। महिलाओं के बारे में तीन। कितनी बार दे सकते हैं, तो चार। मर्दानगी के बारे में पाँच। पैसों के बारे में छह।',
  mythWeakness: () =>
    'थोड़ी देर सिर हल्का लग सकता है, पर कमज़ोरी नहीं रहती। आधे लीटर से भी कम खून लिया जाता है। शरीर कुएँ जैसा है: एक बाल्टी निकालिए, दो दिन में पानी फिर भर आता है। उस दिन खूब पानी पिएँ और आराम करें।',
  mythPain: () =>
    'बस एक बार चुभता है, जैसे चींटी काटे, फिर कुछ नहीं। सुई नई और साफ़ होती है, सिर्फ़ आपके लिए, और बाद में फेंक दी जाती है। खून देने से कोई बीमारी नहीं लगती।',
  mythWomen: () =>
    'महिलाएँ भी ज़रूर दे सकती हैं, हर चार महीने में। पानी भरे घड़े से ही लिया जाता है, इसलिए डॉक्टर पहले देखते हैं कि खून की कमी तो नहीं। माहवारी में, पेट में बच्चा हो, या दूध पिलाती हों, तब नहीं।',
  mythOften: () =>
    'जैसे खेत को दो फ़सलों के बीच आराम चाहिए, वैसे शरीर को भी। पुरुष हर तीन महीने में दे सकते हैं, महिलाएँ हर चार महीने में। उम्र अठारह से पैंसठ साल, वज़न कम से कम पैंतालीस किलो।',
  mythStrength: () =>
    'यह बात लोग मुझसे रोज़ धीरे से पूछते हैं। नहीं, मर्द की ताकत ज़रा भी नहीं घटती। खून दाढ़ी जैसा है: बनवाइए, फिर उग आती है।',
  mythMoney: () =>
    'खून के पैसे? किसी को नहीं देने हैं। खून दुआ जैसा है: दिया जाता है, बेचा नहीं जाता। कानून भी यही कहता है। जो पैसे माँगे, चाहे किराए के ही, वह ठग है। हमारे साथी को बताएँ।',
  mythKeys: () => 'अगला सवाल सुनना हो तो एक दबाएँ। खून देना हो तो दो। कुछ और हो तो पाँच।',

  // — people put in touch
  connecting: ({ to }) =>
    `हम आपको ${inHindi[to]} से जोड़ रहे हैं। फ़ोन पर बने रहें। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay}`,
  nobodyPickedUp: ({ to }) =>
    `${to === 'donor' ? 'डोनर' : 'घरवालों'} ने अभी फ़ोन नहीं उठाया। थोड़ी देर में फिर कोशिश करें।`,
  talkEnded: () => 'हम यहीं हैं।',
  cannotConnect: () => 'वह माँग अब बंद है, इसलिए हम जोड़ नहीं सकते।',
  legDonor: ({ code, name: family }) =>
    `कोड ${c(code)} के मरीज़ के ${name(family) ? `घर से ${name(family)}` : 'घरवालों'} को आपसे बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay}`,
  legFamily: ({ code, name: donor }) =>
    `कोड ${c(code)} के डोनर ${name(donor) ? `${name(donor)} ` : ''}को आपसे बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay}`,
  legFamilyByVolunteer: ({ code, name: volunteer }) =>
    `हमारे साथी ${name(volunteer) ? `${name(volunteer)} ` : ''}को कोड ${c(code)} के बारे में आपसे बात करनी है। बात करनी हो तो एक दबाएँ। इस बातचीत में आपका नंबर नहीं दिखता। ${neverPay}`,
  legVolunteer: ({ place }, context) =>
    `${w.place(place, context) ? `${w.place(place, context)} में ` : ''}किसी को हमारे साथी की मदद चाहिए। बात करनी हो तो एक दबाएँ।`,
  legTaken: () => 'धन्यवाद, किसी और साथी ने फ़ोन ले लिया है।',
  volunteerRings: () => 'हम आपके लिए अपने साथी को फ़ोन लगा रहे हैं। फ़ोन पर बने रहें।',
  nobodyFree: () =>
    'अभी कोई साथी खाली नहीं है, पर वे आपकी बात सुनकर आपको फ़ोन करेंगे। बीप की आवाज़ के बाद अपना नाम और अपनी बात बताएँ।',
  messageKept: () => 'धन्यवाद। हमारे साथी सुनकर आपको फ़ोन करेंगे।',
  messageEmpty: () => 'हमें कुछ सुनाई नहीं दिया। जब चाहें, दिन हो या रात, फिर फ़ोन करें।',
};
