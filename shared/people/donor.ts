import * as z from 'zod';
import { cellSchema, pinSchema, placeSchema } from '../places/place.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import { daySchema, epochMsSchema } from '../terms/time.ts';
import { contactSchema, followUpSchema } from './after-gift/contact.ts';
import { giftSchema } from './camps/camp-refs.ts';
import { consentSchema } from './consent.ts';
import { responseHistorySchema } from './response-history.ts';

export const sexes = ['woman', 'man', 'other'] as const;
export const sexSchema = z.enum(sexes);
export type Sex = z.infer<typeof sexSchema>;

const donationSchema = z.object({ day: daySchema, component: componentSchema });

export const donorSchema = z.object({
  group: bloodGroupSchema,
  sex: sexSchema,
  birthYear: z.number().int(),
  weightKg: z.number().positive().optional(),
  pin: pinSchema,
  place: placeSchema,
  cell: cellSchema,
  email: z.string().optional(),
  lastDonation: donationSchema.optional(),
  /** The last day of whole blood, when another component was given since: its rest still runs. */
  lastWholeBlood: daySchema.optional(),
  /** Days of platelets and plasma, oldest first: as many as may be given in a year. */
  apheresisDays: z.array(daySchema).optional(),
  /** The donation before the last, in case the last turns out not to have happened. */
  donationBefore: donationSchema.optional(),
  donations: z.number().int().nonnegative(),
  /** Donations that another person has confirmed, oldest first: the milestones and certificates count these alone. */
  gifts: z.array(giftSchema).optional(),
  /** The milestone for which the donor agreed to be named to senior officers; the next one is asked again. */
  namedFor: z.number().int().positive().optional(),
  /** Turned away by a doctor: rest until then. */
  deferredUntil: epochMsSchema.optional(),
  /** The earliest moment for any component, pauses and deferrals included; the donor index sorts by it. */
  mayGiveFrom: epochMsSchema,
  pausedUntil: epochMsSchema.optional(),
  consent: consentSchema,
  record: responseHistorySchema,
  /** When "you may give again" is due. Absent when it has been sent or is not wanted. */
  remindAt: epochMsSchema.optional(),
  /** What is still to be sent about gifts to patients. */
  followUps: z.array(followUpSchema).optional(),
  /** When a donor who has not given since counts as lapsed, and gets one call. */
  lapsedAt: epochMsSchema.optional(),
  /** The messages that were to bring this donor back, oldest first: their effect is measured. */
  contacts: z.array(contactSchema).optional(),
});
export type Donor = z.infer<typeof donorSchema>;
