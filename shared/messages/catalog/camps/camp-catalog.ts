import type { MessageKey } from '../../message-keys.ts';
import type { Catalog } from '../catalog.ts';

/** The sentences of donation camps, a part of each catalog. */
export type CampCatalog = Pick<Catalog, Extract<MessageKey, `camp${string}`>>;
