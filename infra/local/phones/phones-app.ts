import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { segmentsOf } from '#shared/messages/segments.ts';
import { epochMs, fromCalendar, toCalendar } from '#shared/terms/time.ts';
import { channels } from '../simulator/messages/sim-message.ts';
import type { SimulatedCarrier } from '../simulator/simulated-carrier.ts';
import { type LiveSources, streamLiveEvents } from './live-events.ts';
import { localhostOnly } from './localhost-only.ts';
import { createPhoneCallRoutes, jsonBody } from './phone-call-routes.ts';

export type PhonesOptions = LiveSources & {
  carrier: Pick<SimulatedCarrier, 'text'>;
  clock: {
    /** Moves hotline time forward by so many milliseconds. */
    advance(ms: number): void | Promise<void>;
  };
  /** The hospital of the page's examples, as it is written in Latin letters and in Devanagari. */
  example: Record<'hospital' | 'place' | 'hospitalInHindi' | 'placeInHindi', string>;
};

const textSchema = z.object({
  phone: z.string().min(1).max(30),
  text: z.string().min(1).max(2000),
  channel: z.enum(channels).default('sms'),
});
const advanceSchema = z.union([
  z.object({
    minutes: z
      .number()
      .positive()
      .max(7 * 24 * 60),
  }),
  z.object({ to: z.literal('morning') }),
]);
const draftSchema = z.object({ text: z.string().max(2000) });

/** The hour at which quiet hours are over and people are up. */
const morningHour = 8;

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The phones page and its API, mounted under /phones. Only for the simulated carrier, on this machine. */
export const createPhonesApp = (options: PhonesOptions): Hono => {
  const { carrier, clock } = options;
  const app = new Hono();
  const page = async (name: string): Promise<Response> =>
    new Response(await readFile(join(import.meta.dirname, 'page', name)), {
      headers: { 'Content-Type': contentTypes[name.split('.').at(-1) ?? ''] ?? 'text/plain' },
    });

  app.use(localhostOnly);
  app.use(bodyLimit({ maxSize: 16 * 1024 }));
  app.get('/', async (c) => {
    const text = await (await page('index.html')).text();
    const named = Object.entries(options.example).reduce(
      (html, [name, value]) => html.replaceAll(`{${name}}`, value),
      text,
    );
    return c.html(named);
  });
  app.get('/:name{[a-z-]+\\.(?:css|js)}', async (c) => {
    try {
      return await page(c.req.param('name'));
    } catch {
      return c.notFound();
    }
  });
  app.get('/events', (c) => streamLiveEvents(c, options));
  app.route('/calls', createPhoneCallRoutes(carrier));

  app.post('/messages', async (c) => {
    const sent = textSchema.safeParse(await jsonBody(c));
    if (!sent.success) return c.json({ error: 'Write a text first.' }, 400);
    const { phone, text, channel } = sent.data;
    try {
      const { taken } = await carrier.text(phone, text, { channel });
      return c.json({ taken });
    } catch (error) {
      if (error instanceof RangeError) return c.json({ error: error.message }, 400);
      throw error;
    }
  });
  app.post('/segments', async (c) => {
    const draft = draftSchema.safeParse(await jsonBody(c));
    return draft.success ? c.json(segmentsOf(draft.data.text)) : c.json({ error: 'no text' }, 400);
  });
  app.post('/clock', async (c) => {
    const wanted = advanceSchema.safeParse(await jsonBody(c));
    if (!wanted.success) return c.json({ error: 'how far?' }, 400);
    const now = clock.now();
    await clock.advance('to' in wanted.data ? untilMorning(now) : wanted.data.minutes * 60_000);
    return c.json({ now: clock.now() });
  });
  return app;
};

/** Milliseconds to the next morning that has not begun. */
const untilMorning = (now: number): number => {
  const { year, month, day, hour } = toCalendar(epochMs(now));
  const morning = { year, month, day: hour < morningHour ? day : day + 1, hour: morningHour };
  return fromCalendar(morning) - now;
};
