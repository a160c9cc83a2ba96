import { type Call, toEndedCall } from '#shared/conversation/call-menu/call.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import { type CallId, callIdSchema } from '#shared/terms/ids.ts';
import { after, hours, minutes, seconds } from '#shared/terms/time.ts';
import type { Services } from '../../../ports/services.ts';
import { isCallable } from '../../callable-number.ts';
import { retryOnConflict } from '../../retry-on-conflict.ts';
import { UnitOfWork } from '../../unit-of-work.ts';
import { volunteersOnDuty } from './bridge-call.ts';
import { isRingLimited } from './ring-limit.ts';

/*
 * A caller who hangs up while volunteers are rung waits: volunteers read who called and when, and one after another is
 * called, once a minute, until one of them has reached the caller.
 */

/** The first volunteer is called this soon. */
const firstCall = seconds(20);
const nextCall = minutes(1);
/** Volunteers who did not answer are called again after this. */
const again = minutes(15);
const giveUpAfter = hours(2);
/** Volunteers who get the text. */
const mostTexts = 3;

/** The ended call, still waiting for a volunteer; undefined when its caller has not asked for one, or has talked to one. */
export const keepWaiting = async (work: UnitOfWork, call: Call): Promise<Call | undefined> => {
  const { phone, state, rang, startedAt } = call;
  const isRinging = state.at === 'volunteer' || state.at === 'volunteer-message';
  if (!phone || !rang || !isRinging || call.ring?.takenBy) return undefined;
  const person = await work.person(phone);
  if (isBlocked(person) || !isCallable(work.services, phone)) return undefined;
  if (!person.unreachable && !person.optedOut)
    work.queueText(phone, { key: 'volunteerWillCall', params: {} });
  for (const { phone: to } of (await volunteersOnDuty(work, person, undefined)).slice(0, mostTexts))
    work.queueText(to, waitingMessage({ phone, since: startedAt }, call.id));
  work.change({ ...person, waitsIn: call.id });
  return {
    ...toEndedCall(call),
    waiting: { phone, since: startedAt, tried: [], triedFrom: work.now },
    dueAt: after(work.now, firstCall),
  };
};

type Waiting = NonNullable<Call['waiting']>;

const waitingMessage = (
  { phone, since }: Pick<Waiting, 'phone' | 'since'>,
  call: CallId,
): Message<'callerWaits'> => ({ key: 'callerWaits', params: { at: since, phone, call } });

/** Calls the next volunteer on duty for a caller who waits. */
export const callNextVolunteer = (services: Services, id: CallId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const call = await services.store.call(id);
    const now = services.clock.now();
    if (!call?.waiting || call.dueAt === undefined || call.dueAt > now) return 'done';
    const work = new UnitOfWork(services, now);
    const { waiting } = call;
    if (now > waiting.since + giveUpAfter) {
      await stopWaiting(work, call);
      return work.save('done');
    }
    const isAgain = now > waiting.triedFrom + again;
    const known: Waiting = isAgain ? { ...waiting, tried: [], triedFrom: now } : waiting;
    const free = await volunteersOnDuty(work, await work.person(waiting.phone), undefined);
    const untried = free.find((p) => !known.tried.includes(p.phone));
    // A phone that calls and hangs up again and again rings no more volunteers than one that stays.
    const next = untried && !(await isRingLimited(work, waiting.phone)) ? untried : undefined;
    if (next)
      work.put({
        ...work.outboxRow(services.ids.next(), next.phone, waitingMessage(waiting, id)),
        channel: 'call',
      });
    const tried = next ? [...known.tried, next.phone] : known.tried;
    work.put({ ...call, waiting: { ...known, tried }, dueAt: after(now, nextCall) });
    return work.save('done');
  });

/** The caller has been reached, or no longer waits: their number is deleted from the call. */
export const stopWaiting = async (work: UnitOfWork, call: Call): Promise<void> => {
  const phone = call.waiting?.phone;
  work.put(toEndedCall(call));
  const person = phone && (await work.otherPerson(phone));
  if (person && person.version > 0) work.change(withoutWaiting(person));
};

const withoutWaiting = ({ waitsIn: _, ...person }: Person): Person => person;

/** A volunteer has talked to this caller, who may have waited since an earlier call. */
export const stopWaitingOf = async (work: UnitOfWork, { waitsIn }: Person): Promise<void> => {
  const call = waitsIn && (await work.services.store.call(waitsIn));
  if (call?.waiting) await stopWaiting(work, call);
};

/** The waiting caller of this call. */
export const findWaitingCaller = async (
  work: UnitOfWork,
  callId: string,
): Promise<{ call: Call; waiting: Waiting } | undefined> => {
  const id = callIdSchema.safeParse(callId);
  const call = id.success ? await work.services.store.call(id.data) : undefined;
  return call?.waiting && { call, waiting: call.waiting };
};

/** What a volunteer hears of that caller. */
export const waitingPrompt = async (work: UnitOfWork, callId: string) => {
  const found = await findWaitingCaller(work, callId);
  return found && waitingMessage(found.waiting, found.call.id);
};
