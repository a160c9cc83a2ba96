import * as z from 'zod';
import type { Wording } from '../messages/catalog/catalog.ts';
import { type Message, messageKeys } from '../messages/message-keys.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { requestCodeSchema } from '../terms/ids.ts';
import type { Language } from '../terms/language.ts';
import { type EpochMs, epochMsSchema } from '../terms/time.ts';

/*
 * Everything the hotline says in a call. A prompt that a text says too has the message's key and parameters, so that a
 * reply to a text can be spoken. The sentences are in prompts/en.ts and prompts/hi.ts.
 * A worried caller hears a prompt once, on a bad line. It takes at most 20 seconds (reading-time.ts) and names keys
 * last ("to …, press 1"). Numbers are read digit by digit; a phone number is never read aloud.
 */
const none = z.object({});
const count = z.number().int().nonnegative();
const name = z.string();
const code = requestCodeSchema;

/** Messages that a call says too. Phone numbers in their parameters are not read out: keys connect people. */
const alsoTexted = [
  'bloodIsFree',
  'loginCode', // a person on the website asked for the code by a call: said twice, digit by digit
  'languageSet',
  'forgotten',
  'forgetAfterRequest',
  'unitsTooMany',
  'requestSummary', // then: 1 send it, 2 change something, 3 not needed any more
  'requestDropped',
  'requestOpened',
  'requestOpenedContact',
  'requestStarted',
  'requestOpenedTrusted',
  'tooManyRequests',
  'requestWithMoreVolunteers',
  'requestWithCoordinators',
  'requestWaits',
  'requestVerified',
  'requestRefused',
  'requestUnchecked',
  'statusVerifying',
  'statusSearching',
  'statusCovered',
  'statusNone',
  'donorComing',
  'donorDropped',
  'donorDidNotCome',
  'donorTurnedAway',
  'unitGiven',
  'requestFulfilled',
  'requestStillNeeded', // 1 yes, 2 no
  'requestExtended',
  'requestExpired',
  'requestClosed',
  'unitsAdded',
  'unitsNotAdded',
  'searchWidened',
  'likelyAsked',
  'everyoneAsked',
  'doneWithoutDonor',
  'verifyAsk', // to a verifier: what is needed, where, when, and the patient; no phone number
  'verifyThanksOk',
  'verifyThanksNo',
  'verifyAlready',
  'verifyUnknown',
  'verifyOwn',
  'verifyOffDuty',
  'verifyEnd',
  'verifyEndClosed',
  'coordinatorEveryoneAsked',
  'dutyOn',
  'dutyOff',
  'alert', // who, what, where in one breath; 1 I can come, 2 I cannot; 9 again
  'alertAgain', // the same again to a donor who was told that it is covered
  'alertThanksNo',
  'alertNoLate',
  'alertYesConfirmed',
  'alertYesStandby',
  'alertYesCovered',
  'alertYesReserve',
  'alertYesClosed',
  'alertYesNotYet',
  'alreadyConfirmed',
  'alreadyStandby',
  'alreadySaidNo',
  'alreadyGiven',
  'nothingToAnswer',
  'alertCovered',
  'alertNoLongerNeeded',
  'standbyPromoted',
  'standbyReleased',
  'donorStandDown',
  'donorReminder',
  'askArrived', // 1 I have reached, 2 on the way, 3 cannot come
  'arrivedThanks',
  'onTheWayThanks',
  'askGave', // 1 I gave, 2 the doctor sent me back, 3 not yet
  'noShowNotice', // still coming? 1 yes, 2 no
  'donationThanks',
  'donationThanksFromFamily',
  'campInvite', // 1 I come, 2 not this time, 5 anything else
  'campTimes', // 1 to 3 the half hours, 4 another time
  'campBooked', // where and when; the four digits of the door
  'campWaiting',
  'campNo',
  'campFreed',
  'campOver',
  'campDoor', // to the volunteer at the door: noted; the donor's digits
  'campDoorUnknown',
  'callerWaits', // to a volunteer: a caller hung up while volunteers were rung; 1 call them, 2 not now
  'volunteerWillCall',
  'dropThanks', // why: 1 could not come, 2 haemoglobin, 3 weight or blood pressure, 4 fever, illness, medicine; dropOther follows when it is repeated
  'dropReasonNoted',
  'nothingToDrop',
  'nothingDone',
  'lifeTouched',
  'joinNotice', // 1 I agree, 2 no
  'joinTooYoung',
  'joinTooOld',
  'joinDeclined',
  'joined',
  'alreadyJoined',
  'paused',
  'resumed',
  'gaveNoted',
  'gaveUnclear',
  'notADonor',
  'mayGiveAgain',
  'giftReachedAsk', // 1 yes, 2 no
  'giftReachedThanks',
  'storyReadBack', // the words of a story, before its keys
  'storyNo',
  'storyWaits',
  'storyHeard',
  'storyUnknown',
  'giftLongAgo', // one call to a donor who has not given for long; the main menu follows
  'prefersCalls',
  'prefersTexts',
  'numberNotShown', // from now on we connect you and do not show your number
  'numberShown',
] as const satisfies readonly (keyof typeof messageKeys)[];

