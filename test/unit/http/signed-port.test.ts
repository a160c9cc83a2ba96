import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { twilioTexts } from '#functions/carriers/twilio/inbound/text-webhooks.ts';
import { createSmsApp } from '#functions/http/webhooks/sms-app.ts';
import { createStatusApp } from '#functions/http/webhooks/status-app.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';
import type { ReceiveText, RecordDelivery } from '#functions/ports/inbound.ts';
import type { Services } from '#functions/ports/services.ts';
import { epochMs } from '#shared/terms/time.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';
import { messageSid } from '../../fixtures/message-sid.ts';

/* Carriers differ in whether the URL that they sign names its port. Another port than ours is another URL. */

const token = 'the-token';
const receiveText = vi.fn<ReceiveText>();
const recordDelivery = vi.fn<RecordDelivery>();
beforeEach(() => {
  vi.resetAllMocks();
  receiveText.mockResolvedValue({ reply: null });
});

const appAt = (publicUrl: string) => {
  const log = { info: () => {}, error: () => {} };
  const clock = { now: () => epochMs(1.8e12) };
  const services = { store: createMemoryStore(), clock, log, publicUrl } as unknown as Services;
  return createWebhookApp({ services, writeMetric: () => {}, ...twilioSettings(token) }, [
    createSmsApp({ carrier: twilioTexts, receiveText, replyToHiddenSender: () => '' }),
    createStatusApp({
      carrier: twilioStatuses,
      recordDelivery,
      recordCallStatus: async () => undefined,
    }),
  ]);
};

const text = {
  MessageSid: messageSid('port'),
  From: '+919415012345',
  To: '+915320000000',
  Body: 'OK 4821',
  NumMedia: '0',
};
const status = { MessageSid: messageSid('port'), MessageStatus: 'delivered' };

/** The answer to a form that a carrier signs for `signed`, while the hotline's URL is `publicUrl`. */
const statusOf = async (
  publicUrl: string,
  signed: string,
  path: string,
  form: Record<string, string>,
): Promise<number> => {
  const signature = twilioWebhooks.getExpectedTwilioSignature(token, signed + path, form);
  const response = await appAt(publicUrl).request(`http://10.0.0.1:8080${path}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature,
    },
  });
  return response.status;
};

const ours = 'https://hotline.example.org';

describe('the port in the signed URL', () => {
  it.each([
    ['left out, as it stands nowhere', ours, ours],
    ['the standard one, though ours has none', ours, `${ours}:443`],
    ['left out, though ours is the standard one', `${ours}:443`, ours],
    ['left out, though ours has another', `${ours}:8443`, ours],
    ['the one of ours', `${ours}:8443`, `${ours}:8443`],
    ['the standard one of HTTP', 'http://hotline.example.org', 'http://hotline.example.org:80'],
    ['left out beside a path', `${ours}:8443/base`, `${ours}/base`],
    ['the standard one beside a path', `${ours}/base/`, `${ours}:443/base`],
  ])('may be %s', async (_, publicUrl, signed) => {
    expect(await statusOf(publicUrl, signed, '/twilio/sms', text)).toBe(200);
    expect(receiveText).toHaveBeenCalledOnce();
    expect(await statusOf(publicUrl, signed, '/twilio/sms?a=b%20c', text)).toBe(200);
    expect(await statusOf(publicUrl, signed, '/twilio/status?m=abc', status)).toBe(204);
  });

  it.each([
    ['another one', ours, `${ours}:8443`],
    ['another one than ours', `${ours}:8443`, `${ours}:8444`],
    ['that of HTTP for HTTPS', ours, `${ours}:80`],
    ['that of where it arrives', ours, `${ours}:8080`],
    ['the standard one of another host', ours, 'https://evil.example.org:443'],
  ])('may not be %s', async (_, publicUrl, signed) => {
    expect(await statusOf(publicUrl, signed, '/twilio/sms', text)).toBe(403);
    expect(await statusOf(publicUrl, signed, '/twilio/status?m=abc', status)).toBe(403);
    expect(receiveText).not.toHaveBeenCalled();
    expect(recordDelivery).not.toHaveBeenCalled();
  });
});
