import * as z from 'zod';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import { requestCodeSchema } from '../terms/ids.ts';
import { languageSchema } from '../terms/language.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { daySchema, epochMsSchema } from '../terms/time.ts';
import { onDemand } from './on-demand.ts';

/*
 * Every message of the hotline, with its typed parameters. The sentences are in catalog/en.ts, hi.ts and hi-latn.ts;
 * the compiler refuses a catalog that lacks one. Parameters are values (a moment, a blood group), never ready-made
 * text, so that each language writes them its own way. They are stored in outbox rows and parsed again when read.
 */
const code = requestCodeSchema;
const at = epochMsSchema;
const day = daySchema;
const phone = phoneNumberSchema;
const name = z.string();
const count = z.number().int().nonnegative();
/** The hospital's short name, or what the family wrote. */
const hospital = z.string();
/** Town or zone. The name of a zone is looked up in the reader's language. */
const place = z.string();
const none = z.object({});
/** A volunteer's own code for this request; absent from what a call says. */
const own = code.optional();

/** What is needed, as every sentence about a request shows it. `exchange`: a donation of any group serves. */
const need = {
  group: bloodGroupSchema,
  component: componentSchema,
  units: count,
  exchange: z.boolean().optional(),
};
/** The part of a request that verifiers and donors must see. */
/** As soon as can be: the moment beside it is not said. */
const asap = z.boolean().optional();
const where = { hospital, place, neededBy: at, asap };
/** Where a donor is to come, and by when: the one arrival time (shared/request/deadlines.ts). */
const coming = { hospital, place, arriveBy: at, asap };

/** One day of a need over several days. */
const needOfDay = z.object({ units: count, neededBy: at });

/** `again`: the last answer was not understood; the sentence then says kindly how to answer. */
const question = z.object({ again: z.boolean().optional() });

/** How one request stands, for its family. */
const progress = { code, confirmed: count, given: count, units: count };

export const deferralReasonKeys = [
  'own',
  'haemoglobin',
  'weight-or-pressure',
  'illness',
  'other',
] as const;

/** Why a volunteer refuses a request: the first three are keys of a call. `same`: another request asks for the same need. */
export const refusalReasons = ['no-paper', 'not-needed', 'not-true', 'same'] as const;

/** What has changed for a donor who is coming. */
export const donorChanges = ['place', 'time', 'person', 'phone', 'more'] as const;
export type DonorChange = (typeof donorChanges)[number];

/** The question that a call left open when it broke off; the text that follows asks only that. */
export const callCutQuestions = [
  'askGroup',
  'askComponent',
  'askUnits',
  'askHospital',
  'askPlace',
  'askNeededBy',
  'askPatient',
  'askAttendant',
  'joinNotice',
  'joinAskGroup',
  'joinAskPin',
  'joinAskName',
  'joinAskSex',
  'joinAskBirthYear',
  'joinAskLastDonation',
] as const;

/** The patient's name was said in a call: it is '' here, and a recording there. */
const said = z.boolean().optional();

/** Between a donor and a family. Without a number the two talk through ours (policy `sharing`). */
const phoneIfShared = phone.optional();

/** What an entry of the audit trail says was done. */
export const auditedDeeds = [
  'on-duty',
  'off-duty',
  'trusted',
  'no-longer-trusted',
  'removed',
  'shown',
  'erased',
  'blocked',
  'unblocked',
  'added-units',
  'rang',
  'imported',
  'showed-story',
  'removed-story',
] as const;
/**
 * Why a family cannot finish its request: it does not know the group, our donors are too far from the place, the place is
 * not found, or it has stopped in the middle.
 */
export const helpReasons = ['group', 'far', 'place', 'unfinished'] as const;
export type HelpReason = (typeof helpReasons)[number];
/** What a volunteer needs who is to check a request. */
const toVerify = {
  code,
  ...need,
  ...where,
  patient: name,
  phone,
  attendant: name.optional(),
  said,
  own,
};
/** The last three digits of a number, `x345`. */
const ending = z.string();

/** Where and when a camp is; `hospital`: the venue. */
const camp = { hospital, place, opensAt: at };
/** The questions to a coordinator who opens a camp. */
export const campQuestions = ['centre', 'venue', 'day', 'hours', 'teams', 'units'] as const;
/** What a volunteer recorded at the door of a camp. */
export const doorStates = ['in', 'gave', 'back'] as const;
/** Why a donor was sent back at a camp, by key 1–6. */
const sentBack = z.enum(['hb', 'bp', 'weight', 'medicine', 'recent', 'other']);

