import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import type { Webhook } from '#functions/ports/webhooks.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { acmeDefinition } from '../acme/acme-definition.ts';
import { acmeFailures, acmeStatuses, acmeTexts, signAcme } from '../acme/acme-inbound.ts';
import { acmeSender } from '../acme/acme-sender.ts';
import { type CarrierFault, describeTextSender, type TextSenderWorld } from './carrier.contract.ts';
import { describeWebhooks, type FarWebhooks } from './webhooks.contract.ts';

type Fields = Record<string, string>;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const signed = (path: string, fields: Fields, token = 'new-token'): Webhook => {
  const body = new TextEncoder().encode(JSON.stringify(fields));
  return {
    url: `http://10.0.0.1:8080${path}`,
    body,
    form: {},
    query: () => undefined,
    header: (name) => (name === 'x-acme-signature' ? signAcme(body, token) : undefined),
  };
};

const codeOf = (failure: string): string =>
  Object.entries(acmeFailures).find(([, found]) => found === failure)?.[0] ?? '9';
const noCalls = (): never => {
  throw new Error('Acme carries no calls');
};

const acme: FarWebhooks = {
  text: ({ id, from = '', text = '' }, token) =>
    signed('/acme/sms', { ...(id !== undefined && { id }), from, text }, token),
  messageStatus: (ref, state) =>
    signed('/acme/status', {
      ref,
      id: 'A1',
      ...(typeof state === 'object' ? { state: 'failed', code: codeOf(state.failure) } : { state }),
    }),
  callStatus: () => signed('/acme/status', {}),
  call: noCalls,
  answer: noCalls,
  pickUp: noCalls,
  unsigned: (webhook) => ({ ...webhook, header: () => undefined }),
  messagesIn: (reply) => JSON.parse(reply) as string[],
};

describeWebhooks('Acme', {
  texts: acmeTexts,
  statuses: acmeStatuses,
  far: acme,
  carries: acmeDefinition.carries,
});

/** Acme's far side. */
const openAcme = async (): Promise<TextSenderWorld> => {
  let fault: CarrierFault = { type: 'none' };
  const messages: Fields[] = [];
  const server = createServer(async (request, response): Promise<void> => {
    const json = (status: number, body: unknown): void =>
      void response.writeHead(status).end(JSON.stringify(body));
    let body = '';
    for await (const chunk of request) body += chunk;
    if (fault.type === 'status') return json(fault.status, { code: fault.code });
    if (fault.type === 'time-out-before-accepting') return;
    const id = `A${messages.length}`;
    messages.push(JSON.parse(body) as Fields);
    if (fault.type === 'none') json(201, { id });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const values = { ACME_KEY: 'key-of-acme', ACME_URL: url };
  const from = phoneNumberSchema.parse('+915320000000');
  const carrier = acmeSender.texts?.(values, { from, publicUrl: 'https://hotline.example.org/' });
  if (!carrier) throw new Error('Acme sends texts');
  return {
    carrier,
    fault: (next) => {
      fault = next;
    },
    accepted: () =>
      messages.map(({ to = '', from = '', text = '', ref = '', callback = '' }) => ({
        to,
        from,
        text,
        callback: `${callback} ${ref}`,
      })),
  };
};

describeTextSender('Acme’s adapter', openAcme, {
  carriesWhatsApp: false,
  tells: false,
  id: /^A\d+$/,
  status: /\/acme\/status 01abc$/,
  optedOut: 3,
  busy: 7,
});
