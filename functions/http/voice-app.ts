import { type Context, Hono } from 'hono';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import {
  parseLegForm,
  parseVoiceForm,
  type VoiceQuery,
} from '../carriers/twilio/inbound/voice-form.ts';
import {
  type OfCall,
  renderCallReply,
  type VoiceLinks,
} from '../carriers/twilio/inbound/voice-twiml.ts';
import type { AnswerLeg, CallEvent, ReceiveCall } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { rejectedReply } from '../use-cases/calls/missed-call.ts';
import { unknownCallerReply } from '../use-cases/calls/speak-reply.ts';
import { describeError } from './describe-error.ts';
import type { Form } from './form.ts';
import { recordingLink } from './recording-link.ts';
import { refuseReplay, type SignedForm } from './webhook-app.ts';

export type VoiceOptions = {
  services: Services;
  receiveCall: ReceiveCall;
  answerLeg: AnswerLeg;
  /** Never answered: whoever rings it is called back. */
  missedCallNumber?: PhoneNumber | undefined;
  authTokens: readonly string[];
};

type Reply = Parameters<typeof renderCallReply>[0];

/**
 * Calls: the beginning, what is heard afterwards, the phones that are rung, and what is said when the carrier could
 * not do as told. `signedForm` has checked the signature; undefined: it was wrong.
 */
export const createVoiceApp =
  (options: VoiceOptions) =>
  (signedForm: SignedForm): Hono => {
    const { services, receiveCall, answerLeg, missedCallNumber } = options;
    const app = new Hono();
    const links: VoiceLinks = {
      publicUrl: services.publicUrl,
      hotlineNumber: services.hotlineNumber,
      recording: (id) =>
        recordingLink(id, {
          publicUrl: services.publicUrl,
          secret: options.authTokens[0] ?? '',
          now: Date.now(),
        }),
    };
    const answer = (c: Context, reply: Reply, call: OfCall) =>
      c.body(renderCallReply(reply, call, links), 200, {
        'Content-Type': 'text/xml; charset=utf-8',
      });

    const hear = async (c: Context, heard: CallEvent, soundless = false) => {
      const reply = await receiveCall(services, heard);
      if (reply === 'replayed') return refuseReplay(c, services);
      const call = { callId: heard.callId, isOut: heard.direction === 'out' };
      return answer(c, soundless ? wordsOf(reply) : reply, call);
    };

    /** The webhook of a call, through whichever door. */
    const hearing =
      (then: (c: Context, heard: CallEvent, form: Form) => Promise<Response>) =>
      async (c: Context): Promise<Response> => {
        const form = await signedForm(c);
        if (!form) return c.text('wrong signature', 403);
        const heard = parseVoiceForm(form, queryOf(c), missedCallNumber);
        return heard ? then(c, heard, form) : c.text('no call of ours', 400);
      };

    app.post(
      '/twilio/voice',
      hearing((c, heard) => hear(c, heard)),
    );
    app.post(
      '/twilio/voice/heard',
      hearing((c, heard) => hear(c, heard)),
    );
    app.post(
      '/twilio/voice/fallback',
      hearing(async (c, heard, form) => {
        const voiceFailed = isVoiceError(form);
        try {
          const once = { ...heard, ...(voiceFailed && { voiceFailed }) };
          return await hear(c, once, isSoundError(form));
        } catch (error) {
          // It has failed twice: rather a kind word than a dead line, but never on the number nobody answers.
          services.log.error('call-failed', describeError(error));
          const sorry = heard.missed ? rejectedReply : unknownCallerReply('callUnknown', services);
          return answer(c, sorry, { callId: heard.callId, isOut: false });
        }
      }),
    );

    const leg = async (c: Context, answers: boolean) => {
      const form = await signedForm(c);
      if (!form) return c.text('wrong signature', 403);
      const heard = parseLegForm(form, { call: c.req.query('c'), leg: c.req.query('i'), answers });
      if (!heard) return c.text('no leg of ours', 400);
      const reply = await answerLeg(services, heard);
      if (reply === 'replayed') return refuseReplay(c, services);
      return answer(c, reply, { callId: heard.callId, isOut: false, leg: heard.leg });
    };
    app.post('/twilio/voice/leg', (c) => leg(c, false));
    app.post('/twilio/voice/leg/heard', (c) => leg(c, true));
    return app;
  };

/** Twilio's errors of Gather (133xx) and Say (135xx); anything else is no fault of the voice. */
const isVoiceError = (form: Form): boolean => /^13[35]\d\d$/.test(String(form['ErrorCode']));

/** What was to be played could not be fetched. */
const isSoundError = (form: Form): boolean => /\/recordings\//.test(String(form['ErrorUrl']));

const wordsOf = (reply: Reply): Reply => ({
  ...reply,
  say: reply.say.filter(({ type }) => type === 'words'),
});

/** A call that we made has its id in every URL; so has the answer to our own words in any other. */
const queryOf = (c: Context): VoiceQuery => ({
  call: c.req.query('c'),
  step: c.req.query('s'),
  isOut:
    c.req.query('d') === 'out' ||
    (c.req.query('c') !== undefined && c.req.query('s') === undefined),
  isNothing: c.req.query('nothing') === '1',
});
