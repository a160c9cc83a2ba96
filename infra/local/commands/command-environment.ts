import { carriersIn } from '#functions/carriers/chosen-carriers.ts';
import type { Halves } from '#functions/carriers/registry.ts';
import { EnvironmentError, secretVariableOf } from '#functions/http/lambda-environment.ts';
import { type Environment, readEnvironment } from '../environment.ts';

type Values = Record<string, string | undefined>;

/** The hotline a command works on: this machine's, or the deployed one. */
export type CommandEnvironment = Environment & {
  /** The deployed table in this region; undefined: a database that the environment or DATA_DIR names. */
  aws: { region: string } | undefined;
  /** The names of the values that were set, for commands that must not mistake a default for one. */
  given: ReadonlySet<string>;
  /** Where the deployed hotline keeps the credentials of each carrier. */
  secretArns: Halves<string>;
};

/** The region infra/aws deploys to, whatever the operator's own default is. */
const home = 'ap-south-1';

/**
 * The environment of a command. It works on AWS only with `--aws` or HOTLINE_AWS=1: credentials that happen to be set
 * never turn a command to the deployed table, and an unset name never creates one there. Throws EnvironmentError.
 */
export const readCommandEnvironment = (
  env: Values,
  asked: { aws: boolean },
): CommandEnvironment => {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const given = new Set(Object.keys(env).filter((name) => read(name) !== undefined));
  const wanted = read('HOTLINE_AWS');
  if (wanted !== undefined && wanted !== '1' && wanted !== '0')
    throw new EnvironmentError(`HOTLINE_AWS must be 1 or 0, not "${wanted}"`);
  const isAws = asked.aws || wanted === '1';
  const faults = isAws ? awsFaults(given) : [];
  if (faults.length > 0) throw new EnvironmentError(faults.join('\n'));
  const region = read('AWS_REGION') ?? read('AWS_DEFAULT_REGION') ?? home;
  const environment = readEnvironment(env);
  const arns = carriersIn(environment.carriers).map(
    (name) => [name, read(secretVariableOf(name))] as const,
  );
  return {
    ...environment,
    aws: isAws ? { region } : undefined,
    given,
    secretArns: Object.fromEntries(arns.filter(([, arn]) => arn !== undefined)),
  };
};

const awsFaults = (given: ReadonlySet<string>): string[] => [
  ...(given.has('TABLE_NAME')
    ? []
    : ['TABLE_NAME is missing: on AWS it is the output TableName of the stack']),
  ...(given.has('DYNAMODB_ENDPOINT')
    ? ['DYNAMODB_ENDPOINT names another database than AWS: unset it, or leave --aws out']
    : []),
];

/** Backups are made of the embedded database only. Throws EnvironmentError for any other. */
export const requireEmbedded = (env: CommandEnvironment): void => {
  if (env.aws)
    throw new EnvironmentError(
      'on AWS the table has its own backups, to the second: docs/operate.md, "The data before"',
    );
  if (env.dynamodbEndpoint)
    throw new EnvironmentError(
      `DYNAMODB_ENDPOINT ${env.dynamodbEndpoint} keeps its data itself: use that database’s own backups`,
    );
};
