import type { Hono } from 'hono';
import * as z from 'zod';
import { contentSchema, type SimContent, type SimContents } from '../messages/sim-contents.ts';
import type { RestApiEnv } from './create-resource.ts';
import { refuse } from './rest-errors.ts';

const approvalSchema = z.object({
  name: z.string().regex(/^[a-z\d_]+$/),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
});

const toResource = ({ approval, ...content }: SimContent) => ({
  ...content,
  approval_requests: { status: approval?.status ?? 'unsubmitted', category: approval?.category },
});

/** Twilio's Content API, as far as the hotline and its operator use it. It is served by another host than Messages. */
export const addContentApi = (app: Hono<RestApiEnv>, contents: SimContents): void => {
  app.post('/v1/Content', async (c) => {
    const content = contentSchema.safeParse(await c.req.json().catch(() => undefined));
    return content.success
      ? c.json(toResource(contents.create(content.data)), 201)
      : refuse(c, 20001);
  });
  app.post('/v1/Content/:sid/ApprovalRequests/whatsapp', async (c) => {
    const asked = approvalSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return refuse(c, 20001);
    const { category } = asked.data;
    const decided = contents.requestApproval(c.req.param('sid'), category);
    return decided ? c.json({ ...asked.data, status: 'received' }, 201) : refuse(c, 20404);
  });
  app.get('/v1/ContentAndApprovals', (c) =>
    c.json({ contents: contents.all().map(toResource), meta: { next_page_url: null } }),
  );
};
