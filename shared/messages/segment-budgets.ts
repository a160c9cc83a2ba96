import type { Language } from '../terms/language.ts';
import type { MessageKey } from './message-keys.ts';

type Budget = Readonly<Record<Language, number>>;

/** A new message keeps this budget without an entry below. */
const usual: Budget = { en: 1, 'hi-Latn': 1, hi: 2 };
const two: Budget = { en: 2, 'hi-Latn': 2, hi: 3 };

const larger: Readonly<Partial<Record<MessageKey, Budget>>> = {
  menuDonor: { en: 2, 'hi-Latn': 2, hi: 4 },
  menuVolunteer: two,
  askComponent: two,
  askNeededBy: two,
  groupNotKnown: { en: 2, 'hi-Latn': 2, hi: 4 },
  placeTooFar: { en: 2, 'hi-Latn': 2, hi: 4 },
  familyNeedsHelp: { en: 2, 'hi-Latn': 2, hi: 4 },
  requestSummary: { en: 2, 'hi-Latn': 2, hi: 4 },
  requestRefused: { en: 2, 'hi-Latn': 2, hi: 4 },
  // Seven only with the answer number, after the notice.
  requestNotSent: { en: 3, 'hi-Latn': 3, hi: 5 },
  callCut: { en: 3, 'hi-Latn': 4, hi: 7 },
  donorComing: two,
  everyoneAsked: two,
  likelyAsked: two,
  plateletsVisit: two,
  donorArrived: two,
  bankShut: { en: 2, 'hi-Latn': 2, hi: 4 },
  bankShutNoted: { en: 2, 'hi-Latn': 2, hi: 4 },
  verifyBankShut: { en: 2, 'hi-Latn': 2, hi: 4 },
  arrivedThanks: { en: 2, 'hi-Latn': 2, hi: 4 },
  needsByDay: { en: 2, 'hi-Latn': 2, hi: 4 },
  correctAsk: { en: 2, 'hi-Latn': 2, hi: 4 },
  requestCorrected: { en: 2, 'hi-Latn': 2, hi: 3 },
  verifyCorrected: { en: 2, 'hi-Latn': 2, hi: 5 },
  donorCorrected: { en: 2, 'hi-Latn': 2, hi: 4 },
  donorReleased: two,
  alertAgain: { en: 1, 'hi-Latn': 1, hi: 3 },
  verifyAsk: { en: 3, 'hi-Latn': 3, hi: 5 },
  verifyNotReached: two,
  verifyAlike: { en: 2, 'hi-Latn': 2, hi: 4 },
  coordinatorEveryoneAsked: { en: 2, 'hi-Latn': 2, hi: 4 },
  messageLeft: two,
  alertYesConfirmed: { en: 3, 'hi-Latn': 3, hi: 4 },
  standbyPromoted: { en: 2, 'hi-Latn': 2, hi: 4 },
  donationThanks: two,
  donationThanksFromFamily: two,
  dropThanks: two,
  // Six only with the answer number: the notice that donors agreed to is not shortened for it.
  joinNotice: { en: 3, 'hi-Latn': 3, hi: 6 },
  joined: two,
  familyLink: two,
  campAsk: two,
  campSummary: { en: 2, 'hi-Latn': 2, hi: 4 },
  campOpened: two,
  campInvite: { en: 2, 'hi-Latn': 2, hi: 4 },
  campTimes: two,
  campBooked: { en: 2, 'hi-Latn': 2, hi: 4 },
  campOff: { en: 2, 'hi-Latn': 2, hi: 4 },
  campReminder: { en: 2, 'hi-Latn': 2, hi: 4 },
  campGave: { en: 3, 'hi-Latn': 3, hi: 5 },
  campBack: two,
  campMissed: two,
  campDoor: two,
  campHeld: { en: 2, 'hi-Latn': 2, hi: 4 },
  giftCertificate: { en: 2, 'hi-Latn': 2, hi: 4 },
  giftLongAgo: two,
  giftReachedAsk: two,
  giftReachedThanks: two,
  giftNews: { en: 2, 'hi-Latn': 2, hi: 4 },
  storyAsk: two,
  storyWords: two,
  storyReadBack: { en: 3, 'hi-Latn': 3, hi: 6 },
  storyWaits: two,
  storyPhotoAsk: { en: 2, 'hi-Latn': 2, hi: 4 },
  storyPhotoWaits: two,
  storyPhotoCheck: two,
  storyPhotoDone: two,
  storyHeard: two,
  storySpoken: two,
  storyShown: { en: 2, 'hi-Latn': 2, hi: 4 },
  storyNotShown: two,
  storyCheck: { en: 3, 'hi-Latn': 3, hi: 6 },
  myDataDonor: two,
  myDataRequests: two,
  numberNotShown: two,
};

/**
 * What a message may cost at most, in segments, with its longest parameters. Devanagari in the parameters is
 * transliterated for readers of Latin letters (transliterate.ts).
 */
export const segmentBudget = (key: MessageKey, language: Language): number =>
  (larger[key] ?? usual)[language];
