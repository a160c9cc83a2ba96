import { epochMs, hours } from '#shared/terms/time.ts';
import type { Faults, Rng } from '../faults.ts';
import type { WebhookSender } from '../send-webhook.ts';
import type { MessageStore } from './message-store.ts';
import type { SimContents } from './sim-contents.ts';
import { renderAddress, type SimMessage } from './sim-message.ts';

/** Milliseconds of hotline time after the message was accepted. */
const sentAfter = 400;
const deliveredAfter = 1200;

export type DeliveryOptions = {
  accountSid: string;
  hotlineNumber: string;
  now: () => number;
  later: (ms: number, run: () => void) => void;
  store: MessageStore;
  contents: SimContents;
  webhooks: WebhookSender;
  faults: Faults;
  rng: Rng;
};

/** Takes the hotline's messages through their states: queued → sent → delivered or undelivered. */
export class Delivery {
  readonly #options: DeliveryOptions;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Goes on from the state the message is in. */
  start(message: SimMessage): void {
    const { rng, later } = this.#options;
    const isSwapped = rng.occurs('reorderCallbacks');
    const wasSent = message.status === 'sent';
    let current = message;
    if (!wasSent) {
      later(sentAfter, () => {
        current = this.#send(current);
        if (!isSwapped) this.#callBack(current);
      });
    }
    later(deliveredAfter, () => {
      const sent = current;
      this.#callBack(this.#end(current));
      if (isSwapped && !wasSent) this.#callBack(sent);
    });
  }

  /** After a restart: deliveries that were under way go on. */
  resume(): void {
    for (const message of this.#options.store.all()) {
      if (message.status === 'queued' || message.status === 'sent') this.start(message);
    }
  }

  #send(message: SimMessage): SimMessage {
    const at = epochMs(this.#options.now());
    const sent: SimMessage = { ...message, status: 'sent', sentAt: at, updatedAt: at };
    this.#options.store.put(sent);
    return sent;
  }

  #end(message: SimMessage): SimMessage {
    const at = epochMs(this.#options.now());
    const error = this.#errorOf(message);
    const ended: SimMessage =
      error === undefined
        ? { ...message, status: 'delivered', arrivedAt: at, updatedAt: at }
        : { ...message, status: 'undelivered', error, updatedAt: at };
    this.#options.store.put(ended);
    return ended;
  }

  /** Outside 24 hours from the phone's last WhatsApp message only templates pass (docs/facts.md#twilio: 63016). */
  #errorOf({ phone, channel, content, buttons = [] }: SimMessage): number | undefined {
    const { faults, rng, store, contents, now } = this.#options;
    const fault = faults.numbers[phone];
    const isOfWindow = fault === 63016;
    if (fault !== undefined && (!isOfWindow || channel === 'whatsapp')) {
      rng.report(fault);
      return fault;
    }
    if (channel === 'sms') return undefined;
    const isOpen = store
      .ofPhone(phone)
      .some(
        (m) => m.author === 'phone' && m.channel === 'whatsapp' && m.createdAt > now() - hours(24),
      );
    const approval = content === undefined ? undefined : contents.get(content)?.approval?.status;
    if (approval === 'rejected') return 63040;
    const isApproved = approval === 'approved';
    // Inside the window a template needs no approval, and may then have three buttons (docs/facts.md#carriers).
    if (isOpen) return isApproved || buttons.length <= 3 ? undefined : 63021;
    return isApproved ? undefined : 63016;
  }

  #callBack(message: SimMessage): void {
    const { accountSid, hotlineNumber, rng, webhooks } = this.#options;
    const { sid, statusCallback, status, channel, error } = message;
    if (!statusCallback || rng.occurs('dropCallback')) return;
    void webhooks.post(statusCallback, {
      SmsSid: sid,
      MessageSid: sid,
      SmsStatus: status,
      MessageStatus: status,
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: renderAddress(hotlineNumber, channel),
      To: renderAddress(message.phone, channel),
      ...(error !== undefined && { ErrorCode: String(error) }),
    });
  }
}
