import { handle } from 'hono/aws-lambda';
import { createVoiceApp } from './edge/voice-app.ts';
import { createWebhookApp } from './edge/webhook-app.ts';
import { buildServices } from './services.ts';
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
