import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { CallReply, SpokenLine } from '#shared/conversation/call-menu/call-reply.ts';
import type { SpokenLanguage } from '#shared/terms/language.ts';
import type { CallAddress, CallLinks } from '../../../ports/webhooks.ts';
import { splitSpeech } from './split-speech.ts';

/** Seconds of silence after which a screen is said again; while a number is keyed in, between two keys. */
const patience = 7;

/** Both speak Hindi and Indian English (Amazon Polly, "Available voices"). */
const voices = {
  premium: { hi: 'Polly.Kajal-Neural', en: 'Polly.Kajal-Neural' },
  /** Where the neural voice is not to be had. */
  plain: { hi: 'Polly.Aditi', en: 'Polly.Aditi' },
} as const;
const tags = { hi: 'hi-IN', en: 'en-IN' } as const satisfies Record<SpokenLanguage, string>;

/** A call's reply as TwiML. */
export const renderCallReply = (
  reply: CallReply & { plainVoice: boolean },
  call: CallAddress,
  links: CallLinks,
): string => {
  const response = new VoiceResponse();
  const say = (to: { say: VoiceResponse['say']; play: VoiceResponse['play'] }): void => {
    for (const line of reply.say) speak(to, line, { plain: reply.plainVoice, links });
  };
  const answers = heardUrl(links.publicUrl, call, reply.step);
  const { next } = reply;
  // Only a <Reject> that comes first leaves the call unanswered and free (Twilio, "Reject").
  if (next.type === 'ring' || next.type === 'hang-up' || next.type === 'talk') say(response);
  switch (next.type) {
    case 'keys':
      say(response.gather(gatherOf(next, answers)));
      response.redirect({ method: 'POST' }, `${answers}&nothing=1`);
      break;
    case 'record':
      // A key while the prompt is said goes on without a word: before its tone a Record cannot be interrupted.
      say(response.gather({ ...gatherOf({ type: 'keys', most: 1 }, answers), timeout: 1 }));
      response.record({
        action: answers,
        method: 'POST',
        maxLength: next.maxSeconds,
        timeout: 4,
        playBeep: true,
        finishOnKey: '1234567890*#',
      });
      response.redirect({ method: 'POST' }, `${answers}&nothing=1`);
      break;
    case 'ring':
      ring(response, next, { call, answers, links });
      break;
    case 'hang-up':
      response.hangup();
      break;
    // The other reason makes some networks say that the number does not exist.
    case 'reject':
      response.reject({ reason: 'busy' });
      break;
    // An answer that ends lets the two talk.
    case 'talk':
      break;
  }
  return response.toString();
};

type Mouth = { say: VoiceResponse['say']; play: VoiceResponse['play'] };

const speak = (
  to: Mouth,
  line: SpokenLine,
  { plain, links }: { plain: boolean; links: CallLinks },
): void => {
  if (line.type === 'recording') {
    to.play(links.recording(line.id));
    return;
  }
  const voice = voices[plain ? 'plain' : 'premium'][line.language];
  for (const words of splitSpeech(line.words))
    to.say({ voice, language: tags[line.language] }, words);
};

/** One key is an answer at once, star and hash too; a number ends with its last digit, a hash, or a pause. */
const gatherOf = (
  { most, words }: Extract<CallReply['next'], { type: 'keys' }>,
  action: string,
): VoiceResponse.GatherAttributes => ({
  input: words ? ['dtmf', 'speech'] : ['dtmf'],
  action,
  method: 'POST',
  numDigits: most,
  timeout: patience,
  ...(most === 1 && { finishOnKey: '' }),
  ...(words && { language: tags[words], speechTimeout: 'auto' }),
});

/** Never recorded, always for a limited time; the caller hears it ringing until somebody has taken the call. */
const ring = (
  response: VoiceResponse,
  next: Extract<CallReply['next'], { type: 'ring' }>,
  { call, answers, links }: { call: CallAddress; answers: string; links: CallLinks },
): void => {
  const dial = response.dial({
    action: answers,
    method: 'POST',
    callerId: links.hotlineNumber,
    timeout: next.ringSeconds,
    timeLimit: next.talkSeconds,
    answerOnBridge: true,
  });
  next.phones.forEach((phone, i) => {
    const url = `${links.publicUrl}/twilio/voice/leg?${queryOf({ c: call.callId, i })}`;
    dial.number({ url, method: 'POST' }, phone);
  });
};

const heardUrl = (publicUrl: string, { callId, isOut, leg }: CallAddress, step: number): string =>
  leg === undefined
    ? `${publicUrl}/twilio/voice/heard?${queryOf({ c: callId, s: step, ...(isOut && { d: 'out' }) })}`
    : `${publicUrl}/twilio/voice/leg/heard?${queryOf({ c: callId, i: leg })}`;

/** Ids of calls may hold anything; the builder escapes the & of the rest. */
const queryOf = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
