import { parseArgs } from 'node:util';
import type { Services } from '#functions/ports/services.ts';
import type { CommandEnvironment } from './command-environment.ts';

/** Where a command writes: `out` is its answer, `note` what a person should know besides. One line each. */
export type Terminal = { out(line: string): void; note(line: string): void };

export type CommandCall = {
  services: Services;
  terminal: Terminal;
  /** What stands after the command's words, as many as `args` names. */
  args: string[];
  /** Options with a value, by name. */
  options: Record<string, string | undefined>;
};

type Described = {
  summary: string;
  /** Names of what must follow: FILE, CODE. */
  args: readonly string[];
  /** Options that take a value, each with what it means. */
  options?: Record<string, string>;
  /** More about it for --help. */
  details?: string;
};

/** One of the operator's commands. */
export type Command = Described & {
  /** The exit code: 0 done, 1 not. */
  run(call: CommandCall): Promise<number>;
};

/** One that needs no data, or opens it by itself. */
export type LoneCommand = Described & {
  runAlone(call: Omit<CommandCall, 'services'> & { env: CommandEnvironment }): Promise<number>;
};

/** By the words that call them: 'import donors'. */
export type Commands = Record<string, Command | LoneCommand>;

/** Said to the operator in one line, instead of a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

export type Choice =
  | { type: 'help'; text: string }
  | { type: 'mistake'; text: string }
  | {
      type: 'run';
      command: Command | LoneCommand;
      args: string[];
      options: CommandCall['options'];
      /** On the deployed table. */
      aws: boolean;
    };

/** What a command line asks for. */
export const chooseCommand = (commands: Commands, argv: readonly string[]): Choice => {
  const wantsHelp = argv.some((word) => word === '--help' || word === '-h') || argv[0] === 'help';
  const words = argv.filter((word) => !word.startsWith('-') && word !== 'help');
  const name = Object.keys(commands).find((known) => `${words.join(' ')} `.startsWith(`${known} `));
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || command === undefined) {
    const text = renderHelp(commands, words[0]);
    return wantsHelp || argv.length === 0
      ? { type: 'help', text }
      : { type: 'mistake', text: `There is no command "${words.join(' ')}".\n\n${text}` };
  }
  if (wantsHelp) return { type: 'help', text: renderCommandHelp(name, command) };
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          Object.keys(command.options ?? {}).map((option) => [option, { type: 'string' as const }]),
        ),
        aws: { type: 'boolean' as const },
      },
    });
    const args = positionals.slice(name.split(' ').length);
    if (args.length !== command.args.length) throw new Error(renderUsage(name, command));
    const options: CommandCall['options'] = {};
    for (const [option, value] of Object.entries(values))
      if (typeof value === 'string') options[option] = value;
    return { type: 'run', command, args, options, aws: values.aws === true };
  } catch (error) {
    return { type: 'mistake', text: error instanceof Error ? error.message : String(error) };
  }
};

const renderUsage = (name: string, { args, options = {} }: Described): string =>
  [
    'npm run hotline --',
    name,
    ...args,
    ...Object.keys(options).map((option) => `[--${option} VALUE]`),
  ].join(' ');

const renderCommandHelp = (name: string, command: Described): string => {
  const options = Object.entries(command.options ?? {}).map(
    ([option, means]) => `  --${option} VALUE  ${means}`,
  );
  return [
    renderUsage(name, command),
    '',
    command.summary,
    ...(command.details ? ['', command.details] : []),
    ...(options.length > 0 ? ['', ...options] : []),
  ].join('\n');
};

/** All commands, or those that begin with that word. */
const renderHelp = (commands: Commands, word?: string): string => {
  const all = Object.entries(commands);
  const those = all.filter(([name]) => name.split(' ')[0] === word);
  const lines = (those.length > 0 ? those : all).map(([name, { args, summary }]) => [
    [name, ...args].join(' '),
    summary,
  ]);
  return [
    'npm run hotline -- COMMAND [--help]',
    '',
    ...renderColumns(lines, '  '),
    '',
    'On this machine, or with --aws (or HOTLINE_AWS=1) on the deployed table that TABLE_NAME names.',
  ].join('\n');
};

/** Rows as aligned columns, two spaces between them. */
export const renderColumns = (rows: readonly (readonly string[])[], indent = ''): string[] => {
  const widths = rows.reduce<number[]>(
    (wide, row) => row.map((cell, i) => Math.max(wide[i] ?? 0, [...cell].length)),
    [],
  );
  return rows.map((row) =>
    (indent + row.map((cell, i) => cell + ' '.repeat(gap(cell, widths[i]))).join('')).trimEnd(),
  );
};

const gap = (cell: string, width = 0): number => width - [...cell].length + 2;
