import * as z from 'zod';
import type { SendResult } from '#functions/ports/carrier.ts';
import type { CarrierSender, TextSender } from '#functions/ports/carrier-definition.ts';
import { acmeFailures } from './acme-inbound.ts';

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
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  return {
    async send({ to, text, messageId }) {
      const callback = `${publicUrl.replace(/\/$/, '')}/acme/status`;
      const body = JSON.stringify({ to, from, text, ref: messageId, callback });
      try {
        return await toResult(
          await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(1000) }),
        );
      } catch {
        return { type: 'unknown', code: 'no-answer', failure: 'other' };
      }
    },
    received: async () => ({ texts: [], complete: true }),
    find: async () => ({ type: 'cannot-tell' }),
    photo: async () => undefined,
    deletePhoto: async () => {},
  };
};

export const acmeSender = {
  texts: (values, options) =>
    createTexts(
      values['ACME_URL'] ?? 'https://api.acme.example',
      values['ACME_KEY'] ?? '',
      options,
    ),
} satisfies CarrierSender;
