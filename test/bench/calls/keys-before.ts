/** Keys and seconds of the same lives before the critical path (commit 37142f6), played by the same player. */
export const keysBefore: Record<string, { keys: number; seconds: number }> = {
  'a critical request, until it exists': { keys: 17, seconds: 112 },
  'the same request, told to its end': { keys: 17, seconds: 112 },
  'verification, called by us': { keys: 1, seconds: 29 },
  acceptance: { keys: 1, seconds: 14 },
  'bridge: the donor': { keys: 2, seconds: 39 },
  'bridge: the family, who is rung': { keys: 1, seconds: 9 },
  gift: { keys: 3, seconds: 58 },
  registration: { keys: 19, seconds: 107 },
};
