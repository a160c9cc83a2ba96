import { doubtUnsent } from '#functions/use-cases/outbox/mark-uncertain.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import type { Environment } from '../environment.ts';
import type { Doubt } from './staging.ts';

/** For a table that may be behind what the carrier has got: a restored one, or one out of a damaged file. */
export const doubtMessages =
  ({ config, hotlineNumber }: Environment): Doubt =>
  (store) =>
    doubtUnsent({ store, config, gazetteer: createGazetteer(config), hotlineNumber });
