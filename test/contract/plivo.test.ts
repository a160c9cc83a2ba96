import { afterEach, describe, expect, it } from 'vitest';
import { plivoStatuses } from '#functions/carriers/plivo/inbound/plivo-statuses.ts';
import { plivoCalls } from '#functions/carriers/plivo/inbound/plivo-webhooks.ts';
import { plivoDefinition } from '#functions/carriers/plivo/plivo-definition.ts';
import type { Webhook } from '#functions/ports/webhooks.ts';
import { epochMs } from '#shared/terms/time.ts';
import { plivoWebhook } from '../world/carriers/plivo-webhook.ts';
import { aCall, describeCallSender } from './carrier.contract.ts';
import { openPlivo } from './plivo-stand-in.ts';
import { describeWebhooks, type FarWebhooks, publicUrl } from './webhooks.contract.ts';

type Fields = Record<string, string>;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const open = async () => {
  const plivo = await openPlivo();
  closers.push(plivo.close);
  return plivo;
};

describeCallSender('Plivo’s adapter', open, {
  id: /^(9834029e|4a2e1c1b)-/,
  expectOrder(form) {
    expect(Object.fromEntries(form)).toEqual({
      from: '915320000000',
      to: '919415012345',
      answer_url: 'https://hotline.example.org/plivo/voice?c=01call#rc=2&rp=5xx,ct,rt',
      answer_method: 'POST',
      fallback_url: 'https://hotline.example.org/plivo/voice/fallback?c=01call#rc=2&rp=5xx,ct,rt',
      fallback_method: 'POST',
      hangup_url: 'https://hotline.example.org/plivo/status?c=01call#rc=2&rp=5xx,ct,rt',
      hangup_method: 'POST',
      ring_url: 'https://hotline.example.org/plivo/status?c=01call#rc=2&rp=5xx,ct,rt',
      ring_method: 'POST',
      ring_timeout: '25',
    });
  },
  refused: { status: 400, code: '', says: 'http-400' },
  busy: { status: 429, code: '', says: 'http-429' },
});

describe('Plivo’s lists of calls', () => {
  const longAgo = epochMs(Date.now() - 3_600_000);

  it.each(['queued', 'live'] as const)(
    'has a call that is %s, by the id that the order got',
    async (place) => {
      const { carrier, calls } = await open();
      const ordered = await carrier.call(aCall());
      const [call] = calls;
      if (call) call.place = place;
      expect(await carrier.findCall(aCall(), longAgo)).toEqual({ ...ordered, type: 'found' });
    },
  );

  it.each([404, 403])('cannot tell when it is answered with %i', async (status) => {
    const { carrier, listing } = await open();
    listing(status);
    expect(await carrier.findCall(aCall(), longAgo)).toEqual({ type: 'cannot-tell' });
  });

  it.each([429, 500])('throws, to ask again later, when it is answered with %i', async (status) => {
    const { carrier, listing } = await open();
    listing(status);
    await expect(carrier.findCall(aCall(), longAgo)).rejects.toThrow(`answered ${status}`);
  });

  it('sends its credentials to Plivo’s API alone', async () => {
    const { carrier, record, requests } = await open();
    await carrier.sound(await record('रमेश'));
    const shown = requests.map(({ url, authorization }) => [
      url.split('/')[1],
      authorization !== '',
    ]);
    expect(shown).toEqual([
      ['v1', true],
      ['media', false],
    ]);
  });
});

const uuid = (id: string): string =>
  /^\d/.test(id) ? id : `00000000-0000-4000-8000-${id.padStart(12, '0')}`;
const withoutPlus = (phone: string): string => phone.replace('+', '');
const unescapeXml = (text: string): string => text.replaceAll('&amp;', '&');
const urlIn = (pattern: RegExp, reply: string): string =>
  unescapeXml(pattern.exec(reply)?.[1] ?? '').slice(publicUrl.length);
const signed = (path: string, form: Fields, token = 'new-token'): Webhook =>
  plivoWebhook(publicUrl, path, form, token);
const fieldsOf = ({ form }: Webhook): Fields =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));

const plivo: FarWebhooks = {
  text: () => {
    throw new Error('Plivo carries no texts');
  },
  messageStatus: () => {
    throw new Error('Plivo carries no texts');
  },
  callStatus: (callId, direction, state) =>
    signed(`/plivo/status${direction === 'out' ? `?c=${callId}` : ''}`, {
      CallUUID: direction === 'out' ? uuid('2') : callId,
      ...(direction === 'out' && { ALegUUID: uuid('2'), ALegRequestUUID: uuid('3') }),
      CallStatus:
        typeof state === 'object'
          ? 'failed'
          : { ringing: 'ringing', answered: 'in-progress', ended: 'completed' }[state],
      ...(typeof state === 'object' && { HangupCauseCode: '2000' }),
    }),
  call: (CallUUID, from, to, token) =>
    signed(
      '/plivo/voice',
      {
        CallUUID,
        From: from ? withoutPlus(from) : 'anonymous',
        To: withoutPlus(to),
        CallStatus: 'ringing',
        Direction: 'inbound',
        Event: 'StartApp',
      },
      token,
    ),
  answer: (call, reply, Digits) =>
    signed(urlIn(/<GetInput[^>]* action="([^"]*)"/, reply), {
      ...fieldsOf(call),
      Digits,
      InputType: 'dtmf',
    }),
  pickUp: (call, reply) => signed(urlIn(/ confirmSound="([^"]*)"/, reply), fieldsOf(call)),
  unsigned: (webhook) => ({ ...webhook, header: () => undefined }),
  messagesIn: () => [],
};

describeWebhooks('Plivo', {
  statuses: plivoStatuses,
  calls: plivoCalls,
  far: plivo,
  carries: plivoDefinition.carries,
  waitsForKey: true,
});
