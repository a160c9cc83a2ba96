import { expect } from 'vitest';
import { hasEnded, type SimCall } from '#infra/local/simulator/calls/sim-call.ts';
import type { Bubble } from '#infra/local/simulator/messages/sim-message.ts';
import type { SimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { seconds } from '#shared/terms/time.ts';
import { matchesText } from './match-message.ts';
import { OnCall, type PassTime } from './on-call.ts';
import { asksForOwnCode, newestOwnCode, ownCodeIn, withOwnCodes } from './own-code.ts';

/** The hotline's questions after FORGET, TRUST and CLOSE, in each language. */
const asksForNumber = /text back|likh kar bhejein\. Aapne|लिखकर भेजें। आपने|भेजें। आपने/;
const asksToClose = /1 = close it|1 = band karein|1 = बंद करें/;

type Texting = {
  channel?: 'sms' | 'whatsapp';
  media?: number;
  mediaType?: string;
  /** The first file, in base64. */
  file?: string;
  place?: { lat: number; lon: number; label?: string };
  /** The sid of an earlier text, which the carrier posts again. */
  messageSid?: string;
};

/** A person with a phone. `hears` expects messages in any order. A message that no one expected fails the scenario. */
export class Phone {
  readonly name: string;
  readonly number: PhoneNumber;
  private readonly carrier: SimulatedCarrier;
  private readonly pass: PassTime;
  /** The messages from the hotline in the order of arrival. */
  private readonly inbox: Bubble[] = [];
  private readonly read = new Set<string>();
  /** Calls from the hotline for which this phone rang. */
  private readonly rang = new Set<string>();
  /** Calls that the scenario answers, declines or misses. */
  private readonly expected = new Set<string>();

  constructor(name: string, number: PhoneNumber, carrier: SimulatedCarrier, pass: PassTime) {
    this.name = name;
    this.number = number;
    this.carrier = carrier;
    this.pass = pass;
  }

  /** Returns the text's MessageSid. A volunteer types their own code where the test names the request's. */
  async texts(body: string, options: Texting = {}): Promise<string> {
    return this.sends(withOwnCodes(body, this.allTexts()), options);
  }

  /** A text in this phone's name from a person who does not read the phone. */
  async forges(body: string): Promise<void> {
    await this.sends(body);
  }

  private async sends(body: string, options: Texting = {}): Promise<string> {
    const { messageSid } = await this.carrier.text(this.number, body, options);
    // Until the effects of the text have reached all phones.
    await this.pass(seconds(20));
    return messageSid;
  }

  /** Taps the button with this title: below the newest message that has one, or the newest that says so. */
  async taps(title: string, says: RegExp | string = ''): Promise<void> {
    const on = this.inbox.findLast((m) => m.buttons.includes(title) && matchesText(m.text, says));
    expect(on, `${this.name} should have a button ${title}`).toBeDefined();
    if (on) await this.carrier.tap(on.sid, title);
    await this.pass(seconds(20));
  }

  /** The titles of the newest message's buttons. */
  lastButtons(): string[] {
    return this.inbox.at(-1)?.buttons ?? [];
  }

  /** Sends without waiting for the effects, for races. */
  async textsAtOnce(body: string): Promise<void> {
    await this.carrier.text(this.number, withOwnCodes(body, this.allTexts()));
  }

  /** The own code that this volunteer was given for a request. */
  ownCode(code: string): string {
    const own = ownCodeIn(this.allTexts(), code);
    expect(own, `${this.name}'s own code for ${code}`).toBeDefined();
    return own ?? '';
  }

  /** A verdict of a volunteer who was not asked: the reply gives their own code, and they answer with it. */
  async decides(body: string): Promise<void> {
    await this.texts(body);
    const told = this.inbox.findLast(
      (m) => !this.read.has(m.sid) && m.text.includes('if it is not real'),
    );
    if (!told) return;
    this.read.add(told.sid);
    await this.texts(body);
  }

  /** The number that the newest unread text asks to be sent back; read now. Undefined without one. */
  readsNumber(): string | undefined {
    const asked = this.inbox.findLast((m) => !this.read.has(m.sid) && asksForNumber.test(m.text));
    if (asked) this.read.add(asked.sid);
    return asked?.text.match(/(?<!\d)\d{6}(?!\d)/)?.[0];
  }

  /** Texts this, and then the number that comes back, if one does. */
  async confirms(word: string): Promise<void> {
    await this.texts(word);
    const number = this.readsNumber();
    if (number) await this.texts(number);
  }

  async forgets(word = 'FORGET'): Promise<void> {
    await this.confirms(word);
  }

  /** Texts CLOSE, and 1 when it is asked whether to close. */
  async closes(word = 'CLOSE'): Promise<void> {
    await this.texts(word);
    const asked = this.inbox.findLast((m) => !this.read.has(m.sid) && asksToClose.test(m.text));
    if (!asked) return;
    this.read.add(asked.sid);
    await this.texts('1');
  }

  /** Returns the oldest unread message that contains all of this. Fails without one. */
  hears(...patterns: (RegExp | string)[]): string {
    const found = this.inbox.find(
      (m) => !this.read.has(m.sid) && patterns.every((p) => matchesText(m.text, p)),
    );
    expect(
      found,
      `${this.name} should hear ${patterns.join(' and ')}, but has unread: ${JSON.stringify(this.unread())}`,
    ).toBeDefined();
    if (found) this.read.add(found.sid);
    return found?.text ?? '';
  }

  /** Like `hears`, and fails when another message is unread. */
  hearsOnly(...patterns: (RegExp | string)[]): string {
    const text = this.hears(...patterns);
    this.hearsNothing();
    return text;
  }

  /** Marks all messages so far as read. */
  readsEverything(): void {
    this.hearsAll('');
  }

  /** The channel of the newest message. */
  lastChannel(): 'sms' | 'whatsapp' | undefined {
    return this.inbox.at(-1)?.channel;
  }

  /** Marks all unread messages that contain this as read. Returns their number. */
  hearsAll(pattern: RegExp | string): number {
    const found = this.inbox.filter((m) => !this.read.has(m.sid) && matchesText(m.text, pattern));
    for (const m of found) this.read.add(m.sid);
    return found.length;
  }

  hearsNothing(): void {
    expect(this.unread(), `${this.name} should hear nothing`).toEqual([]);
  }

  private allTexts(): string[] {
    return this.inbox.map((m) => m.text);
  }

  unread(): string[] {
    return this.inbox.filter((m) => !this.read.has(m.sid)).map((m) => m.text);
  }

  /** The world calls this when the phone rings. A call to a phone with a configured fault is expected. */
  rings({ sid }: SimCall): void {
    this.rang.add(sid);
    if (this.carrier.faults.calls[this.number] !== undefined) this.expected.add(sid);
  }

  /** The world delivers a message. */
  receive(bubble: Bubble): void {
    this.inbox.push(bubble);
  }

  /** Calls the hotline, or its second number, and listens. A volunteer keys in their own code where it is asked for. */
  async calls(to?: string): Promise<OnCall> {
    const call = await this.dials(to);
    const own = newestOwnCode(this.allTexts());
    if (own && call.unheard().some(asksForOwnCode)) {
      call.hearsItAll();
      await call.presses(own);
    }
    return call;
  }

  /** Calls, and keys in nothing. */
  async dials(to?: string): Promise<OnCall> {
    const earlier = this.carrier.calls.of(this.number).length;
    const dialling = this.carrier.calls.call(this.number, to);
    const { sid } = this.carrier.calls.of(this.number)[earlier] ?? (await dialling);
    const call = this.onCall(sid);
    await call.listens();
    await dialling;
    return call;
  }

  /** Answers the ringing call and listens. Fails when the phone does not ring. */
  async picksUp(): Promise<OnCall> {
    const { sid } = this.ringing();
    this.expected.add(sid);
    const answering = this.carrier.calls.answer(sid);
    const call = this.onCall(sid);
    await call.listens();
    await answering;
    return call;
  }

  /** Declines the ringing call. Fails when the phone does not ring. */
  async declines(): Promise<void> {
    const { sid } = this.ringing();
    this.expected.add(sid);
    await this.carrier.calls.decline(sid);
    await this.pass(seconds(2));
  }

  isRinging(): boolean {
    return this.callsToIt().some((call) => call.status === 'ringing');
  }

  /** Lets the ringing call ring out, or expects one that was missed before. Fails without either. */
  async missesCall(): Promise<void> {
    const missed = this.unexpectedCalls()[0];
    expect(missed, `${this.name} should have missed a call`).toBeDefined();
    if (!missed) return;
    this.expected.add(missed.sid);
    while (this.carrier.calls.get(missed.sid)?.status === 'ringing') await this.pass(seconds(1));
  }

  /** The number of calls that rang this phone and ended unanswered. */
  missedCalls(): number {
    return this.callsToIt().filter((call) => hasEnded(call) && call.answeredAt === undefined)
      .length;
  }

  /** Calls that rang this phone and that the scenario did not expect. */
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

  /** A phone that is busy or out of reach does not ring and shows nothing. */
  private callsToIt(): SimCall[] {
    return this.carrier.calls.of(this.number).filter((call) => this.rang.has(call.sid));
  }
}
