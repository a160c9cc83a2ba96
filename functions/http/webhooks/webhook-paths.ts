/* The routes of every carrier, below the path of its definition. A carrier's replies name them. */

export const textPath = '/sms';
/** A text whose webhook has failed. */
export const textFallbackPath = '/sms/fallback';
export const statusPath = '/status';
/** Callbacks about a message or a call of ours; on AWS a queue takes them (docs/adr/0025). */
export const messageStatusPath = `${statusPath}/message`;
export const callStatusPath = `${statusPath}/call`;
export const statusPaths = [statusPath, messageStatusPath, callStatusPath];
export const callPath = '/voice';
/** The webhooks of a call, below `callPath` (voice-app.ts). */
export const callPaths = ['', '/heard', '/fallback', '/leg', '/leg/heard'].map(
  (path) => callPath + path,
);
