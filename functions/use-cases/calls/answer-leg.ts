import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { spokenLanguageOf } from '#shared/terms/language.ts';
import type { Prompt } from '#shared/voice/prompt-keys.ts';
import type { AnswerLeg } from '../../ports/inbound.ts';
import { languageOf } from '../message-context.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { isReplay } from '../webhook-replay.ts';
import { renderPrompt, unknownCallerReply } from './speak-reply.ts';

/**
 * Handles a phone that rings for a caller: a whisper says who calls, 1 takes the call. The first phone to press 1 gets
 * it, the others are told that it is taken. Without a key (a voicemail, a pocket) nothing is connected.
 */
export const answerLeg: AnswerLeg = (services, { callId, leg, key }) =>
  retryOnConflict(services, async () => {
    const call = await services.store.call(callId);
    if (call && isReplay(call.startedAt, services.clock.now())) return 'replayed';
    const phone = call?.ring?.phones[leg];
    if (!call?.ring || !phone) return unknownCallerReply('callUnknown', services);
    const { ring, plainVoice } = call;
    const person = await services.store.person(phone);
    const language = spokenLanguageOf(languageOf(services, person?.language));
    const saying = (next: CallReply['next'], prompt?: Prompt) =>
      renderPrompt(services, { ...(prompt && { prompt }), language, next, plainVoice });
    const end = (prompt?: Prompt) => saying({ type: 'hang-up' }, prompt);

    const request = ring.requestId && (await services.store.request(ring.requestId));
    if (ring.requestId && (!request || isClosed(request)))
      return end({ key: 'cannotConnect', params: {} });
    if (ring.takenBy !== undefined && ring.takenBy !== phone)
      return end({ key: 'legTaken', params: {} });
    if (key === undefined) return saying({ type: 'keys', most: 1 }, whisper(ring, request));
    if (key !== '1') return end();
    // While these words play, a phone that pressed a moment later still hears that the call is taken.
    const to = caller[ring.caller];
    const talk = saying({ type: 'talk' }, { key: 'connecting', params: { to } });
    if (ring.takenBy === phone) return talk;
    const taken: Call = { ...call, ring: { ...ring, takenBy: phone } };
    return (await services.store.save([{ put: taken }])) === 'saved' ? talk : 'conflict';
  });

const caller = {
  donor: 'donor',
  family: 'family',
  volunteer: 'volunteer',
  anyone: 'caller',
} as const;

const whisper = (ring: NonNullable<Call['ring']>, request: Request | undefined): Prompt => {
  if (!request) return { key: 'legVolunteer', params: { place: ring.name } };
  const params = { code: request.code, name: ring.name };
  switch (ring.caller) {
    case 'family':
      return { key: 'legDonor', params };
    case 'volunteer':
      return { key: 'legFamilyByVolunteer', params };
    case 'donor':
    case 'anyone':
      return { key: 'legFamily', params };
  }
};
