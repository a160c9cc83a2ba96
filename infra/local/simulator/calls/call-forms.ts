import type { Rng } from '../faults.ts';
import { renderDate } from '../rest/rest-message.ts';
import type { WebhookSender } from '../send-webhook.ts';
import type { LiveCall } from './live-call.ts';
import { hasEnded } from './sim-call.ts';

/** The fields of every voice webhook (Twilio, "Twilio's request to your application"). */
export const voiceForm = (call: LiveCall, accountSid: string): { [field: string]: string } => ({
  CallSid: call.sid,
  AccountSid: accountSid,
  From: call.from,
  To: call.to,
  Caller: call.from,
  Called: call.to,
  CallStatus: call.state().status,
  ApiVersion: '2010-04-01',
  Direction: call.direction,
  FromCountry: 'IN',
  ToCountry: 'IN',
  ...(call.parentSid !== undefined && { ParentCallSid: call.parentSid }),
});

/** Whole seconds from picking up to the end; 0 for a call that was never answered. */
export const secondsOf = (call: LiveCall, now: number): number => {
  const { answeredAt, endedAt = now } = call.state();
  return answeredAt === undefined ? 0 : Math.round((endedAt - answeredAt) / 1000);
};

export type StatusEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export type StatusCallbackOptions = {
  accountSid: string;
  now: () => number;
  webhooks: WebhookSender;
  rng: Rng;
};

/** The status callbacks of one call. Reordered: the last but one comes after the last. */
export const createStatusCallbacks = (
  call: LiveCall,
  to: { url: string | undefined; events: readonly string[] },
  { accountSid, now, webhooks, rng }: StatusCallbackOptions,
) => {
  const isSwapped = rng.occurs('reorderCallbacks');
  let held: (() => void) | undefined;
  let count = 0;
  return (event: StatusEvent): void => {
    const { url } = to;
    const number = count++;
    if (url === undefined || !to.events.includes(event) || rng.occurs('dropCallback')) return;
    const seconds = secondsOf(call, now());
    const form = {
      ...voiceForm(call, accountSid),
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
    if (isSwapped && !hasEnded(call.state())) {
      held?.();
      held = post;
      return;
    }
    post();
    held?.();
    held = undefined;
  };
};
