import { describe, expect, it } from 'vitest';
import type { Carrier, OutgoingCall, OutgoingText } from '#functions/ports/carrier.ts';
import type { CallSender, TextSender } from '#functions/ports/carrier-definition.ts';
import type { DeliveryFailure } from '#shared/outbox/outbox-row.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';

/** What the far side of the carrier does in a test. */
export type CarrierFault =
  | { type: 'none' }
  /** Accepts the message without an answer. */
  | { type: 'time-out-after-accepting' }
  /** Drops the message without an answer. */
  | { type: 'time-out-before-accepting' }
  | { type: 'status'; status: number; code?: number | string };

export type TextSenderWorld = {
  carrier: TextSender;
  /** Applies to every request from now on. */
  fault(fault: CarrierFault): void | Promise<void>;
  /** The texts that arrived, in order. */
  accepted(): { to: string; from: string; text: string; callback: string }[];
  /** Stores the photograph of an incoming text; returns its id. Of a carrier of WhatsApp. */
  photograph?(bytes: string): Promise<string>;
};

export type CallSenderWorld = {
  carrier: CallSender;
  fault(fault: CarrierFault): void | Promise<void>;
  /** The forms of the requested calls, in order. */
  ordered(): URLSearchParams[];
  /** Stores a recording; returns its id. */
  record(words: string): Promise<string>;
};

export type CarrierWorld = TextSenderWorld & CallSenderWorld & { carrier: Carrier };

const phone = phoneNumberSchema.parse('+919415012345');
export const aText = (change: Partial<OutgoingText> = {}): OutgoingText => ({
  to: phone,
  channel: 'sms',
  text: 'B+ needed at SRN & more: खून 1=yes',
  messageId: '01abc',
  ...change,
});

export const aCall = (change: Partial<OutgoingCall> = {}): OutgoingCall => ({
  to: phone,
  callId: '01call',
  ringSeconds: 25,
  ...change,
});

/** What a carrier can do, and what its ids, paths and codes look like. */
type Wire = {
  carriesWhatsApp: boolean;
  /** False: it has no list of what it has sent, and answers `cannot-tell`. */
  tells: boolean;
  id: RegExp;
  status: RegExp;
  /** A code by which it refuses a text, and what that means. */
  optedOut: number | string;
  means?: DeliveryFailure;
  busy: number | string;
};
const twilioWire: Wire = {
  carriesWhatsApp: true,
  tells: true,
  id: /^SM/,
  status: /\/twilio\/status\/message\?m=01abc#rc=3&rp=all&rt=4500$/,
  optedOut: 21610,
  busy: 20429,
};
const longAgo = epochMs(Date.now() - 3_600_000);

