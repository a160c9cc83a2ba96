import * as z from 'zod';

/** What people read out and type: digits only, four or more, never starting with 0, unique among open requests (CONTRACT). */
export const requestCodeSchema = z
  .string()
  .regex(/^[1-9]\d{3,6}$/)
  .brand<'RequestCode'>();
export type RequestCode = z.infer<typeof requestCodeSchema>;

export const requestIdSchema = z.string().min(1).brand<'RequestId'>();
export type RequestId = z.infer<typeof requestIdSchema>;

export const alertIdSchema = z.string().min(1).brand<'AlertId'>();
export type AlertId = z.infer<typeof alertIdSchema>;
