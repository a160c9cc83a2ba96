import type { Correction } from '../../people/drafts.ts';
import type { Request } from '../request.ts';

/* What a correction changes in a request. */

export const correctable = [
  'group',
  'component',
  'exchange',
  'units',
  'hospital',
  'place',
  'neededBy',
  'urgency',
  'asap',
  'patient',
  'attendant',
  'contact',
  'ward',
] as const satisfies readonly (keyof Correction)[];

type Field = (typeof correctable)[number];
type Correctable = Pick<Request, Field>;

/** Another number or time is meant for the whole need: then it is no longer divided into days. */
const withoutDays = (request: Request, changes: Correction): Request => {
  if (changes.units === undefined && changes.neededBy === undefined) return request;
  const { days: _, ...whole } = request;
  return whole;
};

/** Another number is another person's, who has not asked for news. */
const withoutAsking = (request: Request, changes: Correction): Request => {
  if (changes.contact === undefined) return request;
  const { contactAsked: _, ...others } = request;
  return others;
};

/** The request with the corrected fields. */
export const withCorrection = (request: Request, changes: Correction): Request => ({
  ...withoutAsking(withoutDays(request, changes), changes),
  ...(changes.group !== undefined && { group: changes.group }),
  ...(changes.component !== undefined && { component: changes.component }),
  ...(changes.exchange !== undefined && { exchange: changes.exchange }),
  ...(changes.units !== undefined && { units: changes.units }),
  ...(changes.hospital !== undefined && { hospital: changes.hospital }),
  ...(changes.place !== undefined && { place: changes.place }),
  ...(changes.neededBy !== undefined && { neededBy: changes.neededBy }),
  ...(changes.urgency !== undefined && { urgency: changes.urgency }),
  // A time in place of "as soon as can be", or the other way round.
  ...(changes.neededBy !== undefined && { asap: changes.asap ?? false }),
  ...(changes.patient !== undefined && { patient: changes.patient }),
  ...(changes.attendant !== undefined && { attendant: changes.attendant }),
  ...(changes.contact !== undefined && { contact: changes.contact }),
  ...(changes.ward !== undefined && { ward: changes.ward }),
});

const inOrder = (value: unknown): string =>
  JSON.stringify(typeof value === 'object' && value ? Object.entries(value).sort() : value);
/** Also for places, whatever the order of their fields. */
const isSame = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b);

const pick = (from: Correction, isKept: (field: Field) => boolean): Correction =>
  Object.fromEntries(
    correctable
      .filter((field) => from[field] !== undefined && isKept(field))
      .map((field) => [field, from[field]]),
  );

/** The corrected fields that differ from the request. */
export const differingFields = (request: Correctable, changes: Correction): Correction => {
  const differing = pick(changes, (field) => !isSame(changes[field], request[field]));
  if (!changes.asap) return differing;
  // "As soon as possible" said again changes nothing, whatever hour ends the search.
  const { neededBy: _, urgency: __, ...others } = differing;
  return request.asap ? others : { ...differing, asap: true };
};

/** The fields of a correction as the request has them. */
export const fieldsBefore = (request: Correctable, changes: Correction): Correction =>
  pick(request, (field) => changes[field] !== undefined);

export const isEmptyCorrection = (changes: Correction): boolean =>
  Object.keys(changes).length === 0;

/** True when nothing but names or the number to call changes: the same donors are asked, so it needs no confirmation. */
export const changesNamesOnly = ({
  patient: _,
  attendant: __,
  contact: ___,
  ward: ____,
  ...rest
}: Correction): boolean => isEmptyCorrection(rest);

/** True when other donors must be asked, or the same donors sooner. */
export const changesWhomToAsk = ({
  group,
  component,
  exchange,
  place,
  urgency,
}: Correction): boolean =>
  [group, component, exchange, place, urgency].some((field) => field !== undefined);
