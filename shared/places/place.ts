import * as z from 'zod';

export const zoneIdSchema = z.string().min(1).brand<'ZoneId'>();
export type ZoneId = z.infer<typeof zoneIdSchema>;

/** A square of 0.05° (about 5 km), written 'lat,lon' of its south-west corner in twentieths of a degree: '508,1636'. */
export const cellSchema = z
  .string()
  .regex(/^-?\d+,-?\d+$/)
  .brand<'Cell'>();
export type Cell = z.infer<typeof cellSchema>;

/** Four by four cells (0.2°, about 20 km), written like a cell in its own steps: '127,409'. */
export const wideCellSchema = z
  .string()
  .regex(/^-?\d+,-?\d+$/)
  .brand<'WideCell'>();
export type WideCell = z.infer<typeof wideCellSchema>;

/** Forty by forty cells (2°, about 200 km), written like a cell in its own steps: '12,40'. */
export const blockSchema = z
  .string()
  .regex(/^-?\d+,-?\d+$/)
  .brand<'Block'>();
export type Block = z.infer<typeof blockSchema>;

export const pinSchema = z
  .string()
  .regex(/^[1-9]\d{5}$/)
  .brand<'Pin'>();
export type Pin = z.infer<typeof pinSchema>;

/** Where a thing is: WGS 84 degrees, the police zone responsible for it, and a name people know ("Prayagraj"). */
export const placeSchema = z.object({
  lat: z.number(),
  lon: z.number(),
  zone: zoneIdSchema,
  name: z.string(),
  pin: pinSchema.optional(),
  /** How far outside every zone it is, in km from the nearest zone's nearest district; absent inside. */
  outsideKm: z.number().optional(),
});
export type Place = z.infer<typeof placeSchema>;
