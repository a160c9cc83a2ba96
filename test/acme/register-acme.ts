import {
  carrierDefinitions,
  carrierProbes,
  carrierSenders,
  statusWebhooks,
  textWebhooks,
} from '#functions/carriers/registry.ts';
import type { CarrierProbes, WebhookProbe } from '#functions/ports/carrier-definition.ts';
import { acmeDefinition } from './acme-definition.ts';
import { acmeStatuses, acmeTexts, signAcme } from './acme-inbound.ts';
import { acmeSender } from './acme-sender.ts';

const signed =
  (fields: object): WebhookProbe['render'] =>
  (_, token) => {
    const body = JSON.stringify(fields);
    return {
      headers: {
        'Content-Type': 'application/json',
        'X-Acme-Signature': token === undefined ? 'wrong' : signAcme(body, token),
      },
      body,
    };
  };

export const acmeProbes = {
  text: {
    render: signed({ id: 'doctor', from: 'DOCTOR', text: 'How are you?' }),
    expects: ({ status, body }) => status === 200 && body === '[]',
  },
  status: { render: signed({}), expects: ({ status }) => status === 204 },
} satisfies CarrierProbes;

/** The entries of functions/carriers/registry.ts, each in its list. */
const entries: [list: object, entry: unknown][] = [
  [carrierDefinitions, acmeDefinition],
  [textWebhooks, acmeTexts],
  [statusWebhooks, acmeStatuses],
  [carrierSenders, acmeSender],
  [carrierProbes, acmeProbes],
];

/** Adds the second carrier to the lists of the registry; the result takes it out. */
export const registerAcme = (): (() => void) => {
  for (const [list, acme] of entries) Object.assign(list, { acme });
  return () => {
    for (const [list] of entries) Reflect.deleteProperty(list, 'acme');
  };
};
