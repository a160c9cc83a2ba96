import * as z from 'zod';

/** A call: the carrier's CallSid of one that came in, our own id of one that we make. */
export const callIdSchema = z.string().min(1).max(64).brand<'CallId'>();
export type CallId = z.infer<typeof callIdSchema>;

/** Ours; the carrier's own id is kept inside. */
export const recordingIdSchema = z.string().min(1).max(64).brand<'RecordingId'>();
export type RecordingId = z.infer<typeof recordingIdSchema>;
