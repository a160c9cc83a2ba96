import * as z from 'zod';
import { messageSchema } from '../../messages/message-keys.ts';
import type { OutboxRow } from '../../outbox/outbox-row.ts';
import type { Person } from '../../people/person.ts';
import { alertIdSchema, type CallId, callIdSchema, requestIdSchema } from '../../terms/ids.ts';
import { spokenLanguageOf, spokenLanguageSchema } from '../../terms/language.ts';
import type { MetricValue } from '../../terms/metrics.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { after, type EpochMs, epochMsSchema, minutes } from '../../terms/time.ts';
import { callReplySchema } from './call-reply.ts';
import { callStateSchema } from './call-state.ts';

/** The phones that ring for a caller. The first person to press 1 takes the call. */
const ringSchema = z.lazy(() =>
  z.object({
    phones: z.array(phoneNumberSchema),
    /** The caller's role, as the people who are rung hear it. */
    caller: z.enum(['donor', 'family', 'volunteer', 'anyone']),
    /** The person a volunteer rings; absent for a family. */
    to: z.literal('donor').optional(),
    name: z.string(),
    requestId: requestIdSchema.optional(),
    takenBy: phoneNumberSchema.optional(),
  }),
);

/** One call between a phone and the hotline, from ringing to its end. */
export const callSchema = z.lazy(() =>
  z.object({
    kind: z.literal('call'),
    id: callIdSchema,
    version: z.number().int().nonnegative(),
    direction: z.enum(['in', 'out']),
    /** The other phone; dropped when the call ends (docs/facts.md#law: only the data needed). */
    phone: phoneNumberSchema.optional(),
    language: spokenLanguageSchema.optional(),
    state: callStateSchema,
    /** How often this screen was said without an answer that means something there. */
    tries: z.number().int().nonnegative(),
    /** The last reply; absent while it rings. A webhook for an earlier step gets it again and changes nothing. */
    reply: callReplySchema.optional(),
    /** What an outgoing call was made to say, unless it is an alert. */
    opening: messageSchema.optional(),
    /** The alert an outgoing call was made for; it is answered first. */
    alert: z.object({ requestId: requestIdSchema, alertId: alertIdSchema }).optional(),
    /** An outgoing call to a volunteer who asked to be connected with the family, or with the donor of this alert. */
    connects: z
      .object({ requestId: requestIdSchema, alertId: alertIdSchema.optional() })
      .optional(),
    /** The caller keyed in a code of their own that only their phone was sent. A call that we made needs none. */
    proven: z.boolean().optional(),
    /** A key was pressed: a person is there, not a machine. */
    heardKey: z.boolean().optional(),
    ring: ringSchema.optional(),
    /** Volunteers were rung for this caller. */
    rang: z.boolean().optional(),
    /** The key that ended the last recording, and when: the same key a moment later is its echo. */
    recordingKey: z.object({ key: z.string(), at: epochMsSchema }).optional(),
    /** The caller hung up while volunteers were rung: they are called, one after another, until one has reached the caller. */
    waiting: z
      .object({
        phone: phoneNumberSchema,
        since: epochMsSchema,
        tried: z.array(phoneNumberSchema),
        triedFrom: epochMsSchema,
      })
      .optional(),
    /** The premium voice is not available: the plain one speaks. */
    plainVoice: z.boolean().optional(),
    startedAt: epochMsSchema,
    endedAt: epochMsSchema.optional(),
    /** When it is looked at next: whether the call counts as over although no report of its end has come. */
    dueAt: epochMsSchema.optional(),
    /** It does not count as over before, though it is looked at sooner: not each key moves it in the index of what is due. */
    idleFrom: epochMsSchema.optional(),
  }),
);
export type Call = z.infer<typeof callSchema>;

/** What the caller did since the last reply. */
export type CallInput =
  | { type: 'keys'; keys: string }
  | { type: 'words'; words: string }
  /** null: silence, or a key pressed at once. */
  | {
      type: 'recorded';
      recording: { carrierId: string; seconds: number } | null;
      /** The key that ended it. */
      key?: string;
    }
  /**
   * The people who were rung: one took the call and the talk is over, or no one did. `confirmed`: the carrier itself
   * waited for the key by which a person takes the call.
   */
  | { type: 'rung'; talked: boolean; confirmed?: true }
  | { type: 'nothing' };

/** The call that will say a message. What it opens with is known before the phone rings. */
export const newCallOut = (
  row: Pick<OutboxRow, 'message' | 'requestId' | 'alertId' | 'connects'>,
  { id, person, now, idleMs }: { id: CallId; person: Person; now: EpochMs; idleMs: number },
): Call => {
  const { message, requestId, alertId, connects } = row;
  const alert = requestId && alertId ? { requestId, alertId } : undefined;
  return {
    kind: 'call',
    id,
    version: 0,
    direction: 'out',
    phone: person.phone,
    ...(person.language && { language: spokenLanguageOf(person.language) }),
    state: { at: 'menu' },
    tries: 0,
    ...(alert ? { alert } : message && { opening: message }),
    ...(connects && { connects }),
    startedAt: now,
    dueAt: after(now, idleMs),
  };
};

/** The call counts as over from then on, unless something is heard of it. */
export const withIdleFrom = ({ idleFrom: _, ...call }: Call, at: EpochMs): Call =>
  call.dueAt === undefined || call.dueAt > at
    ? { ...call, dueAt: at }
    : { ...call, ...(call.dueAt < at && { idleFrom: at }) };

/**
 * What is kept of a call that is over: no phone number and no words (docs/facts.md#law: only the data needed). The
 * step stays, so that a late webhook still changes nothing.
 */
export const toEndedCall = (call: Call): Call => {
  const { phone: _, dueAt: __, idleFrom: ___, ring, opening, waiting, reply, ...kept } = call;
  return {
    ...kept,
    ...(reply && { reply: { say: [], next: { type: 'hang-up' }, step: reply.step } }),
  };
};

/** The minutes a call began, as carriers charge them. Undefined when it is not over, or was never picked up. */
export const callMetrics = ({ startedAt, endedAt, reply }: Call): MetricValue | undefined =>
  endedAt === undefined || reply === undefined
    ? undefined
    : { values: { CallMinutes: Math.max(1, Math.ceil((endedAt - startedAt) / minutes(1))) } };

/** True when this is the phone's owner: we called it, or the caller keyed in a code that was texted to it. */
export const isProvenCall = ({ direction, proven }: Pick<Call, 'direction' | 'proven'>): boolean =>
  direction === 'out' || proven === true;
