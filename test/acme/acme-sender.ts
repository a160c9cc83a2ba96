import * as z from 'zod';
import type { SendResult } from '#functions/ports/carrier.ts';
import type { CarrierSender, TextSender } from '#functions/ports/carrier-definition.ts';
import { acmeFailures } from './acme-inbound.ts';

const listSchema = z.array(
  z.object({
    id: z.string(),
    channel: z.string(),
    text: z.string(),
    at: z.number(),
  }),
);

const toResult = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  const parsed = z
    .object({ id: z.string().optional(), code: z.number().optional() })
    .safeParse(await response.json().catch(() => undefined));
  if (response.ok && parsed.data?.id) return { type: 'accepted', carrierId: parsed.data.id };
  const code = String(parsed.data?.code ?? `http-${status}`);
  const error = { code, failure: acmeFailures[code] ?? 'other' };
  if (response.ok || status >= 500) return { type: 'unknown', ...error };
  return { type: status === 429 ? 'busy' : 'refused', ...error };
};

const createTexts = (
  url: string,
  key: string,
  { from, publicUrl }: { from: string; publicUrl: string },
): TextSender => {
  const headers = { Authorization: `Bearer ${key}` };
  return {
    async send({ to, channel, text, messageId }) {
      const callback = `${publicUrl.replace(/\/$/, '')}/acme/status?m=${messageId}`;
      const body = new URLSearchParams({ to, from, channel, text, callback });
      try {
        return await toResult(
          await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(1000) }),
        );
      } catch {
        return { type: 'unknown', code: 'no-answer', failure: 'other' };
      }
    },
    received: async () => ({ texts: [], complete: true }),
    async find({ to, channel, text }, since) {
      const response = await fetch(`${url}?to=${encodeURIComponent(to)}`, { headers });
      const list = listSchema.parse(await response.json());
      const found = list.find(
        (item) => item.channel === channel && item.text === text && item.at >= since,
      );
      return found ? { type: 'found', carrierId: found.id } : { type: 'not-found' };
    },
  };
};

export const acmeSender: CarrierSender = {
  texts: (values, options) =>
    createTexts(
      values['ACME_URL'] ?? 'https://api.acme.example',
      values['ACME_KEY'] ?? '',
      options,
    ),
};
