import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import { legAnswer } from '#shared/conversation/call-menu/leg-answer.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { spokenLanguageOf } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { Prompt } from '#shared/voice/prompt-keys.ts';
import type { AnswerLeg, LegEvent } from '../../../ports/inbound.ts';
import type { Services } from '../../../ports/services.ts';
import { languageOf } from '../../message-context.ts';
import { retryOnConflict } from '../../retry-on-conflict.ts';
import { isReplay } from '../../webhook-replay.ts';
import { renderPrompt, unknownCallerReply } from '../speak-reply.ts';

/**
 * Handles a phone that rings for a caller: a whisper says who calls, and 1 takes the call. An answer that is not clear is
 * asked for a second time; then any key or short word but a no takes the call. The first phone to take it gets it, the
 * others are told that it is taken. In silence (a voicemail, a pocket) the two are not connected.
 */
export const answerLeg: AnswerLeg = (services, event) =>
  retryOnConflict(services, async () => {
    const { callId, leg } = event;
    const call = await services.store.call(callId);
    if (call && isReplay(call.startedAt, services.clock.now())) return 'replayed';
    // The next round has begun, or the call has gone on.
    const isLate = event.step !== undefined && event.step !== call?.reply?.step;
    if (call && isLate) return lateReply(services, event);
    const phone = call?.ring?.phones[leg];
    if (!call?.ring || !phone || !isOfThisPhone(event, phone))
      return unknownCallerReply('callUnknown', services);
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
    const { asked } = event;
    const listen = { type: 'keys', most: 1, words: language } as const;
    if (asked === 0) return saying(listen, whisper(ring, request));
    const answer = legAnswer(event, asked > 1);
    if (answer === 'again') return saying(listen, { key: 'legAgain', params: {} });
    if (answer === 'no') return end({ key: 'legGoodbye', params: {} });
    // While these words play, a phone that pressed a moment later still hears that the call is taken.
    const to = caller[ring.caller];
    const talk = saying({ type: 'talk' }, { key: 'connecting', params: { to } });
    if (ring.takenBy === phone) return talk;
    const taken: Call = { ...call, ring: { ...ring, takenBy: phone } };
    return (await services.store.save([{ put: taken }])) === 'saved' ? talk : 'conflict';
  });

/** A phone that picks up late hears that the call is taken. */
const lateReply = async (services: Services, { to }: LegEvent) => {
  const phone = phoneNumberSchema.safeParse(to);
  const person = phone.success ? await services.store.person(phone.data) : undefined;
  return renderPrompt(services, {
    prompt: { key: 'legTaken', params: {} },
    language: spokenLanguageOf(languageOf(services, person?.language)),
    next: { type: 'hang-up' },
  });
};

/** A leg is known by its position, so its number must be the one that was rung. */
const isOfThisPhone = ({ to }: LegEvent, phone: string): boolean =>
  to === undefined || to === phone;

const caller = {
  donor: 'donor',
  family: 'family',
  volunteer: 'volunteer',
  anyone: 'caller',
} as const;

const whisper = (ring: NonNullable<Call['ring']>, request: Request | undefined): Prompt => {
  if (!request)
    return ring.caller === 'volunteer'
      ? { key: 'legCaller', params: { name: ring.name } }
      : { key: 'legVolunteer', params: { place: ring.name } };
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
