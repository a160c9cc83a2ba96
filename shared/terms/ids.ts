import * as z from 'zod';

/**
 * The code people read out and type: digits only, four or more, not starting with 0, unique among open requests
 * (docs/contract.md).
 */
export const requestCodeSchema = z
  .string()
  .regex(/^[1-9]\d{3,6}$/)
  .brand<'RequestCode'>();
export type RequestCode = z.infer<typeof requestCodeSchema>;

export const requestIdSchema = z.string().min(1).brand<'RequestId'>();
export type RequestId = z.infer<typeof requestIdSchema>;

export const alertIdSchema = z.string().min(1).brand<'AlertId'>();
export type AlertId = z.infer<typeof alertIdSchema>;

export const campIdSchema = z.string().min(1).max(64).brand<'CampId'>();
export type CampId = z.infer<typeof campIdSchema>;

/** The four digits of one person at the door of a camp, unique in that camp. */
export const seatNumberSchema = z
  .string()
  .regex(/^[1-9]\d{3}$/)
  .brand<'SeatNumber'>();
export type SeatNumber = z.infer<typeof seatNumberSchema>;

export const storyIdSchema = z.string().min(1).max(64).brand<'StoryId'>();
export type StoryId = z.infer<typeof storyIdSchema>;

export const photoIdSchema = z.string().min(1).max(64).brand<'PhotoId'>();
export type PhotoId = z.infer<typeof photoIdSchema>;

/** A call: the carrier's id of an incoming call, our own id of an outgoing one. */
export const callIdSchema = z.string().min(1).max(64).brand<'CallId'>();
export type CallId = z.infer<typeof callIdSchema>;

/** Our own id of a recording; the carrier's id stays inside the stored item. */
export const recordingIdSchema = z.string().min(1).max(64).brand<'RecordingId'>();
export type RecordingId = z.infer<typeof recordingIdSchema>;
