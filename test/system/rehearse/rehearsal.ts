import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import type { Person } from '#shared/people/person.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { aDonor, aPerson, zone } from '../../contract/samples.ts';
import { withOwnCodes } from '../../world/own-code.ts';
import { startCarrierNumbers, validNumber } from '../../world/servers/carrier-numbers.ts';
import { startOpenDynoxide } from '../../world/servers/open-dynoxide.ts';
import type { Json } from '../infra/synthesized.ts';
import { readDeployedTemplate } from './deployed-template.ts';
import { healthyLambda } from './lambda-service.ts';
import { openAccount } from './rehearsed-account.ts';
import { createRehearsedTime } from './rehearsed-time.ts';

const account = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'a-rehearsed-token' };
const hotlineNumber = '+12025550123';
const day = 86_400_000;

/** The Monday after today at 10:30 in India: nothing that is stored has expired on the machine's clock. */
const mondayMorning = (): number => {
  const midnight = Math.ceil(Date.now() / day) * day;
  const toMonday = (8 - new Date(midnight).getUTCDay()) % 7;
  return midnight + toMonday * day + 5 * 3_600_000;
};

/**
 * The template of production, deployed on this machine, with Twilio as it really is and people with phones. `change`
 * damages the template.
 */
export const openRehearsal = async (options: {
  outdir: string;
  node: string;
  change?: (template: Json) => void;
}) => {
  const time = createRehearsedTime(mondayMorning());
  const { now, later } = time;
  const template = readDeployedTemplate(
    join(options.outdir, 'MitraHotline-prod.template.json'),
    { HotlineNumber: hotlineNumber, AlarmEmail: 'hotline@example.org' },
    options.change,
  );
  const database = await startOpenDynoxide();
  const held = JSON.stringify({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
  });
  const state = { ...healthyLambda };
  const trouble = { secret: false, carrier: false };

  const publicUrl = template.output('HealthUrl').replace('/health', '');
  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    smsUrl: template.output('CarrierIncomingSms'),
    smsFallbackUrl: template.output('CarrierSmsFallback'),
    now,
    later,
    webhook: (request) => aws.fetch(request),
    get webhookTimeoutMs() {
      return 15_000 * state.pace;
    },
  });
  const numbers = await startCarrierNumbers({ sid: account.accountSid, token: account.authToken });
  numbers.state.numbers = [
    {
      ...validNumber(hotlineNumber, publicUrl),
      sms_url: template.output('CarrierIncomingSms'),
      sms_fallback_url: template.output('CarrierSmsFallback'),
      voice_url: template.output('CarrierIncomingCall'),
      voice_fallback_url: template.output('CarrierCallFallback'),
      status_callback: template.output('CarrierStatus'),
    },
  ];
  const rest = createServer(
    getRequestListener(async (request) => {
      if (trouble.carrier) return new Response('{}', { status: 503 });
      const { pathname, search } = new URL(request.url);
      if (!/^\/2010-04-01\/Accounts\/\w+(\.json|\/(Balance|IncomingPhone).*)$/.test(pathname))
        return carrier.app.fetch(request);
      numbers.state.skewMs = time.shift();
      return fetch(numbers.url + pathname + search, { headers: request.headers });
    }),
  );
  await once(rest.listen(0, '127.0.0.1'), 'listening');
  const aws = await openAccount({
    ...options,
    template,
    time,
    state,
    database: database.endpoint,
    secret: () => (trouble.secret ? undefined : held),
    environment: {
      TWILIO_API_URL: `http://127.0.0.1:${(rest.address() as AddressInfo).port}`,
    },
  });
  const client = createDynamoDbClient(database.endpoint);
  const documents = createDocumentClient(client);
  const store = createDynamoDbStore(documents, aws.table);

  let people = 0;
  const nextPhone = (): string => {
    people += 1;
    return `+91945${String(people).padStart(7, '0')}`;
  };
  const register = async (over: Partial<Person>): Promise<string> => {
    const phone = phoneNumberSchema.parse(nextPhone());
    await store.save([{ put: aPerson(1, { phone, language: 'en', ...over }) }]);
    return phone;
  };
  const textsOf = (phone: string): string[] =>
    carrier
      .messagesOf(phone)
      .filter(({ author, arrived }) => author === 'hotline' && arrived)
      .map(({ text }) => text);

  const verifier = await register({
    name: 'Veena',
    volunteer: { zone: zone('prayagraj'), role: 'verifier', onDuty: true },
  });
  const donor = aDonor({ mayGiveFrom: epochMs(0) });
  const donors = await Promise.all(Array.from({ length: 8 }, () => register({ donor })));

  return {
    aws,
    carrier,
    time,
    trouble,
    verifier,
    donors,
    /** The phone of a person that the hotline does not know. */
    phone: nextPhone,
    textsOf,
    /** A text. Waits for the answer, which may come minutes later, and says how many; undefined when none comes. */
    async say(from: string, body: string, patience = 15): Promise<number | undefined> {
      const before = textsOf(from).length;
      await carrier.text(from, withOwnCodes(body, textsOf(from)));
      await aws.settle();
      for (let minutes = 0; minutes <= patience; minutes += 1) {
        if (textsOf(from).length > before) return minutes;
        await aws.pass(1);
      }
      return undefined;
    },
    /** All trouble is over. */
    recover(): void {
      Object.assign(trouble, { secret: false, carrier: false });
      Object.assign(state, healthyLambda);
      aws.queues.delayed.clear();
    },
    /** All items of the table. */
    async items(): Promise<Json[]> {
      const found: Json[] = [];
      const input = { TableName: aws.table, ConsistentRead: true };
      for await (const page of paginateScan({ client: documents }, input))
        found.push(...(page.Items ?? []));
      return found;
    },
    async close(): Promise<void> {
      await aws.close();
      client.destroy();
      rest.closeAllConnections();
      rest.close();
      await numbers.close();
      await database.stop();
    },
  };
};
export type Rehearsal = Awaited<ReturnType<typeof openRehearsal>>;
