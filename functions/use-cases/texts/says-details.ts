import type { UnitOfWork } from '../unit-of-work.ts';
import { parseRequestOnce } from './parse-request-once.ts';

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