/** The contract of every carrier of texts behind the port. */
export const describeTextSender = (
  name: string,
  open: () => Promise<TextSenderWorld>,
  { carriesWhatsApp, tells, id, status: statusPath, optedOut, means = 'opted-out', busy }: Wire,
): void => {
  describe(`Texts: ${name}`, () => {
    it('sends the text to the number, with our id in the callback', async () => {
      const { carrier, accepted } = await open();
      const result = await carrier.send(aText());
      expect(result).toEqual({ type: 'accepted', carrierId: expect.stringMatching(id) });
      expect(accepted()).toHaveLength(1);
      expect(accepted()[0]).toMatchObject({ to: phone, text: aText().text });
      expect(accepted()[0]?.callback).toMatch(statusPath);
    });

    it.runIf(carriesWhatsApp)('uses the channel of the message', async () => {
      const { carrier, accepted } = await open();
      await carrier.send(aText({ channel: 'whatsapp' }));
      expect(accepted()[0]).toMatchObject({ to: `whatsapp:${phone}` });
      expect(accepted()[0]?.from).toMatch(/^whatsapp:\+/);
    });

    it.runIf(carriesWhatsApp)(
      'has a photograph that came until it is deleted; a second deletion does nothing',
      async () => {
        const { carrier, photograph } = await open();
        const id = (await photograph?.('a picture')) ?? '';
        const photo = await carrier.photo(id);
        expect(photo?.type).toBe('image/jpeg');
        expect(Buffer.from(photo?.bytes ?? []).toString()).toBe('a picture');
        await carrier.deletePhoto(id);
        expect(await carrier.photo(id)).toBeUndefined();
        await carrier.deletePhoto(id);
      },
    );

    it('returns a refusal with the carrier’s code and its meaning', async () => {
      const { carrier, fault, accepted } = await open();
      await fault({ type: 'status', status: 400, code: optedOut });
      expect(await carrier.send(aText())).toEqual({
        type: 'refused',
        code: String(optedOut),
        failure: means,
      });
      expect(accepted()).toEqual([]);
    });

    it('returns busy when the carrier is busy', async () => {
      const { carrier, fault } = await open();
      await fault({ type: 'status', status: 429, code: busy });
      expect(await carrier.send(aText())).toMatchObject({
        type: 'busy',
        code: String(busy),
        failure: 'other',
      });
    });

    it('returns unknown for a 5xx', async () => {
      const { carrier, fault } = await open();
      for (const status of [500, 502, 503]) {
        await fault({ type: 'status', status });
        expect(await carrier.send(aText())).toMatchObject({ type: 'unknown' });
      }
    });

    it.skipIf(tells)('never says not-found of a text that it may have accepted', async () => {
      const { carrier, fault, accepted } = await open();
      for (const type of ['time-out-after-accepting', 'time-out-before-accepting'] as const) {
        await fault({ type });
        expect(await carrier.send(aText())).toMatchObject({ type: 'unknown' });
        await fault({ type: 'none' });
        expect(await carrier.find(aText(), longAgo)).toEqual({ type: 'cannot-tell' });
      }
      expect(accepted()).toHaveLength(1);
    });

    if (!tells) return;

    it('finds a text that was accepted without an answer', async () => {
      const { carrier, fault, accepted } = await open();
      await fault({ type: 'time-out-after-accepting' });
      expect(await carrier.send(aText())).toMatchObject({ type: 'unknown' });
      await fault({ type: 'none' });
      expect(await carrier.find(aText(), longAgo)).toEqual({
        type: 'found',
        carrierId: expect.stringMatching(id),
      });
      expect(accepted()).toHaveLength(1);
    });

    it('does not find a text that never arrived', async () => {
      const { carrier, fault } = await open();
      await fault({ type: 'time-out-before-accepting' });
      expect(await carrier.send(aText())).toMatchObject({ type: 'unknown' });
      await fault({ type: 'none' });
      expect(await carrier.find(aText(), longAgo)).toEqual({ type: 'not-found' });
    });

    it('finds a text only when number, channel, words and time all match', async () => {
      const { carrier } = await open();
      await carrier.send(aText());
      const other = phoneNumberSchema.parse('+919415012346');
      const afterwards = epochMs(Date.now() + 3_600_000);
      expect(await carrier.find(aText(), longAgo)).toMatchObject({ type: 'found' });
      expect(await carrier.find(aText({ to: other }), longAgo)).toEqual({ type: 'not-found' });
      expect(await carrier.find(aText({ text: 'other' }), longAgo)).toEqual({ type: 'not-found' });
      if (carriesWhatsApp)
        expect(await carrier.find(aText({ channel: 'whatsapp' }), longAgo)).toEqual({
          type: 'not-found',
        });
      expect(await carrier.find(aText(), afterwards)).toEqual({ type: 'not-found' });
    });

    it('finds a text behind hundreds of later ones to the same phone', async () => {
      const { carrier } = await open();
      await carrier.send(aText());
      for (let i = 0; i < 205; i += 1) await carrier.send(aText({ text: `later ${i}` }));
      expect(await carrier.find(aText(), longAgo)).toMatchObject({ type: 'found' });
      expect(await carrier.find(aText({ text: 'never' }), longAgo)).toEqual({ type: 'not-found' });
    });
  });
};

/** What an order for a call looks like, and how it is refused. */
type CallWire = {
  id: RegExp;
  /** The order for `aCall()`. */
  expectOrder(form: URLSearchParams): void;
  refused: { status: number; code: number | string; says: string };
  busy: { status: number; code: number | string; says: string };
};

