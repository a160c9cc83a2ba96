import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { CarrierChoice } from '#functions/carriers/chosen-carriers.ts';
import { checkCarrier } from '#functions/doctor/check-carrier.ts';
import type { CheckResult } from '#functions/doctor/check-result.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { later } from '../../contract/samples.ts';

/* What the doctor finds in the accounts of Plivo and Exotel: right settings, and each wrong one with its advice. */

const url = 'https://hotline.example.org';
const overrides = '#rc=2&rp=5xx,ct,rt';
const number = (digits: string) => phoneNumberSchema.parse(`+91532000${digits}`);
const [hotlineNumber, missedCallNumber, yesNumber, noNumber] = ['0000', '0001', '0003', '0004'].map(
  number,
);

const goodApplication = {
  answer_url: `${url}/plivo/voice${overrides}`,
  answer_method: 'POST',
  fallback_answer_url: `${url}/plivo/voice/fallback${overrides}`,
  fallback_method: 'POST',
  hangup_url: `${url}/plivo/status${overrides}`,
  hangup_method: 'POST',
};
type Desk = {
  url: string;
  answers: Record<string, { status: number; body: object }>;
  close(): void;
};
let desk: Desk;

/** Answers by path; 401 to any other login, 404 to any other path. */
const openDesk = async (): Promise<Desk> => {
  const answers: Desk['answers'] = {};
  const logins = ['MA1:token', 'key:token'].map(
    (login) => `Basic ${Buffer.from(login).toString('base64')}`,
  );
  const server = createServer(({ url: path = '', headers }, response) => {
    const known = logins.includes(headers.authorization ?? '');
    const answer = known ? (answers[path] ?? { status: 404, body: {} }) : { status: 401, body: {} };
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const aTarget = (
  carriers: CarrierChoice,
  carrierValues: DoctorTarget['carrierValues'],
  change: Partial<DoctorTarget> = {},
): DoctorTarget => ({
  url,
  carriers,
  carrierValues,
  hotlineNumber,
  missedCallNumber: undefined,
  isOnAws: false,
  removeMessage: async () => {},
  store: createMemoryStore(),
  now: () => later(0),
  ...change,
});
/** Each finding as the operator reads it. */
const findings = (results: CheckResult[]): string[] =>
  results.map(
    ({ check, state, saw, todo }) =>
      `${state} ${check}: ${saw}${todo === undefined ? '' : ` → ${todo}`}`,
  );

describe('Plivo', () => {
  const account = '/v1/Account/MA1/';
  const applicationPath = `${account}Application/7/`;
  const numberPath = (phone = hotlineNumber) => `${account}Number/${phone?.slice(1)}/`;
  const set = (path: string, body: object, status = 200): void => {
    desk.answers[path] = { status, body };
  };
  beforeEach(() => {
    set(account, { cash_credits: '12.5' });
    for (const phone of [hotlineNumber, missedCallNumber, yesNumber, noNumber])
      set(numberPath(phone), { application: applicationPath });
    set(applicationPath, goodApplication);
  });
  const examine = async (change: Partial<DoctorTarget> = {}, values: Record<string, string> = {}) =>
    findings(
      await checkCarrier(
        aTarget(
          { texts: 'plivo' as never, calls: 'plivo' },
          {
            plivo: {
              PLIVO_AUTH_ID: 'MA1',
              PLIVO_AUTH_TOKEN: 'token',
              PLIVO_API_URL: desk.url,
              ...values,
            },
          },
          change,
        ),
      ),
    );

  it('passes with credit and an application of ours at every number', async () => {
    const all = { missedCallNumber, yesNumber, noNumber };
    const ours = 'Answer URL, Hangup URL, Fallback URL are ours';
    expect(await examine(all)).toEqual([
      'pass Plivo’s account: has 12.5 of credit',
      `pass Plivo’s number: ${ours}`,
      `pass missed-call number: ${ours}`,
      `pass number of a yes: ${ours}`,
      `pass number of a no: ${ours}`,
    ]);
  });

  it('skips a number that is not known here', async () => {
    expect(await examine({ hotlineNumber: undefined })).toEqual([
      'pass Plivo’s account: has 12.5 of credit',
      'skipped Plivo’s number: HOTLINE_NUMBER is not set here',
    ]);
  });

  it('reports a wrong token without repeating it, and asks nothing more', async () => {
    const [said, ...more] = await examine({}, { PLIVO_AUTH_TOKEN: 'not-the-one' });
    expect(said).toBe(
      'fail Plivo’s account: refuses the auth id and token → Copy both from the console again.',
    );
    expect(more).toEqual([]);
  });

  it('reports an account without credit, one that does not answer, and no network', async () => {
    set(account, { cash_credits: '0.000' });
    expect((await examine())[0]).toBe(
      'fail Plivo’s account: has no credit → Add credit: without it no phone is called.',
    );
    set(account, {}, 503);
    expect(await examine()).toEqual(['fail Plivo’s account: answered with 503 → Try again.']);
    const away = await examine({}, { PLIVO_API_URL: 'http://127.0.0.1:59999' });
    expect(away).toEqual(['fail Plivo’s account: ECONNREFUSED → Is the network open? Try again.']);
  });

  it.each<[string, () => void, string]>([
    [
      'a number that is not rented',
      () => set(numberPath(), {}, 404),
      'fail Plivo’s number: answered with 404 → Is this number rented in this account?',
    ],
    [
      'a number without an application',
      () => set(numberPath(), { application: null }),
      'fail Plivo’s number: has no application → Give the number an application in the console.',
    ],
    [
      'an application that cannot be read',
      () => set(applicationPath, {}, 500),
      'fail Plivo’s number: its application answered with 500 → Try again.',
    ],
  ])('reports %s', async (_, change, said) => {
    change();
    expect((await examine())[1]).toBe(said);
  });

  it.each<[string, object, string]>([
    ['an empty answer URL', { answer_url: '' }, 'Answer URL is empty, not'],
    ['an old hang-up URL', { hangup_url: 'https://old.example/x' }, 'Hangup URL is https://old'],
    ['a call by GET', { answer_method: 'GET' }, 'Answer URL is called by GET, not POST'],
    ['no fallback', { fallback_answer_url: null }, 'Fallback URL is empty, not'],
    [
      'an answer URL without its overrides',
      { answer_url: `${url}/plivo/voice` },
      'Answer URL lacks its overrides #rc=2&rp=5xx,ct,rt: a failed try is final',
    ],
  ])('reports %s', async (_, change, said) => {
    set(applicationPath, { ...goodApplication, ...change });
    const [, found] = await examine();
    expect(found).toContain(said);
    expect(found).toContain('→ Correct it in the carrier’s console');
  });
});

describe('Exotel', () => {
  const path = '/v1/Accounts/group1/SMS/Messages/doctor.json';
  const examine = async (values: Record<string, string> = {}) =>
    findings(
      await checkCarrier(
        aTarget(
          { texts: 'exotel', calls: 'exotel' as never },
          {
            exotel: {
              EXOTEL_SID: 'group1',
              EXOTEL_API_KEY: 'key',
              EXOTEL_API_TOKEN: 'token',
              EXOTEL_API_URL: desk.url,
              ...values,
            },
          },
        ),
      ),
    );

  it.each([200, 404])('passes when it knows no such text: %i', async (status) => {
    desk.answers[path] = { status, body: {} };
    expect(await examine()).toEqual([`pass Exotel’s account: knows us (${status})`]);
  });

  it('reports wrong keys without repeating them, and a suspended account', async () => {
    const advice = 'Check SID, key and token, and whether it is suspended.';
    const [said] = await examine({ EXOTEL_API_TOKEN: 'not-the-one' });
    expect(said).toBe(`fail Exotel’s account: answered with 401 → ${advice}`);
    desk.answers[path] = { status: 403, body: {} };
    expect(await examine()).toEqual([`fail Exotel’s account: answered with 403 → ${advice}`]);
  });

  it('reports another answer, and no network', async () => {
    desk.answers[path] = { status: 502, body: {} };
    expect(await examine()).toEqual([
      'fail Exotel’s account: answered with 502 → Try again; then ask Exotel.',
    ]);
    expect(await examine({ EXOTEL_API_URL: 'http://127.0.0.1:59999' })).toEqual([
      'fail Exotel’s account: ECONNREFUSED → Is the network open? Try again.',
    ]);
  });
});

it('asks both accounts where texts and calls have carriers of their own', async () => {
  const results = await checkCarrier(aTarget({ texts: 'exotel', calls: 'plivo' }, {}));
  expect(findings(results)).toEqual([
    expect.stringMatching(/^skipped carrier: .* → Set EXOTEL_SID and EXOTEL_API_KEY/),
    expect.stringMatching(/^skipped carrier: .* → Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN/),
  ]);
});
