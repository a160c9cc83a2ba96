import { chooseCommand } from './commands/command.ts';
import { operatorCommands } from './commands/operator-commands.ts';
import { runChoice } from './commands/run-choice.ts';

/* `npm run hotline -- COMMAND`: the operator's commands, against a running hotline or a stopped one. */

// Six lines before every answer; which Node we run on is known (FACTS §9).
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const choice = chooseCommand(operatorCommands, process.argv.slice(2));

process.exitCode = await runChoice(choice, process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
