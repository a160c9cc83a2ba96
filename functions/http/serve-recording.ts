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
 * Serves a recording to the carrier, by a link that is still good, and to a coordinator. Any other request gets 404,
 * so that it does not show which recordings exist.
 */
export const serveRecording =
  (
    services: Services,
    secrets: readonly string[],
    findCoordinator: (c: Context) => Promise<Person | undefined>,
  ) =>
  async (c: Context): Promise<Response> => {
    const id = recordingIdSchema.safeParse(c.req.param('file')?.slice(0, -'.mp3'.length));
    if (!id.success) return c.notFound();
    const link = { id: id.data, until: c.req.query('until'), key: c.req.query('key') };
    const isCarrier = isRecordingLink(link, { secrets, now: Date.now() });
    const person = isCarrier ? undefined : await findCoordinator(c);
    const recording = isCarrier || person ? await services.store.recording(id.data) : undefined;
    const sound = recording && (await services.carrier.sound(recording.carrierId));
    if (!sound) return c.notFound();
    if (person) logListener(services, 'recording-heard', { person, recording });
    return sendSound(c, sound);
  };

/** Logs who opens or hears a recording; a browser that loads it in parts is logged for each part. */
export const logListener = (
  { log }: Services,
  what: 'recording-opened' | 'recording-heard',
  { person, recording }: { person: Person; recording: Recording },
): void =>
  log.info(what, {
    who: maskPhoneNumber(person.phone),
    recording: recording.id,
    of: maskPhoneNumber(recording.by),
  });

const sendSound = (c: Context, { type, bytes }: Sound): Response => {
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
