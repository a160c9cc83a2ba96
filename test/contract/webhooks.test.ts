import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { twilioCalls } from '#functions/carriers/twilio/inbound/call-webhooks.ts';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { twilioTexts } from '#functions/carriers/twilio/inbound/text-webhooks.ts';
import { twilioDefinition } from '#functions/carriers/twilio/twilio-definition.ts';
import type { Webhook } from '#functions/ports/webhooks.ts';
import type { DeliveryFailure } from '#shared/outbox/outbox-row.ts';
import {
  describeWebhooks,
  type FarWebhooks,
  hotlineNumber,
  publicUrl,
} from './webhooks.contract.ts';

type Fields = Record<string, string>;

const codes: Record<DeliveryFailure, string> = {
  'opted-out': '21610',
  'no-such-number': '21211',
  unreachable: '30005',
  uncallable: '13224',
  temporary: '30003',
  'other-channel': '63016',
  other: '30007',
};

const signed = (pathAndQuery: string, form: Fields, token = 'new-token'): Webhook => {
  const url = `http://10.0.0.1:8080${pathAndQuery}`;
  const signature = twilioWebhooks.getExpectedTwilioSignature(
    token,
    publicUrl + pathAndQuery,
    form,
  );
  return {
    url,
    form,
    body: new TextEncoder().encode(new URLSearchParams(form).toString()),
    query: (name) => new URL(url).searchParams.get(name) ?? undefined,
    header: (name) => (name === 'x-twilio-signature' ? signature : undefined),
  };
};

const unescapeXml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const urlIn = (pattern: RegExp, reply: string): string =>
  unescapeXml(pattern.exec(reply)?.[1] ?? '').slice(publicUrl.length);
const fieldsOf = ({ form }: Webhook): Fields =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));

const twilio: FarWebhooks = {
  text: ({ id, from = '', text = '', channel }, token) =>
    signed(
      '/twilio/sms',
      {
        ...(id !== undefined && { MessageSid: id }),
        From: channel === 'whatsapp' ? `whatsapp:${from}` : from,
        To: hotlineNumber,
        Body: text,
        NumMedia: '0',
      },
      token,
    ),
  messageStatus: (messageId, state) =>
    signed(`/twilio/status?m=${messageId}`, {
      MessageSid: 'SM2',
      MessageStatus: typeof state === 'object' ? 'undelivered' : state,
      ...(typeof state === 'object' && { ErrorCode: codes[state.failure] }),
    }),
  callStatus: (callId, direction, state) =>
    signed(`/twilio/status${direction === 'out' ? `?c=${callId}` : ''}`, {
      CallSid: direction === 'out' ? 'CA2' : callId,
      CallStatus:
        typeof state === 'object'
          ? 'failed'
          : { ringing: 'ringing', answered: 'in-progress', ended: 'completed' }[state],
      ...(typeof state === 'object' && { ErrorCode: codes[state.failure] }),
    }),
  call: (CallSid, from, To) =>
    signed('/twilio/voice', { CallSid, From: from ?? 'anonymous', To, CallStatus: 'ringing' }),
  answer: (call, reply, Digits) =>
    signed(urlIn(/<Gather[^>]* action="([^"]*)"/, reply), { ...fieldsOf(call), Digits }),
  pickUp: (call, reply) => signed(urlIn(/<Number[^>]* url="([^"]*)"/, reply), fieldsOf(call)),
  unsigned: (webhook) => ({ ...webhook, header: () => undefined }),
  messagesIn: (reply) =>
    [...reply.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) => unescapeXml(text)),
};

describeWebhooks('Twilio', {
  texts: twilioTexts,
  statuses: twilioStatuses,
  calls: twilioCalls,
  far: twilio,
  carries: twilioDefinition.carries,
});
