import { readFileSync } from 'node:fs';

export type AlarmRow = { name: string; wrong: string; minutes: number; todo: string };

/** The rows of the table of alarms in docs/operate.md. */
export const alarmRows = (): AlarmRow[] =>
  readFileSync('docs/operate.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `\w+` \|.*\| \d+ minutes? \|/.test(line))
    .map((line) => {
      const [, name = '', wrong = '', within = '', todo = ''] = line.split('|');
      const minutes = Number.parseInt(within, 10);
      return { name: name.replace(/[` ]/g, ''), wrong, minutes, todo };
    });
