import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '#functions/carriers/twilio/inbound/sms-twiml.ts';
import { splitSpeech } from '#functions/carriers/twilio/inbound/split-speech.ts';
import { renderCallReply } from '#functions/carriers/twilio/inbound/voice-twiml.ts';
import type { CallAddress, CallLinks } from '#functions/ports/webhooks.ts';
import { voiceVerbsIn } from '#infra/local/simulator/twiml/voice-verbs.ts';
import { type CallReply, callReplySchema } from '#shared/conversation/call-menu/call-reply.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { anyText } from '#test/property/any-text.ts';

const publicUrl = 'https://hotline.example.org/base';
const links: CallLinks = {
  publicUrl,
  hotlineNumber: phoneNumberSchema.parse('+915320000000'),
  prompt: (file: string) => `https://hotline.test/prompts/${file}.mp3`,
  recording: (id) => `${publicUrl}/recordings/${encodeURIComponent(id)}.mp3?until=1&key=k`,
};
const ofCall: CallAddress = { callId: 'CA1', isOut: false };
const reply = (
  next: CallReply['next'],
  say: { type: 'words'; words: string; language: 'hi' | 'en' }[] = [],
): CallReply => callReplySchema.parse({ say, next, step: 4 });
const english = (words: string) => ({ type: 'words', words, language: 'en' }) as const;
const twiml = (what: CallReply, call = ofCall, plainVoice = false) =>
  renderCallReply({ ...what, plainVoice }, call, links).replace(/^<\?xml[^>]*\?>/, '');
const heard = `${publicUrl}/twilio/voice/heard?c=CA1&amp;s=4`;
const kajal = '<Say voice="Polly.Kajal-Neural" language="en-IN">';

describe('a reply as TwiML', () => {
  it('says the prompt inside the Gather, so that a key interrupts it; silence redirects', () => {
    expect(twiml(reply({ type: 'keys', most: 1 }, [english('Press 1')]))).toBe(
      `<Response><Gather input="dtmf" action="${heard}" method="POST" numDigits="1" timeout="7" finishOnKey="">${kajal}Press 1</Say></Gather>` +
        `<Redirect method="POST">${heard}&amp;nothing=1</Redirect></Response>`,
    );
  });

  it('lets a hash end a number', () => {
    const xml = twiml(reply({ type: 'keys', most: 6 }));
    expect(xml).toContain('numDigits="6"');
    expect(xml).not.toContain('finishOnKey');
  });

  it('accepts speech in the language of the call', () => {
    const hints = ['स्वरूप रानी', 'बेली'];
    const xml = twiml(reply({ type: 'keys', most: 1, words: 'hi', hints }));
    expect(xml).toContain('input="dtmf speech"');
    expect(xml).toContain('language="hi-IN" speechTimeout="2" hints="स्वरूप रानी, बेली"');
  });

  it('lets a key skip the prompt of a recording and end it after the tone, without transcription', () => {
    expect(twiml(reply({ type: 'record', maxSeconds: 20 }, [english('Your name')]))).toBe(
      `<Response><Gather input="dtmf" action="${heard}" method="POST" numDigits="1" timeout="1" finishOnKey="">${kajal}Your name</Say></Gather>` +
        `<Record action="${heard}" method="POST" maxLength="20" timeout="4" playBeep="true" finishOnKey="1234567890*#"/>` +
        `<Redirect method="POST">${heard}&amp;nothing=1</Redirect></Response>`,
    );
  });

  it('rings with our caller id, for a limited time, without recording', () => {
    const phones = ['+919415012345', '+919415012346'].map((p) => phoneNumberSchema.parse(p));
    const ring = reply({ type: 'ring', phones, ringSeconds: 25, talkSeconds: 600 });
    const leg = `${publicUrl}/twilio/voice/leg?c=a%2Fb%26c&amp;i=`;
    const action = `${publicUrl}/twilio/voice/heard?c=a%2Fb%26c&amp;s=4&amp;d=out`;
    expect(twiml(ring, { callId: 'a/b&c', isOut: true })).toBe(
      `<Response><Dial action="${action}" method="POST" callerId="+915320000000" timeout="25" timeLimit="600" answerOnBridge="true">` +
        `<Number url="${leg}0&amp;s=4" method="POST">+919415012345</Number><Number url="${leg}1&amp;s=4" method="POST">+919415012346</Number></Dial></Response>`,
    );
  });

  it('answers a leg with its own URL, and connects the two when the TwiML ends', () => {
    const leg = { ...ofCall, leg: { at: 1, step: 4, asked: 1 } };
    expect(twiml(reply({ type: 'keys', most: 1 }), leg)).toContain(
      `${publicUrl}/twilio/voice/leg/heard?c=CA1&amp;i=1&amp;s=4&amp;n=1`,
    );
    expect(twiml(reply({ type: 'talk' }), leg)).toBe('<Response/>');
  });

  it('hangs up after the last word, and rejects before any word', () => {
    expect(twiml(reply({ type: 'hang-up' }, [english('Goodbye')]))).toBe(
      `<Response>${kajal}Goodbye</Say><Hangup/></Response>`,
    );
    // Anything before a <Reject> picks up the call, and the caller pays for it.
    expect(twiml(reply({ type: 'reject' }, [english('Goodbye')]))).toBe(
      '<Response><Reject reason="busy"/></Response>',
    );
  });

  it('speaks in the plain voice when asked', () => {
    const said = twiml(
      reply({ type: 'hang-up' }, [{ type: 'words', words: 'नमस्ते', language: 'hi' }]),
      ofCall,
      true,
    );
    expect(said).toContain('<Say voice="Polly.Aditi" language="hi-IN">नमस्ते</Say>');
  });
});

