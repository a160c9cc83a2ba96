import { expect } from 'vitest';
import { hasEnded, type SimCall } from '#infra/local/simulator/calls/sim-call.ts';
import type { SimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { seconds } from '#shared/terms/time.ts';
import { matchesText } from './match-message.ts';

/** Advances the hotline's time and runs what becomes due. */
export type PassTime = (ms: number) => Promise<void>;

/** The time in which the effect of a key reaches other phones. */
const effectDelay = seconds(2);
/** The longest time that a person listens or speaks. */
const patience = seconds(180);
const step = 500;

/**
 * A person in a call. After each action they listen until the hotline waits for them, connects them, or the call is
 * over. Methods with `AtOnce` do not listen afterwards; they are for races.
 */
export class OnCall {
  readonly sid: string;
  private readonly name: string;
  private readonly carrier: SimulatedCarrier;
  private readonly pass: PassTime;
  private readonly read = new Set<number>();

  constructor(name: string, sid: string, carrier: SimulatedCarrier, pass: PassTime) {
    this.name = name;
    this.sid = sid;
    this.carrier = carrier;
    this.pass = pass;
  }

  /** The call as the phone shows it now. */
  get shown(): SimCall {
    const call = this.carrier.calls.get(this.sid);
    if (!call) throw new Error(`no call ${this.sid}`);
    return call;
  }

  /** Returns the next unheard line that contains all of this. Fails without one. */
  hears(...patterns: (RegExp | string)[]): string {
    const lines = this.shown.heard;
    const at = lines.findIndex(
      ({ text }, i) => !this.read.has(i) && patterns.every((p) => matchesText(text, p)),
    );
    expect(
      at,
      `${this.name} should hear ${patterns.join(' and ')} in the call (${this.describe()}), but has not yet heard: ${JSON.stringify(this.unheard())}`,
    ).toBeGreaterThanOrEqual(0);
    this.read.add(at);
    return lines[at]?.text ?? '';
  }

  /** Like `hears`, and fails when another line is unheard. */
  hearsOnly(...patterns: (RegExp | string)[]): string {
    const text = this.hears(...patterns);
    expect(this.unheard(), `${this.name} should hear nothing else`).toEqual([]);
    return text;
  }

  /** Marks all lines so far as heard. */
  hearsItAll(): void {
    for (const i of this.shown.heard.keys()) this.read.add(i);
  }

  unheard(): string[] {
    return this.shown.heard.filter((_, i) => !this.read.has(i)).map((line) => line.text);
  }

  async presses(keys: string): Promise<void> {
    this.expectActive(`press ${keys}`);
    await this.act(this.carrier.calls.press(this.sid, keys));
  }

  async pressesAtOnce(keys: string): Promise<void> {
    await this.carrier.calls.press(this.sid, keys);
  }

  /** Speaks into a recording (then silence ends it), to a question that takes speech, or to the other person. */
  async says(words: string): Promise<void> {
    this.expectActive(`say "${words}"`);
    // Before the tone there is a short time for a key.
    const takesKeys = () => this.shown.waitsFor?.type === 'keys' && !this.shown.waitsFor.speech;
    for (let waited = 0; takesKeys() && waited < seconds(3); waited += step) await this.pass(step);
    const speaking = this.carrier.calls.speak(this.sid, words);
    const isRecording = () => this.shown.waitsFor?.type === 'record';
    for (let waited = 0; isRecording() && waited < patience; waited += step) await this.pass(step);
    await this.act(speaking);
  }

  /** Lets time pass without a key or a word. */
  async waits(ms: number): Promise<void> {
    await this.pass(ms);
  }

  async hangsUp(): Promise<void> {
    await this.act(this.carrier.calls.hangUp(this.sid));
  }

  isOver(): boolean {
    return hasEnded(this.shown);
  }

  /** Fails unless the two are connected with each other. */
  talksWith(other: { name: string; number: string }): void {
    const { talkingWith } = this.shown;
    const partner = talkingWith === null ? undefined : this.carrier.calls.get(talkingWith);
    expect(
      partner?.phone,
      `${this.name} should talk with ${other.name} (${this.describe()}, unheard: ${JSON.stringify(this.unheard())})`,
    ).toBe(other.number);
  }

  /** Waits until the hotline has finished speaking. */
  async listens(): Promise<void> {
    let waited = 0;
    while (waited < effectDelay || (this.carrier.calls.isSpeaking(this.sid) && waited < patience)) {
      await this.pass(step);
      waited += step;
    }
  }

  /** A delayed webhook is answered only as time passes, so the action is awaited last. */
  private async act(action: Promise<void>): Promise<void> {
    await this.listens();
    await action;
  }

  private expectActive(action: string): void {
    const lines = JSON.stringify(this.shown.heard.map((line) => line.text));
    expect(
      this.isOver(),
      `${this.name} wants to ${action}, but the call is over; heard: ${lines}`,
    ).toBe(false);
  }

  private describe(): string {
    const { status, waitsFor, talkingWith } = this.shown;
    return `${status}${waitsFor ? `, waiting for ${waitsFor.type}` : ''}${talkingWith ? ', talking' : ''}`;
  }
}
