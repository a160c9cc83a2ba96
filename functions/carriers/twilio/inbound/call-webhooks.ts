import type { CallWebhooks, Form, Webhook } from '../../../ports/webhooks.ts';
import { twilioSigned } from './twilio-signature.ts';
import { parseLegForm, parseVoiceForm, type VoiceQuery } from './voice-form.ts';
import { renderCallReply } from './voice-twiml.ts';

/** Twilio's webhooks of a call, and their replies in TwiML. */
export const twilioCalls: CallWebhooks = {
  ...twilioSigned,
  parseCall: (webhook, unanswered) =>
    parseVoiceForm(webhook.form, toVoiceQuery(webhook), unanswered),
  parseLeg: ({ form, query }, answers) =>
    parseLegForm(form, {
      call: query('c'),
      leg: query('i'),
      step: query('s'),
      asked: query('n'),
      answers,
    }),
  parseCallFault: ({ form }) => ({
    voiceFailed: isVoiceError(form),
    soundFailed: isSoundError(form),
  }),
  renderCallReply: (reply, call, links) => ({
    contentType: 'text/xml; charset=utf-8',
    body: renderCallReply(reply, call, links),
  }),
};

/** Twilio's errors of Gather (133xx) and Say (135xx); any other is not about the voice. */
const isVoiceError = (form: Form): boolean => /^13[35]\d\d$/.test(String(form['ErrorCode']));

/** A recording to be played could not be fetched. */
const isSoundError = (form: Form): boolean =>
  /\/(recordings|prompts)\//.test(String(form['ErrorUrl']));

/** A call that we made has its id in every URL; the answer to our own words has it in any other call too. */
const toVoiceQuery = ({ query }: Webhook): VoiceQuery => ({
  call: query('c'),
  step: query('s'),
  isOut: query('d') === 'out' || (query('c') !== undefined && query('s') === undefined),
  isNothing: query('nothing') === '1',
});
