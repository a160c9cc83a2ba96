import type { MessageKey } from './message-keys.ts';

/**
 * Texts that answer nothing a person did: registered as promotional, and sent only between the hours of
 * `policy.camps.invitations` (docs/facts.md#india).
 */
const promotional: ReadonlySet<MessageKey> = new Set<MessageKey>(['campInvite']);

export const isPromotional = (key: MessageKey): boolean => promotional.has(key);
