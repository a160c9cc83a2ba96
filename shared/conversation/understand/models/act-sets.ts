import { type ActName, actOrder } from '../acts/act.ts';
import { actSetCounts } from './act-set-counts.ts';

/** Acts that people say in one text. `share`: of the texts of its topic, above 0 to 1. */
export type ActSet = { acts: readonly ActName[]; share: number };

let sets: ReadonlyMap<string, readonly ActSet[]> | undefined;

const readSets = (line: string): [string, ActSet[]] => {
  const [topic = '', ...counts] = line.split(' ');
  const read = counts.map((one) => {
    const [acts = '', count = '0'] = one.split('=');
    const names = acts.split('+');
    return { acts: actOrder.filter((act) => names.includes(act)), count: Number(count) };
  });
  const total = read.reduce((sum, { count }) => sum + count, 0);
  return [topic, read.map(({ acts, count }) => ({ acts, share: count / total }))];
};

/** The sets of acts by topic that the labelled texts have. */
export const storedActSets = (): ReadonlyMap<string, readonly ActSet[]> =>
  (sets ??= new Map(actSetCounts.trim().split('\n').map(readSets)));
