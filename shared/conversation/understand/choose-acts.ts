import { type ActName, actOrder } from './acts/act.ts';
import { certaintyFor, isPossible } from './acts/possible-acts.ts';
import type { ActSet } from './models/act-sets.ts';
import { type Situation, topicOf } from './situation.ts';

type Scores = ReadonlyMap<string, number>;

/** How much it counts how often acts stand together, against the words themselves. */
const habitWeight = 0.5;

/** The logarithm of the odds. Bounded, so that no single act decides for all others. */
const oddsOf = (probability: number): number => {
  const p = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(p / (1 - p));
};

/**
 * The acts of a text in the order in which they are taken: of the sets of acts that people have been seen to say at such a
 * moment, the likeliest by its words and by how often it is said. Empty: not sure enough, or a careful reader would ask.
 */
export const chooseActs = (
  scores: Scores,
  situation: Situation,
  sets: ReadonlyMap<string, readonly ActSet[]>,
): ActName[] => {
  const odds = new Map(actOrder.map((act) => [act, oddsOf(scores.get(act) ?? 0)]));
  const rated = (sets.get(topicOf(situation)) ?? [])
    .filter(({ acts }) => acts.every((act) => act === 'unclear' || isPossible(act, situation)))
    .map(({ acts, share }) => ({
      acts,
      value:
        acts.reduce((sum, act) => sum + (odds.get(act) ?? 0), 0) + habitWeight * Math.log(share),
    }));
  const best = rated.reduce((a, b) => (b.value > a.value ? b : a), { acts: [], value: -1000 } as {
    acts: readonly ActName[];
    value: number;
  });
  const certainty = 1 / rated.reduce((sum, { value }) => sum + Math.exp(value - best.value), 0);
  const isSure =
    !best.acts.includes('unclear') && best.acts.every((act) => certainty >= certaintyFor(act));
  return isSure ? actOrder.filter((act) => best.acts.includes(act)) : [];
};
