import type { Context } from 'hono';
import type { AnswerLeg, CallEvent, ReceiveCall } from '../../ports/inbound.ts';
import type { CallAddress, CallLinks, CallWebhooks, Webhook } from '../../ports/webhooks.ts';
import { rejectedReply } from '../../use-cases/calls/missed-call.ts';
import { unknownCallerReply } from '../../use-cases/calls/speak-reply.ts';
import { describeError } from '../describe-error.ts';
import { renderRecordingLink } from '../recording-link.ts';
import {
  allowOnly,
  type HotlineSettings,
  type MountWebhooks,
  mountWebhook,
  refuseReplay,
  sendReply,
} from './mount-webhook.ts';
import { callPath } from './webhook-paths.ts';

type Options = { carrier: CallWebhooks; receiveCall: ReceiveCall; answerLeg: AnswerLeg };
type Reply = Parameters<CallWebhooks['renderCallReply']>[0];

/**
 * Calls: the beginning, each answer of the caller, the phones that are rung for them, and the fallback for a reply
 * that the carrier could not play.
 */
export const createVoiceApp =
  ({ carrier, receiveCall, answerLeg }: Options): MountWebhooks =>
  (app, settings) => {
    const { services } = settings;
    const root = carrier.path + callPath;
    const links = toLinks(settings);
    const reply = (c: Context, words: Reply, call: CallAddress) =>
      sendReply(c, carrier.renderCallReply(words, call, links));

    const answerCall = async (c: Context, event: CallEvent, soundless = false) => {
      const words = await receiveCall(services, event);
      if (words === 'replayed') return refuseReplay(c, services);
      const call = { callId: event.callId, isOut: event.direction === 'out' };
      return reply(c, soundless ? withoutSound(words) : words, call);
    };

    type AnswerEvent = (event: CallEvent, c: Context, webhook: Webhook) => Promise<Response>;
    const mountCall = (path: string, answer: AnswerEvent): void =>
      mountWebhook(app, path, { carrier, settings }, async (webhook, c) => {
        const event = carrier.parseCall(webhook, settings.unanswered);
        return event ? answer(event, c, webhook) : c.text('not a call', 400);
      });
    mountCall(root, (event, c) => answerCall(c, event));
    mountCall(`${root}/heard`, (event, c) => answerCall(c, event));
    mountCall(`${root}/fallback`, async (event, c, webhook) => {
      const { voiceFailed, soundFailed } = carrier.parseCallFault(webhook);
      try {
        return await answerCall(c, { ...event, ...(voiceFailed && { voiceFailed }) }, soundFailed);
      } catch (error) {
        // The second failure: an apology instead of a dead line, but the missed-call number is never answered.
        services.log.error('call-failed', describeError(error));
        const sorry = event.missed ? rejectedReply : unknownCallerReply('callUnknown', services);
        return reply(c, sorry, { callId: event.callId, isOut: false });
      }
    });

    const mountLeg = (path: string, answers: boolean): void =>
      mountWebhook(app, path, { carrier, settings }, async (webhook, c) => {
        const event = carrier.parseLeg(webhook, answers);
        if (!event) return c.text('not a leg of a call', 400);
        const words = await answerLeg(services, event);
        if (words === 'replayed') return refuseReplay(c, services);
        const { callId, leg: at, step, asked } = event;
        return reply(c, words, { callId, isOut: false, leg: { at, step, asked: asked + 1 } });
      });
    mountLeg(`${root}/leg`, false);
    mountLeg(`${root}/leg/heard`, true);
    app.all(`${root}/:path{.+}`, allowOnly('POST'));
  };

const toLinks = ({ services, linkSecrets }: HotlineSettings): CallLinks => ({
  publicUrl: services.publicUrl,
  hotlineNumber: services.hotlineNumber,
  prompt: (file) =>
    `${services.config.recordedPrompts.url ?? `${services.publicUrl}/prompts`}/${file}.mp3`,
  recording: (id) =>
    renderRecordingLink(id, {
      publicUrl: services.publicUrl,
      secret: linkSecrets[0] ?? '',
      now: Date.now(),
    }),
});

/** Recorded words are spoken instead. */
const withoutSound = (reply: Reply): Reply => ({
  ...reply,
  say: reply.say.flatMap((line) => {
    if (line.type === 'recording') return [];
    const { file: _, ...words } = line;
    return [words];
  }),
});
