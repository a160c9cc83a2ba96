import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';

/** The folder of a deployment in which a person's recordings are: `prompts/hi/0a1b2c3d.mp3`. */
const folder = 'prompts';

/** Serves them to the carrier. They hold no personal data. */
export const serveRecordedPrompts = (app: Hono): void => {
  app.get('/prompts/:language{(hi|en)}/:file{[0-9a-f]{8}\\.mp3}', async (c) => {
    const { language, file } = c.req.param();
    try {
      const sound = await readFile(join(folder, language, file));
      return c.body(new Uint8Array(sound), 200, { 'Content-Type': 'audio/mpeg' });
    } catch {
      return c.notFound();
    }
  });
};
