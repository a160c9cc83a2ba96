import { Command as CommanderCommand, CommanderError, Option } from 'commander';
import type {
  Command,
  CommandCall,
  Commands,
  Described,
  LoneCommand,
  Terminal,
} from './command.ts';
import { readCommandEnvironment } from './command-environment.ts';
import { openHotline } from './open-hotline.ts';

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

/**
 * Runs the command that the command line names. Returns the exit code: 0 done, 1 not done, 2 not understood. An error
 * is one line.
 */
export const runCommandLine = async (
  commands: Commands,
  argv: readonly string[],
  env: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> => {
  const choice = chooseCommand(commands, argv);
  switch (choice.type) {
    case 'help':
      terminal.out(choice.text);
      return 0;
    case 'mistake':
      terminal.note(choice.text);
      return 2;
    case 'run':
      return runChosen(choice, env, terminal);
  }
};

const runChosen = async (
  { command, args, options, aws }: Extract<Choice, { type: 'run' }>,
  env: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> => {
  try {
    const environment = readCommandEnvironment(env, { aws });
    const call = { terminal, args, options };
    if ('runAlone' in command) return await command.runAlone({ ...call, env: environment });
    const { services, close } = await openHotline(environment);
    try {
      return await command.run({ ...call, services });
    } finally {
      await close();
    }
  } catch (error) {
    terminal.note(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

/** The command that a command line names, with its arguments; or the help or the error to show instead. */
export const chooseCommand = (commands: Commands, argv: readonly string[]): Choice => {
  let shown = '';
  let choice: Choice | undefined;
  const program = newProgram((text) => {
    shown += text;
  });
  for (const [name, command] of Object.entries(commands))
    addCommand(program, name, command, (chosen) => {
      choice = { type: 'run', command, ...chosen };
    });
  try {
    program.parse(toCommanderArgv(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const type = error.exitCode === 0 ? 'help' : 'mistake';
    return { type, text: shown.trimEnd() };
  }
  return choice ?? { type: 'mistake', text: shown.trimEnd() };
};

/** Without a word the help is wanted; `help import donors` is `import donors --help`. */
const toCommanderArgv = (argv: readonly string[]): string[] => {
  if (argv.length === 0) return ['--help'];
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv];
};

const newProgram = (show: (text: string) => void): CommanderCommand =>
  new CommanderCommand('npm run hotline --')
    .usage('COMMAND [--help]')
    .option('--aws', 'on the deployed table that TABLE_NAME names; HOTLINE_AWS=1 does the same')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError('(--help shows the usage)')
    .configureOutput({ writeOut: show, writeErr: show })
    .configureHelp({
      showGlobalOptions: true,
      visibleCommands: leavesOf,
      subcommandTerm: (command) =>
        [nameOf(command), ...command.registeredArguments.map((arg) => arg.name())].join(' '),
    })
    .exitOverride();

/** Every command below this one that can be run, so that the help lists `import donors` too. */
const leavesOf = (command: CommanderCommand): CommanderCommand[] =>
  command.commands.flatMap((child) => (child.commands.length > 0 ? leavesOf(child) : [child]));

/** All words of a command: `import donors`. */
const nameOf = (command: CommanderCommand): string =>
  command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

const addCommand = (
  program: CommanderCommand,
  name: string,
  { summary, args, options = {}, flags = {}, details }: Described,
  onChosen: (chosen: Pick<CommandCall, 'args' | 'options'> & { aws: boolean }) => void,
): void => {
  const leaf = name.split(' ').reduce(findOrAdd, program);
  leaf
    .summary(summary)
    .description([summary, ...(details ? [details.replaceAll('\n', ' ')] : [])].join('\n\n'));
  for (const arg of args) leaf.argument(`<${arg}>`);
  const add = (option: string, form: string, means: string) => {
    const added = new Option(`--${option}${form}`, means);
    leaf.addOption(added);
    return { option, attribute: added.attributeName() };
  };
  const known = [
    ...Object.entries(options).map(([option, means]) => add(option, ' <VALUE>', means)),
    ...Object.entries(flags).map(([option, means]) => add(option, '', means)),
  ];
  leaf.action(() => {
    const given: CommandCall['options'] = {};
    for (const { option, attribute } of known) {
      const value: unknown = leaf.getOptionValue(attribute);
      if (typeof value === 'string') given[option] = value;
      if (value === true) given[option] = '';
    }
    onChosen({ args: leaf.args, options: given, aws: program.getOptionValue('aws') === true });
  });
};

const findOrAdd = (parent: CommanderCommand, word: string): CommanderCommand =>
  parent.commands.find((child) => child.name() === word) ?? parent.command(word);
