import { minutes } from '#shared/terms/time.ts';
import { type Bridge, createLimit, type ToHotline, type ToSimulated } from './bridge.ts';

type Options = {
  publicUrl: string;
  toSimulated: ToSimulated;
  toHotline: ToHotline;
  values: { EXOTEL_SID: string; EXOTEL_WEBHOOK_SECRET: string };
  now: () => number;
  /** Is called for each request beyond the limit. */
  onRefused?: () => void;
};

/** Exotel's words for what Twilio's codes say. */
const wordOf = (code: string): string => {
  if (['21610', '30005', '30006', '21614', '21635'].includes(code)) return 'FAILED_DND';
  if (code === '21211') return 'FAILED_INVALID_NUMBER';
  if (['30001', '30003', '30008'].includes(code)) return 'FAILED_UNREACHABLE';
  return 'FAILED_OPERATOR_REJECTED_DLT';
};
const statusWords: Record<string, string> = {
  queued: 'QUEUED',
  sending: 'SENDING_TO_OPERATOR',
  sent: 'SUBMITTED_TO_OPERATOR',
  delivered: 'DELIVERED_TO_HANDSET',
};
const noReply = () => new Response('<Response/>', { headers: { 'Content-Type': 'text/xml' } });
const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** Exotel between the hotline and the simulated carrier: texts, without WhatsApp. */
export const bridgeExotel = ({
  publicUrl,
  toSimulated,
  toHotline,
  values,
  now,
  onRefused = () => {},
}: Options): Bridge => {
  const secret = values.EXOTEL_WEBHOOK_SECRET;
  const AccountSid = values.EXOTEL_SID;
  const post = (path: string, body: string, type: string): Promise<Response> =>
    toHotline(
      new Request(publicUrl + path, { method: 'POST', body, headers: { 'Content-Type': type } }),
    );
  const formType = 'application/x-www-form-urlencoded';
  let reports = 0;
  const limit = createLimit(200, minutes(1), now);

  const incoming = async (form: URLSearchParams): Promise<Response> => {
    const fields = new URLSearchParams({
      SmsSid: form.get('MessageSid') ?? '',
      From: (form.get('From') ?? '').replace(/^\+91/, '0'),
      To: form.get('To') ?? '',
      Body: form.get('Body') ?? '',
      DateCreated: `${new Date(now() + 19_800_000).toISOString().slice(0, 19)}+05:30`,
      AccountSid,
    });
    const answer = await post(`/exotel/sms/${secret}`, fields.toString(), formType);
    return answer.ok ? noReply() : answer;
  };

  /** Every other report comes in the shape of JSON, where the word stands in `Status`. */
  const report = (url: URL, form: URLSearchParams): Promise<Response> => {
    const state = form.get('MessageStatus') ?? '';
    const word = statusWords[state] ?? wordOf(form.get('ErrorCode') ?? '');
    const SmsSid = form.get('MessageSid') ?? '';
    const path = url.pathname + url.search;
    reports += 1;
    return reports % 2 === 0
      ? post(path, JSON.stringify({ SmsSid, Status: word }), 'application/json')
      : post(
          path,
          new URLSearchParams({
            SmsSid,
            AccountSid,
            Status: state,
            DetailedStatus: word,
          }).toString(),
          formType,
        );
  };

  return {
    async fetch(_, { body }) {
      const waitMs = limit.admits();
      if (waitMs > 0) {
        onRefused();
        return new Response('{"RestException":{"Status":429,"Code":"FAILED_RATE_LIMITED"}}', {
          status: 429,
          headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
        });
      }
      const form = new URLSearchParams(String(body));
      const created = await toSimulated('Messages.json', {
        method: 'POST',
        body: new URLSearchParams({
          To: form.get('To') ?? '',
          Body: form.get('Body') ?? '',
          StatusCallback: form.get('StatusCallback') ?? '',
        }),
      });
      const said = (await created.json().catch(() => ({}))) as { sid?: string; code?: number };
      if (created.ok) return json(202, { SMSMessage: { Sid: said.sid, Status: 'queued' } });
      const { status } = created;
      if (status === 429 || status >= 500)
        return json(status, { RestException: { Status: status } });
      return json(400, { RestException: { Status: 400, Code: wordOf(String(said.code)) } });
    },
    webhook(request, form) {
      const url = new URL(request.url);
      if (url.pathname.startsWith('/twilio/sms') && !form.get('From')?.startsWith('whatsapp:'))
        return incoming(form);
      return url.pathname.startsWith('/exotel/status') ? report(url, form) : undefined;
    },
  };
};
