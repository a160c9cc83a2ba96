import type { CarrierProbes, WebhookProbe } from '../../ports/carrier-definition.ts';
import { readGuard } from './exotel-definition.ts';

/** A secret that is long enough and not in use. */
const wrongSecret = 'wrong-wrong-wrong-wrong-wrong';

const guarded = (form: Readonly<Record<string, string>>): Pick<WebhookProbe, 'at' | 'render'> => ({
  at: (url, token) => `${url}/${token === undefined ? wrongSecret : readGuard(token).secret}`,
  render: (_, token) => ({
    headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: new URLSearchParams({
      ...form,
      AccountSid: token === undefined ? 'nobody' : readGuard(token).accountSid,
    }).toString(),
  }),
});

/** A text from a sender that is not a phone (so nothing is stored), a status of no message of ours. */
export const exotelProbes = {
  text: {
    ...guarded({ SmsSid: 'doctor-0000', From: 'DOCTOR', To: 'DOCTOR', Body: 'How are you?' }),
    expects: ({ status }) => status === 200,
  },
  status: { ...guarded({ Status: 'sent' }), expects: ({ status }) => status === 204 },
} satisfies CarrierProbes;
