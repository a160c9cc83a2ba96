import type { Donor } from '#shared/people/donor.ts';
import { wantsNoAlerts } from '#shared/people/donor-updates.ts';
import { hasAskedToJoin } from '#shared/people/drafts.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import { numberSharing } from '#shared/people/number-sharing.ts';
import type { Person } from '#shared/people/person.ts';
import { emptyHistory, timesAsked } from '#shared/people/response-history.ts';
import { dayOf } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findRecordings } from './find-recordings.ts';

/** MYDATA: replies with all data stored about this phone (DPDP Act, docs/facts.md#law), without other people's numbers or names. */
export const exportMyData = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const { name, donor, volunteer, requests } = person;
  work.reply({ key: 'myData', params: name === undefined ? {} : { name } });
  if (donor) replyDonor(work, donor);
  replyChoices(work, person);
  if (donor?.weightKg !== undefined || donor?.email !== undefined)
    work.reply({ key: 'myDataMore', params: {} });
  if (volunteer)
    work.reply({ key: 'myDataVolunteer', params: { place: zoneName(work, volunteer.zone) } });
  if (requests.length > 0)
    work.reply({ key: 'myDataRequests', params: { codes: requests.map((r) => r.code) } });
  if (person.camps && person.camps.length > 0)
    work.reply({ key: 'myDataCamps', params: { count: person.camps.length } });
  const { length: count } = donor?.contacts ?? [];
  if (count > 0) work.reply({ key: 'myDataContacts', params: { count } });
  if (person.story?.id) work.reply({ key: 'myDataStory', params: {} });
  replyDrafts(work, person);
  replyHistory(work, person);
  await replyRecordings(work, from);
  work.reply({ key: 'myDataEnd', params: {} });
};

const replyDonor = (work: UnitOfWork, donor: Donor): void => {
  const { group, pin, place, sex, birthYear, donations, lastDonation, consent } = donor;
  const last = lastDonation && { last: lastDonation.day };
  const params = { group, pin, place: place.name, sex, birthYear, donations, ...last };
  const { at, by, language } = consent;
  work.reply({ key: 'myDataDonor', params });
  work.reply({ key: 'myDataAgreed', params: { on: dayOf(at), by } });
  work.reply({ key: 'myDataAgreedIn', params: { language } });
  replyRest(work, donor);
};

/** Why the donor is not asked at present: the medical rest, and the pause they asked for. */
const replyRest = (work: UnitOfWork, { pausedUntil = work.now, ...donor }: Donor): void => {
  const restedAt = mayGiveFrom(donor, 'whole-blood', work.services.config.policy.donation);
  if (restedAt > work.now) work.reply({ key: 'myDataRest', params: { until: dayOf(restedAt) } });
  if (wantsNoAlerts({ pausedUntil })) work.reply({ key: 'myDataNotAsked', params: {} });
  else if (pausedUntil > work.now)
    work.reply({ key: 'myDataPause', params: { until: dayOf(pausedUntil) } });
};

/** How a donor is asked, and whether others see the number of a donor or of a person who chose that. */
const replyChoices = (work: UnitOfWork, person: Person): void => {
  const { donor, prefersCalls = false, sharing } = person;
  const shown = numberSharing(person, work.services.config.policy) === 'share';
  if (donor) work.reply({ key: 'myDataCalls', params: { calls: prefersCalls } });
  if (donor || sharing) work.reply({ key: 'myDataNumber', params: { shown } });
};

/** An unfinished registration or request is stored too, until it is finished or erased. */
const replyDrafts = (work: UnitOfWork, { joinDraft = {}, requestDraft = {} }: Person): void => {
  if (hasAskedToJoin(joinDraft)) work.reply({ key: 'myDataJoining', params: {} });
  if (Object.keys(requestDraft).length > 0) work.reply({ key: 'myDataTelling', params: {} });
};

const replyHistory = (work: UnitOfWork, { alerts, donor }: Person): void => {
  const record = donor?.record ?? emptyHistory;
  const { saidYes: agreed, came, missed, turnedAway: sentHome } = record;
  const count = Math.max(alerts.length, timesAsked(record));
  if (count > 0)
    work.reply({ key: 'myDataAsked', params: { count, agreed, came, missed, sentHome } });
};

const replyRecordings = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const { length: count } = await findRecordings(work.services, from);
  const { recordingDays } = work.services.config.policy.calls;
  if (count > 0) work.reply({ key: 'myDataSpoken', params: { count, days: recordingDays } });
};

const zoneName = ({ services }: UnitOfWork, id: string): string =>
  services.gazetteer.zones.find((zone) => zone.id === id)?.names.en ?? id;
