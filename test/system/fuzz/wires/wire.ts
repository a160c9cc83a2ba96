import type { createWorld } from '../../../world/world.ts';
import type { RandomBelow, Seen, Webhook } from '../bodies.ts';

export const text = new TextDecoder();

/** How one set of carriers posts its webhooks, rightly and wrongly. */
export type Wire = {
  /** What a world with these carriers needs. */
  world: Pick<NonNullable<Parameters<typeof createWorld>[0]>, 'carriers' | 'answerNumber'>;
  paths: readonly string[];
  /** What the log may never hold. */
  secrets: readonly string[];
  make(randomBelow: RandomBelow, seen: Seen): Webhook;
  signed(webhook: Webhook): Request;
  /** The same webhook with a signature, or a guard, that is not the carrier's. */
  forged(webhook: Webhook, randomBelow: RandomBelow): Request;
  /** A signed webhook that must be refused all the same. */
  mayRefuse(webhook: Webhook): boolean;
  /** Throws when an answer with 200 is not what the carrier reads. */
  read(path: string, answer: string): void;
};

/** What no XML may hold. */
export const refuseBrokenXml = (xml: string): void => {
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#x?[\dA-Fa-f]+;)/.test(xml)) throw new Error('bare &');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are not allowed in XML
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new Error('no XML');
};
