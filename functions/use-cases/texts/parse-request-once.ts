import { type ParsedRequest, parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { addSpans } from '#shared/conversation/understand/add-spans.ts';
import { storedModels } from '#shared/conversation/understand/models/stored-models.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** `plain`: what the plain parser reads. `says`: with the names and places that the span model adds to a request. */
type Parsed = { text: string; plain: ParsedRequest; says: ParsedRequest };

const parsed = new WeakMap<UnitOfWork, Parsed>();

/** Memoised per unit of work. Not a method of UnitOfWork: functions that read no text must not carry the parser. */
const parseOnce = (work: UnitOfWork, text: string): Parsed => {
  const known = parsed.get(work);
  if (known?.text === text) return known;
  const context = { gazetteer: work.services.gazetteer, now: work.now };
  const plain = parseRequest(text, context);
  // A short answer to a question is a name or a place by itself.
  const says = plain.isRequest ? addSpans(plain, text, context, storedModels()) : plain;
  const found = { text, plain, says };
  parsed.set(work, found);
  return found;
};

/** What a text says of a request, names and places included. */
export const parseRequestOnce = (work: UnitOfWork, text: string): ParsedRequest =>
  parseOnce(work, text).says;

/** What the plain parser alone reads: the models are trained beside it. */
export const parsePlainOnce = (work: UnitOfWork, text: string): ParsedRequest =>
  parseOnce(work, text).plain;

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
