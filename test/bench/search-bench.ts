import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { renderColumns } from '#infra/local/commands/command.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { distanceKm } from '#shared/places/geo.ts';
import { requestSchema } from '#shared/request/request.ts';
import { bloodGroupSchema } from '#shared/terms/blood-group.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { ourSearch, type Round, type Search, theirSearches } from './search/search-rounds.ts';
import { homeNear, theirItem } from './search/their-pattern.ts';
import { groupShares } from './simulate/sim-assumptions.ts';
import { createCrowd, neighbourhoods } from './stage/donor-crowd.ts';
import { dueRequest, openStageTable } from './stage/one-stage.ts';
import { prepareTable, tableName } from './stage/prepared-table.ts';

/** A Monday, 11:00 in India. */
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });
const groups = ['B+', 'AB+', 'B-', 'O-'] as const;
/** Their search never goes farther than this. */
const theirKm = 25;

export type Row = { donors: number; where: string; group: string; ours: Search; theirs: Search };

/**
 * Our search for donors beside BloodConnect's query pattern, on the same database with the same donors and answers.
 * `--donors 10000,100000`, `--seeds 4`, `--scratch FOLDER`, `--json`.
 */
export const bench = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({
    args,
    options: {
      donors: { type: 'string', default: '10000,100000' },
      seeds: { type: 'string', default: '4' },
      scratch: { type: 'string', default: join(tmpdir(), 'mitra-hotline-bench') },
      json: { type: 'boolean', default: false },
    },
  });
  const sizes = values.donors.split(',').map(Number);
  const rows = await compareSearches({
    sizes,
    seeds: Number(values.seeds),
    scratch: values.scratch,
  });
  if (values.json) {
    console.log(JSON.stringify(rows, undefined, 1));
    return;
  }
  console.log(`${render(rows)}\n`);
  const verdicts = judge(rows);
  for (const { holds, text } of verdicts) console.log(`${holds ? 'pass' : 'FAIL'}  ${text}`);
  if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
};

type Options = { sizes: number[]; seeds: number; scratch: string };

export const compareSearches = async ({ sizes, seeds, scratch }: Options): Promise<Row[]> => {
  const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
  const gazetteer = createGazetteer(config);
  const crowd = createCrowd(config, gazetteer, now);
  const homes = [neighbourhoods.city, neighbourhoods.country];
  const rows: Row[] = [];
  for (const donors of sizes) {
    const dir = await prepareTable(crowd, donors, scratch);
    const table = await openStageTable(dir, { config, gazetteer, now, crowd });
    try {
      await table.put(
        theirItems(
          crowd,
          donors,
          homes.map(({ pin }) => placeAt(gazetteer, pin)),
        ),
      );
      for (const home of homes)
        for (const group of groups)
          for (let seed = 1; seed <= seeds; seed += 1) {
            const place = placeAt(gazetteer, home.pin);
            const due = dueRequest(seed, place, now);
            const request = requestSchema.parse({ ...due, group: bloodGroupSchema.parse(group) });
            const { services, meter, documents } = table;
            const ours = await ourSearch(
              { services, request, meter, now },
              { indexOf: (phone) => crowd.indexOf(phone), seed },
            );
            const theirs = await theirSearches(documents, tableName, { request, meter, now }, seed);
            rows.push({ donors, where: home.name, group, ours, theirs });
          }
    } finally {
      await table.close();
    }
  }
  return rows;
};

const placeAt = (
  gazetteer: ReturnType<typeof createGazetteer>,
  pin: typeof neighbourhoods.city.pin,
) => {
  const place = gazetteer.placeOfPin(pin);
  if (!place) throw new Error(`PIN ${pin} is not on the map`);
  return place;
};

/** Donors near enough for their search who may give now, as items of their index of those who are available. */
const theirItems = (
  crowd: ReturnType<typeof createCrowd>,
  donors: number,
  homes: ReturnType<typeof placeAt>[],
): Record<string, unknown>[] =>
  Array.from({ length: donors }, (_, index) => ({ index, ...crowd.homeOf(index) }))
    .filter(({ place }) => homes.some((home) => distanceKm(home, place) < theirKm))
    .filter(({ index }) => crowd.mayGiveAt(index) <= now)
    .map(({ index, group, place }) =>
      theirItem({ index, group, at: homeNear(place, index) }, crowd.itemOf(index)),
    );

const weightOf = (group: string): number => groupShares.find(([name]) => name === group)?.[1] ?? 0;

