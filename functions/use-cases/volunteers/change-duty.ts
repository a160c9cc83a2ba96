import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import { withoutPause } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { withDuty } from '#shared/people/volunteer.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { assignWaiting } from './assign-verifications.ts';
import { allCoordinators } from './find-volunteers.ts';

/** Runs ON and OFF from a volunteer. Returns false for a person who is no volunteer: the word means something else. */
export const changeDuty = async (
  work: UnitOfWork,
  from: Person['phone'],
  onDuty: boolean,
): Promise<boolean> => {
  const person = await work.person(from);
  const { volunteer, donor } = person;
  if (!volunteer) return false;
  const { config, gazetteer } = work.services;
  work.change({
    ...person,
    volunteer: withDuty(volunteer, onDuty, work.now),
    // ON also ends the pause of a volunteer who is a donor.
    ...(donor && onDuty && { donor: withoutPause(donor, config.policy) }),
  });
  // No request has a timeline for this.
  work.audit({ what: 'volunteer-duty', who: from, facts: { onDuty } });
  const zone =
    gazetteer.zone(volunteer.zone)?.names[person.language ?? config.defaultLanguage] ??
    volunteer.zone;
  work.reply(onDuty ? { key: 'dutyOn', params: { zone } } : { key: 'dutyOff', params: {} });
  if (onDuty) await assignWaiting(work, { from, zone: volunteer.zone });
  return true;
};

type TrustCommand = Extract<TextCommand, { type: 'trust' | 'untrust' }>;
type Trust = { phone: Person['phone']; trusted: boolean };

/**
 * TRUST phone: a coordinator vouches for a blood bank's own phone; its requests skip verification. `propose` asks the
 * coordinator's phone first. UNTRUST holds at once: it only brings the check back.
 */
export const markTrusted = async (
  work: UnitOfWork,
  from: Person['phone'],
  command: TrustCommand,
  propose: (phone: Person['phone']) => Promise<void>,
): Promise<void> => {
  const person = await work.person(from);
  if (person.volunteer?.role !== 'coordinator')
    return work.reply({ key: 'coordinatorsOnly', params: {} });
  if (!person.volunteer.onDuty) return work.reply({ key: 'verifyOffDuty', params: {} });
  if (!command.phone) return work.reply({ key: 'trustUnclear', params: {} });
  const trusted = command.type === 'trust';
  // A coordinator cannot vouch for their own phone.
  if (trusted && command.phone === from) return work.reply({ key: 'coordinatorsOnly', params: {} });
  if (trusted) return propose(command.phone);
  await setTrusted(work, from, { phone: command.phone, trusted });
};

/** Changes the trust. Checks the role again: it may have ended since it was proposed. */
export const setTrusted = async (
  work: UnitOfWork,
  from: Person['phone'],
  { phone, trusted }: Trust,
): Promise<void> => {
  const { name = '', volunteer } = await work.person(from);
  if (volunteer?.role !== 'coordinator') return work.reply({ key: 'coordinatorsOnly', params: {} });
  work.change({ ...(await work.person(phone)), trusted });
  work.audit({ what: 'volunteer-trusts', who: from, phone, facts: { trusted } });
  work.reply({ key: 'trustSet', params: { phone, trusted } });
  await tellTrust(work, { phone, trusted }, { phone: from, name });
};

/** Tells the coordinators but the one who decided. Without `by` it was the operator. */
export const tellTrust = async (
  work: UnitOfWork,
  { phone, trusted }: Trust,
  by?: { phone: Person['phone']; name: string },
): Promise<void> => {
  const params = by
    ? { phone, trusted, by: by.name }
    : { phone, trusted, by: '', byOperator: true };
  for (const other of await allCoordinators(work.services))
    if (other.phone !== by?.phone) work.queueText(other.phone, { key: 'trustNews', params });
};
