import { writeFileSync } from 'node:fs';
import { renderDonorHeader, renderDonorLine } from '#functions/import-export/render-donor-csv.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { type Command, renderColumns } from './command.ts';

/** `donors export`: all donors as CSV. */
export const exportDonors: Command = {
  summary: 'all donors as CSV that can be imported again, whole phone numbers included',
  args: [],
  options: { out: 'write to this file, readable for you alone, instead of the screen' },
  async run({ services: { store, clock, config }, terminal, options }) {
    terminal.note(
      'This list has whole names and phone numbers: keep it safe, and do not pass it on.',
    );
    const lines = [renderDonorHeader()];
    for await (const person of store.everyone()) {
      const line = renderDonorLine(person, clock.now(), config.defaultLanguage);
      if (line !== undefined) lines.push(line);
    }
    const { out } = options;
    if (out === undefined) for (const line of lines) terminal.out(line);
    // Without a byte order mark spreadsheets misread Hindi.
    else writeFileSync(out, `\uFEFF${lines.join('\n')}\n`, { mode: 0o600 });
    terminal.note(`${lines.length - 1} donors${out === undefined ? '' : ` written to ${out}`}`);
    return 0;
  },
};

/** `donors count`: the number of donors, by group. */
export const countDonors: Command = {
  summary: 'how many donors there are, by group, and how many of them may be asked',
  args: [],
  async run({ services: { store, clock }, terminal }) {
    const now = clock.now();
    const all = new Map<string, number>();
    const free = new Map<string, number>();
    for await (const { donor, optedOut, unreachable } of store.everyone()) {
      if (!donor) continue;
      all.set(donor.group, (all.get(donor.group) ?? 0) + 1);
      if (optedOut || unreachable || donor.mayGiveFrom > now) continue;
      free.set(donor.group, (free.get(donor.group) ?? 0) + 1);
    }
    const rows = bloodGroups.map((group) => [group, all.get(group) ?? 0, free.get(group) ?? 0]);
    const total = ['all', sum(all), sum(free)];
    const table = [['GROUP', 'DONORS', 'MAY GIVE NOW'], ...rows, total];
    for (const line of renderColumns(table.map((row) => row.map(String)))) terminal.out(line);
    return 0;
  },
};

const sum = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
