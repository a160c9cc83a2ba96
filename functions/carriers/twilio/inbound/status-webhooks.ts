import type { StatusWebhooks } from '../../../ports/webhooks.ts';
import { parseCallStatus } from './call-status-form.ts';
import { parseStatusForm } from './status-form.ts';
import { twilioSigned } from './twilio-signature.ts';

/** Twilio's status callbacks. The URL we give Twilio names our own id: `m` of a message, `c` of a call. */
export const twilioStatuses: StatusWebhooks = {
  ...twilioSigned,
  parseMessageStatus: ({ form, query }) => parseStatusForm(form, query('m')),
  parseCallStatus: ({ form, query }) => parseCallStatus(form, query('c')),
};
