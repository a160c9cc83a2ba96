import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { Pledge, Request } from '#shared/request/request.ts';

/*
 * What each sentence about a request claims of what is stored when it is said. A sentence that only asks, explains or
 * repeats what its reader wrote claims nothing, and is not listed (test/unit/claims/claims.test.ts names those with a code).
 */

/** `params` are known for a message that is queued, and not for the words of a reply. */
export type Told = {
  request: Request;
  phone: string;
  params?: Record<string, unknown> | undefined;
};
export type Claim = (told: Told) => boolean;

const count = ({ pledges }: Request, ...states: Pledge['state'][]): number =>
  pledges.filter(({ state }) => states.includes(state)).length;
const own = ({ request, phone }: Told): Pledge | undefined =>
  request.pledges.findLast(({ donor }) => donor?.phone === phone);
/** The parameter says what is stored; nothing is compared where the parameters are not known. */
const says = ({ params }: Told, name: string, stored: unknown): boolean =>
  params === undefined || params[name] === undefined || params[name] === stored;

export const hasEnded = ({ phase }: Request): boolean =>
  phase.type === 'fulfilled' || phase.type === 'closed';
const isOpen: Claim = ({ request }) => !hasEnded(request);
const isOver: Claim = ({ request }) => hasEnded(request);
const inPhase =
  (...types: Request['phase']['type'][]): Claim =>
  ({ request }) =>
    types.includes(request.phase.type);
const isClosedAs =
  (reason: 'refused' | 'cancelled' | 'expired'): Claim =>
  ({ request: { phase } }) =>
    phase.type === 'closed' && phase.reason === reason;
const pledgeIs =
  (...states: Pledge['state'][]): Claim =>
  (told) =>
    states.includes(own(told)?.state ?? 'released');
const somePledgeIs =
  (...states: Pledge['state'][]): Claim =>
  ({ request }) =>
    count(request, ...states) > 0;
const all =
  (...claims: Claim[]): Claim =>
  (told) =>
    claims.every((claim) => claim(told));

const isKept = pledgeIs('confirmed', 'standby');
const isNotKept: Claim = (told) => !isKept(told);
const hasEnough: Claim = ({ request }) => count(request, 'confirmed', 'donated') >= request.units;
/** Who has given counts as found. */
const progressIsTrue: Claim = (told) =>
  says(told, 'confirmed', count(told.request, 'confirmed', 'donated')) &&
  says(told, 'given', count(told.request, 'donated')) &&
  says(told, 'units', told.request.units);
/** The units of the whole need, or of one of its days. */
const unitsAreTrue: Claim = (told) =>
  [told.request, ...(told.request.days ?? [])].some(({ units }) => says(told, 'units', units));
const needIsTrue: Claim = (told) =>
  says(told, 'group', told.request.group) &&
  says(told, 'component', told.request.component) &&
  unitsAreTrue(told);

const verifying = inPhase('verifying');
const searching = inPhase('searching');

