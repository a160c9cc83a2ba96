import type { Message } from '../../messages/message-keys.ts';
import type { RequestCode } from '../../terms/ids.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import { alertsRestUntil } from '../../terms/quiet-hours.ts';
import { after, minutes } from '../../terms/time.ts';
import type { Effect, Refusal, VerificationCommand } from '../commands.ts';
import type { RequestEvent, VerificationEvent } from '../events.ts';
import type { Phase, Request } from '../request.ts';
import { refusalMessage, refusalThanks, verificationMessages } from '../request-messages.ts';
import {
  type CommandOf,
  type Decisions,
  type EventOf,
  type Evolution,
  type Notifications,
  noFacts,
  type TimelineLines,
} from './handlers.ts';
import { notifyPhone } from './notices.ts';
import { startSearch } from './search.ts';
import { missFamily, repetitionAt } from './verification-pauses.ts';

/* Volunteers verify a request, refuse it, or stop it after its verification. */

const whyNotDecided = (request: Request, by: PhoneNumber): Refusal | undefined => {
  if (request.phase.type !== 'verifying') return 'not-waiting';
  return by === request.requester ? 'own-request' : undefined;
};

const refuse = (verdict: Omit<EventOf['refused'], 'type'>): RequestEvent[] => [
  { ...verdict, type: 'refused' },
  { type: 'closed', reason: 'refused' },
];

/** The first verdict holds. Only the volunteer who gave it and coordinators may overturn it. */
export const mayStopVerified = (
  { phase, verifiedBy, requester }: Request,
  { by, isCoordinator }: Pick<CommandOf['stop'], 'by' | 'isCoordinator'>,
): boolean =>
  (phase.type === 'searching' || phase.type === 'covered') &&
  by !== requester &&
  (isCoordinator || by === verifiedBy);

type Verifying = Extract<Phase, { type: 'verifying' }>;

export const verificationDecisions: Decisions<VerificationCommand> = {
  verify: (request, { by, name }) =>
    whyNotDecided(request, by) ??
    (request.unplaced ? 'unplaced' : [{ type: 'verified', by, name }]),
  refuse: (request, command) => whyNotDecided(request, command.by) ?? refuse(command),
  stop: (request, { isCoordinator, ...command }) =>
    mayStopVerified(request, { by: command.by, isCoordinator }) ? refuse(command) : 'not-waiting',
  'miss-family': (request, { by }, now, policy) =>
    whyNotDecided(request, by) ?? missFamily(request, by, now, policy),
  'ask-to-call-again': ({ phase }, { phones }) =>
    phase.type === 'verifying' ? [{ type: 'asked-to-call-again', phones }] : 'not-waiting',
  'ask-volunteers': (request, command, now, policy) => {
    const { phase, urgency } = request;
    if (phase.type !== 'verifying') return 'not-waiting';
    const wait = minutes(policy.verification.nextRoundMinutes[urgency]);
    if (command.round === 3) {
      // A volunteer who comes on duty is asked between two rounds, which is no repetition.
      const isRepetition =
        phase.round === 3 && phase.nextRoundAt <= now && command.phones.length > 0;
      const repeats = (phase.repeats ?? 0) + (isRepetition ? 1 : 0);
      const nextRoundAt = repetitionAt(request, repeats, now, policy);
      const callAt = policy.calls.volunteers && { callAt: after(now, wait / 2) };
      return [{ ...command, type: 'volunteers-asked', nextRoundAt, repeats, ...callAt }];
    }
    const nextRoundAt = after(now, wait);
    // A family that has not said where waits for a volunteer's call: one after another is rung at once.
    const callAt = policy.calls.volunteers && {
      callAt: request.unplaced ? now : after(now, wait / 2),
    };
    return [{ ...command, type: 'volunteers-asked', nextRoundAt, ...callAt }];
  },
};

/** The next round. Volunteers of earlier rounds are not called again. */
const nextRound = (
  before: Verifying,
  { round, nextRoundAt, phones, callAt, repeats }: EventOf['volunteers-asked'],
): Verifying => {
  const fresh = phones.filter((phone) => !before.asked.includes(phone));
  // Volunteers who were still to be called when the family said where.
  const left = before.round === 0 ? (before.toCall ?? []) : [];
  const toCall = [...left, ...fresh];
  const nextCallAt = left.length > 0 ? before.callAt : callAt;
  return {
    type: 'verifying',
    round,
    nextRoundAt,
    asked: [...new Set([...before.asked, ...phones])],
    ...(repeats !== undefined && { repeats }),
    ...(before.notReached && { notReached: before.notReached }),
    ...(nextCallAt !== undefined && toCall.length > 0 && { callAt: nextCallAt, toCall }),
  };
};

const changeVerifying = (request: Request, change: (phase: Verifying) => Verifying): Request =>
  request.phase.type === 'verifying' ? { ...request, phase: change(request.phase) } : request;

