import type { WebhookSender } from '../send-webhook.ts';
import { type SpokenVerb, speakingMs } from '../twiml/spoken-verbs.ts';
import { VoiceError } from '../twiml/verb-attributes.ts';
import { type Verb, voiceVerbsIn } from '../twiml/voice-verbs.ts';
import { voiceForm } from './call-forms.ts';
import type { LiveCall } from './live-call.ts';
import type { NextDocument } from './next-document.ts';
import { type DialOptions, playDial } from './play-dial.ts';
import { playGather } from './play-gather.ts';
import { playRecord } from './play-record.ts';
import { hasEnded } from './sim-call.ts';
import { type Recordings, wordsInSound } from './sim-recordings.ts';

export type PlayerOptions = Omit<DialOptions, 'whisper'> & {
  accountSid: string;
  webhooks: WebhookSender;
  recordings: Recordings;
  /** The base of RecordingUrl. */
  recordingsUrl: string;
};

/** Twilio's own words, from memory (certainty C). */
const applicationError = 'We are sorry, an application error has occurred. Goodbye.';

/** Plays voice documents on a call, one after another, until they end or the call is over. */
export class CallPlayer {
  readonly #options: PlayerOptions;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** Settles when the last document has ended. The caller then connects the call or ends it. */
  async play(call: LiveCall, start: NextDocument, fallbackUrl?: string): Promise<void> {
    for (let next: NextDocument | undefined = start; next; ) {
      const current: NextDocument = next;
      try {
        next = await this.#playDocument(call, current);
        if (next && hasEnded(call.state())) {
          // The phone hung up in a recording or a conversation: the hotline is notified, its answer is not played.
          await this.#fetchDocument(call, next);
          return;
        }
      } catch (error) {
        if (!(error instanceof VoiceError)) throw error;
        if (hasEnded(call.state())) return;
        next = undefined;
        if (fallbackUrl === undefined || current.isFallback) await breakOff(call);
        else next = toFallback(fallbackUrl, error, current.url);
      }
    }
  }

  /** Plays one document from its first verb. Returns the document the call goes on with, if any. */
  async #playDocument(call: LiveCall, document: NextDocument): Promise<NextDocument | undefined> {
    const verbs = voiceVerbsIn(await this.#fetchDocument(call, document), document.url);
    for (const verb of verbs) {
      if (hasEnded(call.state())) return undefined;
      const mayStillRing = verb.verb === 'Reject' || (verb.verb === 'Dial' && verb.answerOnBridge);
      if (!mayStillRing) call.pickUp();
      const next = await this.#playVerb(call, verb);
      if (next) return next;
    }
    return undefined;
  }

  /** Returns the document the call goes on with; undefined: the next verb, unless the call is over. */
  async #playVerb(call: LiveCall, verb: Verb): Promise<NextDocument | undefined> {
    const { recordings, recordingsUrl: url, now } = this.#options;
    switch (verb.verb) {
      case 'Say':
      case 'Play':
      case 'Pause':
        await this.#speak(call, verb, 13511, async (ms) => {
          await call.wait(ms);
          return !hasEnded(call.state());
        });
        return undefined;
      case 'Gather':
        return playGather(call, verb, {
          speak: (spoken, badVoice, lasts) => this.#speak(call, spoken, badVoice, lasts),
          now,
        });
      case 'Record':
        return playRecord(call, verb, { recordings, now, url });
      case 'Dial':
        if (call.direction === 'outbound-dial') throw new VoiceError(12200, '<Dial> in a whisper');
        return playDial(call, verb, {
          ...this.#options,
          whisper: (leg, link) => this.play(leg, link),
        });
      case 'Redirect':
        return verb.to;
      case 'Hangup':
        call.end('completed');
        return undefined;
      case 'Reject':
        reject(call, verb.reason);
        return undefined;
      default:
        verb satisfies never;
        return undefined;
    }
  }

  /**
   * Says it. `lasts` lets the time pass and returns whether to go on. `badVoice`: the code for a voice that is not
   * available.
   */
  async #speak(
    call: LiveCall,
    spoken: SpokenVerb,
    badVoice: 13511 | 13321,
    lasts: (ms: number) => Promise<boolean>,
  ): Promise<void> {
    if (spoken.verb === 'Pause') {
      await lasts(spoken.ms);
      return;
    }
    if (spoken.verb === 'Say' && this.#options.faults.badVoices.includes(spoken.voice))
      throw new VoiceError(badVoice, spoken.voice);
    const sound = spoken.verb === 'Play' ? await this.#fetchSound(spoken.url) : undefined;
    for (let i = 0; i < spoken.times && !hasEnded(call.state()); i += 1) {
      if (spoken.verb === 'Say') call.say(spoken.text, spoken.language);
      // The language of a recording is not known.
      else call.say(sound ?? '', 'und', true);
      if (!(await lasts(spoken.verb === 'Say' ? spoken.ms : speakingMs(sound ?? '')))) return;
    }
  }

  async #fetchDocument(call: LiveCall, document: NextDocument): Promise<string> {
    const { webhooks, accountSid } = this.#options;
    const form = { ...voiceForm(call, accountSid), ...document.form };
    const answer =
      document.method === 'POST'
        ? await webhooks.post(document.url, form)
        : await webhooks.get(withQuery(document.url, form));
    if (answer.type === 'failed')
      throw new VoiceError(answer.status === null ? 11205 : 11200, `answered ${answer.status}`);
    if (!/xml|html/.test(answer.contentType))
      throw new VoiceError(12300, `"${answer.contentType}" is not TwiML`);
    return 'xml' in answer ? answer.xml : Buffer.from(answer.bytes).toString('utf8');
  }

  /** The words of a recording of ours. */
  async #fetchSound(url: string): Promise<string> {
    const sound = await this.#options.webhooks.get(url);
    if (sound.type === 'failed') throw new VoiceError(11200, `answered ${sound.status}`);
    if (!sound.contentType.startsWith('audio/'))
      throw new VoiceError(12300, `"${sound.contentType}" is not a sound`);
    return wordsInSound(sound.bytes) ?? '♪';
  }
}

const toFallback = (url: string, error: VoiceError, errorUrl: string): NextDocument => ({
  url,
  method: 'POST',
  form: { ErrorCode: String(error.code), ErrorUrl: errorUrl.split('#')[0] ?? '' },
  isFallback: true,
});

/** A call that was not picked up ends free of charge, "busy" or "no-answer" (Twilio, "Reject"). */
const reject = (call: LiveCall, reason: 'rejected' | 'busy'): void => {
  const isAnswered = call.state().answeredAt !== undefined;
  if (!isAnswered) call.change({ rejected: true });
  const unanswered = reason === 'busy' ? 'busy' : 'no-answer';
  call.end(isAnswered ? 'completed' : unanswered);
};

const breakOff = async (call: LiveCall): Promise<void> => {
  call.pickUp();
  call.change({ waitsFor: null });
  call.say(applicationError, 'en-US');
  await call.wait(speakingMs(applicationError));
  call.end('completed');
};

const withQuery = (url: string, form: { [field: string]: string }): string => {
  const link = new URL(url);
  for (const [field, value] of Object.entries(form)) link.searchParams.append(field, value);
  return link.href;
};
