import type { Language } from '../../terms/language.ts';
import { toCalendar } from '../../terms/time.ts';
import { choiceOf } from '../format/choice-of.ts';
import { exampleTime, isAhead } from '../format/format-time.ts';
import { asWritten, codeList } from '../format/truncate.ts';
import type { DonorChange, HelpReason } from '../message-keys.ts';
import { hiAfterGiftMessages } from './after-gift/hi.ts';
import { hiCampMessages } from './camps/hi.ts';
import type { Catalog, DeedWording } from './catalog.ts';
import { phrases } from './phrases.ts';

/*
 * Hindi as spoken in Uttar Pradesh, in Devanagari: every message is UCS-2, 70 characters and then 67 to a segment. The
 * forms fit a woman and a man. The words to send stay in Latin letters, which every phone can type.
 */
const w = phrases.hi;
const { hospitalName, personName, placeName, reasonText, truncate, typedCode } = asWritten;
const sorry = (again: boolean | undefined): string => (again ? 'माफ कीजिए, समझ नहीं आया। ' : '');
const only = (again: boolean | undefined, digits: string): string =>
  again ? ` सिर्फ ${digits} भेजें।` : '';
const donorName = (name: string): string => personName(name) || 'डोनर';
const patientName = (name: string): string => personName(name) || 'नाम नहीं बताया';
const given = (p: { given: number }): string => (p.given > 0 ? ` ${p.given} यूनिट खून मिल चुका।` : '');
const found = (p: { confirmed: number; given: number; units: number }): string =>
  `${p.confirmed === 0 ? 'अभी कोई डोनर नहीं मिला।' : p.units === 1 ? 'डोनर मिल गया।' : `${p.units} में से ${p.confirmed} डोनर ${p.confirmed === 1 ? 'मिला' : 'मिले'}।`}${given(p)}`;
const withThem = (attendant: string | undefined): string =>
  attendant ? `, साथ में ${personName(attendant)}` : '';
/** Through our number, fullest first. */
const throughUs = (number: string): string[] => [
  `बात करनी हो तो ${number} पर फोन करके 1 दबाएँ, आपका नंबर नहीं दिखेगा`,
  `बात करनी हो तो ${number} पर फोन करके 1 दबाएँ`,
  `फोन ${number}, फिर 1 दबाएँ`,
];
/** The person to ask for, and how to reach them: by their number, or through ours. */
const askFor = (
  {
    attendant,
    phone,
    said,
  }: { attendant: string; phone?: string | undefined; said?: boolean | undefined },
  number: string,
): string[] => {
  const who = attendant && personName(attendant);
  const name = who ? `${who} से मिलें` : said ? 'किससे मिलें, फोन करके सुनें' : '';
  if (phone) return [name ? `${name}, फोन ${phone}` : `फोन ${phone}`];
  return throughUs(number).map((way) => (name ? `${name}। ${way}` : way));
};
const changes: Record<DonorChange, string> = {
  place: 'अस्पताल बदल गया',
  time: 'समय बदल गया',
  person: 'मिलने वाले का नाम बदल गया',
  phone: 'फोन नंबर बदल गया',
  more: 'बदलाव',
};
const whyRefused = {
  'no-paper': 'अस्पताल का पर्चा अभी देखने को नहीं मिला',
  'not-needed': 'हमें बताया गया कि अब खून की जरूरत नहीं है',
  'not-true': 'जाँच में बात पक्की नहीं हो पाई',
  same: 'इस खून के लिए परिवार की दूसरी माँग पर हम लगे हैं',
} as const;
const sexes = { woman: 'महिला', man: 'पुरुष', other: 'अन्य' } as const;
const agreedBy = {
  text: 'मैसेज से',
  call: 'फोन पर',
  site: 'वेबसाइट पर',
  import: 'ग्रुप की सूची से',
} as const;
const languageNames: Record<Language, string> = {
  en: 'अंग्रेजी',
  hi: 'हिंदी',
  'hi-Latn': 'अंग्रेजी अक्षरों की हिंदी',
};
/** How each language is asked for. */
const languageOffers: Record<Language, string> = {
  en: 'अंग्रेजी (LANG EN)',
  hi: 'हिंदी (LANG HI)',
  'hi-Latn': 'अंग्रेजी अक्षरों में हिंदी (LANG HINDI)',
};
/** The entries of the audit trail, by what was done to this phone. */
const deeds: DeedWording = {
  'on-duty': () => 'वॉलंटियर की ड्यूटी शुरू',
  'off-duty': () => 'वॉलंटियर की ड्यूटी खत्म',
  trusted: (whom) => `${whom} की माँग अब बिना जाँच जाएगी`,
  'no-longer-trusted': (whom) => `${whom} की माँग अब फिर जाँची जाएगी`,
  removed: (whom) => `${whom} अब वॉलंटियर नहीं हैं`,
  shown: (whom) => `${whom} के बारे में रखी जानकारी देखी`,
  erased: (whom) => `${whom} की सारी जानकारी मिटाई`,
  blocked: (whom) => `${whom} को अब जवाब नहीं मिलेगा`,
  unblocked: (whom) => `${whom} को अब फिर जवाब मिलेगा`,
  'added-units': () => 'एक माँग में यूनिट बढ़ाईं',
  rang: (whom) => `हॉटलाइन से ${whom} को फोन किया`,
  imported: () => 'एक सूची जोड़ी',
  'showed-story': () => 'एक कहानी दिखाई',
  'removed-story': () => 'एक कहानी हटाई',
};
/** The words that parse-ward.ts writes. */
const wardWords: readonly (readonly [RegExp, string])[] = [
  [/\bfloor\b/, 'मंजिल'],
  [/\bward\b/, 'वार्ड'],
  [/\broom\b/, 'कमरा'],
  [/\bbed\b/, 'बेड'],
  [/\bemergency\b/, 'इमरजेंसी'],
];
const wardInHindi = (ward: string): string =>
  wardWords.reduce((text, [word, hindi]) => text.replace(word, hindi), ward);
const neverPay = 'किसी को पैसे न दें।';

const familyNeeds: Record<HelpReason, string> = {
  group: 'उन्हें ब्लड ग्रुप नहीं पता। पता करने में मदद करें, फिर वे हमें लिख दें।',
  far: 'अस्पताल हमारे डोनर से बहुत दूर है। वहाँ का कोई ग्रुप जानते हों तो बताएँ।',
  place: 'अस्पताल का शहर हमें नहीं मिला। पूछें कहाँ है, फिर वे पिन कोड या पास का शहर लिख दें।',
  unfinished:
    'उन्होंने खून माँगना शुरू किया, फिर रुक गए। पूछें क्या चाहिए; वे हमारे पिछले संदेश का जवाब दें या फोन करें।',
};

