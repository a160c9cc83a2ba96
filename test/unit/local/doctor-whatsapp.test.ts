import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { checkWhatsApp } from '#functions/doctor/accounts/check-whatsapp.ts';
import { later } from '../../contract/samples.ts';
import { account, createWorld } from '../../world/world.ts';

const content = {
  friendly_name: 'alert_en',
  language: 'en',
  variables: { '1': '4821' },
  types: { 'twilio/text': { body: 'Request {{1}} has enough donors now.' } },
};

describe('the doctor, about the templates of WhatsApp,', () => {
  const world = createWorld();
  let server: ReturnType<typeof serve>;
  let url = '';
  beforeAll(async () => {
    server = serve({ fetch: (await world).carrier.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());

  const find = async (contentIds: readonly string[] | undefined, authToken = account.authToken) =>
    checkWhatsApp({
      url: 'https://hotline.test',
      carriers: { texts: 'twilio', calls: 'twilio' },
      carrierValues: {},
      hotlineNumber: undefined,
      missedCallNumber: undefined,
      contentIds,
      isOnAws: false,
      removeMessage: async () => {},
      store: createMemoryStore(),
      now: () => later(0),
      values: {
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: authToken,
        TWILIO_API_URL: url,
      },
    });

  it('says that each is approved, or which are not', async () => {
    const { contents } = (await world).carrier;
    const [approved, asked] = [contents.create(content), contents.create(content)];
    contents.requestApproval(approved.sid, 'UTILITY');
    expect(await find([approved.sid])).toMatchObject([{ state: 'pass', saw: '1 approved' }]);
    expect(await find([approved.sid, asked.sid, 'HX0'])).toMatchObject([
      { state: 'fail', saw: `2 of 3 are not: ${asked.sid} unsubmitted, HX0 unknown` },
    ]);
  });

  it('says what the hotline does without them', async () => {
    expect(await find([])).toMatchObject([{ state: 'skipped', saw: expect.stringMatching(/SMS/) }]);
    expect(await find(undefined)).toEqual([]);
  });

  it('says when the carrier lists none', async () => {
    expect(await find(['HX0'], 'wrong')).toMatchObject([{ state: 'fail' }]);
  });
});
