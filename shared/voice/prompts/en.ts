import type { PromptCatalog } from '../prompt-keys.ts';
import { spokenWords } from '../spoken/spoken-words.ts';

/*
 * English for the ear, as it is spoken in India: the purpose first, its key last; sentences of one breath. Of several
 * wordings the fullest that is short enough is said.
 */
const w = spokenWords('en');
const { n, c, t, day, units, name, where } = w;

const orDonor = (donor: string): string => name(donor) || 'the donor';
/** Choices and their keys; the same in fewer words. */
const list = (choices: readonly string[]): string =>
  choices.map((choice, i) => `For ${choice}, press ${n(i + 1)}.`).join(' ');
const shortList = (choices: readonly string[]): string =>
  choices.map((choice, i) => `${choice}: ${n(i + 1)}.`).join(' ');
/** As many as a caller can remember; the others can be reached by the volunteer. */
const mostDonors = 4;
const neverPay = 'Never pay anyone.';
const afterTone = 'Speak after the tone, then press any key.';
const dayAndMonth =
  'Please press the day and the month, four digits in all. For the fifth of October: zero five one zero.';
const whyRefused = {
  'no-paper': "We have not seen the hospital's paper yet",
  'not-needed': 'We were told that blood is not needed any more',
  'not-true': 'We could not make sure of what we were told',
  same: "We go on with your family's other request for the same blood",
} as const;

const pledgeKeys =
  'To talk to the family, press one. If you cannot come, two. If you have given, three. Anything else, five.';

