import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RecordingId } from '#shared/terms/ids.ts';

/** How long the carrier may fetch what it was told to play. Real milliseconds. */
const validFor = 15 * 60_000;

const keyOf = (secret: string, what: string): string =>
  createHmac('sha256', secret).update(`recording ${what}`).digest('base64url');

/** A link to a recording, good for a quarter of an hour from `now` (real time). */
export const recordingLink = (
  id: RecordingId,
  { publicUrl, secret, now }: { publicUrl: string; secret: string; now: number },
): string => {
  const until = String(now + validFor);
  const query = new URLSearchParams({ until, key: keyOf(secret, `${id} ${until}`) });
  return `${publicUrl}/recordings/${encodeURIComponent(id)}.mp3?${query}`;
};

/** Was this link made by us, and is it still good? Any of the secrets may have made it: two during a rotation. */
export const isRecordingLink = (
  { id, until, key }: { id: string; until: string | undefined; key: string | undefined },
  { secrets, now }: { secrets: readonly string[]; now: number },
): boolean => {
  if (until === undefined || key === undefined || !(Number(until) > now)) return false;
  return secrets.some((secret) => {
    const right = Buffer.from(keyOf(secret, `${id} ${until}`));
    const given = Buffer.from(key);
    return secret !== '' && given.length === right.length && timingSafeEqual(given, right);
  });
};
