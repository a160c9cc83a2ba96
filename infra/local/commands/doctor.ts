import { createSecretReader } from '#functions/adapters/read-secret.ts';
import { parseTwilioSecret } from '#functions/http/lambda-environment.ts';
import { checkCarrier } from '../doctor/check-carrier.ts';
import { type CheckResult, fail, renderError, skipped } from '../doctor/check-result.ts';
import { checkMinute, checkOverdue, checkStream } from '../doctor/check-steps.ts';
import { checkTable } from '../doctor/check-table.ts';
import { checkHealthEndpoint, checkWebhooks } from '../doctor/check-webhooks.ts';
import type { DoctorTarget } from '../doctor/target.ts';
import { CommandError, type LoneCommand, type Terminal } from './command.ts';
import type { CommandEnvironment } from './command-environment.ts';
import { type OpenHotline, openHotline } from './open-hotline.ts';

/** `doctor`: is it well, and if not, what to do. */
export const runDoctor: LoneCommand = {
  summary: 'examines a hotline from end to end: what was seen, what to do; exits 1 when it is ill',
  args: [],
  options: { url: 'the URL the carrier was given; PUBLIC_URL unless said' },
  details: `Looks at /health, at each webhook rightly and wrongly signed, at the table, whether the stream is
consumed and due steps run (up to two minutes), at the carrier's account and what it does with our numbers,
and at the clocks. It changes nothing but four messages to nobody, which it writes to see them taken up, and
removes. For a deployed hotline: --aws with TABLE_NAME, --url, HOTLINE_NUMBER, MISSED_CALL_NUMBER and
TWILIO_SECRET_ARN, all but the numbers outputs of the stack.`,
  async runAlone({ terminal, options, env }) {
    const hotline = await openHotline(env);
    try {
      const findings: CheckResult[] = [];
      const tell = (found: readonly CheckResult[]): void => {
        findings.push(...found);
        for (const finding of found) print(finding, terminal);
      };
      const { twilio, faults } = await credentialsOf(env);
      tell(faults);
      const patient = patientOf(hotline, { env, url: urlOf(env, options['url']), twilio });
      await examineAll(patient, tell);
      return conclude(findings, terminal);
    } finally {
      await hotline.close();
    }
  },
};

const examineAll = async (
  patient: DoctorTarget,
  tell: (found: readonly CheckResult[]) => void,
): Promise<void> => {
  const { reached, findings } = await checkHealthEndpoint(patient);
  tell(findings);
  if (reached) tell(await checkWebhooks(patient));
  tell(await checkTable(patient));
  tell(await checkCarrier(patient));
  tell([await checkOverdue(patient)]);
  if (reached) {
    // The slow ones together.
    const [stream, minute] = await Promise.all([checkStream(patient), checkMinute(patient)]);
    tell([stream, minute]);
  } else tell([skipped('stream and due steps', 'nobody is there to do them')]);
};

const urlOf = (env: CommandEnvironment, given: string | undefined): string => {
  const url = given ?? env.publicUrl;
  if (env.aws && given === undefined && !env.given.has('PUBLIC_URL'))
    throw new CommandError('which URL? --url, or PUBLIC_URL: output HealthUrl without /health');
  if (!URL.canParse(url))
    throw new CommandError(`--url must be an http or https URL, not "${url}"`);
  return url.replace(/\/+$/, '');
};

type Known = { env: CommandEnvironment; url: string; twilio: DoctorTarget['twilio'] };

const patientOf = (hotline: OpenHotline, { env, url, twilio }: Known): DoctorTarget => {
  const isSaid = (name: string): boolean => env.given.has(name) || !(env.aws || twilio);
  return {
    url,
    twilio,
    twilioApiUrl: env.twilioApiUrl,
    hotlineNumber: isSaid('HOTLINE_NUMBER') ? env.hotlineNumber : undefined,
    missedCallNumber: isSaid('MISSED_CALL_NUMBER') ? env.missedCallNumber : undefined,
    isOnAws: env.aws !== undefined,
    client: hotline.client,
    tableName: env.tableName,
    store: hotline.services.store,
    now: hotline.now,
  };
};

/** Those of the environment; else out of the deployment's own secret, where its name is known. */
const credentialsOf = async (
  env: CommandEnvironment,
): Promise<{ twilio: DoctorTarget['twilio']; faults: CheckResult[] }> => {
  if (env.twilio || !env.secretArn) return { twilio: env.twilio, faults: [] };
  try {
    const secret = parseTwilioSecret(await createSecretReader()(env.secretArn));
    const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = secret;
    return { twilio: { accountSid, authToken }, faults: [] };
  } catch (error) {
    const todo =
      'Fill it in as docs/operate.md says; you need secretsmanager:GetSecretValue on it.';
    return { twilio: undefined, faults: [fail('secret', renderError(error), todo)] };
  }
};

const signs = { well: 'well   ', ill: 'ILL    ', skipped: 'skipped' };

const print = ({ check, state, saw, todo }: CheckResult, { out }: Terminal): void => {
  out(`${signs[state]}  ${check}: ${saw}`);
  if (todo !== undefined) out(`         → ${todo}`);
};

const conclude = (findings: readonly CheckResult[], { out }: Terminal): number => {
  const count = (state: CheckResult['state']): number =>
    findings.filter((finding) => finding.state === state).length;
  out(`${count('well')} well, ${count('ill')} ill, ${count('skipped')} skipped`);
  return count('ill') > 0 ? 1 : 0;
};
