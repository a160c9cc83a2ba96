import { twilioCalls } from './carriers/twilio/inbound/call-webhooks.ts';
import { createVoiceApp } from './http/webhooks/voice-app.ts';
import { answerLeg } from './use-cases/calls/answer-leg.ts';
import { receiveCallEvent } from './use-cases/calls/receive-call-event.ts';

/** The carrier's webhooks of calls. */
export const callRoutes = createVoiceApp({
  carrier: twilioCalls,
  receiveCall: receiveCallEvent,
  answerLeg,
});
