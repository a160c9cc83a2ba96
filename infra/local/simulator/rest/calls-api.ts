import type { Hono } from 'hono';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { StatusEvent } from '../calls/call-forms.ts';
import type { Calls } from '../calls/calls.ts';
import type { CallOrder } from '../calls/outgoing-calls.ts';
import { soundOf, soundType } from '../calls/sim-recordings.ts';
import type { Faults } from '../faults.ts';
import type { CreateResource, RestApiEnv } from './create-resource.ts';
import { toPage } from './paginate.ts';
import { callsUri, recordingsUri, toRestCall } from './rest-call.ts';
import { type RestErrorCode, refuse } from './rest-errors.ts';

export type CallsApiOptions = {
  accountSid: string;
  hotlineNumber: string;
  faults: Faults;
  calls: Calls;
  create: CreateResource;
};

const statusEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;

/** Twilio's Calls and Recordings, as far as the hotline uses them. */
export const addCallsApi = (app: Hono<RestApiEnv>, options: CallsApiOptions): void => {
  const { accountSid, calls, create } = options;
  const uri = callsUri(':account');
  const recordings = recordingsUri(':account');

  app.post(`${uri}.json`, (c) =>
    create(c, (form) => {
      const order = parseCallOrder(form, options);
      return typeof order === 'number' ? order : toRestCall(calls.start(order), accountSid);
    }),
  );

  app.get(`${uri}.json`, (c) => {
    const query = new URL(c.req.url).searchParams;
    const found = calls
      .all()
      .map((call) => toRestCall(call, accountSid))
      .reverse()
      .filter((call) =>
        (['To', 'From', 'Status'] as const).every((name) => {
          const wanted = query.get(name);
          return (
            wanted === null ||
            { To: call.to, From: call.from, Status: call.status }[name] === wanted
          );
        }),
      );
    const { shown, paging } = toPage(found, query, `${callsUri(accountSid)}.json`);
    return c.json({ calls: shown, ...paging });
  });

  app.get(`${uri}/:file{.+\\.json}`, (c) => {
    const call = calls.find(c.req.param('file').slice(0, -'.json'.length));
    return call ? c.json(toRestCall(call, accountSid)) : refuse(c, 20404);
  });

  app.get(`${recordings}/:file{.+\\.(mp3|wav)}`, (c) => {
    const recording = calls.recordings.get(c.req.param('file').slice(0, -'.mp3'.length));
    if (!recording) return refuse(c, 20404);
    return c.body(new Uint8Array(soundOf(recording)), 200, { 'Content-Type': soundType });
  });

  app.delete(`${recordings}/:file`, (c) => {
    const sid = c.req.param('file').replace(/\.json$/, '');
    return calls.recordings.delete(sid) ? c.body(null, 204) : refuse(c, 20404);
  });
};

/** The call, or the code it is refused with. */
const parseCallOrder = (
  form: URLSearchParams,
  { hotlineNumber, faults }: CallsApiOptions,
): CallOrder | RestErrorCode => {
  const [to, url] = [form.get('To') ?? '', form.get('Url') ?? ''];
  const timeout = form.get('Timeout') ?? '60';
  const statusCallback = form.get('StatusCallback') ?? undefined;
  const events = form
    .getAll('StatusCallbackEvent')
    .flatMap((given) => given.split(' '))
    .map((given) => statusEvents.find((event) => event === given));
  if (to === '') return 21201;
  const phone = phoneNumberSchema.safeParse(to);
  if (!phone.success) return 21211;
  if (form.get('From') !== hotlineNumber) return 21210;
  if (!URL.canParse(url)) return 21205;
  if (statusCallback !== undefined && !URL.canParse(statusCallback)) return 21609;
  if (!/^[1-9]\d{0,2}$/.test(timeout)) return 21208;
  const fault = faults.calls[to];
  if (typeof fault === 'number') return fault;
  if (faults.numbers[to] === 21211) return 21211;
  return {
    to: phone.data,
    url,
    fallbackUrl: form.get('FallbackUrl') ?? undefined,
    statusCallback,
    events: events.length === 0 ? ['completed'] : events.filter(isEvent),
    ringSeconds: Number(timeout),
  };
};

const isEvent = (event: StatusEvent | undefined): event is StatusEvent => event !== undefined;