const word = fc.oneof(anyText(), fc.constantFrom('नमस्ते', '<&>', ' ', '\u0000'));
const say = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('words'),
      words: word,
      language: fc.constantFrom('hi', 'en'),
    }),
    fc.record({
      type: fc.constant('recording'),
      id: fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' }),
    }),
  ),
  { maxLength: 4 },
);
const seconds = fc.integer({ min: 1, max: 3600 });
const next = fc.oneof(
  fc.record(
    {
      type: fc.constant('keys'),
      most: fc.integer({ min: 1, max: 10 }),
      words: fc.constantFrom('hi', 'en'),
    },
    { requiredKeys: ['type', 'most'] },
  ),
  fc.record({ type: fc.constant('record'), maxSeconds: seconds }),
  fc.record({
    type: fc.constant('ring'),
    phones: fc.array(fc.constantFrom('+919415012345', '+14155550100'), {
      minLength: 1,
      maxLength: 4,
    }),
    ringSeconds: seconds,
    talkSeconds: seconds,
  }),
  fc.constantFrom({ type: 'hang-up' }, { type: 'reject' }, { type: 'talk' }),
);

/** The only verbs that may end a document: after them the caller has answered, or the call is over. */
const waysOn = new Set(['Redirect', 'Dial', 'Hangup', 'Reject']);

describe('every reply', () => {
  it('is TwiML that a strict carrier plays, with a next step and no relative link', () => {
    fc.assert(
      fc.property(
        fc.record({ say, next, step: fc.nat(1000) }),
        fc.record({ callId: fc.string({ minLength: 1, maxLength: 64 }), isOut: fc.boolean() }),
        fc.option(fc.nat(9), { nil: undefined }),
        fc.boolean(),
        (given, { callId, isOut }, leg, plainVoice) => {
          const parsed = { ...callReplySchema.parse(given), plainVoice };
          const xml = renderCallReply(
            parsed,
            { callId, isOut, ...(leg !== undefined && { leg: { at: leg, asked: 1 } }) },
            links,
          );
          const verbs = voiceVerbsIn(xml, 'https://elsewhere.example/');
          if (parsed.next.type !== 'talk')
            expect(waysOn.has(verbs.at(-1)?.verb ?? ''), xml).toBe(true);
          expect(xml).not.toContain('elsewhere');
          expect(xml).not.toMatch(/ record=|transcri/);
          for (const [, url = ''] of xml.matchAll(/(?:action|url)="([^"]*)"/g))
            expect(new URL(url.replaceAll('&amp;', '&')).searchParams.get('c')).toBe(callId);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('splitSpeech', () => {
  it('splits a text that is too long, and loses nothing', () => {
    const long = 'खून चाहिए '.repeat(200).trim();
    const said = splitSpeech(long);
    expect(said.length).toBeGreaterThan(1);
    expect(said.join(' ')).toBe(long);
    for (const words of said) expect(encodeURIComponent(words).length).toBeLessThanOrEqual(4500);
  });

  it('returns nothing for an empty text, and drops what XML cannot hold', () => {
    expect(splitSpeech(' \n ')).toEqual([]);
    expect(splitSpeech('Ra\u0001mesh \ud800 \u000b😀')).toEqual(['Ra mesh 😀']);
    expect(renderReply('Ra\u0001mesh')).toContain('<Message>Ra mesh</Message>');
  });
});
