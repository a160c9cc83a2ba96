import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTexts } from '../understand/load-texts.ts';
import { readLabelled } from '../understand/read-labelled.ts';
import { judge, type LabelledText, type Verdict, verdicts } from './judge-reading.ts';

/* Texts by strangers that the models have not learnt, as the hotline reads them (test/fixtures/strangers/README.md). */

const folder = 'test/fixtures/strangers';

type Counts = Record<Verdict, number>;
/** `sealed`: the first reading. `floor`: at least so many exact and at most so many dangerous now, of those held out. */
type Reading = {
  writer: string;
  date: string;
  sealed: Counts;
  floor?: { exact: number; dangerous: number };
};
const readings: Reading[] = JSON.parse(readFileSync(join(folder, 'readings.json'), 'utf8'));

const render = (counts: Counts): string =>
  verdicts.map((verdict) => `${verdict} ${counts[verdict]}`).join(', ');

const count = (labels: readonly LabelledText[]): Counts => {
  const counts: Counts = { exact: 0, asked: 0, harmless: 0, dangerous: 0 };
  for (const label of labels) {
    const { said, verdict } = readLabelled(label);
    counts[verdict] += 1;
    if (process.env['SHOW'] === verdict)
      console.log(
        `${label.as} ${JSON.stringify(label.open ?? {})} ${label.text} → ${JSON.stringify(said)}, not ${JSON.stringify(label.acts)}`,
      );
  }
  return counts;
};

describe('texts by strangers', () => {
  test('print the first reading of every sealed set', () => {
    for (const { writer, date, sealed } of readings)
      console.log(`${writer}, first read on ${date}: ${render(sealed)}`);
    expect(readings.length).toBeGreaterThanOrEqual(17);
  });

  test.each(readings.flatMap(({ writer, floor }) => (floor ? [{ writer, floor }] : [])))(
    'of $writer, held out of the training, are read no worse than before',
    ({ writer, floor }) => {
      const labels = loadTexts([join(folder, 'held-out', `${writer}.jsonl`)]);
      const counts = count(labels);
      console.log(`${writer} now: ${render(counts)}`);
      expect(labels).toHaveLength(85);
      expect(counts.exact).toBeGreaterThanOrEqual(floor.exact);
      expect(counts.dangerous).toBeLessThanOrEqual(floor.dangerous);
    },
  );
});

describe('the judge', () => {
  const label: LabelledText = {
    text: '',
    as: 'family',
    acts: [{ act: 'correct', group: 'B-' }],
  };
  test.each([
    ['exact', { acts: [{ act: 'correct', group: 'B-' }] }],
    ['dangerous', { acts: [{ act: 'correct', group: 'B+' }] }],
    ['harmless', { acts: [{ act: 'correct', group: 'B+' }], readsBack: true }],
    ['asked', { acts: [{ act: 'unclear' }] }],
    ['harmless', { acts: [{ act: 'status' }] }],
    ['dangerous', { acts: [{ act: 'close' }] }],
  ] as const)('calls it %s: %o', (verdict, answer) => {
    expect(judge({ ...answer, acts: [...answer.acts] }, label)).toBe(verdict);
  });

  test.each([
    ['exact', '2026-12-03T20:00:00+05:30'],
    ['exact', '2026-12-04T19:30:00+05:30'],
    ['dangerous', '2026-12-03T18:00:00+05:30'],
  ] as const)('calls %s where a label has only the hour 20:00 and %s was read', (verdict, time) => {
    const later: LabelledText = { text: '', as: 'donor', acts: [{ act: 'later', time: '20:00' }] };
    expect(judge({ acts: [{ act: 'later', time }] }, later)).toBe(verdict);
  });
});
