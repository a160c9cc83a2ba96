import type { Camp } from '#shared/camp/camp.ts';
import { campIdSchema } from '#shared/terms/ids.ts';
import { isVolunteerOf } from '../../../use-cases/camps/list-camps.ts';
import { sendNotice } from '../../frame/notice-page.tsx';
import type { MemberVisit } from '../../frame/visit.ts';

/** The camp of the page's address, for its volunteers; to others it is not found. */
export const withCamp = async (
  visit: MemberVisit,
  show: (camp: Camp) => Promise<Response>,
): Promise<Response> => {
  const id = campIdSchema.safeParse(visit.c.req.param('camp')).data;
  const camp = id && (await visit.site.services.store.camp(id));
  return camp && isVolunteerOf(visit.person, camp)
    ? show(camp)
    : sendNotice(visit, ({ problems }) => problems.notFound, 404);
};
