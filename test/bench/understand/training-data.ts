import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { featuresOf } from '#shared/conversation/understand/models/text-features.ts';
import { readPlainly } from '#shared/conversation/understand/plain-reading.ts';
import { gazetteer } from '../strangers/configured-gazetteer.ts';
import type { LabelledText } from '../strangers/judge-reading.ts';
import { actLabelsOf } from './act-labels.ts';
import { contextOf, situationOf } from './load-texts.ts';
import type { Example } from './train-linear.ts';

/* What the models learn from: the texts of test/fixtures/strangers, in three forms (its README.md). */

const folders = ['test/fixtures/strangers', 'test/fixtures/strangers/training'];
/** The files with this ending, in a fixed order. */
export const filesOf = (ending: string): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name)),
  );

/** The texts of the hotline's own tests are learnt so many more times: they say what must not be taken for more than it is. */
export const houseRepeats = 6;

/** A labelled text as the act model learns it. */
export const toExample = (label: LabelledText): Example => {
  const [situation, context] = [situationOf(label, gazetteer), contextOf(label, gazetteer)];
  const says = parseRequest(label.text, context);
  return {
    features: featuresOf(label.text, situation, says, readPlainly(label.text, situation, context)),
    labels: actLabelsOf(label),
  };
};

/** How the act model learns. */
export const actTraining = { epochs: 20, rate: 0.5, sparsity: 3.4, minCount: 2 };

/** How many weights a model keeps: the smallest number that reads strangers as well as all of them do. */
export const keptActWeights = 200_000;
export const keptSpanWeights = 25_000;

/** How often the span model sees each text while it learns. */
export const spanEpochs = 8;
