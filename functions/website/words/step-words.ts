import type { RequestEvent } from '#shared/request/events.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';

type StepFacts = NonNullable<TimelineEntry['facts']>;

/**
 * Each step of a request, for its family. An event without words does not compile; '' for one that only concerns us.
 */
export type StepWords = Record<
  RequestEvent['type'] | 'opened' | 'opened-by-trusted-phone',
  (facts: StepFacts) => string
>;

/** For an event that the family need not see. */
export const unseen = (): string => '';

export const numberIn = (facts: StepFacts, name: string): number => Number(facts[name] ?? 0);
