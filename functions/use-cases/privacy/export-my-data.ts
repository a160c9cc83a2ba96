import type { Donor } from '#shared/people/donor.ts';
import { hasAskedToJoin } from '#shared/people/drafts.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import { numberSharing } from '#shared/people/number-sharing.ts';
import type { Person } from '#shared/people/person.ts';
import { emptyHistory, timesAsked } from '#shared/people/response-history.ts';
import { dayOf } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findRecordings } from './find-recordings.ts';

/** MYDATA: what is kept of this phone, in words (DPDP Act, FACTS §4). No other phone's number or name is in it. */
export const exportMyData = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const { name, donor, volunteer, requests } = person;
  work.reply({ key: 'myData', params: name === undefined ? {} : { name } });
  if (donor) sayDonor(work, donor);
  sayChoices(work, person);
  if (donor?.weightKg !== undefined || donor?.email !== undefined)
    work.reply({ key: 'myDataMore', params: {} });
  if (volunteer)
    work.reply({ key: 'myDataVolunteer', params: { place: zoneName(work, volunteer.zone) } });
  if (requests.length > 0)
    work.reply({ key: 'myDataRequests', params: { codes: requests.map((r) => r.code) } });
  sayHalfTold(work, person);
  sayAsked(work, person);
  await sayRecordings(work, from);
  work.reply({ key: 'myDataEnd', params: {} });
};

const sayDonor = (work: UnitOfWork, donor: Donor): void => {
  const { group, pin, place, sex, birthYear, donations, lastDonation, consent } = donor;
  const last = lastDonation && { last: lastDonation.day };
  const params = { group, pin, place: place.name, sex, birthYear, donations, ...last };
  const { at, by, language } = consent;
  work.reply({ key: 'myDataDonor', params });
  work.reply({ key: 'myDataAgreed', params: { on: dayOf(at), by } });
  work.reply({ key: 'myDataAgreedIn', params: { language } });
  sayRest(work, donor);
};

/** What keeps us from asking them just now: the rest their body needs, and the break they wanted. */
const sayRest = (work: UnitOfWork, { pausedUntil = work.now, ...donor }: Donor): void => {
  const restedAt = mayGiveFrom(donor, 'whole-blood', work.services.config.policy.donation);
  if (restedAt > work.now) work.reply({ key: 'myDataRest', params: { until: dayOf(restedAt) } });
  if (pausedUntil > work.now)
    work.reply({ key: 'myDataPause', params: { until: dayOf(pausedUntil) } });
};

/** How a donor is asked, and what others see of a donor's number, or of whoever chose it. */
const sayChoices = (work: UnitOfWork, person: Person): void => {
  const { donor, prefersCalls = false, sharing } = person;
  const shown = numberSharing(person, work.services.config.policy) === 'share';
  if (donor) work.reply({ key: 'myDataCalls', params: { calls: prefersCalls } });
  if (donor || sharing) work.reply({ key: 'myDataNumber', params: { shown } });
};

/** A registration or a request that is being told is kept as well, until it is finished or forgotten. */
const sayHalfTold = (work: UnitOfWork, { joinDraft = {}, requestDraft = {} }: Person): void => {
  if (hasAskedToJoin(joinDraft)) work.reply({ key: 'myDataJoining', params: {} });
  if (Object.keys(requestDraft).length > 0) work.reply({ key: 'myDataTelling', params: {} });
};

const sayAsked = (work: UnitOfWork, { alerts, donor }: Person): void => {
  const record = donor?.record ?? emptyHistory;
  const { saidYes: agreed, came, missed, turnedAway: sentHome } = record;
  const count = Math.max(alerts.length, timesAsked(record));
  if (count > 0)
    work.reply({ key: 'myDataAsked', params: { count, agreed, came, missed, sentHome } });
};

const sayRecordings = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const { length: count } = await findRecordings(work.services, from);
  const { recordingDays } = work.services.config.policy.calls;
  if (count > 0) work.reply({ key: 'myDataSpoken', params: { count, days: recordingDays } });
};

const zoneName = ({ services }: UnitOfWork, id: string): string =>
  services.gazetteer.zones.find((zone) => zone.id === id)?.names.en ?? id;