/** The roles of the caller: the prompt offers only what fits them. */
const mine = z.object({ donor: z.boolean(), volunteer: z.boolean() });

/** Said in calls only. */
const onlySpoken = {
  // — any call
  chooseLanguage: none, // in both languages, whatever the language: 0 a volunteer, हिंदी 1, English 2
  welcome: none, // "Police Mitra. Blood is free here, never pay anyone."
  itIsUs: none, // the first words of a call we make; the reason follows: "Hello, this is Police Mitra."
  mainMenu: mine, // 1 need blood, 2 want to give (not said to a donor), 3 questions about giving, 4 settings, 0 a volunteer, 9 again
  zeroHelps: none, // ends every screen that does not say it itself: 0 a volunteer
  sayAgain: none, // said before a screen that is repeated after silence: "Are you there?"
  wrongKey: none, // that key means nothing here; kindly; the screen is repeated after it
  numberHidden: none, // we cannot see your number; we call a volunteer for you
  callUnknown: none, // we do not know this call any more; nothing the caller said is lost; the menu may follow
  goodbye: none,
  seeText: none, // we have also sent you this as a text
  // — a request by keypad
  needGroup: none, // 1 A, 2 B, 3 A B, 4 O; not known: 0
  needGroupUnknown: none, // when it is repeated: 5 Bombay; it is on the hospital's paper, or ask the nurse
  needRh: z.object({ abo: z.string() }), // 1 positive, 2 negative
  needComponent: none, // 1 blood, or I am not sure; 2 packed red cells; 3 platelets; 4 plasma
  needUnits: none, // 1 to 9
  needPin: none, // say the hospital, or key in the six digits of its PIN code; 0 alone, a volunteer helps
  fillPin: none, // a volunteer says the hospital, or keys in its PIN code
  pinCheck: z.object({ pin: z.string(), place: name, district: name }), // read in pairs, and as the place; 1 right, 2 another
  pinUnknown: none, // we do not know that PIN code
  needHospital: z.object({ hospitals: z.array(name) }), // its name may be said; 1 …, 2 …; the last key + 1: another one
  needHospitalName: none, // say the hospital's name after the tone, then press any key; a key at once to go on without
  needWhen: z.object({ group: bloodGroupSchema.optional() }), // which group, as it was keyed in; 1 now, 2 today, 3 tomorrow, 4 later
  needDays: none, // in how many days: 2 to 9
  needPatient: none, // say the patient's name after the tone, then any key
  needAttendant: none, // say the name of the person with the patient …
  needChange: none, // what is wrong: 1 group, 3 units, 4 hospital, 8 something else
  needChangeMore: none, // 2 blood or platelets, 5 when, 6 names
  needContinues: none, // we go on where the last call stopped
  requestCode: z.object({ code }), // remember this code, digit by digit, twice: after a yes that already said where and when
  // — joining by keypad (group, Rh and PIN as above)
  joinFirst: none, // before the notice: 1 I agree, 2 no
  joinGroup: none,
  joinPin: none, // the six digits of the PIN code where you live; 0 alone, a volunteer helps
  joinName: none, // say your name after the tone
  joinSex: none, // 1 woman, 2 man, 3 other
  joinBorn: none, // the age in two digits
  joinLast: none, // 1 never or more than four months ago, 2 less
  joinLastDate: none, // day and month in four digits, the fifth of October 0 5 1 0
  // — a donor who said yes
  dropOther: none, // before dropThanks is repeated: 5 anything else
  pledgeConfirmed: z.object({
    code,
    hospital: name,
    place: name,
    arriveBy: epochMsSchema,
    asap: z.boolean().optional(),
  }), // 1 connect me with the family, 2 I can't come after all, 3 I have given, 5 anything else
  pledgeKeys: none, // the same keys, after thanks that already said where and when
  pledgeStandby: z.object({ code }), // next in line; 2 I can't come, 5 anything else
  // — a family
  requestKeys: z.object({ donors: count, more: z.boolean() }), // after the status: 1 connect me with the donor (if any), 2 more units, 3 the blood was given, 8 more; without 1 and more requests the last two keys of requestOther follow
  requestOther: z.object({ more: z.boolean() }), // 4 close it, 5 anything else, 6 the next request (if more)
  requestMore: none, // how many more units, 1 to 9
  requestMoreAgain: z.object({ more: count, units: count }), // as many more were added just before: once more, so many in all? 1 yes, 2 no
  requestClose: none, // 1 yes, close it; 2 no
  hearAttendant: none, // the person to ask for, as the family said it; the recording follows
  chooseDonor: z.object({ donors: z.array(name) }), // 1 Amit, 2 Salman
  refusalToHear: z.object({ code }), // our volunteer said why; the recording follows
  // — a volunteer
  verifyCode: none, // who calls in keys in the own code of our text first; 1 and wait: we call back; 5 anything else
  callBackSoon: none, // we call this phone in a moment
  verifyKeys: z.object({ more: z.boolean(), unplaced: z.boolean() }), // 1 verified, 2 refuse, 3 connect me with the family first, 4 next (if more; otherwise five, anything else); unplaced: 1 connects, 3 keys in the hospital
  verifyReason: none, // why: 1 no requisition from the hospital, 2 not needed any more, 3 the details are not true, 4 say it
  verifyReasonSay: none, // say why after the tone
  verifyNoMore: none, // no other request waits
  // — donation camps
  campSeatKeys: none, // 2 I can't come after all, 5 anything else
  campDoorAsk: none, // a volunteer at the door: the donor's four digits; 5 anything else
  campDoorKeys: z.object({ code, group: bloodGroupSchema }), // 1 has come, 2 has given, 3 was sent back, 5 another number
  campBackReason: none, // why: 1 haemoglobin, 2 blood pressure, 3 weight, 4 medicine; campBackOther follows when it is repeated
  campBackOther: none, // 5 gave a short while ago, 6 anything else
  hearHospital: none, // the hospital, as the caller said it: (recording follows)
  hearNames: none, // the names of the patient and the attendant, as the caller said them
  // — settings
  settings: z.object({ donor: z.boolean() }), // 1 the other language; a donor: 2 pause or again, 3 I gave elsewhere; 8 more
  settingsMore: mine.extend({ byCall: z.boolean(), hidden: z.boolean(), onDuty: z.boolean() }), // a donor: 4 ask by text/by call, 5 show/hide my number; a volunteer: 6 on/off duty; 7 erase me
  pauseKeys: none, // 1 for 30 days, 2 for 90 days, 3 ask me again
  gaveWhen: none, // 1 today, 2 yesterday, 3 another day
  gaveDate: none, // day and month in four digits
  forgetCheck: none, // erase all? 1 yes, 2 no
  forgetByText: none, // we texted a number: text it back, and everything is erased
  // — questions about giving: the answers of an experienced doctor, each under 20 seconds
  mythList: none, // 1 weakness, 2 does it hurt, infection, 3 women, 4 the others: how often, men's strength, who pays
  mythWeakness: none,
  mythPain: none,
  mythWomen: none,
  mythOften: none,
  mythStrength: none,
  mythMoney: none,
  mythKeys: none, // 1 the next one, 2 I want to give, 5 anything else
  // — people put in touch
  connecting: z.object({ to: z.enum(['family', 'donor', 'volunteer', 'caller']) }), // we connect you; never pay; your number stays hidden
  connectOffer: z.object({ code, to: z.enum(['family', 'donor']) }), // to a volunteer who asked for it: press 1 and we connect you
  nobodyPickedUp: z.object({ to: z.enum(['family', 'donor']) }),
  talkEnded: none,
  cannotConnect: none, // the request is not open any more
  legDonor: z.object({ code, name }), // to a donor: the family of request … wants to talk; press 1
  legFamily: z.object({ code, name }), // to a family that its donor rings; press 1; never pay
  legFamilyByVolunteer: z.object({ code, name }), // to a family or a donor: a volunteer wants to talk about request …; press 1
  legCaller: z.object({ name }), // to a caller who had hung up: our volunteer is there now; press 1
  legVolunteer: z.object({ place: name }), // a caller asks for a volunteer; press 1 to take the call
  legAgain: none, // said after a whisper without an answer that counts: 1 talk, 2 not now
  legGoodbye: none, // the phone that was rung is not connected
  legTaken: none, // another volunteer already took the call; thank you
  volunteerRings: none, // we call a volunteer for you; stay on the line
  stillRings: none, // before each further round: we call the next one, stay on the line
  callerGone: none, // the caller has been reached, or no longer waits
  storyTellAsk: none, // may we tell how it went? 1 tell it now, 2 no, 5 anything else
  storyTell: none, // what is recorded, who hears it; tell it after the tone, without names
  storyNotHeard: none, // nothing was recorded
  storyShowKeys: z.object({ named: z.boolean() }), // 1 show it without a name, 2 do not, 3 with the family's own, 4 tell it again
  nobodyFree: none, // no volunteer is free: say your message after the tone, with your name
  messageKept: none, // thank you, they will hear it and call you back
  messageEmpty: none, // we heard nothing; call again any time
} as const;

