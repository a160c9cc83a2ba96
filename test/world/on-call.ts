import { expect } from 'vitest';
import { hasEnded, type SimCall } from '#infra/local/simulator/calls/sim-call.ts';
import type { SimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { seconds } from '#shared/terms/time.ts';
import { saysIt } from './match-message.ts';

/** Hotline time passes, and what is due in it is done. */
export type PassTime = (ms: number) => Promise<void>;

/** So long what follows from a key takes to reach other phones. */
const reachesOthers = seconds(2);
/** Nobody listens, or speaks, for longer than this. */
const patience = seconds(180);
const step = 500;

/**
 * A phone at somebody's ear. After everything its holder does they listen to the end: until the hotline waits for
 * them, connects them, or the call is over. `AtOnce`: without listening, for races and for those who do not wait.
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

  /** What the phone shows now. */
  get shown(): SimCall {
    const call = this.carrier.calls.get(this.sid);
    if (!call) throw new Error(`no call ${this.sid}`);
    return call;
  }

  /** The next line not yet heard that says all of this; fails when there is none. */
  hears(...patterns: (RegExp | string)[]): string {
    const lines = this.shown.heard;
    const at = lines.findIndex(
      ({ text }, i) => !this.read.has(i) && patterns.every((p) => saysIt(text, p)),
    );
    expect(
      at,
      `${this.name} should hear ${patterns.join(' and ')} in the call (${this.describe()}), but has not yet heard: ${JSON.stringify(this.unheard())}`,
    ).toBeGreaterThanOrEqual(0);
    this.read.add(at);
    return lines[at]?.text ?? '';
  }

  /** This, and nothing else. */
  hearsOnly(...patterns: (RegExp | string)[]): string {
    const text = this.hears(...patterns);
    expect(this.unheard(), `${this.name} should hear nothing else`).toEqual([]);
    return text;
  }

  /** Whatever was said until now is no part of the story. */
  hearsItAll(): void {
    for (const i of this.shown.heard.keys()) this.read.add(i);
  }

  unheard(): string[] {
    return this.shown.heard.filter((_, i) => !this.read.has(i)).map((line) => line.text);
  }

  async presses(keys: string): Promise<void> {
    this.isStillOn(`press ${keys}`);
    await this.does(this.carrier.calls.press(this.sid, keys));
  }

  async pressesAtOnce(keys: string): Promise<void> {
    await this.carrier.calls.press(this.sid, keys);
  }

  /** Into a recording (then silence ends it), to a question that takes speech, or to the other person. */
  async says(words: string): Promise<void> {
    this.isStillOn(`say "${words}"`);
    // A moment for a key comes before the tone.
    const takesKeys = () => this.shown.waitsFor?.type === 'keys' && !this.shown.waitsFor.speech;
    for (let waited = 0; takesKeys() && waited < seconds(3); waited += step) await this.pass(step);
    const speaking = this.carrier.calls.speak(this.sid, words);
    const isRecording = () => this.shown.waitsFor?.type === 'record';
    for (let waited = 0; isRecording() && waited < patience; waited += step) await this.pass(step);
    await this.does(speaking);
  }

  /** Time passes without a key or a word. */
  async waits(ms: number): Promise<void> {
    await this.pass(ms);
  }

  async hangsUp(): Promise<void> {
    await this.does(this.carrier.calls.hangUp(this.sid));
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

  /** Until the hotline has said what it has to say. */
  async listens(): Promise<void> {
    let waited = 0;
    while (
      waited < reachesOthers ||
      (this.carrier.calls.isSpeaking(this.sid) && waited < patience)
    ) {
      await this.pass(step);
      waited += step;
    }
  }

  /** A delayed webhook is answered only as time passes: that is why the deed is awaited last. */
  private async does(deed: Promise<void>): Promise<void> {
    await this.listens();
    await deed;
  }

  private isStillOn(deed: string): void {
    const lines = JSON.stringify(this.shown.heard.map((line) => line.text));
    expect(
      this.isOver(),
      `${this.name} wants to ${deed}, but the call is over; heard: ${lines}`,
    ).toBe(false);
  }

  private describe(): string {
    const { status, waitsFor, talkingWith } = this.shown;
    return `${status}${waitsFor ? `, waiting for ${waitsFor.type}` : ''}${talkingWith ? ', talking' : ''}`;
  }
}
