import { createHmac, randomBytes } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';

/*
 * A caller's phone that plays TwiML as Twilio documents it, and counts keys and seconds. It shares no code with the
 * hotline: its own XML reading, its own rules, its own signatures.
 */

/** Words a second of the voice: 135 a minute. */
const wordsPerSecond = 2.25;
/** A recording that is played, a tone, and the time from hearing a key named to having pressed it. */
const soundSeconds = 3;
const toneSeconds = 1;
const reactionSeconds = 1;
const keySeconds = 0.5;

type Node = { name: string; text: string; attributes: Record<string, string>; inside: Node[] };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parser's ordered form as nodes: each item is one element, its attributes under `:@`. */
const toNodes = (items: unknown): Node[] =>
  (Array.isArray(items) ? items : []).filter(isRecord).flatMap((item) => {
    const name = Object.keys(item).find((key) => key !== ':@');
    if (name === undefined || name === '#text' || name.startsWith('?')) return [];
    const content: unknown[] = Array.isArray(item[name]) ? item[name] : [];
    const text = content
      .filter(isRecord)
      .map((child) => child['#text'] ?? '')
      .join(' ');
    const attributes = isRecord(item[':@']) ? item[':@'] : {};
    const strings = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
    return [{ name, text, attributes: Object.fromEntries(strings), inside: toNodes(content) }];
  });

const wordsIn = (text: string): string[] =>
  text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w));
const secondsOf = (text: string): number => wordsIn(text).length / wordsPerSecond;

/** How keys are said. A key that no sentence names is pressed when all is said. */
const keyNames: Record<string, readonly string[]> = Object.fromEntries(
  [
    'शून्य zero',
    'एक one',
    'दो two',
    'तीन three',
    'चार four',
    'पाँच five',
    'छह six',
    'सात seven',
    'आठ eight',
    'नौ nine',
  ].map((names, key) => [String(key), names.split(' ')]),
);

/** True when a sentence names the key ("तो एक दबाएँ", "press one", "…: तीन"), not a count ("एक बोतल") or a code. */
const namesKey = (sentence: string, key: string): boolean => {
  if (/कोड|code/i.test(sentence) && !/दबा|press/i.test(sentence)) return false;
  const names = keyNames[key]?.join('|');
  return (
    names !== undefined &&
    new RegExp(`(?:^|तो|लिए|में|press|:)\\s*(?:${names})\\s*(?:$|[.।?!,;:]|दबा)`, 'i').test(
      sentence.trim(),
    )
  );
};

/** The keys that words name, in their order, each with the seconds until its sentence is over. */
export const keysNamedIn = (words: string): { key: string; seconds: number }[] => {
  let seconds = 0;
  return words.split(/(?<=[.।?!,])/).flatMap((sentence) => {
    seconds += secondsOf(sentence);
    const key = Object.keys(keyNames).find((one) => namesKey(sentence, one));
    return key === undefined ? [] : [{ key, seconds }];
  });
};

/** Seconds of a prompt until the sentence that names this key is over. */
const secondsUntilNamed = (prompt: readonly Node[], key: string): number => {
  let seconds = 0;
  for (const { name, text } of prompt) {
    if (name === 'Play') seconds += soundSeconds;
    for (const sentence of text.split(/(?<=[.।?!,])/)) {
      seconds += secondsOf(sentence);
      if (namesKey(sentence, key)) return seconds;
    }
  }
  return seconds;
};

export type Host = {
  fetch(request: Request): Response | Promise<Response>;
  publicUrl: string;
  authToken: string;
};

export class PlayedCall {
  readonly sid = `CA${randomBytes(16).toString('hex')}`;
  keys = 0;
  seconds = 0;
  /** The longest time without a word, a tone or ringing, and the longest with ringing alone. */
  muteSeconds = 0;
  ringingSeconds = 0;
  private muteNow = 0;
  readonly said: string[] = [];
  private readonly host: Host;
  private readonly parties: Record<string, string>;
  private here: string;
  private document: Node[] = [];

  constructor(host: Host, parties: { From: string; To: string }, start = '/twilio/voice') {
    this.host = host;
    this.parties = parties;
    this.here = `${host.publicUrl}${start}`;
  }

  begins(): Promise<this> {
    return this.ask(this.here, { CallStatus: 'ringing' });
  }

  /** The words of the document that plays now. */
  get words(): string {
    const collect = (nodes: Node[]): string[] =>
      nodes.flatMap((n) => (n.name === 'Say' ? [n.text] : collect(n.inside)));
    return collect(this.document).join(' ');
  }

  find(name: string): Node | undefined {
    return this.document.find((node) => node.name === name);
  }

  get isOver(): boolean {
    return this.document.every(
      ({ name }) => !['Gather', 'Record', 'Dial', 'Redirect'].includes(name),
    );
  }

  /** Presses keys as soon as the first of them has been named. One key more or less than asked waits for the time-out. */
  async presses(keys: string): Promise<this> {
    const gather = this.find('Gather');
    if (!gather) throw new Error(`nothing takes keys: ${this.document.map((n) => n.name)}`);
    this.sayAllBefore(gather);
    this.seconds +=
      secondsUntilNamed(gather.inside, keys.length === 1 ? keys : '') + reactionSeconds;
    this.keys += keys.length;
    this.seconds += keySeconds * (keys.length - 1);
    const most = Number(gather.attributes['numDigits'] ?? 99);
    if (keys.length < most && gather.attributes['finishOnKey'] !== keys.at(-1))
      this.seconds += Number(gather.attributes['timeout'] ?? 5);
    return this.ask(gather.attributes['action'] ?? this.here, { Digits: keys.slice(0, most) });
  }

