import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPossible } from '#shared/conversation/understand/acts/possible-acts.ts';
import {
  hashFeature,
  sizeRatio,
  unpackModel,
} from '#shared/conversation/understand/models/linear-model.ts';
import type { Situation } from '#shared/conversation/understand/situation.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { epochMs } from '#shared/terms/time.ts';
import { gazetteer } from '../bench/strangers/configured-gazetteer.ts';
import { packModel } from '../bench/understand/pack-model.ts';

const context = { gazetteer, now: epochMs(Date.UTC(2026, 10, 30, 4, 30)) };
const situations: readonly Situation[] = [
  { as: 'anyone' },
  { as: 'donor', alert: true },
  { as: 'donor', pledge: true },
  { as: 'verifier', verification: true },
  { as: 'family', asked: 'hospital' },
  { as: 'family', asked: 'summary' },
];
const words = fc.constantFrom(
  ...'haan nahi aa raha hu B+ 2 unit khoon chahiye SRN 1 4821 kal ? मैं नहीं खून cancel fake 98123 45678 sahi'.split(
    ' ',
  ),
);
const texts = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.array(words, { maxLength: 25 }).map((all) => all.join(' ')),
);

test('any text is read as at least one act that can be meant there, and alike each time', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...situations), (text, situation) => {
      const acts = understand(text, situation, context);
      expect(acts.length).toBeGreaterThan(0);
      for (const { act } of acts) expect(isPossible(act, situation)).toBe(true);
      if (acts.some(({ act }) => act === 'unclear')) expect(acts).toHaveLength(1);
      expect(understand(text, situation, context)).toEqual(acts);
    }),
    { numRuns: 150 },
  );
});

test('a stored model has the weights that it was stored with, to the nearest size', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.string(),
          fc.integer({ min: -100, max: 100 }).map((n) => n / 100),
        ),
        {
          minLength: 1,
          maxLength: 40,
        },
      ),
      (entries) => {
        const weights = new Map(entries.map(([name, weight]) => [hashFeature(name), [1, weight]]));
        const packed = packModel({ labels: ['a', 'b'], weights }, 1000);
        const back = unpackModel(packed);
        expect(back.labels).toEqual(['a', 'b']);
        for (const [hash, [, weight = 0]] of weights)
          expect(Math.abs((back.weights.get(hash)?.[1] ?? 0) - weight)).toBeLessThanOrEqual(
            Math.max(packed.least, Math.abs(weight) * (sizeRatio - 1)),
          );
      },
    ),
  );
});
