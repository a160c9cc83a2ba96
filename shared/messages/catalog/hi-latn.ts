import type { Language } from '../../terms/language.ts';
import { toCalendar } from '../../terms/time.ts';
import { choiceOf } from '../format/choice-of.ts';
import { exampleTime, isAhead } from '../format/format-time.ts';
import { codeList, inLatinLetters } from '../format/truncate.ts';
import type { DonorChange, HelpReason } from '../message-keys.ts';
import { hiLatnAfterGiftMessages } from './after-gift/hi-latn.ts';
import { hiLatnCampMessages } from './camps/hi-latn.ts';
import type { Catalog, DeedWording } from './catalog.ts';
import { phrases } from './phrases.ts';

/*
 * Hindi in Latin letters, spelt as people text it, GSM-7 only. The forms fit a woman and a man ("aa sakein", not
 * "aa sakte"), and without the carrier's reserved words (docs/facts.md#india).
 */
const w = phrases['hi-Latn'];
const { hospitalName, personName, placeName, reasonText, truncate, typedCode } = inLatinLetters;
const sorry = (again: boolean | undefined): string =>
  again ? 'Maaf kijiye, samajh nahin aaya. ' : '';
const only = (again: boolean | undefined, digits: string): string =>
  again ? ` Sirf ${digits} bhejein.` : '';
const donorName = (name: string): string => personName(name) || 'Donor';
const patientName = (name: string): string => personName(name) || 'naam nahin bataya';
const given = (p: { given: number }): string =>
  p.given > 0 ? ` ${p.given} unit khoon mil chuka.` : '';
const found = (p: { confirmed: number; given: number; units: number }): string =>
  `${p.confirmed === 0 ? 'Abhi koi donor nahin mila.' : p.units === 1 ? 'Donor mil gaya.' : `${p.units} mein se ${p.confirmed} donor ${p.confirmed === 1 ? 'mila' : 'mile'}.`}${given(p)}`;
const withThem = (attendant: string | undefined): string =>
  attendant ? `, saath mein ${personName(attendant)}` : '';
/** Through our number, fullest first. */
const throughUs = (number: string): string[] => [
  `Baat karni ho to ${number} par phone karke 1 dabayein, aapka number nahin dikhega`,
  `Baat karni ho to ${number} par phone karke 1 dabayein`,
  `Phone ${number}, phir 1 dabayein`,
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
  const name = who ? `${who} se milein` : said ? 'Kisse milein, phone karke sunein' : '';
  if (phone) return [name ? `${name}, phone ${phone}` : `Phone ${phone}`];
  return throughUs(number).map((way) => (name ? `${name}. ${way}` : way));
};
const changes: Record<DonorChange, string> = {
  place: 'hospital badal gaya',
  time: 'samay badal gaya',
  person: 'milne wale ka naam badal gaya',
  phone: 'phone number badal gaya',
  more: 'badlaav',
};
const whyRefused = {
  'no-paper': 'Hospital ka parcha abhi dekhne ko nahin mila',
  'not-needed': 'Humein bataya gaya ki ab khoon ki zaroorat nahin hai',
  'not-true': 'Jaanch mein baat pakki nahin ho paayi',
  same: 'Isi khoon ke liye parivaar ki dusri maang par hum lage hain',
} as const;
const sexes = { woman: 'mahila', man: 'purush', other: 'anya' } as const;
const agreedBy = {
  text: 'message se',
  call: 'phone par',
  site: 'website par',
  import: 'group ki soochi se',
} as const;
const languageNames: Record<Language, string> = {
  en: 'English',
  hi: 'Hindi',
  'hi-Latn': 'English aksharon ki Hindi',
};
/** How each language is asked for. */
const languageOffers: Record<Language, string> = {
  en: 'angrezi (LANG EN)',
  hi: 'Hindi (LANG HI)',
  'hi-Latn': 'angrezi aksharon mein Hindi (LANG HINDI)',
};
/** The entries of the audit trail, by what was done to this phone. */
const deeds: DeedWording = {
  'on-duty': () => 'volunteer ki duty shuru',
  'off-duty': () => 'volunteer ki duty khatam',
  trusted: (whom) => `${whom} ki maang ab bina jaanch jaayegi`,
  'no-longer-trusted': (whom) => `${whom} ki maang ab phir jaanchi jaayegi`,
  removed: (whom) => `${whom} ab volunteer nahin hain`,
  shown: (whom) => `${whom} ke baare mein rakhi jaankari dekhi`,
  erased: (whom) => `${whom} ki saari jaankari mitayi`,
  blocked: (whom) => `${whom} ko ab jawab nahin milega`,
  unblocked: (whom) => `${whom} ko ab phir jawab milega`,
  'added-units': () => 'ek maang mein unit badhayi',
  rang: (whom) => `hotline se ${whom} ko phone kiya`,
  imported: () => 'ek list jodi',
  'showed-story': () => 'ek kahani dikhai',
  'removed-story': () => 'ek kahani hatai',
};
const neverPay = 'Kisi ko paise na dein.';

const familyNeeds: Record<HelpReason, string> = {
  group: 'Unhein blood group nahin pata. Pata karne mein madad karein, phir woh hamein likh dein.',
  far: 'Hospital hamare donor se bahut door hai. Wahan ka koi group jaante hon to batayein.',
  place:
    'Hospital ka shehar hamein nahin mila. Poochhein kahan hai, phir woh PIN code ya paas ka shehar likh dein.',
  unfinished:
    'Unhone khoon maangna shuru kiya, phir ruk gaye. Poochhein kya chahiye; woh hamare pichhle sandesh ka jawab dein ya phone karein.',
};

