import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { CallReply, SpokenLine } from '#shared/conversation/call-menu/call-reply.ts';
import type { SpokenLanguage } from '#shared/terms/language.ts';
import type { CallAddress, CallLinks } from '../../../ports/webhooks.ts';
import { splitSpeech } from './split-speech.ts';

/** Seconds of silence after which a screen is repeated; also the longest pause between two keys of a number. */
const silenceSeconds = 7;

/** Seconds of silence that end what a caller says. */
const speechPauseSeconds = 2;

/** Both speak Hindi and Indian English (Amazon Polly, "Available voices"). */
const voices = {
  premium: { hi: 'Polly.Kajal-Neural', en: 'Polly.Kajal-Neural' },
  /** For when the neural voice fails. */
  plain: { hi: 'Polly.Aditi', en: 'Polly.Aditi' },
} as const;
const tags = { hi: 'hi-IN', en: 'en-IN' } as const satisfies Record<SpokenLanguage, string>;

/** Renders a call's reply as TwiML. */
export const renderCallReply = (
  reply: CallReply & { plainVoice: boolean },
  call: CallAddress,
  links: CallLinks,
): string => {
  const response = new VoiceResponse();
  const speakAll = (to: Speaker): void => {
    for (const line of reply.say) speak(to, line, { plain: reply.plainVoice, links });
  };
  const answerUrl = renderAnswerUrl(links.publicUrl, call, reply.step);
  const { next } = reply;
  // Only a <Reject> that comes first leaves the call unanswered and free (Twilio, "Reject").
  if (next.type === 'ring' || next.type === 'hang-up' || next.type === 'talk') speakAll(response);
  switch (next.type) {
    case 'keys':
      speakAll(response.gather(toGather(next, answerUrl)));
      response.redirect({ method: 'POST' }, `${answerUrl}&nothing=1`);
      break;
    case 'record':
      // A key pressed during the prompt skips the recording: a Record cannot be interrupted before its tone.
      speakAll(response.gather({ ...toGather({ type: 'keys', most: 1 }, answerUrl), timeout: 1 }));
      response.record({
        action: answerUrl,
        method: 'POST',
        maxLength: next.maxSeconds,
        timeout: 4,
        playBeep: true,
        finishOnKey: '1234567890*#',
      });
      response.redirect({ method: 'POST' }, `${answerUrl}&nothing=1`);
      break;
    case 'ring':
      renderDial(response, next, { call, step: reply.step, answerUrl, links });
      break;
    case 'hang-up':
      response.hangup();
      break;
    // With the reason `rejected` some networks announce that the number does not exist.
    case 'reject':
      response.reject({ reason: 'busy' });
      break;
    // The end of the TwiML connects the two.
    case 'talk':
      break;
  }
  return response.toString();
};

type Speaker = { say: VoiceResponse['say']; play: VoiceResponse['play'] };

const speak = (
  to: Speaker,
  line: SpokenLine,
  { plain, links }: { plain: boolean; links: CallLinks },
): void => {
  if (line.type === 'recording') {
    to.play(links.recording(line.id));
    return;
  }
  if (line.file) {
    to.play(links.prompt(line.file));
    return;
  }
  const voice = voices[plain ? 'plain' : 'premium'][line.language];
  for (const words of splitSpeech(line.words))
    to.say({ voice, language: tags[line.language] }, words);
};

/** A single key answers at once, star and hash too. A number ends with its last digit, a hash or a pause. */
const toGather = (
  { most, words, hints }: Extract<CallReply['next'], { type: 'keys' }>,
  action: string,
): VoiceResponse.GatherAttributes => ({
  input: words ? ['dtmf', 'speech'] : ['dtmf'],
  action,
  method: 'POST',
  numDigits: most,
  timeout: silenceSeconds,
  ...(most === 1 && { finishOnKey: '' }),
  // A whole number: with `auto` Twilio warns (13335) once a speech model is set.
  ...(words && {
    language: tags[words],
    speechTimeout: String(speechPauseSeconds),
    ...(hints && { hints: hints.join(', ') }),
  }),
});

/** Never recorded, and always for a limited time. The caller hears ringing until the call is picked up. */
const renderDial = (
  response: VoiceResponse,
  next: Extract<CallReply['next'], { type: 'ring' }>,
  {
    call,
    step,
    answerUrl,
    links,
  }: { call: CallAddress; step: number; answerUrl: string; links: CallLinks },
): void => {
  const dial = response.dial({
    action: answerUrl,
    method: 'POST',
    callerId: links.hotlineNumber,
    timeout: next.ringSeconds,
    timeLimit: next.talkSeconds,
    answerOnBridge: true,
  });
  next.phones.forEach((phone, i) => {
    const leg = renderQuery({ c: call.callId, i, s: step });
    const url = `${links.publicUrl}/twilio/voice/leg?${leg}`;
    dial.number({ url, method: 'POST' }, phone);
  });
};

const renderAnswerUrl = (
  publicUrl: string,
  { callId, isOut, leg }: CallAddress,
  step: number,
): string =>
  leg === undefined
    ? `${publicUrl}/twilio/voice/heard?${renderQuery({ c: callId, s: step, ...(isOut && { d: 'out' }) })}`
    : `${publicUrl}/twilio/voice/leg/heard?${renderQuery({
        c: callId,
        i: leg.at,
        ...(leg.step !== undefined && { s: leg.step }),
        n: leg.asked,
      })}`;

/** A call's id may hold any character. The builder escapes the & between the parameters. */
const renderQuery = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
