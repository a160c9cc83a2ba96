import * as z from 'zod';
import { sexSchema } from '../people/donor.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { campIdSchema, seatNumberSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { epochMsSchema } from '../terms/time.ts';

export const seatStates = [
  'waiting',
  'booked',
  /** "Can't come", in time for another person. */
  'freed',
  'in',
  'gave',
  'back',
  'missed',
] as const;

/** Why the doctor sent a donor back, by key 1–6. Never an illness, never a test result (docs/facts.md#camps). */
export const backReasons = ['hb', 'bp', 'weight', 'medicine', 'recent', 'other'] as const;
export type BackReason = (typeof backReasons)[number];

/** A person of a camp: said yes to the invitation, or walked in. `id`: their four digits at the door. */
export const seatSchema = z.lazy(() =>
  z.object({
    kind: z.literal('seat'),
    campId: campIdSchema,
    id: seatNumberSchema,
    version: z.number().int().nonnegative(),
    /** Deleted by FORGET and after the retention; the rest is a count. */
    phone: phoneNumberSchema.optional(),
    group: bloodGroupSchema,
    sex: sexSchema,
    state: z.enum(seatStates),
    /** The half hour; absent while waiting, and for a walk-in. */
    at: epochMsSchema.optional(),
    walkIn: z.literal(true).optional(),
    reason: z.enum(backReasons).optional(),
    /** How likely this person comes, and gives once there (0–1), as believed at the yes. */
    comes: z.number().min(0).max(1),
    fits: z.number().min(0).max(1),
    /** The part of a certificate's serial that cannot be guessed, while the gift stands. */
    check: z.string().optional(),
    /** Reminders that are over: 0, 1 (the evening before), 2 (two hours before). */
    reminded: z.number().int().min(0).max(2),
    /** The evening's thanks are over. */
    thanked: z.literal(true).optional(),
    since: epochMsSchema,
    dueAt: epochMsSchema.optional(),
  }),
);
export type Seat = z.infer<typeof seatSchema>;

/** True while the seat takes room in its half hour. */
export const holdsHalfHour = ({ state, at }: Pick<Seat, 'state' | 'at'>): boolean =>
  state === 'booked' && at !== undefined;