export const claims: Partial<Record<MessageKey, Claim>> = {
  // — the family
  requestOpened: verifying,
  requestOpenedContact: verifying,
  requestStarted: verifying,
  requestOpenedTrusted: searching,
  requestAlreadyOpen: all(isOpen, progressIsTrue),
  requestWithMoreVolunteers: verifying,
  requestWithCoordinators: verifying,
  requestWaits: verifying,
  requestUnchecked: verifying,
  familyNotReached: verifying,
  requestVerified: inPhase('searching', 'covered'),
  requestRefused: isClosedAs('refused'),
  requestRefusedAloud: isClosedAs('refused'),
  statusVerifying: verifying,
  statusSearching: all(searching, progressIsTrue),
  statusCovered: all(inPhase('covered'), progressIsTrue),
  dayBegun: all(searching, (told) => says(told, 'neededBy', told.request.neededBy)),
  dayAhead: all(inPhase('covered'), progressIsTrue),
  needsByDay: all(isOpen, ({ request }) => (request.days?.length ?? 0) > 1),
  plateletsVisit: all(isKept, ({ request }) => request.component === 'platelets'),
  statusDonor: somePledgeIs('confirmed'),
  donorComing: all(somePledgeIs('confirmed'), progressIsTrue),
  donorArrived: ({ request }) => request.pledges.some(({ arrivedAt }) => arrivedAt !== undefined),
  donorNewTime: somePledgeIs('confirmed'),
  familyIsAt: isOpen,
  bankShut: somePledgeIs('confirmed'),
  bankShutNoted: pledgeIs('confirmed'),
  verifyBankShut: isOpen,
  donorDropped: somePledgeIs('dropped', 'deferred'),
  donorDidNotCome: somePledgeIs('no-show'),
  // The doctor's word may come first, and the reason after it.
  donorTurnedAway: somePledgeIs('dropped', 'deferred'),
  storyAsk: inPhase('fulfilled'),
  giftReachedAsk: inPhase('fulfilled'),
  unitGiven: all(somePledgeIs('donated'), progressIsTrue),
  requestFulfilled: inPhase('fulfilled'),
  requestStillNeeded: isOpen,
  requestExtended: isOpen,
  requestExtendedUnchecked: verifying,
  requestExpired: all(isClosedAs('expired'), progressIsTrue),
  // Also the reply to "2" (not needed any more) after the request was fulfilled.
  requestClosed: isOver,
  unitsAdded: all(isOpen, (told) => says(told, 'units', told.request.units)),
  askMoreAgain: isOpen,
  doneWithoutDonor: ({ request }) => count(request, 'confirmed') === 0,
  searchWidened: searching,
  likelyAsked: searching,
  everyoneAsked: searching,
  requestCorrected: all(isOpen, needIsTrue),
  donorsExpected: all(somePledgeIs('confirmed'), (told) =>
    says(told, 'confirmed', count(told.request, 'confirmed')),
  ),
  correctAsk: isOpen,
  namesCorrected: isOpen,
  requestKept: isOpen,
  donorsThere: somePledgeIs('confirmed'),
  askWhoGave: isOpen,
  askFoundElsewhere: isOpen,
  askCloseAfterLoss: isOpen,
  // — volunteers
  verifyAsk: all(verifying, needIsTrue),
  verifyAlike: verifying,
  // A request that was verified may still be refused.
  verifyHow: isOpen,
  verifyCorrected: all(isOpen, needIsTrue),
  // A request that was verified stays open too when its family cannot be reached.
  verifyNotReached: isOpen,
  verifyLater: verifying,
  verifyUnplaced: verifying,
  verifySameOver: ({ request }) => request.phase.type !== 'closed',
  verifyAlready: ({ request }) => request.phase.type !== 'verifying',
  verifyTaken: ({ request }) => request.phase.type !== 'verifying',
  verifyThanksOk: inPhase('searching', 'covered'),
  verifyThanksNo: isClosedAs('refused'),
  verifyEnd: all(inPhase('fulfilled'), (told) => says(told, 'units', told.request.units)),
  verifyEndClosed: inPhase('closed'),
  coordinatorEveryoneAsked: all(searching, needIsTrue),
  // — donors
  alert: searching,
  alertAgain: searching,
  alertYesConfirmed: pledgeIs('confirmed'),
  alreadyConfirmed: pledgeIs('confirmed'),
  standbyPromoted: pledgeIs('confirmed'),
  donorCorrected: pledgeIs('confirmed'),
  donorReminder: pledgeIs('confirmed'),
  askArrived: pledgeIs('confirmed'),
  askGave: pledgeIs('confirmed'),
  onTheWayThanks: pledgeIs('confirmed'),
  familyAskedIfNeeded: pledgeIs('confirmed', 'standby'),
  whenComing: pledgeIs('confirmed'),
  arrivedThanks: all(pledgeIs('confirmed'), (told) => own(told)?.arrivedAt !== undefined),
  ownTimeNoted: pledgeIs('confirmed'),
  alertYesStandby: pledgeIs('standby'),
  alreadyStandby: pledgeIs('standby'),
  // "Enough donors": the reader is not expected and no donor is missing. A fulfilled request stays so even after a denial.
  alertYesCovered: all(
    isNotKept,
    (told) => ['covered', 'fulfilled'].includes(told.request.phase.type) || hasEnough(told),
  ),
  // Only while it is covered can a place open.
  alertYesReserve: all(isNotKept, inPhase('covered')),
  alertYesClosed: all(isNotKept, inPhase('closed')),
  alertThanksNo: all(isNotKept, searching),
  alertNoLate: all(isNotKept, ({ request }) => request.phase.type !== 'searching'),
  alertCovered: all(isNotKept, inPhase('covered', 'fulfilled')),
  alertNoLongerNeeded: all(isNotKept, inPhase('closed')),
  standbyReleased: pledgeIs('released'),
  donorStandDown: pledgeIs('released'),
  donorReleased: pledgeIs('released'),
  dropThanks: pledgeIs('dropped', 'deferred'),
  noShowNotice: pledgeIs('no-show'),
  alreadyGiven: pledgeIs('donated'),
  donationThanks: pledgeIs('donated'),
  donationThanksFromFamily: pledgeIs('donated'),
  lifeTouched: all(pledgeIs('donated'), inPhase('fulfilled')),
};
