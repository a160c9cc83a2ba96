import type { Choice, Terminal } from './command.ts';
import { readCommandEnvironment } from './command-environment.ts';
import { openHotline } from './open-hotline.ts';

/** Carries out what a command line asks for. The exit code: 0 done, 1 not, 2 not understood. Faults are one line. */
export const runChoice = async (
  choice: Choice,
  env: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> => {
  if (choice.type === 'help') {
    terminal.out(choice.text);
    return 0;
  }
  if (choice.type === 'mistake') {
    terminal.note(choice.text);
    return 2;
  }
  try {
    const { command, args, options, aws } = choice;
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
