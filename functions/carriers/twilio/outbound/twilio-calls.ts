import * as z from 'zod';
import type { Carrier } from '../../../ports/carrier.ts';
import { CarrierUnavailable, pageSize, type TwilioApi } from './twilio-api.ts';

const path = 'Calls.json';
const listSchema = z
  .object({
    calls: z.array(
      z.object({
        sid: z.string().min(1),
        direction: z.string().nullish(),
        date_created: z.string().nullish(),
      }),
    ),
    next_page_uri: z.string().nullish(),
  })
  .transform(({ calls: items, next_page_uri: next }) => ({ items, next }));

/** No call of ours costs more than this: a whole menu and a talk. Without it Twilio ends a call after four hours. */
const longestCallSeconds = 1800;

/** One parameter for each; otherwise Twilio reports only the end of a call (Twilio, "Call resource"). */
const statusEvents = ['initiated', 'ringing', 'answered', 'completed'];

export const createTwilioCalls = ({
  ask,
  create,
  findIn,
  from,
  webhooks,
}: TwilioApi): Pick<Carrier, 'call' | 'findCall' | 'sound' | 'deleteSound'> => ({
  call({ to, callId, ringSeconds }) {
    const form = new URLSearchParams({
      To: to,
      From: from,
      Url: webhooks.voice({ c: callId }),
      FallbackUrl: webhooks.voiceFallback({ c: callId }),
      StatusCallback: webhooks.status({ c: callId }),
      Timeout: String(ringSeconds),
      TimeLimit: String(longestCallSeconds),
    });
    for (const event of statusEvents) form.append('StatusCallbackEvent', event);
    return create(path, form);
  },

  /** Matches by number alone: Twilio's list of calls does not say what each was for. */
  findCall({ to }, since) {
    const query = new URLSearchParams({ To: to, PageSize: pageSize });
    return findIn(`${path}?${query}`, listSchema, {
      since,
      isMatch: ({ direction }) => direction === 'outbound-api',
    });
  },

  /** Twilio may redirect to another host; `fetch` does not send our credentials there. */
  async sound(recordingId) {
    const file = `Recordings/${encodeURIComponent(recordingId)}.mp3`;
    const response = await ask(file, { redirect: 'follow' });
    if (response.status === 404 || response.status === 410) return undefined;
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('audio/')) throw new CarrierUnavailable(response.status);
    return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
  },

  async deleteSound(recordingId) {
    const file = `Recordings/${encodeURIComponent(recordingId)}.json`;
    const response = await ask(file, { method: 'DELETE' });
    if (!response.ok && response.status !== 404) throw new CarrierUnavailable(response.status);
  },
});
