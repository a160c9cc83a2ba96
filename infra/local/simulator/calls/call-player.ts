import type { WebhookSender } from '../send-webhook.ts';
import { type SpokenVerb, speakingMs } from '../twiml/spoken-verbs.ts';
import type { Link } from '../twiml/verb-attributes.ts';
import { VoiceError } from '../twiml/voice-error.ts';
import { type Verb, voiceVerbsIn } from '../twiml/voice-verbs.ts';
import { voiceForm } from './call-forms.ts';
import type { LiveCall } from './live-call.ts';
import { type DialOptions, playDial } from './play-dial.ts';
import { playGather } from './play-gather.ts';
import { playRecord } from './play-record.ts';
import { hasEnded } from './sim-call.ts';
import { type Recordings, wordsInSound } from './sim-recordings.ts';

/** Where a call goes on, with what is told there. */
export type Answered = Link & { form?: { [field: string]: string }; isFallback?: boolean };

/** Says it; `lasts` passes the time and answers whether to go on. `badVoice`: the code of a voice that cannot be had. */
export type Speak = (
  spoken: SpokenVerb,
  badVoice: 13511 | 13321,
  lasts: (ms: number) => Promise<boolean>,
) => Promise<void>;

export type PlayerOptions = Omit<DialOptions, 'whisper'> & {
  accountSid: string;
  webhooks: WebhookSender;
  recordings: Recordings;
  /** The base of RecordingUrl. */
  recordingsUrl: string;
};

/** Twilio's own words, as recalled (C). */
const applicationError = 'We are sorry, an application error has occurred. Goodbye.';

/** Plays voice documents on a line, one after another, until they end or the call is over. */
export const createCallPlayer = (options: PlayerOptions) => {
  const { accountSid, webhooks, recordings, recordingsUrl, now, faults } = options;

  const ask = async (line: LiveCall, go: Answered): Promise<string> => {
    const form = { ...voiceForm(line, accountSid), ...go.form };
    const answer =
      go.method === 'POST'
        ? await webhooks.post(go.url, form)
        : await webhooks.get(withQuery(go.url, form));
    if (answer.type === 'failed')
      throw new VoiceError(answer.status === null ? 11205 : 11200, `answered ${answer.status}`);
    if (!/xml|html/.test(answer.contentType))
      throw new VoiceError(12300, `"${answer.contentType}" is no TwiML`);
    return 'xml' in answer ? answer.xml : Buffer.from(answer.bytes).toString('utf8');
  };

  /** What is played: the words of a recording of ours. */
  const soundAt = async (url: string): Promise<string> => {
    const sound = await webhooks.get(url);
    if (sound.type === 'failed') throw new VoiceError(11200, `answered ${sound.status}`);
    if (!sound.contentType.startsWith('audio/'))
      throw new VoiceError(12300, `"${sound.contentType}" is no sound`);
    return wordsInSound(sound.bytes) ?? '♪';
  };

  const speakOn =
    (line: LiveCall): Speak =>
    async (spoken, badVoice, lasts) => {
      if (spoken.verb === 'Pause') {
        await lasts(spoken.ms);
        return;
      }
      if (spoken.verb === 'Say' && faults.badVoices.includes(spoken.voice))
        throw new VoiceError(badVoice, spoken.voice);
      const sound = spoken.verb === 'Play' ? await soundAt(spoken.url) : undefined;
      for (let i = 0; i < spoken.times && !hasEnded(line.call()); i += 1) {
        if (spoken.verb === 'Say') line.say(spoken.text, spoken.language);
        // Nobody knows in which language somebody spoke.
        else line.say(sound ?? '', 'und', true);
        if (!(await lasts(spoken.verb === 'Say' ? spoken.ms : speakingMs(sound ?? '')))) return;
      }
    };

  /** Where it goes on; undefined: with the next verb, if the call is not over. */
  const perform = async (line: LiveCall, verb: Verb): Promise<Answered | undefined> => {
    switch (verb.verb) {
      case 'Say':
      case 'Play':
      case 'Pause':
        await speakOn(line)(verb, 13511, async (ms) => {
          await line.rest(ms);
          return !hasEnded(line.call());
        });
        return undefined;
      case 'Gather':
        return playGather(line, verb, { speak: speakOn(line), now });
      case 'Record':
        return playRecord(line, verb, { recordings, now, url: recordingsUrl });
      case 'Dial':
        if (line.direction === 'outbound-dial') throw new VoiceError(12200, '<Dial> in a whisper');
        return playDial(line, verb, { ...options, whisper: (leg, link) => play(leg, link) });
      case 'Redirect':
        return verb.to;
      case 'Hangup':
        line.end('completed');
        return undefined;
      case 'Reject':
        reject(line, verb.reason);
        return undefined;
    }
  };

  /** One document, from its first verb; where the call goes on afterwards, if anywhere. */
  const playDocument = async (line: LiveCall, go: Answered): Promise<Answered | undefined> => {
    const verbs = voiceVerbsIn(await ask(line, go), go.url);
    for (const verb of verbs) {
      if (hasEnded(line.call())) return undefined;
      const mayStillRing = verb.verb === 'Reject' || (verb.verb === 'Dial' && verb.answerOnBridge);
      if (!mayStillRing) line.pickUp();
      const next = await perform(line, verb);
      if (next) return next;
    }
    return undefined;
  };

  /** Until the last document has ended; then it is for the caller to put the call through, or to end it. */
  const play = async (line: LiveCall, start: Answered, fallbackUrl?: string): Promise<void> => {
    for (let go: Answered | undefined = start; go; ) {
      const here: Answered = go;
      try {
        go = await playDocument(line, here);
        if (go && hasEnded(line.call())) {
          // Somebody hung up in a recording or a talk: the hotline is told, and its answer is for nobody.
          await ask(line, go);
          return;
        }
      } catch (error) {
        if (!(error instanceof VoiceError)) throw error;
        if (hasEnded(line.call())) return;
        go = undefined;
        if (fallbackUrl === undefined || here.isFallback) await breakOff(line);
        else
          go = {
            url: fallbackUrl,
            method: 'POST',
            form: { ErrorCode: String(error.code), ErrorUrl: here.url },
            isFallback: true,
          };
      }
    }
  };

  return play;
};

/** Before it was picked up the call ends free of charge, "busy" or "no-answer" (Twilio, "Reject"). */
const reject = (line: LiveCall, reason: 'rejected' | 'busy'): void => {
  const isAnswered = line.call().answeredAt !== undefined;
  if (!isAnswered) line.change({ rejected: true });
  const unanswered = reason === 'busy' ? 'busy' : 'no-answer';
  line.end(isAnswered ? 'completed' : unanswered);
};

const breakOff = async (line: LiveCall): Promise<void> => {
  line.pickUp();
  line.change({ waitsFor: null });
  line.say(applicationError, 'en-US');
  await line.rest(speakingMs(applicationError));
  line.end('completed');
};

const withQuery = (url: string, form: { [field: string]: string }): string => {
  const link = new URL(url);
  for (const [field, value] of Object.entries(form)) link.searchParams.append(field, value);
  return link.href;
};
