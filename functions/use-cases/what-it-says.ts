import { type ParsedRequest, parseRequest } from '#shared/conversation/parse/parse-request.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const read = new WeakMap<UnitOfWork, { text: string; says: ParsedRequest }>();

/** What a text says of a request: read once in a turn, however many ask. */
export const parsedRequest = (turn: UnitOfWork, text: string): ParsedRequest => {
  const known = read.get(turn);
  if (known?.text === text) return known.says;
  const says = parseRequest(text, { gazetteer: turn.services.gazetteer, now: turn.now });
  read.set(turn, { text, says });
  return says;
};
