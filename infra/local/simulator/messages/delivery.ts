import { epochMs, hours } from '#shared/terms/time.ts';
import type { Faults, Rng } from '../faults.ts';
import type { WebhookSender } from '../send-webhook.ts';
import type { MessageStore } from './message-store.ts';
import { renderAddress, type SimMessage } from './sim-message.ts';

/** Milliseconds of hotline time after the message was accepted. */
const sentAfter = 400;
const deliveredAfter = 1200;

export type DeliveryOptions = {
  accountSid: string;
  hotlineNumber: string;
  now: () => number;
  later: (ms: number, run: () => void) => void;
  book: MessageStore;
  webhooks: WebhookSender;
  faults: Faults;
  dice: Rng;
};

/** Walks the hotline's messages through their states: queued → sent → delivered or undelivered. */
export const createDelivery = (options: DeliveryOptions) => {
  const { accountSid, hotlineNumber, now, later, book, webhooks, faults, dice } = options;

  const callBack = (message: SimMessage): void => {
    const { sid, statusCallback, status, channel, error } = message;
    if (!statusCallback || dice.befalls('dropCallback')) return;
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
  };

  const send = (message: SimMessage): SimMessage => {
    const at = epochMs(now());
    const sent: SimMessage = { ...message, status: 'sent', sentAt: at, updatedAt: at };
    book.put(sent);
    return sent;
  };

  const end = (message: SimMessage): SimMessage => {
    const at = epochMs(now());
    const error = troubleOf(message);
    const ended: SimMessage =
      error === undefined
        ? { ...message, status: 'delivered', arrivedAt: at, updatedAt: at }
        : { ...message, status: 'undelivered', error, updatedAt: at };
    book.put(ended);
    return ended;
  };

  /** Outside 24 hours from the phone's last WhatsApp message only templates pass (FACTS §6: 63016). */
  const troubleOf = ({ phone, channel }: SimMessage): number | undefined => {
    const fault = faults.numbers[phone];
    if (fault !== undefined && (fault !== 63016 || channel === 'whatsapp')) {
      dice.tell(fault);
      return fault;
    }
    if (channel === 'sms') return undefined;
    const open = book
      .ofPhone(phone)
      .some(
        (m) => m.author === 'phone' && m.channel === 'whatsapp' && m.createdAt > now() - hours(24),
      );
    return open ? undefined : 63016;
  };

  /** From whatever state it is in. */
  const start = (message: SimMessage): void => {
    const swapped = dice.befalls('reorderCallbacks');
    const wasSent = message.status === 'sent';
    let current = message;
    if (!wasSent) {
      later(sentAfter, () => {
        current = send(current);
        if (!swapped) callBack(current);
      });
    }
    later(deliveredAfter, () => {
      const sent = current;
      callBack(end(current));
      if (swapped && !wasSent) callBack(sent);
    });
  };

  return {
    start,
    /** After a restart: what was under way goes on. */
    resume(): void {
      for (const message of book.all()) {
        if (message.status === 'queued' || message.status === 'sent') start(message);
      }
    },
  };
};
