import type { MessageKey } from '../../message-keys.ts';
import type { Catalog } from '../catalog.ts';

/** The sentences after a gift, a part of each catalog. */
export type AfterGiftCatalog = Pick<Catalog, Extract<MessageKey, `${'gift' | 'story'}${string}`>>;
