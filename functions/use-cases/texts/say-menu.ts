import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What this phone can text, by who holds it: an open request first, then volunteer, donor, anyone. */
export const replyMenu = async (turn: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await turn.person(from);
  const open = person.requests.findLast((r) => r.open);
  if (open) turn.reply({ key: 'menuRequester', params: { code: open.code } });
  if (person.volunteer) {
    turn.reply({
      key: 'menuVolunteer',
      params: { coordinator: person.volunteer.role === 'coordinator' },
    });
  } else if (person.donor) {
    turn.reply({ key: 'menuDonor', params: {} });
  } else if (!open) {
    turn.reply({ key: 'menu', params: {} });
  }
};
