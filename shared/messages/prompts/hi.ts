import type { BloodGroup } from '../../terms/blood-group.ts';
import type { Component } from '../../terms/component.ts';
import type { RequestCode } from '../../terms/request-code.ts';
import type { EpochMs } from '../../terms/time.ts';
import { hospitalName, personName, placeName, reasonText } from '../clip.ts';
import type { PromptCatalog } from './catalog.ts';
import {
  aboInWords,
  countInWords,
  digitsInWords,
  groupInWords,
  pairsInWords,
} from './spoken-numbers.ts';
import { dayInWords, timeInWords } from './spoken-time.ts';

/*
 * बोलचाल की हिंदी: spoken Hindi that a village understands. What a thing is for first, its key last; आप throughout,
 * no word of an office.
 */
const n = (count: number): string => countInWords(count, 'hi');
const c = (code: RequestCode): string => digitsInWords(code, 'hi');
const t = (at: EpochMs, now: EpochMs): string => timeInWords(at, now, 'hi');
const units = (count: number): string => `${n(count)} यूनिट`;

const components: Record<Component, string> = {
  'whole-blood': 'खून',
  'red-cells': 'पैक्ड रेड सेल',
  platelets: 'प्लेटलेट',
  plasma: 'प्लाज़्मा',
};
type Need = {
  group: BloodGroup;
  component: Component;
  units: number;
  exchange?: boolean | undefined;
};
const need = (p: Need): string =>
  p.exchange
    ? `${units(p.units)} ${components[p.component]}, कोई भी ग्रुप`
    : `${groupInWords(p.group, 'hi')} ${units(p.units)} ${components[p.component]}`;
const where = (p: { hospital: string; place: string }): string => {
  const [house, town] = [hospitalName(p.hospital), placeName(p.place)];
  return house.toLowerCase().includes(town.toLowerCase())
    ? spelled(house)
    : spelled(`${house}, ${town}`);
};
/** A name may hold a PIN: read in pairs. */
const spelled = (text: string): string =>
  text.replace(/\d+/g, (digits) => pairsInWords(digits, 'hi'));
