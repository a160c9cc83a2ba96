import type { Context } from 'hono';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { Person } from '#shared/people/person.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { Sound } from '../ports/carrier.ts';
import type { Services } from '../ports/services.ts';
import { parseByteRange } from './byte-range.ts';
import { isRecordingLink } from './recording-link.ts';

/**
 * What was recorded, for the carrier that plays it, by a link that is still good, and for a coordinator. 404 for all
 * else, so that nobody learns which recordings there are.
 */
export const serveRecording =
  (
    services: Services,
    secrets: readonly string[],
    whoAsks: (c: Context) => Promise<Person | undefined>,
  ) =>
  async (c: Context): Promise<Response> => {
    const id = recordingIdSchema.safeParse(c.req.param('file')?.slice(0, -'.mp3'.length));
    if (!id.success) return c.notFound();
    const link = { id: id.data, until: c.req.query('until'), key: c.req.query('key') };
    const isCarrier = isRecordingLink(link, { secrets, now: Date.now() });
    const person = isCarrier ? undefined : await whoAsks(c);
    const recording = isCarrier || person ? await services.store.recording(id.data) : undefined;
    const sound = recording && (await services.carrier.sound(recording.carrierId));
    if (!sound) return c.notFound();
    if (person) noteListener(services, 'recording-heard', { person, recording });
    return answerSound(c, sound);
  };

/** Who opens what somebody has said, or hears it, is in the log: a browser that asks for it part by part each time. */
export const noteListener = (
  { log }: Services,
  what: 'recording-opened' | 'recording-heard',
  { person, recording }: { person: Person; recording: Recording },
): void =>
  log.info(what, {
    who: maskPhoneNumber(person.phone),
    recording: recording.id,
    of: maskPhoneNumber(recording.by),
  });

const answerSound = (c: Context, { type, bytes }: Sound): Response => {
  const size = bytes.byteLength;
  const range = parseByteRange(c.req.header('range'), size);
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  if (range === undefined) return c.body(bytes, 200, headers);
  if (range === 'beyond') return c.body(null, 416, { 'Content-Range': `bytes */${size}` });
  const { first, last } = range;
  return c.body(bytes.slice(first, last + 1), 206, {
    ...headers,
    'Content-Range': `bytes ${first}-${last}/${size}`,
  });
};
