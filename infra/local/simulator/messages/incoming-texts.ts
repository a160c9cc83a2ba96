import { segmentsOf } from '#shared/messages/segments.ts';
import { type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { newSid } from '../new-sid.ts';
import type { WebhookSender } from '../send-webhook.ts';
import { messagesIn } from '../twiml/parse-twiml.ts';
import { mediaUri, whatsAppFields } from './app-fields.ts';
import type { MessageStore } from './message-store.ts';
import { carrierAnswers, type ReservedWord, reservedWordOf } from './reserved-words.ts';
import { type Channel, isTooLong, renderAddress, type SimMessage } from './sim-message.ts';

export type TextOptions = {
  channel?: Channel;
  /** The number of files sent with it, and what they are: image/jpeg unless said. */
  media?: number;
  mediaType?: string;
  /** The first file, in base64. */
  file?: string;
  /** A place that is sent, on WhatsApp. */
  place?: { lat: number; lon: number; label?: string };
  /** The sid of an earlier text: the carrier posts that one again. */
  messageSid?: string;
};

/** `taken`: the hotline or its fallback answered 2xx. */
export type TextOutcome = { messageSid: string; taken: boolean; replies: string[] };

export type IncomingOptions = {
  accountSid: string;
  hotlineNumber: string;
  /** The number's settings: where texts are posted, with overrides, and where they go when that fails. */
  smsUrl: string;
  smsFallbackUrl: string | undefined;
  actsOnWords?: boolean;
  now: () => number;
  store: MessageStore;
  webhooks: WebhookSender;
};

/** Texts from phones: the carrier's reserved words, the signed webhook, and the replies in its answer. */
export class IncomingTexts {
  readonly #options: IncomingOptions;

  constructor(options: IncomingOptions) {
    this.#options = options;
  }

  /**
   * A phone texts the hotline. Settles when the hotline or its fallback has answered, or when both have failed. Throws
   * RangeError for an impossible phone number.
   */
  async text(from: string, body: string, sent: TextOptions = {}): Promise<TextOutcome> {
    const { store } = this.#options;
    const earlier = sent.messageSid === undefined ? undefined : store.get(sent.messageSid);
    if (earlier) return this.#post(earlier);
    const phone = parsePhoneNumber(from);
    if (!phone) throw new RangeError(`${from} is no phone number`);
    const message = this.#receive(phone, body, sent);
    const word = this.#options.actsOnWords === false ? undefined : reservedWordOf(body);
    if (word) this.#applyReservedWord(message, word);
    return this.#post(message);
  }

  /** A phone taps a button of a message that it has, by its title. Throws RangeError when there is no such button. */
  async tap(messageSid: string, title: string): Promise<TextOutcome> {
    const on = this.#options.store.get(messageSid);
    const button = on?.buttons?.find((one) => one.title === title);
    if (!on || !button) throw new RangeError(`no button ${title} on ${messageSid}`);
    const message = this.#receive(on.phone, title, { channel: on.channel });
    const tapped: SimMessage = { ...message, tap: { on: messageSid, ...button } };
    this.#options.store.put(tapped);
    return this.#post(tapped);
  }

  /** After a restart: posts every text again whose webhook was never answered. */
  resume(): void {
    for (const message of this.#options.store.all())
      if (message.webhook === 'waiting') void this.#post(message);
  }

  #receive(phone: PhoneNumber, body: string, sent: TextOptions): SimMessage {
    const { channel = 'sms', mediaType, place, file } = sent;
    const media = sent.media ?? (file === undefined ? 0 : 1);
    const at = epochMs(this.#options.now());
    const message: SimMessage = {
      sid: sent.messageSid ?? newSid(media > 0 ? 'MM' : 'SM'),
      author: 'phone',
      direction: 'inbound',
      phone,
      channel,
      body,
      media,
      ...(mediaType !== undefined && { mediaType }),
      ...(file !== undefined && { file }),
      ...(place && { place: { label: '', ...place } }),
      status: 'received',
      webhook: 'waiting',
      createdAt: at,
      updatedAt: at,
      arrivedAt: at,
    };
    this.#options.store.put(message);
    return message;
  }

  /** A YES from a phone that never stopped changes nothing and gets no answer. */
  #applyReservedWord(message: SimMessage, word: ReservedWord): void {
    const { store } = this.#options;
    const address = addressOf(message);
    const isStopped = store.isOptedOut(address);
    const changes = word === 'STOP' ? !isStopped : word === 'START' ? isStopped : !isStopped;
    if (word !== 'HELP' && changes) store.setOptedOut(address, word === 'STOP');
    if (changes) this.#reply(message, 'carrier', carrierAnswers[word]);
  }

  /** Posts a text and plays the answer. Replies are sent once: a text that was answered before gets no second one. */
  async #post(message: SimMessage): Promise<TextOutcome> {
    const { webhooks, smsUrl, smsFallbackUrl, store, now } = this.#options;
    const form = smsForm(message, this.#options);
    const answer = await webhooks.post(smsUrl, form, smsFallbackUrl);
    const replies = answer.type === 'answered' ? repliesIn(answer.xml) : undefined;
    const before = store.get(message.sid) ?? message;
    const taken = replies !== undefined;
    if (before.webhook !== 'answered') {
      for (const text of replies ?? []) this.#reply(message, 'hotline', text);
      const webhook = taken ? 'answered' : 'failed';
      store.put({ ...before, webhook, updatedAt: epochMs(now()) });
    }
    return { messageSid: message.sid, taken, replies: replies ?? [] };
  }

  /** Reaches the phone at once, unless it has opted out or the reply is too long. */
  #reply(to: SimMessage, author: 'hotline' | 'carrier', body: string): void {
    const error = author === 'hotline' ? this.#refusalOf(to, body) : undefined;
    const at = epochMs(this.#options.now());
    this.#options.store.put({
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
  }

  #refusalOf(to: SimMessage, body: string): 21610 | 21617 | undefined {
    if (this.#options.store.isOptedOut(addressOf(to))) return 21610;
    return isTooLong(body) ? 21617 : undefined;
  }
}

/** Twilio's form of an incoming message. */
const smsForm = (
  message: SimMessage,
  { accountSid, hotlineNumber }: Pick<IncomingOptions, 'accountSid' | 'hotlineNumber'>,
): Record<string, string> => {
  const { sid, phone, channel, body, media, mediaType = 'image/jpeg' } = message;
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
    ...(channel === 'whatsapp' && whatsAppFields(message)),
    ...(word && { OptOutType: word }),
    ...(message.file !== undefined && {
      MediaUrl0: `https://api.twilio.com${mediaUri(accountSid, sid)}`,
    }),
    ...Object.fromEntries(
      Array.from({ length: media }, (_, i) => [`MediaContentType${i}`, mediaType]),
    ),
  };
};

const addressOf = ({ phone, channel }: SimMessage): string => renderAddress(phone, channel);

/** Undefined when the answer is not TwiML; an empty answer has no replies. */
const repliesIn = (xml: string): string[] | undefined => {
  try {
    return xml.trim() === '' ? [] : messagesIn(xml);
  } catch {
    return undefined;
  }
};
