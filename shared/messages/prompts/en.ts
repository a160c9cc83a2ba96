import type { BloodGroup } from '../../terms/blood-group.ts';
import type { Component } from '../../terms/component.ts';
import type { RequestCode } from '../../terms/request-code.ts';
import type { EpochMs } from '../../terms/time.ts';
import { hospitalName, personName, placeName, reasonText } from '../latin-clip.ts';
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
 * English for the ear: what a thing is for first, its key last. Short sentences; one breath each.
 */
const n = (count: number): string => countInWords(count, 'en');
const c = (code: RequestCode): string => digitsInWords(code, 'en');
const t = (at: EpochMs, now: EpochMs): string => timeInWords(at, now, 'en');
const units = (count: number): string => (count === 1 ? 'one unit' : `${n(count)} units`);

const components: Record<Component, string> = {
  'whole-blood': 'blood',
  'red-cells': 'packed red cells',
  platelets: 'platelets',
  plasma: 'plasma',
};
type Need = {
  group: BloodGroup;
  component: Component;
  units: number;
  exchange?: boolean | undefined;
};
const need = (p: Need): string =>
  p.exchange
    ? `${units(p.units)} of ${components[p.component]}, any group`
    : `${units(p.units)} of ${groupInWords(p.group, 'en')} ${components[p.component]}`;
const where = (p: { hospital: string; place: string }): string => {
  const [house, town] = [hospitalName(p.hospital), placeName(p.place)];
  return house.toLowerCase().includes(town.toLowerCase())
    ? spelled(house)
    : spelled(`${house}, ${town}`);
};
/** A name may hold a PIN: read in pairs. */
const spelled = (text: string): string =>
  text.replace(/\d+/g, (digits) => pairsInWords(digits, 'en'));
const orDonor = (name: string): string => spelled(personName(name)) || 'the donor';
const list = (choices: readonly string[]): string =>
  choices.map((choice, i) => `For ${spelled(choice)}, press ${n(i + 1)}.`).join(' ');
const neverPay = 'Never pay anyone.';
const recordHint = 'Speak after the tone, then press any key.';
const whyRefused = {
  'no-paper': "the hospital's paper is missing",
  'not-needed': 'blood is not needed any more',
  'not-true': 'what we were told could not be found true',
} as const;

