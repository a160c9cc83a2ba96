import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What this phone can text, by who holds it: an open request first, then volunteer, donor, anyone. */
export const replyMenu = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const open = person.requests.findLast((r) => r.open);
  if (open) work.reply({ key: 'menuRequester', params: { code: open.code } });
  if (person.volunteer) {
    work.reply({
      key: 'menuVolunteer',
      params: { coordinator: person.volunteer.role === 'coordinator' },
    });
  } else if (person.donor) {
    work.reply({ key: 'menuDonor', params: {} });
  } else if (!open) {
    work.reply({ key: 'menu', params: {} });
  }
};
