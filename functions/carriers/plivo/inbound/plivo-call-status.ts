import * as z from 'zod';
import { callIdSchema } from '#shared/terms/ids.ts';
import type { CallStatus } from '../../../ports/inbound.ts';
import type { Form } from '../../../ports/webhooks.ts';
import { toHangupError } from '../hangup-causes.ts';

/** Plivo's call states in our terms. */
const states = new Map<string, CallStatus['state']>([
  ['queued', 'ringing'],
  ['ringing', 'ringing'],
  ['in-progress', 'answered'],
  ['completed', 'ended'],
  ['busy', 'unanswered'],
  ['failed', 'unanswered'],
  ['timeout', 'unanswered'],
  ['no-answer', 'unanswered'],
  ['cancel', 'unanswered'],
]);

const statusSchema = z.object({
  CallUUID: z.string().min(1).max(64),
  CallStatus: z.string(),
  /** The id that Plivo gave us when we ordered the call. */
  ALegRequestUUID: z.string().min(1).max(64).optional(),
  HangupCauseCode: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
});

/** 4000: the call has ended as calls do. */
const isNormal = (code: string): boolean => code.startsWith('4');

/** Parses what the hang-up and the ring URL get. `callId`: the `c` of the URL, of a call that we made. */
export const parsePlivoStatus = (
  form: Form,
  callId: string | undefined,
): CallStatus | undefined => {
  const fields = statusSchema.safeParse(form);
  const id = callIdSchema.safeParse(callId ?? fields.data?.CallUUID);
  if (!fields.data || !id.success) return undefined;
  const { CallUUID, CallStatus, ALegRequestUUID, HangupCauseCode: code } = fields.data;
  const state = states.get(CallStatus.toLowerCase());
  if (!state) return undefined;
  const news = {
    callId: id.data,
    direction: callId === undefined ? 'in' : 'out',
    carrierId: (callId === undefined ? undefined : ALegRequestUUID) ?? CallUUID,
  } as const;
  if (state !== 'unanswered') return { ...news, state };
  const error = code && !isNormal(code) ? toHangupError(code) : { code: `call-${CallStatus}` };
  return { ...news, state, error };
};
