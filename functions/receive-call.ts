import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createVoiceApp } from './http/voice-app.ts';
import { createWebhookApp } from './http/webhook-app.ts';
import { answerLeg } from './use-cases/calls/answer-leg.ts';
import { receiveCall } from './use-cases/calls/receive-call.ts';

const built = await buildServices(process.env);

/** POST /twilio/voice and what lies under it on Lambda, behind an HTTP API. */
export const handler = handle(
  createWebhookApp({
    ...built,
    voice: createVoiceApp({ ...built, receiveCall, answerLeg }),
  }),
);
