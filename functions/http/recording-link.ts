import type { RecordingId } from '#shared/terms/ids.ts';
import { isSignedValue, signValue } from './signed-value.ts';

/** How long the carrier may fetch a recording it was asked to play. Real milliseconds. */
const validMs = 15 * 60_000;

const toLinkValue = (id: string, until: string): string => `recording ${id} ${until}`;

/** A link to a recording, good for a quarter of an hour from `now` (real time). */
export const renderRecordingLink = (
  id: RecordingId,
  { publicUrl, secret, now }: { publicUrl: string; secret: string; now: number },
): string => {
  const until = String(now + validMs);
  const query = new URLSearchParams({ until, key: signValue(toLinkValue(id, until), secret) });
  return `${publicUrl}/recordings/${encodeURIComponent(id)}.mp3?${query}`;
};

/** True when we made this link and it is still good. */
export const isRecordingLink = (
  { id, until, key }: { id: string; until: string | undefined; key: string | undefined },
  { secrets, now }: { secrets: readonly string[]; now: number },
): boolean =>
  until !== undefined &&
  key !== undefined &&
  Number(until) > now &&
  isSignedValue(toLinkValue(id, until), key, secrets);
