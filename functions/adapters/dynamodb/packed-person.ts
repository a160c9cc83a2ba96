import type { AlertRef } from '#shared/people/alert-refs.ts';
import type { Person } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';

/*
 * A person's item without names that each donor would repeat: a write is charged by the kilobyte, in the table and in
 * the donors' index, which copies it whole (docs/adr/0044). Items of the older shape are read as they are.
 */

/** What most people have: left out of the item. */
const defaults = { optedOut: false, trusted: false } satisfies Partial<Person>;

const letterOf: Record<AlertRef['state'], string> = {
  open: 'o',
  pledged: 'p',
  ended: 'e',
  'not-needed': 'n',
};
const stateOf = new Map(Object.entries(letterOf).map(([state, letter]) => [letter, state]));

const radix = 36;
const separator = ' ';

/** The alert as one text: half of its size. Undefined for ids that contain a space. */
const packAlert = ({
  state,
  at,
  openUntil,
  code,
  requestId,
  alertId,
}: AlertRef): string | AlertRef => {
  const open = openUntil - at;
  const parts = [
    letterOf[state],
    at.toString(radix),
    open.toString(radix),
    code,
    requestId,
    alertId,
  ];
  const ref = { requestId, alertId, code, at, openUntil, state };
  return parts.some((part) => part.includes(separator)) ? ref : parts.join(separator);
};

const unpackAlert = (stored: unknown): unknown => {
  if (typeof stored !== 'string') return stored;
  const [letter = '', time = '', open = '', code, requestId, alertId] = stored.split(separator);
  const at = Number.parseInt(time, radix);
  const openUntil = at + Number.parseInt(open, radix);
  return { requestId, alertId, code, at, openUntil, state: stateOf.get(letter) };
};

/** The attributes of a person's item. */
export const packPerson = ({
  requests,
  alerts,
  donor,
  ...person
}: Person): Record<string, unknown> => ({
  ...withoutDefaults(person, defaults),
  ...(requests.length > 0 && { requests }),
  ...(alerts.length > 0 && { alerts: alerts.map(packAlert) }),
  ...(donor && { donor: { ...donor, record: withoutDefaults(donor.record, emptyHistory) } }),
});

/** A person's stored attributes with every name, for the schema. */
export const unpackPerson = (item: Record<string, unknown>): Record<string, unknown> => {
  const { alerts = [], requests = [], donor } = item;
  return {
    ...defaults,
    ...item,
    requests,
    alerts: Array.isArray(alerts) ? alerts.map(unpackAlert) : alerts,
    ...(isMap(donor) && { donor: unpackDonor(donor) }),
  };
};

const unpackDonor = (donor: Record<string, unknown>): Record<string, unknown> => {
  const { record } = donor;
  return { ...donor, ...(isMap(record) && { record: { ...emptyHistory, ...record } }) };
};

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutDefaults = (
  values: Record<string, unknown>,
  usual: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== usual[name]));
