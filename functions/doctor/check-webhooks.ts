import * as z from 'zod';
import { carriersIn, textCarriersIn } from '../carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions, carrierProbes } from '../carriers/registry.ts';
import { callPath, statusPath, textPath } from '../http/webhooks/webhook-paths.ts';
import type { WebhookProbe } from '../ports/carrier-definition.ts';
import { adviceToSet } from './carrier-advice.ts';
import { type CheckResult, fail, pass, renderError, skipped } from './check-result.ts';
import type { DoctorTarget } from './target.ts';

/** Real milliseconds: a cold start, and the carrier's own time-out (docs/facts.md#twilio). */
const patienceMs = 15_000;
/** Real milliseconds. With more skew, texts that we ask the carrier about look older than they are (functions/carriers/twilio). */
const skewMs = 120_000;

const healthSchema = z.object({
  ok: z.boolean(),
  checked: z.object({ store: z.string(), dueSteps: z.string().optional() }),
});

/** Checks /health and the clocks. `reached`: something answers at the URL. */
export const checkHealthEndpoint = async ({
  url,
}: DoctorTarget): Promise<{ reached: boolean; results: CheckResult[] }> => {
  const check = 'health';
  const began = Date.now();
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(patienceMs) });
    const health = healthSchema.safeParse(await response.json().catch(() => undefined));
    const said = health.success ? healthInWords(health.data) : 'not the hotline’s answer';
    const saw = `${response.status}, ${said}, in ${Date.now() - began} ms`;
    const isHealthy = response.status === 200 && health.success && health.data.ok;
    const seen = isHealthy
      ? pass(check, saw)
      : fail(check, saw, adviceFor(response.status, health.success));
    const clock = checkClock('the hotline', response.headers.get('date'));
    return { reached: true, results: [seen, clock] };
  } catch (error) {
    const saw = `${url}/health: ${renderError(error)}`;
    const todo = 'Is this the URL of the stack’s output (or of `npm start`), and does it run?';
    return { reached: false, results: [fail(check, saw, todo)] };
  }
};

const adviceFor = (status: number, isOurs: boolean): string =>
  isOurs
    ? 'It runs but does not reach its table: see the table below, and its log.'
    : status >= 500
      ? 'It does not start: its log says why in one line (most likely an empty secret).'
      : 'Something else answers there: PUBLIC_URL must be the hotline’s.';

/** The skew between this machine and the one that answers, in whole seconds. */
export const checkClock = (whose: string, date: string | null): CheckResult => {
  const check = `clock of ${whose}`;
  const skew = Math.abs(Date.now() - Date.parse(date ?? ''));
  if (Number.isNaN(skew)) return skipped(check, 'its answer has no date');
  const saw = `${Math.round(skew / 1000)} s apart from this machine’s`;
  return skew <= skewMs
    ? pass(check, saw)
    : fail(check, saw, 'Set this machine’s clock, or the other one’s, by NTP.');
};

type Webhook = { name: string; carrier: CarrierName; url: string; probe: WebhookProbe };
type Answer = { status: number; body: string };

/** A request to each function behind a webhook of the chosen carriers. */
const webhooksOf = ({ url, carriers }: DoctorTarget): Webhook[] => {
  const at = (carrier: CarrierName, path: string) => url + carrierDefinitions[carrier].path + path;
  const names = carriersIn(carriers);
  const { calls } = carriers;
  const { call } = carrierProbes[calls];
  return [
    ...textCarriersIn(carriers).flatMap((carrier) => {
      const probe = carrierProbes[carrier].text;
      const name = carrier === carriers.texts ? 'a text' : `a WhatsApp message of ${carrier}`;
      return probe ? [{ name, carrier, url: at(carrier, textPath), probe }] : [];
    }),
    ...names.map((carrier) => ({
      name: names.length === 1 ? 'a status' : `a status of ${carrier}`,
      carrier,
      url: at(carrier, statusPath),
      probe: carrierProbes[carrier].status,
    })),
    ...(call ? [{ name: 'a call', carrier: calls, url: at(calls, callPath), probe: call }] : []),
  ];
};

/** Checks each webhook rightly and wrongly signed. */
export const checkWebhooks = async (target: DoctorTarget): Promise<CheckResult[]> => {
  const results: CheckResult[] = [];
  for (const webhook of webhooksOf(target))
    results.push(await checkForged(webhook), await checkSigned(target, webhook));
  return results;
};

/** Only rightly signed, for a check each hour: a wrong signature raises an alarm. */
export const checkSignedWebhooks = async (target: DoctorTarget): Promise<CheckResult[]> => {
  const results: CheckResult[] = [];
  for (const webhook of webhooksOf(target)) results.push(await checkSigned(target, webhook));
  return results;
};

const checkForged = async (webhook: Webhook): Promise<CheckResult> => {
  const check = `${webhook.name}, wrongly signed`;
  const answer = await post(webhook, undefined);
  if (typeof answer === 'string') return fail(check, answer, 'See health.');
  return answer.status === 403
    ? pass(check, 'refused with 403')
    : fail(
        check,
        `answered with ${answer.status}`,
        'Anyone could pose as a donor. Is this URL our hotline? Take it offline until it refuses.',
      );
};

const checkSigned = async (target: DoctorTarget, webhook: Webhook): Promise<CheckResult> => {
  const check = `${webhook.name}, rightly signed`;
  const { carrier } = webhook;
  const [token] = carrierDefinitions[carrier].authTokens(target.carrierValues[carrier] ?? {});
  if (token === undefined)
    return skipped(check, 'the auth token is not known here', adviceToSet(carrier));
  const answer = await post(webhook, token);
  if (typeof answer === 'string') return fail(check, answer, 'See health.');
  if (webhook.probe.expects(answer)) return pass(check, `accepted with ${answer.status}`);
  return fail(
    check,
    `answered with ${answer.status}`,
    answer.status === 403
      ? 'Its token or its PUBLIC_URL differs from the one here: both must be the carrier’s.'
      : 'Its log says what failed.',
  );
};

/** The answer, or the reason for its absence. `token` undefined: wrongly signed. */
const post = async (
  { url, probe }: Webhook,
  token: string | undefined,
): Promise<Answer | string> => {
  try {
    const response = await fetch(probe.at?.(url, token) ?? url, {
      method: 'POST',
      ...probe.render(url, token),
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return renderError(error);
  }
};

const healthInWords = ({ checked }: z.infer<typeof healthSchema>): string =>
  checked.dueSteps === undefined
    ? `store ${checked.store}`
    : `store ${checked.store}, due steps ${checked.dueSteps}`;
