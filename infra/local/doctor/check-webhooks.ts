import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import * as z from 'zod';
import { type CheckResult, fail, pass, renderError, skipped } from './check-result.ts';
import type { DoctorTarget } from './target.ts';

/** Real milliseconds: a cold start and the carrier's own patience (FACTS §6). */
const patienceMs = 15_000;
/** Past this, texts that we ask the carrier about look older than they are (functions/adapters/twilio). Real milliseconds. */
const skewMs = 120_000;

const healthSchema = z.object({
  ok: z.boolean(),
  checked: z.object({ store: z.string(), dueSteps: z.string().optional() }),
});

/** /health, and whose clock is wrong. `reached`: something answers there at all. */
export const checkHealthEndpoint = async ({
  url,
}: DoctorTarget): Promise<{ reached: boolean; findings: CheckResult[] }> => {
  const check = 'health';
  const began = Date.now();
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(patienceMs) });
    const health = healthSchema.safeParse(await response.json().catch(() => undefined));
    const said = health.success ? healthInWords(health.data) : 'not our words';
    const saw = `${response.status}, ${said}, in ${Date.now() - began} ms`;
    const isWell = response.status === 200 && health.success && health.data.ok;
    const seen = isWell
      ? pass(check, saw)
      : fail(check, saw, whatAils(response.status, health.success));
    const clock = checkClock('the hotline', response.headers.get('date'));
    return { reached: true, findings: [seen, clock] };
  } catch (error) {
    const saw = `${url}/health: ${renderError(error)}`;
    const todo = 'Is this the URL the stack put out (or `npm start` said), and does it run?';
    return { reached: false, findings: [fail(check, saw, todo)] };
  }
};

const whatAils = (status: number, isOurs: boolean): string =>
  isOurs
    ? 'It runs but does not reach its table: look at the table below, and at its log.'
    : status >= 500
      ? 'It does not start: its log says why in one line (an empty secret, most likely).'
      : 'Something else answers there: PUBLIC_URL must be the hotline’s own.';

/** Between the machine that examines and the one that answers; whole seconds. */
export const checkClock = (whose: string, date: string | null): CheckResult => {
  const check = `clock of ${whose}`;
  const skew = Math.abs(Date.now() - Date.parse(date ?? ''));
  if (Number.isNaN(skew)) return skipped(check, 'it does not tell the time');
  const saw = `${Math.round(skew / 1000)} s apart from ours`;
  return skew <= skewMs
    ? pass(check, saw)
    : fail(check, saw, 'Set this machine’s clock, or that one’s, by NTP.');
};

type Form = Record<string, string>;
type Webhook = { name: string; path: string; form: Form; expects: (answer: Answer) => boolean };
type Answer = { status: number; body: string };

/**
 * Each function behind a webhook, asked for something that changes nothing: a text from a sender that is no phone
 * (nobody is known by it, nothing is stored), a status of no message of ours, a call without an id.
 */
const webhooks: readonly Webhook[] = [
  {
    name: 'a text',
    path: '/twilio/sms',
    form: { MessageSid: 'SMdoctor', From: 'DOCTOR', To: 'DOCTOR', Body: 'How are you?' },
    expects: ({ status, body }) => status === 200 && body.includes('<Response'),
  },
  {
    name: 'a status',
    path: '/twilio/status',
    form: { MessageStatus: 'sent' },
    expects: ({ status }) => status === 204,
  },
  {
    name: 'a call',
    path: '/twilio/voice',
    form: { From: 'DOCTOR' },
    expects: ({ status, body }) => status === 400 && body.includes('not a call'),
  },
];

/** Rightly signed and wrongly signed. */
export const checkWebhooks = async (patient: DoctorTarget): Promise<CheckResult[]> => {
  const findings: CheckResult[] = [];
  for (const webhook of webhooks)
    findings.push(await examineForged(patient, webhook), await examineSigned(patient, webhook));
  return findings;
};

const examineForged = async (patient: DoctorTarget, webhook: Webhook): Promise<CheckResult> => {
  const check = `${webhook.name}, wrongly signed`;
  const answer = await post(patient, webhook, Buffer.from('wrong').toString('base64'));
  if (typeof answer === 'string') return fail(check, answer, 'See health.');
  return answer.status === 403
    ? pass(check, 'refused with 403')
    : fail(
        check,
        `answered with ${answer.status}`,
        'Anybody could speak for a donor: is this URL our hotline at all? Take it off the net until it refuses.',
      );
};

const examineSigned = async (patient: DoctorTarget, webhook: Webhook): Promise<CheckResult> => {
  const check = `${webhook.name}, rightly signed`;
  if (!patient.twilio)
    return skipped(
      check,
      'the auth token is not known here',
      'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_SECRET_ARN (output SecretToFill).',
    );
  const { authToken } = patient.twilio;
  const url = `${patient.url}${webhook.path}`;
  const signature = twilioWebhooks.getExpectedTwilioSignature(authToken, url, webhook.form);
  const answer = await post(patient, webhook, signature);
  if (typeof answer === 'string') return fail(check, answer, 'See health.');
  if (webhook.expects(answer)) return pass(check, `taken with ${answer.status}`);
  return fail(
    check,
    `answered with ${answer.status}`,
    answer.status === 403
      ? 'Its token or its PUBLIC_URL is another than here: both must be the very ones the carrier has.'
      : 'Its log says what failed.',
  );
};

/** The answer, or why there was none. */
const post = async (
  { url }: DoctorTarget,
  { path, form }: Webhook,
  signature: string,
): Promise<Answer | string> => {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': signature },
      body: new URLSearchParams(form),
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