export const hiMessages: Catalog = {
  // — anyone
  numberHidden: (_, { groupName, number }) =>
    `यह ${groupName} है। आपका नंबर हमें दिख नहीं रहा, इसलिए न हमारे साथी आप तक पहुँच पाएँगे, न डोनर। कृपया ${number} पर फोन करें।`,
  menu: (_, { groupName, number }) =>
    `${groupName}: खून चाहिए तो BLOOD। देना हो तो JOIN। या फोन ${number}। English: LANG EN। सब मिटाना: FORGET।`,
  menuDonor: (_, { number }) =>
    `PAUSE 30: 30 दिन तक मुझसे न पूछें। ON: फिर से पूछें। GAVE 12/10: उस दिन कहीं और दिया। CALLS या TEXTS: फोन पर या लिखकर पूछें। HIDE या SHOW: मेरा नंबर। LANG EN: अंग्रेजी। FORGET: सारी जानकारी मिटा दें। खून चाहिए तो BLOOD। या ${number} पर फोन करें।`,
  menuRequester: ({ code }) =>
    `कोड ${code}। STATUS: हाल। DONE: खून मिल गया। CLOSE: अब जरूरत नहीं। MORE 2: 2 यूनिट और। दूसरे मरीज के लिए: BLOOD।`,
  menuVolunteer: ({ coordinator }, { number }) =>
    `OK 4821: जरूरत सही है। NO 4821 और वजह: सही नहीं। ON: ड्यूटी। OFF: ड्यूटी खत्म।${coordinator ? ' AUDIT: किसने क्या किया। TRUST नंबर: उसकी माँग बिना जाँच जाएगी।' : ''} या ${number} पर सुनें: 1 यानी सही।`,
  notUnderstood: (_, { number }) =>
    `माफ कीजिए, बात समझ नहीं आई। खून चाहिए तो BLOOD भेजें। देना हो तो JOIN। बाकी सब: MENU। या ${number} पर फोन करें।`,
  nothingToAnswer: () =>
    'धन्यवाद। अभी हमने आपसे कुछ नहीं पूछा है। खून चाहिए तो BLOOD भेजें। बाकी सब के लिए MENU।',
  textCameLate: ({ writtenAt }, { now }) =>
    `माफ़ कीजिए, आपका ${w.time(writtenAt, now)} का संदेश अभी मिला, इसलिए कुछ नहीं किया गया। बात अब भी वही हो तो फिर भेजें।`,
  bloodIsFree: () =>
    'खून का कोई पैसा नहीं लगता, हमारी मदद का भी नहीं। किसी को पैसे न दें। कोई माँगे तो हमारे साथी को बताएँ।',
  whoWeAre: (_, { groupName, number }) =>
    `हम ${groupName} हैं, मरीजों के लिए खून देने वाले ढूँढते हैं। कोई पैसा नहीं लगता। बात करनी हो तो फोन करें: ${number}।`,
  whereToCome: (p, context) => `कोड ${p.code}: खून यहाँ चाहिए: ${w.where(p, context)}।`,
  whatToBring: () => 'कोई पहचान पत्र लाएँ। खाना खाकर आएँ, और एक दिन पहले से शराब न लें।',
  doctorDecides: () =>
    'खून 18 से 65 साल तक दे सकते हैं। बीमारी, दवा या टैटू हो तो ब्लड बैंक के डॉक्टर तय करते हैं।',
  groupNeeded: ({ code, group }) =>
    `कोड ${code}: मरीज का ग्रुप ${w.group(group)} है। आपका ग्रुप हमारे पास गलत हो तो JOIN के साथ सही ग्रुप भेजें।`,
  howLongItTakes: () => 'खून देने में जाँच और आराम के साथ करीब एक घंटा लगता है। प्लेटलेट में दो से तीन घंटे।',
  callUsInstead: (_, { number }) =>
    `हम तुरंत फोन नहीं कर पाते। आप किसी भी समय ${number} पर फोन करें। आ सकते हैं तो 1, नहीं तो 2 भेजें।`,
  sorryForLoss: () => 'यह सुनकर बहुत दुख हुआ। इस घड़ी में हम आपके और आपके परिवार के साथ हैं।',
  youAreWelcome: () => 'कोई बात नहीं, हम दिन-रात आपके साथ हैं। बाकी सब के लिए MENU।',
  pictureNotSeen: () =>
    'माफ कीजिए, यहाँ फोटो नहीं खुलती। उसमें जो है, कृपया लिखकर भेजें। खून चाहिए तो BLOOD भेजें।',
  voiceNotHeard: (_, { number }) =>
    `माफ कीजिए, यहाँ आवाज का संदेश नहीं सुन पाते। कृपया दो शब्द लिख दें, या ${number} पर फोन करके बताएँ।`,
  languageSet: () => 'ठीक है, अब से हम आपको हिंदी में लिखेंगे।',
  languageUnknown: () => `हम ${choiceOf(Object.values(languageOffers), 'या')} लिख सकते हैं।`,
  forgetConfirm: ({ number }) =>
    `सारी जानकारी मिटाने के लिए ${number} लिखकर भेजें। आपने नहीं कहा हो तो कुछ न करें: कुछ नहीं बदला है।`,
  confirmWrong: () => 'यह वह नंबर नहीं जो हमने भेजा था, इसलिए कुछ नहीं बदला। कृपया देख लें, या फिर से माँगें।',
  forgotten: () => 'आपकी सारी जानकारी मिटा दी गई है। जब भी चाहें, फिर आइए: BLOOD या JOIN भेजें।',
  forgetAfterRequest: () =>
    'खून की आपकी माँग बंद कर दी गई, और आपकी सारी जानकारी मिटा दी गई। फिर खून चाहिए तो BLOOD भेजें।',
  slowDown: () => 'आपके फोन से बहुत संदेश आ रहे हैं। हम यहीं हैं। कृपया थोड़ी देर रुककर फिर लिखें।',

  // — a family asks for blood
  askGroup: ({ again }) =>
    `${sorry(again)}मरीज का ब्लड ग्रुप क्या है? जैसे B+ या O-। अस्पताल के पर्चे पर लिखा होता है।`,
  askComponent: ({ again }) =>
    `${sorry(again)}डॉक्टर ने क्या माँगा है? 1 = खून (या पता नहीं), 2 = पैक्ड रेड सेल, 3 = प्लेटलेट, 4 = प्लाज्मा।${only(again, '1, 2, 3 या 4')}`,
  askUnits: ({ again }) => `${sorry(again)}कितने यूनिट (बोतल) चाहिए? 1 से 10 तक का नंबर भेजें।`,
  askHospital: ({ again }) =>
    `${sorry(again)}मरीज किस अस्पताल में है, और किस शहर में? पता न हो तो वहाँ का PIN कोड भेजें।`,
  hospitalNear: (p, context) =>
    `जगह मिल गई। क्या मरीज यहाँ है: ${w.where(p, context)}? 1 = हाँ, 2 = नहीं, दूसरा अस्पताल।`,
  askPlace: ({ again }) => `${sorry(again)}अस्पताल किस शहर में है? शहर का नाम या PIN कोड भेजें।`,
  askNeededBy: ({ again }, { now }) =>
    `${sorry(again)}कब तक चाहिए? 1 = अभी, 2 = आज, 3 = कल। या दिन और समय लिखें, जैसे ${w.time(exampleTime(now))}।`,
  askPatient: ({ again }) => `${sorry(again)}मरीज का नाम क्या है?${again ? ' सिर्फ नाम भेजें।' : ''}`,
  askAttendant: ({ again }) =>
    `${sorry(again)}मरीज के साथ कौन है? नाम भेजें, ताकि डोनर उन्हें ढूँढ सके। नाम न देना हो तो 1 भेजें।`,
  unitsTooMany: ({ max }) =>
    `हम एक बार में ${max} यूनिट तक ढूँढ सकते हैं। कितने चाहिए? 1 से ${max} तक का नंबर भेजें।`,
  groupNotKnown: ({ rings }) =>
    `खून देने से पहले ब्लड बैंक सैंपल से ग्रुप जाँचता है। नर्स से अभी पूछ लें।${rings ? ' हमने एक साथी से आपको फोन करने को कहा है।' : ''} पता चलते ही यहाँ भेजें, जैसे B+।`,
  placeTooFar: ({ place, rings }) =>
    `${place} हमारे डोनर के लिए बहुत दूर है, वहाँ हम नहीं खोज सकते। अस्पताल के ब्लड बैंक से पूछें, पैसे किसी को न दें।${rings ? ' हमने एक साथी से आपको फोन करने को कहा है।' : ''} अस्पताल कहीं और हो तो शहर या पिन कोड भेजें।`,
  placeNotFound: ({ rings }) =>
    `माफ कीजिए, यह शहर हमें नहीं मिला। पिन कोड भेजें, या पास का बड़ा शहर।${rings ? ' हमने एक साथी से फोन करने को कहा है।' : ''}`,
  groupUnclear: () =>
    'कौन सा ग्रुप, बताएँ: + या - के साथ, जैसे B+ या B-। अस्पताल के पर्चे पर लिखा है। पक्का न हो तो नर्स से पूछ लें।',
  requestSummary: (p, context) =>
    `देखें: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}। मरीज: ${p.said ? 'जैसा आपने बोला' : patientName(p.patient)}।${p.attendant ? ` अस्पताल में: ${personName(p.attendant)}।` : ''} सब सही तो 1। कुछ गलत है तो सिर्फ वही लिखें, जैसे "3 यूनिट"।`,
  contactNoted: ({ phone }) =>
    `हमारे साथी और डोनर आपके नहीं, ${phone} नंबर पर फोन करेंगे। गलत हो तो सही नंबर भेजें।`,
  needsNoted: ({ count }) => `आपके संदेश में ${count} अलग जरूरतें हैं। एक-एक करके लेते हैं: पहले यह, फिर अगली पूछेंगे।`,
  nextNeed: ({ group }) => `अब दूसरी जरूरत, ${w.group(group)} के लिए।`,
  needsByDay: ({ code, byDay }, { now }) =>
    `${code ? `कोड ${code}, दिन` : 'दिन'} के हिसाब से: ${byDay.map((day) => `${w.by(day.neededBy, false, now)}: ${w.units(day.units)}`).join(', ')}। हर दिन के लिए डोनर से समय पर पूछेंगे।`,
  summaryUnclear: () => 'माफ कीजिए, बात समझ नहीं आई। कुछ गलत हो तो बस सही बात लिखें, जैसे 3 यूनिट।',
  requestDropped: () => 'ठीक है, अभी किसी को कुछ नहीं भेजा गया। बाद में खून चाहिए तो BLOOD भेजें।',
  requestOpened: ({ code }) =>
    `कोड ${code}: आपकी बात साथियों तक पहुँची। वे फोन करेंगे। अस्पताल का पर्चा पास रखें। ${neverPay} हाल: STATUS।`,
  requestOpenedContact: ({ code, phone }) =>
    `कोड ${code} साथियों के पास है। वे ${phone} पर फोन करेंगे। पर्चा पास रखें। ${neverPay} हाल: STATUS।`,
  requestStarted: ({ code }) =>
    `कोड ${code}: हमारे साथी आपको फोन करेंगे। अस्पताल कौन सा है? नाम और शहर लिखकर भेजें। ${neverPay}`,
  requestOpenedTrusted: ({ code }) =>
    `कोड ${code}: हम अभी डोनर से पूछ रहे हैं। ${neverPay} हाल जानने के लिए STATUS भेजें।`,
  requestAlreadyOpen: (p) =>
    `यह हमारे पास है: कोड ${p.code}, ${w.group(p.group)}। ${found(p)} दूसरे मरीज के लिए BLOOD।`,
  tooManyRequests: ({ max }) =>
    `आपकी ${max} माँगें हमारे पास हैं, एक साथ इतनी ही देख सकते हैं। एक पूरी हो जाए तो उसके कोड के साथ DONE या CLOSE भेजें।`,
  requestWithMoreVolunteers: ({ code }) =>
    `कोड ${code}: अभी कोई साथी खाली नहीं मिला, इसलिए हमने और साथियों से कहा है। फोन पास रखें।`,
  requestWithCoordinators: ({ code }) =>
    `कोड ${code}: आपकी बात अब हमारे कोऑर्डिनेटर के पास है। कृपया फोन पास रखें।`,
  requestWaits: ({ code }) =>
    `कोड ${code}: अभी कोई साथी खाली नहीं है। हम कोशिश कर रहे हैं। ब्लड बैंक से भी पूछें। ${neverPay}`,
  requestUnchecked: ({ code }) =>
    `कोड ${code}: अभी किसी साथी ने जाँच नहीं की, इसलिए डोनर से नहीं पूछा गया। हम साथियों से फिर कह रहे हैं। ब्लड बैंक से भी पूछें।`,
  familyNotReached: ({ code }, { number }) =>
    `कोड ${code}: हमारे साथी ने फोन किया, बात नहीं हुई। फोन चालू और पास रखें, हम फिर करेंगे। या हमें फोन करें: ${number}।`,
  requestVerified: ({ code, askFrom }, { now }) =>
    `कोड ${code}: जाँच हो गई। ${askFrom ? `डोनर से हम ${w.time(askFrom, now)} से पूछेंगे।` : 'हम डोनर से पूछ रहे हैं।'} कोई आ सके तो तुरंत बताएँगे। ${neverPay}`,
  requestRefused: ({ code, reason, why }, { number }) =>
    `माफ कीजिए, कोड ${code} पर हम अभी आगे नहीं बढ़ सकते।${why ? ` ${whyRefused[why]}।` : reason ? ` हमारे साथी का कहना है: ${reasonText(reason)}।` : ''} खून अब भी चाहिए तो साथी से बात करें: ${number} पर फोन करके 0 दबाएँ। ब्लड बैंक से भी पूछें।`,
  requestRefusedAloud: ({ code }, { number }) =>
    `माफ कीजिए, कोड ${code} पर हम आगे नहीं बढ़ सकते। साथी ने वजह बोलकर बताई है: सुनने के लिए ${number} पर फोन करें।`,
  requestNotSent: ({ ask }, context) =>
    ask
      ? `आपकी माँग अभी अधूरी है, इसलिए हम डोनर नहीं खोज पा रहे। ${hiMessages[ask]({}, context)}`
      : `आपकी माँग अभी आगे नहीं गई है: भेजने के लिए 1 लिखें। कुछ गलत हो तो सिर्फ वही लिखें। या ${context.number} पर फोन करें।`,
  callCut: ({ ask }, context) =>
    ask
      ? `आपका फोन कट गया। कुछ खोया नहीं है: ${context.number} पर फिर फोन करें, या यहीं जवाब दें। ${hiMessages[ask]({}, context)}`
      : `आपका फोन कट गया। सब लिख लिया है: भेजने के लिए यहाँ 1 लिखें, या ${context.number} पर फिर फोन करें।`,
  volunteerWillCall: (_, { number }) =>
    `आपका फोन आया था। हमारे साथी खाली होते ही आपको फोन करेंगे। आप भी फोन कर सकते हैं: ${number}। ${neverPay}`,
  noCallAtNight: (_, { number }) =>
    `आपकी मिस्ड कॉल मिली। रात में नए नंबर पर फोन नहीं करते। अभी खून चाहिए तो ${number} पर फोन करें, या BLOOD भेजें।`,
  calledBackInVain: (_, { number }) =>
    `मिस्ड कॉल पर हमने फोन किया, बात नहीं हुई। फिर मिस्ड कॉल दें, ${number} पर फोन करें, या खून चाहिए तो BLOOD भेजें।`,

  // — how it stands
  statusVerifying: ({ code }) =>
    `कोड ${code}: हमारे साथी जाँच कर रहे हैं, आपको फोन आ सकता है। फोन पास रखें।`,
  statusSearching: (p) =>
    `कोड ${p.code}: ${p.asked > 0 ? `${p.asked} डोनर से पूछा। ${found(p)}` : p.nobody ? 'अभी पूछने को कोई डोनर नहीं मिला।' : 'अब डोनर से पूछने जा रहे हैं।'} हम ढूँढ रहे हैं।`,
  statusCovered: (p) =>
    `कोड ${p.code}: डोनर पूरे मिल गए, ${p.units} में से ${p.confirmed}।${given(p)} सारा खून मिल जाए तो DONE भेजें।`,
  dayBegun: ({ code, units, neededBy }, { now }) =>
    `कोड ${code}: अब हम ${w.units(units)} के लिए डोनर से पूछ रहे हैं, ${w.by(neededBy, false, now)} चाहिए।`,
  dayAhead: (p, { now }) =>
    `कोड ${p.code}: अभी के लिए डोनर मिल गए, ${p.units} में से ${p.confirmed}। बाकी ${w.by(p.neededBy, false, now)} चाहिए, उसके लिए एक दिन पहले पूछेंगे।`,
  statusDonor: ({ code, donor, arriveBy, asap, phone }, { now }) =>
    `कोड ${code}: ${donorName(donor)} खून देने आ रहे हैं, ${w.by(arriveBy, asap, now)} पहुँचने की बात है${phone ? `, फोन ${phone}` : ''}।`,
  statusNone: () => 'अभी आपकी कोई माँग हमारे पास नहीं है। खून चाहिए तो BLOOD भेजें।',
  howToClose: ({ codes }) =>
    `अब खून की जरूरत न हो तो ${codes.length > 1 ? `CLOSE और कोड (${codeList(codes)})` : ['CLOSE', ...codes].join(' ')} भेजें, सबको हम बता देंगे।`,
  donorComing: (p, { now, number }) =>
    (p.phone ? [`फोन ${p.phone}`] : throughUs(number)).map(
      (way) =>
        `कोड ${p.code}: ${personName(p.donor) || 'एक डोनर'} ने ${w.by(p.arriveBy, p.asap, now)} आने की हाँ कही है। ${way}। असली डोनर को कोड पता होगा, पूछ लें। ${neverPay} ${found({ ...p, given: 0 })}`,
    ),
  donorNewTime: ({ code, donor, arriveBy }, { now }) =>
    `कोड ${code}: समय बदल गया है, ${donorName(donor)} का आना अब ${w.time(arriveBy, now)} तक होगा।`,
  donorDropped: ({ code, donor }) =>
    `कोड ${code}: ${donorName(donor)} का आना अब नहीं हो पाएगा। घबराइए नहीं, हम दूसरा डोनर ढूँढ रहे हैं।`,
  donorDidNotCome: ({ code, donor }) =>
    `कोड ${code}: ${donorName(donor)} के पहुँचने की खबर नहीं मिली। हम दूसरा डोनर ढूँढ रहे हैं।`,
  donorTurnedAway: ({ code, donor }) =>
    `कोड ${code}: डॉक्टर ने ${donorName(donor)} को आज खून देने से मना किया है। हम दूसरा डोनर ढूँढ रहे हैं।`,
  donorArrived: ({ code, donor, phone }, { number }) =>
    (phone ? [`फोन ${phone}`] : throughUs(number)).map(
      (way) =>
        `कोड ${code}: ${donorName(donor)} ने बताया है कि अस्पताल पहुँच गए। ब्लड बैंक पर अभी मिल लें। ${way}।`,
    ),
  bankShut: ({ code, donor, phone }, { number }) =>
    (phone ? [`फोन ${phone}`] : throughUs(number)).map(
      (way) =>
        `कोड ${code}: ${donorName(donor)} ने बताया है कि ब्लड बैंक अभी खून नहीं ले पा रहा। वहाँ पूछें, कब लेगा या दूसरा कौन सा लेगा। समय या जगह बदले तो यहीं लिखें, डोनर को हम बताएँगे। ${way}।`,
    ),
  unitGiven: (p) => `कोड ${p.code}: अच्छी खबर! अब तक ${p.units} में से ${p.given} यूनिट खून मिल गया।`,
  requestFulfilled: ({ code, units }, { groupName }) =>
    `कोड ${code}: ${units === 1 ? 'खून मिल गया' : `पूरे ${units} यूनिट खून मिल गया`}। मरीज जल्दी ठीक हो जाएँ, हमारी यही दुआ है। ${groupName}`,
  requestStillNeeded: ({ code }) =>
    `कोड ${code}: समय हो गया है। क्या खून अब भी चाहिए? 1 = अब भी चाहिए, 2 = अब नहीं चाहिए।`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `कोड ${code}: हम ${w.time(neededBy, now)} तक ढूँढते रहेंगे।`,
  requestExtendedUnchecked: ({ code, neededBy }, { now }) =>
    `कोड ${code}: माँग ${w.time(neededBy, now)} तक खुली है। जाँच अभी नहीं हुई, इसलिए किसी डोनर से नहीं पूछा गया। ब्लड बैंक से भी पूछें।`,
  requestExpired: ({ code, given: some, units }) =>
    [' मरीज जल्दी ठीक हो जाएँ।', ''].map(
      (wish) =>
        `कोड ${code}: समय पूरा होने पर यह माँग बंद हो गई।${some && units ? ` ${units} में से ${some} यूनिट खून मिल गया था।` : ''} खून अब भी चाहिए तो BLOOD भेजें।${wish}`,
    ),
  requestClosed: ({ code }) => `कोड ${code}: यह माँग बंद कर दी गई, अब हम किसी से नहीं पूछेंगे।`,
  unitsAdded: ({ code, units }) => `कोड ${code}: अब हमने कुल ${w.units(units)} खून लिख लिया है।`,
  askMoreAgain: ({ code, more, at, units }, { now }) =>
    `कोड ${code}: ${w.time(at, now)} हम ${more} यूनिट जोड़ चुके हैं। क्या ${more} और, कुल ${w.units(units)}? 1 = हाँ, 2 = नहीं।`,
  unitsNotAdded: ({ code, max }) =>
    `कोड ${code}: हम और नहीं जोड़ सकते। एक बार में ${max} यूनिट तक ढूँढते हैं। अस्पताल के ब्लड बैंक से भी पूछें।`,
  searchWidened: ({ code }) =>
    `कोड ${code}: पास के डोनर से पूछ लिया, अब दूर के डोनर से पूछ रहे हैं। हम लगे हुए हैं।`,
  everyoneAsked: ({ code, byExchange, alone }) =>
    `कोड ${code}: अभी जिनसे पूछ सकते थे, सबसे पूछ लिया।${alone ? '' : ' कोऑर्डिनेटर को बता दिया है, वे फोन से कोशिश करेंगे।'}${byExchange ? '' : ' ब्लड बैंक से भी पूछें: कई जगह किसी भी ग्रुप के डोनर के बदले खून मिलता है।'} ${neverPay}`,
  likelyAsked: ({ code, byExchange, alone }) =>
    `कोड ${code}: जो डोनर समय पर आ सकते थे, सबसे पूछ लिया।${alone ? '' : ' कोऑर्डिनेटर को बता दिया है, वे फोन से कोशिश करेंगे।'}${byExchange ? '' : ' ब्लड बैंक से भी पूछें: कई जगह किसी भी ग्रुप के डोनर के बदले खून मिलता है।'} ${neverPay}`,
  doneWithoutDonor: ({ code }) =>
    `कोड ${code}: अभी हमारे किसी डोनर ने हाँ नहीं कही। खून अब नहीं चाहिए तो CLOSE भेजें। चाहिए तो हम लगे हुए हैं।`,
  whichRequest: ({ codes }) =>
    `आपकी एक से ज्यादा माँगें हैं: ${codeList(codes)}। वही शब्द फिर से भेजें, साथ में उसका कोड।`,

  // — a family corrects its open request, or has news
  correctAsk: (p, context) =>
    `कोड ${p.code}: ${p.oldGroup ? `${w.group(p.oldGroup)} नहीं, ${w.group(p.group)}? ` : ''}क्या अब ऐसा कर दें: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}? 1 = बदल दें, 2 = पहले जैसा रहे। दूसरे मरीज के लिए BLOOD।`,
  requestCorrected: (p, context) =>
    `कोड ${p.code} अब ऐसा है: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}। डोनर और साथियों को जो जानना है, हम बता रहे हैं।`,
  namesCorrected: ({ code, patient, attendant, phone }) =>
    `कोड ${code}: लिख लिया, धन्यवाद। मरीज: ${patientName(patient)}।${attendant ? ` अस्पताल में: ${personName(attendant)}।` : ''}${phone ? ` फोन ${phone}।` : ''}`,
  requestKept: ({ code }) => `ठीक है, कोड ${code} पहले जैसा ही है।`,
  donorsExpected: ({ code, confirmed, arriveBy, asap }, { now }) =>
    `कोड ${code}: ${confirmed} डोनर को ${w.by(arriveBy, asap, now)} आना है। हमने उनसे पूछा है। न आएँ तो हम दूसरे ढूँढेंगे।`,
  donorsThere: ({ code, count }) =>
    `कोड ${code}: ${count} डोनर ने बताया है कि अस्पताल पहुँच गए हैं। कृपया ब्लड बैंक में देखें, सच्चे डोनर को कोड पता है।`,
  askFoundElsewhere: ({ code }) =>
    `कोड ${code}: क्या हम इसे बंद करके डोनर को बता दें? 1 = बंद करें, 2 = खून अब भी चाहिए। हमारे डोनर ने दिया हो तो DONE।`,
  askCloseAfterLoss: ({ code }) =>
    `कोड ${code} बंद करने के लिए 1 भेजें, या बाद में CLOSE ${code}। खून अब भी चाहिए तो 2 भेजें।`,
  askWhoGave: ({ code }) =>
    `कोड ${code}: यह खून किसने दिया? 1 = हमारे डोनर ने, 2 = कहीं और से मिला, 3 = अभी नहीं मिला।`,

  // — verifiers and coordinators
  verifyAsk: (p, context) =>
    p.unplaced
      ? `कोड ${p.code}: अभी ${p.phone} पर फोन करें। ${w.group(p.group)} ${w.component(p.component)} ${w.by(p.neededBy, p.asap, context.now)} चाहिए, अस्पताल पता नहीं। पूछें: कहाँ, कितने यूनिट? फिर ${context.number} पर फोन करके लिखवाएँ। फिर सही: OK ${p.own ?? p.code}। नहीं: NO ${p.own ?? p.code} और वजह।`
      : [
          ['पर्चा है? ब्लड बैंक खुला है? घर से किसने दिया?', ' और वजह'],
          ['पर्चा? ब्लड बैंक खुला? घर से कौन देगा?', ''],
          ['पर्चा? ब्लड बैंक? घर से कौन देगा?', ''],
        ].map(
          ([ask, why]) =>
            `कोड ${p.code} जाँचें: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}। मरीज: ${p.said ? `नाम सुनें: ${context.number}` : patientName(p.patient)}${withThem(p.attendant)}। फोन ${p.phone}। पूछें: ${ask} कहें: किसी को पैसे न दें। सही: OK ${p.own ?? p.code}। नहीं: NO ${p.own ?? p.code}${why}।`,
        ),
  verifyCorrected: (p, context) =>
    `परिवार ने कोड ${p.code} की बात बदली है, शक हो तो फोन करें: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}। मरीज: ${p.said ? `नाम सुनें: ${context.number}` : patientName(p.patient)}${withThem(p.attendant)}। फोन ${p.phone}। ${p.waiting ? `जरूरत सही: OK ${p.own ?? p.code}। नहीं:` : 'जरूरत सही न हो तो'} NO ${p.own ?? p.code} और वजह।`,
  verifyAlike: ({ code, codes }) =>
    `कोड ${code} और ${codeList(codes)} एक जैसे लगते हैं: वही ग्रुप और इलाका, नाम या नंबर भी मिलता है। परिवार से पूछें। एक ही जरूरत हो तो NO, अपना कोड और SAME भेजें।`,
  familyNeedsHelp: ({ phone, why }) =>
    `एक परिवार को मदद चाहिए, कृपया ${phone} पर फोन करें। ${familyNeeds[why]} उनसे कहें: पैसे किसी को न दें।`,
  verifyTaken: ({ code, by, ok }) =>
    `कोड ${code}: ${personName(by) || 'दूसरे साथी'} ने ${ok ? 'जाँच ली, सही है' : 'मना कर दिया है'}। अब आपको कुछ नहीं करना। धन्यवाद।`,
  verifyThanksOk: ({ code, askFrom }, { now }) =>
    `धन्यवाद। कोड ${code}: ${askFrom ? `डोनर से ${w.time(askFrom, now)} से पूछेंगे` : 'अब डोनर से पूछ रहे हैं'}। परिवार को खबर दे दी।`,
  verifyThanksNo: ({ code, kept }) =>
    `धन्यवाद। कोड ${code} आगे नहीं जाएगा। परिवार को हम ${kept ? 'अपने शब्दों में ' : ''}बता देंगे।${kept ? ' इल्जाम, पैसे की बात, लिंक या नंबर आगे नहीं पहुँचाते।' : ''}`,
  verifyHow: ({ code, own = code }) =>
    `धन्यवाद। कोड ${code} के लिए आपका अपना कोड: जरूरत सही है तो OK ${own}, सही नहीं है तो NO ${own} और वजह।`,
  ownCodesPaused: () =>
    'आपके फोन से गलत कोड आए। एक घंटे तक हम कोड नहीं लेंगे। हम फोन करेंगे, बटन दबाकर जवाब दें।',
  verifyNotReached: ({ code, own = code, callAgainAt }, { now }) =>
    isAhead(callAgainAt, now)
      ? `कोशिश के लिए धन्यवाद। कोड ${code} खुला है, परिवार से कहा है कि फोन चालू रखें। फिर फोन कर लें, हम ${w.time(callAgainAt, now)} याद दिलाएँगे। बात सही न हो तो NO ${own} और वजह।`
      : `कोशिश के लिए धन्यवाद। कोड ${code} खुला है: कुछ मिनट में फिर फोन कर लें। बात सही न हो तो NO ${own} और वजह भेजें।`,
  verifyLater: ({ code, own = code }) =>
    `कोई बात नहीं। कोड ${code} खुला है, तब तक दूसरे साथी से पूछ सकते हैं। बात हो जाए तो OK ${own}, या NO ${own} और वजह।`,
  verifySameOver: ({ code, own = code }) =>
    `इस जरूरत का और खुला कोड नहीं मिला, तो ${code} खुला है। अलग देखें: सही हो तो OK ${own}, नहीं तो NO ${own} और वजह।`,
  verifyAlready: ({ code }) => `धन्यवाद। कोड ${code} का फैसला हो चुका है, अब कुछ नहीं करना।`,
  verifyUnknown: ({ code }) =>
    code
      ? `कोड ${typedCode(code)} की कोई माँग जाँच के लिए नहीं है। कृपया कोड फिर से देख लें।`
      : 'अभी आपके लिए कोई माँग जाँच के लिए नहीं है। धन्यवाद।',
  verifyWhich: ({ codes }) =>
    `जाँच के लिए कई माँगें हैं: ${codeList(codes)}। संदेश में उसका जो आपका कोड है, वही लिखें।`,
  callerWaits: ({ at, phone }, { now }) =>
    `${phone} से ${w.time(at, now)} फोन आया था, कोई साथी खाली नहीं था और फोन कट गया। कृपया उन्हें फोन करें।`,
  verifyUnplaced: ({ code }, { number }) =>
    `कोड ${code}: अस्पताल अभी पता नहीं, इसलिए किसी डोनर से नहीं पूछ सकते। घरवालों से पूछें, फिर ${number} पर फोन करके लिखवाएँ।`,
  verifyOwn: ({ code }) =>
    `कोड ${code} आपकी अपनी माँग है, इसकी जाँच कोई दूसरे साथी करेंगे। मरीज जल्दी ठीक हो जाएँ।`,
  verifyOffDuty: () => 'अभी आप ड्यूटी पर नहीं हैं। पहले ON भेजें, फिर अपना जवाब।',
  verifyBankShut: ({ code, hospital, phone }) =>
    `कोड ${code}: एक डोनर ने बताया, ${hospitalName(hospital)} का ब्लड बैंक अभी खून नहीं ले पा रहा। परिवार के साथ पता करें: कब लेगा, या और कहाँ? फोन ${phone}।`,
  verifyEnd: ({ code, units }) =>
    `कोड ${code}, जिसकी जाँच आपने की: ${units === 1 ? 'खून मिल गया' : `पूरे ${units} यूनिट खून मिल गया`}। यह आपकी बदौलत हुआ। धन्यवाद।`,
  verifyEndClosed: ({ code }) => `कोड ${code} अब बंद है, कुछ और नहीं करना। साथ देने के लिए धन्यवाद।`,
  coordinatorEveryoneAsked: (p, context) =>
    `कोड ${p.code} को आपकी जरूरत है: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}। ${p.missing} यूनिट कम। पूछा ${p.asked}, मना ${p.saidNo}, चुप ${p.silent}, दूर/देर ${p.unlikely}। फोन से कोशिश करें। परिवार: ${p.phone}। ${neverPay}`,
  dutyOn: ({ zone }) =>
    `आप ${placeName(zone)} के लिए ड्यूटी पर हैं। जाँच का काम आने पर हम लिखेंगे। ड्यूटी खत्म: OFF।`,
  moreToVerify: ({ count }) =>
    count === 1
      ? 'पहले ये जाँचिए। जाँच के लिए 1 माँग और है, इनके बाद आपके पास आएगी।'
      : `पहले ये जाँचिए। जाँच के लिए ${count} माँगें और हैं, एक-एक करके आपके पास आएँगी।`,
  dutyOff: () => 'आपकी ड्यूटी खत्म। आराम कीजिए। वापस आने पर ON भेजें।',
  trustSet: ({ phone, trusted }) =>
    trusted
      ? `${phone} पर अब भरोसा है। इसकी माँग बिना जाँच डोनर तक जाएगी।`
      : `${phone} की माँग अब पहले जाँची जाएगी।`,
  trustConfirm: ({ phone, number }) =>
    `${phone} की माँग बिना जाँच आगे जाए, इसके लिए ${number} भेजें। आपने नहीं कहा हो तो कुछ न भेजें, ग्रुप को बताएँ।`,
  trustNews: ({ phone, trusted, by, byOperator }) =>
    `${phone} ${trusted ? 'की माँग अब बिना जाँच जाएगी' : 'की माँग अब जाँची जाएगी'}। तय किया: ${byOperator ? w.operator : personName(by) || 'कोऑर्डिनेटर'}। गलत हो तो ग्रुप को बताएँ।`,
  roleNews: ({ who, phone, place, coordinator }) =>
    `${personName(who) || phone} अब ${placeName(place)} के ${coordinator ? 'कोऑर्डिनेटर' : 'वेरिफायर'} हैं, फोन ${phone}। गलत हो तो ग्रुप को बताएँ।`,
  roleEnded: ({ who, phone, coordinator }) =>
    `${personName(who) || phone}, फोन ${phone}, अब ${coordinator ? 'कोऑर्डिनेटर' : 'वेरिफायर'} नहीं हैं। गलत हो तो ग्रुप को बताएँ।`,
  trustUnclear: () => 'कौन सा फोन नंबर? ऐसे भेजें: TRUST 9415012345।',
  messageLeft: ({ seconds, link }) =>
    `किसी ने हमारे साथी से बात करनी चाही, पर कोई खाली नहीं था। ${seconds} सेकंड की बात छोड़ी है। सुनकर उन्हें फोन करें: ${link}`,
  familyLink: ({ code, link }) =>
    `इस पन्ने पर अनुरोध ${code} का हाल हर समय दिखता है। लिंक अपने परिवार में ही रखें: ${link}`,
  loginCode: ({ code }) => `${code} वेबसाइट के लिए आपका कोड है। किसी को न बताएँ।`,
  coordinatorsOnly: () => 'यह सिर्फ कोऑर्डिनेटर कर सकते हैं। कृपया अपने कोऑर्डिनेटर से कहें।',
  auditTrail: () => 'किसने क्या किया, नया पहले। हर नंबर के सिर्फ आखिरी तीन अंक दिखते हैं।',
  auditEntry: ({ at, deed, byPhone, ofPhone }) =>
    `${w.time(at)}, ${byPhone || w.operator}: ${deeds[deed](ofPhone)}।`,
  auditEmpty: () => 'ऑडिट में अभी कुछ नहीं लिखा है।',

  // — a donor is asked
  alert: (p, context) => {
    const bare = w.needForDonor(p);
    const need = `${bare} चाहिए`;
    const where = w.where(p, context);
    const time = w.by(p.arriveBy, p.asap, context.now);
    const to = context.answerNumber;
    const choice = `${time} आ सकें तो 1, नहीं तो 2`;
    const end = `कोड ${p.code}। ${neverPay}`;
    const rest = `${choice} भेजें${to ? ` ${to} पर` : ''}। ${end}`;
    const short = `${choice}${to ? ` ${to} पर` : ''}। ${end}`;
    return [
      `${context.groupName}: ${need}, ${where}। ${rest}`,
      `${context.groupName}: ${need}, ${where}। ${short}`,
      `${context.groupName}: ${bare}, ${where}। ${short}`,
      `${need}, ${where}। ${rest}`,
      `${need}, ${hospitalName(p.hospital)}। ${rest}`,
      to
        ? `${bare}, ${truncate(p.hospital, 10)}, ${time}। हाँ 1, नहीं 2: ${to}। ${end}`
        : `${need}, ${truncate(p.hospital, 10)}। ${choice}। ${end}`,
    ];
  },
  alertAgain: (p, context) => {
    const bare = w.needForDonor(p);
    const need = `फिर जरूरत है: ${bare}`;
    const time = w.by(p.arriveBy, p.asap, context.now);
    const to = context.answerNumber;
    const end = `कोड ${p.code}। ${neverPay}`;
    const rest = `${time} आ सकें तो 1, नहीं तो 2${to ? ` ${to} पर` : ''}। ${end}`;
    return [
      `${need}, ${w.where(p, context)}। ${rest}`,
      `${need}, ${hospitalName(p.hospital)}। ${rest}`,
      `${need}, ${truncate(p.hospital, 12)}। ${rest}`,
    ];
  },
  alertThanksNo: ({ code }) =>
    `कोई बात नहीं, बताने के लिए धन्यवाद। कोड ${code} के लिए हम किसी और से पूछ लेंगे।`,
  alertNoLate: ({ code }) =>
    `कोई बात नहीं, बताने के लिए धन्यवाद। कोड ${code} के लिए अभी किसी और को नहीं आना है।`,
  alertYesConfirmed: (p, context) => {
    const place = w.where(p, context);
    const time = w.by(p.arriveBy, p.asap, context.now);
    const before = p.asap
      ? 'खाना खाकर आएँ, शराब न लें'
      : 'खाना खाकर और नींद पूरी करके आएँ, एक दिन पहले से शराब न लें';
    const asks = askFor(p, context.number);
    return [
      ...asks.map(
        (ask) =>
          `धन्यवाद! कोड ${p.code}: ${place} आ जाएँ, ${time}। ${ask}। कोड ${p.code} बताएँ। ${before}। पहचान पत्र लाएँ। ${neverPay} न आ सकें तो DROP। खून दे दें तो DONE।`,
      ),
      ...asks.map(
        (ask) =>
          `धन्यवाद! कोड ${p.code}: ${place} खाकर आएँ, ${time}। ${ask}। कोड बताएँ, ID लाएँ, शराब न लें। ${neverPay} न आ सकें: DROP, खून देकर DONE।`,
      ),
    ];
  },
  familyIsAt: ({ code, hospital }, context) =>
    `कोड ${code}: परिवार यहाँ: ${wardInHindi(w.where({ hospital, place: '' }, context))}। खून ब्लड बैंक में देते हैं।`,
  alertYesStandby: ({ code }) =>
    `धन्यवाद! कोड ${code} के लिए अभी डोनर पूरे हैं, अगला नंबर आपका है। जरूरत पड़ी तो हम लिखेंगे। ${neverPay}`,
  alertYesCovered: ({ code }) =>
    `धन्यवाद! कोड ${code} के लिए डोनर पूरे हो गए, आपको आना नहीं है। अच्छा लगा कि आप साथ हैं।`,
  alertYesReserve: ({ code }) =>
    `धन्यवाद! कोड ${code} के लिए डोनर पूरे हो गए, आपको आना नहीं है। जगह खाली हुई तो पहले आप लोगों से पूछेंगे।`,
  alertYesClosed: ({ code }) =>
    `धन्यवाद! कोड ${code} के लिए अब खून नहीं चाहिए, आपको आना नहीं है। अच्छा लगा कि आप साथ हैं।`,
  alertYesNotYet: ({ code, from }) =>
    `धन्यवाद! आपकी सेहत के लिए ${w.day(from)} तक आराम जरूरी है, इसलिए कोड ${code} के लिए न आएँ। हम फिर पूछेंगे।`,
  alreadyConfirmed: ({ code, hospital, arriveBy, asap }, { now }) =>
    `कोड ${code}: आपकी हाँ मिली। ${hospitalName(hospital)}, ${w.by(arriveBy, asap, now)}। न आ सकें: DROP। ${neverPay}`,
  ownTimeNoted: ({ code, hospital, arriveBy }, { now }) =>
    `लिख लिया: ${hospitalName(hospital)}, ${w.time(arriveBy, now)} तक, कोड ${code}। न आ सकें तो DROP। ${neverPay}`,
  ownTimeTooLate: ({ code, neededBy, asap }, { now }) =>
    `धन्यवाद! कोड ${code}: खून ${w.by(neededBy, asap, now)} चाहिए। क्या और जल्दी आ सकते हैं? 1 = हाँ, 2 = नहीं।`,
  ownTimeTooLateAgreed: ({ code, neededBy, asap }, { now }) =>
    `बताने के लिए धन्यवाद। कोड ${code}: खून ${w.by(neededBy, asap, now)} चाहिए। और जल्दी न आ सकें तो DROP भेजें।`,
  alreadyStandby: ({ code }) =>
    `कोड ${code}: अगला नंबर आपका है, जरूरत पड़ी तो हम लिखेंगे। अब न आ सकें तो DROP भेजें।`,
  alreadySaidNo: ({ code }) =>
    `कोड ${code}: आपने बता दिया था कि आना नहीं हो पाएगा, कोई बात नहीं। अब आ सकें तो 1 ${code} भेजें।`,
  alreadyGiven: ({ code }) => `कोड ${code}: आपका खून देना लिखा जा चुका है। धन्यवाद!`,
  codeUnknown: ({ code }) =>
    `इस फोन से कोड ${typedCode(code)} के लिए नहीं पूछा गया। कृपया कोड फिर से देख लें।`,
  alertCovered: ({ code }) => `कोड ${code} के लिए डोनर पूरे हो गए, अब आपको आना नहीं है। धन्यवाद।`,
  alertNoLongerNeeded: ({ code }) => `कोड ${code} के लिए अब खून नहीं चाहिए, आपको आना नहीं है। धन्यवाद।`,
  plateletsVisit: ({ code }) =>
    `कोड ${code}: प्लेटलेट देने में 3 घंटे तक लगते हैं। 3 दिन में एस्पिरिन ली हो तो DROP भेजें। किस ब्लड बैंक जाना है, परिवार से पूछ लें।`,
  standbyPromoted: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `कोड ${p.code}: आपकी जरूरत है! ${w.where(p, context)} आ जाएँ, ${w.by(p.arriveBy, p.asap, context.now)}। ${ask}। कोड बताएँ। खाकर आएँ, ID लाएँ। ${neverPay} न आ सकें: DROP, खून देकर DONE।`,
    ),
  standbyReleased: ({ code }) => `कोड ${code}: अब आपको आना नहीं पड़ेगा। तैयार रहने के लिए बहुत धन्यवाद।`,
  donorStandDown: ({ code }) =>
    `कोड ${code}: अब खून नहीं चाहिए, कृपया न आएँ। आप रास्ते में हों तो हमें माफ करें। दिल से धन्यवाद।`,
  donorCorrected: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `कोड ${p.code} में ${changes[p.what]} है। कृपया ${w.where(p, context)} आएँ, ${w.by(p.arriveBy, p.asap, context.now)}। ${ask}। कोड बताएँ। ${neverPay} न आ सकें तो DROP।`,
    ),
  donorReleased: ({ code, fewer }) =>
    `कोड ${code}: कृपया अब न आएँ। ${fewer ? 'जितना बताया था उससे कम खून चाहिए' : 'जो बताया था उससे अलग खून चाहिए'}। आप रास्ते में हों तो माफ करें। धन्यवाद!`,
  alertChanged: ({ code, moved }) =>
    `कोड ${code} बदल गया है: ${moved ? 'खून अब दूसरी जगह चाहिए' : 'अब अलग खून चाहिए'}, आपको आना नहीं है। धन्यवाद।`,
  donorReminder: ({ code, hospital, arriveBy, asap }, { now }) =>
    `कोड ${code}: ${hospitalName(hospital)} में ${w.by(arriveBy, asap, now)} आना है, खाकर। ${neverPay} न आ सकें: DROP।`,
  askArrived: ({ code, hospital }) =>
    `कोड ${code}, ${hospitalName(hospital)}: कहाँ हैं? 1 = अस्पताल, 2 = रास्ते में, 3 = नहीं आ सकते। ${neverPay}`,
  arrivedThanks: ({ code, ...them }, { number }) =>
    askFor(them, number).map(
      (ask) =>
        `धन्यवाद! ${ask}। ब्लड बैंक में कोड ${code} बताएँ। खून दे दें तो DONE भेजें। डॉक्टर मना कर दें तो DROP भेजें।`,
    ),
  bankShutNoted: ({ code }) =>
    `बताने के लिए धन्यवाद। कोड ${code}: हमने परिवार को बता दिया। हो सके तो वहीं रुकें। समय या जगह बदली तो हम लिखेंगे। न रुक सकें तो DROP।`,
  familyAskedIfNeeded: ({ code }) =>
    `बताने के लिए धन्यवाद। कोड ${code}: हम परिवार से पूछ रहे हैं, जरूरत न रही तो बता देंगे। खून दे दिया हो तो DONE भेजें।`,
  whenComing: ({ code }) =>
    `बताने के लिए धन्यवाद। कोड ${code}: अस्पताल कितने बजे तक पहुँचेंगे? समय लिखें, जैसे शाम 7 बजे। न आ सकें तो DROP।`,
  onTheWayThanks: ({ code }) =>
    `धन्यवाद, आराम से आइए। अस्पताल में कोड ${code} बताएँ। खून दे दें तो DONE भेजें। ${neverPay}`,
  askGave: ({ code }) =>
    `कोड ${code}: क्या खून देना हो गया? 1 = खून दे दिया, 2 = डॉक्टर ने मना किया, 3 = अभी नहीं।`,
  noShowNotice: ({ code }) =>
    `कोड ${code}: आपकी खबर नहीं मिली, इसलिए हम किसी और से पूछ रहे हैं। कोई बात नहीं। अब भी आ सकें तो 1, नहीं तो 2 भेजें।`,
  donationThanks: ({ code, next }) =>
    `बहुत धन्यवाद! आपके खून (कोड ${code}) से किसी की जान को सहारा मिला, किसी के घर में चैन आया। आज खूब पानी पीजिए और आराम कीजिए। अगली बार खून ${w.day(next)} से दिया जा सकता है।`,
  donationThanksFromFamily: ({ code, next }) =>
    `कोड ${code} के परिवार ने बताया कि आपने खून दिया। बहुत धन्यवाद! आपकी बदौलत उनके घर में चैन है। अगली बार ${w.day(next)} से दिया जा सकता है। अगर नहीं दिया तो DROP भेजें।`,
  dropThanks: ({ code }) =>
    `बताने के लिए धन्यवाद (कोड ${code})। वजह क्या थी? 1 = आना नहीं हो पाया। या डॉक्टर ने कहा: 2 = खून की कमी (हीमोग्लोबिन), 3 = वजन या BP, 4 = बुखार, बीमारी या दवा, 5 = कुछ और।`,
  dropReasonNoted: ({ until }) =>
    until
      ? `धन्यवाद, हमने लिख लिया। अपना ख्याल रखिए। ${w.day(until)} से पहले हम नहीं पूछेंगे।`
      : 'धन्यवाद, हमने लिख लिया। हम फिर कभी पूछेंगे।',
  nothingToDrop: () => 'अभी आपको कहीं नहीं जाना है। सब ठीक है। धन्यवाद।',
  nothingDone: () =>
    'धन्यवाद। इस फोन से कोई माँग या खून देने की बात नहीं चल रही। कहीं और खून दिया हो तो GAVE और तारीख, जैसे GAVE 12/10।',
  lifeTouched: ({ code }) =>
    `कोड ${code}: मरीज को पूरा खून मिल गया। इसमें आपका भी हाथ है। आपकी बदौलत एक घर में चैन है। दिल से धन्यवाद!`,

  // — donors, day to day
  joinNotice: ({ again }, { groupName }) =>
    `${sorry(again)}खून देने की सोच के लिए धन्यवाद! ${groupName} आपका नंबर, नाम, ब्लड ग्रुप, इलाका (PIN), महिला/पुरुष, जन्म का साल और खून देने की तारीख रखेगा, सिर्फ जरूरत पर पूछने के लिए। यह सिर्फ हमारे साथी देखते हैं; आप आने की हाँ करें तभी परिवार को नाम मिलता है, नंबर भी दिख सकता है (HIDE: नहीं)। FORGET भेजने पर सब मिट जाता है। 1 = मंजूर, 2 = नहीं।`,
  joinAskGroup: ({ again }) => `${sorry(again)}आपका ब्लड ग्रुप क्या है? जैसे B+ या O-।`,
  joinAskPin: ({ again }) => `${sorry(again)}आपके घर का PIN कोड क्या है? 6 अंक, जैसे 211001।`,
  joinPinUnknown: () => 'यह PIN कोड हमें नहीं मिला। एक बार फिर देखकर 6 अंक भेजें, जैसे 211001।',
  joinAskName: ({ again }) => `${sorry(again)}आपका नाम क्या है?${again ? ' सिर्फ नाम भेजें।' : ''}`,
  joinAskSex: ({ again }) =>
    `${sorry(again)}महिलाओं को खून देने के बाद ज्यादा आराम चाहिए, इसलिए बताएँ: 1 = महिला, 2 = पुरुष, 3 = अन्य।`,
  joinAskBirthYear: ({ again }) => `${sorry(again)}आपका जन्म किस साल में हुआ? चार अंक, जैसे 1990।`,
  joinAskLastDonation: ({ again }, { now }) =>
    `${sorry(again)}पिछली बार खून कब दिया? तारीख भेजें, जैसे 12/10/${toCalendar(now).year - 1}। कभी नहीं दिया, या 4 महीने हो गए, तो 1।`,
  joined: ({ group, place, from }, { groupName }) =>
    `${groupName} में आपका स्वागत है! लिख लिया: ${w.group(group)}, ${placeName(place)}। जरूरत होगी तभी पूछेंगे${from ? `, ${w.day(from)} से पहले नहीं` : ''}। कुछ दिन रुकना हो तो PAUSE 30, नाम हटाना हो तो FORGET।`,
  joinTooYoung: () => 'आपकी सोच बहुत अच्छी है! खून 18 साल की उम्र से दिया जा सकता है। तब जरूर आइए।',
  joinTooOld: () =>
    'आपकी सोच अच्छी है! डोनर की सेहत के लिए डॉक्टर एक उम्र तक ही खून लेते हैं। घर में कोई छोटा देना चाहे तो JOIN भेजे।',
  joinDeclined: () => 'कोई बात नहीं, हमने आपका नाम नहीं लिखा। कभी मन हो तो JOIN भेजें।',
  alreadyJoined: ({ group, place }) =>
    `आप पहले से हमारे साथ हैं: ${w.group(group)}, ${placeName(place)}। कुछ बदला हो तो ग्रुप और PIN भेजें, जैसे JOIN B+ 211001।`,
  paused: ({ until }) => `ठीक है, ${w.day(until)} से पहले हम नहीं पूछेंगे। जल्दी लौटना हो तो ON भेजें।`,
  deferralNoted: ({ until }) =>
    `बताने के लिए धन्यवाद। ब्लड बैंक के नियम से ${w.day(until)} तक आराम करें, तब तक हम नहीं पूछेंगे। आखिरी बात डॉक्टर की।`,
  pauseUnclear: () => 'कितने दिन के लिए? PAUSE और 1 से 365 तक का नंबर भेजें, जैसे PAUSE 30।',
  resumed: () => 'फिर से स्वागत है! किसी को आपके खून की जरूरत होगी तो पूछेंगे।',
  gaveNoted: ({ next }) =>
    `खून देने के लिए धन्यवाद! अगली बार ${w.day(next)} से दिया जा सकता है। तब तक हम खून के लिए नहीं पूछेंगे।`,
  gaveLongAgo: () => 'खून देने के लिए धन्यवाद! अब आप फिर से खून दे सकते हैं।',
  gaveUnclear: () => 'खून किस दिन दिया? GAVE और तारीख भेजें, जैसे GAVE 12/10।',
  alertsEnded: () =>
    'ठीक है, अब हम आपसे खून के लिए नहीं पूछेंगे। फिर जुड़ना हो तो ON, सारी जानकारी मिटानी हो तो FORGET भेजें।',
  leftAlone: () => 'ठीक है, हम आपको परेशान नहीं करेंगे। कभी खून की जरूरत हो तो BLOOD भेजें।',
  wrongPersonNoted: () =>
    'तकलीफ के लिए माफ कीजिए। इस नंबर पर हम खून के लिए अब नहीं पूछेंगे। इसकी जानकारी मिटानी हो तो FORGET भेजें।',
  sorryForLossNotAsked: () =>
    'यह सुनकर बहुत दुख हुआ। अब हम इस नंबर पर खून के लिए नहीं पूछेंगे। कभी चाहें तो ON भेजें।',
  notADonor: () => 'आपका नाम अभी डोनर में नहीं है। खून देना चाहें तो JOIN भेजें।',
  myData: ({ name }) =>
    `हमारे पास आपका यह है: नंबर, ${name ? `नाम ${personName(name)}, ` : ''}भाषा, और पिछली बार कब बात हुई।`,
  myDataDonor: (p) =>
    `डोनर: ${w.group(p.group)}, पिन ${p.pin} (${placeName(p.place)}), ${sexes[p.sex]}, जन्म ${p.birthYear}। ${p.donations} बार खून दिया${p.last ? `, पिछली बार ${w.day(p.last)}` : ''}।`,
  myDataAgreed: ({ on, by }) => `आपने ${w.day(on)} को सहमति दी, ${agreedBy[by]}।`,
  myDataAgreedIn: ({ language }) => `यह बात आपको ${languageNames[language]} में बताई गई थी।`,
  myDataRest: ({ until }) => `अगली बार खून ${w.day(until)} से दिया जा सकता है।`,
  myDataPause: ({ until }) => `आपने ${w.day(until)} तक रुकने को कहा है। जल्दी लौटना हो तो ON।`,
  myDataNotAsked: () => 'इस नंबर पर हम खून के लिए नहीं पूछते, जैसा हमें कहा गया। फिर पूछें, इसके लिए ON।',
  myDataCalls: ({ calls }) =>
    calls
      ? 'खून की जरूरत पर हम आपको फोन करते हैं। मैसेज के लिए TEXTS।'
      : 'खून की जरूरत पर हम आपको मैसेज भेजते हैं। फोन के लिए CALLS।',
  myDataNumber: ({ shown }) =>
    shown
      ? 'जिससे हम आपको मिलाते हैं, उसे आपका नंबर दिख सकता है। न दिखाना हो तो HIDE।'
      : 'जिससे हम आपको मिलाते हैं, उसे आपका नंबर नहीं दिखता। दिखाना हो तो SHOW।',
  myDataMore: () => 'साथ में आपका वजन या ईमेल, जैसा ग्रुप की सूची में था।',
  myDataVolunteer: ({ place }) => `आप ${placeName(place)} के हमारे वॉलंटियर हैं।`,
  myDataRequests: ({ codes }) =>
    `आपके बताए अस्पताल, मरीज और मिलने वाले के नाम, इन कोड के साथ: ${codeList(codes)}।`,
  myDataJoining: () => 'साथ में जुड़ने के लिए अब तक आपने जो बताया।',
  myDataTelling: () => 'साथ में खून की जरूरत पर अब तक आपने जो बताया।',
  myDataAsked: ({ count, agreed, came, missed, sentHome }) =>
    `हमने आपसे खून के लिए ${count} बार पूछा। हाँ: ${agreed}, आना हुआ: ${came}, आना न हो पाया: ${missed}, डॉक्टर ने लौटाया: ${sentHome}।`,
  myDataSpoken: ({ count, days }) =>
    `फोन पर कही आपकी बात ज्यादा से ज्यादा ${days} दिन रखते हैं। अभी रिकॉर्डिंग: ${count}।`,
  myDataContacts: ({ count }) =>
    `दान के बाद हमने आपको कब खबर या याद भेजी (${count} बार), यह भी रखते हैं, ताकि दिखे कि काम आता है या नहीं।`,
  myDataStory: () => 'आपने हमारे पेज के लिए कहानी बताई है। मिटाने के लिए UNTELL भेजें।',
  myDataCamps: ({ count }) => `आपको इस साल ${count} कैंप का न्योता गया।`,
  myDataEnd: () =>
    `बस इतना ही। मैसेज बंद करने को कहें तो वह भी याद रखते हैं। कुछ गलत हो तो JOIN भेजकर फिर बताएँ। सब मिटाना: FORGET।`,
  prefersCalls: () => 'ठीक है, खून की जरूरत होने पर हम आपको फोन करेंगे। मैसेज चाहिए तो TEXTS भेजें।',
  prefersTexts: () => 'ठीक है, खून की जरूरत होने पर हम आपको मैसेज भेजेंगे। फोन चाहिए तो CALLS भेजें।',
  numberNotShown: (_, { number }) =>
    `ठीक है, अब डोनर या परिवार को आपका नंबर नहीं दिखेगा। बात करनी हो तो ${number} पर फोन करें, हम जोड़ देंगे। दिखाना हो तो SHOW भेजें।`,
  numberShown: () =>
    'ठीक है, अब जिससे हम आपको मिलाएँगे, उसे आपका नंबर दिख सकता है। न दिखाना हो तो HIDE भेजें।',
  mayGiveAgain: () =>
    'आपके आराम के दिन पूरे हुए, अब फिर खून दिया जा सकता है। किसी को जरूरत होगी तब हम पूछेंगे। और रुकना हो तो PAUSE 30।',
  ...hiCampMessages,
  ...hiAfterGiftMessages,
};
