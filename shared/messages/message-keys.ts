import * as z from 'zod';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import { requestCodeSchema } from '../terms/ids.ts';
import { languageSchema } from '../terms/language.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { daySchema, epochMsSchema } from '../terms/time.ts';

/*
 * Every meaning the hotline can say, with its typed parameters. The sentences are in en.ts, hi.ts and
 * hi-latn.ts; the compiler refuses a catalog that lacks one. Parameters are meanings too (a moment, a
 * blood group), never ready-made text, so that each language writes them its own way. They are stored
 * in outbox rows and parsed again when read.
 */
const code = requestCodeSchema;
const at = epochMsSchema;
const day = daySchema;
const phone = phoneNumberSchema;
const name = z.string();
const count = z.number().int().nonnegative();
/** The hospital's short name, or what the family wrote. */
const hospital = z.string();
/** Town or zone, as its name in the reader's language is looked up by id where it is a zone. */
const place = z.string();
const none = z.object({});

/** What is needed, as every sentence about a request shows it. exchange: any group's donation serves. */
const need = {
  group: bloodGroupSchema,
  component: componentSchema,
  units: count,
  exchange: z.boolean().optional(),
};
/** The request as a verifier or donor must see it. */
const where = { hospital, place, neededBy: at };

/** again: the last answer was not understood; the sentence then says how to answer, kindly. */
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

/** Why a volunteer refuses a request, as a key in a call says it. */
export const refusalReasons = ['no-paper', 'not-needed', 'not-true'] as const;

/** What a call that broke off may have left open; the text that follows it asks just that. */
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

/** The patient's name was said in a call: '' here, a recording there. */
const said = z.boolean().optional();

/** Between a donor and a family: without a number the two talk through ours (policy `sharing`). */
const phoneIfShared = phone.optional();

