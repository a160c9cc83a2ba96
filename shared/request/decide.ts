import type { Policy } from '../terms/policy.ts';
import { after, days, type EpochMs } from '../terms/time.ts';
import type { Effect, Refusal, RequestCommand } from './commands.ts';
import { appointment, nextDue } from './deadlines.ts';
import type { RequestEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { correctionDecisions } from './lifecycle/corrections.ts';
import { endingDecisions } from './lifecycle/ending.ts';
import type { CommandOf, Decisions } from './lifecycle/handlers.ts';
import { turnBack } from './lifecycle/needed-days.ts';
import { pledgeDecisions } from './lifecycle/pledges.ts';
import { searchDecisions } from './lifecycle/search.ts';
import { verificationDecisions } from './lifecycle/verification.ts';
import { visitDecisions } from './lifecycle/visits.ts';
import { notify } from './notifications.ts';
import { countDonated, countMissing } from './pledge-counts.ts';
import type { Request } from './request.ts';

export type Decision =
  | { request: Request; events: RequestEvent[]; effects: Effect[] }
  | { refused: Refusal };

const decisions: Decisions<RequestCommand> = {
  ...verificationDecisions,
  ...searchDecisions,
  ...pledgeDecisions,
  ...visitDecisions,
  ...correctionDecisions,
  ...endingDecisions,
};

/**
 * What a command does to a request: its own events, what follows from them (a standby moves up, the request is
 * covered, fulfilled …), the request afterwards, and the messages to send. Pure; it may run again after a conflict.
 */
export const decide = <T extends keyof CommandOf>(
  request: Request,
  command: CommandOf[T] & { type: T },
  now: EpochMs,
  policy: Policy,
): Decision => {
  const first = decisions[command.type](request, command, now, policy);
  return typeof first === 'string' ? { refused: first } : conclude(request, first, now, policy);
};

/** Applies the events one by one, adds what follows from each, and collects the effects. */
const conclude = (
  before: Request,
  first: RequestEvent[],
  now: EpochMs,
  policy: Policy,
): Decision => {
  const events: RequestEvent[] = [];
  const effects: Effect[] = [];
  let request = before;
  const queue = [...first];
  for (
    let event = queue.shift();
    event;
    event = queue.shift() ?? consequence(request, now, policy)
  ) {
    const next = evolve(request, event, now);
    effects.push(...notify(event, { before: request, after: next, now, policy }));
    events.push(event);
    request = next;
  }
  return { request: withDue(request, now, policy), events, effects };
};

/** The request with the moments at which to look at it next and to redact it. */
export const withDue = (request: Request, now: EpochMs, policy: Policy): Request => {
  const { dueAt: _, forgetAt: __, ...rest } = request;
  const dueAt = nextDue(request, now, policy);
  const { phase } = request;
  const endedAt = phase.type === 'fulfilled' || phase.type === 'closed' ? phase.at : undefined;
  return {
    ...rest,
    ...(dueAt !== undefined && { dueAt }),
    ...(endedAt !== undefined && { forgetAt: after(endedAt, days(policy.retention.requestDays)) }),
  };
};

/** The event that the state itself demands, whatever led to it. */
const consequence = (request: Request, now: EpochMs, policy: Policy): RequestEvent | undefined => {
  const { type } = request.phase;
  if (type !== 'searching' && type !== 'covered') return undefined;
  if (countDonated(request) >= request.units) return { type: 'fulfilled' };
  const earlier = turnBack(request, now, policy);
  if (earlier) return earlier;
  if (countMissing(request) > 0) {
    const next = request.pledges.find((p) => p.state === 'standby');
    if (next?.donor) {
      const { alertId, donor } = next;
      return { type: 'standby-promoted', alertId, donor, ...appointment(request, now, policy) };
    }
    return type === 'covered' ? { type: 'search-resumed' } : undefined;
  }
  return type === 'searching' ? { type: 'covered' } : undefined;
};
