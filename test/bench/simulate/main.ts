import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { renderCampTable } from './camp/camp-table.ts';
import type { Measures } from './measures.ts';
import { runOutlook } from './outlook/outlook-run.ts';
import { renderOutlook } from './outlook/outlook-table.ts';
import { plotAlerts, plotTime } from './output/plots.ts';
import { notFirst, type Run, renderForPage, renderSpread, renderTable } from './output/tables.ts';
import { runAll } from './pool.ts';
import { ablations, type Job, policyNames } from './run.ts';
import { sizes, usualWorlds, type WorldName } from './sim-world.ts';

/* `npm run simulate`: simulates a year of each world with each policy, with the same seeds and requests. */

const { values } = parseArgs({
  options: {
    world: { type: 'string' },
    worlds: { type: 'string' },
    policy: { type: 'string', default: policyNames.join(',') },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    days: { type: 'string', default: '365' },
    config: { type: 'string', default: 'hotline.config.json' },
    ablations: { type: 'boolean', default: false },
    camp: { type: 'boolean', default: false },
    outlook: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    from: { type: 'string' },
    json: { type: 'string' },
    plots: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log(`npm run simulate -- [options]: a year of requests, policy by policy

  --world NAMES    ${Object.keys(sizes).join(', ')}; ${usualWorlds.join(', ')} by default
  --worlds all     every world
  --policy NAMES   ${policyNames.join(', ')}; all by default
  --days N         days to simulate (365)
  --seed N         the first seed (1)
  --seeds N        how many seeds (1)
  --config FILE    the policy (hotline.config.json)
  --ablations      our policy, and without each of its parts
  --camp           a camp for 247 units, filled in four ways, and the 90 days after it
  --outlook        the dry weeks that the outlook foretells, against those that come
  --markdown       also prints the tables of docs/asking.md, and where ours is not first
  --from FILE      prints them of a file that --json wrote, and runs nothing
  --json FILE      also writes the measures
  --plots DIR      also draws the plots`);
  process.exit(0);
}

const { policy: settings } = hotlineConfigSchema.parse(
  JSON.parse(readFileSync(values.config, 'utf8')),
);
const isWorld = (name: string): name is WorldName => name in sizes;
const chosen =
  values.worlds === 'all' ? Object.keys(sizes) : (values.world ?? usualWorlds.join(',')).split(',');
const worlds = (values.ablations && chosen.length > 1 ? ['zones'] : chosen).map((name) => {
  if (!isWorld(name))
    throw new Error(`no world ${name}; there are ${Object.keys(sizes).join(', ')}`);
  return name;
});
const policies = values.ablations ? ['ours', ...ablations] : values.policy.split(',');
const first = Number(values.seed);
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => first + i);
const jobs: Job[] = worlds.flatMap((world) =>
  seeds.flatMap((seed) =>
    policies.map((policy) => ({ world, seed, days: Number(values.days), policy })),
  ),
);

if (values.camp) {
  console.log(renderCampTable(seeds, settings));
  process.exit(0);
}

if (values.outlook) {
  for (const world of values.world || values.worlds ? worlds : (['zones', 'hundreds'] as const)) {
    console.log(`\n${world}, seed ${seeds.join(', ')}`);
    const years = seeds.map((seed) =>
      runOutlook({ world, seed, days: Number(values.days) }, settings),
    );
    for (const line of renderOutlook(years)) console.log(line);
  }
  process.exit(0);
}

const printForPage = (all: Run[]): void => {
  console.log(`\n${renderForPage(all)}\n`);
  for (const line of notFirst(all)) console.log(`not first: ${line}`);
};

if (values.from !== undefined) {
  printForPage(JSON.parse(readFileSync(values.from, 'utf8')));
  process.exit(0);
}

const began = Date.now();
const results = await runAll(jobs, settings);
const runs = jobs.map((job, i) => ({ job, measures: results[i] as Measures }));
for (const world of worlds) {
  const ofWorld = runs.filter(({ job }) => job.world === world);
  const { donors, zones, requestsADay } = sizes[world];
  console.log(
    `\n${world}: ${donors.toLocaleString('en')} donors, ${zones} ${zones === 1 ? 'zone' : 'zones'}, ${requestsADay} requests a day, ${values.days} days, seed ${seeds.join(', ')}`,
  );
  console.log(seeds.length === 1 ? renderTable(ofWorld) : renderSpread(ofWorld));
}
console.error(`\n${((Date.now() - began) / 1000).toFixed(0)} s`);

if (values.markdown) printForPage(runs);
if (values.json) writeFileSync(values.json, `${JSON.stringify(runs, null, 1)}\n`);
if (values.plots) {
  mkdirSync(values.plots, { recursive: true });
  const world = worlds.includes('zones') ? 'zones' : worlds[0];
  const shown = runs.filter(({ job }) => job.world === world && job.seed === first);
  writeFileSync(join(values.plots, 'simulation-time.svg'), plotTime(shown));
  writeFileSync(join(values.plots, 'simulation-alerts.svg'), plotAlerts(shown));
}
