import type { CallWebhooks } from '../../../ports/webhooks.ts';
import { parsePlivoCall, parsePlivoLeg } from './plivo-form.ts';
import { plivoSigned } from './plivo-signature.ts';
import { renderPlivoReply } from './plivo-xml.ts';

/** Plivo's webhooks of a call, and their replies in its XML. */
export const plivoCalls: CallWebhooks = {
  ...plivoSigned,
  parseCall: parsePlivoCall,
  parseLeg: ({ form, query }, answers) => parsePlivoLeg(form, query, answers),
  // The fallback is asked without a reason that tells voice and sound apart: both are left out of the second try.
  parseCallFault: () => ({ voiceFailed: true, soundFailed: true }),
  renderCallReply: (reply, call, links) => ({
    contentType: 'application/xml; charset=utf-8',
    body: renderPlivoReply(reply, call, links),
  }),
};
