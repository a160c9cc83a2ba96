import { requestCodeSchema } from '#shared/terms/ids.ts';
import type { RequestFile } from '../../../ports/store.ts';
import { maySeeRequest } from '../../../use-cases/console/decide-as-read.ts';
import { sendNotice } from '../../frame/notice-page.tsx';
import type { MemberVisit } from '../../frame/visit.ts';

/** The request with this code, whole, when this volunteer may see it. */
export const findSeenFile = async (
  { site, person }: MemberVisit,
  raw: string,
): Promise<RequestFile | undefined> => {
  const { store } = site.services;
  const code = requestCodeSchema.safeParse(raw);
  const pointer = code.success ? await store.code(code.data) : undefined;
  const file = pointer && (await store.requestFile(pointer.requestId));
  return file && maySeeRequest(person, file.request) ? file : undefined;
};

/** A request of another zone looks like one that does not exist. */
export const sendUnknownRequest = (visit: MemberVisit): Promise<Response> =>
  sendNotice(visit, ({ problems }) => problems.notFound, 404);
