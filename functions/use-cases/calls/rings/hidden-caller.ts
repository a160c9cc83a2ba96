import type { Call, CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { Line } from '#shared/conversation/call-menu/screens/define-screen.ts';
import { newPerson, type Person } from '#shared/people/person.ts';
import { spokenLanguageOf, spokenLanguages } from '#shared/terms/language.ts';
import { after, epochMs, hours, minutes } from '#shared/terms/time.ts';
import type { CallEvent, ReceiveCall } from '../../../ports/inbound.ts';
import { retryOnConflict } from '../../retry-on-conflict.ts';
import { UnitOfWork } from '../../unit-of-work.ts';
import { isReplay } from '../../webhook-replay.ts';
import { saveRecording } from '../save-recording.ts';
import { type Listening, spokenLines, toNext } from '../speak-reply.ts';
import { ringRound } from './bridge-call.ts';

/*
 * A caller who hides their number has no menu, because nothing that is stored may be said to them. Volunteers are rung;
 * without one the caller leaves a message, whose owner is the hotline's own number.
 */

type Answer = { state: Call['state']; say: Line[]; listen: Listening; ring?: Call['ring'] };

export const receiveHiddenCaller: ReceiveCall = (services, event) =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const known = await services.store.call(event.callId);
    if (known && isReplay(known.startedAt, work.now)) return 'replayed';
    const plainVoice = known?.plainVoice ?? event.voiceFailed ?? false;
    if (known?.reply && event.step !== known.reply.step) return { ...known.reply, plainVoice };
    const caller = newPerson(services.hotlineNumber, work.now);
    const { state, say, listen, ring } = await answer(work, caller, known, event.input);
    const language = spokenLanguageOf(services.config.defaultLanguage);
    // The first words are said in both languages: nobody knows yet which one this caller understands.
    const others = known ? [] : spokenLanguages.filter((other) => other !== language);
    const reply: CallReply = {
      say: [language, ...others].flatMap((one) =>
        spokenLines(work, caller, { lines: say, language: one }),
      ),
      next: toNext(services, listen, language),
      step: (known?.reply?.step ?? 0) + 1,
    };
    const { ring: _, ...before } = known ?? newHiddenCall(work, event);
    const dueAt = after(work.now, minutes(services.config.policy.calls.idleMinutes));
    work.put({ ...before, state, reply, ...(ring && { ring }), dueAt });
    return work.save({ ...reply, plainVoice });
  });

const newHiddenCall = (work: UnitOfWork, { callId: id, direction }: CallEvent): Call => ({
  ...{ kind: 'call', id, version: 0, direction, tries: 0, startedAt: work.now },
  state: { at: 'volunteer', round: 0 },
});

const ended = (say: Line[]): Answer => ({
  state: { at: 'ended' },
  say,
  listen: { type: 'hang-up' },
});

const answer = async (
  work: UnitOfWork,
  caller: Person,
  known: Call | undefined,
  input: CallInput = { type: 'nothing' },
): Promise<Answer> => {
  if (!known)
    return ringNext(work, caller, { round: 0, say: [{ key: 'numberHidden', params: {} }] });
  const { state } = known;
  if (state.at === 'volunteer') {
    const talked = input.type === 'rung' && input.talked && known.ring?.takenBy !== undefined;
    return talked
      ? ended([{ key: 'goodbye', params: {} }])
      : ringNext(work, caller, { round: state.round + 1, say: [] });
  }
  if (state.at !== 'volunteer-message') return ended([{ key: 'goodbye', params: {} }]);
  await saveRecording(work, caller, state, input);
  const isRecorded = input.type === 'recorded' && input.recording !== null;
  return ended([{ key: isRecorded ? 'messageKept' : 'messageEmpty', params: {} }]);
};

const ringNext = async (
  work: UnitOfWork,
  caller: Person,
  { round, say }: { round: number; say: Line[] },
): Promise<Answer> => {
  const next =
    round === 0 && (await isOverTotal(work)) ? undefined : await ringRound(work, caller, { round });
  if (!next)
    return {
      state: { at: 'volunteer-message' },
      say: [{ key: 'nobodyFree', params: {} }],
      listen: { type: 'record', what: 'message' },
    };
  const { ring } = next;
  return {
    state: { at: 'volunteer', round },
    say: round === 0 ? say : next.say,
    listen: { type: 'ring', ring, isRound: true },
    ring,
  };
};

/** All unknown callers share one hourly limit. */
const isOverTotal = async ({ services, now }: UnitOfWork): Promise<boolean> => {
  const most = services.config.policy.strangers.ringsInAll;
  const count = await services.store.tally('all rings', epochMs(now - (now % hours(1))));
  if (count === most + 1) services.log.error('strangers-rate-limited', { of: 'all rings', most });
  return count > most;
};
