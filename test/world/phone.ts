import { expect } from 'vitest';
import type { Bubble } from '#infra/local/carrier/carried-message.ts';
import type { SimulatedCarrier } from '#infra/local/carrier/simulated-carrier.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';

type Texting = {
  channel?: 'sms' | 'whatsapp';
  media?: number;
  /** The sid of an earlier text: the carrier posts that one again. */
  messageSid?: string;
};

const saysIt = (text: string, pattern: RegExp | string): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);

/** Somebody with a phone. What it gets is expected by `hears`, in any order; what is left over fails the scenario. */
export class Phone {
  readonly name: string;
  readonly number: PhoneNumber;
  private readonly carrier: SimulatedCarrier;
  /** Until what follows from a text has reached the phones. */
  private readonly settle: () => Promise<void>;
  /** What the phone shows of the hotline, in the order in which it came. */
  private readonly inbox: Bubble[] = [];
  private readonly read = new Set<string>();

  constructor(
    name: string,
    number: PhoneNumber,
    carrier: SimulatedCarrier,
    settle: () => Promise<void>,
  ) {
    this.name = name;
    this.number = number;
    this.carrier = carrier;
    this.settle = settle;
  }

  /** Returns the text's MessageSid. */
  async texts(body: string, options: Texting = {}): Promise<string> {
    const { messageSid } = await this.carrier.text(this.number, body, options);
    await this.settle();
    return messageSid;
  }

  /** Sends without waiting for anything that follows: for races. */
  async textsAtOnce(body: string): Promise<void> {
    await this.carrier.text(this.number, body);
  }

  /** The oldest message not read yet that says this; fails when there is none. */
  hears(...patterns: (RegExp | string)[]): string {
    const found = this.inbox.find(
      (m) => !this.read.has(m.sid) && patterns.every((p) => saysIt(m.text, p)),
    );
    expect(
      found,
      `${this.name} should hear ${patterns.join(' and ')}, but has unread: ${JSON.stringify(this.unread())}`,
    ).toBeDefined();
    if (found) this.read.add(found.sid);
    return found?.text ?? '';
  }

  /** This, and nothing else. */
  hearsOnly(...patterns: (RegExp | string)[]): string {
    const text = this.hears(...patterns);
    this.hearsNothing();
    return text;
  }

  /** Whatever came until now is no part of the story. */
  readsEverything(): void {
    this.hearsAll('');
  }

  /** The channel of the newest message that came. */
  lastChannel(): 'sms' | 'whatsapp' | undefined {
    return this.inbox.at(-1)?.channel;
  }

  /** All unread messages that say this, now read; how many there were. */
  hearsAll(pattern: RegExp | string): number {
    const found = this.inbox.filter((m) => !this.read.has(m.sid) && saysIt(m.text, pattern));
    for (const m of found) this.read.add(m.sid);
    return found.length;
  }

  hearsNothing(): void {
    expect(this.unread(), `${this.name} should hear nothing`).toEqual([]);
  }

  unread(): string[] {
    return this.inbox.filter((m) => !this.read.has(m.sid)).map((m) => m.text);
  }

  /** The world hands over what arrives. */
  receive(bubble: Bubble): void {
    this.inbox.push(bubble);
  }
}
