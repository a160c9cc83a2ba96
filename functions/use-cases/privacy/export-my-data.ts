import { hasAskedToJoin } from '#shared/people/consent.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import { numberSharing } from '#shared/people/number-sharing.ts';
import type { Donor, Person } from '#shared/people/person.ts';
import { timesAsked } from '#shared/people/record-in-words.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { dayOf } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findRecordings } from './find-recordings.ts';

/** MYDATA: what is kept of this phone, in words (DPDP Act, FACTS §4). No other phone's number or name is in it. */
export const exportMyData = async (turn: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await turn.person(from);
  const { name, donor, volunteer, requests } = person;
  turn.reply({ key: 'myData', params: name === undefined ? {} : { name } });
  if (donor) sayDonor(turn, donor);
  sayChoices(turn, person);
  if (donor?.weightKg !== undefined || donor?.email !== undefined)
    turn.reply({ key: 'myDataMore', params: {} });
  if (volunteer)
    turn.reply({ key: 'myDataVolunteer', params: { place: zoneName(turn, volunteer.zone) } });
  if (requests.length > 0)
    turn.reply({ key: 'myDataRequests', params: { codes: requests.map((r) => r.code) } });
  sayHalfTold(turn, person);
  sayAsked(turn, person);
  await sayRecordings(turn, from);
  turn.reply({ key: 'myDataEnd', params: {} });
};

const sayDonor = (turn: UnitOfWork, donor: Donor): void => {
  const { group, pin, place, sex, birthYear, donations, lastDonation, consent } = donor;
  const last = lastDonation && { last: lastDonation.day };
  const params = { group, pin, place: place.name, sex, birthYear, donations, ...last };
  const { at, by, language } = consent;
  turn.reply({ key: 'myDataDonor', params });
  turn.reply({ key: 'myDataAgreed', params: { on: dayOf(at), by } });
  turn.reply({ key: 'myDataAgreedIn', params: { language } });
  sayRest(turn, donor);
};

/** What keeps us from asking them just now: the rest their body needs, and the break they wanted. */
const sayRest = (turn: UnitOfWork, { pausedUntil = turn.now, ...donor }: Donor): void => {
  const restedAt = mayGiveFrom(donor, 'whole-blood', turn.services.config.policy.donation);
  if (restedAt > turn.now) turn.reply({ key: 'myDataRest', params: { until: dayOf(restedAt) } });
  if (pausedUntil > turn.now)
    turn.reply({ key: 'myDataPause', params: { until: dayOf(pausedUntil) } });
};

/** How a donor is asked, and what others see of a donor's number, or of whoever chose it. */
const sayChoices = (turn: UnitOfWork, person: Person): void => {
  const { donor, prefersCalls = false, sharing } = person;
  const shown = numberSharing(person, turn.services.config.policy) === 'share';
  if (donor) turn.reply({ key: 'myDataCalls', params: { calls: prefersCalls } });
  if (donor || sharing) turn.reply({ key: 'myDataNumber', params: { shown } });
};

/** A registration or a request that is being told is kept as well, until it is finished or forgotten. */
const sayHalfTold = (turn: UnitOfWork, { joinDraft = {}, requestDraft = {} }: Person): void => {
  if (hasAskedToJoin(joinDraft)) turn.reply({ key: 'myDataJoining', params: {} });
  if (Object.keys(requestDraft).length > 0) turn.reply({ key: 'myDataTelling', params: {} });
};

const sayAsked = (turn: UnitOfWork, { alerts, donor }: Person): void => {
  const record = donor?.record ?? emptyHistory;
  const { saidYes: agreed, came, missed, turnedAway: sentHome } = record;
  const count = Math.max(alerts.length, timesAsked(record));
  if (count > 0)
    turn.reply({ key: 'myDataAsked', params: { count, agreed, came, missed, sentHome } });
};

const sayRecordings = async (turn: UnitOfWork, from: Person['phone']): Promise<void> => {
  const { length: count } = await findRecordings(turn.services, from);
  const { recordingDays } = turn.services.config.policy.calls;
  if (count > 0) turn.reply({ key: 'myDataSpoken', params: { count, days: recordingDays } });
};

const zoneName = ({ services }: UnitOfWork, id: string): string =>
  services.gazetteer.zones.find((zone) => zone.id === id)?.names.en ?? id;
