import { type ParsedRequest, parseRequest } from '#shared/conversation/parse/parse-request.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const read = new WeakMap<UnitOfWork, { text: string; says: ParsedRequest }>();

/** What a text says of a request: read once in a turn, however many ask. */
export const parsedRequest = (work: UnitOfWork, text: string): ParsedRequest => {
  const known = read.get(work);
  if (known?.text === text) return known.says;
  const says = parseRequest(text, { gazetteer: work.services.gazetteer, now: work.now });
  read.set(work, { text, says });
  return says;
};
