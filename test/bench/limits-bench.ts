import { parseArgs } from 'node:util';
import { renderColumns } from '#infra/local/commands/command.ts';
import { runHeaviestRequest } from './limits/heavy-request.ts';
import { marginsOf, tooTight } from './limits/margins.ts';

/**
 * `npm run bench -- limits`: compares the heaviest request with DynamoDB's limits. Exits non-zero when a margin is too
 * small. `--alerts 400` sets the number of asked donors.
 */
export const bench = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { alerts: { type: 'string', default: '400' } } });
  const alerts = Number(values.alerts);
  if (!(alerts >= 1)) throw new Error('--alerts: how many donors are asked, 1 or more');
  const life = await runHeaviestRequest(alerts);
  console.log(
    `One request: ${life.alerts} donors alerted, ${life.answers} answers (${life.drops} took it back), ${life.pledges} promises, ${life.timeline} entries in its timeline.`,
  );
  console.log(
    `Under its key: ${life.requestItems} items, ${(life.requestBytes / 1024).toFixed(1)} kB. Write units on the table: ${life.reported} reported by the database, ${life.reckoned} reckoned by key.`,
  );
  const margins = marginsOf(life);
  const rows = margins.map(({ what, needs, limit, margin, source }) => [
    what,
    needs,
    limit,
    `× ${margin.toFixed(1)}`,
    source,
  ]);
  for (const line of renderColumns([['', 'needs', 'limit', 'margin', 'source'], ...rows]))
    console.log(line);
  const tight = tooTight(margins);
  for (const { what, margin, least } of tight)
    console.error(`FAILS  × ${margin.toFixed(2)} (at least ${least})  ${what}`);
  if (tight.length > 0) process.exitCode = 1;
};
