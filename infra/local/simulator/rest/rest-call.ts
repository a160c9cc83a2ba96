import { secondsOf } from '../calls/call-forms.ts';
import type { LiveCall } from '../calls/live-call.ts';
import { renderDate } from './rest-message.ts';

const accountUri = (accountSid: string): string => `/2010-04-01/Accounts/${accountSid}`;
export const callsUri = (accountSid: string): string => `${accountUri(accountSid)}/Calls`;
export const recordingsUri = (accountSid: string): string => `${accountUri(accountSid)}/Recordings`;

/** Twilio's Call resource. */
export const toRestCall = (call: LiveCall, accountSid: string) => {
  const { sid, status, startedAt, answeredAt, endedAt } = call.state();
  return {
    account_sid: accountSid,
    answered_by: null,
    api_version: '2010-04-01',
    caller_name: null,
    date_created: renderDate(startedAt),
    date_updated: renderDate(endedAt ?? answeredAt ?? startedAt),
    direction: call.direction,
    duration: endedAt === undefined ? null : String(secondsOf(call, endedAt)),
    end_time: renderDate(endedAt),
    forwarded_from: null,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: call.parentSid ?? null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid,
    start_time: renderDate(answeredAt),
    status,
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${callsUri(accountSid)}/${sid}.json`,
  };
};
