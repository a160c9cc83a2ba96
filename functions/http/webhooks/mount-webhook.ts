import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { MetricValue } from '#shared/terms/metrics.ts';
import type { CarrierChoice, ValuesByCarrier } from '../../carriers/chosen-carriers.ts';
import type { Services } from '../../ports/services.ts';
import type {
  Form,
  RenderedReply,
  SignedWebhooks,
  UnansweredNumbers,
  Webhook,
} from '../../ports/webhooks.ts';
import { hasTooManyFields, maxFormBytes, parseForm } from '../form.ts';

/** What the HTTP apps need from the operator's settings. */
export type HotlineSettings = {
  services: Services;
  carriers: CarrierChoice;
  /** By carrier: the secrets that sign its webhooks, the one in use first. */
  authTokens: Readonly<Record<string, readonly string[]>>;
  /** The secrets that sign our own links and cookies, the one in use first. */
  linkSecrets: readonly string[];
  /** For the self-examination, which signs and asks as the carrier's account. */
  carrierValues?: ValuesByCarrier;
  /** The commit that was deployed; absent on one machine. */
  release?: string;
  /** Reads the secrets again, when that is due, and returns the tokens by carrier. */
  renewTokens?: (() => Promise<Readonly<Record<string, readonly string[]>>>) | undefined;
  /** Absent on one machine, where no alarm reads metrics. */
  writeMetric?: ((value: MetricValue) => void) | undefined;
  /** Never answered: their callers are called back, or have answered by ringing. */
  unanswered?: UnansweredNumbers;
};

/** Mounts some of the carrier's webhooks, such as those of texts. */
export type MountWebhooks = (app: Hono, settings: HotlineSettings) => void;

type Answer = (webhook: Webhook, c: Context) => Promise<Response>;

/**
 * Mounts one webhook: POST only, at most 64 KB, a form of at most 256 fields, and `answer` sees it only when the
 * carrier has signed it. The form is parsed on first use, so that a body without a signature is not parsed.
 */
export const mountWebhook = (
  app: Hono,
  path: string,
  { carrier, settings }: { carrier: SignedWebhooks; settings: HotlineSettings },
  answer: Answer,
): void => {
  const { services } = settings;
  const authTokens = settings.authTokens[carrier.name] ?? [];
  const keys = { publicUrl: services.publicUrl, authTokens };
  const route = carrier.hasPathSecret ? `${path}/:secret` : path;
  const limit = bodyLimit({ maxSize: maxFormBytes, onError: (c) => c.text('too large', 413) });
  app.post(route, limit, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const text = new TextDecoder().decode(body);
    if (carrier.bodyType === 'form' && hasTooManyFields(text))
      return c.text('too many fields', 413);
    let form: Form | undefined;
    const webhook: Webhook = {
      url: c.req.url,
      body,
      get form() {
        form ??= parseForm(c.req.header('content-type'), text);
        return form;
      },
      query: (name) => c.req.query(name),
      header: (name) => c.req.header(name),
      address: addressOf(c),
    };
    let signature = carrier.checkSignature(webhook, keys);
    // The token may have been changed since it was read.
    if (signature === 'wrong' && settings.renewTokens) {
      const renewed = (await settings.renewTokens())[carrier.name] ?? [];
      signature = carrier.checkSignature(webhook, { ...keys, authTokens: renewed });
    }
    if (signature === 'signed') return answer(webhook, c);
    // A request without a signature is no carrier's: only a wrong one may mean that we are deaf to ours.
    if (signature === 'wrong') settings.writeMetric?.({ values: { WebhooksRefused: 1 } });
    services.log.error('webhook-not-signed', {
      // The route, not the path: its end may be a secret.
      path,
      signed: signature !== 'missing',
    });
    return c.text('wrong signature', 403);
  });
  app.all(route, allowOnly('POST'));
};

const addressSchema = z.union([
  z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
  z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) }),
]);

/** The address of the sender, as Lambda or the local server knows it; never from a header, which anyone can write. */
const addressOf = (c: Context): string | undefined => {
  const env = addressSchema.safeParse(c.env).data;
  if (!env) return undefined;
  return 'requestContext' in env
    ? env.requestContext.http.sourceIp
    : env.incoming.socket.remoteAddress;
};

/** 405 for every other method. */
export const allowOnly = (method: string) => (c: Context) =>
  c.text(`only ${method}`, 405, { Allow: method });

/** Valid signature, first seen over 24 hours ago: a replay. */
export const refuseReplay = (c: Context, { log }: Services) => {
  log.error('webhook-replayed', { path: c.req.path });
  return c.text('replayed', 403);
};

export const sendReply = (c: Context, { contentType, body }: RenderedReply) =>
  c.body(body, 200, { 'Content-Type': contentType });
