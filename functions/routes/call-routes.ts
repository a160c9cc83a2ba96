import { halfOf } from '../carriers/chosen-carriers.ts';
import { callWebhooks } from '../carriers/registry.ts';
import type { MountWebhooks } from '../http/webhooks/mount-webhook.ts';
import { createVoiceApp } from '../http/webhooks/voice-app.ts';
import { receiveCallEvent } from '../use-cases/calls/receive-call-event.ts';
import { answerLeg } from '../use-cases/calls/rings/answer-leg.ts';

/** The webhooks of calls, of the carrier of calls. */
export const callRoutes: MountWebhooks = (app, settings) => {
  const carrier = halfOf(callWebhooks, settings.carriers.calls);
  createVoiceApp({ carrier, receiveCall: receiveCallEvent, answerLeg })(app, settings);
};
