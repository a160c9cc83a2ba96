import { describe, expect, it } from 'vitest';
import type { CarriedKind } from '#functions/ports/carrier-definition.ts';
import type {
  CallWebhooks,
  SignedWebhooks,
  StatusWebhooks,
  TextWebhooks,
  Webhook,
} from '#functions/ports/webhooks.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { DeliveryFailure } from '#shared/outbox/outbox-row.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { messageSid } from '../fixtures/message-sid.ts';

const caller = phoneNumberSchema.parse('+919415012345');
export const hotlineNumber = phoneNumberSchema.parse('+915320000000');
export const missedCallNumber = phoneNumberSchema.parse('+915320000001');
export const publicUrl = 'https://hotline.example.org/base';
const unanswered = {
  missedCall: missedCallNumber,
  yes: phoneNumberSchema.parse('+915320000003'),
  no: phoneNumberSchema.parse('+915320000004'),
};

type Text = { id: string; from: string; text: string; channel?: 'sms' | 'whatsapp' };
type Failure = { failure: DeliveryFailure };

/** The webhooks of a carrier, as it sends them. `token`: the one that signs. */
export type FarWebhooks = {
  text(text: Partial<Text>, token?: string): Webhook;
  /** About a message whose callback URL names `messageId`. */
  messageStatus(messageId: string, state: 'sent' | 'delivered' | Failure): Webhook;
  /** About a call that we made for `callId`, or an incoming one with that id. */
  callStatus(
    callId: string,
    direction: 'in' | 'out',
    state: 'ringing' | 'answered' | 'ended' | Failure,
  ): Webhook;
  /** A new call; without `from`, the caller hides their number. */
  call(id: string, from: string | undefined, to: string, token?: string): Webhook;
  /** The caller presses keys after this reply. */
  answer(call: Webhook, reply: string, digits: string): Webhook;
  /** The first phone that this reply rings picks up. */
  pickUp(call: Webhook, reply: string): Webhook;
  unsigned(webhook: Webhook): Webhook;
  /** Every message text in a reply. */
  messagesIn(reply: string): string[];
};

export type WebhookCarrierUnderTest = {
  /** Absent when the carrier takes calls alone. */
  texts?: TextWebhooks;
  statuses: StatusWebhooks;
  /** Absent when the carrier takes texts alone. */
  calls?: CallWebhooks;
  far: FarWebhooks;
  /** What its definition carries. */
  carries: readonly CarriedKind[];
  /** Its secret, for a carrier whose webhooks are not signed: what guards them does not cover the body. */
  isUnsigned?: boolean;
  /** The secrets it may use; by default two tokens. */
  tokens?: { now: string; before: string };
  /** The failures of a text that its callbacks tell apart. */
  failures?: readonly DeliveryFailure[];
  /** It waits itself for the key of a person who is rung. */
  waitsForKey?: boolean;
};

