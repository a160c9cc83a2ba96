import { randomUUID } from 'node:crypto';
import { segmentsOf } from '#shared/messages/segments.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { WebhookSender } from '../send-webhook.ts';
import { messagesIn } from '../twiml/parse-twiml.ts';
import type { MessageStore } from './message-store.ts';
import { carrierAnswers, type ReservedWord, reservedWordOf } from './reserved-words.ts';
import { type Channel, isTooLong, renderAddress, type SimMessage } from './sim-message.ts';

export type TextOptions = {
  channel?: Channel;
  /** How many pictures come with it. */
  media?: number;
  /** The sid of an earlier text: the carrier posts that one again. */
  messageSid?: string;
};

/** `taken`: the hotline answered 2xx, at the second try at the latest. */
export type TextOutcome = { messageSid: string; taken: boolean; replies: string[] };

export type IncomingOptions = {
  accountSid: string;
  hotlineNumber: string;
  /** Without a slash at the end. */
  publicUrl: string;
  now: () => number;
  book: MessageStore;
  webhooks: WebhookSender;
};

export const newSid = (prefix: 'SM' | 'MM' | 'CA' | 'RE'): string =>
  prefix + randomUUID().replaceAll('-', '');

/** Texts from phones: the carrier's own words, the signed webhook, and the answer's way back. */
export const createIncomingTexts = (options: IncomingOptions) => {
  const { accountSid, hotlineNumber, publicUrl, book, webhooks } = options;
  const now = (): EpochMs => epochMs(options.now());

  const write = (phone: SimMessage['phone'], body: string, sent: TextOptions): SimMessage => {
    const { channel = 'sms', media = 0 } = sent;
    const message: SimMessage = {
      sid: sent.messageSid ?? newSid(media > 0 ? 'MM' : 'SM'),
      author: 'phone',
      direction: 'inbound',
      phone,
      channel,
      body,
      media,
      status: 'received',
      webhook: 'waiting',
      createdAt: now(),
      updatedAt: now(),
      arrivedAt: now(),
    };
    book.put(message);
    return message;
  };

  /** Back to the phone at once; to one that opted out nothing goes, and nothing that is too long. */
  const reply = (to: SimMessage, author: 'hotline' | 'carrier', body: string): void => {
    const error = author === 'hotline' ? refusalOf(to, body) : undefined;
    const at = now();
    book.put({
      sid: newSid('SM'),
      author,
      direction: 'outbound-reply',
      phone: to.phone,
      channel: to.channel,
      body,
      media: 0,
      createdAt: at,
      updatedAt: at,
      ...(error ? { status: 'failed', error } : { status: 'delivered', sentAt: at, arrivedAt: at }),
    });
  };

  const refusalOf = (to: SimMessage, body: string): 21610 | 21617 | undefined => {
    if (book.isOptedOut(addressOf(to))) return 21610;
    return isTooLong(body) ? 21617 : undefined;
  };

  /** A YES from somebody who never stopped changes nothing, and is not answered. */
  const obey = (message: SimMessage, word: ReservedWord): void => {
    const address = addressOf(message);
    const stopped = book.isOptedOut(address);
    const changes = word === 'STOP' ? !stopped : word === 'START' ? stopped : !stopped;
    if (word !== 'HELP' && changes) book.setOptedOut(address, word === 'STOP');
    if (changes) reply(message, 'carrier', carrierAnswers[word]);
  };

  const formOf = (message: SimMessage): Record<string, string> => {
    const { sid, phone, channel, body, media } = message;
    const word = reservedWordOf(body);
    return {
      ToCountry: 'IN',
      ToState: '',
      ToCity: '',
      ToZip: '',
      FromCountry: 'IN',
      FromState: '',
      FromCity: '',
      FromZip: '',
      SmsMessageSid: sid,
      SmsSid: sid,
      MessageSid: sid,
      SmsStatus: 'received',
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      NumMedia: String(media),
      NumSegments: String(segmentsOf(body).segments),
      Body: body,
      From: renderAddress(phone, channel),
      To: renderAddress(hotlineNumber, channel),
      ...(channel === 'whatsapp' && { WaId: phone.slice(1) }),
      ...(word && { OptOutType: word }),
      ...Object.fromEntries(
        Array.from({ length: media }, (_, i) => [`MediaContentType${i}`, 'image/jpeg']),
      ),
    };
  };

  /** Post it and play the answer. Replies go out once: a text that was answered before gets no second one. */
  const post = async (message: SimMessage): Promise<TextOutcome> => {
    const answer = await webhooks.post(`${publicUrl}/twilio/sms`, formOf(message));
    const replies = answer.type === 'answered' ? repliesIn(answer.xml) : undefined;
    const before = book.get(message.sid) ?? message;
    const taken = replies !== undefined;
    if (before.webhook !== 'answered') {
      for (const text of replies ?? []) reply(message, 'hotline', text);
      book.put({ ...before, webhook: taken ? 'answered' : 'failed', updatedAt: now() });
    }
    return { messageSid: message.sid, taken, replies: replies ?? [] };
  };

  return {
    /**
     * Somebody texts the hotline. Settles when the hotline has answered, or has failed to twice.
     * Throws RangeError when nobody can have that number.
     */
    async text(from: string, body: string, sent: TextOptions = {}): Promise<TextOutcome> {
      const again = sent.messageSid === undefined ? undefined : book.get(sent.messageSid);
      if (again) return post(again);
      const phone = parsePhoneNumber(from);
      if (!phone) throw new RangeError(`${from} is no phone number`);
      const message = write(phone, body, sent);
      const word = reservedWordOf(body);
      if (word) obey(message, word);
      return post(message);
    },
    /** After a restart: texts whose webhook was never answered are posted again. */
    resume(): void {
      for (const message of book.all()) if (message.webhook === 'waiting') void post(message);
    },
  };
};

const addressOf = ({ phone, channel }: SimMessage): string => renderAddress(phone, channel);

/** Undefined when the answer is no TwiML; an empty answer says nothing. */
const repliesIn = (xml: string): string[] | undefined => {
  try {
    return xml.trim() === '' ? [] : messagesIn(xml);
  } catch {
    return undefined;
  }
};
