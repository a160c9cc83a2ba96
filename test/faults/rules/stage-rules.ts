import type { Person } from '#shared/people/person.ts';
import { isOpen } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import { quietUntil } from '#shared/terms/quiet-hours.ts';
import { days, epochMs, minutes, seconds } from '#shared/terms/time.ts';
import { entityOf, type Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import { mayGiveTo } from './blood.ts';
import { lacks, type RuleOptions } from './expectations.ts';

/** Outcomes 2 and 5: a stage goes when its time is up and donors lack, also after somebody has dropped out. */
export const createStageRules = ({ ledger, config, now, mustHold }: RuleOptions) => {
  const { stages, alertCaps, quietHours, sending } = config.policy;
  /** Since when somebody could be asked, and nobody is waited for. */
  const idleSince = new Map<string, number>();
  /** Since when an alert that has not left could have. */
  const unsentSince = new Map<string, number>();
  let isCalm = false;

  const alertsOf = (phone: string, since: number): number =>
    ledger.alerts().filter((a) => a.phone === phone && a.at > since).length;

  const stageSaved = (request: Request, saved: Saved): void => {
    const { code, urgency, id } = request;
    const old = saved.before(request);
    const told = (what: string): boolean =>
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
      `${code}: more donors are asked at once than a stage has`,
    );
    for (const phone of phones) {
      const who = nameOf(phone);
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
      !told('stage-started') || old.phase.nextStageAt <= now(),
      `${code}: a stage goes before its time`,
    );
    mustHold(
      !told('refusals-replaced') || old.phase.toReplace > 0,
      `${code}: somebody is asked in place of nobody`,
    );
  };

  const mayBeAsked = ({ phone, donor, ...person }: Person, request: Request): boolean =>
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
    !ledger.alerts().some((a) => a.requestId === request.id && a.phone === phone) &&
    alertsOf(phone, now() - days(7)) < alertCaps.perWeek &&
    alertsOf(phone, now() - days(30)) < alertCaps.perMonth &&
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
    lacks(request) &&
    !isQuiet(request) &&
    !ledger.alerts().some((a) => a.requestId === request.id && isOpen(a) && !a.unsure) &&
    ledger.persons().some((person) => mayBeAsked(person, request));

  /** Once all goes well no alert waits to leave for longer than its stage lasts, and the lease of a dead claim. */
  const alertsLeave = (): void => {
    for (const row of ledger.rows()) {
      const request = row.alertId && row.requestId ? ledger.request(row.requestId) : undefined;
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
    },
    calm(): void {
      isCalm = true;
    },
    check(): void {
      if (!isCalm) return;
      alertsLeave();
      for (const request of ledger.requests()) {
        if (request.phase.type !== 'searching' || !isIdle(request)) {
          idleSince.delete(request.id);
          continue;
        }
        const since = idleSince.get(request.id) ?? now();
        idleSince.set(request.id, since);
        // Once everybody has been asked it is looked at in longer steps.
        const steps = request.phase.exhausted ? 4 : 1;
        const interval = minutes(stages[request.urgency].intervalMinutes);
        mustHold(
          now() - since <= steps * interval + minutes(2),
          `${request.code}: lacks donors, somebody could be asked, and nobody is`,
        );
      }
    },
  };
};
