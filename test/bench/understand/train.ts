import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedModel } from '#shared/conversation/understand/models/linear-model.ts';
import { gazetteer } from '../strangers/configured-gazetteer.ts';
import { countActSets } from './count-act-sets.ts';
import { countNames, isLearntName } from './count-names.ts';
import { loadMarked, tagLabelled } from './load-spans.ts';
import { loadCompactTexts, loadTexts } from './load-texts.ts';
import { packHashes, packModel } from './pack-model.ts';
import { trainLinear } from './train-linear.ts';
import { trainSpans } from './train-spans.ts';
import {
  actTraining,
  filesOf,
  houseRepeats,
  keptActWeights,
  keptSpanWeights,
  spanEpochs,
  toExample,
} from './training-data.ts';

/*
 * `npm run train`: learns how texts are read from test/fixtures/strangers and writes the models that the hotline carries.
 * The same files give the same models.
 */

const folder = 'shared/conversation/understand/models';

const store = (name: string, what: string, { labels, data, ...numbers }: PackedModel): void => {
  writeFileSync(
    join(folder, `${name}.ts`),
    `import type { PackedModel } from './linear-model.ts';

/** ${what} Written by \`npm run train\`. */
export const ${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}: PackedModel = {
  labels:${labels.length > 80 ? '\n   ' : ''} '${labels}',
  least: ${numbers.least},
  features: ${numbers.features},
  gapBits: ${numbers.gapBits},
  data: '${data}',
};
`,
  );
  console.log(`${name}: ${Math.round(data.length / 1000)} kB`);
};

const labelled = loadTexts(filesOf('.jsonl'));
const texts = [...labelled, ...loadCompactTexts(filesOf('.txt'))];
writeFileSync(
  `${folder}/act-set-counts.ts`,
  `/** How often acts stand together, by topic. Written by \`npm run train\`. */
export const actSetCounts = \`
${countActSets(texts)}
\`;
`,
);
const examples = [
  ...texts.map(toExample),
  ...Array.from({ length: houseRepeats }, () =>
    loadCompactTexts(filesOf('house.txt')).map(toExample),
  ).flat(),
];
const acts = trainLinear(examples, actTraining);
store('act-weights', 'How words say acts.', packModel(acts, keptActWeights));
const names = countNames(labelled, filesOf('.mark'));
writeFileSync(
  `${folder}/name-hashes.ts`,
  `/** The hashes of the words of people's names in the labelled texts. Written by \`npm run train\`. */
export const nameHashes =
  '${packHashes([...names.keys()])}';
`,
);
const isLearnt = isLearntName(names);
const tagged = [
  ...labelled.flatMap((label) => tagLabelled(label, gazetteer, isLearnt) ?? []),
  ...loadMarked(filesOf('.mark'), gazetteer, isLearnt),
];
const spans = trainSpans(tagged, spanEpochs);
store('span-weights', 'Where names, hospitals and units stand.', packModel(spans, keptSpanWeights));
console.log(`${examples.length} texts, ${tagged.length} with marked names`);