export const enPrompts: PromptCatalog = {
  // — also texted
  bloodIsFree: () =>
    'Blood costs nothing here, and neither does our help. Never pay anyone, whatever they tell you. If somebody asks for money, tell our volunteer.',
  languageSet: () => 'All right, from now on we speak English.',
  forgotten: () => 'All we knew about you is erased. You are welcome back any time.',
  forgetAfterRequest: () =>
    'Your request is closed, and all we knew about you is erased. You are welcome back any time.',
  unitsTooMany: ({ max }) => `We can look for ${units(max)} at most.`,
  requestSummary: (p, context) => {
    const [need, by] = [w.need(p), w.by(p.neededBy, p.asap, context.now)];
    const what = `You need ${need}, at ${where(p, context)}, ${by}.`;
    const patient = name(p.patient);
    const keys = 'To send it, press one. To change something, two. Not needed any more, three.';
    return [
      ...(patient ? [`${what} For ${patient}. ${keys}`] : []),
      ...(patient ? [`${what} ${keys} The patient is ${patient}.`] : []),
      `${what} ${keys}`,
      `You need ${need}, at ${w.hospital(p.hospital, context)}, ${by}. ${keys}`,
      `You need ${need}, at ${w.hospital(p.hospital, context)}. ${keys} Needed ${by}.`,
    ];
  },
  requestDropped: () => 'All right. Nothing has been sent to anyone.',
  requestOpened: ({ code }) =>
    `Your request is with our volunteers. One of them will call you, so keep your phone and the hospital's paper at hand. Your code is ${c(code)}. ${neverPay}`,
  requestOpenedContact: ({ code }) =>
    `Your request is with our volunteers. One of them will call the number that you wrote to us. Keep the hospital's paper at hand. Your code is ${c(code)}. ${neverPay}`,
  requestStarted: ({ code }) =>
    `It is with us, and a volunteer calls you. ${neverPay} Your code: ${c(code)}.`,
  requestOpenedTrusted: ({ code }) =>
    `We are asking donors now, and will tell you when somebody can come. Your code is ${c(code)}. ${neverPay}`,
  tooManyRequests: ({ max }) =>
    `You have ${n(max)} open requests, as many as we can look after at once. Please close one of them first.`,
  requestWithMoreVolunteers: ({ code }) =>
    `Request ${c(code)}: no volunteer was free yet, so we have asked more of them. Keep your phone near.`,
  requestWithCoordinators: ({ code }) =>
    `Request ${c(code)} is now with our coordinators. Keep your phone near.`,
  requestWaits: ({ code }) =>
    `Request ${c(code)}: none of us is free just now. We keep trying. Please ask the blood bank too. ${neverPay}`,
  loginCode: ({ code }) =>
    `Your code for the website: ${c(code)}. Once again: ${c(code)}. Tell it to nobody.`,
  requestVerified: ({ code, askFrom }) =>
    `Good news. Request ${c(code)} has been checked, and donors near you ${askFrom ? 'will be asked in the morning' : 'are being asked'}. ${neverPay}`,
  requestRefused: ({ code, why }) =>
    `We are sorry, we cannot go on with your request for now. To talk to one of us, call this number and press zero.${why ? ` ${whyRefused[why]}.` : ''} Request ${c(code)}.`,
  requestUnchecked: ({ code }) =>
    `Request ${c(code)}: no volunteer has checked it yet, so no donor has been asked. We keep asking our volunteers. Please also ask the blood bank.`,
  statusVerifying: ({ code }) =>
    `Request ${c(code)}: a volunteer is checking it and may call you. Keep your phone near.`,
  statusSearching: (p) =>
    `Request ${c(p.code)}: ${p.confirmed === 0 ? 'no donor yet' : `${n(p.confirmed)} of ${n(p.units)} donors found`}. ${p.asked > 0 ? `So far we have asked ${n(p.asked)}, and we go on.` : p.nobody ? 'There is none we can ask just now, and we go on looking.' : 'We are about to ask the donors near you.'}`,
  statusCovered: (p) =>
    `Request ${c(p.code)}: enough donors have agreed to come.${p.given > 0 ? ` Given so far: ${units(p.given)}.` : ''}`,
  statusNone: () => 'You have no open request.',
  donorComing: (p, { now }) =>
    `Good news. ${name(p.donor) || 'A donor'} has agreed to come ${w.by(p.arriveBy, p.asap, now)}. Ask them for the code, ${c(p.code)}: a true donor knows it. ${neverPay}`,
  donorDropped: ({ code, donor }) =>
    `Request ${c(code)}: ${orDonor(donor)} cannot come after all. Do not worry, we are finding another donor.`,
  donorDidNotCome: ({ code, donor }) =>
    `Request ${c(code)}: we have not heard that ${orDonor(donor)} has arrived. We are finding another donor now.`,
  donorTurnedAway: ({ code, donor }) =>
    `Request ${c(code)}: the doctor told ${orDonor(donor)} not to give today. We are finding another donor now.`,
  unitGiven: (p) => `Good news. Request ${c(p.code)}: ${n(p.given)} of ${units(p.units)} given.`,
  requestFulfilled: ({ code, units: all }) =>
    `Request ${c(code)}: ${all === 1 ? 'the blood has been given' : 'all the blood has been given'}. We wish the patient well with all our heart.`,
  requestStillNeeded: ({ code }) =>
    `Request ${c(code)}: its time has come. Is blood still needed? If it is, press one. If not, two.`,
  requestExtended: ({ code, neededBy }, { now }) =>
    `Request ${c(code)}: we go on looking, until ${t(neededBy, now)}.`,
  requestExpired: ({ code, given, units: all }) =>
    `Request ${c(code)} is closed, because its time is over.${given && all ? ` ${n(given)} of ${units(all)} given.` : ''} If blood is still needed, press one and tell us again.`,
  requestClosed: ({ code }) =>
    `Request ${c(code)} is closed, and we ask nobody any more. We wish the patient well.`,
  unitsAdded: ({ code, units: all }) =>
    `Request ${c(code)}: we are now looking for ${units(all)} in all.`,
  unitsNotAdded: ({ code, max }) =>
    `Request ${c(code)}: we cannot add more, because we can look for ${units(max)} at most. Please ask the blood bank too.`,
  searchWidened: ({ code }) =>
    `Request ${c(code)}: we have asked the donors near you, and now ask further away.`,
  everyoneAsked: ({ code, byExchange, alone }) =>
    `Request ${c(code)}: we have asked every donor we can. ${alone ? '' : 'We have told a coordinator. '}${byExchange ? '' : 'Please ask the blood bank whether it takes any group in exchange. '}${neverPay}`,
  likelyAsked: ({ code, byExchange, alone }) =>
    `Request ${c(code)}: we have asked every donor who is likely to come in time. ${alone ? '' : 'We have told a coordinator. '}${byExchange ? '' : 'Please ask the blood bank whether it takes any group in exchange. '}${neverPay}`,
  doneWithoutDonor: ({ code }) =>
    `Request ${c(code)}: none of our donors has agreed to come yet. If blood is no longer needed, close it with four. Otherwise we go on looking.`,
  verifyAsk: (p, context) => {
    if (p.unplaced)
      return `${w.group(p.group)} ${w.component(p.component)} is needed ${w.by(p.neededBy, p.asap, context.now)}. We do not know the hospital yet. Request ${c(p.code)}.`;
    const patient = name(p.patient);
    return `Request ${c(p.code)}: ${w.need(p)}, at ${where(p, context)}, ${w.by(p.neededBy, p.asap, context.now)}.${patient ? ` The patient is ${patient}.` : ''}`;
  },
  verifyThanksOk: ({ code }) => `Thank you. For request ${c(code)} we are asking donors now.`,
  verifyThanksNo: ({ code }) =>
    `Thank you. Request ${c(code)} goes no further, and we are telling the family.`,
  verifyAlready: ({ code }) =>
    `Thank you. Request ${c(code)} is already settled, so there is nothing more to do.`,
  verifyUnknown: () => 'No request is waiting for you just now. Thank you.',
  verifyOwn: ({ code }) =>
    `Request ${c(code)} is your own, so another volunteer has to check it. We wish the patient well.`,
  verifyOffDuty: () =>
    'You are off duty just now. To go on duty, press four in the main menu, and then six.',
  verifyEnd: ({ code, units: all }) =>
    `Request ${c(code)}, which you checked: ${all === 1 ? 'the blood has been given' : 'all the blood has been given'}. You made this possible. Thank you.`,
  verifyEndClosed: ({ code }) =>
    `Request ${c(code)} is closed now. Thank you for looking after it.`,
  coordinatorEveryoneAsked: (p, context) => {
    const asked = `Still missing: ${n(p.missing)}. Asked: ${n(p.asked)}.`;
    const [what, by] = [
      `Request ${c(p.code)} needs you: ${w.need(p)}`,
      w.by(p.neededBy, p.asap, context.now),
    ];
    return [
      `${what}, at ${where(p, context)}, ${by}. ${asked} The family's number is in the text.`,
      `${what}, at ${w.hospital(p.hospital, context)}, ${by}. ${asked} More is in the text.`,
      `${what}, ${by}. Still missing: ${n(p.missing)}. More is in the text.`,
    ];
  },
  dutyOn: ({ zone }, context) => `You are on duty for ${w.place(zone, context)}. Thank you.`,
  dutyOff: () => 'You are off duty. Rest well.',
  alert: (p, context) => {
    const [need, by] = [w.needForDonor(p), w.by(p.arriveBy, p.asap, context.now)];
    const verb = p.units === 1 ? 'is' : 'are';
    const group = context.groupName;
    const press = 'If so, press one. If not, two. To hear it again, nine.';
    const keys = `Can you come ${by}? ${press}`;
    return [
      `This is ${group}. At ${where(p, context)}, ${need} ${verb} needed. ${keys}`,
      `${group}: ${where(p, context)}, ${need}. ${keys}`,
      `${group}: ${w.hospital(p.hospital, context)}, ${need}. ${keys}`,
      `${group}: ${w.hospital(p.hospital, context)}, ${need}. Can you come? ${press} Please come ${by}.`,
    ];
  },
  alertAgain: (p, context) => {
    const [need, by] = [w.needForDonor(p), w.by(p.arriveBy, p.asap, context.now)];
    const group = context.groupName;
    const press = 'press one. If not, two. Again, nine.';
    const keys = `If you can come ${by}, ${press}`;
    const asked = (at: string) => `${group}. Needed again: at ${at}, ${need}`;
    return [
      `${asked(where(p, context))}. ${keys}`,
      `${asked(w.hospital(p.hospital, context))}. ${keys}`,
      `${asked(w.hospital(p.hospital, context))}. If you can, ${press} Please come ${by}.`,
    ];
  },
  alertThanksNo: () => 'That is all right, thank you for telling us. We will ask someone else.',
  alertNoLate: () =>
    'That is all right, thank you for telling us. Nobody more is needed there just now.',
  alertYesConfirmed: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    const who = name(p.attendant) ? ` Ask for ${name(p.attendant)}.` : '';
    const health = `Eat${p.asap ? ' something' : ' and sleep well'} first, no alcohol, and bring an ID.`;
    return [
      `Thank you! Please come to ${where(p, context)}, ${by}.${who} ${health} ${neverPay}`,
      `Thank you! Please come to ${w.hospital(p.hospital, context)}, ${by}.${who} ${health} ${neverPay}`,
    ];
  },
  alertYesStandby: () =>
    'Thank you! There are enough donors for now, and you are next in line. If you are needed, we will tell you.',
  alertYesCovered: () =>
    'Thank you! Enough donors have agreed already, so you need not come. It is good to know we can count on you.',
  alertYesReserve: () =>
    'Thank you! Enough donors have agreed already, so you need not come. If a place opens, you are among the first we ask.',
  alertYesClosed: () =>
    'Thank you! Blood is no longer needed there, so you need not come. It is good to know we can count on you.',
  alertYesNotYet: ({ from }) =>
    `Thank you! For your own health you should rest until ${day(from)}, so please do not come. We will ask you another time.`,
  alreadyConfirmed: (p, context) =>
    `We have your word: ${w.hospital(p.hospital, context)}, ${w.by(p.arriveBy, p.asap, context.now)}. ${neverPay}`,
  alreadyStandby: () => 'You are next in line. If you are needed, we will tell you.',
  alreadySaidNo: () => 'You told us that you cannot come, and that is all right.',
  alreadyGiven: () => 'Your gift of blood is already noted. Thank you!',
  nothingToAnswer: () => 'Thank you. We are not asking you anything just now.',
  alertCovered: () =>
    'We turned to you because blood was needed. Enough donors have come forward now, so you need not come. Thank you for being there.',
  alertNoLongerNeeded: () =>
    'We turned to you because blood was needed. It is no longer needed, so you need not come. Thank you for being there.',
  standbyPromoted: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    const who = name(p.attendant) ? ` Ask for ${name(p.attendant)}.` : '';
    const health = 'Eat first, no alcohol, and bring an ID.';
    return [
      `You are needed now! Please come to ${where(p, context)}, ${by}.${who} ${health} ${neverPay}`,
      `You are needed now! Please come to ${w.hospital(p.hospital, context)}, ${by}.${who} ${health} ${neverPay}`,
    ];
  },
  standbyReleased: () =>
    'You are not needed any more and need not keep yourself free. Thank you for being ready.',
  donorStandDown: ({ code }) =>
    `Request ${c(code)}: please do not come any more, the blood is no longer needed. If you are on the way, we are sorry. Thank you with all our heart.`,
  donorReminder: (p, context) =>
    `You are awaited at ${w.hospital(p.hospital, context)}, ${w.by(p.arriveBy, p.asap, context.now)}. Please eat first, and bring an ID. ${neverPay}`,
  askArrived: ({ hospital }, context) =>
    `Have you reached ${w.hospital(hospital, context)}? If you are there, press one. On the way, two. If you cannot come, three.`,
  arrivedThanks: () => 'Thank you for coming. Afterwards, please call us and tell us how it went.',
  onTheWayThanks: () => `Thank you, travel safely. ${neverPay}`,
  askGave: () =>
    'Were you able to give blood? If you gave, press one. If the doctor sent you back, two. Not yet, three.',
  noShowNotice: () =>
    'We did not hear from you, so we asked someone else. No harm done. If you are still coming, press one. If not, two.',
  donationThanks: ({ next }) =>
    `Thank you! Someone has a chance to live, because of your blood. Rest today, and drink a lot of water. You may give again from ${day(next)}.`,
  donationThanksFromFamily: ({ next }) =>
    `The family tells us that you gave blood. Thank you! They can breathe again because of you. You may give again from ${day(next)}.`,
  dropThanks: () =>
    'Thank you for telling us. What was the reason? If you could not come, press one. Low haemoglobin, two. Weight or blood pressure, three. Fever, illness or medicine, four.',
  dropOther: () => 'For anything else, press five.',
  dropReasonNoted: ({ until }) =>
    until
      ? `Thank you, we have noted it. Take care of yourself. We will not ask you before ${day(until)}.`
      : 'Thank you, we have noted it. We will ask you another time.',
  nothingToDrop: () => 'We are not waiting for you anywhere just now. All is well.',
  nothingDone: () => 'We know of no open request of yours, and of no visit.',
  lifeTouched: () =>
    'The patient has now received all the blood that was needed. You are part of that. A family can breathe again. Thank you!',
  joinNotice: (_, { groupName }) =>
    `${groupName} keeps your number, name, blood group, area, age, sex and donations, only to ask you for blood. Only volunteers see it, and a family you say yes to. We erase it when asked. If you agree, press one. If not, two.`,
  joinTooYoung: () =>
    'How good of you! Blood can be given from the age of eighteen. Please come back to us then.',
  joinTooOld: () =>
    'How good of you! To keep donors safe, doctors take blood only up to a certain age. Perhaps someone younger in your family would like to give.',
  joinDeclined: () => 'That is all right, we have not put you on our list.',
  joined: (p, context) =>
    `Welcome to ${context.groupName}! We have you down as ${w.group(p.group)}, ${w.place(p.place, context)}. We ask you only when someone near you needs blood${p.from ? `, and not before ${day(p.from)}` : ''}.`,
  alreadyJoined: (p, context) =>
    `You are already one of us: ${w.group(p.group)}, ${w.place(p.place, context)}.`,
  paused: ({ until }) => `All right, we will not ask you before ${day(until)}.`,
  resumed: () => 'Good to have you back! We will ask you when someone needs your blood.',
  gaveNoted: ({ next }) =>
    `Thank you for giving blood! You may give again from ${day(next)}. Until then we will not ask you.`,
  gaveUnclear: () => 'We could not make out that day. It should be today, or before today.',
  notADonor: () => 'You are not on our list of donors yet.',
  mayGiveAgain: () =>
    'Your rest is over: you may give blood again. We will ask you when someone needs you.',
  giftReachedAsk: ({ code }) =>
    `Request ${c(code)}. Our donors gave for your patient. Did the blood reach your patient? If it did, press one. If not, two. We ask only this once.`,
  giftReachedThanks: ({ reached }) =>
    reached
      ? 'Thank you for telling us. We pass it on to the people who gave, without any name. We wish your patient well.'
      : 'Thank you for telling us, and we are sorry. We do not tell the donors that it did. To talk to one of us, press zero.',
  storyReadBack: ({ story }) => `We would show these words. ${story}`,
  storyNo: () =>
    'All right. We tell nothing, and keep nothing of it. All the best to you and yours.',
  storyWaits: () =>
    'Thank you. One of our volunteers reads it, then it stands on our page. You can take it down at any time.',
  storyHeard: () =>
    'Thank you. One of our volunteers listens and writes your words down. Then we call you, and you decide whether they are shown.',
  storyUnknown: () => 'We have no such story.',
  giftLongAgo: () =>
    'You gave blood some years ago: thank you. When a patient near you needs it, we will ask you again. We will not call for this another time.',
  prefersCalls: () => 'All right, when blood is needed we will call you.',
  prefersTexts: () => 'All right, when blood is needed we will text you.',
  numberNotShown: () =>
    'All right, nobody sees your number. When you want to talk to each other, we connect you.',
  numberShown: () => 'All right, from now on whoever we put you in touch with may see your number.',

  // — any call
  chooseLanguage: () =>
    'हमारे साथी से बात करनी हो तो शून्य दबाएँ, हिंदी के लिए एक दबाएँ। For English, press two.',
  welcome: (_, { groupName }) => `Welcome to ${groupName}. Blood is free here. ${neverPay}`,
  itIsUs: (_, { groupName }) => `Hello, this is ${groupName}.`,
  mainMenu: ({ donor }) =>
    `To talk to a volunteer, press zero, and if you need blood, press one. ${donor ? '' : 'If you want to give blood, two. '}For questions about giving, three. To change your language, or anything about you, four. To hear this again, nine.`,
  zeroHelps: () => 'For a volunteer, zero.',
  sayAgain: () => 'Are you there? Once more, then.',
  wrongKey: () => 'Sorry, that did not work. Once more, then.',
  numberHidden: () =>
    'We cannot see your number, so we could not call you back. We are calling a volunteer for you. Please stay on the line.',
  callUnknown: () => 'Sorry, we lost the thread for a moment. What you told us is safe.',
  goodbye: () => 'Thank you. We are here day and night.',
  seeText: () => 'We have also sent you this as a text.',

  // — a request by keypad
  needGroup: () =>
    'Which blood group does the patient need? For A, press one. B, two. A B, three. O, four. If you do not know, zero: a volunteer helps you.',
  needGroupUnknown: () =>
    "For the Bombay group, press five. If you do not know, look at the hospital's paper, or ask the nurse.",
  needRh: ({ abo }) => `For ${w.abo(abo)} positive, press one. For ${w.abo(abo)} negative, two.`,
  needComponent: () =>
    'What did the doctor ask for? Blood, or if you are not sure, press one. Packed red cells, two. Platelets, three. Plasma, four.',
  needUnits: () => 'How many units are needed? Press a key from one to nine.',
  needPin: () =>
    'Which hospital? Say its name, or press the six digits of its PIN code. If you do not know it, press zero and wait: a volunteer helps you.',
  fillPin: () => 'Which hospital? Say its name, or press the six digits of its PIN code.',
  pinCheck: ({ pin, place, district }, context) => {
    const [town, around] = [w.place(place, context), w.place(district, context)];
    return `PIN code ${w.pin(pin)}: ${town}${around === town ? '' : `, district ${around}`}. Is that right? If it is, press one. If not, two.`;
  },
  pinUnknown: () => 'We do not know that PIN code. Please press the six digits once more.',
  needHospital: ({ hospitals }, context) => {
    const [names, last] = [hospitals.map((h) => w.hospital(h, context)), n(hospitals.length + 1)];
    return [
      `Which hospital? Say its name. ${list(names)} For another one, press ${last}.`,
      `Which hospital? Say its name. ${shortList(names)} Another one: ${last}.`,
    ];
  },
  needHospitalName: () =>
    `Please say the name of the hospital. ${afterTone} To go on without it, press a key at once.`,
  needWhen: ({ group }) =>
    `When is the ${group ? `${w.group(group)} ` : ''}blood needed? Now, within six hours, press one. Today, two. Tomorrow, three. Later, four.`,
  needDays: () => 'In how many days? Press a key from two to nine.',
  needPatient: () => `Please say the name of the patient. ${afterTone}`,
  needAttendant: () =>
    `And who is with the patient, for the donor to ask for? Say the name. ${afterTone}`,
  needChange: () =>
    'What shall we change? The blood group, press one. How many units, three. The hospital, four. Something else, eight.',
  needChangeMore: () => 'Blood or platelets, press two. When, five. The names, six.',
  needContinues: () => 'Let us go on where we stopped. For anything else, press star.',
  requestCode: ({ code }) => `Please remember this code: ${c(code)}. Once more: ${c(code)}.`,

  // — joining by keypad
  joinFirst: () => 'Please listen. If you agree, press one. If not, two.',
  joinGroup: () =>
    'What is your blood group? For A, press one. B, two. A B, three. O, four. If you do not know, zero: a volunteer helps you.',
  joinPin: () =>
    'Where do you live? Press the six digits of the PIN code. If you do not know it, press zero and wait: a volunteer helps you.',
  joinName: () => `Please say your name. ${afterTone}`,
  joinSex: () =>
    'Women rest longer between donations, so please tell us. If you are a woman, press one. A man, two. Other, three.',
  joinBorn: () => 'How old are you? Press the two digits of your age.',
  joinLast: () =>
    'When did you last give blood? Never, or more than four months ago, press one. Less than four months ago, two.',
  joinLastDate: () => `On which day was it? ${dayAndMonth}`,

  // — a donor who said yes
  pledgeKeys: () => pledgeKeys,
  pledgeConfirmed: (p, context) => {
    const by = w.by(p.arriveBy, p.asap, context.now);
    return [
      `You are awaited at ${where(p, context)}, ${by}. ${pledgeKeys} There, say the code ${c(p.code)}.`,
      `You are awaited at ${w.hospital(p.hospital, context)}, ${by}. ${pledgeKeys} Your code: ${c(p.code)}.`,
      `You are awaited ${by}. ${pledgeKeys} Your code: ${c(p.code)}.`,
    ];
  },
  pledgeStandby: () =>
    'You are next in line, and we will tell you if you are needed. If you can no longer come, press two. Anything else, five.',

  // — a family
  requestKeys: ({ donors, more }) => {
    const talk = donors > 0 ? 'To talk to the donor, press one. ' : '';
    const rest =
      donors > 0 || more ? 'For more, eight.' : 'To close the request, four. Anything else, five.';
    return `${talk}For more units, press two. If the blood was given, three. ${rest}`;
  },
  requestOther: ({ more }) =>
    `To close the request, press four. For anything else, five.${more ? ' For your next request, six.' : ''}`,
  requestMore: () => 'How many units more? Press a key from one to nine.',
  requestMoreAgain: ({ more, units: all }) =>
    `You asked for ${units(more)} more just before. The same again, ${units(all)} in all? If so, press one. If not, two.`,
  requestClose: () =>
    'Shall we close the request, and ask nobody any more? If so, press one. If not, two.',
  chooseDonor: ({ donors }) => {
    const names = donors
      .slice(0, mostDonors)
      .map((donor, i) => name(donor) || `donor number ${n(i + 1)}`);
    return [list, shortList].map((told) => `Whom do you want to talk to? ${told(names)}`.trim());
  },
  refusalToHear: ({ code }) =>
    `We could not go on with request ${c(code)}, and we are sorry. Our volunteer says why:`,

  // — a volunteer
  verifyCode: () =>
    'Something is waiting for you. Please key in your own code: it stands after OK in our text. Without it, press one, and we call you. Anything else, five.',
  callBackSoon: () => 'Please hang up. We call you in a moment.',
  verifyKeys: ({ more, unplaced }) =>
    `${unplaced ? 'To talk to the family, press one. To refuse it, two. To key in the hospital, three.' : 'If it is true, press one. To refuse it, two. To talk to the family first, three.'} ${more ? 'For the next request, four.' : 'Anything else, five.'}`,
  verifyReason: () =>
    "What is the reason? The hospital's paper is missing, press one. Not needed any more, two. The details are not true, three. To say it yourself, four.",
  verifyReasonSay: () => `Please say why; the family will hear it. ${afterTone}`,
  verifyNoMore: () => 'Nothing else is waiting. Thank you.',
  callerWaits: ({ at }, { now }) =>
    `Somebody called us, ${t(at, now)}, and hung up before one of us was free. To call now, press one. Not now, two.`,
  volunteerWillCall: () => 'A volunteer calls you back as soon as one is free.',

  // — donation camps
  campInvite: ({ centre, hospital, place, opensAt }, context) => {
    const at = { hospital, place };
    const day = t(opensAt, context.now);
    const keys = 'If you can come, press one. Not this time, two. Anything else, five.';
    const group = context.groupName;
    return [
      `${group}. ${w.hospital(centre, context)} holds a blood camp at ${where(at, context)}, from ${day}. ${keys}`,
      `${group}. There is a blood camp at ${where(at, context)}, from ${day}. ${keys}`,
      `${group}. There is a blood camp at ${w.hospital(hospital, context)}, from ${day}. ${keys}`,
      `${group}. There is a blood camp, from ${day}. ${keys} It is at ${w.hospital(hospital, context)}.`,
    ];
  },
  campTimes: ({ first, second, third }) => {
    const [one, two, three] = [first, second, third].map((at) => (at ? w.clock(at) : undefined));
    return `When can you come? At ${one}, press one.${two ? ` At ${two}, two.` : ''}${three ? ` At ${three}, three.` : ''} At none of these, ${two ? '' : 'press '}four.`;
  },
  campBooked: ({ hospital, place, at, code }, context) => {
    const day = at === undefined ? '' : `, ${t(at, context.now)}`;
    const health = 'Eat and drink before, and bring an ID.';
    const number = `Your number at the door: ${c(code)}.`;
    return [
      `Thank you! Please come to ${where({ hospital, place }, context)}${day}. ${health} ${number}`,
      `Thank you! Please come to ${w.hospital(hospital, context)}${day}. ${health} ${number}`,
    ];
  },
  campWaiting: () =>
    'Thank you! No half hour is free just now. You are on the list, and we tell you as soon as one is free.',
  campSeatKeys: () => 'If you can no longer come, press two. Anything else, five.',
  campNo: () => 'That is all right, thank you for telling us. We ask you again another time.',
  campFreed: () => 'Thank you for telling us. Another donor gets your half hour.',
  campOver: () => 'That camp is over, or has no room any more. Thank you for wanting to give.',
  campDoorAsk: () =>
    'The door of the camp. Please key in the four digits of the donor. For anything else, press five.',
  campDoorUnknown: () => 'Nobody has that number at a camp of today.',
  campDoorKeys: ({ code, group }) =>
    `${w.group(group)}, number ${c(code)}. If the donor is here, press one. Has given, two. The doctor said no, three. Another number, five.`,
  campBackReason: () =>
    'What was it? Little haemoglobin, press one. Blood pressure, two. Weight, three. A medicine, four.',
  campBackOther: () => 'Gave blood a short while ago, press five. Anything else, six.',
  campDoor: ({ code, did }) =>
    `${{ in: 'Noted, here', gave: 'Counted, has given', back: 'Noted, the doctor said no' }[did]}: number ${c(code)}.`,

  hearAttendant: () => 'The person to ask for, as the family said it:',
  hearHospital: () => 'The hospital, as the caller said it:',
  hearNames: () => 'The patient, and who is with them, as the family said it:',

  // — settings
  settings: ({ donor }) => {
    const asDonor = 'For a pause, two. If you gave elsewhere, three. ';
    return `For Hindi, press one. ${donor ? asDonor : ''}For more, eight.`;
  },
  settingsMore: ({ donor, volunteer, byCall, hidden, onDuty }) => {
    const asDonor = `If you prefer ${byCall ? 'texts to calls' : 'calls to texts'}, press four. To ${hidden ? 'show' : 'hide'} your number, press five. `;
    const duty = `To go ${onDuty ? 'off' : 'on'} duty, press six. `;
    return `${donor ? asDonor : ''}${volunteer ? duty : ''}To have all about you erased, press seven.`;
  },
  pauseKeys: () =>
    'If we should not ask you for thirty days, press one. For ninety days, two. If we may ask you again, three.',
  gaveWhen: () => 'When did you give? Today, press one. Yesterday, two. Another day, three.',
  gaveDate: () => dayAndMonth,
  forgetByText: () =>
    'We have sent you a number by text. Text it back, and we erase everything. Until then nothing changes.',
  forgetCheck: () => 'Shall we erase all we know about you? If so, press one. If not, two.',

  /*
   * — questions about giving: the voice of an experienced doctor. Men 90 days, women 120, 18 to 65, from 45 kg, 350 or
   * 450 ml, haemoglobin, periods, pregnancy, nursing: docs/facts.md#eligibility. Fluid back within 24 to 48 hours, red
   * cells in about three weeks, a pinch when the needle goes in: FAQ of Hedgewar Blood Bank, Nagpur
   * (hedgewarbloodbanknagpur.org). A new sterile needle for each donor, thrown away at once: FAQ of Rakt Sevak
   * (raktsevak.online). No sale of blood: docs/facts.md#law.
   */
  mythList: () =>
    'What would you like to ask? Will I be weak, press one. Does it hurt, can I catch something, two. Women, three. How often, strength, money, four.',
  mythWeakness: () =>
    'You may feel light for a moment, but no weakness stays. We take less than half a litre. It is like a well: you draw a bucket, and the water comes back, within two days. Drink a lot, and rest that day.',
  mythPain: () =>
    'It pricks once, like an ant, and then it is over. The needle is new and clean, only for you, and is thrown away afterwards. From giving you can catch nothing.',
  mythWomen: () =>
    'Of course women can give, every four months. One pours only from a full pot, so the doctor checks your haemoglobin first. Not during your period, and not while you expect or nurse a child.',
  mythOften: () =>
    'Like a field between two crops, the body needs its rest. Men can give every three months, women every four; from eighteen to sixty five years, and from forty five kilos.',
  mythStrength: () =>
    'I am asked this every day, in a whisper. No, a man loses none of his strength. Blood is like a beard: you shave it, and it grows again.',
  mythMoney: () =>
    'Who is paid for blood? Nobody. It is like a blessing: it is given, never sold, and the law says so too. Whoever asks you for money, even for the bus, is cheating you. Tell our volunteer.',
  mythKeys: () =>
    'For the next question, press one. If you want to give blood, two. Anything else, five.',

  // — people put in touch
  connecting: ({ to }) =>
    `We connect you with ${to === 'volunteer' ? 'a volunteer' : `the ${to}`}. Please stay on the line. This call does not show your number. ${neverPay}`,
  connectOffer: ({ code, to }) => `To talk to the ${to} of request ${c(code)}, press one.`,
  nobodyPickedUp: ({ to }) =>
    `The ${to} cannot pick up just now. Please try again in a few minutes.`,
  talkEnded: () => 'We are still here.',
  cannotConnect: () => 'That request is not open any more, so we cannot connect you.',
  legDonor: ({ code, name: family }, { groupName }) =>
    `${groupName}. The family of request ${c(code)}${name(family) ? `, ${name(family)},` : ''} wants to talk to you. To talk, press one. This call does not show your number. ${neverPay}`,
  legFamily: ({ code, name: donor }, { groupName }) =>
    `${groupName}. The donor for your request ${c(code)}${name(donor) ? `, ${name(donor)},` : ''} wants to talk to you. To talk, press one. This call does not show your number. ${neverPay}`,
  legFamilyByVolunteer: ({ code, name: volunteer }, { groupName }) =>
    `${groupName}. Our volunteer${name(volunteer) ? `, ${name(volunteer)},` : ''} wants to talk to you about request ${c(code)}. To talk, press one. This call does not show your number. ${neverPay}`,
  legCaller: ({ name: volunteer }, { groupName }) =>
    `${groupName}. You called us, and our volunteer${name(volunteer) ? `, ${name(volunteer)},` : ''} is there for you now. To talk, press one. ${neverPay}`,
  legVolunteer: ({ place }, context) =>
    `${context.groupName}. Somebody${w.place(place, context) ? ` in ${w.place(place, context)}` : ''} asks for a volunteer. To take the call, press one.`,
  legAgain: (_, { groupName }) => `This is ${groupName}. To talk, press one. Not now, two.`,
  legGoodbye: (_, { groupName }) => `All right, not now. Thank you from ${groupName}.`,
  legTaken: () => 'Thank you, another volunteer has the call already.',
  volunteerRings: () => 'We are calling a volunteer for you. Please stay on the line.',
  stillRings: () => 'We are calling the next volunteer. Please stay on the line.',
  callerGone: () => 'Thank you, that caller has been reached already.',
  storyTellAsk: () =>
    'Blood was given for your patient. May we tell others how it was, so that more people give? To tell it now, press one. No, two. Anything else, five.',
  storyTell: () =>
    'What you say is recorded. Only our volunteers hear it: they write your words down, and you decide whether they are shown. Please say no names. Tell it after the tone, ninety seconds at most, and press any key at the end.',
  storyNotHeard: () => 'We heard nothing.',
  storyShowKeys: ({ named }) =>
    `To show it without a name, press one. Not to show it, two. ${named ? 'With your own name, three. ' : ''}To tell it again, four.`,
  nobodyFree: () =>
    'No volunteer is free just now, but they will hear what you say and call you back. Please say your name and what you need after the tone.',
  messageKept: () => 'Thank you. Our volunteers will hear it and call you back.',
  messageEmpty: () => 'We heard nothing. Please call again any time, day or night.',
};