export const messageKeys = onDemand({
  // — anyone
  numberHidden: () => none, // to a person on WhatsApp whose number we do not see
  menu: () => none, // what anyone can text: BLOOD, JOIN, LANG, FORGET, or call
  menuDonor: () => none, // PAUSE 30, ON, GAVE 12/10, CALLS, HIDE, LANG, FORGET; BLOOD for the donor's own need; or call
  menuRequester: () => z.object({ code }), // STATUS, DONE, CLOSE, MORE 2
  menuVolunteer: () => z.object({ coordinator: z.boolean() }), // OK 4821, NO 4821 reason, ON, OFF (coordinator also TRUST phone); or call
  notUnderstood: () => none, // kindly: what to text instead, or call; loses nothing
  nothingToAnswer: () => none, // a bare digit without a question: nothing is asked of you now
  textCameLate: () => z.object({ writtenAt: at }), // an answer met an outage and something was asked since: send it again if it still holds; the open question follows
  bloodIsFree: () => none, // the sender asks the price, or offers money: it costs nothing, never pay, tell us who asks for money
  whoWeAre: () => none, // the group's name, and what it does
  whereToCome: () => z.object({ code, hospital, place }), // how far: the hospital and town of the request
  whatToBring: () => none,
  doctorDecides: () => none, // may I give: age, and the blood centre's doctor decides
  groupNeeded: () => z.object({ code, group: bloodGroupSchema }), // another group: which one is needed, and that the group stored of you is checked
  howLongItTakes: () => none,
  callUsInstead: () => none, // "call me" to an open alert: we cannot from here, call us
  sorryForLoss: () => none, // the sender reports a death: sympathy, and no invitation to join
  youAreWelcome: () => none, // thanks
  pictureNotSeen: () => none, // a photo or file came: we cannot open it, please write
  voiceNotHeard: () => none, // a voice note came: we cannot listen to it here, please write, or call and say it
  languageSet: () => none,
  languageUnknown: () => none, // LANG with a language we do not speak: which we do (LANG EN, LANG HI, LANG HINDI for hi-Latn)
  forgetConfirm: () => z.object({ number: z.string() }), // to be erased, text this number back; if you did not ask, do nothing
  confirmWrong: () => none, // that was not the number: nothing has changed
  forgotten: () => none, // all your data is erased; counts without names stay
  forgetAfterRequest: () => none, // erased, and the open requests are closed
  slowDown: () => none, // too many texts in a short time; still here

  // — a family asks for blood (guided questions, one short question each)
  askGroup: () => question,
  askComponent: () => question, // 1 whole blood (or not sure), 2 packed red cells, 3 platelets, 4 plasma
  askUnits: () => question, // 1–10
  askHospital: () => question, // name of the hospital, or PIN code
  hospitalNear: () => z.object({ hospital, place }), // a place was sent: is the patient at this hospital, the nearest? 1 yes, 2 another
  askPlace: () => question, // the hospital is known, but not its town: name of the town, or PIN code
  askNeededBy: () => question, // 1 now, 2 today, 3 tomorrow, or write a day and time
  askPatient: () => question, // patient's name
  askAttendant: () => question, // name of the person with the patient, for the donor to ask for; 1 = skip
  unitsTooMany: () => z.object({ max: count }),
  groupNotKnown: () => z.object({ rings: z.boolean() }), // the family does not know the group: where to learn it; `rings`: a volunteer was asked to ring
  placeTooFar: () => z.object({ place, rings: z.boolean() }), // no donor of ours is near: what to do; `rings`: a volunteer was asked to ring
  placeNotFound: () => z.object({ rings: z.boolean() }), // the town is not known to us: a PIN code or the next bigger town; `rings`: a volunteer was asked to ring
  groupUnclear: () => none, // which blood group exactly? with + or −, as on the requisition ("B" alone is not enough)
  requestSummary: () =>
    z.object({
      ...need,
      ...where,
      patient: name,
      attendant: name.optional(),
      said,
    }), // 1 = send; to correct it, text only the right detail
  contactNoted: () => z.object({ phone }), // before the summary: this number, not the sender's, goes to the volunteer and the donors; another one corrects it
  needsNoted: () => z.object({ count }), // a text asks for several things: they are taken one by one
  nextNeed: () => z.object({ group: bloodGroupSchema }), // the first is done; the question or summary of the next follows
  needsByDay: () => z.object({ code: code.optional(), byDay: z.array(needOfDay).min(2).max(3) }), // needed over several days: beside the summary, and for the volunteer
  summaryUnclear: () => none, // a reply to the summary that we did not understand; the summary follows
  requestDropped: () => none, // the family withdrew the request before it was sent
  requestOpened: () => z.object({ code }), // with our volunteers, one will call; keep the hospital's requisition; never pay; STATUS any time
  requestOpenedContact: () => z.object({ code, phone }), // as requestOpened; the volunteer calls the number that the text named
  requestStarted: () => z.object({ code }), // opened by a call before all is told: a volunteer calls; answer with the hospital, or call; never pay
  requestOpenedTrusted: () => z.object({ code }), // trusted phone: donors are being asked already
  requestAlreadyOpen: () => z.object({ ...progress, group: bloodGroupSchema }), // we already have this request; for another patient text BLOOD
  tooManyRequests: () => z.object({ max: count }),
  requestWithMoreVolunteers: () => z.object({ code }),
  requestWithCoordinators: () => z.object({ code }),
  requestWaits: () => z.object({ code }), // no volunteer is on duty now: we keep trying; ask the blood bank too
  requestUnchecked: () => z.object({ code }), // no volunteer has checked it yet, and no donor has been asked
  familyNotReached: () => z.object({ code }), // a volunteer called and could not reach the family: keep the phone on, or call us
  requestVerified: () => z.object({ code, askFrom: at.optional() }), // verified; nearby donors are asked now
  requestRefused: () =>
    z.object({
      code,
      reason: z.string().optional(), // as the volunteer wrote it, where it accuses no one (refusal-reason.ts)
      why: z.enum(refusalReasons).optional(),
    }),
  requestRefusedAloud: () => z.object({ code }), // the volunteer recorded the reason: call us to hear it
  callCut: () => z.object({ ask: z.enum(callCutQuestions).optional() }), // the call broke off: call again, or answer here; without `ask` only the 1 is missing
  requestNotSent: () => z.object({ ask: z.enum(callCutQuestions).optional() }), // a request that the family has begun and not sent off; without `ask` only the 1 is missing
  volunteerWillCall: () => none, // the caller hung up while volunteers were rung: we call as soon as one is free
  noCallAtNight: () => none, // a missed call of an unknown phone in quiet hours: call, or BLOOD
  calledBackInVain: () => none, // we rang back on a missed call without an answer: a missed call again, call, or BLOOD

  // — how it stands
  statusVerifying: () => z.object({ code }),
  statusSearching: () =>
    z.object({ ...progress, asked: count, nobody: z.literal(true).optional() }), // no one: there was no donor to ask
  statusCovered: () => z.object(progress),
  dayBegun: () => z.object({ code, units: count, neededBy: at }), // needed over several days: donors are asked for this day now
  dayAhead: () => z.object({ ...progress, neededBy: at }), // enough donors until now; for the next day they are asked a day before
  statusDonor: () => z.object({ code, donor: name, arriveBy: at, asap, phone: phoneIfShared }), // beside the status: a donor who is coming
  statusNone: () => none, // no open request; text BLOOD
  howToClose: () => z.object({ codes: z.array(code) }), // follows a text that we did not understand; without codes: nothing was sent yet
  donorComing: () =>
    z.object({ ...progress, donor: name, phone: phoneIfShared, arriveBy: at, asap }), // a donor said yes: the number, the code to name; never pay
  donorNewTime: () => z.object({ code, donor: name, arriveBy: at }), // the donor comes at another time
  donorDropped: () => z.object({ code, donor: name }), // the donor cannot come; we ask the next one
  donorDidNotCome: () => z.object({ code, donor: name }), // the donor did not answer in time; another one is asked
  donorTurnedAway: () => z.object({ code, donor: name }), // the donor came, and the doctor said not today
  donorArrived: () => z.object({ code, donor: name, phone: phoneIfShared }), // the donor says that they are at the hospital: meet them
  bankShut: () => z.object({ code, donor: name, phone: phoneIfShared }), // a donor tells us that the blood bank cannot take blood now: ask there; a new time or place is told to the donors
  unitGiven: () => z.object(progress),
  requestFulfilled: () => z.object({ code, units: count }),
  requestStillNeeded: () => z.object({ code }), // the needed-by time has come: still needed? 1 yes, 2 no
  requestExtended: () => z.object({ code, neededBy: at }),
  requestExtendedUnchecked: () => z.object({ code, neededBy: at }), // the same while no volunteer has checked it: no donor has been asked
  requestExpired: () => z.object({ code, given: count.optional(), units: count.optional() }), // with both when some of the units were given
  requestClosed: () => z.object({ code }), // the family closed it
  unitsAdded: () => z.object({ code, units: count }), // units: the new total
  unitsNotAdded: () => z.object({ code, max: count }),
  askMoreAgain: () => z.object({ code, more: count, at, units: count }), // as many more were added just before: once more, so many in all? 1 yes, 2 no
  searchWidened: () => z.object({ code }), // all nearby donors were asked; now we ask further away
  likelyAsked: () =>
    z.object({ code, byExchange: z.boolean().optional(), alone: z.boolean().optional() }), // the same when donors are left who could hardly come in time
  everyoneAsked: () =>
    z.object({ code, byExchange: z.boolean().optional(), alone: z.boolean().optional() }), // all donors were asked; coordinators go on by phone (`alone`: there is none); ask the blood bank about exchange
  doneWithoutDonor: () => z.object({ code }), // DONE, but no donor of ours is confirmed: CLOSE if it is no longer needed
  whichRequest: () => z.object({ codes: z.array(code).min(1) }), // several open: send the word with the code

  // — a family corrects its open request, or has news
  correctAsk: () => z.object({ code, ...need, ...where, oldGroup: bloodGroupSchema.optional() }), // the request as it would be: 1 = change it, 2 = leave it
  requestCorrected: () => z.object({ code, ...need, ...where }), // it is changed, and those concerned hear it
  namesCorrected: () =>
    z.object({
      code,
      patient: name,
      attendant: name.optional(),
      phone: phone.optional(),
    }),
  requestKept: () => z.object({ code }), // nothing is changed
  donorsExpected: () => z.object({ code, confirmed: count, arriveBy: at, asap }), // the family sees no donor: how many are expected and by when; they are asked now
  donorsThere: () => z.object({ code, count }), // the family sees no donor, but donors say that they have reached
  askFoundElsewhere: () => z.object({ code }), // blood was found elsewhere: 1 = close it, 2 = still needed; DONE if our donor gave it
  askCloseAfterLoss: () => z.object({ code }), // the patient has died: 1 = close it, 2 = still needed
  askWhoGave: () => z.object({ code }), // a unit was received: 1 our donor gave it, 2 from elsewhere, 3 not yet

  // — verifiers and coordinators
  verifyAsk: () =>
    z.object({
      ...toVerify,
      unplaced: z.boolean().optional(),
    }), // unplaced: the family has not said where, so that is asked first and keyed in; call the family; ask for the requisition, whether the blood bank is open, who of the family gave; OK or NO with the volunteer's own code
  verifyCorrected: () =>
    z.object({
      ...toVerify,
      waiting: z.boolean(),
    }), // the family has corrected it; waiting: it is still to be verified
  verifyAlike: () => z.object({ code, codes: z.array(code).min(1) }), // beside verifyAsk: other open requests look the same; ask, and NO, the own code and SAME if it is one need
  familyNeedsHelp: () => z.object({ phone, why: z.enum(helpReasons) }), // a family cannot finish its request: please ring it
  verifyTaken: () => z.object({ code, by: name, ok: z.boolean() }), // to the other volunteers: … verified or refused it
  verifyThanksOk: () => z.object({ code, askFrom: at.optional() }),
  verifyThanksNo: () => z.object({ code, kept: z.boolean().optional() }), // `kept`: the family hears the refusal without the reason
  verifyHow: () => z.object({ code, own }), // a verdict without the volunteer's own code: OK and that code if it is real, NO, that code and the reason if not
  ownCodesPaused: () => none, // too many wrong codes from this phone: we call it, and it answers by keys
  verifyNotReached: () => z.object({ code, own, callAgainAt: at.optional() }), // the family did not pick up: try again; others are asked too; nothing is refused
  verifyLater: () => z.object({ code, own }), // the volunteer calls later: it stays open, and others may be asked meanwhile
  verifySameOver: () => z.object({ code, own }), // refused as the same need, and no other request for it is open: it stays open
  verifyAlready: () => z.object({ code }), // another volunteer was first
  verifyUnknown: () => z.object({ code: z.string().optional() }), // no waiting request (with this code)
  verifyWhich: () => z.object({ codes: z.array(code).min(1) }),
  callerWaits: () => z.object({ at, phone, call: z.string() }), // a person rang for a volunteer and hung up: when, and the number to call
  verifyUnplaced: () => z.object({ code }), // OK, but the family has not said where: ask it, then call and key it in
  verifyOwn: () => z.object({ code }), // another volunteer must verify your own request
  verifyOffDuty: () => none, // text ON first
  verifyBankShut: () => z.object({ code, hospital, phone }), // to who verified it: help the family find out when, or where else
  verifyEnd: () => z.object({ code, units: count }), // fulfilled, thank you
  verifyEndClosed: () => z.object({ code }), // ended without being filled
  coordinatorEveryoneAsked: () =>
    z.object({
      code,
      ...need,
      ...where,
      phone,
      missing: count,
      asked: count,
      saidNo: count,
      silent: count,
      unlikely: count,
    }), // with phone numbers; unlikely: donors not asked, who could hardly come in time
  dutyOn: () => z.object({ zone: place }),
  moreToVerify: () => z.object({ count }), // after the first few: the other requests come one by one
  dutyOff: () => none,
  trustSet: () => z.object({ phone, trusted: z.boolean() }),
  trustConfirm: () => z.object({ phone, number: z.string() }), // to trust it, text this number back
  trustNews: () =>
    z.object({
      phone,
      trusted: z.boolean(),
      by: name,
      byOperator: z.boolean().optional(),
    }), // to the other coordinators
  roleNews: () => z.object({ who: name, phone, place, coordinator: z.boolean() }), // to the coordinators: this person has this role now
  roleEnded: () => z.object({ who: name, phone, coordinator: z.boolean() }), // to the coordinators: this person is no volunteer any more
  trustUnclear: () => none, // TRUST with a number we cannot read
  coordinatorsOnly: () => none,
  auditTrail: () => none, // AUDIT from a coordinator: entries follow, newest first
  auditEntry: () => z.object({ at, deed: z.enum(auditedDeeds), byPhone: ending, ofPhone: ending }), // byPhone '': the operator
  auditEmpty: () => none,
  messageLeft: () => z.object({ seconds: count, link: z.string() }), // a caller asked for a volunteer and no one was free: the link to the message
  familyLink: () => z.object({ code, link: z.string() }), // a request was made on the website: its page, also for later
  loginCode: () => z.object({ code: z.string() }), // the login to the website

  // — a donor is asked
  alert: () => z.object({ code, ...need, ...coming }), // 1 = come, 2 = cannot. ONE segment en/hi-Latn, two hi
  alertAgain: () => z.object({ code, ...need, ...coming }), // the same to a donor who was told that it is covered: a place has opened
  alertThanksNo: () => z.object({ code }),
  alertNoLate: () => z.object({ code }), // said no, and no other donor is asked now
  alertYesConfirmed: () =>
    z.object({
      code,
      hospital,
      place,
      attendant: name,
      phone: phoneIfShared,
      arriveBy: at,
      asap,
      said,
    }), // + eat, sleep, no alcohol, bring ID, never pay, name the code; DROP if you cannot, DONE when given
  familyIsAt: () => z.object({ code, hospital }), // beside alertYesConfirmed and verifyAsk: the ward and bed; blood is given at the blood bank
  alertYesStandby: () => z.object({ code }),
  alertYesCovered: () => z.object({ code }), // said yes, but enough donors did before; thank you
  alertYesReserve: () => z.object({ code }), // the same while it is covered: this donor is asked first when a place opens
  alertYesClosed: () => z.object({ code }), // said yes, but no longer needed
  alertYesNotYet: () => z.object({ code, from: day }), // said yes, but may give again only from that day; or said yes and then PAUSE MALARIA
  alreadyConfirmed: () => z.object({ code, hospital, arriveBy: at, asap }),
  ownTimeNoted: () => z.object({ code, hospital, arriveBy: at }), // a confirmed donor named another time: noted, the family knows
  ownTimeTooLate: () => z.object({ code, neededBy: at, asap }), // that is after the blood is needed: can you come sooner? 1 or 2
  ownTimeTooLateAgreed: () => z.object({ code, neededBy: at, asap }), // the same to a confirmed donor: DROP if you cannot
  alreadyStandby: () => z.object({ code }),
  alreadySaidNo: () => z.object({ code }),
  alreadyGiven: () => z.object({ code }),
  codeUnknown: () => z.object({ code: z.string() }), // this phone was not asked about such a code, whether or not a request has it (anyone)
  alertCovered: () => z.object({ code }), // to donors with an open alert, once: enough donors found
  alertNoLongerNeeded: () => z.object({ code }), // the same when the request is cancelled or expired
  plateletsVisit: () => z.object({ code }), // to a donor who comes for platelets: how long, aspirin, which blood centre
  standbyPromoted: () =>
    z.object({
      code,
      hospital,
      place,
      attendant: name,
      phone: phoneIfShared,
      arriveBy: at,
      asap,
      said,
    }), // you are needed now; DROP if you cannot
  standbyReleased: () => z.object({ code }),
  donorStandDown: () => z.object({ code }), // to a confirmed donor: please do not come; thank you
  donorCorrected: () =>
    z.object({
      code,
      hospital,
      place,
      attendant: name,
      phone: phoneIfShared,
      arriveBy: at,
      asap,
      said,
      what: z.enum(donorChanges).default('more'), // rows of an earlier release lack it
    }), // to a confirmed donor: the place, the time or the person to ask for has changed
  donorReleased: () => z.object({ code, fewer: z.boolean() }), // to a confirmed donor: other blood, or fewer units, are needed; please do not come
  alertChanged: () => z.object({ code, moved: z.boolean() }), // to a donor who was asked: other blood is needed, or far away
  donorReminder: () => z.object({ code, hospital, arriveBy: at, asap }),
  askArrived: () => z.object({ code, hospital }), // 1 I have reached, 2 on the way, 3 cannot come
  arrivedThanks: () => z.object({ code, attendant: name, said, phone: phoneIfShared }), // who to ask for; after giving text DONE; if the doctor sent you back, DROP
  bankShutNoted: () => z.object({ code }), // to that donor: the family hears it; wait, or DROP
  familyAskedIfNeeded: () => z.object({ code }), // to a donor who says that the family needs no blood any more: told if that is so
  whenComing: () => z.object({ code }), // to a donor who will be late and names no hour
  onTheWayThanks: () => z.object({ code }),
  askGave: () => z.object({ code }), // 1 I gave, 2 the doctor sent me back, 3 not yet
  noShowNotice: () => z.object({ code }), // we heard nothing and asked another donor; still coming? 1. No reproach
  donationThanks: () => z.object({ code, next: day }), // a life may be saved, no name; may give again from
  donationThanksFromFamily: () => z.object({ code, next: day }), // the family says that you gave; DROP if you did not
  dropThanks: () => z.object({ code }), // thank you. Why? 1 I could not come 2 haemoglobin 3 weight or blood pressure 4 fever, illness, medicine 5 other
  dropReasonNoted: () => z.object({ until: day.optional() }), // rest until
  nothingToDrop: () => none,
  nothingDone: () => none, // DONE, but this phone has no open pledge or request
  lifeTouched: () => z.object({ code }), // to each donor who gave: the request is fulfilled

  // — donors, day to day
  joinNotice: () => z.object({ again: z.boolean().optional() }), // consent notice (DPDP): what we keep (number, name, group, area), why, only volunteers see it, FORGET erases; 1 = agree, 2 = no
  joinAskGroup: () => question,
  joinAskPin: () => question,
  joinPinUnknown: () => none, // six digits, but not a PIN code we know
  joinAskName: () => question,
  joinAskSex: () => question, // 1 woman, 2 man, 3 other
  joinAskBirthYear: () => question,
  joinAskLastDonation: () => question, // date like 12/10/2026, or 1 = never or over 4 months ago
  joined: () => z.object({ group: bloodGroupSchema, place, from: day.optional() }), // from: the day from which the donor may give
  joinTooYoung: () => none,
  joinTooOld: () => none,
  joinDeclined: () => none,
  alreadyJoined: () => z.object({ group: bloodGroupSchema, place }),
  paused: () => z.object({ until: day }),
  deferralNoted: () => z.object({ until: day }), // PAUSE MALARIA: the pause that the blood centres' rule asks for
  pauseUnclear: () => none, // PAUSE with how many days? 1–365
  resumed: () => none,
  gaveNoted: () => z.object({ next: day }),
  gaveLongAgo: () => none, // the rest after that donation is over: thank you, you may give again now
  gaveUnclear: () => none, // which date? GAVE 12/10
  alertsEnded: () => none, // "do not message me" from a donor: not asked any more; ON to be asked again, FORGET
  leftAlone: () => none, // the same from a person we would not ask: we do not write first; BLOOD
  wrongPersonNoted: () => none, // the number is another person's: not asked again; FORGET
  sorryForLossNotAsked: () => none, // the donor of this number has died: sympathy, and this number is not asked again
  notADonor: () => none, // PAUSE, ON or GAVE from a person who has not joined: JOIN
  mayGiveAgain: () => none,
  myData: () => z.object({ name: name.optional() }), // MYDATA: the number, the name, the language
  myDataDonor: () =>
    z.object({
      group: bloodGroupSchema,
      pin: z.string(),
      place,
      sex: z.enum(['woman', 'man', 'other']),
      birthYear: z.number(),
      donations: z.number(),
      last: day.optional(),
    }), // what we store about a donor
  myDataAgreed: () => z.object({ on: day, by: z.enum(['text', 'import', 'call', 'site']) }), // when and how a donor agreed
  myDataAgreedIn: () => z.object({ language: languageSchema }), // and in which language
  myDataRest: () => z.object({ until: day }), // may give again from that day
  myDataPause: () => z.object({ until: day }), // asked us to wait
  myDataNotAsked: () => none, // asked us not to ask any more
  myDataCalls: () => z.object({ calls: z.boolean() }), // CALLS or TEXTS
  myDataNumber: () => z.object({ shown: z.boolean() }), // SHOW or HIDE
  myDataMore: () => none, // weight or e-mail, from the group's own list
  myDataVolunteer: () => z.object({ place }),
  myDataRequests: () => z.object({ codes: z.array(code).min(1) }),
  myDataJoining: () => none, // the data of an unfinished registration
  myDataTelling: () => none, // the data of an unfinished request
  myDataAsked: () =>
    z.object({ count, agreed: count, came: count, missed: count, sentHome: count }), // how often a donor was asked, and the results
  myDataSpoken: () => z.object({ count, days: z.number() }), // recordings of the voice, kept for at most so many days
  myDataEnd: () => none, // that is all; we also keep your wish for no more texts; correct it, or FORGET
  // — donation camps
  campAsk: () => z.object({ step: z.enum(campQuestions), again: z.boolean().optional() }), // a coordinator opens a camp: the next question
  campSummary: () =>
    z.object({ centre: hospital, ...camp, closesAt: at, teams: count, units: count }), // 1 = open it, 2 = open it and ask rare groups too, 3 = drop it
  campOpened: () => z.object({ ...camp, invitesAt: at }), // it is open; we invite from then on, and tell how it went on its evening
  campDropped: () => none,
  campInvite: () => z.object({ centre: hospital, ...camp, closesAt: at }), // an invitation: 1 = I come, 2 = not this time; never paid
  campTimes: () => z.object({ first: at, second: at.optional(), third: at.optional() }), // which half hour: 1, 2, 3
  campBooked: () => z.object({ hospital, place, at: at.optional(), code }), // expected then; the four digits for the door; DROP frees it. Without `at`: a walk-in
  campWaiting: () => none, // every half hour is taken: on the waiting list
  campNo: () => none, // not this time: thank you for telling us
  campFreed: () => none, // cannot come: thank you, another donor gets the half hour
  campOver: () => none, // the camp is over, or no longer open
  campOff: () => z.object(camp), // the camp does not take place: sorry, and thank you
  campReminder: () => z.object({ hospital, place, at, code, soon: z.boolean() }), // the evening before, or two hours before: eat, drink, bring an ID
  campGave: () => z.object({ count, next: day, link: z.string() }), // thanks on that evening, with the certificate
  campBack: () => z.object({ why: sentBack, until: day }), // sent back: thanks, what it means, welcome from then
  campMissed: () => none, // a no-show is asked once: 1 = ask me for the next camp, 2 = no invitations to camps
  campNextTime: () => z.object({ ok: z.boolean() }),
  campDoor: () => z.object({ code, group: bloodGroupSchema, did: z.enum(doorStates) }), // to the volunteer at the door: noted, and what to text next
  campAskBack: () => z.object({ code }), // BACK without a reason: which of the six
  campDoorUnknown: () => z.object({ code: z.string().optional() }), // no one has these digits at a camp of today
  campWalkIn: () => z.object({ ofPhone: ending }), // the notice went to this phone: its answer gives the four digits
  campNone: () => none, // no camp of your zone is held today
  campHeld: () =>
    z.object({
      came: count,
      units: count,
      sentHome: count,
      missed: count,
      link: z.string(),
    }), // to the coordinator, on its evening, with the sheet
  myDataCamps: () => z.object({ count }), // MYDATA: camps one was invited to
  // — after a gift
  giftCertificate: () => z.object({ count, link: z.string() }), // the evening of a gift to a patient that the family has confirmed
  giftReachedAsk: () => z.object({ code }), // to the family, the day after: did the blood reach the patient? 1 yes, 2 no; asked once
  giftReachedThanks: () => z.object({ reached: z.boolean() }), // the answer is noted: the donors hear of a yes; a no is passed on to no donor
  giftNews: () => z.object({ hospital, place }), // about three weeks later: the patient got the blood; nothing to do
  giftLongAgo: () => none, // a call to a donor who has not given for two years: thanks, and that we still ask; not again
  // — a family's story
  storyAsk: () => z.object({ code }), // three days after: may we tell how it went? 1 yes, 2 no; asked once
  storyWords: () => none, // yes: write it in one message; no names, no numbers; BLOOD if blood is needed now
  storyNo: () => none, // nothing is told, nothing of it is stored
  storyReadBack: () => z.object({ story: z.string(), name: name.optional() }), // exactly what would be shown: 1 show it, 2 do not, 3 with this name; or write it again
  storyUnsafe: () => none, // a number, a link or money is in it: write it again without
  storyWaits: () => none, // a coordinator reads it first; UNTELL takes it down
  storyPhotoAsk: () => none, // a photograph for the story came: may this one be shown to everyone, with the consent of all in it, no child? 1 yes, 2 no
  storyPhotoNo: () => none, // the photograph is not shown and is deleted
  storyPhotoWaits: () => none, // a coordinator looks at it first; UNTELL takes it down
  storyPhotoCheck: () => z.object({ link: z.string() }), // to a coordinator: look at a family's photograph
  storyPhotoDone: () => z.object({ shown: z.boolean() }), // to the family: it is shown; or it is not, and is deleted
  storyPhotoChecked: () => z.object({ shown: z.boolean() }), // to the coordinator
  storyHeard: () => none, // told in a call: a coordinator writes the words down, then the family decides
  storySpoken: () => z.object({ seconds: count, link: z.string() }), // to a coordinator: a family has told in a call; listen and write it down
  storyWritten: () => none, // to the coordinator: the words are on their way to the family
  storyShown: () => z.object({ link: z.string() }), // it is on the page; UNTELL
  storyNotShown: () => none, // the coordinators do not show it, or have taken it down; nothing of it is stored
  storyDown: () => none, // the family took it down
  storyUnknown: () => none, // STORY or UNTELL without a story
  storyCheck: () => z.object({ story: z.string(), own: code, name: name.optional() }), // to a coordinator: the words; STORY or UNTELL with the own code
  storyDone: () => z.object({ shown: z.boolean() }), // to the coordinator
  storyDecided: () => none, // another coordinator was first, or the family has not approved it
  myDataContacts: () => z.object({ count }), // MYDATA: how often we told, reminded or rang a donor after a gift, kept to see whether it helps
  myDataStory: () => none, // MYDATA: a story of yours
  prefersCalls: () => none, // from now on we ask you by a call
  prefersTexts: () => none,
  numberNotShown: () => none, // from now on donors and families do not see your number: we connect you
  numberShown: () => none, // the people we connect you with may see your number; a family that is new does not
});

export type MessageKey = keyof typeof messageKeys;
export type Params<M extends MessageKey> = z.infer<(typeof messageKeys)[M]>;

/** One thing to say, before it has a language. */
export type Message<M extends MessageKey = MessageKey> = {
  [K in M]: { key: K; params: Params<K> };
}[M];

const storedSchema = z.object({
  key: z.string().refine((key): key is MessageKey => Object.hasOwn(messageKeys, key)),
  params: z.unknown(),
});

/** A stored message: the key must exist, and the parameters fit the schema of that key. */
export const messageSchema = z.custom<Message>((raw) => {
  const stored = storedSchema.safeParse(raw);
  if (!stored.success) return false;
  // A process says few messages: none is worth the parser that zod compiles for it.
  return messageKeys[stored.data.key].safeParse(stored.data.params, { jitless: true }).success;
}, 'not a message of the catalog');
