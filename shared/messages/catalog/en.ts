import type { Language } from '../../terms/language.ts';
import { toCalendar } from '../../terms/time.ts';
import { choiceOf } from '../format/choice-of.ts';
import { exampleTime, isAhead } from '../format/format-time.ts';
import { codeList, inLatinLetters } from '../format/truncate.ts';
import type { DonorChange, HelpReason } from '../message-keys.ts';
import { enAfterGiftMessages } from './after-gift/en.ts';
import { enCampMessages } from './camps/en.ts';
import type { Catalog, DeedWording } from './catalog.ts';
import { phrases } from './phrases.ts';

/*
 * English, for a tired reader: short words, one thing at a time. Only GSM-7 characters, and no reserved word of the carrier, not even "yes" (docs/facts.md#india).
 */
const w = phrases.en;
const { hospitalName, personName, placeName, reasonText, truncate, typedCode } = inLatinLetters;
const sorry = (again: boolean | undefined): string =>
  again ? 'Sorry, we did not follow that. ' : '';
const only = (again: boolean | undefined, digits: string): string =>
  again ? ` Please send only ${digits}.` : '';
const donorName = (name: string): string => personName(name) || 'the donor';
const patientName = (name: string): string => personName(name) || 'not told';
const given = (p: { given: number }): string => (p.given > 0 ? ` ${w.units(p.given)} given.` : '');
const found = (p: { confirmed: number; given: number; units: number }): string =>
  `${p.confirmed === 0 ? 'No donor yet.' : p.units === 1 ? 'The donor is found.' : `${p.confirmed} of ${p.units} donors found.`}${given(p)}`;
const withThem = (attendant: string | undefined): string =>
  attendant ? `, with them ${personName(attendant)}` : '';
/** Through our number, fullest first. */
const throughUs = (number: string): string[] => [
  `To talk, call ${number} and press 1: nobody sees your number`,
  `To talk, call ${number} and press 1`,
  `Call ${number}, press 1`,
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
  const name = who ? `Ask for ${who}` : said ? 'Call us to hear whom to ask for' : '';
  if (phone) return [name ? `${name}, phone ${phone}` : `Phone ${phone}`];
  return throughUs(number).map((way) => (name ? `${name}. ${way}` : way));
};
const changes: Record<DonorChange, string> = {
  place: ': another hospital',
  time: ': another time',
  person: ': another person to ask for',
  phone: ': another phone',
  more: '',
};
const whyRefused = {
  'no-paper': "We have not seen the hospital's paper yet",
  'not-needed': 'We were told that blood is not needed any more',
  'not-true': 'We could not make sure of what we were told',
  same: "We go on with your family's other request for the same blood",
} as const;
const sexes = { woman: 'woman', man: 'man', other: 'other' } as const;
const agreedBy = {
  text: 'by text',
  call: 'in a call',
  site: 'on our website',
  import: "as the group's own list has it",
} as const;
const languageNames: Record<Language, string> = {
  en: 'English',
  hi: 'Hindi',
  'hi-Latn': 'Hindi in English letters',
};
/** How each language is asked for. */
const languageOffers: Record<Language, string> = {
  en: 'in English (LANG EN)',
  hi: 'in Hindi (LANG HI)',
  'hi-Latn': 'in Hindi with English letters (LANG HINDI)',
};
/** The entries of the audit trail, by what was done to this phone. */
const deeds: DeedWording = {
  'on-duty': () => 'came on duty as a volunteer',
  'off-duty': () => 'went off duty as a volunteer',
  trusted: (whom) => `lets ${whom} ask without a check`,
  'no-longer-trusted': (whom) => `has requests of ${whom} checked again`,
  removed: (whom) => `took the volunteer's role from ${whom}`,
  shown: (whom) => `looked at what is kept of ${whom}`,
  erased: (whom) => `erased all that was kept of ${whom}`,
  blocked: (whom) => `blocked ${whom}: it gets no answer`,
  unblocked: (whom) => `unblocked ${whom}: it gets answers again`,
  'added-units': () => 'added units to a request',
  rang: (whom) => `rang ${whom} through the hotline`,
  imported: () => 'imported a list',
  'showed-story': () => 'showed a story',
  'removed-story': () => 'did not show a story, or took it down',
};
const neverPay = 'Never pay anyone.';

const familyNeeds: Record<HelpReason, string> = {
  group: 'They do not know the blood group. Ask for it with them; then they text it to us.',
  far: 'The hospital is too far for our donors. If you know a group there, please tell them.',
  place:
    'We do not find the town of their hospital. Ask where it is; then they text the PIN code or the nearest town.',
  unfinished:
    'They began to ask us for blood and stopped. Hear what they need; they can answer our last text, or call us.',
};

