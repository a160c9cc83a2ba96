import { askedTopics, type Situation } from '#shared/conversation/understand/situation.ts';
import { hasPledged, openAlert } from '#shared/people/donor-updates.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { findOwnRequests } from '../requests/family-commands.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findAssigned } from '../volunteers/find-meant-request.ts';

const roleOf = ({ volunteer, donor, requests }: Person): Situation['as'] => {
  if (volunteer) return 'verifier';
  if (donor) return 'donor';
  return requests.some(({ open }) => open) ? 'family' : 'anyone';
};

/** What is open with this phone, as the reading of its texts needs it. */
export const findSituation = async (work: UnitOfWork, person: Person): Promise<Situation> => {
  const { phone, volunteer, name } = person;
  const [request, ...others] = await findOwnRequests(work, phone);
  const isChecking = volunteer?.onDuty && (await findAssigned(work, phone)).length > 0;
  const dialogue = dialogueOf(person);
  const field = dialogue?.about === 'request' ? dialogue.field : undefined;
  const topic = dialogue?.about === 'request-summary' ? 'summary' : field;
  const asked = askedTopics.find((one) => one === topic);
  return {
    as: roleOf(person),
    ...(request && others.length === 0 && { request }),
    ...(openAlert(person, work.now) && { alert: true }),
    ...(hasPledged(person) && { pledge: true }),
    ...(isChecking && { verification: true }),
    ...(asked && { asked }),
    ...(name !== undefined && { name }),
  };
};
