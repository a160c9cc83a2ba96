import * as z from 'zod';

/** A moment: milliseconds since 1970-01-01T00:00Z. It comes in as an argument; shared/ reads no clock. */
export const epochMsSchema = z.number().int().nonnegative().brand<'EpochMs'>();
export type EpochMs = z.infer<typeof epochMsSchema>;

/** A calendar day in India, YYYY-MM-DD. */
export const daySchema = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof daySchema>;

/** Durations, all in milliseconds. */
export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

export const epochMs = (n: number): EpochMs => epochMsSchema.parse(Math.round(n));
export const after = (at: EpochMs, duration: number): EpochMs => epochMs(at + duration);
export const earliest = (...moments: (EpochMs | undefined)[]): EpochMs | undefined =>
  moments
    .filter((m) => m !== undefined)
    .reduce<EpochMs | undefined>((a, b) => (a !== undefined && a <= b ? a : b), undefined);

/** India has one offset and no summer time (docs/facts.md#tools). */
const istOffset = hours(5.5);

export type Calendar = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  weekday: number;
};

/** What a wall clock and calendar in India show; month 1–12, weekday 0 = Sunday. */
export const toCalendar = (at: EpochMs): Calendar => {
  // biome-ignore lint/style/noRestrictedGlobals: calendar arithmetic of a given moment; it reads no clock.
  const d = new Date(at + istOffset);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    weekday: d.getUTCDay(),
  };
};

/** The moment of a wall-clock time in India. Out-of-range parts roll over, as in `day: 32`. */
export const fromCalendar = (c: {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
}): EpochMs =>
  // biome-ignore lint/style/noRestrictedGlobals: calendar arithmetic of a given moment; it reads no clock.
  epochMs(Date.UTC(c.year, c.month - 1, c.day, c.hour ?? 0, c.minute ?? 0) - istOffset);

const two = (n: number): string => String(n).padStart(2, '0');

export const dayOf = (at: EpochMs): Day => {
  const c = toCalendar(at);
  return daySchema.parse(`${String(c.year).padStart(4, '0')}-${two(c.month)}-${two(c.day)}`);
};

/** Midnight in India at the start of that day. */
export const startOfDay = (day: Day): EpochMs => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return fromCalendar({ year, month, day: date });
};