export const enMessages: Catalog = {
  // — anyone
  numberHidden: (_, { groupName, number }) =>
    `This is ${groupName}. We do not see your phone number, so no volunteer and no donor could reach you. Please call ${number}, or text it from your phone.`,
  menu: (_, { groupName, number }) =>
    `${groupName}. Need blood? Text BLOOD. Want to give blood? Text JOIN. Or call ${number}. Hindi: LANG HI. Erase what we know: FORGET.`,
  menuDonor: (_, { number }) =>
    `PAUSE 30: do not ask me for 30 days. ON: ask me again. GAVE 12/10: I gave elsewhere that day. CALLS or TEXTS: how to ask me. HIDE or SHOW: my number. LANG HI: Hindi. FORGET: erase all you know of me. If you need blood yourself: BLOOD. Or call ${number}.`,
  menuRequester: ({ code }) =>
    `Request ${code}. STATUS: how it stands. DONE: blood was given. CLOSE: no longer needed. MORE 2: two units more. For another patient: BLOOD.`,
  menuVolunteer: ({ coordinator }, { number }) =>
    `OK 4821: the need is real. NO 4821 and why: it is not. ON: I am on duty. OFF: I am off duty.${coordinator ? ' TRUST and a phone number: its requests need no check. AUDIT: who did what.' : ''} Or call ${number} and hear what waits: 1 verifies.`,
  notUnderstood: (_, { number }) =>
    `Sorry, we did not follow that. Need blood? Text BLOOD. Want to give blood? Text JOIN. For all you can text: MENU. Or call ${number}.`,
  nothingToAnswer: () =>
    'Thank you. We are not asking you anything just now. If you need blood, text BLOOD. For all you can text: MENU.',
  textCameLate: ({ writtenAt }, { now }) =>
    `Sorry, your text of ${w.time(writtenAt, now)} reached us only now, so nothing was done. If it still holds, please send it again.`,
  bloodIsFree: () =>
    'Blood is free, and so is all that we do. Never pay anyone, whatever they say. If somebody asks for money, tell our volunteer.',
  whoWeAre: (_, { groupName, number }) =>
    `We are ${groupName}, volunteers who find blood donors for patients. It is free. To talk to us, call ${number}.`,
  whereToCome: (p, context) => `Request ${p.code}: the blood is needed at ${w.where(p, context)}.`,
  whatToBring: () =>
    'Please bring an ID. Eat before you come, and take no alcohol for a day before.',
  doctorDecides: () =>
    "Blood can be given from 18 to 65 years. Whether you may give with an illness, a medicine or a tattoo, the blood centre's doctor decides.",
  groupNeeded: ({ code, group }) =>
    `Request ${code} is for a patient with ${w.group(group)}. If your group is not what we noted, text JOIN with the right one.`,
  howLongItTakes: () =>
    'Giving blood takes about an hour with the check and the rest after it. Platelets take two to three hours.',
  callUsInstead: (_, { number }) =>
    `We cannot ring you at once. Please call ${number}, at any hour. If you can come, send 1; if not, 2.`,
  sorryForLoss: () => 'We are so sorry for your loss. Our thoughts are with you and your family.',
  youAreWelcome: () => 'You are welcome. We are here day and night. For all you can text: MENU.',
  pictureNotSeen: () =>
    'Sorry, we cannot see pictures here. Please write in words what it shows. If you need blood, text BLOOD.',
  voiceNotHeard: (_, { number }) =>
    `Sorry, we cannot listen to voice notes here. Please write it in a few words, or call ${number} and say it.`,
  languageSet: () => 'All right, we will write to you in English from now on.',
  languageUnknown: () => `We can write ${choiceOf(Object.values(languageOffers), 'or')}.`,
  forgetConfirm: ({ number }) =>
    `To have all we know of you erased, text back ${number}. If you did not ask for this, do nothing: nothing has changed.`,
  confirmWrong: () =>
    'That is not the number we sent you, so nothing has changed. Please look at it, or ask for it again.',
  forgotten: () =>
    'All we knew about you is erased. You are welcome back any time: text BLOOD or JOIN.',
  forgetAfterRequest: () =>
    'Your request is closed, and all we knew about you is erased. If you need blood again, text BLOOD.',
  slowDown: () =>
    'We are getting many texts from your phone. We are still here. Please wait a while before you text again.',

  // — a family asks for blood
  askGroup: ({ again }) =>
    `${sorry(again)}Which blood group does the patient need? For example B+ or O-. It is written on the hospital's form.`,
  askComponent: ({ again }) =>
    `${sorry(again)}What did the doctor ask for? 1 = blood (or not sure), 2 = packed red cells, 3 = platelets, 4 = plasma.${only(again, '1, 2, 3 or 4')}`,
  askUnits: ({ again }) =>
    `${sorry(again)}How many units (bottles) are needed? Send a number from 1 to 10.`,
  askHospital: ({ again }) =>
    `${sorry(again)}Which hospital is the patient in, and in which town? If you are not sure, send its PIN code.`,
  hospitalNear: (p, context) =>
    `Thank you for the place. Is the patient at ${w.where(p, context)}? 1 = that is right, 2 = another hospital.`,
  askPlace: ({ again }) =>
    `${sorry(again)}Which town is the hospital in? Send the town's name or its PIN code.`,
  askNeededBy: ({ again }, { now }) =>
    `${sorry(again)}When is it needed? 1 = now, 2 = today, 3 = tomorrow. Or write the day and time, like ${w.time(exampleTime(now))}.`,
  askPatient: ({ again }) =>
    `${sorry(again)}What is the patient's name?${again ? ' Please send only the name.' : ''}`,
  askAttendant: ({ again }) =>
    `${sorry(again)}Who is with the patient? Send the name, so that the donor knows whom to ask for. To leave it out, send 1.`,
  unitsTooMany: ({ max }) =>
    `We can look for up to ${max} units at a time. How many are needed? Send a number from 1 to ${max}.`,
  groupNotKnown: ({ rings }) =>
    `The blood bank tests the group from a sample before it gives blood. Please ask the nurse for it now.${rings ? ' We have asked a volunteer to ring you.' : ''} As soon as you know it, send it here, like B+.`,
  placeTooFar: ({ place, rings }) =>
    `${place} is too far for our donors, so we cannot search there. Please ask the hospital's blood bank, and never pay anyone.${rings ? ' We have asked a volunteer to ring you.' : ''} If the hospital is elsewhere, send its town or PIN code.`,
  placeNotFound: ({ rings }) =>
    `Sorry, we do not find that town. Please send its PIN code, or the nearest bigger town.${rings ? ' We have asked a volunteer to ring you.' : ''}`,
  groupUnclear: () =>
    "Which group exactly? Please send it with + or -, like B+ or B-. It is on the hospital's form. If you are not sure, ask the nurse.",
  requestSummary: (p, context) =>
    `Please check: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Patient: ${p.said ? 'as you said it' : patientName(p.patient)}.${p.attendant ? ` At the hospital: ${personName(p.attendant)}.` : ''} If all is right, send 1. If something is wrong, send only that, like "3 units".`,
  contactNoted: ({ phone }) =>
    `Our volunteer and the donors will call ${phone}, not your number. If that is wrong, send the right number.`,
  needsNoted: ({ count }) =>
    `Your text asks for ${count} different things. We take them one by one: first this one, then we ask about the next.`,
  nextNeed: ({ group }) => `Now the other need, for ${w.group(group)}.`,
  needsByDay: ({ code, byDay }, { now }) =>
    `${code ? `Request ${code}, day` : 'Day'} by day: ${byDay.map((day) => `${w.by(day.neededBy, false, now)}: ${w.units(day.units)}`).join(', ')}. Donors are asked for each day in time.`,
  summaryUnclear: () =>
    'Sorry, we did not follow that. If something is wrong, write only what is right, like 3 units.',
  requestDropped: () =>
    'All right, nothing has been sent to anyone. If you need blood later, text BLOOD.',
  requestOpened: ({ code }) =>
    `Request ${code} is with our volunteers. One of them will call you. Keep the hospital's form ready. ${neverPay} How it stands: STATUS.`,
  requestOpenedContact: ({ code, phone }) =>
    `Request ${code} is with our volunteers. One will call ${phone}. Keep the hospital form ready. ${neverPay} How it stands: STATUS.`,
  requestStarted: ({ code }) =>
    `Request ${code} is with our volunteers, one of them will call you. Which hospital is it? Answer with its name and town. ${neverPay}`,
  requestOpenedTrusted: ({ code }) =>
    `Request ${code}: we are asking donors now. ${neverPay} To see how it stands, text STATUS.`,
  requestAlreadyOpen: (p) =>
    `We already have this: request ${p.code}, ${w.group(p.group)}. ${found(p)} For another patient, text BLOOD.`,
  tooManyRequests: ({ max }) =>
    `You have ${max} requests with us, the most we can look after at once. When one is over, text DONE or CLOSE with its code.`,
  requestWithMoreVolunteers: ({ code }) =>
    `Request ${code}: no volunteer was free yet, so we have asked more of them. Please keep your phone near.`,
  requestWithCoordinators: ({ code }) =>
    `Request ${code} is now with our coordinators. Please keep your phone near.`,
  requestWaits: ({ code }) =>
    `Request ${code}: none of us is free just now. We keep trying. Please also ask the hospital's blood bank. ${neverPay}`,
  requestUnchecked: ({ code }) =>
    `Request ${code}: no volunteer has checked it yet, so no donor has been asked. We keep asking our volunteers. Please also ask the blood bank.`,
  familyNotReached: ({ code }, { number }) =>
    `Request ${code}: our volunteer called this phone and could not reach you. Please keep it on and near, we will try again. Or call us: ${number}.`,
  requestVerified: ({ code, askFrom }, { now }) =>
    `Request ${code} has been checked. We ${askFrom ? `ask donors from ${w.time(askFrom, now)} on` : 'are asking donors now'}, and will text you when one can come. ${neverPay}`,
  requestRefused: ({ code, reason, why }, { number }) =>
    `We are sorry, we cannot go on with request ${code} for now.${why ? ` ${whyRefused[why]}.` : reason ? ` Our volunteer says: ${reasonText(reason)}.` : ''} If blood is still needed, talk to one of us: call ${number} and press 0. Please also ask the hospital's blood bank.`,
  requestRefusedAloud: ({ code }, { number }) =>
    `We are sorry, we cannot go on with request ${code}. Our volunteer has told us why: call ${number} to hear it. If that is wrong: BLOOD.`,
  requestNotSent: ({ ask }, context) =>
    ask
      ? `Your request is not complete yet, so we cannot look for donors. ${enMessages[ask]({}, context)}`
      : `Your request has not gone out yet: to send it off, answer 1. If something in it is wrong, send only that. Or call ${context.number}.`,
  callCut: ({ ask }, context) =>
    ask
      ? `Your call broke off. Nothing is lost: call ${context.number} again, or answer here. ${enMessages[ask]({}, context)}`
      : `Your call broke off. All we need is there: to send it off, answer 1 here, or call ${context.number} again.`,
  volunteerWillCall: (_, { number }) =>
    `We saw that you called us. A volunteer calls you back as soon as one is free. You can call again any time: ${number}. ${neverPay}`,
  noCallAtNight: (_, { number }) =>
    `Thank you for your missed call. At night we ring no phone that we do not know. If you need blood now, call ${number} or text BLOOD.`,
  calledBackInVain: (_, { number }) =>
    `We rang back after your missed call but could not reach you. Give a missed call again, call ${number}, or text BLOOD if you need blood.`,

  // — how it stands
  statusVerifying: ({ code }) =>
    `Request ${code}: a volunteer is checking it and may call you. Please keep your phone near.`,
  statusSearching: (p) =>
    `Request ${p.code}: ${p.asked > 0 ? `we have asked ${p.asked} ${p.asked === 1 ? 'donor' : 'donors'}. ${found(p)}` : p.nobody ? 'there is no donor we can ask just now.' : 'we are about to ask donors.'} We go on looking.`,
  statusCovered: (p) =>
    `Request ${p.code}: enough donors have agreed to come, ${p.confirmed} of ${p.units}.${given(p)} When all the blood is given, text DONE.`,
  dayBegun: ({ code, units, neededBy }, { now }) =>
    `Request ${code}: now we ask donors for ${w.units(units)}, needed ${w.by(neededBy, false, now)}.`,
  dayAhead: (p, { now }) =>
    `Request ${p.code}: enough donors have agreed until now, ${p.confirmed} of ${p.units}. The rest is needed ${w.by(p.neededBy, false, now)}; we ask donors for it a day before.`,
  statusDonor: ({ code, donor, arriveBy, asap, phone }, { now }) =>
    `Request ${code}: ${donorName(donor)} is expected, ${w.by(arriveBy, asap, now)}${phone ? `, phone ${phone}` : ''}.`,
  statusNone: () => 'You have no open request with us. If you need blood, text BLOOD.',
  howToClose: ({ codes }) =>
    `If blood is no longer needed, text ${codes.length > 1 ? `CLOSE and its code (${codeList(codes)})` : ['CLOSE', ...codes].join(' ')}, and we will tell everyone.`,
  donorComing: (p, { now, number }) =>
    (p.phone ? [`Phone ${p.phone}`] : throughUs(number)).map(
      (way) =>
        `Request ${p.code}: ${personName(p.donor) || 'a donor'} has agreed to come ${w.by(p.arriveBy, p.asap, now)}. ${way}. A true donor knows the code: ask for it. ${neverPay} ${found({ ...p, given: 0 })}`,
    ),
  donorNewTime: ({ code, donor, arriveBy }, { now }) =>
    `The time has changed for request ${code}: ${donorName(donor)} now comes by ${w.time(arriveBy, now)}.`,
  donorDropped: ({ code, donor }) =>
    `Request ${code}: ${donorName(donor)} cannot come after all. Do not worry, we are finding another donor.`,
  donorDidNotCome: ({ code, donor }) =>
    `Request ${code}: we have not heard that ${donorName(donor)} has arrived. We are finding another donor now.`,
  donorTurnedAway: ({ code, donor }) =>
    `Request ${code}: the doctor told ${donorName(donor)} not to give blood today. We are finding another donor now.`,
  donorArrived: ({ code, donor, phone }, { number }) =>
    (phone ? [`Phone ${phone}`] : throughUs(number)).map(
      (way) =>
        `Request ${code}: ${donorName(donor)} tells us of reaching the hospital. Please meet at the blood bank now. ${way}.`,
    ),
  bankShut: ({ code, donor, phone }, { number }) =>
    (phone ? [`Phone ${phone}`] : throughUs(number)).map(
      (way) =>
        `Request ${code}: ${donorName(donor)} tells us that the blood bank cannot take blood now. Please ask there when it can, or which other one can. If the time or place changes, text it here and we tell the donors. ${neverPay} ${way}.`,
    ),
  unitGiven: (p) =>
    `Request ${p.code}: good news! Of ${w.units(p.units)} of blood, ${p.given} ${p.given === 1 ? 'has' : 'have'} been given by now.`,
  requestFulfilled: ({ code, units }, { groupName }) =>
    `Request ${code}: ${units === 1 ? 'the blood has been given' : `all ${units} units have been given`}. We wish the patient well with all our heart. ${groupName}`,
  requestStillNeeded: ({ code }) =>
    `Request ${code}: its time has come. Is it still needed? 1 = still needed, 2 = not needed any more.`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `Request ${code}: we go on looking, until ${w.time(neededBy, now)}.`,
  requestExtendedUnchecked: ({ code, neededBy }, { now }) =>
    `Request ${code} stays open until ${w.time(neededBy, now)}. No volunteer has checked it yet, so no donor has been asked. Please also ask the blood bank.`,
  requestExpired: ({ code, given: some, units }) =>
    [' We wish the patient well.', ''].map(
      (wish) =>
        `Request ${code} is closed, because its time is over.${some && units ? ` ${some} of ${w.units(units)} ${some === 1 ? 'was' : 'were'} given.` : ''} If you still need blood, text BLOOD.${wish}`,
    ),
  requestClosed: ({ code }) => `Request ${code} is closed, and we are not asking donors any more.`,
  unitsAdded: ({ code, units }) => `Request ${code}: we have now noted ${w.units(units)} in all.`,
  askMoreAgain: ({ code, more, at, units }, { now }) =>
    `Request ${code}: we added ${more} more (${w.time(at, now)}). The same again, ${w.units(units)} in all? 1 = add, 2 = leave it.`,
  unitsNotAdded: ({ code, max }) =>
    `Request ${code}: we cannot add more. We can look for up to ${max} units at a time. Please also ask the hospital's blood bank.`,
  searchWidened: ({ code }) =>
    `Request ${code}: we have asked the donors near you and are now asking further away. We go on.`,
  everyoneAsked: ({ code, byExchange, alone }) =>
    `Request ${code}: we have asked every donor we can for now.${alone ? '' : ' We have told a coordinator, who will try by phone.'}${byExchange ? '' : ' Please ask the blood bank too: many give blood in exchange for a donor of any group.'} ${neverPay}`,
  likelyAsked: ({ code, byExchange, alone }) =>
    `Request ${code}: we have asked every donor who is likely to come in time.${alone ? '' : ' We have told a coordinator, who will try by phone.'}${byExchange ? '' : ' Please ask the blood bank too: many give blood in exchange for a donor of any group.'} ${neverPay}`,
  doneWithoutDonor: ({ code }) =>
    `Request ${code}: none of our donors has agreed to come yet. If blood is no longer needed, text CLOSE. If it is, we carry on.`,
  whichRequest: ({ codes }) =>
    `You have more than one request: ${codeList(codes)}. Please text the word again, with the code of the one you mean.`,

  // — a family corrects its open request, or has news
  correctAsk: (p, context) =>
    `Request ${p.code}: ${p.oldGroup ? `${w.group(p.group)} instead of ${w.group(p.oldGroup)}? ` : ''}Shall it now be ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}? 1 = change it so, 2 = leave it as it was. For another patient: BLOOD.`,
  requestCorrected: (p, context) =>
    `Request ${p.code} is now: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. We are telling those who have to know.`,
  namesCorrected: ({ code, patient, attendant, phone }) =>
    `Request ${code}: noted, thank you. Patient: ${patientName(patient)}.${attendant ? ` At the hospital: ${personName(attendant)}.` : ''}${phone ? ` Phone ${phone}.` : ''}`,
  requestKept: ({ code }) => `All right, request ${code} stays as it was.`,
  donorsExpected: ({ code, confirmed, arriveBy, asap }, { now }) =>
    `Request ${code}: ${confirmed === 1 ? '1 donor has' : `${confirmed} donors have`} agreed to come ${w.by(arriveBy, asap, now)}. We have asked where they are. If they do not come, we look for others.`,
  donorsThere: ({ code, count }) =>
    `Request ${code}: ${count === 1 ? '1 donor has' : `${count} donors have`} told us of reaching the hospital. Please look at the blood bank: a true donor knows the code.`,
  askFoundElsewhere: ({ code }) =>
    `Request ${code}: shall we close it and tell the donors? 1 = close it, 2 = blood is still needed. If our donor gave it, text DONE.`,
  askCloseAfterLoss: ({ code }) =>
    `To close request ${code} send 1, or later CLOSE ${code}. If the blood is still needed, send 2.`,
  askWhoGave: ({ code }) =>
    `Request ${code}: who gave this blood? 1 = our donor, 2 = it came from elsewhere, 3 = nothing was given yet.`,

  // — verifiers and coordinators
  verifyAsk: (p, context) =>
    p.unplaced
      ? `Please call ${p.phone} now, request ${p.code}: ${w.group(p.group)} ${w.component(p.component)} is needed ${w.by(p.neededBy, p.asap, context.now)}. We do not know the hospital yet. Ask where and how many units, then call ${context.number} and key it in. After that text OK ${p.own ?? p.code}, or NO ${p.own ?? p.code} and why.`
      : `Please check request ${p.code}: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Patient ${p.said ? `said aloud (call ${context.number} to hear it)` : patientName(p.patient)}${withThem(p.attendant)}. Call ${p.phone}. Ask: hospital's form? Blood bank open? Who in the family gave? Tell them: never pay anyone. Then text OK ${p.own ?? p.code}, or NO ${p.own ?? p.code} and why.`,
  verifyCorrected: (p, context) =>
    `The family has changed request ${p.code}: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Patient ${p.said ? `said aloud (call ${context.number} to hear it)` : patientName(p.patient)}${withThem(p.attendant)}. Phone ${p.phone}. ${p.waiting ? `Real: OK ${p.own ?? p.code}. Not:` : 'If that is not true, text'} NO ${p.own ?? p.code} and why.`,
  verifyAlike: ({ code, codes }) =>
    `Request ${code} looks like ${codeList(codes)} (open too): same group and area, and a name or number agrees. Ask the family. If it is one need, text NO, your own code and SAME.`,
  familyNeedsHelp: ({ phone, why }) =>
    `A family cannot go on alone: please ring ${phone}. ${familyNeeds[why]} Tell them: never pay anyone.`,
  verifyTaken: ({ code, by, ok }) =>
    `Request ${code} is settled: ${personName(by) || 'another volunteer'} ${ok ? 'found it real' : 'said no to it'}. You need not do anything more. Thank you.`,
  verifyThanksOk: ({ code, askFrom }, { now }) =>
    `Thank you. For request ${code} we ${askFrom ? `ask donors from ${w.time(askFrom, now)} on` : 'are asking donors now'}.`,
  verifyThanksNo: ({ code, kept }) =>
    `Thank you. Request ${code} goes no further, and we tell the family${kept ? ' in our own words: blame, money, links and numbers we do not pass on' : ''}.`,
  verifyHow: ({ code, own = code }) =>
    `Thank you. Request ${code}: please answer with your own code. If the need is real, text OK ${own}; if it is not real, NO ${own} and why.`,
  ownCodesPaused: () =>
    'Codes that do not fit came from your phone. To be safe we take no code from it for an hour. We call you: please answer by key.',
  verifyNotReached: ({ code, own = code, callAgainAt }, { now }) =>
    isAhead(callAgainAt, now)
      ? `Thank you for trying. Request ${code} stays open, and we have told the family to keep their phone on. Please call once more: we ask you again ${w.time(callAgainAt, now)}. If the need is not real, text NO ${own} and why.`
      : `Thank you for trying. Request ${code} stays open: please call once more in a few minutes. If the need is not real, text NO ${own} and why.`,
  verifyLater: ({ code, own = code }) =>
    `That is all right. Request ${code} stays open, and others may be asked meanwhile. When you have called: OK ${own}, or NO ${own} and why.`,
  verifySameOver: ({ code, own = code }) =>
    `We find no other open request for this need, so ${code} stays open. Judge it on its own: OK ${own} if real, NO ${own} and why if not.`,
  verifyAlready: ({ code }) =>
    `Thank you. Request ${code} is already settled, so there is nothing more to do.`,
  verifyUnknown: ({ code }) =>
    code
      ? `No request with code ${typedCode(code)} is waiting to be checked. Please look at the code once more.`
      : 'No request is waiting for you just now. Thank you.',
  verifyWhich: ({ codes }) =>
    `More than one request is waiting: ${codeList(codes)}. Please answer with your own code for it, from our text.`,
  callerWaits: ({ at, phone }, { now }) =>
    `${phone} called us (${w.time(at, now)}) and hung up before one of us was free. Please call back.`,
  verifyUnplaced: ({ code }, { number }) =>
    `Request ${code}: we do not know the hospital yet, so no donor can be asked. Please ask the family, then call ${number} and key it in.`,
  verifyOwn: ({ code }) =>
    `Request ${code} is your own, so another volunteer has to check it. We wish the patient well.`,
  verifyOffDuty: () => 'You are off duty just now. Please text ON, and then your answer again.',
  verifyBankShut: ({ code, hospital, phone }) =>
    `Request ${code}: a donor at ${hospitalName(hospital)} tells us that the blood bank cannot take blood now. Please find out with the family when it can, or where else. Phone ${phone}.`,
  verifyEnd: ({ code, units }) =>
    `Request ${code}, which you checked: ${units === 1 ? 'the blood has been given' : `all ${units} units have been given`}. You made this possible. Thank you.`,
  verifyEndClosed: ({ code }) =>
    `Request ${code} is closed now. Nothing more to do. Thank you for looking after it.`,
  coordinatorEveryoneAsked: (p, context) =>
    `Request ${p.code} needs you: ${w.need(p)}, ${w.where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}. Still missing: ${p.missing}. Donors asked: ${p.asked}, said no: ${p.saidNo}, silent: ${p.silent}, too far or late: ${p.unlikely}. Please go on by phone. Family: ${p.phone}. ${neverPay}`,
  dutyOn: ({ zone }) =>
    `You are on duty for ${placeName(zone)}. We text you when a request has to be checked. To go off duty: OFF.`,
  moreToVerify: ({ count }) =>
    count === 1
      ? 'Please check these first. 1 more request is waiting, and comes to you after them.'
      : `Please check these first. ${count} more requests are waiting, and come to you one by one.`,
  dutyOff: () => 'You are off duty. Rest well. When you are back, text ON.',
  trustSet: ({ phone, trusted }) =>
    trusted
      ? `${phone} is trusted now. Its requests go to donors without a check.`
      : `${phone} is not trusted any more. Its requests will be checked first.`,
  trustConfirm: ({ phone, number }) =>
    `To let ${phone} ask for blood without a check, text back ${number}. If you did not ask for this, send nothing and tell your group.`,
  trustNews: ({ phone, trusted, by, byOperator }) =>
    `${phone} ${trusted ? 'is now trusted: its requests go on without a check' : 'is no longer trusted'}. ${byOperator ? 'The operator' : personName(by) || 'A coordinator'} decided it. If that is wrong, tell your group.`,
  roleNews: ({ who, phone, place, coordinator }) =>
    `${personName(who) || phone} is now a ${coordinator ? 'coordinator' : 'verifier'} for ${placeName(place)}, phone ${phone}. If that is wrong, please tell your group.`,
  roleEnded: ({ who, phone, coordinator }) =>
    `${personName(who) || phone}, phone ${phone}, is no longer a ${coordinator ? 'coordinator' : 'verifier'}. If that is wrong, please tell your group.`,
  trustUnclear: () => 'Which phone number? Please send it like this: TRUST 9415012345.',
  messageLeft: ({ seconds, link }) =>
    `Somebody asked for a volunteer and nobody was free. They left a message of ${seconds} seconds. Please hear it and call them back: ${link}`,
  familyLink: ({ code, link }) =>
    `This page shows you at any hour how request ${code} stands. Keep the link in your family: ${link}`,
  loginCode: ({ code }) =>
    `${code} is your code for the website. If you did not ask for it, ignore it. Tell it to nobody.`,
  coordinatorsOnly: () => 'Only coordinators can do that. Please ask your coordinator.',
  auditTrail: () =>
    'Who did what, newest first. Of each number you see only the last three digits.',
  auditEntry: ({ at, deed, byPhone, ofPhone }) =>
    `${w.time(at)}, ${byPhone || w.operator}: ${deeds[deed](ofPhone)}.`,
  auditEmpty: () => 'Nothing is written in the audit trail yet.',

  // — a donor is asked
  alert: (p, context) => {
    const to = context.answerNumber ? `: text ${context.answerNumber}` : '';
    const rest = `Come ${w.by(p.arriveBy, p.asap, context.now)}? 1 = I can come, 2 = I can't${to}. Code ${p.code}. ${neverPay}`;
    const need = `${w.needForDonor(p)} needed`;
    const where = w.where(p, context);
    return [
      `${context.groupName}: ${need} at ${where}. ${rest}`,
      `${need} at ${where}. ${rest}`,
      `${need} at ${hospitalName(p.hospital)}. ${rest}`,
      `${need} at ${truncate(p.hospital, 16)}. ${rest}`,
    ];
  },
  alertAgain: (p, context) => {
    const to = context.answerNumber ? `: text ${context.answerNumber}` : '';
    const rest = `Come ${w.by(p.arriveBy, p.asap, context.now)}? 1 = I can come, 2 = I can't${to}. Code ${p.code}. ${neverPay}`;
    const bare = w.needForDonor(p);
    const need = `A place is free again: ${bare}`;
    return [
      `${need}, ${w.where(p, context)}. ${rest}`,
      `${need}, ${hospitalName(p.hospital)}. ${rest}`,
      `Free again: ${bare}, ${hospitalName(p.hospital)}. ${rest}`,
      `Again: ${bare}, ${truncate(p.hospital, 16)}. ${rest}`,
    ];
  },
  alertThanksNo: ({ code }) =>
    `That is all right, thank you for telling us. For request ${code} we will ask someone else.`,
  alertNoLate: ({ code }) =>
    `That is all right, thank you for telling us. Request ${code} needs nobody more just now.`,
  alertYesConfirmed: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Thank you! Request ${p.code}: please come to ${w.where(p, context)}, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Say the code ${p.code}. ${p.asap ? 'Before you come: eat something, no alcohol.' : 'Before you come: eat, sleep well, no alcohol for a day.'} Bring an ID. ${neverPay} If you cannot come, text DROP. When you have given, text DONE.`,
    ),
  familyIsAt: ({ code, hospital }, context) =>
    `Request ${code}: the family is here: ${w.where({ hospital, place: '' }, context)}. Blood is given at the blood bank.`,
  alertYesStandby: ({ code }) =>
    `Thank you! Request ${code} has enough donors for now, and you are next in line. If you are needed, we will text you. ${neverPay}`,
  alertYesCovered: ({ code }) =>
    `Thank you! Enough donors have agreed for request ${code}, so you need not come. It is good to know we can count on you.`,
  alertYesReserve: ({ code }) =>
    `Thank you! Enough donors have agreed for request ${code}, so you need not come. If a place opens, you are among the first we ask.`,
  alertYesClosed: ({ code }) =>
    `Thank you! Blood is no longer needed for request ${code}, so you need not come. It is good to know we can count on you.`,
  alertYesNotYet: ({ code, from }) =>
    `Thank you! For your own health you should rest until ${w.day(from)}, so please do not come for request ${code}. We will ask you another time.`,
  alreadyConfirmed: ({ code, hospital, arriveBy, asap }, { now }) =>
    `We have your word for request ${code}: ${hospitalName(hospital)}, ${w.by(arriveBy, asap, now)}. If you cannot come, text DROP. ${neverPay}`,
  ownTimeNoted: ({ code, hospital, arriveBy }, { now }) =>
    `Thank you, noted: ${hospitalName(hospital)}, by ${w.time(arriveBy, now)}, request ${code}. If you cannot come, text DROP. ${neverPay}`,
  ownTimeTooLate: ({ code, neededBy, asap }, { now }) =>
    `Thank you! For request ${code} the blood is needed ${w.by(neededBy, asap, now)}. Can you come sooner? 1 = I can come, 2 = I can't.`,
  ownTimeTooLateAgreed: ({ code, neededBy, asap }, { now }) =>
    `Thank you for telling us. For request ${code} the blood is needed ${w.by(neededBy, asap, now)}. If you cannot come sooner, text DROP.`,
  alreadyStandby: ({ code }) =>
    `Request ${code}: you are next in line, and we will text you if you are needed. If you can no longer come, text DROP.`,
  alreadySaidNo: ({ code }) =>
    `Request ${code}: you told us that you cannot come, and that is all right. If you can after all, send 1 ${code}.`,
  alreadyGiven: ({ code }) => `Request ${code}: your gift of blood is already noted. Thank you!`,
  codeUnknown: ({ code }) =>
    `This phone was not asked about code ${typedCode(code)}. Please look at the code once more.`,
  alertCovered: ({ code }) =>
    `Request ${code} has enough donors now, so you need not come. Thank you.`,
  alertNoLongerNeeded: ({ code }) =>
    `Request ${code}: blood is no longer needed, so you need not come. Thank you.`,
  plateletsVisit: ({ code }) =>
    `Request ${code} is for platelets: giving takes up to 3 hours. If you took aspirin in the last 3 days, text DROP. First ask the family at which blood centre.`,
  standbyPromoted: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Request ${p.code}: you are needed now! Please come to ${w.where(p, context)}, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Say the code. Eat first, bring an ID. ${neverPay} If you cannot come: DROP. When you have given: DONE.`,
    ),
  standbyReleased: ({ code }) =>
    `Request ${code}: you are not needed any more and need not keep yourself free. Thank you for being ready.`,
  donorStandDown: ({ code }) =>
    `Request ${code}: please do not come any more, the blood is no longer needed. If you are on the way, we are sorry. Thank you with all our heart.`,
  donorCorrected: (p, context) =>
    askFor(p, context.number).map(
      (ask) =>
        `Request ${p.code} has changed${changes[p.what]}. Please come to ${w.where(p, context)}, ${w.by(p.arriveBy, p.asap, context.now)}. ${ask}. Say the code. ${neverPay} If you cannot come, text DROP.`,
    ),
  donorReleased: ({ code, fewer }) =>
    `Request ${code}: please do not come any more. ${fewer ? 'Less blood is needed' : 'Another kind of blood is needed'} than we were told. If you are on the way, we are sorry. Thank you!`,
  alertChanged: ({ code, moved }) =>
    `Request ${code} has changed: ${moved ? 'the blood is needed in another place' : 'another kind of blood is needed'}, so you need not come. Thank you.`,
  donorReminder: ({ code, hospital, arriveBy, asap }, { now }) =>
    `Request ${code}: you are awaited at ${hospitalName(hospital)}, ${w.by(arriveBy, asap, now)}. Eat first. ${neverPay} If you cannot come: DROP.`,
  askArrived: ({ code, hospital }) =>
    `Request ${code}, ${hospitalName(hospital)}: have you reached? 1 = I am there, 2 = on the way, 3 = I cannot come. ${neverPay}`,
  arrivedThanks: ({ code, ...them }, { number }) =>
    askFor(them, number).map(
      (ask) =>
        `Thank you! ${ask}. At the blood bank say the code ${code}. When you have given, text DONE. If the doctor sends you back, text DROP.`,
    ),
  bankShutNoted: ({ code }) =>
    `Thank you. Request ${code}: we have told the family. Please wait there if you can. If time or place changes, we text you. If you cannot wait, text DROP.`,
  familyAskedIfNeeded: ({ code }) =>
    `Thank you. We are asking the family of request ${code}, and text you if no blood is needed now. If you have given, text DONE.`,
  whenComing: ({ code }) =>
    `Thank you for telling us. Request ${code}: when can you be at the hospital? Text the time, like 7 pm. If you cannot come, text DROP.`,
  onTheWayThanks: ({ code }) =>
    `Thank you, travel safely. At the hospital say the code ${code}. When you have given, text DONE. ${neverPay}`,
  askGave: ({ code }) =>
    `Request ${code}: were you able to give blood? 1 = I gave, 2 = the doctor sent me back, 3 = not yet.`,
  noShowNotice: ({ code }) =>
    `Request ${code}: we did not hear from you, so we are asking someone else. No harm done. If you are still coming, send 1. If not, 2.`,
  donationThanks: ({ code, next }) =>
    `Thank you! Someone has a chance to live, and a family can breathe again, because of your blood (request ${code}). Drink a lot of water and rest today. You may give blood again from ${w.day(next)}.`,
  donationThanksFromFamily: ({ code, next }) =>
    `The family of request ${code} tells us that you gave blood. Thank you! They can breathe again because of you. You may give again from ${w.day(next)}. If you did not give, text DROP.`,
  dropThanks: ({ code }) =>
    `Thank you for telling us (request ${code}). What was the reason? 1 = I could not come. Or the doctor said: 2 = low haemoglobin, 3 = weight or blood pressure, 4 = fever, illness or medicine, 5 = something else.`,
  dropReasonNoted: ({ until }) =>
    until
      ? `Thank you, we have noted it. Take care of yourself. We will not ask you before ${w.day(until)}.`
      : 'Thank you, we have noted it. We will ask you another time.',
  nothingToDrop: () => 'We are not waiting for you anywhere just now. All is well. Thank you.',
  nothingDone: () =>
    'Thank you. We have no open request from this phone, and no visit of yours. If you gave elsewhere, text GAVE and the day, like GAVE 12/10.',
  lifeTouched: ({ code }) =>
    `Request ${code}: the patient has now received all the blood that was needed. You are part of that. A family can breathe again. Thank you!`,

  // — donors, day to day
  joinNotice: ({ again }, { groupName }) =>
    `${sorry(again)}Good of you to want to give blood! ${groupName} keeps your number, name, blood group, area (PIN), sex, year of birth and donations, only to ask you when someone needs blood. Our volunteers alone see this; a family gets your name, and maybe your number (HIDE: no), only when you agree to come. FORGET erases it all. 1 = I agree, 2 = I do not.`,
  joinAskGroup: ({ again }) => `${sorry(again)}What is your blood group? For example B+ or O-.`,
  joinAskPin: ({ again }) =>
    `${sorry(again)}What is the PIN code of the place where you live? Six digits, like 211001.`,
  joinPinUnknown: () =>
    'We do not know that PIN code. Please look once more and send the six digits, like 211001.',
  joinAskName: ({ again }) =>
    `${sorry(again)}What is your name?${again ? ' Please send only the name.' : ''}`,
  joinAskSex: ({ again }) =>
    `${sorry(again)}Women rest longer between donations, so please tell us: 1 = woman, 2 = man, 3 = other.`,
  joinAskBirthYear: ({ again }) =>
    `${sorry(again)}In which year were you born? Four digits, like 1990.`,
  joinAskLastDonation: ({ again }, { now }) =>
    `${sorry(again)}When did you last give blood? Send the date, like 12/10/${toCalendar(now).year - 1}. If never, or more than 4 months ago, send 1.`,
  joined: ({ group, place, from }, { groupName }) =>
    `Welcome to ${groupName}! We have you down as ${w.group(group)}, ${placeName(place)}. We ask you only when someone needs blood${from ? `, and not before ${w.day(from)}` : ''}. For a break text PAUSE 30, to leave us FORGET.`,
  joinTooYoung: () =>
    'How good of you! Blood can be given from the age of 18. Please come back to us then.',
  joinTooOld: () =>
    'Good of you! To keep donors safe, doctors take blood only up to a certain age. Perhaps someone younger in your family would like to JOIN.',
  joinDeclined: () =>
    'That is all right, we have not put you on our list. If you think again, text JOIN any time.',
  alreadyJoined: ({ group, place }) =>
    `You are already one of us: ${w.group(group)}, ${placeName(place)}. If that has changed, text JOIN with the new group and PIN, like JOIN B+ 211001.`,
  paused: ({ until }) =>
    `All right, we will not ask you before ${w.day(until)}. To come back sooner, text ON.`,
  deferralNoted: ({ until }) =>
    `Thank you for telling us. Blood centres ask you to rest until ${w.day(until)} then, and we will not ask you before. Their doctor has the last word.`,
  pauseUnclear: () =>
    'For how many days? Please send PAUSE and a number from 1 to 365, like PAUSE 30.',
  resumed: () => 'Good to have you back! We will ask you when someone needs your blood.',
  gaveNoted: ({ next }) =>
    `Thank you for giving blood! You may give again from ${w.day(next)}. Until then we will not ask you for blood.`,
  gaveLongAgo: () => 'Thank you for giving blood! You may give again now.',
  gaveUnclear: () => 'On which day did you give? Please send GAVE and the date, like GAVE 12/10.',
  alertsEnded: () =>
    'All right, we will not ask you for blood any more. To be asked again one day, text ON. To have all we know of you erased, text FORGET.',
  leftAlone: () => 'All right, we will not trouble you. If you ever need blood, text BLOOD.',
  wrongPersonNoted: () =>
    'We are sorry for the trouble. Thank you for telling us. We will not ask this number for blood again. To erase all we know of it: FORGET.',
  sorryForLossNotAsked: () =>
    'We are so sorry for your loss. We will not ask this number for blood again. Should you ever want us to, text ON.',
  notADonor: () =>
    'You are not on our list of donors yet. If you would like to give blood, text JOIN.',
  myData: ({ name }) =>
    `This is what we keep of you: your number, ${name ? `the name ${personName(name)}, ` : ''}your language, and when you last wrote or called.`,
  myDataDonor: (p) =>
    `As a donor: ${w.group(p.group)}, PIN ${p.pin} (${placeName(p.place)}), ${sexes[p.sex]}, born ${p.birthYear}. Donations we know of: ${p.donations}${p.last ? `, the last on ${w.day(p.last)}` : ''}.`,
  myDataAgreed: ({ on, by }) => `You agreed on ${w.day(on)}, ${agreedBy[by]}.`,
  myDataAgreedIn: ({ language }) => `We explained it to you in ${languageNames[language]}.`,
  myDataRest: ({ until }) => `As far as we know you may give blood again from ${w.day(until)}.`,
  myDataPause: ({ until }) =>
    `You asked us to wait until ${w.day(until)}. To come back sooner: ON.`,
  myDataNotAsked: () =>
    'We do not ask this number for blood, as we were told. To be asked again: ON.',
  myDataCalls: ({ calls }) =>
    calls
      ? 'When blood is needed we call you. For texts instead: TEXTS.'
      : 'When blood is needed we text you. For calls instead: CALLS.',
  myDataNumber: ({ shown }) =>
    shown
      ? 'Whoever we put you in touch with may see your number. To keep it to yourself: HIDE.'
      : 'Nobody we put you in touch with sees your number. To show it: SHOW.',
  myDataMore: () => "Also your weight or e-mail address, as the group's own list had it.",
  myDataVolunteer: ({ place }) => `You are one of our volunteers for ${placeName(place)}.`,
  myDataRequests: ({ codes }) =>
    `Your requests, with hospital, patient and whom to meet, as you told us: ${codeList(codes)}.`,
  myDataJoining: () => 'Also what you have told us so far to join us.',
  myDataTelling: () => 'Also what you have told us so far of your need for blood.',
  myDataAsked: ({ count, agreed, came, missed, sentHome }) =>
    `How often we asked you for blood: ${count}. You agreed: ${agreed}, came: ${came}, could not come: ${missed}, sent home by the doctor: ${sentHome}.`,
  myDataSpoken: ({ count, days }) =>
    `What you said in calls is kept for ${days} days at most. We have ${count} now.`,
  myDataContacts: ({ count }) =>
    `We also keep when we had news or a reminder for you after a gift (${count}), to see whether it helps.`,
  myDataStory: () => 'You have told a story for our page. To delete it, text UNTELL.',
  myDataCamps: ({ count }) =>
    `You were invited to ${count === 1 ? '1 camp' : `${count} camps`} this year.`,
  myDataEnd: () =>
    'That is all. If you ask us to text no more, we keep it too. If something is wrong, text JOIN and tell us again. To erase all of it: FORGET.',
  prefersCalls: () => 'All right, when blood is needed we will call you. For texts instead: TEXTS.',
  prefersTexts: () => 'All right, when blood is needed we will text you. For calls instead: CALLS.',
  numberNotShown: (_, { number }) =>
    `All right, from now on donors and families do not see your number. To talk, they and you call ${number} and we connect you. To show it again: SHOW.`,
  numberShown: () =>
    'All right, from now on whoever we put you in touch with may see your number. To keep it to yourself: HIDE.',
  mayGiveAgain: () =>
    'Your rest is over: you may give blood again. We will text you when someone needs you. For a longer break: PAUSE 30.',
  ...enCampMessages,
  ...enAfterGiftMessages,
};
