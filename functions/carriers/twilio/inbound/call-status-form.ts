import * as z from 'zod';
import { callIdSchema } from '#shared/terms/ids.ts';
import type { CallStatus } from '../../../ports/inbound.ts';
import type { Form } from '../../../ports/webhooks.ts';
import { toDeliveryError } from '../error-codes.ts';

/** Twilio's call states in our terms. */
const states = new Map<string, CallStatus['state']>([
  ['queued', 'ringing'],
  ['initiated', 'ringing'],
  ['ringing', 'ringing'],
  ['in-progress', 'answered'],
  ['completed', 'ended'],
  ['busy', 'unanswered'],
  ['no-answer', 'unanswered'],
  ['failed', 'unanswered'],
  ['canceled', 'unanswered'],
]);

/** The fields of Twilio's call status callback that we read. */
const callStatusSchema = z.object({
  CallSid: z.string().min(1).max(64),
  CallStatus: z.string(),
  ErrorCode: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .optional()
    .catch(undefined),
});

/** Parses a call's status callback. `callId`: the `c` of its URL, for calls that we made. Undefined: not about a call. */
export const parseCallStatus = (form: Form, callId: string | undefined): CallStatus | undefined => {
  const fields = callStatusSchema.safeParse(form);
  const id = callIdSchema.safeParse(callId ?? fields.data?.CallSid);
  if (!fields.data || !id.success) return undefined;
  const { CallSid, CallStatus, ErrorCode } = fields.data;
  const state = states.get(CallStatus);
  if (!state) return undefined;
  const news = {
    callId: id.data,
    direction: callId === undefined ? 'in' : 'out',
    carrierId: CallSid,
  } as const;
  if (state !== 'unanswered') return { ...news, state };
  // `no-answer` alone would mean that the carrier did not answer us.
  const error = ErrorCode ? toDeliveryError(ErrorCode) : { code: `call-${CallStatus}` };
  return { ...news, state, error };
};
