import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { twilioCalls } from '#functions/carriers/twilio/inbound/call-webhooks.ts';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { isRecordingLink } from '#functions/http/recording-link.ts';
import { createStatusApp } from '#functions/http/webhooks/status-app.ts';
import { createVoiceApp } from '#functions/http/webhooks/voice-app.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';
import type {
  AnswerLeg,
  ReceiveCall,
  RecordCallStatus,
  RecordDelivery,
} from '#functions/ports/inbound.ts';
import type { Services } from '#functions/ports/services.ts';
import { receiveCallEvent } from '#functions/use-cases/calls/receive-call-event.ts';
import { callReplySchema } from '#shared/conversation/call-menu/call-reply.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';

const publicUrl = 'https://hotline.example.org/base';
const [newToken, oldToken] = ['the-new-token', 'the-old-token'];
const receiveCall = vi.fn<ReceiveCall>();
const answerLeg = vi.fn<AnswerLeg>();
const recordCallStatus = vi.fn<RecordCallStatus>();
const recordDelivery = vi.fn<RecordDelivery>();
const logged = vi.fn();
const services = {
  log: { info: logged, error: logged },
  clock: { now: () => epochMs(Date.now()) },
  config: { groupName: 'Police Mitra', recordedPrompts: { en: [], hi: [] } },
  hotlineNumber: phoneNumberSchema.parse('+915320000000'),
  publicUrl,
} as unknown as Services;
const settings = {
  services,
  ...twilioSettings(newToken, oldToken),
  unanswered: { missedCall: phoneNumberSchema.parse('+915320000001') },
};
const app = createWebhookApp(settings, [
  createStatusApp({ carrier: twilioStatuses, recordDelivery, recordCallStatus }),
  createVoiceApp({ carrier: twilioCalls, receiveCall, answerLeg }),
]);

type Fields = Record<string, string>;
const call: Fields = {
  CallSid: 'CA1',
  From: '+919415012345',
  To: '+915320000000',
  CallStatus: 'ringing',
};
const post = (
  path: string,
  fields: Fields = call,
  signature = twilioWebhooks.getExpectedTwilioSignature(oldToken, publicUrl + path, fields),
) =>
  app.request(`http://10.0.0.1:8080${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature,
    },
  });

const words = (text: string) => ({ type: 'words', words: text, language: 'en' });
const sound = { type: 'recording', id: '01rec' };
const answer = (say: object[], next: object = { type: 'keys', most: 1 }, plainVoice = false) => ({
  ...callReplySchema.parse({ say, next, step: 2 }),
  plainVoice,
});

const routes = [
  '/twilio/voice',
  '/twilio/voice/heard?c=CA1&s=1',
  '/twilio/voice/fallback',
  '/twilio/voice/leg?c=CA1&i=0',
  '/twilio/voice/leg/heard?c=CA1&i=0',
];

beforeEach(() => {
  vi.resetAllMocks();
  receiveCall.mockResolvedValue(answer([words('Press 1')]));
  answerLeg.mockResolvedValue(answer([words('Press 1')]));
});

describe.each(routes)('POST %s', (path) => {
  it('answers with TwiML', async () => {
    const response = await post(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toMatch(/^<\?xml.*Press 1<\/Say><\/Gather>.*<\/Response>$/);
  });

  it('answers 403 without the right signature', async () => {
    for (const signature of ['', 'AAAA', twilioWebhooks.getExpectedTwilioSignature('', path, call)])
      expect((await post(path, call, signature)).status).toBe(403);
    const moved = twilioWebhooks.getExpectedTwilioSignature(newToken, `${publicUrl}/other`, call);
    expect((await post(path, call, moved)).status).toBe(403);
    expect(receiveCall).not.toHaveBeenCalled();
    expect(answerLeg).not.toHaveBeenCalled();
  });

  it('answers 405 to other methods and 413 to a large body', async () => {
    const get = await app.request(`http://10.0.0.1:8080${path}`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await post(path, { ...call, SpeechResult: 'x'.repeat(70_000) })).status).toBe(413);
    expect(receiveCall).not.toHaveBeenCalled();
  });
});

