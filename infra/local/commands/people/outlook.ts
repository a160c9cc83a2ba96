import { campMembers, foretellSupply } from '#functions/use-cases/operator/foretell-supply.ts';
import { type Command, renderColumns } from '../command.ts';

/** `outlook`: when the donors of each zone and group run dry. */
export const showOutlook: Command = {
  summary: 'when the donors of each zone and group run dry, and what a camp or a call would bring',
  args: [],
  details: `Units a week: what the requests of the last twelve weeks asked for, and what is to be hoped for this week.
RUNS DRY: the week in which a request would rather find too few donors than enough, or less is to be hoped for than is
needed. CAMP and CALL: more units in twelve weeks through
${campMembers} new members, and through calls to donors who have been silent for a year. An estimate, and never a promise.`,
  async run({ services, terminal }) {
    const rows = await foretellSupply(services);
    const dry = rows.filter(({ dryInWeeks }) => dryInWeeks !== undefined);
    const head = [
      'ZONE',
      'GROUP',
      'DONORS',
      'FREE',
      'NEEDED',
      'HOPED FOR',
      'RUNS DRY',
      'CAMP',
      'CALL',
    ];
    const lines = [...dry, ...rows.filter((row) => !dry.includes(row))].map((row) => [
      row.zone,
      row.group,
      String(row.donors),
      String(row.free),
      row.needed.toFixed(1),
      row.hoped.toFixed(1),
      whenDry(row.dryInWeeks),
      `+${row.campBrings.toFixed(1)}`,
      `+${row.callBrings.toFixed(1)}`,
    ]);
    for (const line of renderColumns([head, ...lines])) terminal.out(line);
    terminal.note(
      dry.length === 0
        ? 'No group runs dry within twelve weeks, as far as the requests so far tell.'
        : `${dry.length} of ${rows.length} groups run dry within twelve weeks.`,
    );
    return 0;
  },
};

const whenDry = (weeks: number | undefined): string =>
  weeks === undefined ? '-' : weeks === 0 ? 'now' : `in ${weeks} week${weeks === 1 ? '' : 's'}`;
