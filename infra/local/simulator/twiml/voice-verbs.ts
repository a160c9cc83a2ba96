import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { elementsOf, parseTwiml, type TwimlElement, TwimlError, textOf } from './parse-twiml.ts';
import { type SpokenVerb, spokenIn } from './spoken-verbs.ts';
import {
  type AttributeReader,
  brokenSchema,
  checkAttributes,
  type Link,
  readerOf,
  resolve,
  VoiceError,
} from './verb-attributes.ts';

export type Gather = {
  verb: 'Gather';
  prompt: SpokenVerb[];
  action: Link;
  dtmf: boolean;
  speech: boolean;
  /** Undefined: no limit. */
  numDigits: number | undefined;
  finishOnKey: string;
  timeoutMs: number;
  actionOnEmptyResult: boolean;
};
export type Record = {
  verb: 'Record';
  action: Link;
  maxSeconds: number;
  timeoutMs: number;
  finishOnKeys: string;
};
export type Dial = {
  verb: 'Dial';
  numbers: { number: string; whisper: Link | undefined }[];
  action: Link | undefined;
  timeoutSeconds: number;
  timeLimitMs: number;
  callerId: string | undefined;
  answerOnBridge: boolean;
  hangupOnStar: boolean;
};
export type Verb =
  | SpokenVerb
  | Gather
  | Record
  | Dial
  | { verb: 'Redirect'; to: Link }
  | { verb: 'Hangup' }
  | { verb: 'Reject'; reason: 'rejected' | 'busy' };

/**
 * The verbs of a voice document, in order, with links resolved against its URL. Stricter than Twilio, which only warns
 * about an unknown attribute. Throws VoiceError.
 */
export const voiceVerbsIn = (xml: string, url: string): Verb[] =>
  elementsOf(parseResponse(xml)).map((element) => parseVerb(element, url));

const parseResponse = (xml: string): TwimlElement => {
  try {
    return parseTwiml(xml);
  } catch (error) {
    if (error instanceof TwimlError) throw new VoiceError(12100, error.message);
    throw error;
  }
};

const parseVerb = (element: TwimlElement, base: string): Verb => {
  checkAttributes(element);
  const reader = readerOf(element, base);
  switch (element.name) {
    case 'Say':
    case 'Play':
    case 'Pause':
      return spokenIn(element, base);
    case 'Gather':
      return parseGather(element, reader, base);
    case 'Record':
      return {
        verb: 'Record',
        action: reader.link('action') ?? { url: base, method: reader.method() },
        maxSeconds: reader.whole('maxLength', 3600),
        timeoutMs: reader.whole('timeout', 5) * 1000,
        finishOnKeys: reader.text('finishOnKey', '1234567890*#'),
      };
    case 'Dial':
      return parseDial(element, reader, base);
    case 'Redirect': {
      const to = textOf(element).trim();
      return { verb: 'Redirect', to: { url: resolve(to, base), method: reader.method() } };
    }
    case 'Hangup':
      return { verb: 'Hangup' };
    case 'Reject':
      return { verb: 'Reject', reason: reader.oneOf('reason', ['rejected', 'busy'], 'rejected') };
    default:
      return brokenSchema(`<${element.name}> is not a verb of the simulator`);
  }
};

const parseGather = (element: TwimlElement, reader: AttributeReader, base: string): Gather => {
  const input = reader.text('input', 'dtmf').split(' ');
  if (input.some((kind) => kind !== 'dtmf' && kind !== 'speech')) brokenSchema(`input="${input}"`);
  const timeout = reader.text('timeout', '5');
  return {
    verb: 'Gather',
    prompt: elementsOf(element).map((child) => {
      if (!['Say', 'Play', 'Pause'].includes(child.name))
        throw new VoiceError(13320, `<${child.name}> in a <Gather>`);
      checkAttributes(child);
      return spokenIn(child, base);
    }),
    action: reader.link('action') ?? { url: base, method: reader.method() },
    dtmf: input.includes('dtmf'),
    speech: input.includes('speech'),
    numDigits: reader.text('numDigits', '') === '' ? undefined : reader.whole('numDigits', 1),
    finishOnKey: reader.text('finishOnKey', '#'),
    timeoutMs: timeout === 'auto' ? 5000 : reader.whole('timeout', 5) * 1000,
    actionOnEmptyResult: reader.flag('actionOnEmptyResult'),
  };
};

const parseDial = (element: TwimlElement, reader: AttributeReader, base: string): Dial => {
  const nouns = elementsOf(element);
  const numbers =
    nouns.length === 0
      ? [{ number: parseNumber(textOf(element)), whisper: undefined }]
      : nouns.map((noun) => {
          if (noun.name !== 'Number') brokenSchema(`<${noun.name}> in a <Dial>`);
          checkAttributes(noun);
          const whisper = readerOf(noun, base).link('url');
          return { number: parseNumber(textOf(noun)), whisper };
        });
  if (numbers.length > 10) brokenSchema('more than ten numbers in a <Dial>');
  return {
    verb: 'Dial',
    numbers,
    action: reader.link('action'),
    timeoutSeconds: reader.whole('timeout', 30),
    timeLimitMs: reader.whole('timeLimit', 14_400) * 1000,
    callerId: element.attributes['callerId'],
    answerOnBridge: reader.flag('answerOnBridge'),
    hangupOnStar: reader.flag('hangupOnStar'),
  };
};

const parseNumber = (text: string): string => {
  const number = parsePhoneNumber(text);
  if (!number) throw new VoiceError(13224, `${text} is not a phone number`);
  return number;
};
