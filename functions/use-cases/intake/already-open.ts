import type { RequestDraft } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import { progressParams } from '#shared/request/request-messages.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** A second text or form about the same patient gets the status instead of a second request. */
export const replyIfOpen = async (
  work: UnitOfWork,
  person: Person,
  draft: RequestDraft,
): Promise<boolean> => {
  for (const ref of person.requests.filter((r) => r.open)) {
    const request = await work.request(ref.requestId);
    const sameGroup = !draft.group || draft.group === request?.group;
    const samePatient = !draft.patient || sameName(draft.patient, request?.patient ?? '');
    // Plasma beside the red cells of an open request is another need.
    const sameComponent = !draft.component || draft.component === request?.component;
    if (request && sameGroup && samePatient && sameComponent) {
      work.reply({
        key: 'requestAlreadyOpen',
        params: { ...progressParams(request), group: request.group },
      });
      return true;
    }
  }
  return false;
};

const wordsIn = (name: string): string[] => name.toLowerCase().split(/\s+/);
const sameName = (a: string, b: string): boolean =>
  wordsIn(a).some((word) => wordsIn(b).includes(word));