export const hiLatnMessages: Catalog = {
  // — anyone
  numberHidden: (_, { groupName, number }) =>
    `Yeh ${groupName} hai. Aapka number hamein dikh nahin raha, isliye na volunteer aap tak pahunch payenge, na donor. Kripya ${number} par phone karein.`,
  menu: (_, { groupName, number }) =>
    `${groupName}. Khoon chahiye to BLOOD bhejein. Dena ho to JOIN. Ya ${number} par phone karein. Angrezi: LANG EN. Sab mitana: FORGET.`,
  menuDonor: (_, { number }) =>
    `PAUSE 30: 30 din tak mujhse na poochhein. ON: phir se poochhein. GAVE 12/10: us din kahin aur diya. CALLS ya TEXTS: phone par ya likh kar poochhein. HIDE ya SHOW: mera number. LANG EN: angrezi. FORGET: saari jaankari mita dein. Khoon chahiye to BLOOD. Ya ${number} par phone karein.`,
  menuRequester: ({ code }) =>
    `Code ${code}. STATUS: ab tak kya hua. DONE: khoon mil gaya. CLOSE: ab zaroorat nahin. MORE 2: 2 unit aur. Dusre mareez ke liye: BLOOD.`,
  menuVolunteer: ({ coordinator }, { number }) =>
    `OK 4821: zaroorat sahi hai. NO 4821 aur wajah: sahi nahin hai. ON: main duty par hoon. OFF: duty khatam.${coordinator ? ' AUDIT: kisne kya kiya. TRUST aur phone number: us number ki baat bina jaanch aage jaayegi.' : ''} Ya ${number} par phone karke sunein: 1 yaani sahi.`,
  notUnderstood: (_, { number }) =>
    `Maaf kijiye, baat samajh nahin aayi. Khoon chahiye to BLOOD bhejein. Dena ho to JOIN. Baaki sab: MENU. Ya ${number} par phone karein.`,
  nothingToAnswer: () =>
    'Dhanyavaad. Abhi humne aapse kuch nahin poochha hai. Khoon chahiye to BLOOD bhejein. Baaki sab ke liye MENU.',
  textCameLate: ({ writtenAt }, { now }) =>
    `Maaf kijiye, aapka ${w.time(writtenAt, now)} ka sandesh hamein abhi mila, isliye kuch nahin kiya gaya. Baat ab bhi wahi ho to phir bhejein.`,
  bloodIsFree: () =>
    'Khoon ka koi paisa nahin lagta, hamari madad ka bhi nahin. Kisi ko paise na dein. Koi maange to hamare saathi ko batayein.',
  whoWeAre: (_, { groupName, number }) =>
    `Hum ${groupName} hain, mareezon ke liye khoon dene wale dhoondhte hain. Koi paisa nahin lagta. Baat karni ho to phone karein: ${number}.`,
  whereToCome: (p, context) => `Code ${p.code}: khoon yahan chahiye: ${w.where(p, context)}.`,
  whatToBring: () =>
    'Koi pehchaan patra layein. Khana kha kar aayein, aur ek din pehle se sharaab na lein.',
  doctorDecides: () =>
    'Khoon 18 se 65 saal tak de sakte hain. Bimari, dawa ya tattoo ho to blood bank ke doctor tay karte hain.',
  groupNeeded: ({ code, group }) =>
    `Code ${code}: mareez ka group ${w.group(group)} hai. Aapka group hamare paas galat ho to JOIN ke saath sahi group bhejein.`,
  howLongItTakes: () =>
    'Khoon dene mein jaanch aur aaraam ke saath kareeb ek ghanta lagta hai. Platelets mein do se teen ghante.',
  callUsInstead: (_, { number }) =>
    `Hum turant phone nahin kar paate. Aap kisi bhi samay ${number} par phone karein. Aa sakte hain to 1, nahin to 2 bhejein.`,
  sorryForLoss: () =>
    'Yeh sunkar bahut dukh hua. Is ghadi mein hum aapke aur aapke parivaar ke saath hain.',
  youAreWelcome: () => 'Koi baat nahin, hum din raat aapke saath hain. Baaki sab ke liye MENU.',
  pictureNotSeen: () =>
    'Maaf kijiye, yahan photo nahin khulti. Usmein jo hai, kripya likh kar bhejein. Khoon chahiye to BLOOD bhejein.',
  voiceNotHeard: (_, { number }) =>
    `Maaf kijiye, yahan awaaz ka sandesh nahin sun paate. Kripya do shabd likh dein, ya ${number} par phone karke batayein.`,
  languageSet: () => 'Theek hai, ab se hum aapko isi tarah Hindi mein likhenge.',
  languageUnknown: () => `Hum ${choiceOf(Object.values(languageOffers), 'ya')} likh sakte hain.`,
  forgetConfirm: ({ number }) =>
    `Saari jaankari mitane ke liye ${number} likh kar bhejein. Aapne nahin kaha ho to kuch na karein: kuch nahin badla hai.`,
  confirmWrong: () =>
    'Yeh woh number nahin jo humne bheja tha, isliye kuch nahin badla. Kripya dekh lein, ya phir se maangein.',
  forgotten: () =>
    'Aapki saari jaankari mita di gayi hai. Jab bhi chahein, phir aaiye: BLOOD ya JOIN bhejein.',
  forgetAfterRequest: () =>
    'Khoon ki aapki maang band kar di gayi, aur aapki saari jaankari mita di gayi. Phir khoon chahiye to BLOOD bhejein.',
  slowDown: () =>
    'Aapke phone se bahut sandesh aa rahe hain. Hum yahin hain. Kripya thodi der ruk kar phir likhein.',

  // — a family asks for blood
  askGroup: ({ again }) =>
    `${sorry(again)}Mareez ka blood group kya hai? Jaise B+ ya O-. Hospital ke parche par likha hota hai.`,
  askComponent: ({ again }) =>
    `${sorry(again)}Doctor ne kya maanga hai? 1 = khoon (ya pata nahin), 2 = packed red cells, 3 = platelets, 4 = plasma.${only(again, '1, 2, 3 ya 4')}`,
  askUnits: ({ again }) =>
    `${sorry(again)}Kitne unit (bottle) chahiye? 1 se 10 tak ka number bhejein.`,
  askHospital: ({ again }) =>
    `${sorry(again)}Mareez kis hospital mein hai, aur kis shahar mein? Pata na ho to wahan ka PIN code bhejein.`,
  hospitalNear: (p, context) =>
    `Jagah mil gayi. Kya mareez yahan hai: ${w.where(p, context)}? 1 = haan, 2 = nahin, dusra hospital.`,
  askPlace: ({ again }) =>
    `${sorry(again)}Hospital kis shahar mein hai? Shahar ka naam ya PIN code bhejein.`,
  askNeededBy: ({ again }, { now }) =>
    `${sorry(again)}Kab tak chahiye? 1 = abhi, 2 = aaj, 3 = kal. Ya din aur samay likhein, jaise ${w.time(exampleTime(now))}.`,
  askPatient: ({ again }) =>
    `${sorry(again)}Mareez ka naam kya hai?${again ? ' Sirf naam bhejein.' : ''}`,
  askAttendant: ({ again }) =>
    `${sorry(again)}Mareez ke saath kaun hai? Naam bhejein, taaki donor unhein dhoondh sake. Naam na dena ho to 1 bhejein.`,
  unitsTooMany: ({ max }) =>
    `Hum ek baar mein ${max} unit tak dhoondh sakte hain. Kitne chahiye? 1 se ${max} tak ka number bhejein.`,
  groupNotKnown: ({ rings }) =>
    `Khoon dene se pehle blood bank sample se group jaanchta hai. Nurse se abhi poochh lein.${rings ? ' Humne ek saathi se aapko phone karne ko kaha hai.' : ''} Pata chalte hi yahan bhejein, jaise B+.`,
  placeTooFar: ({ place, rings }) =>
    `${place} hamare donor ke liye bahut door hai, wahan hum nahin khoj sakte. Hospital ke blood bank se poochhein, paise kisi ko na dein.${rings ? ' Humne ek saathi se aapko phone karne ko kaha hai.' : ''} Hospital kahin aur ho to shehar ya PIN code bhejein.`,
  placeNotFound: ({ rings }) =>
    `Maaf kijiye, yeh shehar humein nahin mila. PIN code bhejein, ya paas ka bada shehar.${rings ? ' Humne ek saathi se phone karne ko kaha hai.' : ''}`,
  groupUnclear: () =>
    'Kaun sa group, theek se batayein: + ya - ke saath, jaise B+ ya B-. Hospital ke parche par likha hai. Pakka na ho to nurse se poochh lein.',
  requestSummary: (p, context) =>
    `Dekh lijiye: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Mareez: ${p.said ? 'jaisa aapne bola' : patientName(p.patient)}.${p.attendant ? ` Hospital mein: ${personName(p.attendant)}.` : ''} Sab sahi hai to 1 bhejein. Kuch galat hai to sirf wahi sahi likh dein, jaise "3 unit".`,
  contactNoted: ({ phone }) =>
    `Hamare saathi aur donor aapke nahin, ${phone} number par phone karenge. Galat ho to sahi number bhejein.`,
  needsNoted: ({ count }) =>
    `Aapke message mein ${count} alag zarooratein hain. Ek-ek karke lete hain: pehle yeh, phir agli poochhenge.`,
  nextNeed: ({ group }) => `Ab dusri zaroorat, ${w.group(group)} ke liye.`,
  needsByDay: ({ code, byDay }, { now }) =>
    `${code ? `Code ${code}, din` : 'Din'} ke hisaab se: ${byDay.map((day) => `${w.by(day.neededBy, false, now)}: ${w.units(day.units)}`).join(', ')}. Har din ke liye donor se samay par poochhenge.`,
  summaryUnclear: () =>
    'Maaf kijiye, baat samajh nahin aayi. Kuch galat ho to bas sahi baat likhein, jaise 3 unit.',
  requestDropped: () =>
    'Theek hai, abhi kisi ko kuch nahin bheja gaya. Baad mein khoon chahiye to BLOOD bhejein.',
  requestOpened: ({ code }) =>
    `Code ${code}: aapki baat saathiyon tak pahunch gayi. Woh phone karenge. Hospital ka parcha paas rakhein. ${neverPay} Haal: STATUS.`,
  requestOpenedContact: ({ code, phone }) =>
    `Code ${code} hamare saathiyon ke paas hai. Ve ${phone} par phone karenge. Parcha paas rakhein. ${neverPay} Haal: STATUS.`,
  requestStarted: ({ code }) =>
    `Code ${code}: hamare saathi aapko phone karenge. Hospital kaun sa hai? Naam aur shahar likh kar bhejein. ${neverPay}`,
  requestOpenedTrusted: ({ code }) =>
    `Code ${code}: hum abhi donors se poochh rahe hain. ${neverPay} Haal jaanne ke liye STATUS bhejein.`,
  requestAlreadyOpen: (p) =>
    `Yeh baat hamare paas hai: code ${p.code}, ${w.group(p.group)}. ${found(p)} Dusre mareez ke liye BLOOD bhejein.`,
  tooManyRequests: ({ max }) =>
    `Aapki ${max} maang hamare paas hain, ek saath itni hi dekh sakte hain. Ek poori ho jaaye to uske code ke saath DONE ya CLOSE bhejein.`,
  requestWithMoreVolunteers: ({ code }) =>
    `Code ${code}: abhi koi saathi khaali nahin mila, isliye humne aur saathiyon se kaha hai. Phone paas rakhein.`,
  requestWithCoordinators: ({ code }) =>
    `Code ${code}: aapki baat ab hamare coordinator ke paas hai. Kripya phone paas rakhein.`,
  requestWaits: ({ code }) =>
    `Code ${code}: abhi koi saathi khaali nahin hai. Hum koshish kar rahe hain. Blood bank se bhi poochhein. ${neverPay}`,
  requestUnchecked: ({ code }) =>
    `Code ${code}: abhi kisi saathi ne jaanch nahin ki, isliye donor se nahin poochha gaya. Hum saathiyon se phir keh rahe hain. Blood bank se bhi poochhein.`,
  familyNotReached: ({ code }, { number }) =>
    `Code ${code}: hamare saathi ne phone kiya, baat nahin hui. Phone chaalu aur paas rakhein, hum phir karenge. Ya humein phone karein: ${number}.`,
  requestVerified: ({ code, askFrom }, { now }) =>
    `Code ${code}: jaanch ho gayi. ${askFrom ? `Donors se hum ${w.time(askFrom, now)} se poochhenge.` : 'Hum donors se poochh rahe hain.'} Koi aa sake to turant batayenge. ${neverPay}`,
  requestRefused: ({ code, reason, why }, { number }) =>
    `Maaf kijiye, code ${code} par hum abhi aage nahin badh sakte.${why ? ` ${whyRefused[why]}.` : reason ? ` Saathi ka kehna hai: ${reasonText(reason)}.` : ''} Khoon ab bhi chahiye to saathi se baat karein: ${number} par phone karke 0 dabayein. Blood bank se bhi poochhein.`,
  requestRefusedAloud: ({ code }, { number }) =>
    `Maaf kijiye, code ${code} par hum aage nahin badh sakte. Saathi ne wajah bol kar batayi hai: sunne ke liye ${number} par phone karein.`,
  requestNotSent: ({ ask }, context) =>
    ask
      ? `Aapki maang abhi adhoori hai, isliye hum donor nahin khoj pa rahe. ${hiLatnMessages[ask]({}, context)}`
      : `Aapki maang abhi aage nahin gayi hai: bhejne ke liye 1 likhein. Kuch galat ho to sirf wahi likhein. Ya ${context.number} par phone karein.`,
  callCut: ({ ask }, context) =>
    ask
      ? `Aapka phone kat gaya. Kuch khoya nahin hai: ${context.number} par phir phone karein, ya yahin jawab dein. ${hiLatnMessages[ask]({}, context)}`
      : `Aapka phone kat gaya. Sab likh liya hai: bhejne ke liye yahan 1 likhein, ya ${context.number} par phir phone karein.`,
  volunteerWillCall: (_, { number }) =>
    `Aapka phone aaya tha. Hamare saathi khaali hote hi aapko phone karenge. Aap bhi phone kar sakte hain: ${number}. ${neverPay}`,
  noCallAtNight: (_, { number }) =>
    `Aapki missed call mili. Raat mein naye number par phone nahin karte. Abhi khoon chahiye to ${number} par phone karein, ya BLOOD bhejein.`,
  calledBackInVain: (_, { number }) =>
    `Missed call par humne phone kiya, baat nahin hui. Phir missed call dein, ya ${number} par phone karein. Khoon chahiye to BLOOD bhejein.`,

  // — how it stands
  statusVerifying: ({ code }) =>
    `Code ${code}: hamare saathi jaanch kar rahe hain, aapko phone aa sakta hai. Phone paas rakhein.`,
  statusSearching: (p) =>
    `Code ${p.code}: ${p.asked > 0 ? `${p.asked} donor se poochha. ${found(p)}` : p.nobody ? 'abhi poochhne ko koi donor nahin mila.' : 'ab donors se poochhne ja rahe hain.'} Hum dhoondh rahe hain.`,
  statusCovered: (p) =>
    `Code ${p.code}: donor poore mil gaye, ${p.units} mein se ${p.confirmed}.${given(p)} Saara khoon mil jaaye to DONE bhejein.`,
  dayBegun: ({ code, units, neededBy }, { now }) =>
    `Code ${code}: ab hum ${w.units(units)} ke liye donor se poochh rahe hain, ${w.by(neededBy, false, now)} chahiye.`,
  dayAhead: (p, { now }) =>
    `Code ${p.code}: abhi ke liye donor mil gaye, ${p.units} mein se ${p.confirmed}. Baaki ${w.by(p.neededBy, false, now)} chahiye, uske liye ek din pehle poochhenge.`,
  statusDonor: ({ code, donor, arriveBy, asap, phone }, { now }) =>
    `Code ${code}: ${donorName(donor)} khoon dene aa rahe hain, ${w.by(arriveBy, asap, now)} pahunchne ki baat hai${phone ? `, phone ${phone}` : ''}.`,
  statusNone: () => 'Abhi aapki koi maang hamare paas nahin hai. Khoon chahiye to BLOOD bhejein.',
  howToClose: ({ codes }) =>
    `Ab khoon ki zaroorat na ho to ${codes.length > 1 ? `CLOSE aur code (${codeList(codes)})` : ['CLOSE', ...codes].join(' ')} bhejein, sabko hum bata denge.`,
  donorComing: (p, { now, number }) =>
    (p.phone ? [`Phone ${p.phone}`] : throughUs(number)).map(
      (way) =>
        `Code ${p.code}: ${personName(p.donor) || 'ek donor'} ne ${w.by(p.arriveBy, p.asap, now)} aane ki haan kahi hai. ${way}. Asli donor ko code pata hoga, poochh lein. ${neverPay} ${found({ ...p, given: 0 })}`,
    ),
  donorNewTime: ({ code, donor, arriveBy }, { now }) =>
    `Code ${code}: ${donorName(donor)} ka aana ab ${w.time(arriveBy, now)} tak hoga.`,
  donorDropped: ({ code, donor }) =>
    `Code ${code}: ${donorName(donor)} ka aana ab nahin ho payega. Ghabraiye nahin, hum dusra donor dhoondh rahe hain.`,
  donorDidNotCome: ({ code, donor }) =>
    `Code ${code}: ${donorName(donor)} ke pahunchne ki khabar nahin mili. Hum dusra donor dhoondh rahe hain.`,
  donorTurnedAway: ({ code, donor }) =>
    `Code ${code}: doctor ne ${donorName(donor)} ko aaj khoon dene se mana kiya hai. Hum dusra donor dhoondh rahe hain.`,
  donorArrived: ({ code, donor, phone }, { number }) =>
    (phone ? [`Phone ${phone}`] : throughUs(number)).map(
      (way) =>
        `Code ${code}: ${donorName(donor)} ne bataya hai ki hospital pahunch gaye. Blood bank par abhi mil lein. ${way}.`,
    ),
  bankShut: ({ code, donor, phone }, { number }) =>
    (phone ? [`Phone ${phone}`] : throughUs(number)).map(
      (way) =>
        `Code ${code}: ${donorName(donor)} ne bataya hai ki blood bank abhi khoon nahin le pa raha. Wahan poochhein, kab lega ya dusra kaun sa lega. Samay ya jagah badle to yahin likhein, donor ko hum batayenge. ${neverPay} ${way}.`,
    ),
  unitGiven: (p) =>
    `Code ${p.code}: achchhi khabar! Ab tak ${p.units} mein se ${p.given} unit khoon mil gaya.`,
  requestFulfilled: ({ code, units }, { groupName }) =>
    `Code ${code}: ${units === 1 ? 'khoon mil gaya' : `poore ${units} unit khoon mil gaya`}. Mareez jaldi theek ho jaayein, hamari yahi dua hai. ${groupName}`,
  requestStillNeeded: ({ code }) =>
    `Code ${code}: samay ho gaya hai. Kya khoon ab bhi chahiye? 1 = ab bhi chahiye, 2 = ab nahin chahiye.`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `Code ${code}: hum ${w.time(neededBy, now)} tak dhoondhte rahenge.`,
  requestExtendedUnchecked: ({ code, neededBy }, { now }) =>
    `Code ${code}: maang ${w.time(neededBy, now)} tak khuli hai. Jaanch abhi nahin hui, isliye kisi donor se nahin poochha gaya. Blood bank se bhi poochhein.`,
  requestExpired: ({ code, given: some, units }) =>
    [' Mareez jaldi theek ho jaayein.', ''].map(
      (wish) =>
        `Code ${code}: samay poora hone par yeh maang band ho gayi.${some && units ? ` ${units} mein se ${some} unit khoon mil gaya tha.` : ''} Khoon ab bhi chahiye to BLOOD bhejein.${wish}`,
    ),
  requestClosed: ({ code }) =>
    `Code ${code}: yeh maang band kar di gayi, ab hum kisi se nahin poochhenge.`,
  unitsAdded: ({ code, units }) =>
    `Code ${code}: ab humne kul ${w.units(units)} khoon likh liya hai.`,
  askMoreAgain: ({ code, more, at, units }, { now }) =>
    `Code ${code}: ${w.time(at, now)} hum ${more} unit jod chuke hain. Kya ${more} aur, kul ${w.units(units)}? 1 = haan, 2 = nahin.`,
  unitsNotAdded: ({ code, max }) =>
    `Code ${code}: hum aur nahin jod sakte. Ek baar mein ${max} unit tak dhoondhte hain. Hospital ke blood bank se bhi poochhein.`,
  searchWidened: ({ code }) =>
    `Code ${code}: paas ke donors se poochh liya, ab door ke donors se poochh rahe hain. Hum lage hue hain.`,
  everyoneAsked: ({ code, byExchange, alone }) =>
    `Code ${code}: abhi jin donors se poochh sakte the, sabse poochh liya.${alone ? '' : ' Coordinator ko bata diya hai, ve phone se koshish karenge.'}${byExchange ? '' : ' Blood bank se bhi poochhein: kai jagah kisi bhi group ke donor ke badle khoon milta hai.'} ${neverPay}`,
  likelyAsked: ({ code, byExchange, alone }) =>
    `Code ${code}: jo donor samay par aa sakte the, sabse poochh liya.${alone ? '' : ' Coordinator ko bata diya hai, ve phone se koshish karenge.'}${byExchange ? '' : ' Blood bank se bhi poochhein: kai jagah kisi bhi group ke donor ke badle khoon milta hai.'} ${neverPay}`,
  doneWithoutDonor: ({ code }) =>
    `Code ${code}: abhi hamare kisi donor ne haan nahin kahi. Khoon ab nahin chahiye to CLOSE bhejein. Chahiye to hum lage hue hain.`,
  whichRequest: ({ codes }) =>
    `Aapki ek se zyada maang hain: ${codeList(codes)}. Wahi shabd phir se bhejein, saath mein uska code.`,

  // — a family corrects its open request, or has news
  correctAsk: (p, context) =>
    `Code ${p.code}: ${p.oldGroup ? `${w.group(p.oldGroup)} nahin, ${w.group(p.group)}? ` : ''}Kya ab aisa kar dein: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}? 1 = badal dein, 2 = pehle jaisa rahe. Dusre mareez ke liye BLOOD.`,
  requestCorrected: (p, context) =>
    `Code ${p.code} ab aisa hai: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Donor aur saathiyon ko jo jaanna hai, hum bata rahe hain.`,
  namesCorrected: ({ code, patient, attendant, phone }) =>
    `Code ${code}: likh liya, dhanyavaad. Mareez: ${patientName(patient)}.${attendant ? ` Hospital mein: ${personName(attendant)}.` : ''}${phone ? ` Phone ${phone}.` : ''}`,
  requestKept: ({ code }) => `Theek hai, code ${code} pehle jaisa hi hai.`,
  donorsExpected: ({ code, confirmed, arriveBy, asap }, { now }) =>
    `Code ${code}: ${confirmed} donor ko ${w.by(arriveBy, asap, now)} aana hai. Humne unse poochha hai. Na aayein to hum dusre dhoondhenge.`,
  donorsThere: ({ code, count }) =>
    `Code ${code}: ${count} donor ne bataya hai ki hospital pahunch gaye hain. Kripya blood bank mein dekhein, sachche donor ko code pata hai.`,
  askFoundElsewhere: ({ code }) =>
    `Code ${code}: kya hum ise band karke donors ko bata dein? 1 = band karein, 2 = khoon ab bhi chahiye. Hamare donor ne diya ho to DONE bhejein.`,
  askCloseAfterLoss: ({ code }) =>
    `Code ${code} band karne ke liye 1 bhejein, ya baad mein CLOSE ${code}. Khoon ab bhi chahiye to 2 bhejein.`,
  askWhoGave: ({ code }) =>
    `Code ${code}: yeh khoon kisne diya? 1 = hamare donor ne, 2 = kahin aur se mila, 3 = abhi nahin mila.`,

  // — verifiers and coordinators
  verifyAsk: (p, context) =>
    p.unplaced
      ? `Code ${p.code}: abhi ${p.phone} par phone karein. ${w.group(p.group)} ${w.component(p.component)} ${w.by(p.neededBy, p.asap, context.now)} chahiye, hospital pata nahin. Poochhein kahan aur kitne unit, phir ${context.number} par phone karke likhwayein. Phir sahi: OK ${p.own ?? p.code}. Nahin: NO ${p.own ?? p.code} aur wajah.`
      : `Code ${p.code} jaanchiye: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Mareez: ${p.said ? `naam sunein: ${context.number}` : patientName(p.patient)}${withThem(p.attendant)}. Phone ${p.phone}. Poochhein: parcha hai? Blood bank khula hai? Ghar se kisne diya? Kahein: kisi ko paise na dein. Sahi: OK ${p.own ?? p.code}. Nahin: NO ${p.own ?? p.code} aur wajah.`,
  verifyCorrected: (p, context) =>
    `Parivaar ne code ${p.code} badla hai: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Mareez: ${p.said ? `naam sunein: ${context.number}` : patientName(p.patient)}${withThem(p.attendant)}. Phone ${p.phone}. ${p.waiting ? `Sahi: OK ${p.own ?? p.code}. Nahin:` : 'Sahi na ho to'} NO ${p.own ?? p.code} aur wajah.`,
  verifyAlike: ({ code, codes }) =>
    `Code ${code} aur ${codeList(codes)} ek jaise lagte hain: wahi group aur ilaaka, naam ya number bhi milta hai. Parivaar se poochhein. Ek hi zaroorat ho to NO, apna code aur SAME bhejein.`,
  familyNeedsHelp: ({ phone, why }) =>
    `Ek parivaar ko madad chahiye, kripya ${phone} par phone karein. ${familyNeeds[why]} Unse kahein: paise kisi ko na dein.`,
  verifyTaken: ({ code, by, ok }) =>
    `Code ${code}: ${personName(by) || 'dusre saathi'} ne ${ok ? 'jaanch li, sahi hai' : 'mana kar diya hai'}. Ab aapko kuch nahin karna. Dhanyavaad.`,
  verifyThanksOk: ({ code, askFrom }, { now }) =>
    `Dhanyavaad. Code ${code}: ${askFrom ? `donors se ${w.time(askFrom, now)} se poochhenge` : 'ab donors se poochh rahe hain'}. Parivaar ko khabar de di.`,
  verifyThanksNo: ({ code, kept }) =>
    `Dhanyavaad. Code ${code} aage nahin jaayega. Parivaar ko hum ${kept ? 'apne shabdon mein ' : ''}bata denge.${kept ? ' Ilzaam, paise ki baat, link ya number aage nahin pahunchate.' : ''}`,
  verifyHow: ({ code, own = code }) =>
    `Dhanyavaad. Code ${code} ke liye aapka apna code: zaroorat sahi hai to OK ${own}, sahi nahin hai to NO ${own} aur wajah.`,
  ownCodesPaused: () =>
    'Aapke phone se galat code aaye. Ek ghante tak hum code nahin lenge. Hum aapko phone karenge: kripya button dabakar jawab dein.',
  verifyNotReached: ({ code, own = code, callAgainAt }, { now }) =>
    isAhead(callAgainAt, now)
      ? `Koshish ke liye dhanyavaad. Code ${code} khula hai, parivaar se kaha hai ki phone chaalu rakhein. Phir phone kar lein, hum ${w.time(callAgainAt, now)} yaad dilayenge. Baat sahi na ho to NO ${own} aur wajah bhejein.`
      : `Koshish ke liye dhanyavaad. Code ${code} khula hai: kuch minute mein phir phone kar lein. Baat sahi na ho to NO ${own} aur wajah bhejein.`,
  verifyLater: ({ code, own = code }) =>
    `Koi baat nahin. Code ${code} khula hai, tab tak dusre saathi se bhi poochh sakte hain. Baat ho jaye to OK ${own}, ya NO ${own} aur wajah.`,
  verifySameOver: ({ code, own = code }) =>
    `Is zaroorat ka koi aur khula code nahin mila, to ${code} khula hai. Alag se dekh lein: sahi ho to OK ${own}, nahin to NO ${own} aur wajah.`,
  verifyAlready: ({ code }) =>
    `Dhanyavaad. Code ${code} ka faisla ho chuka hai, ab kuch nahin karna.`,
  verifyUnknown: ({ code }) =>
    code
      ? `Code ${typedCode(code)} ki koi maang jaanch ke liye nahin hai. Kripya code phir se dekh lein.`
      : 'Abhi aapke liye koi maang jaanch ke liye nahin hai. Dhanyavaad.',
  verifyWhich: ({ codes }) =>
    `Ek se zyada maang jaanch ke liye hain: ${codeList(codes)}. Hamare sandesh mein uska jo aapka code hai, wahi likhein.`,
  callerWaits: ({ at, phone }, { now }) =>
    `${phone} se ${w.time(at, now)} phone aaya tha, koi saathi khaali nahin tha aur phone kat gaya. Kripya unhein phone karein.`,
  verifyUnplaced: ({ code }, { number }) =>
    `Code ${code}: hospital abhi pata nahin, isliye kisi donor se nahin poochh sakte. Gharwalon se poochhein, phir ${number} par phone karke likhwayein.`,
  verifyOwn: ({ code }) =>
    `Code ${code} aapki apni maang hai, iski jaanch koi dusre saathi karenge. Mareez jaldi theek ho jaayein.`,
  verifyOffDuty: () => 'Abhi aap duty par nahin hain. Pehle ON bhejein, phir apna jawab.',
  verifyBankShut: ({ code, hospital, phone }) =>
    `Code ${code}: ek donor ne bataya, ${hospitalName(hospital)} ka blood bank abhi khoon nahin le pa raha. Parivaar ke saath pata karein: kab lega, ya aur kahan? ${phone}.`,
  verifyEnd: ({ code, units }) =>
    `Code ${code}, jiski jaanch aapne ki: ${units === 1 ? 'khoon mil gaya' : `poore ${units} unit khoon mil gaya`}. Yeh aapki badaulat hua. Dhanyavaad.`,
  verifyEndClosed: ({ code }) =>
    `Code ${code} ab band hai, kuch aur nahin karna. Saath dene ke liye dhanyavaad.`,
  coordinatorEveryoneAsked: (p, context) =>
    `Code ${p.code} ko aapki zaroorat hai: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Abhi ${p.missing} unit kam. Poochha: ${p.asked}, mana: ${p.saidNo}, chup: ${p.silent}, door/der: ${p.unlikely}. Kripya phone se koshish karein. Parivaar: ${p.phone}. ${neverPay}`,
  dutyOn: ({ zone }) =>
    `Aap ${placeName(zone)} ke liye duty par hain. Jaanch ka kaam aane par hum likhenge. Duty khatam: OFF.`,
  moreToVerify: ({ count }) =>
    count === 1
      ? 'Pehle yeh jaanchiye. Jaanch ke liye 1 maang aur hai, inke baad aapke paas aayegi.'
      : `Pehle yeh jaanchiye. Jaanch ke liye ${count} maang aur hain, ek-ek karke aapke paas aayengi.`,
  dutyOff: () => 'Aapki duty khatam. Aaraam kijiye. Wapas aane par ON bhejein.',
  trustSet: ({ phone, trusted }) =>
    trusted
      ? `${phone} par ab bharosa hai. Iski maang bina jaanch donors tak jaayegi.`
      : `${phone} ki maang ab pehle jaanchi jaayegi.`,
  trustConfirm: ({ phone, number }) =>
    `${phone} ki maang bina jaanch aage jaaye, iske liye ${number} likh kar bhejein. Aapne nahin kaha to kuch na bhejein, group ko batayein.`,
  trustNews: ({ phone, trusted, by, byOperator }) =>
    `${phone} ${trusted ? 'par ab bharosa hai: iski maang bina jaanch jaayegi' : 'ki maang ab jaanchi jaayegi'}. Tay kiya: ${byOperator ? w.operator : personName(by) || 'coordinator'}. Galat ho to apne group ko batayein.`,
  roleNews: ({ who, phone, place, coordinator }) =>
    `${personName(who) || phone} ab ${placeName(place)} ke ${coordinator ? 'coordinator' : 'verifier'} hain, phone ${phone}. Galat ho to apne group ko batayein.`,
  roleEnded: ({ who, phone, coordinator }) =>
    `${personName(who) || phone}, phone ${phone}, ab ${coordinator ? 'coordinator' : 'verifier'} nahin hain. Galat ho to apne group ko batayein.`,
  trustUnclear: () => 'Kaun sa phone number? Aise bhejein: TRUST 9415012345.',
  messageLeft: ({ seconds, link }) =>
    `Kisi ne hamare saathi se baat karni chaahi, par koi khaali nahin tha. ${seconds} second ki baat chhodi hai. Sun kar unhein phone karein: ${link}`,
  familyLink: ({ code, link }) =>
    `Is panne par request ${code} ka haal har samay dikhta hai. Link apne parivaar mein hi rakhein: ${link}`,
  loginCode: ({ code }) =>
    `${code} website ke liye aapka code hai. Aapne nahin maanga to chhod dein. Kisi ko na batayein.`,
  coordinatorsOnly: () => 'Yeh sirf coordinator kar sakte hain. Kripya apne coordinator se kahein.',
  auditTrail: () => 'Kisne kya kiya, naya pehle. Har number ke sirf aakhri teen ank dikhte hain.',
  auditEntry: ({ at, deed, byPhone, ofPhone }) =>
    `${w.time(at)}, ${byPhone || w.operator}: ${deeds[deed](ofPhone)}.`,
  auditEmpty: () => 'Audit mein abhi kuch nahin likha hai.',

  // — a donor is asked
  alert: (p, context) => {
    const need = `${w.needForDonor(p)} chahiye`;
    const where = w.where(p, context);
    const time = w.by(p.arriveBy, p.asap, context.now);
    const to = context.answerNumber;
    const choice = `Aap ${time} aa sakein to 1, nahin to 2`;
    const end = `Code ${p.code}. ${neverPay}`;
    const rest = `${choice} bhejein${to ? ` ${to} par` : ''}. ${end}`;
    const short = `${time} aa sakein to 1, nahin to 2${to ? `: ${to}` : ''}. ${end}`;
    return [
      `${context.groupName}: ${need}, ${where}. ${rest}`,
      `${context.groupName}: ${need}, ${where}. ${short}`,
      `${need}, ${where}. ${rest}`,
      `${need}, ${hospitalName(p.hospital)}. ${rest}`,
      to
        ? `${w.needForDonor(p)}, ${truncate(p.hospital, 14)}, ${time}. Haan 1, nahin 2: ${to}. ${end}`
        : `${need}, ${truncate(p.hospital, 20)}. ${rest}`,
    ];
  },
  alertAgain: (p, context) => {
    const bare = w.needForDonor(p);
    const need = `Phir zaroorat hai: ${bare}`;
    const time = w.by(p.arriveBy, p.asap, context.now);
    const to = context.answerNumber;
    const choice = `Aap ${time} aa sakein to 1, nahin to 2`;
    const end = `Code ${p.code}. ${neverPay}`;
    const rest = `${choice} bhejein${to ? ` ${to} par` : ''}. ${end}`;
    return [
      `${need}, ${w.where(p, context)}. ${rest}`,
      `${need}, ${hospitalName(p.hospital)}. ${rest}`,
      `Phir: ${bare}, ${truncate(p.hospital, 14)}. ${choice}${to ? `: ${to}` : ''}. ${end}`,
    ];
  },
  alertThanksNo: ({ code }) =>
    `Koi baat nahin, batane ke liye dhanyavaad. Code ${code} ke liye hum kisi aur se poochh lenge.`,
  alertNoLate: ({ code }) =>
    `Koi baat nahin, batane ke liye dhanyavaad. Code ${code} ke liye abhi kisi aur ko nahin aana hai.`,
  alertYesConfirmed: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Dhanyavaad! Code ${p.code}: kripya ${w.where(p, context)} aa jaayein, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Code ${p.code} batayein. ${p.asap ? 'Kuch kha kar aayein, sharaab na lein.' : 'Khaana kha kar aur neend poori karke aayein, ek din pehle se sharaab na lein.'} ID card laayein. ${neverPay} Na aa sakein to DROP bhejein. Khoon de dein to DONE bhejein.`,
    ),
  familyIsAt: ({ code, hospital }, context) =>
    `Code ${code}: parivaar yahan: ${w.where({ hospital, place: '' }, context)}. Khoon blood bank mein dete hain.`,
  alertYesStandby: ({ code }) =>
    `Dhanyavaad! Code ${code} ke liye abhi donor poore hain, agla number aapka hai. Zaroorat padi to hum likhenge. ${neverPay}`,
  alertYesCovered: ({ code }) =>
    `Dhanyavaad! Code ${code} ke liye donor poore ho gaye, aapko aana nahin hai. Achchha laga ki aap saath hain.`,
  alertYesReserve: ({ code }) =>
    `Dhanyavaad! Code ${code} ke liye donor poore ho gaye, aapko aana nahin hai. Jagah khaali hui to pehle aap logon se poochhenge.`,
  alertYesClosed: ({ code }) =>
    `Dhanyavaad! Code ${code} ke liye ab khoon nahin chahiye, aapko aana nahin hai. Achchha laga ki aap saath hain.`,
  alertYesNotYet: ({ code, from }) =>
    `Dhanyavaad! Aapki sehat ke liye ${w.day(from)} tak aaraam zaroori hai, isliye code ${code} ke liye na aayein. Hum phir poochhenge.`,
  alreadyConfirmed: ({ code, hospital, arriveBy, asap }, { now }) =>
    `Code ${code}: aapki haan mili hai. ${hospitalName(hospital)}, ${w.by(arriveBy, asap, now)}. Na aa sakein to DROP bhejein. ${neverPay}`,
  ownTimeNoted: ({ code, hospital, arriveBy }, { now }) =>
    `Dhanyavaad, likh liya: ${hospitalName(hospital)}, ${w.time(arriveBy, now)} tak, code ${code}. Na aa sakein to DROP bhejein. ${neverPay}`,
  ownTimeTooLate: ({ code, neededBy, asap }, { now }) =>
    `Dhanyavaad! Code ${code}: khoon ${w.by(neededBy, asap, now)} chahiye. Kya aur jaldi aa sakte hain? 1 = haan, 2 = nahin.`,
  ownTimeTooLateAgreed: ({ code, neededBy, asap }, { now }) =>
    `Batane ke liye dhanyavaad. Code ${code}: khoon ${w.by(neededBy, asap, now)} chahiye. Aur jaldi na aa sakein to DROP bhejein.`,
  alreadyStandby: ({ code }) =>
    `Code ${code}: agla number aapka hai, zaroorat padi to hum likhenge. Ab na aa sakein to DROP bhejein.`,
  alreadySaidNo: ({ code }) =>
    `Code ${code}: aapne bata diya tha ki aana nahin ho payega, koi baat nahin. Ab aa sakein to 1 ${code} bhejein.`,
  alreadyGiven: ({ code }) => `Code ${code}: aapka khoon dena likha ja chuka hai. Dhanyavaad!`,
  codeUnknown: ({ code }) =>
    `Is phone se code ${typedCode(code)} ke liye nahin poochha gaya. Kripya code phir se dekh lein.`,
  alertCovered: ({ code }) =>
    `Code ${code} ke liye donor poore ho gaye, ab aapko aana nahin hai. Dhanyavaad.`,
  alertNoLongerNeeded: ({ code }) =>
    `Code ${code} ke liye ab khoon nahin chahiye, aapko aana nahin hai. Dhanyavaad.`,
  plateletsVisit: ({ code }) =>
    `Code ${code}: platelets dene mein 3 ghante tak lagte hain. 3 din mein aspirin li ho to DROP bhejein. Kis blood bank jaana hai, parivaar se poochh lein.`,
  standbyPromoted: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Code ${p.code}: aapki zaroorat hai! ${w.where(p, context)} aayein, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Code batayein. Kha kar aayein, ID laayein. ${neverPay} Na aa sakein to DROP, khoon dekar DONE.`,
    ),
  standbyReleased: ({ code }) =>
    `Code ${code}: ab aapko aana nahin padega. Taiyaar rehne ke liye bahut dhanyavaad.`,
  donorStandDown: ({ code }) =>
    `Code ${code}: ab khoon nahin chahiye, kripya na aayein. Aap raste mein hon to hamein maaf karein. Dil se dhanyavaad.`,
  donorCorrected: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Code ${p.code} mein ${changes[p.what]} hai. Kripya ${w.where(p, context)} aayein, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Code batayein. ${neverPay} Na aa sakein to DROP.`,
    ),
  donorReleased: ({ code, fewer }) =>
    `Code ${code}: kripya ab na aayein. ${fewer ? 'Jitna bataya tha usse kam khoon chahiye' : 'Jo bataya tha usse alag khoon chahiye'}. Aap raste mein hon to maaf karein. Dhanyavaad!`,
  alertChanged: ({ code, moved }) =>
    `Code ${code} badal gaya hai: ${moved ? 'khoon ab dusri jagah chahiye' : 'ab alag khoon chahiye'}, aapko aana nahin hai. Dhanyavaad.`,
  donorReminder: ({ code, hospital, arriveBy, asap }, { now }) =>
    `Code ${code}: ${hospitalName(hospital)} mein ${w.by(arriveBy, asap, now)} aana hai. Kha kar aayein. ${neverPay} Na aa sakein to DROP.`,
  askArrived: ({ code, hospital }) =>
    `Code ${code}, ${hospitalName(hospital)}: aap kahan hain? 1 = hospital mein, 2 = raste mein, 3 = aana nahin ho payega. ${neverPay}`,
  arrivedThanks: ({ code, ...them }, { number }) =>
    askFor(them, number).map(
      (ask) =>
        `Dhanyavaad! ${ask}. Blood bank mein code ${code} batayein. Khoon de dein to DONE bhejein. Doctor mana kar de to DROP bhejein.`,
    ),
  bankShutNoted: ({ code }) =>
    `Batane ke liye dhanyavaad. Code ${code}: humne parivaar ko bata diya. Ho sake to wahin rukein. Samay ya jagah badli to hum likhenge. Na ruk sakein to DROP.`,
  familyAskedIfNeeded: ({ code }) =>
    `Batane ke liye dhanyavaad. Code ${code}: hum parivaar se poochh rahe hain, zaroorat na rahi to batayenge. Khoon de diya ho to DONE.`,
  whenComing: ({ code }) =>
    `Batane ke liye dhanyavaad. Code ${code}: hospital kitne baje tak pahunchenge? Samay likhein, jaise shaam 7 baje. Na aa sakein to DROP.`,
  onTheWayThanks: ({ code }) =>
    `Dhanyavaad, aaraam se aaiye. Hospital mein code ${code} batayein. Khoon de dein to DONE bhejein. ${neverPay}`,
  askGave: ({ code }) =>
    `Code ${code}: kya khoon dena ho gaya? 1 = khoon de diya, 2 = doctor ne mana kiya, 3 = abhi nahin.`,
  noShowNotice: ({ code }) =>
    `Code ${code}: aapki khabar nahin mili, isliye hum kisi aur se poochh rahe hain. Koi baat nahin. Ab bhi aa sakein to 1, nahin to 2 bhejein.`,
  donationThanks: ({ code, next }) =>
    `Bahut dhanyavaad! Aapke khoon (code ${code}) se kisi ki jaan ko sahara mila, kisi ke ghar mein chain aaya. Aaj khoob paani peejiye aur aaraam kijiye. Agli baar khoon ${w.day(next)} se diya ja sakta hai.`,
  donationThanksFromFamily: ({ code, next }) =>
    `Code ${code} ke parivaar ne bataya ki aapne khoon diya. Bahut dhanyavaad! Aapki badaulat unke ghar mein chain hai. Agli baar ${w.day(next)} se diya ja sakta hai. Agar nahin diya to DROP bhejein.`,
  dropThanks: ({ code }) =>
    `Batane ke liye dhanyavaad (code ${code}). Wajah kya thi? 1 = aana nahin ho paya. Ya doctor ne kaha: 2 = khoon ki kami (haemoglobin), 3 = wazan ya BP, 4 = bukhaar, bimari ya dawa, 5 = kuch aur.`,
  dropReasonNoted: ({ until }) =>
    until
      ? `Dhanyavaad, humne likh liya. Apna khayal rakhiye. ${w.day(until)} se pehle hum nahin poochhenge.`
      : 'Dhanyavaad, humne likh liya. Hum phir kabhi poochhenge.',
  nothingToDrop: () => 'Abhi aapko kahin nahin jaana hai. Sab theek hai. Dhanyavaad.',
  nothingDone: () =>
    'Dhanyavaad. Is phone se koi maang ya khoon dene ki baat nahin chal rahi. Kahin aur diya ho to GAVE aur tarikh, jaise GAVE 12/10.',
  lifeTouched: ({ code }) =>
    `Code ${code}: mareez ko poora khoon mil gaya. Isme aapka bhi haath hai. Aapki badaulat ek ghar mein chain hai. Dil se dhanyavaad!`,

  // — donors, day to day
  joinNotice: ({ again }, { groupName }) =>
    `${sorry(again)}Khoon dene ki soch ke liye dhanyavaad! ${groupName} aapka number, naam, blood group, ilaaka (PIN), mahila/purush, janm ka saal aur khoon dene ki tarikh rakhega, sirf zaroorat par poochhne ke liye. Yeh sirf hamare saathi dekhte hain; aap aane ki haan karein tabhi parivaar ko naam milta hai, number bhi dikh sakta hai (HIDE: nahin). FORGET bhejne par sab mit jaata hai. 1 = manzoor, 2 = nahin.`,
  joinAskGroup: ({ again }) => `${sorry(again)}Aapka blood group kya hai? Jaise B+ ya O-.`,
  joinAskPin: ({ again }) => `${sorry(again)}Aapke ghar ka PIN code kya hai? 6 ank, jaise 211001.`,
  joinPinUnknown: () =>
    'Yeh PIN code hamein nahin mila. Ek baar phir dekhkar 6 ank bhejein, jaise 211001.',
  joinAskName: ({ again }) =>
    `${sorry(again)}Aapka naam kya hai?${again ? ' Sirf naam bhejein.' : ''}`,
  joinAskSex: ({ again }) =>
    `${sorry(again)}Mahilaon ko khoon dene ke baad zyada aaraam chahiye, isliye batayein: 1 = mahila, 2 = purush, 3 = anya.`,
  joinAskBirthYear: ({ again }) =>
    `${sorry(again)}Aapka janm kis saal mein hua? Chaar ank, jaise 1990.`,
  joinAskLastDonation: ({ again }, { now }) =>
    `${sorry(again)}Pichhli baar khoon kab diya? Tarikh bhejein, jaise 12/10/${toCalendar(now).year - 1}. Kabhi nahin diya, ya 4 mahine ho gaye, to 1.`,
  joined: ({ group, place, from }, { groupName }) =>
    `${groupName} mein aapka swagat hai! Naam likh liya: ${w.group(group)}, ${placeName(place)}. Zaroorat hogi tabhi poochhenge${from ? `, ${w.day(from)} se pehle nahin` : ''}. Kuch din rukna ho to PAUSE 30, naam hatana ho to FORGET bhejein.`,
  joinTooYoung: () =>
    'Aapki soch bahut achchhi hai! Khoon 18 saal ki umar se diya ja sakta hai. Tab zaroor aaiye.',
  joinTooOld: () =>
    'Aapki soch bahut achchhi hai! Donor ki sehat ke liye doctor ek umar tak hi khoon lete hain. Ghar mein koi chhota dena chahe to JOIN bheje.',
  joinDeclined: () => 'Koi baat nahin, humne aapka naam nahin likha. Kabhi man ho to JOIN bhejein.',
  alreadyJoined: ({ group, place }) =>
    `Aap pehle se hamare saath hain: ${w.group(group)}, ${placeName(place)}. Kuch badla ho to naya group aur PIN bhejein, jaise JOIN B+ 211001.`,
  paused: ({ until }) =>
    `Theek hai, ${w.day(until)} se pehle hum nahin poochhenge. Jaldi lautna ho to ON bhejein.`,
  deferralNoted: ({ until }) =>
    `Batane ke liye dhanyavaad. Blood bank ke niyam se aap ${w.day(until)} tak aaraam karein, tab tak hum nahin poochhenge. Aakhiri baat doctor ki.`,
  pauseUnclear: () =>
    'Kitne din ke liye? PAUSE aur 1 se 365 tak ka number bhejein, jaise PAUSE 30.',
  resumed: () => 'Phir se swagat hai! Kisi ko aapke khoon ki zaroorat hogi to poochhenge.',
  gaveNoted: ({ next }) =>
    `Khoon dene ke liye dhanyavaad! Agli baar ${w.day(next)} se diya ja sakta hai. Tab tak hum khoon ke liye nahin poochhenge.`,
  gaveLongAgo: () => 'Khoon dene ke liye dhanyavaad! Ab aap phir se khoon de sakte hain.',
  gaveUnclear: () => 'Khoon kis din diya? GAVE aur tarikh bhejein, jaise GAVE 12/10.',
  alertsEnded: () =>
    'Theek hai, ab hum aapse khoon ke liye nahin poochhenge. Phir judna ho to ON, saari jaankari mitani ho to FORGET bhejein.',
  leftAlone: () =>
    'Theek hai, hum aapko pareshaan nahin karenge. Kabhi khoon ki zaroorat ho to BLOOD bhejein.',
  wrongPersonNoted: () =>
    'Takleef ke liye maaf kijiye. Is number par hum khoon ke liye ab nahin poochhenge. Iski jaankari mitani ho to FORGET bhejein.',
  sorryForLossNotAsked: () =>
    'Yeh sunkar bahut dukh hua. Ab hum is number par khoon ke liye nahin poochhenge. Kabhi chahein to ON bhejein.',
  notADonor: () => 'Aapka naam abhi donors mein nahin hai. Khoon dena chahein to JOIN bhejein.',
  myData: ({ name }) =>
    `Hamare paas aapka yeh hai: number, ${name ? `naam ${personName(name)}, ` : ''}bhasha, aur pichhli baar kab baat hui.`,
  myDataDonor: (p) =>
    `Donor: ${w.group(p.group)}, PIN ${p.pin} (${placeName(p.place)}), ${sexes[p.sex]}, janm ${p.birthYear}. ${p.donations} baar khoon diya${p.last ? `, pichhli baar ${w.day(p.last)}` : ''}.`,
  myDataAgreed: ({ on, by }) => `Aapne ${w.day(on)} ko sahmati di, ${agreedBy[by]}.`,
  myDataAgreedIn: ({ language }) =>
    `Yeh baat aapko ${languageNames[language]} mein batayi gayi thi.`,
  myDataRest: ({ until }) => `Agli baar khoon ${w.day(until)} se diya ja sakta hai.`,
  myDataPause: ({ until }) => `Aapne ${w.day(until)} tak rukne ko kaha hai. Jaldi lautna ho to ON.`,
  myDataNotAsked: () =>
    'Is number par hum khoon ke liye nahin poochhte, jaisa humein kaha gaya. Phir poochhein, iske liye ON.',
  myDataCalls: ({ calls }) =>
    calls
      ? 'Khoon ki zaroorat par hum aapko phone karte hain. Message ke liye TEXTS.'
      : 'Khoon ki zaroorat par hum aapko message bhejte hain. Phone ke liye CALLS.',
  myDataNumber: ({ shown }) =>
    shown
      ? 'Jisse hum aapko milate hain, use aapka number dikh sakta hai. Na dikhana ho to HIDE.'
      : 'Jisse hum aapko milate hain, use aapka number nahin dikhta. Dikhana ho to SHOW.',
  myDataMore: () => 'Saath mein aapka wazan ya email, jaisa group ki soochi mein tha.',
  myDataVolunteer: ({ place }) => `Aap ${placeName(place)} ke hamare volunteer hain.`,
  myDataRequests: ({ codes }) =>
    `Aapke bataye aspataal, mareez aur milne wale ke naam, in code ke saath: ${codeList(codes)}.`,
  myDataJoining: () => 'Saath mein judne ke liye ab tak aapne jo bataya.',
  myDataTelling: () => 'Saath mein khoon ki zaroorat par ab tak aapne jo bataya.',
  myDataAsked: ({ count, agreed, came, missed, sentHome }) =>
    `Humne aapse khoon ke liye ${count} baar poochha. Haan: ${agreed}, aana hua: ${came}, aana na ho paya: ${missed}, doctor ne lautaya: ${sentHome}.`,
  myDataSpoken: ({ count, days }) =>
    `Phone par kahi aapki baat zyada se zyada ${days} din rakhte hain. Abhi recording: ${count}.`,
  myDataContacts: ({ count }) =>
    `Daan ke baad humne aapko kab khabar ya yaad bheji (${count} baar), yeh bhi rakhte hain, taaki dikhe ki kaam aata hai ya nahi.`,
  myDataStory: () => 'Aapne hamare page ke liye kahani batayi hai. Mitane ke liye UNTELL bhejein.',
  myDataCamps: ({ count }) => `Aapko is saal ${count} camp ka nyota gaya.`,
  myDataEnd: () =>
    'Bas itna hi. Message band karne ko kahein to woh bhi yaad rakhte hain. Kuchh galat ho to JOIN bhejkar phir batayein. Sab mitana: FORGET.',
  prefersCalls: () =>
    'Theek hai, khoon ki zaroorat hone par hum aapko phone karenge. Message chahiye to TEXTS bhejein.',
  prefersTexts: () =>
    'Theek hai, khoon ki zaroorat hone par hum aapko message bhejenge. Phone chahiye to CALLS bhejein.',
  numberNotShown: (_, { number }) =>
    `Theek hai, ab donor ya parivaar ko aapka number nahin dikhega. Baat karni ho to ${number} par phone karein, hum jod denge. Dikhana ho to SHOW bhejein.`,
  numberShown: () =>
    'Theek hai, ab jisse hum aapko milayenge, use aapka number dikh sakta hai. Na dikhana ho to HIDE bhejein.',
  mayGiveAgain: () =>
    'Aapke aaraam ke din poore hue, ab phir khoon diya ja sakta hai. Kisi ko zaroorat hogi tab hum poochhenge. Aur rukna ho to PAUSE 30.',
  ...hiLatnCampMessages,
  ...hiLatnAfterGiftMessages,
};
