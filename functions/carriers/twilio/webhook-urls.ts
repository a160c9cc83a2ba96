/**
 * Connection overrides (docs/facts.md#twilio): without them Twilio repeats only a failed connection, once. All tries lie
 * within 15 seconds. The fragment is neither sent nor signed.
 */
export const messageOverrides = '#rc=3&rp=all&rt=4500';
/** A caller waits: no retry after silence. */
export const callOverrides = '#rc=2&rp=5xx,ct';

/** Our own id in the query, so that a callback names what it is about. */
type About = { m: string } | { c: string };
const withQuery = (url: string, about?: About): string =>
  about
    ? `${url}?${Object.entries(about).map(([name, id]) => `${name}=${encodeURIComponent(id)}`)}`
    : url;

/** Every URL that Twilio is given: in its console, and in REST calls. `publicUrl` may end with a slash. */
export const createWebhookUrls = (publicUrl: string) => {
  const root = `${publicUrl.replace(/\/+$/, '')}/twilio`;
  return {
    sms: `${root}/sms${messageOverrides}`,
    smsFallback: `${root}/sms/fallback${messageOverrides}`,
    voice: (about?: About) => `${withQuery(`${root}/voice`, about)}${callOverrides}`,
    voiceFallback: (about?: About) =>
      `${withQuery(`${root}/voice/fallback`, about)}${callOverrides}`,
    /** A path for each kind, so that each has one query parameter: a queue must name it (docs/adr/0025). */
    status: (about?: About) => {
      const kind = about && ('m' in about ? '/message' : '/call');
      return `${withQuery(`${root}/status${kind ?? ''}`, about)}${messageOverrides}`;
    },
  };
};
