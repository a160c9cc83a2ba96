import { CommandError } from './command.ts';
import type { CommandEnvironment } from './command-environment.ts';

/** Copies of files are made of the embedded database only. Throws one line for any other. */
export const requireEmbedded = (env: CommandEnvironment): void => {
  if (env.aws)
    throw new CommandError(
      'on AWS the table has its own backups, to the second: docs/operate.md, "The data before"',
    );
  if (env.dynamodbEndpoint)
    throw new CommandError(
      `DYNAMODB_ENDPOINT ${env.dynamodbEndpoint} keeps its data itself: use that database’s own backups`,
    );
};
