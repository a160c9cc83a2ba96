import { actWeights } from './act-weights.ts';
import type { IsKnownName } from './known-names.ts';
import { type LinearModel, unpackModel } from './linear-model.ts';
import { spanWeights } from './span-weights.ts';

/** `acts`: how words say acts. `spans`: where names, hospitals and units stand. */
export type ReadingModels = { acts: LinearModel; spans: LinearModel; isKnownName?: IsKnownName };

let models: ReadingModels | undefined;

/** The models that the hotline carries, unpacked at the first text. */
export const storedModels = (): ReadingModels =>
  (models ??= { acts: unpackModel(actWeights), spans: unpackModel(spanWeights) });