/** The contract of the inbound half of every carrier. */
export const describeWebhooks = (
  name: string,
  {
    texts,
    statuses,
    calls,
    far,
    carries,
    isUnsigned = false,
    tokens = { now: 'new-token', before: 'old-token' },
    failures = ['unreachable', 'temporary', 'opted-out', 'other'],
    waitsForKey = false,
  }: WebhookCarrierUnderTest,
): void => {
  const aText: Text = { id: messageSid('1'), from: caller, text: 'Need B+ & 2 units? बी' };
  const links = {
    publicUrl,
    hotlineNumber,
    prompt: (file: string) => `https://hotline.test/prompts/${file}.mp3`,
    recording: (id: string) => `${publicUrl}/recordings/${id}.mp3`,
  };
  const menu: CallReply & { plainVoice: boolean } = {
    say: [{ type: 'words', words: 'Press 1', language: 'en' }],
    next: { type: 'keys', most: 1 },
    step: 3,
    plainVoice: false,
  };

  const keys = { publicUrl, authTokens: [tokens.now, tokens.before, ''] };
  /** Any webhook that the carrier signs. */
  const signedBy = (token?: string, text = aText.text): Webhook =>
    texts
      ? far.text({ ...aText, text }, token)
      : far.call('CA1', text === aText.text ? caller : '+919415099999', hotlineNumber, token);

  describe(`Webhooks: ${name}`, () => {
    it.each<[string, SignedWebhooks]>([
      ...(texts ? [['texts', texts] satisfies [string, SignedWebhooks]] : []),
      ['statuses', statuses],
      ...(calls ? [['calls', calls] satisfies [string, SignedWebhooks]] : []),
    ])('checks the signature of %s', (_, webhooks) => {
      expect(webhooks.path).toMatch(/^\/\w+$/);
      const found = (webhook: Webhook) => webhooks.checkSignature(webhook, keys);
      expect(found(signedBy(tokens.now))).toBe('signed');
      expect(found(signedBy(tokens.before))).toBe('signed');
      expect(found(signedBy('another'))).toBe('wrong');
      expect(found(far.unsigned(signedBy()))).toBe('missing');
      if (isUnsigned) return;
      expect(found(signedBy(''))).toBe('wrong');
      const { form, body } = signedBy(undefined, 'another');
      expect(found({ ...signedBy(), form, body })).toBe('wrong');
    });

    const channels = (['sms', 'whatsapp'] as const).filter((kind) => carries.includes(kind));
    it.each(texts ? channels : [])('parses a text by %s', (channel) => {
      expect(texts?.parseText(far.text({ ...aText, channel }))).toEqual({
        type: 'text',
        incoming: { id: messageSid('1'), from: caller, channel, text: aText.text, media: 0 },
      });
    });

    it.runIf(texts)('finds a sender without a phone and a text without an id', () => {
      expect(texts?.parseText(far.text({ ...aText, from: 'VM-HDFCBK' })).type).toBe('no-phone');
      expect(texts?.parseText(far.text({ from: caller, text: 'x' })).type).toBe('malformed');
    });

    it.runIf(texts && !texts.repliesByText)('renders a reply, and no reply', () => {
      const { body = '', contentType } = texts?.renderReply('Units <2> & more? हाँ') ?? {};
      expect(contentType).toMatch(/^\w+\/[\w.+-]+/);
      expect(far.messagesIn(body)).toEqual(['Units <2> & more? हाँ']);
      expect(far.messagesIn(texts?.renderReply(null).body ?? '')).toEqual([]);
    });

    it.runIf(texts)('parses the states of a message', () => {
      for (const state of ['sent', 'delivered'] as const)
        expect(statuses.parseMessageStatus(far.messageStatus('01abc', state))).toMatchObject({
          messageId: '01abc',
          state,
        });
      for (const failure of failures)
        expect(statuses.parseMessageStatus(far.messageStatus('01abc', { failure }))).toMatchObject({
          state: 'failed',
          error: { code: expect.any(String), failure },
        });
      expect(statuses.parseMessageStatus(far.callStatus('01out', 'out', 'ended'))).toBeUndefined();
    });

    if (!calls) return;

    it.each(['in', 'out'] as const)('parses the states of a call %s', (direction) => {
      for (const state of ['ringing', 'answered', 'ended'] as const)
        expect(statuses.parseCallStatus(far.callStatus('01call', direction, state))).toMatchObject({
          callId: '01call',
          direction,
          state,
        });
      const failed = far.callStatus('01call', direction, { failure: 'uncallable' });
      expect(statuses.parseCallStatus(failed)).toMatchObject({
        state: 'unanswered',
        error: { failure: 'uncallable' },
      });
      if (texts)
        expect(statuses.parseCallStatus(far.messageStatus('01abc', 'sent'))).toBeUndefined();
    });

    it('parses a new call, a hidden number and a missed call', () => {
      const call = { callId: 'CA1', direction: 'in' };
      const parsed = (from: string | undefined, to: string) =>
        calls.parseCall(far.call('CA1', from, to), unanswered);
      expect(parsed(caller, hotlineNumber)).toEqual({ ...call, phone: caller });
      expect(parsed(undefined, hotlineNumber)).toEqual(call);
      expect(parsed(caller, missedCallNumber)).toEqual({ ...call, phone: caller, missed: true });
      for (const says of ['yes', 'no'] as const)
        expect(parsed(caller, unanswered[says])).toEqual({
          ...call,
          phone: caller,
          missed: true,
          says,
        });
    });

    it('leads each answer back to its call and step', () => {
      const call = far.call('CA1', caller, hotlineNumber);
      const reply = calls.renderCallReply(menu, { callId: 'CA1', isOut: false }, links).body;
      expect(calls.parseCall(far.answer(call, reply, '1'), unanswered)).toEqual({
        callId: 'CA1',
        direction: 'in',
        phone: caller,
        step: 3,
        input: { type: 'keys', keys: '1' },
      });
    });

    it('leads the phones that it rings back to their call and position', () => {
      const call = far.call('CA1', caller, hotlineNumber);
      const ring: CallReply['next'] = {
        type: 'ring',
        phones: [phoneNumberSchema.parse('+919450000001')],
        ringSeconds: 20,
        talkSeconds: 600,
      };
      const address = { callId: 'CA1', isOut: false };
      const reply = calls.renderCallReply({ ...menu, next: ring }, address, links).body;
      const leg = far.pickUp(call, reply);
      expect(calls.parseLeg(leg, false)).toMatchObject({ callId: 'CA1', leg: 0, asked: 0 });
      const heard = calls.renderCallReply(
        menu,
        { ...address, leg: { at: 0, step: 1, asked: 1 } },
        links,
      ).body;
      if (waitsForKey) return;
      expect(calls.parseLeg(far.answer(leg, heard, '1'), true)).toMatchObject({
        callId: 'CA1',
        leg: 0,
        key: '1',
      });
    });
  });
};
