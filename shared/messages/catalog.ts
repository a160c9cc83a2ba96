import type { Meaning, Params } from './meanings.ts';

/** One language's sentences: every meaning, no more and no fewer. */
export type Catalog = { [M in Meaning]: (params: Params<M>) => string };
