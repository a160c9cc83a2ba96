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
    expect(answer).toMatch(/do not see your phone number.*Please call/);
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

describe('a webhook that was once not understood', () => {
  /** A place is no sender: test/scenario/donors/whatsapp.test.ts. */
  const senders = cases.filter(({ form }) => form['MessageType'] !== 'location');
  test.each(senders)('$kind: $form.From is $right', async ({ route, form, right }) => {
    const check = checks[right] ?? isTakenAs(right);
    await check(route, form);
  });
});
