import { expect } from 'vitest';
import { hasEnded, type SimCall } from '#infra/local/simulator/calls/sim-call.ts';
import type { Bubble } from '#infra/local/simulator/messages/sim-message.ts';
import type { SimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { seconds } from '#shared/terms/time.ts';
import { saysIt } from './match-message.ts';
import { OnCall, type PassTime } from './on-call.ts';

type Texting = {
  channel?: 'sms' | 'whatsapp';
  media?: number;
  /** The sid of an earlier text: the carrier posts that one again. */
  messageSid?: string;
};

/** Somebody with a phone. What it gets is expected by `hears`, in any order; what is left over fails the scenario. */
export class Phone {
  readonly name: string;
  readonly number: PhoneNumber;
  private readonly carrier: SimulatedCarrier;
  private readonly pass: PassTime;
  /** What the phone shows of the hotline, in the order in which it came. */
  private readonly inbox: Bubble[] = [];
  private readonly read = new Set<string>();
  /** Calls of the hotline's that this phone has rung for. */
  private readonly rang = new Set<string>();
  /** Those of them that its holder has answered, declined or knows to have missed. */
  private readonly expected = new Set<string>();

  constructor(name: string, number: PhoneNumber, carrier: SimulatedCarrier, pass: PassTime) {
    this.name = name;
    this.number = number;
    this.carrier = carrier;
    this.pass = pass;
  }

  /** Returns the text's MessageSid. */
  async texts(body: string, options: Texting = {}): Promise<string> {
    const { messageSid } = await this.carrier.text(this.number, body, options);
    // Until what follows from a text has reached the phones.
    await this.pass(seconds(20));
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

  /** The world tells that it rings. Where a fault picks up, or nobody is there, that is the story's own doing. */
  rings({ sid }: SimCall): void {
    this.rang.add(sid);
    if (this.carrier.faults.calls[this.number] !== undefined) this.expected.add(sid);
  }

  /** The world hands over what arrives. */
  receive(bubble: Bubble): void {
    this.inbox.push(bubble);
  }

  /** Dials the hotline, or its second number, and listens. */
  async calls(to?: string): Promise<OnCall> {
    const earlier = this.carrier.calls.of(this.number).length;
    const dialling = this.carrier.calls.call(this.number, to);
    const { sid } = this.carrier.calls.of(this.number)[earlier] ?? (await dialling);
    const call = this.onCall(sid);
    await call.listens();
    await dialling;
    return call;
  }

  /** Takes the call that rings, and listens; fails when none does. */
  async picksUp(): Promise<OnCall> {
    const { sid } = this.ringing();
    this.expected.add(sid);
    const answering = this.carrier.calls.answer(sid);
    const call = this.onCall(sid);
    await call.listens();
    await answering;
    return call;
  }

  /** Refuses the call that rings; fails when none does. */
  async declines(): Promise<void> {
    const { sid } = this.ringing();
    this.expected.add(sid);
    await this.carrier.calls.decline(sid);
    await this.pass(seconds(2));
  }

  isRinging(): boolean {
    return this.callsToIt().some((call) => call.status === 'ringing');
  }

  /** Lets the call that rings ring out, or knows of one that was missed before; fails when there is none. */
  async missesCall(): Promise<void> {
    const missed = this.unexpectedCalls()[0];
    expect(missed, `${this.name} should have missed a call`).toBeDefined();
    if (!missed) return;
    this.expected.add(missed.sid);
    while (this.carrier.calls.get(missed.sid)?.status === 'ringing') await this.pass(seconds(1));
  }

  /** How many calls rang this phone and ended without being taken. */
  missedCalls(): number {
    return this.callsToIt().filter((call) => hasEnded(call) && call.answeredAt === undefined)
      .length;
  }

  /** Calls that rang this phone and were no part of the story. */
  unexpectedCalls(): SimCall[] {
    return this.callsToIt().filter((call) => !this.expected.has(call.sid));
  }

  private onCall(sid: string): OnCall {
    return new OnCall(this.name, sid, this.carrier, this.pass);
  }

  private ringing(): SimCall {
    const call = this.callsToIt().find((c) => c.status === 'ringing');
    const states = this.callsToIt().map((c) => c.status);
    if (!call)
      throw new Error(`${this.name}'s phone should ring; calls to it: ${JSON.stringify(states)}`);
    return call;
  }

  /** An engaged phone and one out of reach do not ring, and show nothing. */
  private callsToIt(): SimCall[] {
    return this.carrier.calls.of(this.number).filter((call) => this.rang.has(call.sid));
  }
}
