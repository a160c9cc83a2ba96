import { type TwimlElement, textOf } from './parse-twiml.ts';
import { VoiceError } from './verb-attributes.ts';

/** What the caller hears. `times`: how often; `language` as BCP 47. */
export type SpokenVerb =
  | { verb: 'Say'; text: string; voice: string; language: string; times: number; ms: number }
  | { verb: 'Play'; url: string; times: number }
  | { verb: 'Pause'; ms: number };

/** A calm voice says about 2.3 words a second; digits with spaces between them count as words. */
const wordsPerSecond = 2.3;
export const speakingMs = (text: string): number =>
  Math.ceil((text.split(/\s+/).filter((word) => word !== '').length / wordsPerSecond) * 1000);

/** loop="0" means "until the call ends" (Twilio), at most a thousand times. */
const timesOf = (loop = '1'): number => (loop === '0' ? 1000 : whole(loop));

const whole = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new VoiceError(12200, `"${text}" is not a number`);
  return Number(text);
};

/** Parses Say, Play or Pause. Twilio only warns about an empty Say (13520); here it is an error, because words were lost. */
export const spokenIn = (element: TwimlElement, base: string): SpokenVerb => {
  const { attributes } = element;
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  if (element.name === 'Pause')
    return { verb: 'Pause', ms: whole(attributes['length'] ?? '1') * 1000 };
  const times = timesOf(attributes['loop']);
  if (element.name === 'Play') {
    if (!URL.canParse(text, base)) throw new VoiceError(12200, `${text} is not a URL`);
    return { verb: 'Play', url: new URL(text, base).href, times };
  }
  if (text === '') throw new VoiceError(13520, 'nothing to say');
  const { voice = 'alice', language = 'en-US' } = attributes;
  return { verb: 'Say', text, voice, language, times, ms: speakingMs(text) + breaksIn(element) };
};

/** The milliseconds of silence that SSML <break time="…"> elements ask for. */
const breaksIn = (element: TwimlElement): number =>
  element.children.reduce((sum, child) => {
    if (typeof child === 'string') return sum;
    const [, n = '0', unit] = /^([\d.]+)(ms|s)$/.exec(child.attributes['time'] ?? '') ?? [];
    const own = child.name === 'break' ? Number(n) * (unit === 's' ? 1000 : 1) : 0;
    return sum + own + breaksIn(child);
  }, 0);
