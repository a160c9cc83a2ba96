import { expect } from 'vitest';
import type { SimulatedCarrier } from '#infra/local/carrier/simulated-carrier.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';

type Channel = { channel?: 'sms' | 'whatsapp'; media?: number };

/** Somebody with a phone. What it gets is expected by `hears`, in any order; what is left over fails the scenario. */
export class Phone {
  readonly name: string;
  readonly number: PhoneNumber;
  private readonly carrier: SimulatedCarrier;
  /** Until what follows from a text has reached the phones. */
  private readonly settle: () => Promise<void>;
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

  async texts(body: string, options: Channel = {}): Promise<void> {
    await this.carrier.text(this.number, body, options);
    await this.settle();
  }

  /** Sends without waiting for anything that follows: for races. */
  async textsAtOnce(body: string): Promise<void> {
    await this.carrier.text(this.number, body);
  }

  /** The oldest message not read yet that says this; fails when there is none. */
  hears(...patterns: (RegExp | string)[]): string {
    const found = this.incoming().find(
      (m) =>
        !this.read.has(m.sid) &&
        patterns.every((p) => (typeof p === 'string' ? m.text.includes(p) : p.test(m.text))),
    );
    expect(
      found,
      `${this.name} should hear ${patterns.join(' and ')}, but has unread: ${JSON.stringify(this.unread())}`,
    ).toBeDefined();
    if (found) this.read.add(found.sid);
    return found?.text ?? '';
  }

  /** All unread messages that say this, now read; how many there were. */
  hearsAll(pattern: RegExp): number {
    const found = this.incoming().filter((m) => !this.read.has(m.sid) && pattern.test(m.text));
    for (const m of found) this.read.add(m.sid);
    return found.length;
  }

  hearsNothing(): void {
    expect(this.unread(), `${this.name} should hear nothing`).toEqual([]);
  }

  unread(): string[] {
    return this.incoming()
      .filter((m) => !this.read.has(m.sid))
      .map((m) => m.text);
  }

  private incoming() {
    return this.carrier.messagesOf(this.number).filter((m) => m.arrived && m.author === 'hotline');
  }
}
