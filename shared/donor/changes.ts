import type { Component } from '../terms/component.ts';
import type { Policy } from '../terms/policy.ts';
import { after, type Day, days, type EpochMs, fromCalendar, toCalendar } from '../terms/time.ts';
import { isApheresis, mayGiveAnythingFrom, mayGiveFrom } from './eligibility.ts';
import type { AlertRef, Donor, Person } from './person.ts';
import { withQuestion } from './questions.ts';
import type { DonorRecord } from './record.ts';

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

/** Gave that component on that day; "you may give again" follows on the morning whole blood may be given. */
export const gave = (donor: Donor, on: Day, component: Component, policy: Policy): Donor => {
  const given: Donor = {
    ...donor,
    lastDonation: { day: on, component },
    donationBefore: donor.lastDonation,
    lastWholeBlood: isApheresis(component) ? lastWholeBlood(donor) : on,
    donations: donor.donations + 1,
  };
  return withReminder(given, policy);
};

/** The last donation was noted by mistake: the one before counts again. */
export const notGiven = (donor: Donor, policy: Policy): Donor => {
  const { remindAt: _, donationBefore, lastWholeBlood: day, lastDonation, ...rest } = donor;
  const isUndone = day === lastDonation?.day;
  const donations = Math.max(0, donor.donations - 1);
  const kept = isUndone ? undefined : day;
  return refreshed(
    { ...rest, lastDonation: donationBefore, lastWholeBlood: kept, donations },
    policy,
  );
};

/** A doctor sent this donor home: rests until then. */
export const deferred = (donor: Donor, until: EpochMs, policy: Policy): Donor =>
  withReminder({ ...donor, deferredUntil: until }, policy);

/** Wants no alerts until then. */
export const paused = (donor: Donor, until: EpochMs, policy: Policy): Donor =>
  refreshed({ ...donor, pausedUntil: until }, policy);

export const resumed = (donor: Donor, policy: Policy): Donor => {
  const { pausedUntil: _, ...rest } = donor;
  return refreshed(rest, policy);
};

/** Alerts are remembered this long: for the caps, late answers, and erasure. */
const alertMemory = days(90);

/** An alert goes out to this person. */
export const asked = (person: Person, ref: AlertRef): Person => ({
  ...withQuestion(person, { about: 'alert', requestId: ref.requestId, at: ref.at }),
  alerts: [...person.alerts.filter((a) => a.at > ref.at - alertMemory), ref],
});

const withAlert = (person: Person, alertId: string, state: AlertRef['state']): Person => ({
  ...person,
  alerts: person.alerts.map((a) => (a.alertId === alertId ? { ...a, state } : a)),
});

/** The alert no longer keeps other alerts away. */
export const alertEnded = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'ended');

/** Has said yes: kept for that request until it is over, or the yes is taken back. */
export const pledged = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'pledged');

/** What their record tells of them has grown. */
export const withRecord = (person: Person, learn: (record: DonorRecord) => DonorRecord): Person =>
  person.donor
    ? { ...person, donor: { ...person.donor, record: learn(person.donor.record) } }
    : person;

/** The alert that keeps other alerts away right now. */
export const openAlert = (person: Person, now: EpochMs): AlertRef | undefined =>
  person.alerts.find((a) => a.state === 'open' && a.openUntil > now);

/** Confirmed or on standby somewhere. */
export const hasPledged = (person: Person): boolean =>
  person.alerts.some((a) => a.state === 'pledged');
