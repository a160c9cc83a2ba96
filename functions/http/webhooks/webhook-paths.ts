/* The routes of every carrier, below the path of its definition. A carrier's replies name them. */

export const textPath = '/sms';
/** A text whose webhook has failed. */
export const textFallbackPath = '/sms/fallback';
export const statusPath = '/status';
export const callPath = '/voice';
/** The webhooks of a call, below `callPath` (voice-app.ts). */
export const callPaths = ['', '/heard', '/fallback', '/leg', '/leg/heard'].map(
  (path) => callPath + path,
);
