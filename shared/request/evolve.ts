import type { EpochMs } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import { correctionEvolution } from './lifecycle/corrections.ts';
import { endingEvolution } from './lifecycle/ending.ts';
import type { EventOf, Evolution } from './lifecycle/handlers.ts';
import { dayEvolution } from './lifecycle/needed-days.ts';
import { pledgeEvolution } from './lifecycle/pledges.ts';
import { searchEvolution } from './lifecycle/search.ts';
import { verificationEvolution } from './lifecycle/verification.ts';
import { visitEvolution } from './lifecycle/visits.ts';
import type { Request } from './request.ts';

const evolution: Evolution<RequestEvent> = {
  ...verificationEvolution,
  ...searchEvolution,
  ...pledgeEvolution,
  ...visitEvolution,
  ...correctionEvolution,
  ...dayEvolution,
  ...endingEvolution,
};

/** The request after that event at that moment. */
export const evolve = <T extends keyof EventOf>(
  request: Request,
  event: EventOf[T] & { type: T },
  at: EpochMs,
): Request => evolution[event.type](request, event, at);
