import type { TwimlElement } from './parse-twiml.ts';
import { VoiceError } from './voice-error.ts';

/** Where a call goes on. */
export type Link = { url: string; method: 'GET' | 'POST' };

/** What the hotline may use of each verb. A Dial that records is not among it: two people's talk is never kept. */
const attributes: { [verb: string]: readonly string[] } = {
  Say: ['voice', 'language', 'loop'],
  Play: ['loop'],
  Pause: ['length'],
  Gather: [
    ...['action', 'method', 'input', 'numDigits', 'finishOnKey', 'timeout', 'speechTimeout'],
    ...['actionOnEmptyResult', 'language', 'hints', 'speechModel', 'enhanced', 'bargeIn'],
    ...['profanityFilter'],
  ],
  Record: ['action', 'method', 'timeout', 'finishOnKey', 'maxLength', 'playBeep', 'trim'],
  Dial: [
    ...['action', 'method', 'timeout', 'timeLimit', 'callerId', 'answerOnBridge', 'hangupOnStar'],
  ],
  Number: ['url', 'method'],
  Redirect: ['method'],
  Hangup: [],
  Reject: ['reason'],
};

export const brokenSchema = (why: string): never => {
  throw new VoiceError(12200, why);
};

/** Throws VoiceError. */
export const checkAttributes = ({ name, attributes: given }: TwimlElement): void => {
  const known = attributes[name] ?? brokenSchema(`<${name}> is no verb played here`);
  for (const key of Object.keys(given)) if (!known.includes(key)) brokenSchema(`${name} ${key}`);
};

export type AttributeReader = ReturnType<typeof readerOf>;

/** An element's attributes, typed; a value that its verb does not allow throws VoiceError. */
export const readerOf = ({ name, attributes }: TwimlElement, base: string) => {
  const oneOf = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T => {
    const value = attributes[key] ?? otherwise;
    return allowed.find((a) => a === value) ?? brokenSchema(`${name} ${key}="${value}"`);
  };
  const method = (): 'GET' | 'POST' => oneOf('method', ['GET', 'POST'], 'POST');
  return {
    oneOf,
    method,
    text: (key: string, otherwise: string): string => attributes[key] ?? otherwise,
    flag: (key: string): boolean => oneOf(key, ['true', 'false'], 'false') === 'true',
    whole: (key: string, otherwise: number): number => {
      const value = attributes[key] ?? String(otherwise);
      return /^[1-9]\d*$/.test(value) ? Number(value) : brokenSchema(`${name} ${key}="${value}"`);
    },
    link: (key: string): Link | undefined => {
      const to = attributes[key];
      return to === undefined ? undefined : { url: resolve(to, base), method: method() };
    },
  };
};

export const resolve = (url: string, base: string): string => {
  if (!URL.canParse(url, base)) throw new VoiceError(12200, `${url} is no URL`);
  return new URL(url, base).href;
};
