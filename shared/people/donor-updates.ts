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
  startOfDay,
  toCalendar,
} from '../terms/time.ts';
import { withoutReturn, withReturn } from './after-gift/contact.ts';
import type { AlertRef } from './alert-refs.ts';
import type { Donor } from './donor.ts';
import { isApheresis, mayGiveAnythingFrom, mayGiveFrom } from './eligibility.ts';
import { withQuestion } from './pending-question.ts';
import type { Person } from './person.ts';
import type { ResponseHistory } from './response-history.ts';

/* Pure updates of a donor. Each keeps `mayGiveFrom`, the date of the donor index, up to date. */

const refreshed = (donor: Donor, policy: Policy): Donor => ({
  ...donor,
  mayGiveFrom: mayGiveAnythingFrom(donor, policy.donation),
});

/** Ten in the morning of that day: outside quiet hours. */
const morningOf = (at: EpochMs): EpochMs =>
  fromCalendar({ ...toCalendar(at), hour: 10, minute: 0 });

/** Sets the reminder "you may give again" to the morning when whole blood may be given: rest and deferral are over. */
const withReminder = (donor: Donor, policy: Policy): Donor => {
  const { pausedUntil: _, ...rested } = donor;
  const next = mayGiveFrom(rested, 'whole-blood', policy.donation);
  return refreshed({ ...donor, remindAt: morningOf(after(next, days(1) - 1)) }, policy);
};

const lastWholeBlood = ({ lastDonation, lastWholeBlood: day }: Donor): Day | undefined =>
  lastDonation && !isApheresis(lastDonation.component) ? lastDonation.day : day;

/**
 * The donor gave that component on that day. A second report of the same day counts once: no donor gives twice in a
 * day. The reminder "you may give again" is set to the morning when whole blood may be given.
 */
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
    ...withReturn(donor.contacts, on),
    lapsedAt: morningOf(after(startOfDay(on), days(policy.afterGift.lapsed.afterDays))),
  };
  return withReminder(given, policy);
};

/** The last donation was recorded by mistake: the one before counts again. */
export const withoutLastDonation = (donor: Donor, policy: Policy): Donor => {
  const { remindAt: _, lapsedAt: __, ...known } = donor;
  const { donationBefore, lastWholeBlood: day, lastDonation, ...rest } = known;
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
      ...withoutReturn(donor.contacts, lastDonation?.day),
    },
    policy,
  );
};

type Deferred = Donor & { deferredUntil: EpochMs };

/** A doctor sent this donor home, or the donor reported a reason. The later of the old and the new date holds. */
export const withDeferral = (donor: Donor, until: EpochMs, policy: Policy): Deferred => {
  const deferredUntil = epochMs(Math.max(until, donor.deferredUntil ?? 0));
  return { ...withReminder({ ...donor, deferredUntil }, policy), deferredUntil };
};

/** The donor wants no alerts until then. */
export const withPause = (donor: Donor, until: EpochMs, policy: Policy): Donor =>
  refreshed({ ...donor, pausedUntil: until }, policy);

/** The end of a pause without end: only ON, or a new registration, ends it. */
const noEnd = fromCalendar({ year: 2099, month: 12, day: 31, hour: 0 });

/** The donor wants no more alerts at all. */
export const withoutAlerts = (donor: Donor, policy: Policy): Donor =>
  withPause(donor, noEnd, policy);

export const wantsNoAlerts = ({ pausedUntil = epochMs(0) }: Pick<Donor, 'pausedUntil'>): boolean =>
  pausedUntil >= noEnd;

export const withoutPause = (donor: Donor, policy: Policy): Donor => {
  const { pausedUntil: _, ...rest } = donor;
  return refreshed(rest, policy);
};

/** An alert goes out to this person: recorded for the alert caps, for late answers, and for FORGET. */
export const withAskedAlert = (person: Person, ref: AlertRef): Person => ({
  ...withQuestion(person, { about: 'alert', requestId: ref.requestId, at: ref.at }),
  alerts: [...person.alerts, ref],
});

/** A redacted request holds no names or numbers, so its people drop their references to it. */
export const withoutRequest = ({ story, ...person }: Person, requestId: RequestId): Person => ({
  ...person,
  ...(story && story.requestId !== requestId && { story }),
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

/** The donor said yes and was not needed: no alerts for some days. */
export const withSparedAlert = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'not-needed');

/** True when the donor said yes to an alert after that moment and was not needed. */
export const wasUnneededSince = (person: Person, since: number): boolean =>
  person.alerts.some(({ state, at }) => state === 'not-needed' && at > since);

/** The alert never reached the carrier: as if this person had not been asked. */
export const withUnsentAlert = (person: Person, alertId: string): Person => ({
  ...person,
  alerts: person.alerts.filter((a) => a.alertId !== alertId),
});

/** The donor said yes: reserved for that request until it is over or the donor takes the yes back. */
export const withPledge = (person: Person, alertId: string): Person =>
  withAlert(person, alertId, 'pledged');

/** Adds an outcome to the donor's response history. */
export const withHistory = (
  person: Person,
  learn: (history: ResponseHistory) => ResponseHistory,
): Person =>
  person.donor
    ? { ...person, donor: { ...person.donor, record: learn(person.donor.record) } }
    : person;

/** The alert that keeps other alerts away right now. */
export const openAlert = (person: Person, now: EpochMs): AlertRef | undefined =>
  person.alerts.find((a) => a.state === 'open' && a.openUntil > now);

/** True when the person has an open alert of this request, or a pledge to it. */
export const isHeldFor = (person: Person, requestId: RequestId, now: EpochMs): boolean =>
  person.alerts.some(
    (a) =>
      a.requestId === requestId &&
      (a.state === 'pledged' || (a.state === 'open' && a.openUntil > now)),
  );

/** Confirmed or on standby for any request. */
export const hasPledged = (person: Person): boolean =>
  person.alerts.some((a) => a.state === 'pledged');
