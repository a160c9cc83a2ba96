import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { messageSid } from '../../fixtures/message-sid.ts';
import { signedForm } from '../../world/signed-form.ts';
import { account, createWorld, publicUrl } from '../../world/world.ts';

/* Webhooks whose sender was once not understood, each with what should happen (test/fixtures/cases). */

const caseSchema = z.object({
  kind: z.string(),
  route: z.string(),
  form: z.record(z.string(), z.string()),
  right: z.string(),
  when: z.string().optional(),
});
const cases = readFileSync('test/fixtures/cases/webhooks.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));

const hotline = '+915320000000';

const post = async (route: string, form: Record<string, string>) => {
  const world = await createWorld();
  const id =
    route === '/twilio/sms'
      ? { MessageSid: messageSid('1'), Body: form['Body'] ?? '' }
      : { CallSid: 'CA1', CallStatus: 'ringing' };
  const to = (form['To'] ?? hotline).replace('HOTLINE', hotline);
  const body = new URLSearchParams({ ...form, ...id, To: to }).toString();
  const response = await world.app.fetch(signedForm(publicUrl + route, body, account));
  expect(response.status).toBe(200);
  return { world, answer: await response.text() };
};

type Check = (route: string, form: Record<string, string>) => Promise<void>;
const checks: Record<string, Check> = {
  'words that say: text or ring us from a number, or send your number': async (route, form) => {
    const { world, answer } = await post(route, form);
    expect(answer).toMatch(
      /do not see your phone number.*Please call|नंबर हमें दिख नहीं रहा.*फोन करें|number hamein dikh nahin.*phone karein/,
    );
    expect(JSON.stringify(world.table())).not.toContain('20481632640011223344');
  },
  "the caller's own menu": async (route, form) => {
    const { answer } = await post(route, form);
    expect(answer).toContain('<Gather');
    expect(answer).not.toMatch(/cannot see your number/);
  },
};
const isTakenAs = (right: string) => async (route: string, form: Record<string, string>) => {
  const { world } = await post(route, form);
  const phone = right.replace('taken as ', '');
  expect(world.table().some((item) => JSON.stringify(item).includes(phone))).toBe(true);
};

/** Other senders of the same kinds. */
const text = (From: string, right: string) => ({
  kind: 'number in another shape',
  route: '/twilio/sms',
  form: { From, Body: 'B+ khoon chahiye' },
  right: `taken as ${right}`,
});
const call = (From: string) => ({
  kind: 'number in another shape',
  route: '/twilio/voice',
  form: { From },
  right: "the caller's own menu",
});
const hidden = (id: string, Body: string) => ({
  kind: 'sender without a number',
  route: '/twilio/sms',
  form: { From: `whatsapp:${id}`, To: 'whatsapp:HOTLINE', Body },
  right: 'words that say: text or ring us from a number, or send your number',
});
const others = [
  text('9415600754', '+919415600754'),
  text('00919415600755', '+919415600755'),
  text('rcs:919415600756', '+919415600756'),
  call('919415600732'),
  call('sip:09415600733@calls.example.org'),
  hidden('IN.7720481632640011', 'खून चाहिए बी पॉजिटिव'),
  hidden('GB.11223344556677889900', '1'),
];

describe('a webhook that was once not understood', () => {
  /** A place is no sender: it is played below. */
  const senders = [...cases.filter(({ form }) => form['MessageType'] !== 'location'), ...others];
  test.each(senders)('$kind: $form.From is $right', async ({ route, form, right }) => {
    const check = checks[right] ?? isTakenAs(right);
    await check(route, form);
  });
});

test.each(
  cases
    .filter(({ form }) => form['MessageType'] === 'location')
    .flatMap(
      ({
        route,
        form,
        right,
      }): { route: string; right: string; form: Record<string, string> }[] => [
        { route, right, form },
        { route, right, form: { ...form, Label: 'Swaroop Rani Hospital', Address: '' } },
        {
          route,
          right,
          form: { ...form, Label: 'SRN', Latitude: '25.4490', Longitude: '81.8430' },
        },
      ],
    ),
)('a place on WhatsApp is $right ($form.Label)', async ({ route, form, right }) => {
  const world = await createWorld();
  const send = async (n: number, more: Record<string, string>): Promise<string> => {
    const fields = { From: form['From'] ?? '', To: `whatsapp:${hotline}`, ...more };
    const body = new URLSearchParams({ ...fields, MessageSid: messageSid(String(n)) }).toString();
    return (await world.app.fetch(signedForm(publicUrl + route, body, account))).text();
  };
  expect(await send(1, { Body: 'Need B+ blood 2 units urgent' })).toMatch(/[Hh]ospital/);
  expect(await send(2, form)).toContain(`Is the patient at ${right}, Prayagraj?`);
});
