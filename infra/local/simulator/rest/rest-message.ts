import { segmentsOf } from '#shared/messages/segments.ts';
import { renderAddress, type SimMessage } from '../messages/sim-message.ts';

/** RFC 2822 in GMT: "Fri, 13 Aug 2010 01:16:24 +0000" (Twilio, "Twilio API responses"). */
export const renderDate = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');

export type Account = { accountSid: string; hotlineNumber: string };

export const messagesUri = (accountSid: string): string =>
  `/2010-04-01/Accounts/${accountSid}/Messages`;

/** The addresses of a message, each with its channel. */
export const partiesOf = (
  { phone, channel, direction }: SimMessage,
  { hotlineNumber }: Account,
): { from: string; to: string } => {
  const person = renderAddress(phone, channel);
  const hotline = renderAddress(hotlineNumber, channel);
  return direction === 'inbound' ? { from: person, to: hotline } : { from: hotline, to: person };
};

/** Twilio's Message resource. */
export const toRestMessage = (message: SimMessage, account: Account) => {
  const { sid, channel, body, media, status, error, direction } = message;
  const { from, to } = partiesOf(message, account);
  const uri = `${messagesUri(account.accountSid)}/${sid}`;
  return {
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    body,
    date_created: renderDate(message.createdAt),
    date_sent: renderDate(message.sentAt ?? message.arrivedAt),
    date_updated: renderDate(message.updatedAt),
    direction,
    error_code: error ?? null,
    error_message: null,
    from,
    messaging_service_sid: null,
    num_media: String(media),
    num_segments: String(channel === 'whatsapp' ? 1 : segmentsOf(body).segments),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  };
};
