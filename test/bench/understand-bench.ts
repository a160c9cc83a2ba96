import { readFileSync } from 'node:fs';
import { renderColumns } from '#infra/local/commands/command.ts';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { gazetteer } from './strangers/configured-gazetteer.ts';
import type { LabelledText } from './strangers/judge-reading.ts';
import { contextOf, situationOf } from './understand/load-texts.ts';

/** The longest allowed reading of one text in a hundred, in milliseconds. */
const limit = 10;
const rounds = 5;

const textsOf = (writer: string): LabelledText[] =>
  readFileSync(`test/fixtures/strangers/held-out/${writer}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): LabelledText => JSON.parse(line));

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
  const labels = [...textsOf('x1'), ...textsOf('x2')];
  const whole: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const label of labels) {
      const [situation, context] = [situationOf(label, gazetteer), contextOf(label, gazetteer)];
      const first = timed(() => understand(label.text, situation, context));
      const second = timed(() => parseRequest(label.text, context));
      // The first round warms up: it unpacks the models.
      if (round > 0) {
        whole.push(first);
        plain.push(second);
      }
    }
  }
  const rows = [0.5, 0.99].map((part) => [
    part === 0.5 ? 'median' : 'p99',
    share(whole, part).toFixed(2),
    share(plain, part).toFixed(2),
  ]);
  for (const line of renderColumns([['', 'understand, ms', 'plain parser, ms'], ...rows]))
    console.log(line);
  if (share(whole, 0.99) < limit) return;
  console.error(`FAILS  p99 ${share(whole, 0.99).toFixed(2)} ms, at most ${limit}`);
  process.exitCode = 1;
};
