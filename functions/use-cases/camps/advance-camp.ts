import type { Camp } from '#shared/camp/camp.ts';
import { whyNotInvite } from '#shared/camp/camp-candidate.ts';
import { closesAt, invitationsFrom } from '#shared/camp/camp-deadlines.ts';
import { tallyCamp } from '#shared/camp/camp-tally.ts';
import { beginStage, chooseInvited } from '#shared/camp/invitations.ts';
import { withCampDue } from '#shared/camp/open-camp.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import { withoutYes } from '#shared/people/response-history.ts';
import type { CampId } from '#shared/terms/ids.ts';
import { after, days, epochMs, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { learnFrom } from '../alerts/learn-from.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { inviteMessage, whereAndWhen } from './camp-messages.ts';
import { findInvited } from './find-invited.ts';
import { asCampQuestion, withSeatDue } from './take-half-hour.ts';

/** Invitations of one transaction, of which each writes two items, and of one minute: an alert never waits behind a camp. */
const invitedAtOnce = 45;

/** Runs the step of a camp that is due: a stage, a batch of its invitations, the beginning, the evening, the end of its numbers. */
export const advanceCamp = (services: Services, id: CampId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const camp = await services.store.camp(id);
    const work = new UnitOfWork(services, services.clock.now());
    if (camp?.dueAt === undefined || camp.dueAt > work.now) return 'done';
    await takeStep(work, camp);
    return work.save('done');
  });

const takeStep = async (work: UnitOfWork, camp: Camp): Promise<void> => {
  switch (camp.state) {
    case 'opened':
    case 'inviting':
      if (camp.from <= work.now) return keep(work, { ...camp, state: 'held', left: 0 });
      return invite(work, camp);
    case 'held':
      return closesAt(camp) <= work.now ? closeCamp(work, camp) : keep(work, camp);
    case 'off':
      return camp.left > 0 ? tellOff(work, camp) : keep(work, withoutOpener(camp));
    case 'closed':
      return keep(work, withoutOpener(camp));
  }
};

const withoutOpener = ({ openedBy: _, ...camp }: Camp): Camp => camp;

const keep = (work: UnitOfWork, camp: Camp): void =>
  work.put(withCampDue(camp, work.now, work.services.config.policy));

const invite = async (work: UnitOfWork, stored: Camp): Promise<void> => {
  const { policy } = work.services.config;
  const from = invitationsFrom(work.now, policy);
  if (from > work.now) return work.put({ ...stored, dueAt: epochMs(Math.min(from, stored.from)) });
  const isStageDue = stored.nextStageAt !== undefined && stored.nextStageAt <= work.now;
  const camp = isStageDue ? beginStage(stored, work.now, policy) : stored;
  if (camp.left <= 0) return keep(work, camp);
  const wanted = { left: camp.left, most: invitedAtOnce };
  const { chosen, left } = chooseInvited(await findInvited(work, camp), wanted);
  // The index lags: who was asked or has left meanwhile is skipped, and the next batch goes on.
  const people = await work.services.store.persons(chosen.map(({ person }) => person.phone));
  const invited = people.filter(
    (person) => whyNotInvite(person, camp, work.now, policy) === undefined,
  );
  for (const person of invited) inviteOne(work, camp, person);
  const chanceOf = new Map(chosen.map(({ person, chance }) => [person.phone, chance]));
  const hoped = invited.reduce((sum, { phone }) => sum + (chanceOf.get(phone) ?? 0), camp.hoped);
  const next = { ...camp, left, hoped, invited: camp.invited + invited.length };
  work.logAfterSave('camp-invited', { zone: camp.place.zone, count: invited.length });
  if (left <= 0) return keep(work, next);
  work.put({ ...next, dueAt: after(work.now, minutes(1)) });
};

/** References to camps are kept so long. */
const refDays = 366;

const inviteOne = (work: UnitOfWork, camp: Camp, person: Person): void => {
  const { services, now } = work;
  const weight = services.config.policy.camps.silenceWeight;
  const silent = isDonor(person)
    ? learnFrom(work, person, { isYes: false, weight }, (record) => withoutYes(record, 1))
    : person;
  const known = (silent.camps ?? []).filter(({ at }) => at > now - days(refDays));
  const asked = { ...silent, camps: [...known, { campId: camp.id, at: now }] };
  work.change(asCampQuestion(asked, camp.id, 'invite', now));
  work.queueText(person.phone, inviteMessage(camp));
};

/** The evening: the camp is over, and the coordinator who opened it hears how it went. */
const closeCamp = async (work: UnitOfWork, camp: Camp): Promise<void> => {
  const seats = await work.services.store.seats(camp.id);
  const tally = tallyCamp(seats);
  const { came, units, back: sentHome } = tally;
  // Those who still hold a half hour have not come; their own step records it in these minutes.
  const missed = tally.missed + tally.booked;
  keep(work, { ...camp, state: 'closed', result: { came, units, back: sentHome } });
  if (camp.openedBy === undefined) return;
  const link = `${work.services.publicUrl}/console/camps/${camp.id}`;
  work.queueText(camp.openedBy, {
    key: 'campHeld',
    params: { came, units, sentHome, missed, link },
  });
};

/** Everyone who said yes hears that the camp does not take place, so many in one transaction. */
const tellOff = async (work: UnitOfWork, camp: Camp): Promise<void> => {
  const seats = (await work.services.store.seats(camp.id)).filter(
    ({ state }) => state === 'booked' || state === 'waiting',
  );
  for (const seat of seats.slice(0, invitedAtOnce)) {
    work.put(withSeatDue(work, camp, { ...seat, state: 'freed' }));
    if (seat.phone) work.queueText(seat.phone, { key: 'campOff', params: whereAndWhen(camp) });
  }
  keep(work, { ...camp, left: seats.length > invitedAtOnce ? 1 : 0 });
};
