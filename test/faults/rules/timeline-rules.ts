import { isDeepStrictEqual } from 'node:util';
import type { Donor } from '#shared/people/donor.ts';
import type { Person } from '#shared/people/person.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import { entityOf, type Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import { countPledges, type RuleOptions } from './expectations.ts';

/** The state of a pledge after each timeline entry. */
const stateAfter: Record<string, Pledge['state']> = {
  'donor-confirmed': 'confirmed',
  'standby-promoted': 'confirmed',
  'donor-on-standby': 'standby',
  'donor-dropped': 'dropped',
  'standby-dropped': 'dropped',
  'donation-denied': 'dropped',
  'donor-did-not-come': 'no-show',
  'donor-turned-away': 'deferred',
  donated: 'donated',
};

const factOf = (entry: TimelineEntry, name: string): number => Number(entry.facts?.[name] ?? 0);
const sumOf = (entries: TimelineEntry[], what: string[], fact: string): number =>
  entries.filter((e) => what.includes(e.what)).reduce((sum, e) => sum + factOf(e, fact), 0);

/** The states of the pledges as they follow from the timeline alone. */
const pledgesIn = (entries: TimelineEntry[]): Pledge['state'][] => {
  const states = new Map<string, Pledge['state']>();
  for (const { what, who = '' } of entries) {
    const next = stateAfter[what];
    if (next) states.set(who, next);
    if (what === 'fulfilled' || what === 'closed')
      for (const [donor, state] of states)
        if (state === 'confirmed' || state === 'standby') states.set(donor, 'released');
  }
  return [...states.values()].sort();
};

/** The result of a pledge for the donor's response history. */
const visitOf = ({ state, arrivedAt, arriveBy }: Pledge) => {
  if (state === 'donated') return 'came';
  if (state === 'deferred' || (state === 'dropped' && arrivedAt !== undefined)) return 'turnedAway';
  const wasAwaited = state === 'dropped' && arriveBy !== undefined;
  return state === 'no-show' || wasAwaited ? 'missed' : undefined;
};