const orDonor = (name: string): string => spelled(personName(name)) || 'डोनर';
const list = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${spelled(choice)} के लिए ${n(i + 1)}।`).join(' ');
const neverPay = 'किसी को पैसे न दें।';
const towards = {
  family: 'घरवालों',
  donor: 'डोनर',
  volunteer: 'अपने साथी',
  caller: 'फ़ोन करने वाले',
} as const;
const recordHint = 'आवाज़ के बाद बोलें, फिर कोई भी बटन दबाएँ।';
const whyRefused = {
  'no-paper': 'अस्पताल का पर्चा नहीं मिला',
  'not-needed': 'अब खून की ज़रूरत नहीं है',
  'not-true': 'बताई गई बात सही नहीं निकली',
} as const;

export const hi: PromptCatalog = {
  // — also texted
  bloodIsFree: () => 'खून मुफ़्त है, और हमारा सारा काम भी। कोई कुछ भी कहे, किसी को पैसे न दें।',
  languageSet: () => 'ठीक है, अब से हिंदी में।',
  forgotten: () => 'आपके बारे में जो लिखा था, सब मिटा दिया। जब चाहें फिर फ़ोन करें।',
  forgetAfterRequest: () =>
    'खून की माँग बंद कर दी, और आपके बारे में जो लिखा था, सब मिटा दिया। जब चाहें फिर फ़ोन करें।',
  unitsTooMany: ({ max }) => `हम ज़्यादा से ज़्यादा ${units(max)} ढूँढ सकते हैं।`,
  requestSummary: (p, { now }) =>
    `${need(p)}। ${where(p)}। ${t(p.neededBy, now)} तक।${p.patient ? ` ${spelled(personName(p.patient))} के लिए।` : ''} सब सही है तो एक दबाएँ। कुछ बदलना हो तो दो। अब ज़रूरत नहीं तो तीन।`,
  requestDropped: () => 'ठीक है। किसी को कुछ नहीं भेजा गया।',
  requestOpened: ({ code }) =>
    `आपकी बात हमारे साथियों तक पहुँच गई। कोई साथी आपको फ़ोन करेगा। अस्पताल का पर्चा पास रखें। आपका नंबर है ${c(code)}। ${neverPay}`,
  requestOpenedTrusted: ({ code }) => `धन्यवाद। हम अभी डोनरों से पूछ रहे हैं। आपका नंबर है ${c(code)}।`,
  tooManyRequests: ({ max }) =>
    `आपकी ${n(max)} माँगें खुली हैं, एक साथ इतनी ही सँभाल सकते हैं। पहले एक बंद करें।`,
  requestWithMoreVolunteers: ({ code }) =>
    `नंबर ${c(code)}: अभी कोई साथी खाली नहीं था। हमने और साथियों से कहा है।`,
  requestWithCoordinators: ({ code }) =>
    `नंबर ${c(code)} अब हमारे बड़े साथियों के पास है। वे आपको फ़ोन करेंगे।`,
  requestWaits: ({ code }) =>
    `नंबर ${c(code)}: अभी हममें से कोई खाली नहीं है। हम कोशिश में लगे हैं। ब्लड बैंक में भी पूछ लें।`,
  requestVerified: ({ code }) => `अच्छी खबर। नंबर ${c(code)} की जाँच हो गई। अब पास के डोनरों से पूछ रहे हैं।`,
  requestRefused: ({ code, reason, why }) =>
    `माफ़ कीजिए, नंबर ${c(code)} पर हम आगे नहीं बढ़ सकते।${why || reason ? ` हमारे साथी का कहना है: ${why ? whyRefused[why] : spelled(reasonText(reason))}।` : ''} अस्पताल के ब्लड बैंक से भी पूछ लें।`,
  statusVerifying: ({ code }) => `नंबर ${c(code)}: हमारा साथी जाँच कर रहा है, वह आपको फ़ोन करेगा।`,
  statusSearching: (p) =>
    `नंबर ${c(p.code)}: ${p.confirmed === 0 ? 'अभी कोई डोनर नहीं मिला' : `${n(p.units)} में से ${n(p.confirmed)} डोनर मिल गए`}। ${n(p.asked)} लोगों से पूछा है, और ढूँढ रहे हैं।`,
  statusCovered: (p) =>
    `नंबर ${c(p.code)}: जितने डोनर चाहिए थे, सबने आने की हाँ कही है।${p.given > 0 ? ` ${units(p.given)} दिया जा चुका है।` : ''}`,
  statusNone: () => 'आपकी कोई माँग खुली नहीं है।',
  donorComing: (p, { now }) =>
    `नंबर ${c(p.code)}: ${orDonor(p.donor)} ने ${t(p.arriveBy, now)} तक आने की हाँ कही है। उनसे यह नंबर पूछें, असली डोनर को पता होगा। ${neverPay}`,
  donorDropped: ({ code, donor }) =>
    `नंबर ${c(code)}: ${orDonor(donor)} अब नहीं आ पाएँगे। हम दूसरे डोनर से पूछ रहे हैं।`,
  donorDidNotCome: ({ code, donor }) =>
    `नंबर ${c(code)}: ${orDonor(donor)} के पहुँचने की खबर नहीं मिली। हम दूसरे डोनर से पूछ रहे हैं।`,
  donorTurnedAway: ({ code, donor }) =>
    `नंबर ${c(code)}: डॉक्टर ने ${orDonor(donor)} को आज खून देने से मना किया। हम दूसरे डोनर से पूछ रहे हैं।`,
  unitGiven: (p) => `नंबर ${c(p.code)}, अच्छी खबर: ${n(p.units)} में से ${units(p.given)} मिल गया।`,
  requestFulfilled: ({ code }) =>
    `नंबर ${c(code)}: जितना खून चाहिए था, मिल गया। मरीज़ जल्दी ठीक हों, यही दुआ है।`,
  requestStillNeeded: ({ code }) => `नंबर ${c(code)}: क्या अब भी खून चाहिए? हाँ तो एक दबाएँ। नहीं तो दो।`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `नंबर ${c(code)}: हम ${t(neededBy, now)} तक और ढूँढेंगे।`,
  requestExpired: ({ code }) =>
    `नंबर ${c(code)} बंद हो गया, क्योंकि समय निकल गया। अब भी खून चाहिए तो एक दबाकर फिर बताएँ।`,
  requestClosed: ({ code }) => `नंबर ${c(code)} बंद कर दिया। अब हम किसी से नहीं पूछ रहे।`,
  unitsAdded: ({ code, units: all }) => `नंबर ${c(code)}: अब हम कुल ${units(all)} ढूँढ रहे हैं।`,
  unitsNotAdded: ({ code, max }) =>
    `नंबर ${c(code)}: इससे ज़्यादा नहीं हो पाएगा। हम ${units(max)} तक ही ढूँढ सकते हैं।`,
  searchWidened: ({ code }) => `नंबर ${c(code)}: पास में सबसे पूछ लिया। अब थोड़ा दूर के डोनरों से पूछ रहे हैं।`,
  everyoneAsked: ({ code }) =>
    `नंबर ${c(code)}: हम सब डोनरों से पूछ चुके। बड़े साथी फ़ोन से कोशिश कर रहे हैं। ब्लड बैंक से पूछ लें कि बदले में कोई भी ग्रुप चलेगा क्या।`,
  doneWithoutDonor: ({ code }) =>
    `नंबर ${c(code)}: हमारे किसी डोनर ने अभी हाँ नहीं कही है। अब ज़रूरत नहीं तो चार दबाकर बंद करें।`,
  verifyAsk: (p, { now }) =>
    `नंबर ${c(p.code)}: ${need(p)}। ${where(p)}, ${t(p.neededBy, now)} तक।${p.patient ? ` मरीज़ ${spelled(personName(p.patient))}।` : ''}`,
  verifyThanksOk: ({ code }) => `धन्यवाद। नंबर ${c(code)} के लिए हम डोनरों से पूछ रहे हैं।`,
  verifyThanksNo: ({ code }) => `धन्यवाद। नंबर ${c(code)} आगे नहीं जाएगा, हम घरवालों को बता रहे हैं।`,
  verifyAlready: ({ code }) => `धन्यवाद। नंबर ${c(code)} की जाँच पहले ही हो चुकी है।`,
  verifyUnknown: () => 'अभी जाँच के लिए कुछ नहीं है। धन्यवाद।',
  verifyOwn: ({ code }) =>
    `नंबर ${c(code)} आपकी अपनी माँग है, इसकी जाँच दूसरा साथी करेगा। मरीज़ जल्दी ठीक हों।`,
  verifyOffDuty: () => 'अभी आप ड्यूटी पर नहीं हैं। सेटिंग में जाकर ड्यूटी पर आ सकते हैं।',
  verifyEnd: ({ code }) =>
    `नंबर ${c(code)}, जिसकी जाँच आपने की: खून मिल गया। यह आपसे ही हो पाया। धन्यवाद।`,
  verifyEndClosed: ({ code }) => `नंबर ${c(code)} अब बंद है। ध्यान रखने के लिए धन्यवाद।`,
  coordinatorEveryoneAsked: (p, { now }) =>
    `नंबर ${c(p.code)} को आपकी ज़रूरत है: ${need(p)}, ${where(p)}, ${t(p.neededBy, now)} तक। ${n(p.missing)} अब भी कम हैं। ${n(p.asked)} से पूछ चुके। घर का नंबर मैसेज में है। ${neverPay}`,
  dutyOn: ({ zone }) => `आप ${spelled(placeName(zone))} की ड्यूटी पर हैं। धन्यवाद।`,
  dutyOff: () => 'आपकी ड्यूटी खत्म हुई। आराम कीजिए।',
  alert: (p, { groupName, now }) =>
    `${groupName}। ${where(p)} में ${need(p)} चाहिए, ${t(p.neededBy, now)} तक। क्या आप आ पाएँगे? हाँ तो एक दबाएँ। नहीं आ पाएँगे तो दो। फिर सुनने के लिए नौ।`,
  alertThanksNo: () => 'बताने के लिए धन्यवाद। हम किसी और से पूछ लेंगे।',
  alertYesConfirmed: (p, { now }) =>
    `धन्यवाद! ${t(p.arriveBy, now)} तक ${where(p)} आ जाएँ।${p.attendant ? ` ${spelled(personName(p.attendant))} से मिलें।` : ''} आपका नंबर ${c(p.code)}। खाना खाकर आएँ, शराब न लें, पहचान पत्र लाएँ। ${neverPay}`,
  alertYesStandby: () => 'धन्यवाद! अभी डोनर पूरे हैं, और अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alertYesCovered: () => 'धन्यवाद! डोनर पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप तैयार हैं।',
  alertYesClosed: () =>
    'धन्यवाद! वहाँ अब खून की ज़रूरत नहीं है, इसलिए आने की ज़रूरत नहीं। अच्छा लगा कि आप तैयार हैं।',
  alertYesNotYet: ({ from }) =>
    `धन्यवाद! आपकी सेहत के लिए ${dayInWords(from, 'hi')} तक आराम ज़रूरी है। हम आपसे फिर कभी पूछेंगे।`,
  alreadyConfirmed: (p, { now }) =>
    `आपकी हाँ हमारे पास है: ${spelled(hospitalName(p.hospital))}, ${t(p.arriveBy, now)} तक। ${neverPay}`,
  alreadyStandby: () => 'अगला नाम आपका है। ज़रूरत पड़ी तो हम बताएँगे।',
  alreadySaidNo: () => 'आपने बताया था कि नहीं आ पाएँगे, कोई बात नहीं।',
  alreadyGiven: () => 'आपका दिया खून लिखा जा चुका है। धन्यवाद!',
  nothingToAnswer: () => 'धन्यवाद। अभी हम आपसे कुछ नहीं पूछ रहे।',
  alertCovered: () =>
    'हमने खून के लिए फ़ोन किया था। अब डोनर पूरे हो गए हैं, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  alertNoLongerNeeded: () =>
    'हमने खून के लिए फ़ोन किया था। अब वहाँ ज़रूरत नहीं है, इसलिए आने की ज़रूरत नहीं। साथ देने के लिए धन्यवाद।',
  standbyPromoted: (p, { now }) =>
    `अब आपकी ज़रूरत है! ${t(p.arriveBy, now)} तक ${where(p)} आ जाएँ।${p.attendant ? ` ${spelled(personName(p.attendant))} से मिलें।` : ''} आपका नंबर ${c(p.code)}। खाना खाकर आएँ, पहचान पत्र लाएँ। ${neverPay}`,
  standbyReleased: () => 'अब आपको रुकने की ज़रूरत नहीं। तैयार रहने के लिए धन्यवाद।',
  donorStandDown: ({ code }) => `नंबर ${c(code)}: अब न आएँ, खून की ज़रूरत नहीं रही। आपका दिल से धन्यवाद।`,
  donorReminder: (p, { now }) =>
    `${spelled(hospitalName(p.hospital))} में ${t(p.arriveBy, now)} तक आपका इंतज़ार है। खाना खाकर आएँ, पहचान पत्र लाएँ। धन्यवाद।`,
  askArrived: ({ hospital }) =>
    `क्या आप ${spelled(hospitalName(hospital))} पहुँच गए? पहुँच गए तो एक दबाएँ। रास्ते में हैं तो दो। नहीं आ पाएँगे तो तीन।`,
  arrivedThanks: () => 'आने के लिए धन्यवाद। बाद में फ़ोन करके बताएँ कि क्या हुआ।',
  onTheWayThanks: () => 'धन्यवाद, आराम से आइए।',
  askGave: () => 'क्या आपने खून दे दिया? दे दिया तो एक दबाएँ। डॉक्टर ने लौटा दिया तो दो। अभी नहीं तो तीन।',
  noShowNotice: () =>
    'आपकी खबर नहीं मिली, तो हमने किसी और से पूछ लिया। कोई बात नहीं। अब भी आ रहे हैं तो एक दबाएँ। नहीं तो दो।',
  donationThanks: ({ next }) =>
    `धन्यवाद! आपकी वजह से किसी की जान बच सकती है। ${dayInWords(next, 'hi')} से फिर दे सकते हैं। आज आराम करें और खूब पानी पिएँ।`,
  donationThanksFromFamily: ({ next }) =>
    `घरवालों ने बताया कि आपने खून दिया। धन्यवाद! ${dayInWords(next, 'hi')} से फिर दे सकते हैं।`,
  dropThanks: () =>
    'बताने के लिए धन्यवाद। क्या हुआ? आ नहीं पाए: एक। खून की कमी: दो। वज़न या बीपी: तीन। बुखार, बीमारी या दवा: चार। कुछ और: पाँच।',
  dropReasonNoted: ({ until }) =>
    until
      ? `धन्यवाद, लिख लिया। ${dayInWords(until, 'hi')} तक आराम करें, उससे पहले हम नहीं पूछेंगे।`
      : 'धन्यवाद, लिख लिया।',
  nothingToDrop: () => 'अभी कहीं आपका इंतज़ार नहीं है। धन्यवाद।',
  nothingDone: () => 'हमें आपकी कोई खुली माँग या खून देने की बात नहीं मिली।',
  lifeTouched: () => 'मरीज़ को पूरा खून मिल गया। इसमें आपका भी हाथ है। धन्यवाद।',
  joinNotice: ({ again }, { groupName }) =>
    `${again ? 'माफ़ कीजिए। ' : ''}${groupName} आपका नंबर, ब्लड ग्रुप और इलाका रखेगा, सिर्फ़ पास में खून चाहिए तब पूछने के लिए। सिर्फ़ हमारे साथी देखेंगे। जब चाहें मिटवा सकते हैं। मंज़ूर है तो एक दबाएँ। नहीं तो दो।`,
  joinTooYoung: () => 'धन्यवाद! खून अठारह साल की उम्र से दे सकते हैं। हमें आपका इंतज़ार रहेगा।',
  joinTooOld: () => 'धन्यवाद! आपकी सेहत के लिए खून एक उम्र तक ही दे सकते हैं। दूसरों को बताना भी बड़ी मदद है।',
  joinDeclined: () => 'कोई बात नहीं। हमने आपका नाम नहीं लिखा।',
  joined: (p) =>
    `स्वागत है! आपका नाम लिख लिया: ${groupInWords(p.group, 'hi')}, ${spelled(placeName(p.place))}।${p.from ? ` ${dayInWords(p.from, 'hi')} से खून दे सकते हैं।` : ''} पास में ज़रूरत होगी तो हम पूछेंगे।`,
  alreadyJoined: (p) =>
    `आप पहले से हमारे साथ हैं: ${groupInWords(p.group, 'hi')}, ${spelled(placeName(p.place))}।`,
  paused: ({ until }) => `ठीक है, ${dayInWords(until, 'hi')} से पहले हम नहीं पूछेंगे।`,
  resumed: () => 'अच्छा लगा कि आप लौटे। पास में ज़रूरत होगी तो हम पूछेंगे।',
  gaveNoted: ({ next }) => `खून देने के लिए धन्यवाद! ${dayInWords(next, 'hi')} से फिर दे सकते हैं।`,
  gaveUnclear: () => 'वह तारीख समझ नहीं आई। आज की या पहले की तारीख बताएँ।',
  notADonor: () => 'आपका नाम अभी डोनरों में नहीं है।',
  mayGiveAgain: () => 'आपका आराम पूरा हुआ: अब फिर खून दे सकते हैं। ज़रूरत होगी तो हम फ़ोन करेंगे।',
  prefersCalls: () => 'ठीक है, खून की ज़रूरत होने पर हम आपको फ़ोन करेंगे।',
  prefersTexts: () => 'ठीक है, खून की ज़रूरत होने पर हम आपको मैसेज भेजेंगे।',
  numberNotShown: () => 'ठीक है, आपका नंबर कोई नहीं देखेगा। बात करनी हो तो हम जोड़ देंगे।',
  numberShown: () => 'ठीक है, जिससे आपको मिलाया जाएगा, उसे आपका नंबर दिखेगा।',

  // — any call
  chooseLanguage: () => 'हिंदी के लिए एक दबाएँ। For English, press two.',
  welcome: (_, { groupName }) => `नमस्ते, यह ${groupName} है। यहाँ खून मुफ़्त है। ${neverPay}`,
  mainMenu: ({ donor }) =>
    `खून चाहिए तो एक दबाएँ। ${donor ? 'आप हमारे डोनर हैं, अपनी बातें बदलने के लिए चार।' : 'खून देना हो तो दो।'} खून देने के बारे में सवाल हों तो तीन।${donor ? '' : ' अपनी बातें बदलने के लिए चार।'} हमारे साथी से बात करनी हो तो शून्य। फिर सुनने के लिए नौ।`,
  sayAgain: () => 'क्या आप सुन रहे हैं? फिर से बताते हैं।',
  wrongKey: () => 'यह बटन यहाँ काम नहीं करता। फिर से सुनिए।',
  numberHidden: () =>
    'आपका नंबर हमें दिख नहीं रहा, इसलिए हम लौटकर फ़ोन नहीं कर पाएँगे। ऐसे फ़ोन से करें जिसका नंबर दिखता हो।',
  callUnknown: () => 'माफ़ कीजिए, बात बीच में टूट गई। आपका बताया कुछ खोया नहीं है।',
  goodbye: () => 'फ़ोन करने के लिए धन्यवाद। हम दिन रात यहीं हैं।',
  seeText: () => 'यह हमने मैसेज में भी भेज दिया है।',
  needGroup: () =>
    'मरीज़ को कौन सा ब्लड ग्रुप चाहिए? ए के लिए एक दबाएँ। बी के लिए दो। ए बी के लिए तीन। ओ के लिए चार। बॉम्बे ग्रुप के लिए पाँच। पता न हो तो छह।',
  needGroupUnknown: () => 'यह अस्पताल के पर्चे पर लिखा होता है। पर्चा देख लें या नर्स से पूछ लें।',
  needRh: ({ abo }) =>
    `${aboInWords(abo, 'hi')} पॉज़िटिव है तो एक दबाएँ। ${aboInWords(abo, 'hi')} नेगेटिव है तो दो।`,
  needComponent: () =>
    'डॉक्टर ने क्या माँगा है? खून, या पता नहीं: एक। पैक्ड रेड सेल: दो। प्लेटलेट: तीन। प्लाज़्मा: चार।',
  needUnits: () => 'कितने यूनिट चाहिए? एक से नौ तक का बटन दबाएँ।',
  needPin: () => 'अब अस्पताल के इलाके का छह अंकों का पिन कोड दबाएँ।',
  pinCheck: ({ pin, place }) =>
    `${pairsInWords(pin, 'hi')}: ${spelled(placeName(place))}। सही है तो एक दबाएँ। नहीं तो दो।`,
  pinUnknown: () => 'यह पिन कोड हमें नहीं मिला। छह अंक फिर से दबाएँ।',
  needHospital: ({ hospitals }) =>
    `कौन सा अस्पताल? ${list(hospitals.map(hospitalName))} कोई और हो तो ${n(hospitals.length + 1)}।`,
  needHospitalName: () => `अस्पताल का नाम बोलें। ${recordHint} बिना बोले आगे बढ़ना हो तो अभी बटन दबाएँ।`,
  needWhen: () => 'खून कब चाहिए? अभी, छह घंटे में: एक। आज: दो। कल: तीन। बाद में: चार।',
  needDays: () => 'कितने दिन बाद? दो से नौ तक का बटन दबाएँ।',
  needPatient: () => `मरीज़ का नाम बोलें। ${recordHint}`,
  needAttendant: () => `मरीज़ के साथ कौन है, जिससे डोनर मिले? नाम बोलें। ${recordHint}`,
  needChange: () =>
    'क्या बदलना है? ब्लड ग्रुप: एक। खून या प्लेटलेट: दो। कितने यूनिट: तीन। अस्पताल: चार। कब चाहिए: पाँच। नाम: छह।',
  needContinues: () => 'जहाँ बात रुकी थी, वहीं से आगे बढ़ते हैं।',
  requestCode: ({ code }) => `आपका नंबर है ${c(code)}। फिर से: ${c(code)}।`,
  joinGroup: () =>
    'आपका ब्लड ग्रुप? ए के लिए एक दबाएँ। बी के लिए दो। ए बी के लिए तीन। ओ के लिए चार। बॉम्बे ग्रुप के लिए पाँच।',
  joinPin: () => 'जहाँ आप रहते हैं, वहाँ का छह अंकों का पिन कोड दबाएँ।',
  joinName: () => `अपना नाम बोलें। ${recordHint}`,
  joinSex: () => 'महिला हैं तो एक दबाएँ। पुरुष हैं तो दो। अन्य हैं तो तीन।',
  joinBorn: () => 'आपका जन्म किस साल हुआ? साल के चार अंक दबाएँ।',
  joinLast: () => 'पिछली बार खून कब दिया? कभी नहीं, या चार महीने से पहले: एक। चार महीने के अंदर: दो।',
  joinLastDate: () => 'तारीख और महीना, चार अंकों में दबाएँ। पाँच अक्टूबर के लिए शून्य पाँच एक शून्य।',
  pledgeConfirmed: (p, { now }) =>
    `${where(p)} में ${t(p.arriveBy, now)} तक आपका इंतज़ार है। आपका नंबर ${c(p.code)}। घरवालों से बात के लिए एक दबाएँ। नहीं आ पाएँगे तो दो। खून दे दिया तो तीन। कुछ और हो तो पाँच।`,
  pledgeStandby: () =>
    'अगला नाम आपका है, ज़रूरत पड़ी तो हम बताएँगे। अब नहीं आ पाएँगे तो दो दबाएँ। कुछ और हो तो पाँच।',
  requestKeys: ({ donors, more }) =>
    `${donors > 0 ? 'डोनर से बात के लिए एक दबाएँ। ' : ''}और यूनिट चाहिए तो दो। खून मिल गया तो तीन। बंद करना हो तो चार। कुछ और हो तो पाँच।${more ? ' अपनी अगली माँग के लिए छह।' : ''}`,
  requestMore: () => 'और कितने यूनिट चाहिए? एक से नौ तक का बटन दबाएँ।',
  requestClose: () => 'क्या बंद कर दें, और किसी से न पूछें? हाँ तो एक दबाएँ। नहीं तो दो।',
  chooseDonor: ({ donors }) => `किससे बात करनी है? ${list(donors.slice(0, 6).map(orDonor))}`,
  refusalToHear: ({ code }) => `नंबर ${c(code)}, जिस पर हम आगे नहीं बढ़ पाए। हमारे साथी कहते हैं:`,
  verifyKeys: ({ more }) =>
    `बात सही है तो एक दबाएँ। मना करना हो तो दो। पहले घरवालों से बात करनी हो तो तीन।${more ? ' अगले के लिए चार।' : ''} कुछ और हो तो पाँच।`,
  verifyReason: () =>
    'वजह क्या है? अस्पताल का पर्चा नहीं है: एक। अब ज़रूरत नहीं: दो। बताई बात सही नहीं: तीन। खुद बोलकर बताना हो: चार।',
  verifyReasonSay: () => `वजह बोलें, घरवाले सुनेंगे। ${recordHint}`,
  verifyNoMore: () => 'और कुछ बाकी नहीं है। धन्यवाद।',
  hearHospital: () => 'अस्पताल का नाम, जैसे उन्होंने बताया:',
  hearNames: () => 'मरीज़ और उनके साथ वाले का नाम:',
  settings: ({ donor, volunteer, byCall, hidden, onDuty }) =>
    `For English, one. ${
      donor
        ? `कुछ दिन न पूछें: दो। कहीं और खून दिया: तीन। मुझे ${byCall ? 'मैसेज' : 'फ़ोन'} से पूछें: चार। मेरा नंबर ${hidden ? 'दिखाएँ' : 'न दिखाएँ'}: पाँच। `
        : ''
    }${volunteer ? `${onDuty ? 'ड्यूटी खत्म' : 'ड्यूटी पर हूँ'}: छह। ` : ''}मेरी सारी बातें मिटा दें: सात।`,
  pauseKeys: () => 'तीस दिन न पूछें: एक। नब्बे दिन न पूछें: दो। फिर से पूछें: तीन।',
  gaveWhen: () => 'खून कब दिया? आज: एक। कल: दो। किसी और दिन: तीन।',
  gaveDate: () => 'तारीख और महीना, चार अंकों में दबाएँ। पाँच अक्टूबर के लिए शून्य पाँच एक शून्य।',
  forgetCheck: () => 'क्या आपके बारे में सब मिटा दें? हाँ तो एक दबाएँ। नहीं तो दो।',
  mythList: () =>
    'कमज़ोरी आती है क्या? एक। दर्द होता है या कुछ लग जाता है? दो। महिलाओं के लिए: तीन। कितनी बार दे सकते हैं? चार। मर्दानगी घटती है क्या? पाँच। पैसे कौन देता है? छह।',
  // About 350 ml are taken; the fluid is back within a day or two, red cells in some weeks (WHO, NHS Blood).
  mythWeakness: () =>
    'कमज़ोरी नहीं आती। करीब डेढ़ गिलास खून जाता है। पानी का हिस्सा शरीर एक दो दिन में बना लेता है। खूब पानी पिएँ, थोड़ा आराम करें, फिर काम पहले जैसा।',
  mythPain: () =>
    'चींटी काटने जितनी चुभन होती है। सुई नई और साफ़ होती है, सिर्फ़ आपके लिए, फिर फेंक दी जाती है। खून देने से किसी को कुछ नहीं लगता।',
  mythWomen: () =>
    'महिलाएँ भी खून देती हैं, हर चार महीने में। माहवारी में नहीं, पेट में बच्चा हो या दूध पिलाती हों तब नहीं। डॉक्टर पहले खून की जाँच करते हैं।',
  mythOften: () =>
    'पुरुष हर तीन महीने में, महिलाएँ हर चार महीने में दे सकती हैं। उम्र अठारह से पैंसठ, वज़न पैंतालीस किलो से ऊपर। हर बार डॉक्टर पहले देखते हैं।',
  mythStrength: () =>
    'नहीं। न ताकत घटती है, न कुछ और। शरीर दिन रात नया खून बनाता रहता है, जैसे कुएँ में पानी फिर भर आता है।',
  mythMoney: () =>
    'कोई नहीं। हमारे देश में खून खरीदना बेचना मना है। जो पैसे माँगे, आने जाने के भी, वह ठग है। हमारे साथी को बताएँ।',
  mythKeys: () => 'अगला सवाल सुनने के लिए एक दबाएँ। खून देना हो तो दो। कुछ और हो तो पाँच।',
  connecting: ({ to }) => `हम ${towards[to]} से जोड़ रहे हैं। आपका नंबर कोई नहीं देखेगा। ${neverPay}`,
  nobodyPickedUp: ({ to }) =>
    `${to === 'donor' ? 'डोनर' : 'घरवाले'} अभी फ़ोन नहीं उठा रहे। थोड़ी देर में फिर कोशिश करें।`,
  talkEnded: () => 'हम यहीं हैं।',
  cannotConnect: () => 'वह माँग अब खुली नहीं है, इसलिए हम जोड़ नहीं सकते।',
  legDonor: ({ code, name }) =>
    `नंबर ${c(code)} के घरवाले${name ? `, ${spelled(personName(name))},` : ''} आपसे बात करना चाहते हैं। बात के लिए एक दबाएँ। आपका नंबर कोई नहीं देखेगा। ${neverPay}`,
  legFamily: ({ code, name }) =>
    `नंबर ${c(code)} के डोनर${name ? `, ${spelled(personName(name))},` : ''} आपसे बात करना चाहते हैं। बात के लिए एक दबाएँ। आपका नंबर कोई नहीं देखेगा। ${neverPay}`,
  legFamilyByVolunteer: ({ code, name }) =>
    `हमारे साथी${name ? ` ${spelled(personName(name))}` : ''} नंबर ${c(code)} के बारे में पूछना चाहते हैं। बात के लिए एक दबाएँ। ${neverPay}`,
  legVolunteer: ({ place }) =>
    `${place ? `${spelled(placeName(place))} से ` : ''}किसी को हमारे साथी की मदद चाहिए। बात के लिए एक दबाएँ।`,
  legTaken: () => 'धन्यवाद, किसी और ने फ़ोन ले लिया है।',
  volunteerRings: () => 'हम आपके लिए एक साथी को फ़ोन कर रहे हैं। फ़ोन रखिए मत।',
  nobodyFree: () => 'अभी कोई साथी खाली नहीं है। आवाज़ के बाद अपना नाम और बात बोलें। वे सुनकर आपको फ़ोन करेंगे।',
  messageKept: () => 'धन्यवाद। हमारे साथी सुनकर आपको फ़ोन करेंगे।',
  messageEmpty: () => 'हमें कुछ सुनाई नहीं दिया। जब चाहें फिर फ़ोन करें।',
};
