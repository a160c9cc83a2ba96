import { seconds } from '#shared/terms/time.ts';
import { type Bridge, createLimit, type ToHotline, type ToSimulated } from './bridge.ts';
import { toTwiml } from './plivo-twiml.ts';
import { plivoRequest } from './plivo-webhook.ts';

type Options = {
  publicUrl: string;
  toSimulated: ToSimulated;
  toHotline: ToHotline;
  values: { PLIVO_AUTH_TOKEN: string };
  now: () => number;
  /** Is called for each call beyond the limit. */
  onRefused?: () => void;
};
type Fields = Record<string, string>;

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const twiml = (body: string): Response =>
  new Response(body, { headers: { 'Content-Type': 'text/xml' } });
const withoutPlus = (phone: string | null): string => (phone ?? '').replace('+', '');

/** Of Plivo's states; its ring and hang-up URLs hear of no other. */
const states: Fields = {
  ringing: 'ringing',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'cancel',
};
const uncallable = ['21214', '21217', '13223', '13224', '13226'];

/** The fields of a call webhook, as Plivo names them. */
const toCallForm = (form: URLSearchParams): Fields => {
  const [digits, recording, dialled] = ['Digits', 'RecordingSid', 'DialCallStatus'].map((name) =>
    form.get(name),
  );
  const isBridged = form.get('DialBridged') === 'true';
  return {
    CallUUID: form.get('CallSid') ?? '',
    From: withoutPlus(form.get('From')) || 'anonymous',
    To: withoutPlus(form.get('To')),
    CallStatus: form.get('CallStatus') ?? '',
    Direction: form.get('Direction') === 'inbound' ? 'inbound' : 'outbound',
    ...(digits && digits !== 'hangup' && { Digits: digits, InputType: 'dtmf' }),
    ...(recording && {
      RecordingID: recording,
      RecordUrl: `https://media.plivo.com/${recording}.mp3`,
      RecordingDuration: form.get('RecordingDuration') ?? '0',
    }),
    ...(dialled && {
      DialStatus: isBridged ? 'completed' : dialled,
      DialBLegUUID: isBridged ? (form.get('DialCallSid') ?? 'leg') : '',
    }),
  };
};

/** Plivo between the hotline and the simulated carrier: calls. */
export const bridgePlivo = ({
  publicUrl,
  toSimulated,
  toHotline,
  values,
  now,
  onRefused = () => {},
}: Options): Bridge => {
  const limit = createLimit(2, seconds(1), now);
  const post = (path: string, form: Fields): Promise<Response> => {
    const { headers, body } = plivoRequest(publicUrl + path, form, values.PLIVO_AUTH_TOKEN);
    return toHotline(new Request(publicUrl + path, { method: 'POST', body, headers }));
  };

  const play = async (url: URL, form: URLSearchParams): Promise<Response> => {
    const path = url.pathname.replace(/^\/twilio/, '/plivo') + url.search;
    const answer = await post(path, toCallForm(form));
    if (!answer.ok) return answer;
    return twiml(toTwiml(await answer.text(), url.pathname.endsWith('/leg') ? legKey : undefined));
  };
  /** Plivo itself waits for the key of a person who is rung. */
  const legKey = `${publicUrl}/plivo/leg-key`;
  const hearLegKey = async (form: URLSearchParams): Promise<Response> =>
    twiml(form.get('Digits') === '1' ? '<Response/>' : '<Response><Hangup/></Response>');

  const report = (url: URL, form: URLSearchParams): Promise<Response> => {
    const state = states[form.get('CallStatus') ?? ''];
    if (state === undefined) return Promise.resolve(new Response(null, { status: 204 }));
    const id = form.get('CallSid') ?? '';
    return post(`/plivo/status${url.search}`, {
      CallUUID: id,
      ...(url.search !== '' && { ALegUUID: id, ALegRequestUUID: id }),
      CallStatus: state,
      ...(state === 'failed' && {
        HangupCauseCode: uncallable.includes(form.get('ErrorCode') ?? '') ? '2000' : '3000',
      }),
    });
  };

  const order = async (fields: Fields): Promise<Response> => {
    if (limit.admits() > 0) {
      onRefused();
      return json(429, { error: 'too many calls' });
    }
    const body = new URLSearchParams({
      To: `+${fields['to']}`,
      From: `+${fields['from']}`,
      Url: fields['answer_url'] ?? '',
      FallbackUrl: fields['fallback_url'] ?? '',
      StatusCallback: fields['hangup_url'] ?? '',
      Timeout: String(fields['ring_timeout']),
    });
    for (const event of ['ringing', 'completed']) body.append('StatusCallbackEvent', event);
    const created = await toSimulated('Calls.json', { method: 'POST', body });
    const said = (await created.json().catch(() => ({}))) as { sid?: string };
    return created.ok
      ? json(201, { message: 'call fired', request_uuid: said.sid, api_id: 'a' })
      : json(created.status, { error: 'no' });
  };

  const list = async (asked: URLSearchParams): Promise<Response> => {
    if (asked.get('status') !== null) return json(200, { calls: [] });
    const To = `+${asked.get('to_number')}`;
    const listed = await toSimulated(`Calls.json?${new URLSearchParams({ To, PageSize: '100' })}`);
    if (!listed.ok) return json(listed.status, {});
    type Call = { sid: string; to: string; direction: string; date_created: string };
    const { calls } = (await listed.json()) as { calls: Call[] };
    const after = Date.parse(`${asked.get('end_time__gte')?.replace(' ', 'T')}Z`);
    return json(200, {
      objects: calls
        .filter(({ date_created }) => Date.parse(date_created) >= after)
        .map(({ sid, to, direction }) => ({
          call_uuid: sid,
          to_number: withoutPlus(to),
          call_direction: direction === 'outbound-api' ? 'outbound' : 'inbound',
        })),
    });
  };

  return {
    async fetch(address, { method, body }) {
      const url = new URL(address);
      const recording = /\/(?:Recording\/|media\/)(\w+)/.exec(url.pathname)?.[1];
      if (recording && url.pathname.includes('/media/'))
        return toSimulated(`Recordings/${recording}.mp3`);
      if (recording && method === 'DELETE')
        return toSimulated(`Recordings/${recording}.json`, { method });
      if (recording)
        return json(200, { recording_url: `https://api.plivo.com/media/${recording}.mp3` });
      return method === 'POST' ? order(JSON.parse(String(body)) as Fields) : list(url.searchParams);
    },
    webhook(request, form) {
      const url = new URL(request.url);
      if (url.pathname === '/plivo/leg-key') return hearLegKey(form);
      if (/^\/(twilio|plivo)\/voice/.test(url.pathname)) return play(url, form);
      const isCall = form.get('CallSid') !== null;
      return isCall && /^\/(twilio|plivo)\/status/.test(url.pathname)
        ? report(url, form)
        : undefined;
    },
  };
};
