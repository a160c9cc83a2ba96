import type { StatusWebhooks } from '../../../ports/webhooks.ts';
import { parsePlivoStatus } from './plivo-call-status.ts';
import { plivoSigned } from './plivo-signature.ts';

/** Plivo's callbacks about calls. The URL of a call that we made names our own id: `c`. */
export const plivoStatuses: StatusWebhooks = {
  ...plivoSigned,
  parseMessageStatus: () => undefined,
  parseCallStatus: ({ form, query }) => parsePlivoStatus(form, query('c')),
};