/** The timeline agrees with the stored request, and so does every stored count. */
export const createTimelineRules = ({ events, mustHold }: RuleOptions) => {
  const unitsAtFirst = new Map<string, number>();
  /**
   * The donor of each pledge, by its alert, until FORGET. An interrupted and unconfirmed FORGET may have removed the
   * number from ended requests while the donor's history is still stored.
   */
  const donorOf = new Map<string, string>();
  const rememberDonors = ({ pledges }: Request): void => {
    for (const { alertId, donor } of pledges) if (donor) donorOf.set(alertId, donor.phone);
  };
  const forgetDonor = (phone: string): void => {
    for (const [alertId, donor] of donorOf) if (donor === phone) donorOf.delete(alertId);
  };

  const requestAtEnd = (request: Request): void => {
    const { id, code, stages, units, pledges } = request;
    const entries = events
      .entries()
      .filter((e) => e.requestId === id)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const entriesOf = (what: string) => entries.filter((e) => e.what === what);
    const adds = (holds: boolean, what: string): void =>
      mustHold(holds, `${code}: the timeline and the request differ in ${what}`);
    adds(entriesOf('stage-started').length === stages, 'stages');
    const added = entriesOf('units-added').at(-1);
    adds((added ? factOf(added, 'units') : unitsAtFirst.get(id)) === units, 'units');
    const asked = sumOf(entries, ['stage-started', 'refusals-replaced'], 'asked');
    adds(asked === events.alerts().filter((a) => a.requestId === id).length, 'donors asked');
    const stored = pledges.map(({ state }) => state).sort();
    adds(isDeepStrictEqual(pledgesIn(entries), stored), `pledges: ${stored.join(' ')}`);
  };

  /** The counts in a timeline entry agree with the writes of its transaction. */
  const entriesAddUp = (entry: TimelineEntry, { writes }: Saved): void => {
    const rows = (...keys: string[]): number =>
      writes.filter(
        (w) =>
          'put' in w &&
          w.put.kind === 'outbox' &&
          w.put.requestId === entry.requestId &&
          keys.includes(w.put.message?.key ?? ''),
      ).length;
    if (entry.what === 'alerts-closed')
      mustHold(
        factOf(entry, 'told') === rows('alertCovered', 'alertNoLongerNeeded'),
        'the timeline counts notified holders of closed alerts wrong',
      );
    if (entry.what === 'stage-started' || entry.what === 'refusals-replaced')
      mustHold(
        factOf(entry, 'asked') === rows('alert', 'alertAgain'),
        'the timeline counts asked donors wrong',
      );
    // A volunteer who comes on duty is asked in the reply to ON.
    if (entry.what === 'volunteers-asked')
      mustHold(
        // A text that the sweep takes in late asks in a row of its own, or in its reply.
        [0, 1].includes(factOf(entry, 'asked') - rows('verifyAsk')),
        'the timeline counts asked volunteers wrong',
      );
  };

  /** The donations of this donor that this transaction adds, minus those it removes. */
  const donationsIn = (
    { writes, before, task }: Saved,
    { phone, optedOut, donor }: Person,
    old: Donor,
  ): number => {
    const saved = donor?.lastDonation?.day;
    const given = (request: Request | undefined): number =>
      request
        ? countPledges(
            { ...request, pledges: request.pledges.filter((p) => p.donor?.phone === phone) },
            'donated',
          )
        : 0;
    const noted = writes.reduce((sum, write) => {
      const entity = entityOf(write);
      if (entity.kind !== 'request') return sum;
      const was = before(entity);
      return sum + given(entity) - given(was?.kind === 'request' ? was : undefined);
    }, 0);
    // A text that the sweep takes in late has no sender in the task.
    const isSwept = task?.from === undefined && saved === '2026-11-20';
    // Something newer has overtaken a late answer: it is asked for again.
    const isOvertaken = writes.some(
      (w) => 'put' in w && w.put.kind === 'outbox' && w.put.message?.key === 'textCameLate',
    );
    const isTexted = task?.from === phone && task.says === 'GAVE 20/11' && !isOvertaken;
    const day = isTexted || isSwept ? '2026-11-20' : undefined;
    const isNew = day !== undefined && !optedOut && (old.lastDonation?.day ?? '') < day;
    return noted + (isNew ? 1 : 0);
  };

  const personSaved = (person: Person, saved: Saved): void => {
    const old = saved.before(person);
    if (old?.kind !== 'person' || !old.donor || !person.donor) return;
    mustHold(
      person.donor.donations - old.donor.donations === donationsIn(saved, person, old.donor),
      `${nameOf(person.phone)}'s donations are counted wrong`,
    );
  };

  const personAtEnd = ({ phone, donor }: Person): void => {
    if (!donor) return;
    const own = events
      .requests()
      .flatMap((r) => r.pledges.filter((p) => donorOf.get(p.alertId) === phone));
    const visits = own.map(visitOf);
    const times = (...some: string[]): number => visits.filter((v) => v && some.includes(v)).length;
    const { came, missed, turnedAway, saidYes } = donor.record;
    mustHold(
      came === times('came', 'turnedAway') &&
        missed === times('missed') &&
        turnedAway === times('turnedAway'),
      `${nameOf(phone)}'s response history is wrong: came ${came}, missed ${missed}, turned away ${turnedAway}; ${own.map((p) => p.state).join(' ')}`,
    );
    const yes = events.alerts().filter((a) => a.phone === phone && a.state === 'yes').length;
    mustHold(
      saidYes >= yes,
      `${nameOf(phone)} has said yes ${yes} times, but ${saidYes} are counted`,
    );
  };

  return {
    saved(saved: Saved): void {
      for (const write of saved.writes) {
        const entity = entityOf(write);
        if (entity.kind === 'request') {
          if (!unitsAtFirst.has(entity.id)) unitsAtFirst.set(entity.id, entity.units);
          rememberDonors(entity);
        }
        if (entity.kind === 'timeline') entriesAddUp(entity, saved);
        if (entity.kind !== 'person') continue;
        if ('remove' in write) forgetDonor(entity.phone);
        else personSaved(entity, saved);
      }
    },
    end(): void {
      for (const request of events.requests()) requestAtEnd(request);
      for (const person of events.persons()) personAtEnd(person);
    },
  };
};