export const verificationEvolution: Evolution<VerificationEvent> = {
  'volunteers-asked': (request, event) =>
    changeVerifying(request, (phase) => nextRound(phase, event)),
  'family-not-reached': (request, { by, nextRoundAt, callAgainAt }) =>
    changeVerifying(request, (phase) => ({
      ...phase,
      nextRoundAt,
      notReached: [
        ...(phase.notReached ?? []).filter((missed) => missed.by !== by),
        { by, ...(callAgainAt !== undefined && { callAgainAt }) },
      ],
    })),
  'asked-to-call-again': (request, _event, at) =>
    changeVerifying(request, (phase) => ({
      ...phase,
      notReached: (phase.notReached ?? []).map(({ by, callAgainAt }) =>
        callAgainAt !== undefined && callAgainAt > at ? { by, callAgainAt } : { by },
      ),
    })),
  verified: (request, event, at) => startSearch({ ...request, verifiedBy: event.by }, at),
  refused: (request, event) => ({ ...request, verifiedBy: event.by }),
};

const nextRoundKey = { 2: 'requestWithMoreVolunteers', 3: 'requestWithCoordinators' } as const;

/** After so many repetitions the family learns that its request is still unchecked. */
const uncheckedRepeats = 2;

const askToVerify = (
  phones: readonly PhoneNumber[],
  request: Request,
  alike: readonly RequestCode[] = [],
): Effect[] => {
  const { requester, code } = request;
  if (!requester) return [];
  const messages = verificationMessages(request, requester);
  if (alike.length > 0) messages.push({ key: 'verifyAlike', params: { code, codes: [...alike] } });
  return phones.flatMap((phone) => messages.flatMap((message) => notifyPhone(phone, message)));
};

/** The volunteer learns when to try again. The family learns it at the volunteer's first attempt. */
const notifyMissed = (
  { by, callAgainAt }: EventOf['family-not-reached'],
  { code, phase, requester }: Request,
): Effect[] => {
  const isFirst =
    phase.type === 'verifying' && !phase.notReached?.some((missed) => missed.by === by);
  return [
    ...notifyPhone(by, {
      key: 'verifyNotReached',
      params: { code, ...(callAgainAt !== undefined && { callAgainAt }) },
    }),
    ...(isFirst ? notifyPhone(requester, { key: 'familyNotReached', params: { code } }) : []),
  ];
};

const askVolunteers = (
  { phones, round, repeats, alike }: EventOf['volunteers-asked'],
  request: Request,
): Effect[] => {
  const { requester, code, phase } = request;
  if (!requester) return [];
  const asks = askToVerify(phones, request, alike);
  const isRepeated = phase.type === 'verifying' && phase.round === round;
  if (isRepeated && repeats === uncheckedRepeats && phase.repeats !== repeats)
    return [...asks, ...notifyPhone(requester, { key: 'requestUnchecked', params: { code } })];
  if (isRepeated || round === 1) return asks;
  const key = phones.length === 0 ? 'requestWaits' : nextRoundKey[round];
  return [...asks, ...notifyPhone(requester, { key, params: { code } })];
};

/** Thanks the volunteer who decided. The other volunteers learn the verdict, and who gave it. */
const notifyVolunteers = (
  { by, name }: Pick<EventOf['verified'], 'by' | 'name'>,
  thanks: Message<'verifyThanksOk'> | Message<'verifyThanksNo'>,
  { code, phase, verifiedBy }: Request,
): Effect[] => {
  const ok = thanks.key === 'verifyThanksOk';
  // A request stopped after its verification: its verifier learns who stopped it.
  const asked = phase.type === 'verifying' ? phase.asked : verifiedBy ? [verifiedBy] : [];
  return [
    ...notifyPhone(by, thanks),
    ...asked
      .filter((phone) => phone !== by)
      .flatMap((phone) =>
        notifyPhone(phone, { key: 'verifyTaken', params: { code, by: name, ok } }),
      ),
  ];
};

export const verificationNotifications: Notifications<VerificationEvent> = {
  'volunteers-asked': (event, { before }) => askVolunteers(event, before),
  'family-not-reached': (event, { before }) => notifyMissed(event, before),
  'asked-to-call-again': ({ phones }, { before }) => askToVerify(phones, before),
  verified: (event, { before, now, policy }) => {
    // At night donors are asked in the morning, and every message says so.
    const askFrom = alertsRestUntil(before, now, policy.quietHours);
    const params = { code: before.code, ...(askFrom !== undefined && { askFrom }) };
    return [
      ...notifyVolunteers(event, { key: 'verifyThanksOk', params }, before),
      ...notifyPhone(before.requester, { key: 'requestVerified', params }),
    ];
  },
  refused: (event, { before }) => [
    ...notifyVolunteers(event, refusalThanks(before.code, event), before),
    ...notifyPhone(before.requester, refusalMessage(before.code, event)),
  ],
};

export const verificationTimeline: TimelineLines<VerificationEvent> = {
  'volunteers-asked': ({ round, phones }) => ({ round, asked: phones.length }),
  'family-not-reached': noFacts,
  'asked-to-call-again': ({ phones }) => ({ asked: phones.length }),
  verified: noFacts,
  refused: noFacts,
};
