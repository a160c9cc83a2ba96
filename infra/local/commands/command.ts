import type { Services } from '#functions/ports/services.ts';
import type { CommandEnvironment } from './command-environment.ts';

/** Where a command writes: `out` takes its answer, `note` everything else a person should know. One line each. */
export type Terminal = { out(line: string): void; note(line: string): void };

export type CommandCall = {
  services: Services;
  terminal: Terminal;
  /** The words after the command's own, as many as `args` names. */
  args: string[];
  /** Options with a value, by name; one without has ''. */
  options: Record<string, string | undefined>;
};

/** What the help of a command says. */
export type Described = {
  summary: string;
  /** The names of its arguments, all required: FILE, CODE. */
  args: readonly string[];
  /** Options that take a value, each with its meaning. */
  options?: Record<string, string>;
  /** Options without a value. */
  flags?: Record<string, string>;
  /** More about it for --help. */
  details?: string;
};

/** One of the operator's commands. */
export type Command = Described & {
  /** The exit code: 0 done, 1 not. */
  run(call: CommandCall): Promise<number>;
};

/** A command that needs no data, or opens it by itself. */
export type LoneCommand = Described & {
  runAlone(call: Omit<CommandCall, 'services'> & { env: CommandEnvironment }): Promise<number>;
};

/** By the words that name them: 'import donors'. */
export type Commands = Record<string, Command | LoneCommand>;

/** The operator sees its message as one line, without a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

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
