import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import { findMessages } from '#test/world/claims/message-meaning.ts';
import type { Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import type { RuleOptions } from './expectations.ts';

type Verifying = Extract<Request['phase'], { type: 'verifying' }>;

/** Outcome 1: verifiers on duty in the zone, then the neighbouring zones, then the coordinators, until one answers. */
export const createVerificationRules = ({ events, config, now, mustHold }: RuleOptions) => {
  const { verification } = config.policy;
  /** The number of the last save that changed each person. */
  const changed = new Map<string, number>();
  /** The time since when each request waits, and the time when volunteers were last asked. */
  const waits = new Map<string, { since: number; askedAt: number }>();
  let calmSince: number | undefined;

  const zonesAround = ({ place }: Request): string[] => [
    place.zone,
    ...(config.zones.find(({ id }) => id === place.zone)?.neighbours ?? []),
  ];

  /** False when the person has changed since the handler began, so that it may have seen either state. */
  const isSettled = ({ phone }: Person, { task }: Saved): boolean =>
    (changed.get(phone) ?? 0) <= (task?.began ?? 0);

  const isFree = ({ phone, volunteer, optedOut, ...p }: Person, request: Request): boolean =>
    volunteer?.onDuty === true &&
    !optedOut &&
    !(p.unreachable && p.uncallable) &&
    phone !== request.requester;

  const freeFor = (request: Request, role: 'verifier' | 'coordinator', zones: string[]): Person[] =>
    events
      .persons()
      .filter(
        (p) => p.volunteer?.role === role && zones.includes(p.volunteer.zone) && isFree(p, request),
      );

  const askedNow = (request: Request, { writes, task }: Saved): PhoneNumber[] => {
    const texted = writes.flatMap((w) =>
      'put' in w &&
      w.put.kind === 'outbox' &&
      w.put.requestId === request.id &&
      w.put.message?.key === 'verifyAsk' &&
      w.put.to
        ? [w.put.to]
        : [],
    );
    const isTold = writes.some(
      (w) =>
        'add' in w &&
        w.add.kind === 'reply' &&
        w.add.text
          .split('\n')
          .some(
            (line) =>
              line.includes(request.code) &&
              findMessages(line).some(({ key }) => key === 'verifyAsk'),
          ),
    );
    const teller = events.persons().find(({ phone }) => phone === task?.from)?.phone;
    return isTold && teller ? [...texted, teller] : texted;
  };

  const isRightToAsk = (person: Person | undefined, request: Request, round: number): boolean => {
    const { volunteer } = person ?? {};
    if (!volunteer) return false;
    const isNear = zonesAround(request).includes(volunteer.zone);
    if (volunteer.role === 'verifier')
      return round === 1 ? volunteer.zone === request.place.zone : isNear;
    const own = freeFor(request, 'coordinator', [request.place.zone]);
    return round === 3 && (volunteer.zone === request.place.zone || own.length === 0);
  };

  /** A volunteer has at most three in hand, and one that comes last only beside no other. */
  const hasRoom = ({ phone }: Person, { id, comesLast }: Request): boolean =>
    events
      .requests()
      .filter((r) => r.id !== id && r.phase.type === 'verifying' && r.phase.asked.includes(phone))
      .length < (comesLast ? 1 : 3);

  /** A later round leaves out no volunteer of an earlier round. */
  const checkPassedOver = (request: Request, phase: Verifying, saved: Saved): void => {
    const { code } = request;
    const still = (people: Person[]): Person[] =>
      people.filter(
        (p) => !phase.asked.includes(p.phone) && isSettled(p, saved) && hasRoom(p, request),
      );
    if (phase.round >= 2)
      for (const { phone } of still(freeFor(request, 'verifier', zonesAround(request))))
        mustHold(false, `${code}: ${nameOf(phone)} is on duty and near, but is not asked`);
    if (phase.round === 3)
      for (const { phone } of still(freeFor(request, 'coordinator', [request.place.zone])))
        mustHold(false, `${code}: ${nameOf(phone)} is the coordinator on duty, but is not asked`);
  };

  const volunteersAsked = (request: Request, saved: Saved): void => {
    const { code, phase } = request;
    const old = saved.before(request);
    const before =
      old?.kind === 'request' && old.phase.type === 'verifying' ? old.phase : undefined;
    if (phase.type !== 'verifying') return;
    const asked = askedNow(request, saved);
    mustHold(
      phase.round > (before?.round ?? 0) || phase.round === 3,
      `${code}: the same volunteers are asked in round ${phase.round} again`,
    );
    mustHold(
      phase.round > 1 || asked.length <= verification.firstRound,
      `${code}: more volunteers are asked at first than should be`,
    );
    for (const phone of asked) {
      const person = events.persons().find((p) => p.phone === phone);
      const who = `${code}: ${nameOf(phone)} is asked to check it`;
      mustHold(isRightToAsk(person, request, phase.round), `${who} in round ${phase.round}`);
      mustHold(
        person === undefined || !isSettled(person, saved) || isFree(person, request),
        `${who}, but is off duty, opted out or the requester`,
      );
      mustHold(
        !before?.asked.includes(phone) || person?.volunteer?.role === 'coordinator',
        `${who} twice`,
      );
      mustHold(phase.asked.includes(phone), `${who}, but this is not stored`);
    }
    // A volunteer who has just come on duty is asked alone.
    if (saved.task?.from === undefined) checkPassedOver(request, phase, saved);
  };

  /** Only a volunteer on duty with a part in the request may decide it, never the requester. */
  const settledBy = (request: Request, { task, before }: Saved): void => {
    const person = events.persons().find((p) => p.phone === task?.from);
    const old = before(request);
    const asked = old?.kind === 'request' && old.phase.type === 'verifying' ? old.phase.asked : [];
    const { volunteer } = person ?? {};
    mustHold(
      person !== undefined &&
        volunteer?.onDuty === true &&
        person.phone !== request.requester &&
        (asked.includes(person.phone) ||
          (old?.kind === 'request' && old.verifiedBy === person.phone) ||
          volunteer.zone === request.place.zone ||
          volunteer.role === 'coordinator'),
      `${request.code}: is decided by ${nameOf(task?.from ?? '')}, who may not`,
    );
  };

  /** The first verdict is final. After it only the same verifier or a coordinator may stop the request. */
  const stoppedBy = (request: Request, { task, before }: Saved): void => {
    const old = before(request);
    if (old?.kind !== 'request' || old.phase.type === 'verifying') return;
    const { volunteer, ownCodes } = events.persons().find((p) => p.phone === task?.from) ?? {};
    const { verifiedBy } = old;
    const own = ownCodes?.find(({ requestId }) => requestId === request.id)?.code;
    const isOwnWord = verifiedBy !== undefined && verifiedBy === task?.from;
    mustHold(
      isOwnWord || volunteer?.role === 'coordinator',
      `${request.code}: is stopped by ${nameOf(task?.from ?? '')}, who has not checked it`,
    );
    mustHold(
      own !== undefined && task?.says?.includes(own) === true,
      `${request.code}: is stopped by a NO without the own code of its sender`,
    );
  };

  return {
    saved(saved: Saved): void {
      for (const write of saved.writes)
        if ('put' in write && write.put.kind === 'person')
          changed.set(write.put.phone, events.saves());
      for (const write of saved.writes) {
        if (!('add' in write) || write.add.kind !== 'timeline') continue;
        const { requestId, what } = write.add;
        const request = events.request(requestId);
        if (!request) continue;
        if (what === 'volunteers-asked') {
          waits.set(requestId, { since: waits.get(requestId)?.since ?? now(), askedAt: now() });
          volunteersAsked(request, saved);
        }
        if (what === 'verified' || what === 'refused') settledBy(request, saved);
        if (what === 'refused') stoppedBy(request, saved);
      }
    },
    calm(): void {
      calmSince ??= now();
    },
    /** Without an answer more volunteers are asked, then the coordinators, and these again. */
    check(): void {
      if (calmSince === undefined) return;
      for (const { id, code, phase, urgency } of events.requests()) {
        if (phase.type !== 'verifying') continue;
        const wait = minutes(verification.nextRoundMinutes[urgency]);
        const { since = now(), askedAt = now() } = waits.get(id) ?? {};
        const waited = now() - Math.max(since, calmSince);
        mustHold(
          waited <= 2 * wait + minutes(4) || phase.round === 3,
          `${code}: no volunteer answers, and the coordinators are not asked`,
        );
        mustHold(
          waited <= 6 * wait + minutes(2) ||
            now() - askedAt <= 6 * wait + minutes(2) ||
            // The pauses grow, and the last is eight times the first and a night.
            (phase.round === 3 &&
              now() <= phase.nextRoundAt + minutes(2) &&
              phase.nextRoundAt - askedAt <= 48 * wait + hours(10)),
          `${code}: no volunteer answers, and no further volunteer is asked`,
        );
      }
    },
  };
};