  /** What speech recognition makes of words that are said at a Gather which takes speech. */
  async says(words: string): Promise<this> {
    const gather = this.find('Gather');
    if (!gather?.attributes['input']?.includes('speech')) throw new Error('nothing takes speech');
    this.seconds += secondsUntilNamed(gather.inside, '') + secondsOf(words) + 2;
    return this.ask(gather.attributes['action'] ?? this.here, {
      SpeechResult: words,
      Confidence: '0.6',
    });
  }

  /** Speaks after the tone, and ends it with a key, or with silence. */
  async records(seconds: number, key?: string): Promise<this> {
    const record = this.find('Record');
    if (!record) throw new Error('nothing records');
    this.sayAllBefore(record);
    this.seconds +=
      toneSeconds + seconds + (key ? keySeconds : Number(record.attributes['timeout'] ?? 5));
    if (key) this.keys += 1;
    const sid = `RE${randomBytes(16).toString('hex')}`;
    return this.ask(record.attributes['action'] ?? this.here, {
      RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/${sid}`,
      RecordingDuration: String(seconds),
      ...(key && { Digits: key }),
    });
  }

  /** Nothing is pressed or said: an empty Gather or Record goes on with the next verb. */
  async staysSilent(): Promise<this> {
    if (this.find('Dial')) return this.ringsOut();
    for (const node of this.document) {
      if (node.name === 'Say' || node.name === 'Play') this.hears(node);
      if (node.name === 'Gather') for (const inside of node.inside) this.hears(inside);
      if (node.name === 'Record') this.sounds(toneSeconds);
      if (node.name === 'Gather' || node.name === 'Record')
        this.isMuteFor(Number(node.attributes['timeout'] ?? 5));
      if (node.name === 'Redirect') return this.ask(node.text, {});
    }
    return this;
  }

  private hears({ name, text }: Node): void {
    this.sounds(name === 'Play' ? soundSeconds : secondsOf(text));
  }

  private sounds(seconds: number): void {
    this.muteNow = 0;
    this.seconds += seconds;
  }

  private isMuteFor(seconds: number): void {
    this.muteNow += seconds;
    this.seconds += seconds;
    this.muteSeconds = Math.max(this.muteSeconds, this.muteNow);
  }

  /** Those who are rung do not pick up. */
  async ringsOut(): Promise<this> {
    const dial = this.find('Dial');
    if (!dial) throw new Error('nobody is rung');
    this.sayAllBefore(dial);
    const rings = Number(dial.attributes['timeout'] ?? 30);
    this.sounds(rings);
    this.ringingSeconds = Math.max(this.ringingSeconds, rings);
    return this.ask(dial.attributes['action'] ?? this.here, { DialCallStatus: 'no-answer' });
  }

  /** One of those who are rung picks up: their own phone, unless the carrier has reached another one. */
  async rings(position = 0, reached?: string): Promise<PlayedCall> {
    const number = this.find('Dial')?.inside.filter(({ name }) => name === 'Number')[position];
    if (!number) throw new Error('nobody is rung');
    const leg = new PlayedCall(this.host, {
      From: this.parties['To'] ?? '',
      To: reached ?? number.text,
    });
    return leg.ask(number.attributes['url'] ?? '', { CallStatus: 'in-progress' });
  }

  async talked(): Promise<this> {
    const dial = this.find('Dial');
    return this.ask(dial?.attributes['action'] ?? '', {
      DialCallStatus: 'completed',
      DialBridged: 'true',
    });
  }

  hangsUp(): Promise<Response | undefined> {
    return this.post(`${this.host.publicUrl}/twilio/status`, { CallStatus: 'completed' });
  }

  private sayAllBefore(node: Node): void {
    for (const before of this.document) {
      if (before === node) return;
      if (before.name === 'Say') this.seconds += secondsOf(before.text);
      // A Gather in front of a Record says its prompt.
      if (before.name === 'Gather')
        this.seconds += before.inside.reduce(
          (sum, n) => sum + secondsOf(n.text),
          Number(before.attributes['timeout'] ?? 5),
        );
    }
  }

  async ask(url: string, fields: Record<string, string>): Promise<this> {
    const whole = new URL(url, this.here).href;
    const response = await this.post(whole, fields);
    if (response?.status !== 200) throw new Error(`${whole}: ${response?.status}`);
    this.here = whole;
    const [root] = toNodes(parser.parse(await response.text()));
    if (root?.name !== 'Response') throw new Error('no <Response>');
    this.document = root.inside;
    this.said.push(this.words);
    return this;
  }

  /** Twilio's signature: the URL and the sorted fields, HMAC-SHA1 with the token. */
  private async post(url: string, more: Record<string, string>): Promise<Response | undefined> {
    const fields = { CallSid: this.sid, AccountSid: 'AC1', ...this.parties, ...more };
    const signed = Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .reduce((text, [name, value]) => text + name + value, url);
    const signature = createHmac('sha1', this.host.authToken).update(signed).digest('base64');
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature,
    };
    const body = new URLSearchParams(fields).toString();
    return this.host.fetch(new Request(url, { method: 'POST', headers, body }));
  }
}
