import * as z from 'zod';
import { campPlanSchema } from '../people/camps/camp-refs.ts';
import { campIdSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { epochMsSchema } from '../terms/time.ts';

/** Half an hour of a camp. `room`: people that its teams take. `expected`: arrivals to be expected of those booked. */
export const halfHourSchema = z.lazy(() =>
  z.object({
    at: epochMsSchema,
    room: z.number().positive(),
    booked: z.number().int().nonnegative(),
    expected: z.number().nonnegative(),
  }),
);
export type HalfHour = z.infer<typeof halfHourSchema>;

/** off: called off by a coordinator. */
export const campStates = ['opened', 'inviting', 'held', 'closed', 'off'] as const;

/** A donation camp. Who comes is in its seats (seat.ts), whose states are its tally. */
export const campSchema = z.lazy(() =>
  campPlanSchema.extend({
    kind: z.literal('camp'),
    id: campIdSchema,
    version: z.number().int().nonnegative(),
    state: z.enum(campStates),
    halfHours: z.array(halfHourSchema).min(1),
    /** The coordinator who opened it; deleted with the other numbers. */
    openedBy: phoneNumberSchema.optional(),
    openedAt: epochMsSchema,
    /** How many people were invited. */
    invited: z.number().int().nonnegative(),
    /** Units to be expected of those who hold a half hour. */
    hope: z.number().nonnegative(),
    /** Units that everyone invited was believed to bring, when they were invited. */
    hoped: z.number().nonnegative().default(0),
    /** The running stage: units for which it still invites. Of a camp that is called off: 1 while people are still told. */
    left: z.number().nonnegative(),
    /** What it brought, since its evening: the year's line is made of these. */
    result: z
      .object({
        came: z.number().int().nonnegative(),
        units: z.number().int().nonnegative(),
        back: z.number().int().nonnegative(),
      })
      .optional(),
    /** When the next stage begins; absent after the last. */
    nextStageAt: epochMsSchema.optional(),
    /** Absent once its numbers are deleted. */
    dueAt: epochMsSchema.optional(),
  }),
);
export type Camp = z.infer<typeof campSchema>;

/** True while people may say yes to the camp, choose a half hour and give there. */
export const isCampRunning = ({ state }: Pick<Camp, 'state'>): boolean =>
  state !== 'closed' && state !== 'off';

/** True once no one is told anything more about the camp. */
export const isCampOver = (camp: Pick<Camp, 'state' | 'left'>): boolean =>
  !isCampRunning(camp) && camp.left <= 0;
