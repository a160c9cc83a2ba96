import type { Command } from '#shared/conversation/parse-command.ts';
import { deferred, gave, paused, resumed } from '#shared/donor/changes.ts';
import { restsUntil } from '#shared/donor/donation-rules.ts';
import { mayGiveFrom } from '#shared/donor/eligibility.ts';
import type { Person } from '#shared/donor/person.ts';
import { after, dayOf, days } from '#shared/terms/time.ts';
import type { Turn } from './turn.ts';

type Availability = Extract<Command, { type: 'pause' | 'on' | 'gave' }>;

/** PAUSE 30, ON, GAVE 12/10: a donor's own word about when to ask them. */
export const changeAvailability = async (
  turn: Turn,
  from: Person['phone'],
  command: Availability,
): Promise<void> => {
  const person = await turn.person(from);
  const { donor } = person;
  const { policy } = turn.services.config;
  if (!donor) return turn.reply({ key: 'notADonor', params: {} });
  switch (command.type) {
    case 'pause': {
      if (command.told) {
        const resting = deferred(donor, restsUntil(command.told, turn.now, policy), policy);
        turn.change({ ...person, donor: resting });
        const until = dayOf(resting.deferredUntil);
        return turn.reply({ key: 'deferralNoted', params: { until } });
      }
      if (command.days === undefined) return turn.reply({ key: 'pauseUnclear', params: {} });
      const until = after(turn.now, days(command.days));
      turn.change({ ...person, donor: paused(donor, until, policy) });
      return turn.reply({ key: 'paused', params: { until: dayOf(until) } });
    }
    case 'on':
      turn.change({ ...person, donor: resumed(donor, policy) });
      return turn.reply({ key: 'resumed', params: {} });
    case 'gave': {
      if (!command.day || command.day > dayOf(turn.now))
        return turn.reply({ key: 'gaveUnclear', params: {} });
      const known = donor.lastDonation !== undefined && donor.lastDonation.day >= command.day;
      const given = known ? donor : gave(donor, command.day, 'whole-blood', policy);
      turn.change({ ...person, donor: given });
      return turn.reply({
        key: 'gaveNoted',
        params: { next: dayOf(mayGiveFrom(given, 'whole-blood', policy.donation)) },
      });
    }
  }
};
