import type { Rng } from '../faults.ts';
import { renderDate } from '../rest/rest-message.ts';
import type { WebhookSender } from '../send-webhook.ts';
import type { LiveCall } from './live-call.ts';
import { hasEnded } from './sim-call.ts';

/** The fields of every voice webhook (Twilio, "Twilio's request to your application"). */
export const voiceForm = (line: LiveCall, accountSid: string): { [field: string]: string } => ({
  CallSid: line.sid,
  AccountSid: accountSid,
  From: line.from,
  To: line.to,
  Caller: line.from,
  Called: line.to,
  CallStatus: line.call().status,
  ApiVersion: '2010-04-01',
  Direction: line.direction,
  FromCountry: 'IN',
  ToCountry: 'IN',
  ...(line.parentSid !== undefined && { ParentCallSid: line.parentSid }),
});

/** From picking up to the end, in whole seconds; a call that was never answered took none. */
export const secondsOf = (line: LiveCall, now: number): number => {
  const { answeredAt, endedAt = now } = line.call();
  return answeredAt === undefined ? 0 : Math.round((endedAt - answeredAt) / 1000);
};

export type StatusEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export type StatusCallbackOptions = {
  accountSid: string;
  now: () => number;
  webhooks: WebhookSender;
  dice: Rng;
};

/** The status callbacks of one call. Reordered: the one before the last comes after it. */
export const createStatusCallbacks = (
  line: LiveCall,
  to: { url: string | undefined; events: readonly string[] },
  { accountSid, now, webhooks, dice }: StatusCallbackOptions,
) => {
  const swapped = dice.befalls('reorderCallbacks');
  let held: (() => void) | undefined;
  let count = 0;
  return (event: StatusEvent): void => {
    const { url } = to;
    const number = count++;
    if (url === undefined || !to.events.includes(event) || dice.befalls('dropCallback')) return;
    const seconds = secondsOf(line, now());
    const form = {
      ...voiceForm(line, accountSid),
      ...(event === 'initiated' && { CallStatus: 'initiated' }),
      ...(event === 'completed' && {
        CallDuration: String(seconds),
        Duration: String(Math.ceil(seconds / 60)),
      }),
      Timestamp: renderDate(now()) ?? '',
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(number),
    };
    const post = (): void => void webhooks.post(url, form);
    if (swapped && !hasEnded(line.call())) {
      held?.();
      held = post;
      return;
    }
    post();
    held?.();
    held = undefined;
  };
};