type AlsoTexted = (typeof alsoTexted)[number];
type OnlySpoken = keyof typeof onlySpoken;
export type PromptKey = AlsoTexted | OnlySpoken;

export const promptKeys: readonly PromptKey[] = [
  ...alsoTexted,
  ...Object.keys(onlySpoken).filter((key): key is OnlySpoken => Object.hasOwn(onlySpoken, key)),
];

/** The parameters of a prompt by name, each with its schema. */
export const promptShape = (key: PromptKey): Record<string, z.ZodType> =>
  (isOnlySpoken(key) ? onlySpoken[key] : messageKeys[key]).shape;

const isOnlySpoken = (key: PromptKey): key is OnlySpoken => Object.hasOwn(onlySpoken, key);

export type PromptParams<K extends PromptKey> = K extends OnlySpoken
  ? z.infer<(typeof onlySpoken)[K]>
  : K extends AlsoTexted
    ? z.infer<(typeof messageKeys)[K]>
    : never;

/** One thing to say in a call, before it has a language. */
export type Prompt<K extends PromptKey = PromptKey> = {
  [P in K]: { key: P; params: PromptParams<P> };
}[K];

const spokenKeys: ReadonlySet<string> = new Set(alsoTexted);

/** An intersection of two unions of messages would take the compiler longer than all other types together. */
type SpokenMessage = Extract<Message, { key: AlsoTexted }>;

/** True for a message that a call can say. */
export const isSpoken = (message: Message): message is SpokenMessage => spokenKeys.has(message.key);

/** What a prompt knows beyond its parameters. */
export type SpeakContext = {
  now: EpochMs;
  /** The group's name: "Police Mitra". */
  groupName: string;
  /** The same in Devanagari, for Hindi calls; without this, as above. */
  groupNameInHindi?: string | undefined;
  /** A place as the listener's language names it; without this, as stored. */
  placeName?: (place: string, language: Language) => string;
  /** A hospital as people say it; without this, as stored. */
  hospitalName?: (hospital: string, language: Language) => string;
};

/** One language's prompts; the compiler requires all of them. Of several wordings the first that is short enough is said. */
export type PromptCatalog = {
  [K in PromptKey]: (params: PromptParams<K>, context: SpeakContext) => Wording;
};
