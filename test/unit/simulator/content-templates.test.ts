import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fillContent, SimContents } from '#infra/local/simulator/messages/sim-contents.ts';
import { account, createWorld } from '../../world/world.ts';

const alert = {
  friendly_name: 'alert_en',
  language: 'en',
  variables: { '1': 'B+', '2': '4821' },
  types: {
    'twilio/quick-reply': {
      body: 'Blood {{1}} is needed. Code {{2}}. Come?',
      actions: [{ title: 'I can come', id: '1 {{2}}' }],
    },
  },
};

const decided = (body: string, variables: Record<string, string> = { '1': 'x', '2': 'y' }) => {
  const contents = new SimContents();
  const types = { 'twilio/text': { body } };
  const { sid } = contents.create({ ...alert, variables, types });
  return contents.requestApproval(sid, 'UTILITY')?.approval?.status;
};

describe('Meta, as the simulated carrier plays it,', () => {
  it.each([
    ['{{1}} is needed.', 'rejected'],
    ['We need {{1}}', 'rejected'],
    ['We need {{1}} {{2}} now.', 'rejected'],
    ['We need {{1}}, {{2}} now.', 'approved'],
    ['We need {{3}} now.', 'rejected'],
    ['We need blood.', 'approved'],
  ])('answers to %j: %s', (body, status) => {
    expect(decided(body)).toBe(status);
  });

  it('takes no value with a line break, an empty one or five spaces', () => {
    const content = new SimContents().create(alert);
    const fill = (value: string) => fillContent(content, { '1': value, '2': '4821' });
    expect(fill('B+')).toEqual({
      body: 'Blood B+ is needed. Code 4821. Come?',
      buttons: [{ title: 'I can come', id: '1 4821' }],
    });
    for (const value of ['', 'B\n+', 'B\t+', 'B     +']) expect(fill(value)).toBeUndefined();
    expect(fillContent(content, { '1': 'B+' })).toBeUndefined();
  });
});

const resourceSchema = z.looseObject({ sid: z.string().optional() });

describe('the Content API', () => {
  const ask = async (path: string, body?: object, authorized = true) => {
    const { carrier } = await createWorld();
    return askAt(carrier)(path, body, authorized);
  };
  type Carrier = Awaited<ReturnType<typeof createWorld>>['carrier'];
  const askAt =
    (carrier: Carrier) =>
    async (path: string, body?: object, authorized = true) => {
      const login = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
      const response = await carrier.app.request(`/v1/${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: authorized ? { Authorization: `Basic ${login}` } : {},
      });
      return { status: response.status, body: resourceSchema.parse(await response.json()) };
    };

  it('files a template, has it approved, and lists it with its approval', async () => {
    const { carrier } = await createWorld();
    const at = askAt(carrier);
    const created = await at('Content', alert);
    expect(created).toMatchObject({ status: 201, body: { sid: expect.stringMatching(/^HX/) } });
    const approval = { name: 'alert_en', category: 'UTILITY' };
    const path = `Content/${created.body.sid}/ApprovalRequests/whatsapp`;
    expect(await at(path, approval)).toMatchObject({ status: 201, body: { status: 'received' } });
    expect(await at('ContentAndApprovals')).toMatchObject({
      body: { contents: [{ approval_requests: { status: 'approved', category: 'UTILITY' } }] },
    });
  });

  it('refuses what it does not know', async () => {
    expect(await ask('Content', { ...alert, types: {} })).toMatchObject({ status: 400 });
    expect(await ask('ContentAndApprovals', undefined, false)).toMatchObject({ status: 401 });
    const name = { name: 'Alert-En', category: 'UTILITY' };
    expect(await ask('Content/HX0/ApprovalRequests/whatsapp', name)).toMatchObject({ status: 400 });
  });
});