describe('a call', () => {
  it('is passed on as it begins', async () => {
    await post('/twilio/voice');
    expect(receiveCall).toHaveBeenCalledExactlyOnceWith(services, {
      callId: 'CA1',
      direction: 'in',
      phone: call['From'],
    });
  });

  it('keeps our own id in every URL when we made it', async () => {
    const made = { ...call, From: '+915320000000', To: '+919415012345' };
    const xml = await (await post('/twilio/voice?c=01out', made)).text();
    expect(receiveCall.mock.calls[0]?.[1]).toEqual({
      callId: '01out',
      direction: 'out',
      phone: '+919415012345',
    });
    const action = /action="([^"]*)"/.exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(action).toBe(`${publicUrl}/twilio/voice/heard?c=01out&s=2&d=out`);
    await post(action.slice(publicUrl.length), { ...made, Digits: '1' });
    expect(receiveCall.mock.calls[1]?.[1]).toEqual({
      callId: '01out',
      direction: 'out',
      phone: '+919415012345',
      step: 2,
      input: { type: 'keys', keys: '1' },
    });
  });

  it('is rejected in silence on the missed-call number', async () => {
    receiveCall.mockResolvedValue(answer([], { type: 'reject' }));
    const response = await post('/twilio/voice', { ...call, To: '+915320000001' });
    expect(await response.text()).toMatch(/<Response><Reject reason="busy"\/><\/Response>$/);
    expect(receiveCall.mock.calls[0]?.[1]).toMatchObject({ missed: true });
  });

  it('gets 400 when the form is not a call', async () => {
    const { CallSid: _, ...nothing } = call;
    expect((await post('/twilio/voice', nothing)).status).toBe(400);
    expect((await post('/twilio/voice/leg?c=CA1', call)).status).toBe(400);
    expect(receiveCall).not.toHaveBeenCalled();
  });

  it('plays a recording by a link that is valid for minutes', async () => {
    receiveCall.mockResolvedValue(answer([words('Reason'), sound]));
    const xml = await (await post('/twilio/voice')).text();
    const link = new URL(/<Play>([^<]*)</.exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(link.href.startsWith(`${publicUrl}/recordings/01rec.mp3?`)).toBe(true);
    const [until = '', key = ''] = ['until', 'key'].map((n) => link.searchParams.get(n) ?? '');
    const good = (
      id = '01rec',
      now = Date.now(),
      secrets: readonly string[] = settings.linkSecrets,
    ) => isRecordingLink({ id, until, key }, { secrets, now });
    expect(good()).toBe(true);
    expect(good('01other')).toBe(false);
    expect(good('01rec', Date.now() + 16 * 60_000)).toBe(false);
    expect(good('01rec', Date.now(), ['another', ''])).toBe(false);
    const longer = { id: '01rec', until: `${Number(until) + 1}`, key };
    expect(isRecordingLink(longer, { secrets: settings.linkSecrets, now: 0 })).toBe(false);
    expect(
      isRecordingLink(
        { id: '01rec', until, key: undefined },
        { secrets: settings.linkSecrets, now: 0 },
      ),
    ).toBe(false);
  });

  it('gets 500 when it fails, and nothing personal is logged', async () => {
    receiveCall.mockRejectedValue(new TypeError('Anita +919415012345'));
    const response = await post('/twilio/voice');
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/Anita|9415012345/);
  });
});

