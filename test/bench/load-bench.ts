import { parseArgs } from 'node:util';
import { renderColumns } from '#infra/local/commands/command.ts';
import { isFlawless } from '../system/kills/kill-counts.ts';
import { type Load, runLoad } from './load/run-load.ts';

/** The longest allowed time of the slowest of a hundred webhooks, in milliseconds. */
const mostMs = 500;

/**
 * `npm run bench -- load`: 50 requests at once in one city, 2,000 alerts, 400 answers in a minute, with the database on
 * the same cores. Exits non-zero when something is lost or the p99 of a webhook is 500 ms or more. `--times 10` runs ten
 * times the load. `--reloads 1000` loads the console's list so often meanwhile. `--seed 1` sets the seed.
 */
export const bench = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({
    args,
    options: {
      times: { type: 'string', default: '1' },
      reloads: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const times = Number(values.times);
  if (!(times > 0)) throw new Error('--times: a number above 0');
  const load = await runLoad({
    requests: Math.ceil(50 * times),
    answersAMinute: Math.ceil(400 * times),
    reloads: Number(values.reloads),
    seed: Number(values.seed),
    notice: console.error,
  });
  const { webhooks: _, looks, ...figures } = load;
  const paths = percentiles(load);
  console.log(
    values.json ? JSON.stringify({ ...figures, paths }, undefined, 2) : render(load, paths),
  );
  const all = paths.at(-1);
  const failed = (all?.failed ?? 1) + looks.filter(({ status }) => status !== 200).length;
  if (!all || all.p99 >= mostMs || failed > 0 || !isFlawless(load.counts)) process.exitCode = 1;
};

/** A line for the reloads of the console, one for each webhook, and one for all webhooks. */
const percentiles = ({ webhooks, looks }: Load) => {
  const names = [...new Set(webhooks.map(({ path }) => path))].sort();
  const row = (name: string, of: Load['looks']) => {
    const sorted = of.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (p: number): number => sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? 0;
    return {
      name,
      count: of.length,
      failed: of.filter(({ status }) => status < 200 || status >= 300).length,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      most: at(1),
    };
  };
  const rows = names.map((name) =>
    row(
      name,
      webhooks.filter(({ path }) => path === name),
    ),
  );
  const console = looks.length > 0 ? [row('GET /console', looks)] : [];
  return [...console, ...rows, row('all webhooks', webhooks)];
};

const render = (load: Load, paths: ReturnType<typeof percentiles>): string => {
  const { requests, answers, alerts, texts } = load.counts;
  const ms = (value: number): string => value.toFixed(0);
  const head = ['webhook', 'count', 'not 2xx', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms'];
  const rows = paths.map((p) => [
    p.name,
    String(p.count),
    String(p.failed),
    ms(p.p50),
    ms(p.p95),
    ms(p.p99),
    ms(p.most),
  ]);
  return [
    `${load.requests} requests at once, the first stage of each out ${(load.firstStageMs / 1000).toFixed(1)} s after the verifiers' first word; ${load.alerts} alerts, ${load.answers} answers in ${(load.answersMs / 1000).toFixed(0)} s, all over after ${(load.allMs / 1000).toFixed(0)} s`,
    '',
    ...renderColumns([head, ...rows]),
    '',
    `lost: requests ${requests.lost}, answers ${answers.lost}, alerts ${alerts.lost}, texts ${texts.lost}; doubled: alerts ${alerts.doubled}, texts ${texts.doubled}; not ended: requests ${requests.notEnded}, texts ${texts.notEnded}`,
    ...Object.entries(load.faults).map(([fault, count]) => `in the log: ${fault} × ${count}`),
  ].join('\n');
};
