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
const keys = { publicUrl, authTokens: ['new-token', 'old-token', ''] };

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
  call(id: string, from: string | undefined, to: string): Webhook;
  /** The caller presses keys after this reply. */
  answer(call: Webhook, reply: string, digits: string): Webhook;
  /** The first phone that this reply rings picks up. */
  pickUp(call: Webhook, reply: string): Webhook;
  unsigned(webhook: Webhook): Webhook;
  /** Every message text in a reply. */
  messagesIn(reply: string): string[];
};

export type WebhookCarrierUnderTest = {
  texts: TextWebhooks;
  statuses: StatusWebhooks;
  /** Absent when the carrier takes texts alone. */
  calls?: CallWebhooks;
  far: FarWebhooks;
  /** What its definition carries. */
  carries: readonly CarriedKind[];
};

/** The contract of the inbound half of every carrier. */
export const describeWebhooks = (
  name: string,
  { texts, statuses, calls, far, carries }: WebhookCarrierUnderTest,
): void => {
  const aText: Text = { id: messageSid('1'), from: caller, text: 'Need B+ & 2 units? बी' };
  const links = {
    publicUrl,
    hotlineNumber,
    recording: (id: string) => `${publicUrl}/recordings/${id}.mp3`,
  };
  const menu: CallReply & { plainVoice: boolean } = {
    say: [{ type: 'words', words: 'Press 1', language: 'en' }],
    next: { type: 'keys', most: 1 },
    step: 3,
    plainVoice: false,
  };

  describe(`Webhooks: ${name}`, () => {
    it.each<[string, SignedWebhooks]>([
      ['texts', texts],
      ['statuses', statuses],
      ...(calls ? [['calls', calls] satisfies [string, SignedWebhooks]] : []),
    ])('checks the signature of %s', (_, webhooks) => {
      expect(webhooks.path).toMatch(/^\/\w+$/);
      expect(webhooks.checkSignature(far.text(aText, 'new-token'), keys)).toBe('signed');
      expect(webhooks.checkSignature(far.text(aText, 'old-token'), keys)).toBe('signed');
      expect(webhooks.checkSignature(far.text(aText, 'another'), keys)).toBe('wrong');
      expect(webhooks.checkSignature(far.text(aText, ''), keys)).toBe('wrong');
      expect(webhooks.checkSignature(far.unsigned(far.text(aText)), keys)).toBe('missing');
      const { form, body } = far.text({ ...aText, text: 'another' });
      expect(webhooks.checkSignature({ ...far.text(aText), form, body }, keys)).toBe('wrong');
    });

    const channels = (['sms', 'whatsapp'] as const).filter((kind) => carries.includes(kind));
    it.each(channels)('parses a text by %s', (channel) => {
      expect(texts.parseText(far.text({ ...aText, channel }))).toEqual({
        type: 'text',
        incoming: { id: messageSid('1'), from: caller, channel, text: aText.text, media: 0 },
      });
    });

    it('finds a sender without a phone and a text without an id', () => {
      expect(texts.parseText(far.text({ ...aText, from: 'VM-HDFCBK' })).type).toBe('no-phone');
      expect(texts.parseText(far.text({ from: caller, text: 'x' })).type).toBe('malformed');
    });

    it('renders a reply, and no reply', () => {
      const { body, contentType } = texts.renderReply('Units <2> & more? हाँ');
      expect(contentType).toMatch(/^\w+\/[\w.+-]+/);
      expect(far.messagesIn(body)).toEqual(['Units <2> & more? हाँ']);
      expect(far.messagesIn(texts.renderReply(null).body)).toEqual([]);
    });

    it('parses the states of a message', () => {
      for (const state of ['sent', 'delivered'] as const)
        expect(statuses.parseMessageStatus(far.messageStatus('01abc', state))).toMatchObject({
          messageId: '01abc',
          state,
        });
      for (const failure of ['unreachable', 'temporary', 'opted-out', 'other'] as const)
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
      expect(calls.parseLeg(leg, false)).toEqual({ callId: 'CA1', leg: 0 });
      const heard = calls.renderCallReply(menu, { ...address, leg: 0 }, links).body;
      expect(calls.parseLeg(far.answer(leg, heard, '1'), true)).toEqual({
        callId: 'CA1',
        leg: 0,
        key: '1',
      });
    });
  });
};
