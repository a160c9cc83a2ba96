import type { Component } from '../terms/component.ts';
import type { RequestId } from '../terms/ids.ts';
import type { Policy } from '../terms/policy.ts';
import {
  after,
  type Day,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  toCalendar,
} from '../terms/time.ts';
import type { AlertRef } from './alert-refs.ts';
import type { Donor } from './donor.ts';
import { isApheresis, mayGiveAnythingFrom, mayGiveFrom } from './eligibility.ts';
import { withQuestion } from './pending-question.ts';
import type { Person } from './person.ts';
import type { ResponseHistory } from './response-history.ts';

/* What happens to a donor, each a pure step; all keep the index date true. */

const refreshed = (donor: Donor, policy: Policy): Donor => ({
  ...donor,
  mayGiveFrom: mayGiveAnythingFrom(donor, policy.donation),
});

/** Ten in the morning on that day: late enough for anyone, outside quiet hours. */
const morningOf = (at: EpochMs): EpochMs =>
  fromCalendar({ ...toCalendar(at), hour: 10, minute: 0 });

/** "You may give again" on the morning whole blood may be given: rest and deferral both over. */
const withReminder = (donor: Donor, policy: Policy): Donor => {
  const next = mayGiveFrom(donor, 'whole-blood', policy.donation);
  return refreshed({ ...donor, remindAt: morningOf(after(next, days(1) - 1)) }, policy);
};

const lastWholeBlood = ({ lastDonation, lastWholeBlood: day }: Donor): Day | undefined =>
  lastDonation && !isApheresis(lastDonation.component) ? lastDonation.day : day;

/** Gave that component on that day, told once or twice: nobody gives two times in a day. "You may give again" follows on the morning whole blood may be given. */
export const withDonation = (
  donor: Donor,
  on: Day,
  component: Component,
  policy: Policy,
): Donor => {
  const isKnown = donor.lastDonation?.day === on;
  const given: Donor = {
    ...donor,
    lastDonation: { day: on, component },
    donationBefore: isKnown ? donor.donationBefore : donor.lastDonation,
    lastWholeBlood: isApheresis(component) ? lastWholeBlood(donor) : on,
    ...(isApheresis(component) &&
      !isKnown && {
        apheresisDays: [...(donor.apheresisDays ?? []), on]
          .sort()
          .slice(-policy.donation.apheresisPerYear),
      }),
    donations: donor.donations + (isKnown ? 0 : 1),
  };
  return withReminder(given, policy);
};

/** The last donation was noted by mistake: the one before counts again. */
export const withoutLastDonation = (donor: Donor, policy: Policy): Donor => {
  const { remindAt: _, donationBefore, lastWholeBlood: day, lastDonation, ...rest } = donor;
  const isUndone = day === lastDonation?.day;
  const { apheresisDays } = donor;
  const isApheresisUndone = lastDonation && isApheresis(lastDonation.component);
  const donations = Math.max(0, donor.donations - 1);
  const kept = isUndone ? undefined : day;
  return refreshed(
    {
      ...rest,
      lastDonation: donationBefore,
      lastWholeBlood: kept,
      ...(isApheresisUndone && { apheresisDays: apheresisDays?.slice(0, -1) }),
      donations,
    },
    policy,
  );
};

type Deferred = Donor & { deferredUntil: EpochMs };

/** A doctor sent this donor home, or they told why they cannot give: rests until then, or longer if told so before. */
export const withDeferral = (donor: Donor, until: EpochMs, policy: Policy): Deferred => {
  const deferredUntil = epochMs(Math.max(until, donor.deferredUntil ?? 0));
  return { ...withReminder({ ...donor, deferredUntil }, policy), deferredUntil };
};

/** Wants no alerts until then. */
export const withPause = (donor: Donor, until: EpochMs, policy: Policy): Donor =>
  refreshed({ ...donor, pausedUntil: until }, policy);

export const withoutPause = (donor: Donor, policy: Policy): Donor => {
  const { pausedUntil: _, ...rest } = donor;
  return refreshed(rest, policy);
};

/** An alert goes out to this person: remembered for the caps, for late answers, and for FORGET. */
export const withAskedAlert = (person: Person, ref: AlertRef): Person => ({
  ...withQuestion(person, { about: 'alert', requestId: ref.requestId, at: ref.at }),
  alerts: [...person.alerts, ref],
});

/** The request knows nobody's name or number any more, so nobody need remember having had to do with it. */
export const withoutRequest = (person: Person, requestId: RequestId): Person => ({
  ...person,
  requests: person.requests.filter((ref) => ref.requestId !== requestId),
  alerts: person.alerts.filter((ref) => ref.requestId !== requestId),
});

const withAlert = (person: Person, alertId: string, state: AlertRef['state']): Person => ({
  ...person,
  alerts: person.alerts.map((a) => (a.alertId === alertId ? { ...a, state } : a)),
});

/** The alert no longer keeps other alerts away. */
export const withEndedAlert = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'ended');

/** Said yes and was not needed: thanked, and left in peace for some days. */
export const withSparedAlert = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'not-needed');

/** Asked since then, said yes, and was not needed. */
export const wasUnneededSince = (person: Person, since: number): boolean =>
  person.alerts.some(({ state, at }) => state === 'not-needed' && at > since);

/** It never reached the carrier: as if this person had not been asked. */
export const withUnsentAlert = (person: Person, alertId: string): Person => ({
  ...person,
  alerts: person.alerts.filter((a) => a.alertId !== alertId),
});

/** Has said yes: kept for that request until it is over, or the yes is taken back. */
export const withPledge = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'pledged');

/** What their record tells of them has grown. */
export const withHistory = (
  person: Person,
  learn: (record: ResponseHistory) => ResponseHistory,
): Person =>
  person.donor
    ? { ...person, donor: { ...person.donor, record: learn(person.donor.record) } }
    : person;

/** The alert that keeps other alerts away right now. */
export const openAlert = (person: Person, now: EpochMs): AlertRef | undefined =>
  person.alerts.find((a) => a.state === 'open' && a.openUntil > now);

/** Asked for this request and still free to answer, or promised to it. */
export const isHeldFor = (person: Person, requestId: RequestId, now: EpochMs): boolean =>
  person.alerts.some(
    (a) =>
      a.requestId === requestId &&
      (a.state === 'pledged' || (a.state === 'open' && a.openUntil > now)),
  );

/** Confirmed or on standby somewhere. */
export const hasPledged = (person: Person): boolean =>
  person.alerts.some((a) => a.state === 'pledged');
