/** By default Plivo repeats no 4xx and no 5xx (docs/facts.md#carriers). The fragment is neither sent nor signed. */
export const plivoOverrides = '#rc=2&rp=5xx,ct,rt';

/** Every URL that Plivo is given. `publicUrl` may end with a slash. */
export const createPlivoUrls = (publicUrl: string) => {
  const root = `${publicUrl.replace(/\/+$/, '')}/plivo`;
  const of =
    (path: string) =>
    (callId?: string): string => {
      const query = callId === undefined ? '' : `?c=${encodeURIComponent(callId)}`;
      return `${root}${path}${query}${plivoOverrides}`;
    };
  return { answer: of('/voice'), fallback: of('/voice/fallback'), status: of('/status') };
};
