import * as z from 'zod';
import { zoneIdSchema } from '../places/place.ts';
import { type EpochMs, epochMsSchema, hours } from '../terms/time.ts';

export const volunteerRoles = ['verifier', 'coordinator'] as const;
export const volunteerSchema = z.object({
  zone: zoneIdSchema,
  role: z.enum(volunteerRoles),
  onDuty: z.boolean(),
  /** What they have done, for the list for commendation; deleted with the role. */
  service: z
    .object({
      /** Requests that they found real, or refused. */
      checked: z.number().int().nonnegative(),
      /** Milliseconds between ON and OFF, without the stretch that runs now. */
      dutyMs: z.number().nonnegative(),
      /** Since when they are on duty. */
      since: epochMsSchema.optional(),
    })
    .optional(),
});
export type Volunteer = z.infer<typeof volunteerSchema>;

const noService: NonNullable<Volunteer['service']> = { checked: 0, dutyMs: 0 };

/** On or off duty, and the hours of duty that end with it. ON twice goes on counting from the first. */
export const withDuty = (volunteer: Volunteer, onDuty: boolean, now: EpochMs): Volunteer => {
  const { since, ...service } = volunteer.service ?? noService;
  if (onDuty) return { ...volunteer, onDuty, service: { ...service, since: since ?? now } };
  const dutyMs = service.dutyMs + (since === undefined ? 0 : Math.max(0, now - since));
  return { ...volunteer, onDuty, service: { ...service, dutyMs } };
};

/** One more request was found real or refused by this volunteer. */
export const withChecked = (volunteer: Volunteer): Volunteer => {
  const service = volunteer.service ?? noService;
  return { ...volunteer, service: { ...service, checked: service.checked + 1 } };
};

/** Whole hours on duty, with the stretch that runs now. */
export const hoursOnDuty = ({ service = noService }: Volunteer, now: EpochMs): number => {
  const running = service.since === undefined ? 0 : Math.max(0, now - service.since);
  return Math.floor((service.dutyMs + running) / hours(1));
};
