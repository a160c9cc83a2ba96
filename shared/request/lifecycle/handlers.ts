import type { Policy } from '../../terms/policy.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { Effect, Refusal, RequestCommand } from '../commands.ts';
import type { RequestEvent } from '../events.ts';
import type { Request } from '../request.ts';

/*
 * The records that each file of this folder fills for its own commands and events. A command or an event without an
 * entry does not compile.
 */

export type CommandOf = { [C in RequestCommand as C['type']]: C };
export type EventOf = { [E in RequestEvent as E['type']]: E };

/** The first events of each command, or why it changes nothing. */
export type Decisions<C extends RequestCommand> = {
  [T in C['type']]: (
    request: Request,
    command: CommandOf[T],
    now: EpochMs,
    policy: Policy,
  ) => RequestEvent[] | Refusal;
};

/** The request after each event. */
export type Evolution<E extends RequestEvent> = {
  [T in E['type']]: (request: Request, event: EventOf[T], at: EpochMs) => Request;
};

/** The request around an event. */
export type Change = { before: Request; after: Request; now: EpochMs; policy: Policy };

/** The messages that each event causes. */
export type Notifications<E extends RequestEvent> = {
  [T in E['type']]: (event: EventOf[T], change: Change) => Effect[];
};

/** Numbers and codes that people with access to the request may see: never a name or a whole phone number. */
export type TimelineFacts = Record<string, string | number>;

/** The facts that the timeline shows of each event. */
export type TimelineLines<E extends RequestEvent> = {
  [T in E['type']]: (event: EventOf[T]) => TimelineFacts | undefined;
};

export const unchanged = (request: Request): Request => request;
export const noNotice = (): Effect[] => [];
export const noFacts = (): undefined => undefined;
