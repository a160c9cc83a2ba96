import * as z from 'zod';
import { pinSchema } from '../../places/place.ts';
import {
  alertIdSchema,
  callIdSchema,
  campIdSchema,
  requestIdSchema,
  seatNumberSchema,
} from '../../terms/ids.ts';
import { epochMsSchema } from '../../terms/time.ts';

/*
 * Where a call is: what was last said or asked, and so what the next key means. screens/ has the words and the keys of
 * each state.
 */
const plain = <const T extends readonly string[]>(at: T) => z.object({ at: z.enum(at) });

/** States that carry nothing: the caller's own draft is enough. */
export const plainStates = [
  'language',
  'menu',
  'need-group',
  'need-component',
  'need-units',
  'need-pin',
  'need-hospital',
  'need-hospital-name',
  'need-when',
  'need-days',
  'need-patient',
  'need-attendant',
  'need-summary',
  'need-change',
  'need-change-more',
  'join-consent',
  'join-group',
  'join-pin',
  'join-name',
  'join-sex',
  'join-born',
  'join-last',
  'join-last-date',
  'settings',
  'settings-more',
  'pause',
  'gave-when',
  'gave-date',
  'forget',
  'myths',
  'verify-code',
  'door',
  'story-ask',
  'story-tell',
  'story-show',
  'volunteer-message',
  'ended',
] as const;

export const abos = ['A', 'B', 'AB', 'O'] as const;
export const visits = [
  'arrived',
  'gave',
  'drop-reason',
  'still-coming',
  'still-needed',
  'reached',
] as const;

export const callStateSchema = z.lazy(() =>
  z.discriminatedUnion('at', [
    plain(plainStates),
    z.object({ at: z.literal('need-rh'), abo: z.enum(abos) }),
    z.object({ at: z.literal('join-rh'), abo: z.enum(abos) }),
    z.object({ at: z.literal('need-pin-check'), pin: pinSchema }),
    z.object({ at: z.literal('join-pin-check'), pin: pinSchema }),
    /** The answer to one question about giving. */
    z.object({ at: z.literal('myth'), number: z.number().int().min(1) }),
    /** A donor hears what they are asked for. */
    z.object({ at: z.literal('alert'), requestId: requestIdSchema, alertId: alertIdSchema }),
    /** A donor who said yes. */
    z.object({ at: z.literal('pledge'), requestId: requestIdSchema }),
    z.object({ at: z.literal('visit'), about: z.enum(visits), requestId: requestIdSchema }),
    /** A donor hears to which camp they are invited. */
    z.object({ at: z.literal('camp-invite'), campId: campIdSchema }),
    /** The half hours on offer, by the keys 1 to 3. */
    z.object({
      at: z.literal('camp-times'),
      campId: campIdSchema,
      times: z.array(epochMsSchema).min(1),
    }),
    /** A donor who said yes to a camp: their half hour, or that they wait for one. */
    z.object({ at: z.literal('camp-seat'), campId: campIdSchema }),
    /** A volunteer at the door of a camp has keyed in a donor's four digits. */
    z.object({ at: z.literal('door-entry'), campId: campIdSchema, seat: seatNumberSchema }),
    z.object({ at: z.literal('door-back'), campId: campIdSchema, seat: seatNumberSchema }),
    /** A family with an open request. `passed`: the requests it has passed over. */
    z.object({
      at: z.literal('request'),
      requestId: requestIdSchema,
      passed: z.array(requestIdSchema),
    }),
    /** The same: keys that are needed less often. */
    z.object({
      at: z.literal('request-other'),
      requestId: requestIdSchema,
      passed: z.array(requestIdSchema),
    }),
    z.object({ at: z.literal('request-more'), requestId: requestIdSchema }),
    /** The same number of units again, shortly after: is it meant once more? */
    z.object({
      at: z.literal('request-more-again'),
      requestId: requestIdSchema,
      units: z.number().int().min(1),
    }),
    z.object({ at: z.literal('request-close'), requestId: requestIdSchema }),
    /** More than one donor is coming: the family chooses one to talk to. */
    z.object({ at: z.literal('request-donor'), requestId: requestIdSchema }),
    /** A volunteer hears the requests that wait for verification, one by one. */
    z.object({
      at: z.literal('verify'),
      requestId: requestIdSchema,
      passed: z.array(requestIdSchema),
    }),
    /** A volunteer keys in where the blood is needed, and how much. */
    z.object({ at: z.literal('fill-pin'), requestId: requestIdSchema }),
    z.object({ at: z.literal('fill-pin-check'), requestId: requestIdSchema, pin: pinSchema }),
    z.object({ at: z.literal('fill-hospital'), requestId: requestIdSchema, pin: pinSchema }),
    z.object({ at: z.literal('fill-units'), requestId: requestIdSchema }),
    /** A volunteer hears of a caller who hung up while volunteers were rung: that call. */
    z.object({ at: z.literal('caller-waits'), callId: callIdSchema }),
    z.object({ at: z.literal('verify-reason'), requestId: requestIdSchema }),
    z.object({ at: z.literal('verify-reason-said'), requestId: requestIdSchema }),
    /** A volunteer who asked for it is connected with the family, or with the donor of this alert. */
    z.object({
      at: z.literal('connect'),
      requestId: requestIdSchema,
      alertId: alertIdSchema.optional(),
    }),
    /** Two people talk through us; afterwards the call goes on at its landing screen. */
    z.object({ at: z.literal('talk'), requestId: requestIdSchema }),
    /** The same with a caller who had hung up: that call. */
    z.object({ at: z.literal('caller-talk'), callId: callIdSchema }),
    /** The volunteers who are rung now are in call.ring; `round` counts from 0. */
    z.object({ at: z.literal('volunteer'), round: z.number().int().nonnegative() }),
  ]),
);
export type CallState = z.infer<typeof callStateSchema>;
export type PlainState = (typeof plainStates)[number];
