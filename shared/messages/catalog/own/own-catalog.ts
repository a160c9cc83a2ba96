import type { MessageKey } from '../../message-keys.ts';
import type { Catalog } from '../catalog.ts';

/**
 * The written sentences, when those of `Left` are still to be written. The compiler refuses a message that is in
 * neither, a sentence that is in both, and one for a message that does not exist. A list of types weighs nothing.
 */
export type WrittenCatalog<Left extends MessageKey> = {
  readonly [M in Exclude<MessageKey, Left>]: Catalog[M];
};
