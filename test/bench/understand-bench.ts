import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderColumns } from '#infra/local/commands/command.ts';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { gazetteer } from './strangers/configured-gazetteer.ts';
import type { LabelledText } from './strangers/judge-reading.ts';
import { contextOf, loadTexts, situationOf } from './understand/load-texts.ts';

/** The longest allowed reading of one text in a hundred, in milliseconds: the median of its rounds. */
const limit = 10;
const rounds = 9;

const folder = 'test/fixtures/strangers/held-out';
const textsOf = (file: string): LabelledText[] => loadTexts([join(folder, file)]);

/** Milliseconds of processor time, so that a busy machine measures the same. */
const timed = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const share = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

/** `npm run bench -- understand`: reading a text into acts, compared with the plain parser of requests alone. */
export const bench = async (): Promise<void> => {
  const labels = readdirSync(folder).sort().slice(-2).flatMap(textsOf);
  const whole = labels.map((): number[] => []);
  const plain = labels.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    labels.forEach((label, i) => {
      const [situation, context] = [situationOf(label, gazetteer), contextOf(label, gazetteer)];
      const first = timed(() => understand(label.text, situation, context));
      const second = timed(() => parseRequest(label.text, context));
      // The first round warms up: it unpacks the models.
      if (round === 0) return;
      whole[i]?.push(first);
      plain[i]?.push(second);
    });
  }
  const ofTexts = (times: readonly (readonly number[])[]): number[] =>
    times.map((one) => share(one, 0.5));
  const p99 = share(ofTexts(whole), 0.99);
  const row = (name: string, part: number, texts: (times: number[][]) => number[]): string[] => [
    name,
    share(texts(whole), part).toFixed(2),
    share(texts(plain), part).toFixed(2),
  ];
  for (const line of renderColumns([
    ['', 'understand, ms', 'plain parser, ms'],
    row('a text, median', 0.5, ofTexts),
    row('a text, p99', 0.99, ofTexts),
    // The collector of garbage stops any reading, short ones too.
    row('a reading with its pauses, p99', 0.99, (times) => times.flat()),
  ]))
    console.log(line);
  if (p99 < limit) return;
  console.error(`FAILS  p99 ${p99.toFixed(2)} ms, at most ${limit}`);
  process.exitCode = 1;
};
