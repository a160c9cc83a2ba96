import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseCallStatus } from '../carriers/twilio/inbound/call-status-form.ts';
import { parseSmsForm } from '../carriers/twilio/inbound/sms-form.ts';
import { renderReply } from '../carriers/twilio/inbound/sms-twiml.ts';
import { parseStatusForm } from '../carriers/twilio/inbound/status-form.ts';
import {
  isSignedByTwilio,
  type SignatureKeys,
} from '../carriers/twilio/inbound/twilio-signature.ts';
import type { ReceiveText, RecordCallStatus, RecordDelivery } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { describeError } from './describe-error.ts';
import { type Form, maxFormBytes, parseForm } from './form.ts';
import { checkHealth } from './health.ts';

/** Each function serves its own webhooks and carries no other's code; on one machine all are served together. */
export type WebhookOptions = SignatureKeys & {
  services: Services;
  /** Where texts are answered. */
  receiveText?: ReceiveText;
  /** Where status callbacks are heard, of messages and of calls. */
  settleMessage?: RecordDelivery;
  settleCall?: RecordCallStatus;
  /** The routes of calls (voice-app.ts), where calls are answered. */
  voice?: (signedForm: SignedForm) => Hono;
};

/** The form, once its signature is right; otherwise undefined. */
export type SignedForm = (c: Context) => Promise<Form | undefined>;

/**
 * The carrier's webhooks: signature, form, command, in that order (DESIGN). A use case that throws answers 500
 * without words, so that the carrier tries again (FACTS §6).
 */
export const createWebhookApp = (options: WebhookOptions): Hono => {
  const { services, receiveText, settleMessage, settleCall, voice } = options;
  const app = new Hono();

  const signedForm: SignedForm = async (c) => {
    const form = parseForm(c.req.header('content-type'), await c.req.text());
    const signature = c.req.header('x-twilio-signature');
    if (isSignedByTwilio({ signature, url: c.req.url, form }, options)) return form;
    services.log.error('webhook-not-signed', { path: c.req.path, signed: signature !== undefined });
    return undefined;
  };

  const limit = bodyLimit({ maxSize: maxFormBytes, onError: (c) => c.text('too large', 413) });

  if (receiveText)
    app.post('/twilio/sms', limit, async (c) => {
      const form = await signedForm(c);
      if (!form) return c.text('wrong signature', 403);
      const sms = parseSmsForm(form);
      switch (sms.type) {
        case 'malformed':
          services.log.error('sms-malformed', { field: sms.field });
          return c.text(`${sms.field} is missing or malformed`, 400);
        case 'no-phone':
          services.log.info('sms-from-no-phone', { from: sms.from });
          return twiml(c, null);
        case 'text': {
          const heard = await receiveText(services, sms.incoming);
          return heard === 'replayed' ? refuseReplay(c, services) : twiml(c, heard.reply);
        }
      }
    });

  if (settleMessage)
    app.post('/twilio/status', limit, async (c) => {
      const form = await signedForm(c);
      if (!form) return c.text('wrong signature', 403);
      const status = parseStatusForm(form, c.req.query('m'));
      const settled = status && (await settleMessage(services, status));
      const ofCall = parseCallStatus(form, c.req.query('c'));
      const ended = ofCall && (await settleCall?.(services, ofCall));
      const isReplayed = settled === 'replayed' || ended === 'replayed';
      return isReplayed ? refuseReplay(c, services) : c.body(null, 204);
    });

  app.use('/twilio/voice', limit);
  app.use('/twilio/voice/*', limit);
  if (voice) app.route('/', voice(signedForm));

  app.get('/health', async (c) => {
    const health = await checkHealth(services);
    return c.json(health, health.ok ? 200 : 503);
  });

  const only = (method: string) => (c: Context) => c.text(`only ${method}`, 405, { Allow: method });
  if (receiveText) app.all('/twilio/sms', only('POST'));
  if (settleMessage) app.all('/twilio/status', only('POST'));
  app.all('/twilio/voice', only('POST'));
  app.all('/twilio/voice/:path{.+}', only('POST'));
  app.all('/health', only('GET'));
  app.notFound((c) => c.text('not found', 404));
  app.onError((error, c) => {
    services.log.error('webhook-failed', { path: c.req.path, ...describeError(error) });
    return c.body(null, 500);
  });
  return app;
};

/** Rightly signed, but more than a day old: somebody has caught it and sends it again. */
export const refuseReplay = (c: Context, { log }: Services) => {
  log.error('webhook-replayed', { path: c.req.path });
  return c.text('heard long ago', 403);
};

const twiml = (c: Context, reply: string | null) =>
  c.body(renderReply(reply), 200, { 'Content-Type': 'text/xml; charset=utf-8' });
