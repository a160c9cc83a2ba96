import { saysWrongPlace } from '#shared/conversation/replies/parse-pledge-reply.ts';
import type { Request } from '#shared/request/request.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** "Main to SRN pahunch gaya", where the blood is needed at Beli: this donor has not arrived. */
export const isElsewhere = (work: UnitOfWork, { hospital }: Request, text: string): boolean => {
  const named = work.services.gazetteer.find(text).hospital?.value.hospital.name;
  return (named !== undefined && named !== hospital) || saysWrongPlace(text);
};
