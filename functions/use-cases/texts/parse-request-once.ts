import { type ParsedRequest, parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { addSpans } from '#shared/conversation/understand/add-spans.ts';
import { storedModels } from '#shared/conversation/understand/models/stored-models.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

const parsed = new WeakMap<UnitOfWork, { text: string; says: ParsedRequest }>();

/**
 * `parseRequest`, memoised per unit of work. Not a method of UnitOfWork: functions that read no text must not carry
 * the parser in their bundle.
 */
export const parseRequestOnce = (work: UnitOfWork, text: string): ParsedRequest => {
  const known = parsed.get(work);
  if (known?.text === text) return known.says;
  const context = { gazetteer: work.services.gazetteer, now: work.now };
  const plain = parseRequest(text, context);
  // A short answer to a question is a name or a place by itself.
  const says = plain.isRequest ? addSpans(plain, text, context, storedModels().spans) : plain;
  parsed.set(work, { text, says });
  return says;
};

/** True for a text that gives a detail of a request: a group, units, a hospital, a time. */
export const saysDetails = (work: UnitOfWork, text: string): boolean => {
  const { group, groupUnclear, units, hospital, hospitalName, neededBy } = parseRequestOnce(
    work,
    text,
  );
  return [group, groupUnclear, units, hospital, hospitalName, neededBy].some(
    (value) => value !== undefined,
  );
};
