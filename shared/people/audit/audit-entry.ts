import * as z from 'zod';
import { maskPhoneNumber, type PhoneNumber } from '../../terms/phone-number.ts';
import {
  type EpochMs,
  epochMs,
  epochMsSchema,
  fromCalendar,
  toCalendar,
} from '../../terms/time.ts';

/** What the trail records: each is something that one person did to the standing of another, or to their own duty. */
const auditedActions = [
  'volunteer-duty',
  'volunteer-trusts',
  'volunteer-removed',
  'person-shown',
  'person-forgotten',
  'person-blocked',
  'person-unblocked',
  'units-added',
  'person-rung',
  'list-imported',
  'story-shown',
  'story-removed',
] as const;

/** Who did what, to which phone, and when. It has no whole number, no name and no text. */
export const auditEntrySchema = z.lazy(() =>
  z.object({
    kind: z.literal('audit'),
    /** The moment in 15 digits and a tie-breaker, so that text order is time order. */
    id: z.string().regex(/^\d{15}-/),
    version: z.number().int().nonnegative(),
    at: epochMsSchema,
    what: z.enum(auditedActions),
    /** A masked number, or `operator` for the command line. */
    who: z.string(),
    /** The masked number of the person concerned. */
    phone: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** When the entry is deleted. */
    forgetAt: epochMsSchema,
  }),
);
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export type Audited = Pick<AuditEntry, 'what' | 'facts'> & {
  who: PhoneNumber | 'operator';
  phone?: PhoneNumber;
};

export const newAuditEntry = (
  { who, phone, what, facts }: Audited,
  { now, id, forgetAt }: { now: EpochMs; id: string; forgetAt: EpochMs },
): AuditEntry => ({
  kind: 'audit',
  id: `${String(now).padStart(15, '0')}-${id}`,
  version: 0,
  at: now,
  what,
  who: who === 'operator' ? who : maskPhoneNumber(who),
  ...(phone && { phone: maskPhoneNumber(phone) }),
  ...(facts && { facts }),
  forgetAt,
});

/** The month of an entry, `2026-11`: the entries of a month are read together. */
export const monthOf = (id: string): string => monthAt(epochMs(Number(id.slice(0, 15))));

const monthAt = (at: EpochMs): string => {
  const { year, month } = toCalendar(at);
  return `${year}-${String(month).padStart(2, '0')}`;
};

/** The months from the newest back to the one that contains `since`. */
export const monthsBack = (since: EpochMs, now: EpochMs): string[] => {
  const months: string[] = [];
  for (let at = now; monthAt(at) > monthAt(since); at = startOfMonth(at, -1))
    months.push(monthAt(at));
  return [...months, monthAt(since)];
};

const startOfMonth = (at: EpochMs, more: number): EpochMs => {
  const { year, month } = toCalendar(at);
  return fromCalendar({ year, month: month + more, day: 1, hour: 0 });
};
