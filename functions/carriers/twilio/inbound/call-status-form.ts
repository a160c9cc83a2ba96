import * as z from 'zod';
import { callIdSchema } from '#shared/terms/ids.ts';
import type { Form } from '../../../http/form.ts';
import { type CallStatus, callStates } from '../../../ports/inbound.ts';

/** The fields of Twilio's call status callback that we read. */
const callStatusSchema = z.object({
  CallSid: z.string().min(1).max(64),
  CallStatus: z.enum(callStates),
  ErrorCode: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .optional()
    .catch(undefined),
});

/** What became of a call. `callId`: the `c` of the callback's URL, for calls that we made. Undefined: no call's. */
export const parseCallStatus = (form: Form, callId: string | undefined): CallStatus | undefined => {
  const fields = callStatusSchema.safeParse(form);
  const id = callIdSchema.safeParse(callId ?? fields.data?.CallSid);
  if (!fields.data || !id.success) return undefined;
  const { CallSid, CallStatus, ErrorCode } = fields.data;
  return {
    callId: id.data,
    direction: callId === undefined ? 'in' : 'out',
    carrierId: CallSid,
    status: CallStatus,
    ...(ErrorCode && { error: ErrorCode }),
  };
};
