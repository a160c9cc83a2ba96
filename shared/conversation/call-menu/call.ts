import * as z from 'zod';
import { messageSchema } from '../../messages/message-keys.ts';
import { callIdSchema } from '../../terms/ids.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { alertIdSchema, requestIdSchema } from '../../terms/request-code.ts';
import { spokenLanguageSchema } from '../../terms/spoken-language.ts';
import { epochMsSchema } from '../../terms/time.ts';
import { callReplySchema } from './call-reply.ts';
import { callStateSchema } from './call-state.ts';

/** Phones that ring for a caller: whoever presses 1 first has the call. */
const ringSchema = z.object({
  phones: z.array(phoneNumberSchema),
  /** Who is on the line, as those who are rung hear it. */
  caller: z.enum(['donor', 'family', 'volunteer', 'anyone']),
  name: z.string(),
  requestId: requestIdSchema.optional(),
  takenBy: phoneNumberSchema.optional(),
});

/** One call between a phone and the hotline, from ringing to its end. */
export const callSchema = z.object({
  kind: z.literal('call'),
  id: callIdSchema,
  version: z.number().int().nonnegative(),
  direction: z.enum(['in', 'out']),
  /** Who is on the phone; dropped when the call has ended (FACTS §4: only the data needed). */
  phone: phoneNumberSchema.optional(),
  language: spokenLanguageSchema.optional(),
  state: callStateSchema,
  /** How often this screen has been said without an answer that means something there. */
  tries: z.number().int().nonnegative(),
  /** The last answer given, none while it rings; a webhook for an earlier step gets it again and changes nothing. */
  reply: callReplySchema.optional(),
  /** What a call out was made to say, unless an alert. */
  opening: messageSchema.optional(),
  /** The alert a call out was made for: answered first. */
  alert: z.object({ requestId: requestIdSchema, alertId: alertIdSchema }).optional(),
  /** A key was pressed: a person is there, no machine. */
  heardKey: z.boolean().optional(),
  ring: ringSchema.optional(),
  /** The premium voice is not to be had: the plain one speaks. */
  plainVoice: z.boolean().optional(),
  startedAt: epochMsSchema,
  endedAt: epochMsSchema.optional(),
  /** When nobody has said for long that it has ended. */
  dueAt: epochMsSchema.optional(),
});
export type Call = z.infer<typeof callSchema>;

/** What the caller did since the last reply. */
export type CallInput =
  | { type: 'keys'; keys: string }
  | { type: 'words'; words: string }
  /** null: nothing was said, or a key pressed at once. */
  | { type: 'recorded'; recording: { carrierId: string; seconds: number } | null }
  /** Those who were rung: somebody took it and the talk is over, or nobody did. */
  | { type: 'rung'; talked: boolean }
  | { type: 'nothing' };
