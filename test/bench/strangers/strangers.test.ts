import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, type LabelledText, type Verdict, verdicts } from './judge-reading.ts';
import { readText } from './observe-acts.ts';

/* Texts by writers who have not seen the code, read by the whole hotline (test/fixtures/strangers/README.md). */

const folder = 'test/fixtures/strangers';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Counts = Record<Verdict, number>;
/** `sealed`: the first reading of the sealed half. `floor`: at least so many exact, at most so many dangerous. */
type Reading = {
  writer: string;
  date: string;
  sealed: Counts;
  floor: { exact: number; dangerous: number };
};
const readings: Reading[] = JSON.parse(read('readings.json'));

const textsOf = (writer: string): LabelledText[] =>
  read(`${writer}.jsonl`)
    .split('\n')
    .filter(Boolean)
    .map((line): LabelledText => JSON.parse(line));

const render = (counts: Counts): string =>
  verdicts.map((verdict) => `${verdict} ${counts[verdict]}`).join(', ');

describe('texts by strangers', () => {
  test.each(readings)('$writer are read no worse than before', async (reading) => {
    const counts: Counts = { exact: 0, asked: 0, harmless: 0, dangerous: 0 };
    for (const label of textsOf(reading.writer)) {
      const answer = await readText(label);
      const verdict = judge(answer, label);
      counts[verdict] += 1;
      if (process.env['SHOW'] === verdict)
        console.log(
          `${label.as} ${JSON.stringify(label.open ?? {})} ${label.text} → ${JSON.stringify(answer)}, not ${JSON.stringify(label.acts)}`,
        );
    }
    console.log(
      `${reading.writer}: sealed half at its first reading (${reading.date}): ${render(reading.sealed)}; all 80 now: ${render(counts)}`,
    );
    expect(counts.exact).toBeGreaterThanOrEqual(reading.floor.exact);
    expect(counts.dangerous).toBeLessThanOrEqual(reading.floor.dangerous);
  });

  test('are 80 of each writer', () => {
    for (const { writer } of readings) expect(textsOf(writer)).toHaveLength(80);
  });
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
});
