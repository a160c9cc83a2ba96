import type { Message } from '../../messages/message-keys.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import { after, minutes } from '../../terms/time.ts';
import type { Effect, Refusal, VerificationCommand } from '../commands.ts';
import type { RequestEvent, VerificationEvent } from '../events.ts';
import type { Phase, Request } from '../request.ts';
import { verificationMessage } from '../request-messages.ts';
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

export const verificationDecisions: Decisions<VerificationCommand> = {
  verify: (request, { by, name }) => whyNotDecided(request, by) ?? [{ type: 'verified', by, name }],
  refuse: (request, command) => whyNotDecided(request, command.by) ?? refuse(command),
  stop: (request, { isCoordinator, ...command }) =>
    mayStopVerified(request, { by: command.by, isCoordinator }) ? refuse(command) : 'not-waiting',
  'ask-volunteers': (request, command, now, policy) => {
    if (request.phase.type !== 'verifying') return 'not-waiting';
    const wait = minutes(policy.verification.nextRoundMinutes[request.urgency]);
    // Coordinators are asked again, but not every few minutes.
    const nextRoundAt = after(now, command.round === 3 ? 6 * wait : wait);
    const callAt = policy.calls.volunteers && { callAt: after(now, wait / 2) };
    return [{ ...command, type: 'volunteers-asked', nextRoundAt, ...callAt }];
  },
};

/** The next round. Volunteers of earlier rounds are not called again. */
const nextRound = (
  before: Extract<Phase, { type: 'verifying' }>,
  { round, nextRoundAt, phones, callAt }: EventOf['volunteers-asked'],
): Phase => {
  const toCall = phones.filter((phone) => !before.asked.includes(phone));
  return {
    type: 'verifying',
    round,
    nextRoundAt,
    asked: [...new Set([...before.asked, ...phones])],
    ...(callAt !== undefined && toCall.length > 0 && { callAt, toCall }),
  };
};

export const verificationEvolution: Evolution<VerificationEvent> = {
  'volunteers-asked': (request, event) =>
    request.phase.type === 'verifying'
      ? { ...request, phase: nextRound(request.phase, event) }
      : request,
  verified: (request, event, at) => startSearch({ ...request, verifiedBy: event.by }, at),
  refused: (request, event) => ({ ...request, verifiedBy: event.by }),
};

const nextRoundKey = { 2: 'requestWithMoreVolunteers', 3: 'requestWithCoordinators' } as const;

const askVolunteers = (
  { phones, round }: EventOf['volunteers-asked'],
  request: Request,
): Effect[] => {
  const { requester, code, phase } = request;
  if (!requester) return [];
  const asks = phones.flatMap((phone) =>
    notifyPhone(phone, verificationMessage(request, requester)),
  );
  const isRepeated = phase.type === 'verifying' && phase.round === round;
  if (isRepeated || round === 1) return asks;
  const key = phones.length === 0 ? 'requestWaits' : nextRoundKey[round];
  return [...asks, ...notifyPhone(requester, { key, params: { code } })];
};

/** Thanks the volunteer who decided. The other volunteers learn the verdict, and who gave it. */
const notifyVolunteers = (
  { by, name }: Pick<EventOf['verified'], 'by' | 'name'>,
  ok: boolean,
  { code, phase, verifiedBy }: Request,
): Effect[] => {
  // A request stopped after its verification: its verifier learns who stopped it.
  const asked = phase.type === 'verifying' ? phase.asked : verifiedBy ? [verifiedBy] : [];
  return [
    ...notifyPhone(by, { key: ok ? 'verifyThanksOk' : 'verifyThanksNo', params: { code } }),
    ...asked
      .filter((phone) => phone !== by)
      .flatMap((phone) =>
        notifyPhone(phone, { key: 'verifyTaken', params: { code, by: name, ok } }),
      ),
  ];
};

const refusalMessage = (
  code: Request['code'],
  { reason, why, aloud }: EventOf['refused'],
): Message =>
  aloud
    ? { key: 'requestRefusedAloud', params: { code } }
    : { key: 'requestRefused', params: { code, reason, ...(why && { why }) } };

export const verificationNotifications: Notifications<VerificationEvent> = {
  'volunteers-asked': (event, { before }) => askVolunteers(event, before),
  verified: (event, { before }) => [
    ...notifyVolunteers(event, true, before),
    ...notifyPhone(before.requester, { key: 'requestVerified', params: { code: before.code } }),
  ],
  refused: (event, { before }) => [
    ...notifyVolunteers(event, false, before),
    ...notifyPhone(before.requester, refusalMessage(before.code, event)),
  ],
};

export const verificationTimeline: TimelineLines<VerificationEvent> = {
  'volunteers-asked': ({ round, phones }) => ({ round, asked: phones.length }),
  verified: noFacts,
  refused: noFacts,
};
