import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import { type Environment, readEnvironment } from '../environment.ts';

type Values = Record<string, string | undefined>;

/** What a command works on: the hotline of this machine, or the deployed one. */
export type CommandEnvironment = Environment & {
  /** The deployed table in this region; undefined: a database that the environment or DATA_DIR names. */
  aws: { region: string } | undefined;
  /** Names of what was really given, for those who must not take a default for the truth. */
  given: ReadonlySet<string>;
  /** Where the deployed hotline keeps the carrier's credentials. */
  secretArn: string | undefined;
};

/** Where infra/aws deploys to, whatever other region somebody works in. */
const home = 'ap-south-1';

/**
 * The environment of a command. AWS only when asked for, by `--aws` or HOTLINE_AWS=1: credentials lying about never
 * turn a command to the deployed table, and an unset name never makes one there. Throws EnvironmentError.
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
  return {
    ...readEnvironment(env),
    aws: isAws ? { region } : undefined,
    given,
    secretArn: read('TWILIO_SECRET_ARN'),
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
