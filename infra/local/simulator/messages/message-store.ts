import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type SimMessage, simMessageSchema } from './sim-message.ts';

/** Append-only lines that outlive the process. */
export type Journal = { load(): Iterable<string>; append(line: string): void };

const lineSchema = z.union([
  z.object({ message: simMessageSchema }),
  z.object({ address: z.string(), optedOut: z.boolean() }),
]);
type Line = z.infer<typeof lineSchema>;

export type MessageStore = {
  get(sid: string): SimMessage | undefined;
  /** In the order of creation. */
  all(): SimMessage[];
  ofPhone(phone: PhoneNumber): SimMessage[];
  /** Adds the message, or replaces the one with the same sid. */
  put(message: SimMessage): void;
  /** By address: a phone stops SMS and WhatsApp separately. */
  isOptedOut(address: string): boolean;
  setOptedOut(address: string, optedOut: boolean): void;
  /** From now on changes are ignored: a restart begins from what was recorded before. */
  close(): void;
  isClosed(): boolean;
};

/** Every message and opt-out of the carrier. Each change is in the journal before `onPut` is called. */
export const createMessageStore = (
  journal: Journal | undefined,
  onPut: (message: SimMessage, before: SimMessage | undefined) => void,
): MessageStore => {
  const messages = new Map<string, SimMessage>();
  const sidsOf = new Map<PhoneNumber, Set<string>>();
  const optedOut = new Set<string>();
  let closed = false;

  const apply = (line: Line): void => {
    if ('message' in line) {
      const { message } = line;
      messages.set(message.sid, message);
      const sids = sidsOf.get(message.phone) ?? new Set();
      sidsOf.set(message.phone, sids.add(message.sid));
    } else if (line.optedOut) optedOut.add(line.address);
    else optedOut.delete(line.address);
  };
  const record = (line: Line): void => {
    journal?.append(JSON.stringify(line));
    apply(line);
  };
  for (const text of journal?.load() ?? []) apply(lineSchema.parse(JSON.parse(text)));

  return {
    get: (sid) => messages.get(sid),
    all: () => [...messages.values()],
    ofPhone: (phone) =>
      [...(sidsOf.get(phone) ?? [])].map((sid) => messages.get(sid)).filter((m) => m !== undefined),
    put(message) {
      if (closed) return;
      const before = messages.get(message.sid);
      record({ message });
      onPut(message, before);
    },
    isOptedOut: (address) => optedOut.has(address),
    setOptedOut(address, out) {
      if (!closed) record({ address, optedOut: out });
    },
    close() {
      closed = true;
    },
    isClosed: () => closed,
  };
};