export const messageKeys = {
  // — anyone
  menu: none, // what anyone can text: BLOOD, JOIN, LANG, FORGET, or call
  menuDonor: none, // PAUSE 30, ON, GAVE 12/10, CALLS, HIDE, LANG, FORGET; BLOOD for one's own need; or call
  menuRequester: z.object({ code }), // STATUS, DONE, CLOSE, MORE 2
  menuVolunteer: z.object({ coordinator: z.boolean() }), // OK 4821, NO 4821 reason, ON, OFF (coordinator also TRUST phone); or call
  notUnderstood: none, // kindly: what to text instead, or call; loses nothing
  nothingToAnswer: none, // a bare digit (not to any question): nothing is asked of you now
  bloodIsFree: none, // somebody asks what it costs, or offers money: nothing, never pay, tell us if anybody asks
  sorryForLoss: none, // somebody tells us of a death: sympathy, and never a call to join
  youAreWelcome: none, // thanks
  pictureNotSeen: none, // a photo or voice note came: we cannot see it, please write
  languageSet: none,
  languageUnknown: none, // LANG with a language we do not speak: which we do (LANG EN, LANG HI, LANG HINDI for hi-Latn)
  forgotten: none, // everything about you is erased; counts without names stay
  forgetAfterRequest: none, // erased, and the open request(s) closed with it
  slowDown: none, // too many texts in a short time; still here

  // — a family asks for blood (guided questions, one short question each)
  askGroup: question,
  askComponent: question, // 1 whole blood (or not sure), 2 packed red cells, 3 platelets, 4 plasma
  askUnits: question, // 1–10
  askHospital: question, // name of the hospital, or PIN code
  askPlace: question, // the hospital is known, its town is not: name of the town, or PIN code
  askNeededBy: question, // 1 now, 2 today, 3 tomorrow, or write a day and time
  askPatient: question, // patient's name
  askAttendant: question, // name of the one with the patient, for the donor to ask for; 1 = skip
  unitsTooMany: z.object({ max: count }),
  groupUnclear: none, // which blood group exactly? with + or −, as on the requisition ("B" alone is not enough)
  requestSummary: z.object({
    ...need,
    ...where,
    patient: name,
    attendant: name.optional(),
    said,
  }), // 1 = send; wrong? text only the right detail
  summaryUnclear: none, // words at the summary that we did not follow; the summary comes after it
  requestDropped: none, // the family said it is not needed before it was sent off
  requestOpened: z.object({ code }), // with our volunteers, one will call; keep the hospital's requisition; never pay; STATUS any time
  requestOpenedTrusted: z.object({ code }), // trusted phone: donors are being asked already
  requestAlreadyOpen: z.object({ ...progress, group: bloodGroupSchema }), // this is already with us; for another patient text BLOOD
  tooManyRequests: z.object({ max: count }),
  requestWithMoreVolunteers: z.object({ code }),
  requestWithCoordinators: z.object({ code }),
  requestWaits: z.object({ code }), // nobody is on duty anywhere just now: we keep trying; ask the blood bank too
  requestVerified: z.object({ code }), // verified; nearby donors are asked now
  requestRefused: z.object({ code, reason: z.string(), why: z.enum(refusalReasons).optional() }),
  requestRefusedAloud: z.object({ code }), // the volunteer has said why: call us to hear it
  callCut: z.object({ ask: z.enum(callCutQuestions).optional() }), // the call broke off: call again, or answer here; without ask only the 1 is missing
  calledBackInVain: none, // we rang back on a missed call and nobody picked up: a missed call again, call, or BLOOD

  // — how it stands
  statusVerifying: z.object({ code }),
  statusSearching: z.object({ ...progress, asked: count }),
  statusCovered: z.object(progress),
  statusNone: none, // no open request; text BLOOD
  howToClose: z.object({ codes: z.array(code) }), // follows what we did not understand; without codes: nothing was sent off yet
  donorComing: z.object({ ...progress, donor: name, phone: phoneIfShared, arriveBy: at }), // donor said yes, number; name the code; never pay
  donorDropped: z.object({ code, donor: name }), // cannot come after all; the next is being asked
  donorDidNotCome: z.object({ code, donor: name }), // no answer by the time; replaced
  donorTurnedAway: z.object({ code, donor: name }), // came, and the doctor said not today
  unitGiven: z.object(progress),
  requestFulfilled: z.object({ code, units: count }),
  requestStillNeeded: z.object({ code }), // time has come: still needed? 1 yes, 2 no
  requestExtended: z.object({ code, neededBy: at }),
  requestExpired: z.object({ code }),
  requestClosed: z.object({ code }), // closed at the family's word
  unitsAdded: z.object({ code, units: count }), // units = how many in all
  unitsNotAdded: z.object({ code, max: count }),
  searchWidened: z.object({ code }), // everyone near has been asked, now further away
  everyoneAsked: z.object({ code }), // all are asked; coordinators go on by phone; ask blood bank about exchange
  doneWithoutDonor: z.object({ code }), // DONE, but no donor of ours is confirmed: CLOSE if it is no longer needed
  whichRequest: z.object({ codes: z.array(code) }), // several open: send the word with the code

  // — verifiers and coordinators
  verifyAsk: z.object({
    code,
    ...need,
    ...where,
    patient: name,
    phone,
    attendant: name.optional(),
    said,
  }), // call; ask requisition, blood bank open, who of the family gave; OK 4821 / NO 4821 reason
  verifyTaken: z.object({ code, by: name, ok: z.boolean() }), // to the others: settled by …
  verifyThanksOk: z.object({ code }),
  verifyThanksNo: z.object({ code }),
  verifyHow: z.object({ code }), // a bare digit, yes or no: OK 4821 if it is real, NO 4821 and why if not
  verifyNotReached: z.object({ code }), // the family did not pick up: try again, others are asked too; nothing is refused
  verifyAlready: z.object({ code }), // somebody was first
  verifyUnknown: z.object({ code: z.string().optional() }), // no waiting request (with this code)
  verifyWhich: z.object({ codes: z.array(code) }),
  verifyOwn: z.object({ code }), // one's own request must be verified by another
  verifyOffDuty: none, // text ON first
  verifyEnd: z.object({ code, units: count }), // fulfilled, thank you
  verifyEndClosed: z.object({ code }), // ended without being filled
  coordinatorEveryoneAsked: z.object({
    code,
    ...need,
    ...where,
    phone,
    missing: count,
    asked: count,
    saidNo: count,
  }), // with numbers
  dutyOn: z.object({ zone: place }),
  moreToVerify: z.object({ count }), // after the first few: the others come one by one
  dutyOff: none,
  trustSet: z.object({ phone, trusted: z.boolean() }),
  trustUnclear: none, // TRUST with a number we cannot read
  coordinatorsOnly: none,
  messageLeft: z.object({ seconds: count, link: z.string() }), // a caller asked for a volunteer, nobody was free: hear what they said
  loginCode: z.object({ code: z.string() }), // to hear it, type this number in the browser

  // — a donor is asked
  alert: z.object({ code, ...need, ...where }), // 1 = come, 2 = cannot. ONE segment en/hi-Latn, two hi
  alertThanksNo: z.object({ code }),
  alertNoLate: z.object({ code }), // said no, and nobody more is asked now
  alertYesConfirmed: z.object({
    code,
    hospital,
    place,
    attendant: name,
    phone: phoneIfShared,
    arriveBy: at,
  }), // + eat, sleep, no alcohol, bring ID, never pay, name the code; DROP if you cannot, DONE when given
  alertYesStandby: z.object({ code }),
  alertYesCovered: z.object({ code }), // said yes, but enough have; thank you
  alertYesClosed: z.object({ code }), // said yes, but no longer needed
  alertYesNotYet: z.object({ code, from: day }), // said yes, but may only give again from that day; or has said yes and then PAUSE MALARIA
  alreadyConfirmed: z.object({ code, hospital, arriveBy: at }),
  alreadyStandby: z.object({ code }),
  alreadySaidNo: z.object({ code }),
  alreadyGiven: z.object({ code }),
  codeUnknown: z.object({ code: z.string() }), // a code no request of ours has (anyone)
  notAskedForThis: z.object({ code: z.string() }), // the code is real, but this phone was not asked
  alertCovered: z.object({ code }), // to holders of an open alert, once: enough donors found
  alertNoLongerNeeded: z.object({ code }), // the same when cancelled or expired
  standbyPromoted: z.object({
    code,
    hospital,
    place,
    attendant: name,
    phone: phoneIfShared,
    arriveBy: at,
  }), // you are needed now; DROP if you cannot
  standbyReleased: z.object({ code }),
  donorStandDown: z.object({ code }), // confirmed, but please do not come any more; thank you
  donorReminder: z.object({ code, hospital, arriveBy: at }),
  askArrived: z.object({ code, hospital }), // 1 I have reached, 2 on the way, 3 cannot come
  arrivedThanks: z.object({ code }), // when given text DONE; sent back by the doctor: DROP
  onTheWayThanks: z.object({ code }),
  askGave: z.object({ code }), // 1 I gave, 2 the doctor sent me back, 3 not yet
  noShowNotice: z.object({ code }), // we heard nothing, another was asked; still coming? 1. no reproach
  donationThanks: z.object({ code, next: day }), // whose life, without naming; may give again from
  donationThanksFromFamily: z.object({ code, next: day }), // the family says you gave; DROP if not
  dropThanks: z.object({ code }), // thank you for telling us. Why? 1 I could not come 2 haemoglobin 3 weight or blood pressure 4 fever, illness, medicine 5 other
  dropReasonNoted: z.object({ until: day.optional() }), // rest until
  nothingToDrop: none,
  nothingDone: none, // DONE, but this phone has no open pledge or request
  lifeTouched: z.object({ code }), // request fulfilled: to each donor who gave

  // — donors, day to day
  joinNotice: z.object({ again: z.boolean().optional() }), // consent notice (DPDP): what we keep (number, name, group, area), why, only volunteers see it, FORGET erases; 1 = agree, 2 = no
  joinAskGroup: question,
  joinAskPin: question,
  joinPinUnknown: none, // six digits, but no PIN code we know
  joinAskName: question,
  joinAskSex: question, // 1 woman, 2 man, 3 other
  joinAskBirthYear: question,
  joinAskLastDonation: question, // date like 12/10/2026, or 1 = never or over 4 months ago
  joined: z.object({ group: bloodGroupSchema, place, from: day.optional() }), // from: may give from that day
  joinTooYoung: none,
  joinTooOld: none,
  joinDeclined: none,
  alreadyJoined: z.object({ group: bloodGroupSchema, place }),
  paused: z.object({ until: day }),
  deferralNoted: z.object({ until: day }), // PAUSE MALARIA: rests by the blood centre's rule
  pauseUnclear: none, // PAUSE with how many days? 1–365
  resumed: none,
  gaveNoted: z.object({ next: day }),
  gaveUnclear: none, // which date? GAVE 12/10
  notADonor: none, // PAUSE/ON/GAVE from someone who has not joined: JOIN
  mayGiveAgain: none,
  myData: z.object({ name: name.optional() }), // MYDATA: the number, the name, the language
  myDataDonor: z.object({
    group: bloodGroupSchema,
    pin: z.string(),
    place,
    sex: z.enum(['woman', 'man', 'other']),
    birthYear: z.number(),
    donations: z.number(),
    last: day.optional(),
  }), // what is kept of a donor
  myDataAgreed: z.object({ on: day, by: z.enum(['text', 'import', 'call']) }), // when and how a donor agreed
  myDataAgreedIn: z.object({ language: languageSchema }), // and in which language
  myDataRest: z.object({ until: day }), // may give again from that day
  myDataPause: z.object({ until: day }), // asked us to wait
  myDataCalls: z.object({ calls: z.boolean() }), // CALLS or TEXTS
  myDataNumber: z.object({ shown: z.boolean() }), // SHOW or HIDE
  myDataMore: none, // weight or e-mail, from the group's own list
  myDataVolunteer: z.object({ place }),
  myDataRequests: z.object({ codes: z.array(code) }),
  myDataJoining: none, // what a registration that is not finished holds
  myDataTelling: none, // the same of a request
  myDataAsked: z.object({ count, agreed: count, came: count, missed: count, sentHome: count }), // how often a donor was asked, and what came of it
  myDataSpoken: z.object({ count, days: z.number() }), // recordings of their voice, kept for so many days at most
  myDataEnd: none, // that is all, and that they want no texts if they say so; correct it, or FORGET
  prefersCalls: none, // from now on we ask you by a call
  prefersTexts: none,
  numberNotShown: none, // from now on donors and families do not see your number: we connect you
  numberShown: none, // whoever you are put in touch with sees your number
} as const;

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

/** A stored message read back: the key must exist and the parameters fit that meaning's own schema. */
export const messageSchema = z.custom<Message>((raw) => {
  const stored = storedSchema.safeParse(raw);
  return stored.success && messageKeys[stored.data.key].safeParse(stored.data.params).success;
}, 'not a message of the catalog');
