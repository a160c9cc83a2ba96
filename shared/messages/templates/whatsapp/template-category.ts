import type { MessageKey } from '../../message-keys.ts';

/**
 * Meta's categories. UTILITY follows an act of the reader or a service that they agreed to, AUTHENTICATION holds a login
 * code, everything else is MARKETING. Meta may move a template to another category, by what people do with it
 * (docs/facts.md#india).
 */
export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';

/**
 * The messages that can reach a person who has not written for a day. Every other one is a reply, which needs no
 * template. A message that is missing here leaves as an SMS.
 */
const unasked = [
  // to a donor
  ...['alert', 'alertAgain', 'alertCovered', 'alertNoLongerNeeded', 'alertChanged'],
  ...[
    'alertThanksNo',
    'alertYesConfirmed',
    'alertYesStandby',
    'standbyPromoted',
    'standbyReleased',
  ],
  ...[
    'donorReminder',
    'donorCorrected',
    'donorReleased',
    'donorStandDown',
    'plateletsVisit',
    'familyIsAt',
  ],
  ...['askArrived', 'askGave', 'noShowNotice', 'donationThanks', 'donationThanksFromFamily'],
  ...['giftCertificate', 'giftNews', 'lifeTouched', 'mayGiveAgain'],
  // to a family
  ...['requestOpened', 'requestStarted', 'familyLink', 'volunteerWillCall', 'calledBackInVain'],
  ...['requestWithMoreVolunteers', 'requestWithCoordinators', 'requestWaits', 'requestUnchecked'],
  ...['familyNotReached', 'requestVerified', 'requestRefused', 'requestRefusedAloud'],
  ...[
    'donorComing',
    'donorNewTime',
    'donorDropped',
    'donorDidNotCome',
    'donorTurnedAway',
    'donorArrived',
    'bankShut',
  ],
  // to the person whose number the family gave
  ...['statusDonor', 'donorsThere'],
  ...['searchWidened', 'likelyAsked', 'everyoneAsked', 'unitsAdded', 'unitGiven'],
  ...['dayBegun', 'needsByDay'],
  ...['requestFulfilled', 'requestStillNeeded', 'requestExpired', 'requestCorrected'],
  ...['namesCorrected', 'askFoundElsewhere', 'arrivedThanks'],
  // to a volunteer
  ...[
    'verifyAsk',
    'verifyAlike',
    'verifyCorrected',
    'verifyTaken',
    'verifyNotReached',
    'verifyEnd',
  ],
  ...[
    'verifyBankShut',
    'verifyEndClosed',
    'callerWaits',
    'messageLeft',
    'familyNeedsHelp',
    'trustNews',
  ],
  ...['coordinatorEveryoneAsked', 'roleNews', 'roleEnded'],
  'giftReachedAsk',
  // of a story
  ...[
    'storyAsk',
    'storyReadBack',
    'storyCheck',
    'storySpoken',
    ...['storyPhotoCheck', 'storyPhotoDone'],
    'storyShown',
    'storyNotShown',
  ],
  // of a camp
  ...['campInvite', 'campTimes', 'campBooked', 'campReminder', 'campOff', 'campGave', 'campBack'],
  ...['campNo', 'campFreed', 'campMissed', 'campHeld'],
] as const satisfies readonly MessageKey[];

/** Invitations to give that no patient waits for. */
const marketing: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'mayGiveAgain',
  'campInvite',
  'campMissed',
]);

const utility: ReadonlySet<MessageKey> = new Set<MessageKey>(unasked);

/**
 * The category of a message; undefined when it has no template. A login code is left out: Meta prescribes the words of
 * AUTHENTICATION, so outside the window our own words leave as an SMS.
 */
export const templateCategory = (key: MessageKey): TemplateCategory | undefined => {
  if (marketing.has(key)) return 'MARKETING';
  if (utility.has(key)) return 'UTILITY';
  return key === 'loginCode' ? 'AUTHENTICATION' : undefined;
};
