import type { TwimlElement } from './parse-twiml.ts';

/**
 * Why a call could not go on, by Twilio's code (its error dictionary): 11200 no good answer, 11205 no connection,
 * 12100 no TwiML, 12200 TwiML that breaks its schema, 12300 wrong content type, 13xxx errors of one verb.
 */
export class VoiceError extends Error {
  override name = 'VoiceError';
  readonly code: number;
  constructor(code: number, why: string) {
    super(why);
    this.code = code;
  }
}

/** The document a call goes on with. */
export type Link = { url: string; method: 'GET' | 'POST' };

/** The attributes the hotline may use, by verb. `record` of Dial is not among them: conversations are never recorded. */
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
  const known = attributes[name] ?? brokenSchema(`<${name}> is not a verb of the simulator`);
  for (const key of Object.keys(given)) if (!known.includes(key)) brokenSchema(`${name} ${key}`);
};

export type AttributeReader = ReturnType<typeof readerOf>;

/** Reads an element's attributes by type. A value that its verb does not allow throws VoiceError. */
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
  if (!URL.canParse(url, base)) throw new VoiceError(12200, `${url} is not a URL`);
  return new URL(url, base).href;
};
