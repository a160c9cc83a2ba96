import { unpackModel } from '#shared/conversation/understand/models/linear-model.ts';
import { gazetteer } from '../strangers/configured-gazetteer.ts';
import { type Verdict, verdicts } from '../strangers/judge-reading.ts';
import { countNames, isLearntName } from './count-names.ts';
import { loadMarked, tagLabelled } from './load-spans.ts';
import { loadCompactTexts, loadTexts } from './load-texts.ts';
import { packModel } from './pack-model.ts';
import { readLabelled } from './read-labelled.ts';
import { trainLinear } from './train-linear.ts';
import { trainSpans } from './train-spans.ts';
import {
  actTraining,
  filesOf,
  keptActWeights,
  keptSpanWeights,
  spanEpochs,
  toExample,
} from './training-data.ts';

/*
 * How well texts are read that the models have not learnt: each part of the labelled texts by models of all other parts.
 * `FOLDS=1 SHOW=dangerous node --import tsx test/bench/understand/cross-validate.ts`
 */

const parts = 5;
const folds = Number(process.env['FOLDS'] ?? parts);
const show = process.env['SHOW'];

const labelled = loadTexts(filesOf('.jsonl'));
const examples = labelled.map(toExample);
const compact = loadCompactTexts(filesOf('.txt')).map(toExample);
const partOf = (i: number): number => ((i * 7919) % 10007) % parts;

const counts = new Map<string, number>();
const perSender = new Map<string, number>();
const add = (map: Map<string, number>, key: string): void =>
  void map.set(key, (map.get(key) ?? 0) + 1);
for (let part = 0; part < folds; part++) {
  const others = examples.filter((_, i) => partOf(i) !== part);
  const acts = trainLinear([...others, ...compact], actTraining);
  const learnt = labelled.filter((_, i) => partOf(i) !== part);
  const names = countNames(learnt, filesOf('.mark'));
  const isLearnt = isLearntName(names);
  const tagged = learnt.flatMap((label) => tagLabelled(label, gazetteer, isLearnt) ?? []);
  const marked = loadMarked(filesOf('.mark'), gazetteer, isLearnt);
  const spans = trainSpans([...tagged, ...marked], spanEpochs);
  console.log(
    'weights',
    [...acts.weights.values()].reduce((sum, pairs) => sum + pairs.length / 2, 0),
  );
  const models = {
    acts: unpackModel(packModel(acts, keptActWeights)),
    spans: unpackModel(packModel(spans, keptSpanWeights)),
    isKnownName: (word: string) => names.has(word),
  };
  labelled.forEach((label, i) => {
    if (partOf(i) !== part) return;
    const { said, verdict } = readLabelled(label, models);
    add(counts, verdict);
    add(counts, 'all');
    add(perSender, `${label.as} ${verdict}`);
    if (show === verdict || show === 'all')
      console.log(
        `${label.as} ${JSON.stringify(label.open ?? {})} ${label.text.replaceAll('\n', ' / ').slice(0, 240)}\n   said ${JSON.stringify(said)}\n   want ${JSON.stringify(label.acts)} ${JSON.stringify(label.also ?? [])}`,
      );
  });
}
const share = (verdict: Verdict): string =>
  `${verdict} ${((100 * (counts.get(verdict) ?? 0)) / (counts.get('all') ?? 1)).toFixed(1)} %`;
console.log(
  `${labelled.length} labelled, ${compact.length} short, ${filesOf('.mark').length} files of marks`,
);
console.log(`${counts.get('all')} read: ${verdicts.map(share).join(', ')}`);
console.log(
  [...perSender]
    .sort()
    .map(([key, n]) => `${key} ${n}`)
    .join(', '),
);
