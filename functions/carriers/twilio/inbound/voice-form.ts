import * as z from 'zod';
import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { CallEvent, LegEvent } from '../../../ports/inbound.ts';
import type { Form, UnansweredNumbers } from '../../../ports/webhooks.ts';
import { toMissed } from '../../missed-number.ts';
import { parseSenderAddress } from './sender-address.ts';

/** The fields of Twilio's voice webhooks that we read: of a call, a Gather, a Record, a Dial. */
const voiceFormSchema = z.object({
  CallSid: callIdSchema,
  From: z.string().max(200).catch(''),
  To: z.string().max(200).catch(''),
  Digits: z.string().max(32).optional(),
  SpeechResult: z.string().max(1000).optional(),
  RecordingUrl: z.string().max(1000).optional(),
  RecordingSid: z.string().max(1000).optional(),
  RecordingDuration: z.coerce.number().nonnegative().catch(0),
  DialCallStatus: z.string().optional(),
  DialBridged: z.string().optional(),
});

/** The query of our own webhook URLs. */
export type VoiceQuery = {
  /** c: the call. */
  call?: string | undefined;
  /** s: the step that is answered. */
  step?: string | undefined;
  /** d=out: a call that we made. */
  isOut: boolean;
  /** nothing=1: a Gather or a Record ended without input. */
  isNothing: boolean;
};

const stepSchema = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/**
 * Parses a voice webhook. Undefined: malformed. A caller who hides their number has no phone: Twilio then sends a word
 * like `anonymous`, or a special number like +266696687, in From.
 */
export const parseVoiceForm = (
  form: Form,
  query: VoiceQuery,
  unanswered: UnansweredNumbers = {},
): CallEvent | undefined => {
  const fields = voiceFormSchema.safeParse(form);
  const callId = callIdSchema.safeParse(query.call ?? fields.data?.CallSid);
  if (!fields.data || !callId.success) return undefined;
  const { From, To } = fields.data;
  const phone = parseCaller(query.isOut ? To : From);
  const step = stepSchema.safeParse(query.step);
  const input = parseInput(fields.data, query);
  return {
    callId: callId.data,
    direction: query.isOut ? 'out' : 'in',
    ...(phone && { phone }),
    ...(!query.isOut && toMissed(To, unanswered)),
    ...(step.success && { step: step.data, input }),
  };
};

/**
 * ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE as keys of a keypad. Twilio wrote withheld numbers like this
 * for years; it has sent the words themselves since November 2022 (its changelog).
 */
const withheldNumbers = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

/** `whatsapp:+91…`, `sip:+91…@host`, 0091…, 91… and 0…, as carriers and gateways write a caller. */
const parseCaller = (address: string): PhoneNumber | undefined => {
  const { phone } = parseSenderAddress(address);
  return phone && !withheldNumbers.has(phone) ? phone : undefined;
};

type Fields = z.infer<typeof voiceFormSchema>;

const parseInput = (fields: Fields, { isNothing }: VoiceQuery): CallInput => {
  const { Digits, SpeechResult, DialCallStatus, DialBridged } = fields;
  if (isNothing) return { type: 'nothing' };
  // A leg that a machine picked up is "completed" too; only DialBridged says whether the two were connected.
  if (DialCallStatus !== undefined)
    return {
      type: 'rung',
      talked:
        DialBridged === undefined
          ? DialCallStatus === 'completed' || DialCallStatus === 'answered'
          : DialBridged.toLowerCase() === 'true',
    };
  const recording = parseRecording(fields);
  // The key that ended it. A hang-up ends it too.
  const key = Digits && Digits !== 'hangup' && { key: Digits };
  if (recording) return { type: 'recorded', recording, ...key };
  // The caller hung up during the recording.
  if (Digits === 'hangup') return { type: 'recorded', recording: null };
  if (Digits) return { type: 'keys', keys: Digits };
  const words = SpeechResult?.trim();
  return words ? { type: 'words', words } : { type: 'nothing' };
};

/** The id of a recording is the last part of its URL. A recording without length means that a key was pressed at once. */
const parseRecording = ({ RecordingUrl, RecordingSid, RecordingDuration }: Fields) => {
  const carrierId = /(?:^|\/Recordings\/)(RE\w{1,62})(?:\.\w+)?$/.exec(
    RecordingSid ?? RecordingUrl ?? '',
  )?.[1];
  return carrierId === undefined || RecordingDuration === 0
    ? undefined
    : { carrierId, seconds: Math.max(1, Math.round(RecordingDuration)) };
};

const legSchema = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);

type LegQuery = Record<'call' | 'leg' | 'step' | 'asked', string | undefined> & {
  answers: boolean;
};

/** Parses a webhook of a phone that was rung for a caller. */
export const parseLegForm = (
  form: Form,
  { call, leg, step, asked, answers }: LegQuery,
): LegEvent | undefined => {
  const callId = callIdSchema.safeParse(call);
  const position = legSchema.safeParse(leg);
  if (!callId.success || !position.success) return undefined;
  const { Digits: key, SpeechResult: words, To: to } = form;
  const round = stepSchema.safeParse(step);
  const times = legSchema.safeParse(asked);
  return {
    callId: callId.data,
    leg: position.data,
    ...(round.success && { step: round.data }),
    ...(typeof to === 'string' && { to }),
    asked: answers ? (times.success ? times.data : 1) : 0,
    ...(answers && typeof key === 'string' && { key }),
    ...(answers && typeof words === 'string' && { words: words.slice(0, 1000) }),
  };
};