export const en: PromptCatalog = {
  // — also texted
  bloodIsFree: () =>
    'Blood is free, and so is all that we do. Never pay anyone, whatever they say.',
  languageSet: () => 'All right, from now on in English.',
  forgotten: () => 'All we knew about you is erased. You are welcome back any time.',
  forgetAfterRequest: () =>
    'Your request is closed, and all we knew about you is erased. You are welcome back any time.',
  unitsTooMany: ({ max }) => `We can look for ${units(max)} at most.`,
  requestSummary: (p, { now }) =>
    `${need(p)}. ${where(p)}. By ${t(p.neededBy, now)}.${p.patient ? ` For ${spelled(personName(p.patient))}.` : ''} To send it off, press one. To change something, two. Not needed any more, three.`,
  requestDropped: () => 'All right. Nothing has been sent to anyone.',
  requestOpened: ({ code }) =>
    `Your request is with our volunteers. One of them will call you. Keep the hospital's paper at hand. Its number is ${c(code)}. ${neverPay}`,
  requestOpenedTrusted: ({ code }) =>
    `Thank you. We are asking donors now. The number of your request is ${c(code)}.`,
  tooManyRequests: ({ max }) =>
    `You have ${n(max)} open requests, the most we can look after at once. Please close one first.`,
  requestWithMoreVolunteers: ({ code }) =>
    `Request ${c(code)}: no volunteer was free yet. We have asked more of them.`,
  requestWithCoordinators: ({ code }) =>
    `Request ${c(code)} is now with our senior volunteers. One of them will call you.`,
  requestWaits: ({ code }) =>
    `Request ${c(code)}: none of us is free just now. We keep trying. Please ask the blood bank too.`,
  requestVerified: ({ code }) =>
    `Good news. Request ${c(code)} has been checked. Donors near you are asked now.`,
  requestRefused: ({ code, reason, why }) =>
    `We are sorry. We cannot go on with request ${c(code)}.${why || reason ? ` Our volunteer says: ${why ? whyRefused[why] : spelled(reasonText(reason))}.` : ''} Please ask the hospital's blood bank too.`,
  statusVerifying: ({ code }) =>
    `Request ${c(code)}: a volunteer is checking it and will call you.`,
  statusSearching: (p) =>
    `Request ${c(p.code)}: ${p.confirmed === 0 ? 'no donor yet' : `${n(p.confirmed)} of ${n(p.units)} donors found`}. ${n(p.asked)} have been asked. We go on looking.`,
  statusCovered: (p) =>
    `Request ${c(p.code)}: enough donors have agreed to come. ${p.given > 0 ? `${units(p.given)} given.` : ''}`,
  statusNone: () => 'You have no open request.',
  donorComing: (p, { now }) =>
    `Request ${c(p.code)}: ${orDonor(p.donor)} has agreed to come by ${t(p.arriveBy, now)}. Ask for the number of your request: a true donor knows it. ${neverPay}`,
  donorDropped: ({ code, donor }) =>
    `Request ${c(code)}: ${orDonor(donor)} cannot come after all. We are asking the next donor.`,
  donorDidNotCome: ({ code, donor }) =>
    `Request ${c(code)}: we have not heard that ${orDonor(donor)} has come. We are asking the next donor.`,
  donorTurnedAway: ({ code, donor }) =>
    `Request ${c(code)}: the doctor told ${orDonor(donor)} not to give today. We are asking the next donor.`,
  unitGiven: (p) => `Request ${c(p.code)}, good news: ${units(p.given)} of ${n(p.units)} given.`,
  requestFulfilled: ({ code, units: all }) =>
    `Request ${c(code)}: ${all === 1 ? 'the blood has been given' : `all ${units(all)} have been given`}. We wish the patient well with all our heart.`,
  requestStillNeeded: ({ code }) =>
    `Request ${c(code)}: is blood still needed? If yes, press one. If not, two.`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `Request ${c(code)}: we go on looking, until ${t(neededBy, now)}.`,
  requestExpired: ({ code }) =>
    `Request ${c(code)} is closed, because its time is over. If blood is still needed, begin again with one.`,
  requestClosed: ({ code }) => `Request ${c(code)} is closed. We are not asking donors any more.`,
  unitsAdded: ({ code, units: all }) => `Request ${c(code)}: we are now looking for ${units(all)}.`,
  unitsNotAdded: ({ code, max }) =>
    `Request ${c(code)}: we cannot add more. ${units(max)} are the most we can look for.`,
  searchWidened: ({ code }) =>
    `Request ${c(code)}: everyone near has been asked. We are now asking further away.`,
  everyoneAsked: ({ code }) =>
    `Request ${c(code)}: we have asked every donor we can. Our senior volunteers go on by phone. Please ask the blood bank whether it takes any group in exchange.`,
  doneWithoutDonor: ({ code }) =>
    `Request ${c(code)}: none of our donors has agreed to come yet. If blood is no longer needed, close it with four.`,
  verifyAsk: (p, { now }) =>
    `Request ${c(p.code)}: ${need(p)}. ${where(p)}, by ${t(p.neededBy, now)}.${p.patient ? ` Patient ${spelled(personName(p.patient))}.` : ''}`,
  verifyThanksOk: ({ code }) => `Thank you. For request ${c(code)} we are asking donors now.`,
  verifyThanksNo: ({ code }) =>
    `Thank you. Request ${c(code)} goes no further, and we are telling the family.`,
  verifyAlready: ({ code }) => `Thank you. Request ${c(code)} is already settled.`,
  verifyUnknown: () => 'No request is waiting for you just now. Thank you.',
  verifyOwn: ({ code }) =>
    `Request ${c(code)} is your own, so another volunteer has to check it. We wish the patient well.`,
  verifyOffDuty: () => 'You are off duty just now. You can go on duty in the settings.',
  verifyEnd: ({ code }) =>
    `Request ${c(code)}, which you checked: the blood has been given. You made this possible. Thank you.`,
  verifyEndClosed: ({ code }) =>
    `Request ${c(code)} is closed now. Thank you for looking after it.`,
  coordinatorEveryoneAsked: (p, { now }) =>
    `Request ${c(p.code)} needs you: ${need(p)}, ${where(p)}, by ${t(p.neededBy, now)}. Still missing: ${n(p.missing)}. Asked: ${n(p.asked)}. The family's number is in the text. ${neverPay}`,
  dutyOn: ({ zone }) => `You are on duty for ${spelled(placeName(zone))}. Thank you.`,
  dutyOff: () => 'You are off duty. Rest well.',
  alert: (p, { groupName, now }) =>
    `${groupName}. ${need(p)} needed at ${where(p)}, by ${t(p.neededBy, now)}. Can you come? If yes, press one. If you cannot, two. To hear it again, nine.`,
  alertThanksNo: () => 'Thank you for telling us. We will ask someone else.',
  alertYesConfirmed: (p, { now }) =>
    `Thank you! Please come to ${where(p)} by ${t(p.arriveBy, now)}.${p.attendant ? ` Ask for ${spelled(personName(p.attendant))}.` : ''} Your number is ${c(p.code)}. Eat first, no alcohol, bring an I D. ${neverPay}`,
  alertYesStandby: () =>
    'Thank you! There are enough donors for now, and you are next in line. If you are needed, we will tell you.',
  alertYesCovered: () =>
    'Thank you! Enough donors have agreed already, so you need not come. It is good to know we can count on you.',
  alertYesClosed: () =>
    'Thank you! Blood is no longer needed here, so you need not come. It is good to know we can count on you.',
  alertYesNotYet: ({ from }) =>
    `Thank you! For your own health you should rest until ${dayInWords(from, 'en')}. We will ask you another time.`,
  alreadyConfirmed: (p, { now }) =>
    `We have your word: ${spelled(hospitalName(p.hospital))}, by ${t(p.arriveBy, now)}. ${neverPay}`,
  alreadyStandby: () => 'You are next in line. We will tell you if you are needed.',
  alreadySaidNo: () => 'You told us that you cannot come, and that is all right.',
  alreadyGiven: () => 'Your gift of blood is already noted. Thank you!',
  nothingToAnswer: () => 'Thank you. We are not asking you anything just now.',
  alertCovered: () =>
    'We rang you because blood was needed. Enough donors have come forward now, so you need not come. Thank you for being there.',
  alertNoLongerNeeded: () =>
    'We rang you because blood was needed. It is no longer needed, so you need not come. Thank you for being there.',
  standbyPromoted: (p, { now }) =>
    `You are needed now! Please come to ${where(p)} by ${t(p.arriveBy, now)}.${p.attendant ? ` Ask for ${spelled(personName(p.attendant))}.` : ''} Your number is ${c(p.code)}. Eat first, bring an I D. ${neverPay}`,
  standbyReleased: () => 'You need not keep yourself free any more. Thank you for being ready.',
  donorStandDown: ({ code }) =>
    `Request ${c(code)}: please do not come any more, blood is no longer needed. Thank you with all our heart.`,
  donorReminder: (p, { now }) =>
    `You are awaited at ${spelled(hospitalName(p.hospital))} by ${t(p.arriveBy, now)}. Please eat first, and bring an I D. Thank you.`,
  askArrived: ({ hospital }) =>
    `Have you reached ${spelled(hospitalName(hospital))}? If you are there, press one. On the way, two. If you cannot come, three.`,
  arrivedThanks: () => 'Thank you for coming. Afterwards, call us and tell us how it went.',
  onTheWayThanks: () => 'Thank you, travel safely.',
  askGave: () =>
    'Were you able to give blood? If you gave, press one. If the doctor sent you back, two. Not yet, three.',
  noShowNotice: () =>
    'We did not hear from you, so we asked someone else. That is all right. If you are still coming, press one. If not, two.',
  donationThanks: ({ next }) =>
    `Thank you! Someone has a chance to live because of you. You may give again from ${dayInWords(next, 'en')}. Rest and drink plenty today.`,
  donationThanksFromFamily: ({ next }) =>
    `The family tells us that you gave blood. Thank you! You may give again from ${dayInWords(next, 'en')}.`,
  dropThanks: () =>
    'Thank you for telling us. What was the reason? I could not come: one. Haemoglobin: two. Weight or blood pressure: three. Fever, illness or medicine: four. Something else: five.',
  dropReasonNoted: ({ until }) =>
    until
      ? `Thank you, we have noted it. Rest until ${dayInWords(until, 'en')}; we will not ask you before.`
      : 'Thank you, we have noted it.',
  nothingToDrop: () => 'We are not waiting for you anywhere. Thank you.',
  nothingDone: () => 'We know of no open request and no visit of yours.',
  lifeTouched: () =>
    'The patient has all the blood that was needed. You are part of that. Thank you.',
  joinNotice: ({ again }, { groupName }) =>
    `${again ? 'Sorry. ' : ''}${groupName} keeps your number, blood group and area, only to ask you when blood is needed nearby. Only volunteers see it. You can have it erased any time. If you agree, press one. If not, two.`,
  joinTooYoung: () =>
    'Thank you! One may give blood from the age of eighteen. We look forward to you.',
  joinTooOld: () =>
    'Thank you! For your own safety one may give blood only up to a certain age. You can help by telling others.',
  joinDeclined: () => 'That is all right. We have not put you on our list.',
  joined: (p) =>
    `Welcome! You are on our list with ${groupInWords(p.group, 'en')}, in ${spelled(placeName(p.place))}.${p.from ? ` You may give again from ${dayInWords(p.from, 'en')}.` : ''} When blood is needed near you, we will ask.`,
  alreadyJoined: (p) =>
    `You are already one of us, with ${groupInWords(p.group, 'en')}, in ${spelled(placeName(p.place))}.`,
  paused: ({ until }) => `All right, we will not ask you before ${dayInWords(until, 'en')}.`,
  resumed: () => 'Good to have you back. We will ask you when blood is needed near you.',
  gaveNoted: ({ next }) =>
    `Thank you for giving blood! You may give again from ${dayInWords(next, 'en')}.`,
  gaveUnclear: () => 'We could not find that day. It must be today or earlier.',
  notADonor: () => 'You are not on our list of donors yet.',
  mayGiveAgain: () =>
    'Your rest is over: you may give blood again. We will call you when you are needed.',
  prefersCalls: () => 'All right, when blood is needed we will call you.',
  prefersTexts: () => 'All right, when blood is needed we will text you.',
  numberNotShown: () => 'All right, nobody sees your number. We connect you when you want to talk.',
  numberShown: () => 'All right, when you are put in touch with somebody, they see your number.',

  // — any call
  chooseLanguage: () => 'हिंदी के लिए एक दबाएँ। For English, press two.',
  welcome: (_, { groupName }) => `Welcome to ${groupName}. Blood is free here. ${neverPay}`,
  mainMenu: ({ donor }) =>
    `If you need blood, press one. ${donor ? 'You are one of our donors: to change how we ask you, four.' : 'If you want to give blood, two.'} For questions about giving, three.${donor ? '' : ' For settings, four.'} To talk to a volunteer, zero. To hear this again, nine.`,
  sayAgain: () => 'Are you there? Once more.',
  wrongKey: () => 'That key means nothing here. Once more, please.',
  numberHidden: () =>
    'We cannot see your number, so we could not call you back. Please call from a phone that shows its number.',
  callUnknown: () => 'Sorry, we lost the thread. Nothing you told us is lost.',
  goodbye: () => 'Thank you for calling. We are here day and night.',
  seeText: () => 'We have also sent you this as a text.',
  needGroup: () =>
    'Which blood group does the patient need? A, press one. B, two. A B, three. O, four. Bombay group, five. If you do not know, six.',
  needGroupUnknown: () =>
    "It is on the hospital's paper. Please look there or ask the nurse, then choose.",
  needRh: ({ abo }) =>
    `${aboInWords(abo, 'en')} positive, press one. ${aboInWords(abo, 'en')} negative, two.`,
  needComponent: () =>
    'What did the doctor ask for? Blood, or you are not sure: one. Packed red cells: two. Platelets: three. Plasma: four.',
  needUnits: () => 'How many units? Press a number from one to nine.',
  needPin: () => 'Now the six digits of the PIN code of the hospital.',
  pinCheck: ({ pin, place }) =>
    `${pairsInWords(pin, 'en')}: ${spelled(placeName(place))}. Is that right? Yes, press one. No, two.`,
  pinUnknown: () => 'We do not know that PIN code. Please press its six digits once more.',
  needHospital: ({ hospitals }) =>
    `Which hospital? ${list(hospitals.map(hospitalName))} Another one, press ${n(hospitals.length + 1)}.`,
  needHospitalName: () =>
    `Please say the name of the hospital. ${recordHint} To go on without, press a key at once.`,
  needWhen: () =>
    'When is the blood needed? Now, within six hours: one. Today: two. Tomorrow: three. Later: four.',
  needDays: () => 'In how many days? Press a number from two to nine.',
  needPatient: () => `Please say the name of the patient. ${recordHint}`,
  needAttendant: () => `And who is with the patient, for the donor to ask for? ${recordHint}`,
  needChange: () =>
    'What shall we change? The blood group: one. Blood or platelets: two. How many units: three. The hospital: four. When: five. The names: six.',
  needContinues: () => 'Let us go on where we stopped.',
  requestCode: ({ code }) => `The number of your request is ${c(code)}. Once more: ${c(code)}.`,
  joinGroup: () =>
    'What is your blood group? A, press one. B, two. A B, three. O, four. Bombay group, five.',
  joinPin: () => 'The six digits of the PIN code of the place where you live, please.',
  joinName: () => `Please say your name. ${recordHint}`,
  joinSex: () => 'Are you a woman, press one. A man, two. Other, three.',
  joinBorn: () => 'In which year were you born? Please press the four digits.',
  joinLast: () =>
    'When did you last give blood? Never, or more than four months ago: one. Less than four months ago: two.',
  joinLastDate: () =>
    'Please press day and month in four digits: for the fifth of October, zero five one zero.',
  pledgeConfirmed: (p, { now }) =>
    `You are awaited at ${where(p)} by ${t(p.arriveBy, now)}. Your number is ${c(p.code)}. To talk to the family, press one. If you cannot come, two. If you have given, three. Anything else, five.`,
  pledgeStandby: () =>
    'You are next in line, we will tell you if you are needed. If you cannot come any more, press two. Anything else, five.',
  requestKeys: ({ donors, more }) =>
    `${donors > 0 ? 'To talk to the donor, press one. ' : ''}More units, two. The blood was given, three. To close it, four. Anything else, five.${more ? ' Your next request, six.' : ''}`,
  requestMore: () => 'How many units more? Press a number from one to nine.',
  requestClose: () =>
    'Shall we close the request and ask nobody any more? Yes, press one. No, two.',
  chooseDonor: ({ donors }) =>
    `Whom do you want to talk to? ${list(donors.slice(0, 6).map(orDonor))}`,
  refusalToHear: ({ code }) =>
    `About request ${c(code)}, which we could not go on with. Our volunteer says:`,
  verifyKeys: ({ more }) =>
    `If it is true, press one. To refuse it, two. To talk to the family first, three.${more ? ' The next request, four.' : ''} Anything else, five.`,
  verifyReason: () =>
    "Why? The hospital's paper is missing: one. Not needed any more: two. The details are not true: three. To say it yourself: four.",
  verifyReasonSay: () => `Please say why, the family will hear it. ${recordHint}`,
  verifyNoMore: () => 'Nothing else is waiting. Thank you.',
  hearHospital: () => 'The hospital, as the caller said it:',
  hearNames: () => 'The patient, and who is with them:',
  settings: ({ donor, volunteer, byCall, hidden, onDuty }) =>
    `हिंदी के लिए एक। ${
      donor
        ? `Fewer calls or a pause, two. You gave elsewhere, three. Ask me by ${byCall ? 'text' : 'phone call'}, four. ${hidden ? 'Show' : 'Hide'} my number, five. `
        : ''
    }${volunteer ? `${onDuty ? 'Off' : 'On'} duty, six. ` : ''}Erase all about me, seven.`,
  pauseKeys: () => 'Do not ask me for thirty days: one. For ninety days: two. Ask me again: three.',
  gaveWhen: () => 'When did you give? Today: one. Yesterday: two. Another day: three.',
  gaveDate: () =>
    'Please press day and month in four digits: for the fifth of October, zero five one zero.',
  forgetCheck: () => 'Shall we erase all we know about you? Yes, press one. No, two.',
  mythList: () =>
    'Will it make me weak? One. Does it hurt, can I catch something? Two. For women: three. How often? Four. Does a man lose strength? Five. Who pays? Six.',
  // About 350 ml are taken; the fluid is back within a day or two, red cells in some weeks (WHO, NHS Blood).
  mythWeakness: () =>
    'People ask me whether giving makes them weak. It takes about a glass and a half. Your body makes up the water in a day or two. Drink well, rest a while, and you work as before.',
  mythPain: () =>
    'A short prick, as when an ant bites. The needle is new and sterile, used once, for you alone, and thrown away. Nobody can catch anything from giving.',
  mythWomen: () =>
    'Women give as well as men do, every four months. Not during the period, not when expecting a child or feeding it. The doctor looks at your haemoglobin first.',
  mythOften: () =>
    'Men may give every three months, women every four. From eighteen to sixty five, above forty five kilos. The doctor checks you each time before you give.',
  mythStrength: () =>
    'No. A man loses no strength, and nothing else. The body makes new blood all the time, day and night, like a spring that fills again.',
  mythMoney: () =>
    'Nobody pays. Blood may not be bought or sold in India. Whoever asks for money, even for the way, is cheating you: tell our volunteer.',
  mythKeys: () =>
    'The next question, press one. If you want to give blood, two. Anything else, five.',
  connecting: ({ to }) =>
    `We connect you with ${to === 'volunteer' ? 'a volunteer' : `the ${to}`}. Nobody sees your number. ${neverPay}`,
  nobodyPickedUp: ({ to }) =>
    `The ${to} does not pick up just now. Please try again in a few minutes.`,
  talkEnded: () => 'We are still here.',
  cannotConnect: () => 'That request is not open any more, so we cannot connect you.',
  legDonor: ({ code, name }) =>
    `${name ? `${spelled(personName(name))}, the` : 'The'} family of request ${c(code)}, wants to talk to you. To talk, press one. Nobody sees your number. ${neverPay}`,
  legFamily: ({ code, name }) =>
    `${name ? spelled(personName(name)) : 'Your donor'}, the donor for request ${c(code)}, wants to talk to you. To talk, press one. Nobody sees your number. ${neverPay}`,
  legFamilyByVolunteer: ({ code, name }) =>
    `${name ? `${spelled(personName(name))}, our volunteer,` : 'Our volunteer'} wants to ask you about request ${c(code)}. To talk, press one. ${neverPay}`,
  legVolunteer: ({ place }) =>
    `Somebody${place ? ` in ${spelled(placeName(place))}` : ''} asks for a volunteer. To take the call, press one.`,
  legTaken: () => 'Thank you, somebody else has the call already.',
  volunteerRings: () => 'We are calling a volunteer for you. Please stay on the line.',
  nobodyFree: () =>
    'No volunteer is free just now. Please say your name and what you need after the tone. They will hear it and call you back.',
  messageKept: () => 'Thank you. Our volunteers will hear it and call you back.',
  messageEmpty: () => 'We heard nothing. Please call again any time.',
};
