import { markUnsentUncertain } from '#functions/use-cases/outbox/mark-uncertain.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import type { Environment } from '../environment.ts';
import type { MarkUncertain } from './staging.ts';

/** For a table that may be behind what the carrier has got: a restored one, or one out of a damaged file. */
export const markMessagesUncertain =
  ({ config, hotlineNumber }: Environment): MarkUncertain =>
  (store) =>
    markUnsentUncertain({ store, config, gazetteer: createGazetteer(config), hotlineNumber });