const mean = (rows: Row[], of: (row: Row) => number): number => {
  const weights = rows.reduce((sum, { group }) => sum + weightOf(group), 0);
  return rows.reduce((sum, row) => sum + weightOf(row.group) * of(row), 0) / weights;
};

/**
 * What is promised, for each size of the table: until covered a twentieth of their queries and a tenth of their read
 * units, city and country together, and no fewer covered; for a first look, in the city and in the country, half of their
 * queries and no more read units.
 */
export const judge = (rows: Row[]): { holds: boolean; text: string }[] =>
  [...new Set(rows.map(({ donors }) => donors))].flatMap((donors) => {
    const some = rows.filter((row) => row.donors === donors);
    const check = (
      name: string,
      list: Row[],
      { of, what, most }: { of: keyof Search; what: 'queries' | 'reads'; most: number },
    ) => {
      const [ours, theirs] = (['ours', 'theirs'] as const).map((who) =>
        mean(list, (row) => row[who][of][what]),
      ) as [number, number];
      const bound =
        most === 1 ? 'no more than theirs' : `at most 1/${(1 / most).toFixed(0)} of theirs`;
      const unit = what === 'queries' ? 'queries' : 'read units';
      return {
        holds: ours <= most * theirs,
        text: `${donors.toLocaleString('en')} donors, ${name}: ${ours.toFixed(1)} ${unit}, ${bound} (${theirs.toFixed(1)})`,
      };
    };
    const covered = (who: 'ours' | 'theirs') =>
      mean(some, (row) => (row[who].whole.covered ? 1 : 0));
    const places = [...new Set(some.map((row) => row.where))];
    return [
      check('until covered', some, { of: 'whole', what: 'queries', most: 1 / 20 }),
      check('until covered', some, { of: 'whole', what: 'reads', most: 1 / 10 }),
      {
        holds: covered('ours') >= covered('theirs'),
        text: `${donors.toLocaleString('en')} donors: ${(100 * covered('ours')).toFixed(0)} % covered, no fewer than theirs (${(100 * covered('theirs')).toFixed(0)} %)`,
      },
      ...places.flatMap((place) => {
        const there = some.filter(({ where }) => where === place);
        return [
          check(`first look, ${place}`, there, { of: 'first', what: 'queries', most: 1 / 2 }),
          check(`first look, ${place}`, there, { of: 'first', what: 'reads', most: 1 }),
        ];
      }),
    ];
  });

/** Each line: our means, theirs, and theirs over ours. */
const lineOf = (name: string, rows: Row[], of: (search: Search) => Round): string[] => {
  const each = (who: 'ours' | 'theirs', what: (round: Round) => number): number =>
    mean(rows, (row) => what(of(row[who])));
  const show = (who: 'ours' | 'theirs'): string =>
    `${each(who, (r) => r.queries).toFixed(0)} / ${each(who, (r) => r.reads).toFixed(1)}`;
  const times = (what: (round: Round) => number): string =>
    (each('theirs', what) / each('ours', what)).toFixed(1);
  const covered = (who: 'ours' | 'theirs'): string =>
    `${(100 * each(who, (r) => (r.covered ? 1 : 0))).toFixed(0)} %`;
  return [
    name,
    show('ours'),
    show('theirs'),
    times((r) => r.queries),
    times((r) => r.reads),
    covered('ours'),
    covered('theirs'),
    each('ours', (r) => r.told).toFixed(1),
    each('theirs', (r) => r.told).toFixed(1),
  ];
};

const render = (rows: Row[]): string => {
  const head = [
    'queries / read units',
    'ours',
    'theirs',
    '× queries',
    '× units',
    'covered',
    'theirs',
    'told',
    'theirs',
  ];
  const sizes = [...new Set(rows.map(({ donors }) => donors))];
  const lines = sizes.flatMap((donors) => {
    const some = rows.filter((row) => row.donors === donors);
    const where = [...new Set(some.map((row) => row.where))];
    const names = where.flatMap((name) => groups.map((group) => ({ name, group })));
    return [
      [donors.toLocaleString('en'), ...Array.from({ length: 8 }, () => '')],
      ...where.map((name) =>
        lineOf(
          `first look, ${name}`,
          some.filter((r) => r.where === name),
          (s) => s.first,
        ),
      ),
      ...names.map(({ name, group }) =>
        lineOf(
          `until covered, ${name}, ${group}`,
          some.filter((r) => r.where === name && r.group === group),
          (s) => s.whole,
        ),
      ),
      lineOf('first look, all', some, (s) => s.first),
      lineOf('until covered, all', some, (s) => s.whole),
    ];
  });
  return renderColumns([head, ...lines]).join('\n');
};
