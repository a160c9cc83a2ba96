import * as z from 'zod';
import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { CallEvent, LegEvent } from '../../../ports/inbound.ts';
import type { Form, UnansweredNumbers, Webhook } from '../../../ports/webhooks.ts';
import { toMissed } from '../../missed-number.ts';

/** The fields of Plivo's call webhooks that we read: of a call, a GetInput, a Record, a Dial (docs/facts.md#carriers). */
const callFormSchema = z.object({
  CallUUID: callIdSchema,
  From: z.string().max(200).catch(''),
  To: z.string().max(200).catch(''),
  Digits: z.string().max(32).optional(),
  RecordingID: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  RecordingDuration: z.coerce.number().catch(0),
  DialStatus: z.string().max(64).optional(),
  DialBLegUUID: z.string().max(64).optional(),
});
type Fields = z.output<typeof callFormSchema>;

/** Plivo mostly writes a number with its country code and no +. */
const toPhone = (address: string): PhoneNumber | undefined =>
  phoneNumberSchema.safeParse(`+${address.trim().replace(/^\+/, '')}`).data;

const stepSchema = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** Parses a webhook of a call. Undefined: malformed. A caller who hides their number has no phone. */
export const parsePlivoCall = (
  { form, query }: Pick<Webhook, 'form' | 'query'>,
  unanswered: UnansweredNumbers = {},
): CallEvent | undefined => {
  const fields = callFormSchema.safeParse(form);
  const [ofCall, ofStep] = [query('c'), query('s')];
  const callId = callIdSchema.safeParse(ofCall ?? fields.data?.CallUUID);
  if (!fields.data || !callId.success) return undefined;
  // A call that we made has its id in every URL; the answer to our own words has it in any other call too.
  const isOut = query('d') === 'out' || (ofCall !== undefined && ofStep === undefined);
  const phone = toPhone(isOut ? fields.data.To : fields.data.From);
  const step = stepSchema.safeParse(ofStep);
  return {
    callId: callId.data,
    direction: isOut ? 'out' : 'in',
    ...(phone && { phone }),
    ...(!isOut && toMissed(toPhone(fields.data.To) ?? '', unanswered)),
    ...(step.success && { step: step.data, input: parseInput(fields.data, query('nothing')) }),
  };
};

const parseInput = (fields: Fields, nothing: string | undefined): CallInput => {
  const { Digits, DialStatus, DialBLegUUID, RecordingID, RecordingDuration } = fields;
  if (nothing === '1') return { type: 'nothing' };
  // The person who was rung pressed the key that Plivo itself waits for, so the two have talked.
  if (DialStatus !== undefined)
    return DialStatus === 'completed' && DialBLegUUID
      ? { type: 'rung', talked: true, confirmed: true }
      : { type: 'rung', talked: false };
  if (RecordingID !== undefined)
    return {
      type: 'recorded',
      // -1: no length yet.
      recording:
        RecordingDuration === 0
          ? null
          : { carrierId: RecordingID, seconds: Math.max(1, Math.round(RecordingDuration)) },
    };
  return Digits ? { type: 'keys', keys: Digits } : { type: 'nothing' };
};

const legSchema = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);

/** Parses the webhook for what a phone hears that was rung. Plivo waits for the key itself, so none comes. */
export const parsePlivoLeg = (
  form: Form,
  query: Webhook['query'],
  answers: boolean,
): LegEvent | undefined => {
  const callId = callIdSchema.safeParse(query('c'));
  const leg = legSchema.safeParse(query('i'));
  if (!callId.success || !leg.success) return undefined;
  const digits = form['Digits'];
  return {
    callId: callId.data,
    leg: leg.data,
    asked: answers ? 1 : 0,
    ...(answers && { key: typeof digits === 'string' ? digits : '' }),
  };
};
