import { readTrail } from '#functions/use-cases/operator/read-trail.ts';
import { type Command, CommandError, renderColumns } from '../command.ts';

/** `audit`: who did what, newest first. */
export const showTrail: Command = {
  summary: 'who changed whose role, trust, block or duty, and when; newest first, numbers masked',
  args: [],
  options: { last: 'how many entries to show (100 without it)' },
  async run({ services, terminal, options }) {
    const most = Number(options['last'] ?? 100);
    if (!Number.isInteger(most) || most < 1)
      throw new CommandError('--last must be a whole number');
    const entries = await readTrail(services, most);
    const rows = entries.map(({ at, who, what, phone = '', facts = {} }) => [
      new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      who,
      what,
      phone,
      Object.entries(facts)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ]);
    for (const line of renderColumns([['WHEN (UTC)', 'WHO', 'WHAT', 'PHONE', ''], ...rows]))
      terminal.out(line);
    return 0;
  },
};
