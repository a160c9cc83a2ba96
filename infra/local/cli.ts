import { runCommandLine } from './commands/command-line.ts';
import { operatorCommands } from './commands/operator-commands.ts';

/* `npm run hotline -- COMMAND`: the operator's commands, against a running hotline or a stopped one. */

// What is written holds people's numbers: other users must not read it.
process.umask(0o077);
// Hides six lines before every answer; the Node version is known (docs/facts.md#tools).
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

process.exitCode = await runCommandLine(operatorCommands, process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
