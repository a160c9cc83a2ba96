import { parseArgs } from 'node:util';
import { renderColumns } from '#infra/local/commands/command.ts';
import { liveHeavily } from './limits/heavy-request.ts';
import { marginsOf } from './limits/margins.ts';

/** `npm run bench -- limits`: the heaviest request, against what DynamoDB allows. `--alerts 400`: donors asked. */
export const bench = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { alerts: { type: 'string', default: '400' } } });
  const life = await liveHeavily(Number(values.alerts));
  console.log(
    `One request: ${life.alerts} donors alerted, ${life.pledges} promises made, ${life.timeline} entries in its timeline.`,
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
  const broken = margins.filter(({ margin }) => margin <= 1);
  for (const { what } of broken) console.error(`FAILS  ${what}: beyond the limit`);
  if (broken.length > 0) process.exitCode = 1;
};