describe('the fallback', () => {
  const failed = (fields: Fields, query = '') =>
    post(`/twilio/voice/fallback${query}`, { ...call, ...fields });

  it.each([
    ['13511', true],
    ['13331', true],
    ['13224', undefined],
    ['11200', undefined],
    ['12100', undefined],
  ])('takes error %s for a failed voice: %s', async (ErrorCode, voiceFailed) => {
    await failed({ ErrorCode, ErrorUrl: `${publicUrl}/twilio/voice` });
    expect(receiveCall.mock.calls[0]?.[1].voiceFailed).toBe(voiceFailed);
  });

  it('speaks in the plain voice when the use case says so', async () => {
    receiveCall.mockResolvedValue(answer([words('Press 1')], { type: 'hang-up' }, true));
    const xml = await (await failed({ ErrorCode: '13511' })).text();
    expect(xml).toContain('voice="Polly.Aditi"');
  });

  it('goes on without a recording that cannot be fetched', async () => {
    receiveCall.mockResolvedValue(answer([words('Reason'), sound]));
    const ErrorUrl = `${publicUrl}/recordings/01rec.mp3?until=1&key=k`;
    const xml = await (await failed({ ErrorCode: '11200', ErrorUrl })).text();
    expect(xml).toContain('Reason');
    expect(xml).not.toContain('<Play>');
  });

  it('recognizes a call that we made', async () => {
    await failed({ ErrorCode: '11200' }, '?c=01out');
    expect(receiveCall.mock.calls[0]?.[1]).toMatchObject({ callId: '01out', direction: 'out' });
  });

  it('apologizes in both languages when it fails too', async () => {
    receiveCall.mockRejectedValue(new TypeError('Anita +919415012345'));
    const response = await failed({ ErrorCode: '11200' });
    const xml = await response.text();
    expect(response.status).toBe(200);
    expect(xml).toContain('language="hi-IN"');
    expect(xml).toContain('language="en-IN"');
    expect(xml).toMatch(/<Hangup\/><\/Response>$/);
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/Anita|9415012345/);
  });
});

describe('the missed-call number', () => {
  it('is not answered even when everything fails', async () => {
    receiveCall.mockRejectedValue(new Error('store'));
    const missed = { ...call, To: '+915320000001', ErrorCode: '11200' };
    const xml = await (await post('/twilio/voice/fallback', missed)).text();
    expect(xml).toMatch(/<Response><Reject reason="busy"\/><\/Response>$/);
  });

  it('is not answered for a caller who hides their number', async () => {
    receiveCall.mockImplementation(receiveCallEvent);
    const hidden = { ...call, From: 'anonymous' };
    const missed = await (await post('/twilio/voice', { ...hidden, To: '+915320000001' })).text();
    expect(missed).toMatch(/<Response><Reject reason="busy"\/><\/Response>$/);
  });
});

describe('a phone that was rung for the caller', () => {
  it('gets its own webhooks, with its position in them', async () => {
    const xml = await (await post('/twilio/voice/leg?c=CA1&i=1&s=4', call)).text();
    expect(answerLeg).toHaveBeenCalledExactlyOnceWith(services, {
      ...{ callId: 'CA1', leg: 1, step: 4, to: call['To'], asked: 0 },
    });
    const heard = 'leg/heard?c=CA1&amp;i=1&amp;s=4&amp;n=1';
    expect(xml).toContain(`action="${publicUrl}/twilio/voice/${heard}"`);
    await post('/twilio/voice/leg/heard?c=CA1&i=1&s=4&n=1', { ...call, Digits: '1' });
    expect(answerLeg.mock.calls[1]?.[1]).toMatchObject({ asked: 1, key: '1' });
    await post('/twilio/voice/leg/heard?c=CA1&i=1&s=4&n=2&nothing=1');
    expect(answerLeg.mock.calls[2]?.[1]).toEqual({
      ...{ callId: 'CA1', leg: 1, step: 4, to: call['To'], asked: 2 },
    });
  });
});

describe('POST /twilio/status of a call', () => {
  const ended = { ...call, CallStatus: 'completed' };
  it('records the call, and no message', async () => {
    expect((await post('/twilio/status?c=01out', ended)).status).toBe(204);
    expect((await post('/twilio/status', ended)).status).toBe(204);
    const ids = recordCallStatus.mock.calls.map(([, status]) => [status.callId, status.direction]);
    expect(ids).toEqual([
      ['01out', 'out'],
      ['CA1', 'in'],
    ]);
    expect(recordDelivery).not.toHaveBeenCalled();
  });

  it('records no call for a message', async () => {
    const message = { MessageSid: 'SM1', MessageStatus: 'sent' };
    expect((await post('/twilio/status?m=01abc', message)).status).toBe(204);
    expect(recordDelivery).toHaveBeenCalledOnce();
    expect(recordCallStatus).not.toHaveBeenCalled();
  });

  it('gets 500 when it cannot be stored, so that the carrier sends it again', async () => {
    recordCallStatus.mockRejectedValue(new Error('store'));
    expect((await post('/twilio/status', ended)).status).toBe(500);
  });
});
