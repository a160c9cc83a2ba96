import {
  carrierDefinitions,
  carrierProbes,
  carrierSenders,
  statusWebhooks,
  textWebhooks,
} from '#functions/carriers/registry.ts';
import type { CarrierProbes } from '#functions/ports/carrier-definition.ts';
import { acmeDefinition } from './acme-definition.ts';
import { acmeStatuses, acmeTexts, signAcme } from './acme-inbound.ts';
import { acmeSender } from './acme-sender.ts';

const acmeProbes: CarrierProbes = {
  text: {
    form: { id: 'doctor', from: 'DOCTOR', text: 'How are you?', channel: 'sms' },
    expects: ({ status, body }) => status === 200 && body === '[]',
  },
  status: { form: {}, expects: ({ status }) => status === 204 },
  sign: (url, form, token) => ({
    'X-Acme-Signature': token === undefined ? 'wrong' : signAcme(url, form, token),
  }),
};

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
