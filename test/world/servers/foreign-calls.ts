import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { ForeignCarrier } from './foreign-carrier.ts';

/*
 * Calls of the foreign carrier. It reads TwiML strictly as Twilio documents it, with its own code. A caller hears what
 * the TwiML says and presses keys.
 */

type Verb = { name: string; attributes: Record<string, string>; text: string; inside: Verb[] };

/** The verbs and attributes that TwiML may contain (Twilio's TwiML reference). */
const grammar: Record<string, readonly string[]> = {
  Response: [],
  Say: ['voice', 'language', 'loop'],
  Play: ['loop', 'digits'],
  Pause: ['length'],
  Gather: [
    ...['action', 'method', 'input', 'numDigits', 'timeout', 'finishOnKey', 'language', 'hints'],
    ...['speechTimeout', 'actionOnEmptyResult', 'bargeIn', 'enhanced', 'profanityFilter'],
  ],
  Record: [
    ...['action', 'method', 'timeout', 'finishOnKey', 'maxLength', 'playBeep', 'trim'],
    ...['recordingStatusCallback', 'transcribe'],
  ],
  Dial: [
    ...['action', 'method', 'timeout', 'timeLimit', 'callerId', 'answerOnBridge', 'hangupOnStar'],
    'ringTone',
  ],
  Number: ['url', 'method', 'statusCallback', 'statusCallbackEvent'],
  Redirect: ['method'],
  Hangup: [],
  Reject: ['reason'],
};

const unescaped = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Parses TwiML. Throws when it is not well-formed or contains a verb or attribute that Twilio does not know. */
export const readTwiml = (xml: string): Verb[] => {
  const root: Verb = { name: '', attributes: {}, text: '', inside: [] };
  const stack = [root];
  const body = xml.replace(/^<\?xml[^?]*\?>\s*/, '');
  let rest = body;
  while (rest !== '') {
    const tag = /^<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<>]*")*)\s*(\/?)>/.exec(rest);
    const parent = stack.at(-1);
    if (!parent) throw new Error(`closed too often: ${xml}`);
    if (!tag) {
      const text = /^[^<]+/.exec(rest)?.[0];
      if (text === undefined) throw new Error(`no TwiML: ${rest.slice(0, 80)}`);
      if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(text)) throw new Error(`bare &: ${text}`);
      parent.text += unescaped(text);
      rest = rest.slice(text.length);
      continue;
    }
    rest = rest.slice(tag[0].length);
    const [, closes, name = '', attributes = '', empty] = tag;
    if (closes) {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes nothing: ${xml}`);
      continue;
    }
    const allowed = grammar[name];
    if (!allowed) throw new Error(`<${name}> is no verb we may use`);
    const pairs = [...attributes.matchAll(/([A-Za-z]+)="([^"]*)"/g)];
    for (const [, attribute = ''] of pairs)
      if (!allowed.includes(attribute)) throw new Error(`<${name} ${attribute}> is unknown`);
    const verb: Verb = {
      name,
      attributes: Object.fromEntries(pairs.map(([, a = '', v = '']) => [a, unescaped(v)])),
      text: '',
      inside: [],
    };
    parent.inside.push(verb);
    if (!empty) stack.push(verb);
  }
  if (stack.length !== 1) throw new Error(`not closed: ${xml}`);
  const [response, ...others] = root.inside;
  if (response?.name !== 'Response' || others.length > 0) throw new Error(`no <Response>: ${xml}`);
  return response.inside;
};

const wordsIn = (verbs: Verb[]): Verb[] =>
  verbs.flatMap((v) => (v.name === 'Say' ? [v] : wordsIn(v.inside)));

export type Answer = { status: number; xml: string };

/** One phone on a call with the hotline. */
export class ForeignCall {
  readonly sid = `CA${randomBytes(16).toString('hex')}`;
  /** All TwiML answers of the hotline, newest last. */
  readonly answers: Answer[] = [];
  /** The posted webhooks, for repetition. */
  readonly posts: { path: string; fields: Record<string, string> }[] = [];
  private readonly carrier: ForeignCarrier;
  private readonly parties: { From: string; To: string; Direction: string };
  private here = '/twilio/voice';

  constructor(
    carrier: ForeignCarrier,
    from: string,
    { to, direction = 'inbound' }: { to: string; direction?: string },
  ) {
    this.carrier = carrier;
    this.parties = { From: from, To: to, Direction: direction };
  }

  /** Answers the phone; `url` is that of a call from the hotline. */
  async begins(url = '/twilio/voice'): Promise<this> {
    return this.post(url, {
      CallStatus: this.parties.Direction === 'inbound' ? 'ringing' : 'in-progress',
    });
  }

  async post(url: string, fields: Record<string, string>): Promise<this> {
    const path = this.pathOf(url);
    const all = {
      CallSid: this.sid,
      AccountSid: this.carrier.accountSid,
      ApiVersion: '2010-04-01',
      CallStatus: 'in-progress',
      ...this.parties,
      Caller: this.parties.From,
      Called: this.parties.To,
      ...fields,
    };
    this.posts.push({ path, fields: all });
    const { status, body } = await this.carrier.post(path, all);
    this.answers.push({ status, xml: body });
    expect(status, `${path}: ${body}`).toBe(200);
    this.here = path;
    readTwiml(body);
    return this;
  }

  /** Twilio resolves a relative URL against the document that contains it. */
  private pathOf(url: string): string {
    const base = 'https://base.example';
    const { pathname, search } = new URL(url, base + this.here);
    return pathname + search;
  }

  get verbs(): Verb[] {
    return readTwiml(this.answers.at(-1)?.xml ?? '');
  }

  /** The words of the last answer, in order. */
  get words(): string {
    return wordsIn(this.verbs)
      .map((v) => v.text)
      .join(' ');
  }

  get languages(): string[] {
    return [...new Set(wordsIn(this.verbs).map((v) => v.attributes['language'] ?? ''))];
  }

  verb(name: string): Verb | undefined {
    return this.verbs.find((v) => v.name === name);
  }

  get isOver(): boolean {
    return ['Hangup', 'Reject'].some((name) => this.verb(name)) || this.verbs.length === 0;
  }

  /** Presses keys: a Gather takes as many as it asked for, a Record ends at one. */
  async presses(keys: string): Promise<this> {
    const listening = this.verb('Gather') ?? this.verb('Record');
    if (!listening) throw new Error(`nothing listens: ${this.answers.at(-1)?.xml}`);
    const most = Number(listening.attributes['numDigits'] ?? keys.length);
    expect(keys.length, this.words).toBeLessThanOrEqual(most);
    return this.post(listening.attributes['action'] ?? this.here, { Digits: keys });
  }

  /** Presses nothing: a Gather continues with the verb after it. */
  async staysSilent(): Promise<this> {
    const index = this.verbs.findIndex((v) => v.name === 'Gather' || v.name === 'Record');
    const redirect = this.verbs.slice(index + 1).find((v) => v.name === 'Redirect');
    if (!redirect) throw new Error(`silence leads nowhere: ${this.answers.at(-1)?.xml}`);
    return this.post(redirect.text.trim(), {});
  }

  /** Posts the last webhook again. */
  async repeats(index: number): Promise<Answer> {
    const { path, fields } = this.posts.at(index) ?? { path: '', fields: {} };
    const { status, body } = await this.carrier.post(path, fields);
    return { status, xml: body };
  }
}
