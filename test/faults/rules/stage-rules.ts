import type { Person } from '#shared/people/person.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import { findSentHome } from '#shared/request/lifecycle/sent-home.ts';
import type { Request } from '#shared/request/request.ts';
import { quietUntil } from '#shared/terms/quiet-hours.ts';
import { days, epochMs, minutes, seconds } from '#shared/terms/time.ts';
import { entityOf, type Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import { mayGiveTo } from './blood.ts';
import { lacksDonors, type RuleOptions } from './expectations.ts';

/** Outcomes 2 and 5: a stage starts when its time has come and donors are missing, also after a donor has dropped out. */
export const createStageRules = ({ events, config, now, mustHold }: RuleOptions) => {
  const { stages, alertCaps, quietHours, sending } = config.policy;
  /** The time since when a donor could be asked and no reply is expected. */
  const idleSince = new Map<string, number>();
  /** The time since when an unsent alert could have been sent. */
  const unsentSince = new Map<string, number>();
  /** When each person was last saved. */
  const changedAt = new Map<string, number>();
  let isCalm = false;

  /** An alert that was withdrawn before it left has asked no donor. */
  const hasAsked = ({ state, told }: Alert): boolean => state !== 'withdrawn' || told === true;
  const alertsOf = (phone: string, since: number): number =>
    events.alerts().filter((a) => a.phone === phone && a.at > since && hasAsked(a)).length;

  const stageSaved = (request: Request, saved: Saved): void => {
    const { code, urgency, id } = request;
    const old = saved.before(request);
    const hasEntry = (what: string): boolean =>
      saved.writes.some(
        (w) =>
          'add' in w && w.add.kind === 'timeline' && w.add.requestId === id && w.add.what === what,
      );
    const phones = saved.writes.flatMap((w) =>
      'put' in w &&
      w.put.kind === 'alert' &&
      w.put.requestId === id &&
      w.put.version === 0 &&
      w.put.phone
        ? [w.put.phone]
        : [],
    );
    mustHold(
      phones.length <= stages[urgency].maxDonors,
      `${code}: a stage has more alerts than allowed`,
    );
    for (const phone of phones) {
      const who = nameOf(phone);
      // A donor who was told that it is covered is asked again, beyond the limits.
      if (events.alerts().some((a) => a.phone === phone && a.requestId === id && a.again)) continue;
      mustHold(
        alertsOf(phone, now() - days(7)) <= alertCaps.perWeek,
        `${who} is asked too often in a week`,
      );
      mustHold(
        alertsOf(phone, now() - days(30)) <= alertCaps.perMonth,
        `${who} is asked too often in a month`,
      );
    }
    if (old?.kind !== 'request' || old.phase.type !== 'searching') return;
    mustHold(
      !hasEntry('everyone-asked') || !isSentHomeLeft(request),
      `${code}: everyone counts as asked, but a donor who was sent home was not`,
    );
    mustHold(
      !hasEntry('stage-started') || old.phase.nextStageAt <= now(),
      `${code}: a stage starts before its time`,
    );
    mustHold(
      !hasEntry('refusals-replaced') || old.phase.toReplace > 0,
      `${code}: a replacement is asked without a refusal`,
    );
  };

  /**
   * True when a donor was told that it is covered, is free, and has not been asked again. One whom another request
   * frees at this moment was read before.
   */
  const isSentHomeLeft = (request: Request): boolean => {
    const alerts = events.alerts().filter((a) => a.requestId === request.id);
    const told = findSentHome({ request, alerts }).filter(({ why }) => why !== 'unsent');
    const phones = new Set<string | undefined>(told.map(({ alert }) => alert.phone));
    return events
      .persons()
      .filter(({ phone }) => phones.has(phone) && changedAt.get(phone) !== now())
      .some((person) => {
        const elsewhere = person.alerts.filter((a) => a.requestId !== request.id);
        const since = (time: number): number => elsewhere.filter((a) => a.at > time).length;
        return (
          since(now() - days(7)) < alertCaps.perWeek &&
          since(now() - days(30)) < alertCaps.perMonth &&
          isFree({ ...person, alerts: elsewhere }, request)
        );
      });
  };

  const mayBeAsked = (person: Person, request: Request): boolean =>
    isFree(person, request) &&
    !events.alerts().some((a) => a.requestId === request.id && a.phone === person.phone) &&
    asksOf(person, now() - days(7)) < alertCaps.perWeek &&
    asksOf(person, now() - days(30)) < alertCaps.perMonth;

  /** At most so many: an alert that was withdrawn may have left without a word to the donor. */
  const asksOf = ({ phone, alerts }: Person, since: number): number =>
    Math.max(alertsOf(phone, since), alerts.filter((a) => a.at > since).length);

  const isFree = ({ phone, donor, ...person }: Person, request: Request): boolean =>
    donor !== undefined &&
    !person.optedOut &&
    !(person.unreachable && person.uncallable) &&
    phone !== request.requester &&
    !person.requests.some((r) => r.open) &&
    !person.alerts.some(
      (a) =>
        a.state === 'pledged' ||
        (a.state === 'open' && a.openUntil > now()) ||
        (a.state === 'not-needed' && a.at > now() - days(alertCaps.restAfterYesDays)),
    ) &&
    donor.lastDonation === undefined &&
    (donor.pausedUntil ?? 0) <= now() &&
    (donor.deferredUntil ?? 0) <= now() &&
    mayGiveTo(donor.group, request);

  const isQuiet = ({ urgency, neededBy }: Request): boolean => {
    const end = quietUntil(epochMs(now()), quietHours);
    return urgency !== 'critical' && end !== undefined && neededBy > end;
  };

  const isIdle = (request: Request): boolean =>
    request.phase.type === 'searching' &&
    lacksDonors(request) &&
    !isQuiet(request) &&
    !events.alerts().some((a) => a.requestId === request.id && isOpen(a) && !a.unsure) &&
    events.persons().some((person) => mayBeAsked(person, request));

  /** Without faults no alert waits longer than its stage lasts plus the lease of an abandoned claim. */
  const alertsLeave = (): void => {
    for (const row of events.rows()) {
      const request = row.alertId && row.requestId ? events.request(row.requestId) : undefined;
      const waits = ['queued', 'claimed', 'unknown'].includes(row.state);
      if (!request || !waits || request.phase.type !== 'searching' || isQuiet(request)) {
        unsentSince.delete(row.id);
        continue;
      }
      const since = unsentSince.get(row.id) ?? now();
      unsentSince.set(row.id, since);
      const most = minutes(stages[request.urgency].intervalMinutes) + seconds(sending.leaseSeconds);
      mustHold(
        now() - since <= most,
        `${request.code}: an alert stays ${row.state} past its stage`,
      );
    }
  };

  return {
    saved(saved: Saved): void {
      for (const write of saved.writes) {
        const entity = entityOf(write);
        if (entity.kind === 'request') stageSaved(entity, saved);
      }
      for (const entity of saved.writes.map(entityOf))
        if (entity.kind === 'person') changedAt.set(entity.phone, now());
    },
    calm(): void {
      isCalm = true;
    },
    check(): void {
      if (!isCalm) return;
      alertsLeave();
      for (const request of events.requests()) {
        if (request.phase.type !== 'searching' || !isIdle(request)) {
          idleSince.delete(request.id);
          continue;
        }
        const since = idleSince.get(request.id) ?? now();
        idleSince.set(request.id, since);
        // After all donors have been asked the request is checked at longer intervals.
        const steps = request.phase.exhausted ? 4 : 1;
        const interval = minutes(stages[request.urgency].intervalMinutes);
        mustHold(
          now() - since <= steps * interval + minutes(2),
          `${request.code}: donors are missing, one could be asked, and none is`,
        );
      }
    },
  };
};
