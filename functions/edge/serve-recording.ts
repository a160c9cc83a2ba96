import type { Context } from 'hono';
import { recordingIdSchema } from '#shared/terms/call-id.ts';
import type { Services } from '../ports/services.ts';
import { isRecordingLink } from './recording-link.ts';

/**
 * What was recorded, for whoever has a link that is still good: the carrier that plays it in a call. 404 for all else,
 * so that nobody learns which recordings there are.
 */
export const serveRecording =
  (services: Services, secrets: readonly string[]) =>
  async (c: Context): Promise<Response> => {
    const id = recordingIdSchema.safeParse(c.req.param('file')?.slice(0, -'.mp3'.length));
    const link = { id: id.data ?? '', until: c.req.query('until'), key: c.req.query('key') };
    if (!id.success || !isRecordingLink(link, { secrets, now: Date.now() })) return c.notFound();
    const recording = await services.store.recording(id.data);
    const sound = recording && (await services.carrier.sound(recording.carrierId));
    if (!sound) return c.notFound();
    return c.body(sound.bytes, 200, { 'Content-Type': sound.type, 'Cache-Control': 'no-store' });
  };