const twilioCallWire: CallWire = {
  id: /^CA/,
  expectOrder(form) {
    expect(form.get('To')).toBe(phone);
    expect(form.get('Timeout')).toBe('25');
    // Twilio's own limit is four hours.
    expect(form.get('TimeLimit')).toBe('1800');
    expect(form.get('Url')).toMatch(/\/twilio\/voice\?c=01call#rc=2&rp=5xx,ct$/);
    expect(form.get('FallbackUrl')).toMatch(/\/twilio\/voice\/fallback\?c=01call#rc=2&rp=5xx,ct$/);
    expect(form.get('StatusCallback')).toMatch(
      /\/twilio\/status\/call\?c=01call#rc=3&rp=all&rt=4500$/,
    );
    const events = ['initiated', 'ringing', 'answered', 'completed'];
    expect(form.getAll('StatusCallbackEvent')).toEqual(events);
  },
  refused: { status: 400, code: 21215, says: '21215' },
  busy: { status: 429, code: 20429, says: '20429' },
};

/** The contract of every carrier behind the port. */
export const describeCarrier = (name: string, open: () => Promise<CarrierWorld>): void => {
  describeTextSender(name, open, twilioWire);
  describeCallSender(name, open, twilioCallWire);
};

/** The contract of every carrier of calls behind the port. */
export const describeCallSender = (
  name: string,
  open: () => Promise<CallSenderWorld>,
  { id, expectOrder, refused, busy }: CallWire,
): void => {
  describe(`Calls: ${name}`, () => {
    it('calls the number, with our id in every URL and a callback for each state', async () => {
      const { carrier, ordered } = await open();
      const result = await carrier.call(aCall());
      expect(result).toEqual({ type: 'accepted', carrierId: expect.stringMatching(id) });
      expect(ordered()).toHaveLength(1);
      expectOrder(ordered()[0] ?? new URLSearchParams());
    });

    it('tells a refused call from a busy carrier and an unknown result', async () => {
      const { carrier, fault, ordered } = await open();
      await fault({ type: 'status', ...refused });
      expect(await carrier.call(aCall())).toEqual({
        type: 'refused',
        code: refused.says,
        failure: 'other',
      });
      await fault({ type: 'status', ...busy });
      expect(await carrier.call(aCall())).toMatchObject({
        type: 'busy',
        code: busy.says,
        failure: 'other',
      });
      await fault({ type: 'status', status: 500 });
      expect(await carrier.call(aCall())).toMatchObject({ type: 'unknown' });
      expect(ordered()).toEqual([]);
    });

    it('finds a call that was accepted without an answer, by number and time', async () => {
      const { carrier, fault, ordered } = await open();
      await fault({ type: 'time-out-after-accepting' });
      expect(await carrier.call(aCall())).toMatchObject({ type: 'unknown' });
      await fault({ type: 'none' });
      expect(await carrier.findCall(aCall(), longAgo)).toEqual({
        type: 'found',
        carrierId: expect.stringMatching(id),
      });
      const other = phoneNumberSchema.parse('+919415012346');
      expect(await carrier.findCall(aCall({ to: other }), longAgo)).toEqual({ type: 'not-found' });
      const afterwards = epochMs(Date.now() + 3_600_000);
      expect(await carrier.findCall(aCall(), afterwards)).toEqual({ type: 'not-found' });
      expect(ordered()).toHaveLength(1);
    });

    it('does not find a call that never arrived', async () => {
      const { carrier, fault } = await open();
      await fault({ type: 'time-out-before-accepting' });
      expect(await carrier.call(aCall())).toMatchObject({ type: 'unknown' });
      await fault({ type: 'none' });
      expect(await carrier.findCall(aCall(), longAgo)).toEqual({ type: 'not-found' });
    });

    it('has a recording until it is deleted; a second deletion does nothing', async () => {
      const { carrier, record } = await open();
      const id = await record('रमेश कुमार');
      const sound = await carrier.sound(id);
      expect(sound?.type).toMatch(/^audio\//);
      expect(Buffer.from(sound?.bytes ?? []).toString('utf8')).toContain('रमेश कुमार');
      await carrier.deleteSound(id);
      expect(await carrier.sound(id)).toBeUndefined();
      await carrier.deleteSound(id);
    });
  });
};
