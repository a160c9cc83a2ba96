import { type Alert, isOpen } from '../alert.ts';
import { holdsPlace } from '../pledge-counts.ts';
import type { Request } from '../request.ts';

/* Donors who were asked and told that they need not come. When a place opens, they are asked first, once. */

type AlertedRequest = { request: Pick<Request, 'pledges'>; alerts: readonly Alert[] };

/** `offered`: the donor said yes to it and was not needed. `told`: the donor has heard that it is covered. */
export type SentHome = { alert: Alert; why: 'offered' | 'told' | 'unsent' };

const whySentHome = (
  alert: Alert,
  { pledges }: AlertedRequest['request'],
): SentHome['why'] | undefined => {
  if (alert.state === 'withdrawn') return alert.told ? 'told' : 'unsent';
  if (alert.state !== 'yes') return undefined;
  const pledge = pledges.find(({ alertId }) => alertId === alert.id);
  return pledge === undefined || pledge.state === 'released' ? 'offered' : undefined;
};

const order: Record<SentHome['why'], number> = { offered: 0, told: 1, unsent: 2 };

/** The last alert of each donor who was sent home and has not been asked again: first those who offered to come. */
export const findSentHome = ({ request, alerts }: AlertedRequest): SentHome[] => {
  const held = request.pledges.filter(({ state }) => holdsPlace(state) || state === 'donated');
  const heldAlerts = new Set(held.map(({ alertId }) => alertId));
  const ofDonor = new Map<string, Alert[]>();
  for (const alert of [...alerts].sort((a, b) => a.at - b.at))
    if (alert.phone) ofDonor.set(alert.phone, [...(ofDonor.get(alert.phone) ?? []), alert]);
  return [...ofDonor.values()]
    .filter((all) => !all.some((alert) => alert.again || isOpen(alert) || heldAlerts.has(alert.id)))
    .flatMap((all) => {
      const alert = all.at(-1);
      const why = alert && whySentHome(alert, request);
      return alert && why ? [{ alert, why }] : [];
    })
    .sort((a, b) => order[a.why] - order[b.why]);
};

/** How many donors were asked, and how they answered, whatever the number of alerts. */
export type AskedCounts = { asked: number; saidNo: number; silent: number };

/**
 * Counts donors, not alerts: one who was asked twice counts once, by the last answer, and a donor who got no text does
 * not count. Silent is who has never answered.
 */
export const countAsked = (alerts: readonly Alert[]): AskedCounts => {
  const reached = alerts.filter(
    ({ state, told }) =>
      state === 'sent' || state === 'yes' || state === 'no' || (state === 'withdrawn' && told),
  );
  const answers = new Map<string, 'yes' | 'no' | undefined>();
  for (const { phone, id, state } of [...reached].sort((a, b) => a.at - b.at)) {
    const donor = phone ?? id;
    answers.set(donor, state === 'yes' || state === 'no' ? state : answers.get(donor));
  }
  const count = (wanted: 'no' | undefined): number =>
    [...answers.values()].filter((answer) => answer === wanted).length;
  return { asked: answers.size, saidNo: count('no'), silent: count(undefined) };
};
