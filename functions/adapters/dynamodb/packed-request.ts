import type { Alert } from '#shared/request/alert.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { alertPrefix, requestPartition } from './keys.ts';

/*
 * A request's item and its alerts with one letter for each name that every promise and every alert would repeat: a write
 * is charged by the kilobyte, and a request is read with all of its alerts (docs/adr/0044). Items of the older shape are
 * read as they are.
 */

type Letters<T> = Readonly<Record<Exclude<keyof T, 'donor'>, string>>;

const letterOfPledge: Letters<Pledge> = {
  alertId: 'i',
  state: 's',
  at: 't',
  arriveBy: 'b',
  ownTime: 'o',
  reminded: 'r',
  askedArrivedAt: 'q',
  arrivedAt: 'a',
  askedGaveAt: 'g',
  donatedAt: 'd',
  donatedBy: 'w',
  confirmed: 'c',
  check: 'k',
};

const letterOfAlert: Letters<Omit<Alert, 'kind' | 'id' | 'requestId' | 'version'>> = {
  phone: 'p',
  stage: 'l',
  at: 't',
  distanceKm: 'd',
  chance: 'c',
  yes: 'y',
  fair: 'f',
  night: 'n',
  state: 's',
  carrierId: 'i',
  answeredAt: 'a',
  arriveBy: 'b',
  unsure: 'u',
  told: 'o',
  again: 'g',
};

type Values = Record<string, unknown>;

const renamed = (values: Values, names: ReadonlyMap<string, string>): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
  );

const toLetters = (letters: Readonly<Record<string, string>>) => new Map(Object.entries(letters));
const toNames = (letters: Readonly<Record<string, string>>) =>
  new Map(Object.entries(letters).map(([name, letter]) => [letter, name]));

const pledgeLetters = toLetters(letterOfPledge);
const pledgeNames = toNames(letterOfPledge);
const alertLetters = toLetters(letterOfAlert);
const alertNames = toNames(letterOfAlert);

/** The attributes of a request's item. */
export const packRequest = ({ pledges, ...request }: Request): Values => ({
  ...request,
  pledges: pledges.map((pledge) => renamed(pledge, pledgeLetters)),
});

/** A request's stored attributes with every name, for the schema. */
export const unpackRequest = (item: Values): Values => {
  const { pledges } = item;
  return {
    ...item,
    pledges: Array.isArray(pledges)
      ? pledges.map((pledge) => (isMap(pledge) ? renamed(pledge, pledgeNames) : pledge))
      : pledges,
  };
};

/** The attributes of an alert's item: its key has its ids. */
export const packAlert = ({ id: _, requestId: __, ...alert }: Alert): Values =>
  renamed(alert, alertLetters);

/** An alert's stored attributes with every name, for the schema. */
export const unpackAlert = (item: Values): Values => ({
  id: afterPrefix(item['sk'], alertPrefix),
  requestId: afterPrefix(item['pk'], requestPartition('')),
  ...renamed(item, alertNames),
});

const afterPrefix = (key: unknown, prefix: string): string | undefined =>
  typeof key === 'string' ? key.slice(prefix.length) : undefined;

const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
