import { createAccountReader } from '#functions/adapters/aws-account.ts';
import { createMessageRemover } from '#functions/adapters/dynamodb/remove-message.ts';
import { createSecretReader } from '#functions/adapters/read-secret.ts';
import { carriersIn, type ValuesByCarrier } from '#functions/carriers/chosen-carriers.ts';
import { checkFunctionLimit } from '#functions/doctor/check-account.ts';
import { checkCarrier } from '#functions/doctor/check-carrier.ts';
import { type CheckResult, fail, renderError, skipped } from '#functions/doctor/check-result.ts';
import { checkMinute, checkOverdue, checkStream } from '#functions/doctor/check-steps.ts';
import { checkHealthEndpoint, checkWebhooks } from '#functions/doctor/check-webhooks.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { parseCarrierSecret } from '#functions/http/lambda-environment.ts';
import type { CarrierValues } from '#functions/ports/carrier-definition.ts';
import { completeValues } from '../carrier-environment.ts';
import { checkTable, type TableTarget } from '../doctor/check-table.ts';
import { readContents } from '../read-templates.ts';
import { CommandError, type LoneCommand, type Terminal } from './command.ts';
import type { CommandEnvironment } from './command-environment.ts';
import { type OpenHotline, openHotline } from './open-hotline.ts';

/** `doctor`: checks a hotline and says what to do about each failure. */
export const runDoctor: LoneCommand = {
  summary: 'checks a hotline end to end: what it saw, what to do; exits with 1 when a check fails',
  args: [],
  options: { url: 'the URL the carrier was given; by default PUBLIC_URL' },
  details: `Checks /health, each webhook rightly and wrongly signed, the table, whether the stream is consumed and
due steps run (up to two minutes), the carrier's account and the webhooks of our numbers, and the clocks. It changes
nothing except three test messages without a recipient, which it writes, watches and deletes. For a deployed hotline:
--aws with TABLE_NAME, --url, HOTLINE_NUMBER, MISSED_CALL_NUMBER and TWILIO_SECRET_ARN; all except the numbers are
outputs of the stack.`,
  async runAlone({ terminal, options, env }) {
    const hotline = await openHotline(env);
    try {
      const results: CheckResult[] = [];
      const report = (found: readonly CheckResult[]): void => {
        results.push(...found);
        for (const result of found) print(result, terminal);
      };
      const { carrierValues, faults } = await findCredentials(env);
      report(faults);
      const target = targetOf(hotline, { env, url: urlOf(env, options['url']), carrierValues });
      await checkAll(target, report);
      return conclude(results, terminal);
    } finally {
      await hotline.close();
    }
  },
};

const checkAll = async (
  target: DoctorTarget & TableTarget,
  report: (found: readonly CheckResult[]) => void,
): Promise<void> => {
  const { reached, results } = await checkHealthEndpoint(target);
  report(results);
  if (reached) report(await checkWebhooks(target));
  report(await checkTable(target));
  if (target.isOnAws) report([await checkFunctionLimit(createAccountReader())]);
  report(await checkCarrier(target));
  report([await checkOverdue(target)]);
  if (reached) {
    // The slow ones together.
    const [stream, minute] = await Promise.all([checkStream(target), checkMinute(target)]);
    report([stream, minute]);
  } else report([skipped('stream and due steps', 'the hotline does not answer')]);
};

const urlOf = (env: CommandEnvironment, given: string | undefined): string => {
  const url = given ?? env.publicUrl;
  if (env.aws && given === undefined && !env.given.has('PUBLIC_URL'))
    throw new CommandError('which URL? Set --url or PUBLIC_URL: output HealthUrl without /health');
  if (!URL.canParse(url))
    throw new CommandError(`--url must be an http or https URL, not "${url}"`);
  return url.replace(/\/+$/, '');
};

type Known = { env: CommandEnvironment; url: string; carrierValues: ValuesByCarrier };

const targetOf = (
  hotline: OpenHotline,
  { env, url, carrierValues }: Known,
): DoctorTarget & TableTarget => {
  const isSimulated = Object.keys(carrierValues).length === 0;
  const isSet = (name: string): boolean => env.given.has(name) || (!env.aws && isSimulated);
  return {
    url,
    carriers: env.carriers,
    carrierValues,
    hotlineNumber: isSet('HOTLINE_NUMBER') ? env.hotlineNumber : undefined,
    missedCallNumber: isSet('MISSED_CALL_NUMBER') ? env.missedCallNumber : undefined,
    yesNumber: isSet('YES_NUMBER') ? env.yesNumber : undefined,
    noNumber: isSet('NO_NUMBER') ? env.noNumber : undefined,
    contentIds: readContents().map(({ id }) => id),
    isOnAws: env.aws !== undefined,
    removeMessage: createMessageRemover(hotline.client, env.tableName),
    client: hotline.client,
    tableName: env.tableName,
    store: hotline.services.store,
    now: hotline.now,
  };
};

/** The values of the environment, otherwise of the deployment's secrets if their names are known. */
const findCredentials = async (
  env: CommandEnvironment,
): Promise<{ carrierValues: ValuesByCarrier; faults: CheckResult[] }> => {
  const found: Record<string, CarrierValues> = {};
  const faults: CheckResult[] = [];
  for (const name of carriersIn(env.carriers)) {
    const here = completeValues(name, env);
    const arn = env.secretArns[name];
    if (here) found[name] = here;
    else if (arn)
      try {
        const secret = parseCarrierSecret(name, await createSecretReader()(arn));
        found[name] = { ...env.carrierValues[name], ...secret };
      } catch (error) {
        const todo =
          'Fill it in as docs/operate.md says; you need secretsmanager:GetSecretValue on it.';
        faults.push(fail('secret', renderError(error), todo));
      }
  }
  return { carrierValues: found, faults };
};

const signs = { pass: 'pass   ', fail: 'FAIL   ', skipped: 'skipped' };

const print = ({ check, state, saw, todo }: CheckResult, { out }: Terminal): void => {
  out(`${signs[state]}  ${check}: ${saw}`);
  if (todo !== undefined) out(`         → ${todo}`);
};

const conclude = (results: readonly CheckResult[], { out }: Terminal): number => {
  const count = (state: CheckResult['state']): number =>
    results.filter(({ state: found }) => found === state).length;
  out(`${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped`);
  return count('fail') > 0 ? 1 : 0;
};
