import * as z from 'zod';
import type { Policy } from '../../terms/policy.ts';
import { type EpochMs, epochMsSchema, hours } from '../../terms/time.ts';

/* What is known of a family from its earlier requests. */

export const familyRecordSchema = z.object({
  /** Requests for which a donor of ours gave. */
  served: z.number().int().nonnegative(),
  /** Requests that were refused, or that ended although donors had agreed to come. */
  lost: z.number().int().nonnegative(),
  /** When donors' numbers were told to this family within the last day, oldest first. */
  numbers: z.array(epochMsSchema),
});
export type FamilyRecord = z.infer<typeof familyRecordSchema>;

const none: FamilyRecord = { served: 0, lost: 0, numbers: [] };

export const withServed = (record: FamilyRecord = none): FamilyRecord => ({
  ...record,
  served: record.served + 1,
});

export const withLost = (record: FamilyRecord = none): FamilyRecord => ({
  ...record,
  lost: record.lost + 1,
});

/** A donor of ours has denied the donation that made this family known. */
export const withoutServed = (record: FamilyRecord = none): FamilyRecord => ({
  ...record,
  served: Math.max(0, record.served - 1),
});

const isToday = (now: EpochMs) => (at: EpochMs) => now < at + hours(24);

export const withNumber = (record: FamilyRecord = none, now: EpochMs): FamilyRecord => ({
  ...record,
  numbers: [...record.numbers.filter(isToday(now)), now],
});

/** A family that was served once does not wait behind others. */
export const waitsBehind = ({ served, lost }: FamilyRecord = none): boolean =>
  served === 0 && lost > 0;

type Family = { familyRecord?: FamilyRecord | undefined; trusted?: boolean };

/**
 * Known: a volunteer verified a request of this phone and a donor of ours gave for it, or a coordinator trusts the
 * phone. Any other family is new.
 */
export const isKnownFamily = ({ familyRecord = none, trusted }: Family): boolean =>
  familyRecord.served > 0 || trusted === true;

/** Does this family see a donor's number, or does it talk through ours? */
export const mayGetNumber = (
  family: Family,
  now: EpochMs,
  { perDay, newRequester }: Policy['numbers'],
): boolean => {
  const { numbers } = family.familyRecord ?? none;
  return (
    (newRequester === 'share' || isKnownFamily(family)) &&
    numbers.filter(isToday(now)).length < perDay
  );
};
