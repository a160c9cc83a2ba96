/** Keys and seconds of the same lives before the critical path, played by the same player. */
export const keysBefore: Record<string, { keys: number; seconds: number }> = {};
