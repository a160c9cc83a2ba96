import type { Policy } from '#shared/terms/policy.ts';

/** Parts of the engine that can be turned off, to see what each is worth. */
export const engineParts = [
  'learning',
  'replacing',
  'standby',
  'fatigue',
  'sparing',
  'floor',
  'peace',
] as const;
export type EnginePart = (typeof engineParts)[number];

/** All that decides whom our policy asks. */
export type OurRules = {
  policy: Policy;
  off: ReadonlySet<EnginePart>;
};

export const rulesFrom = (policy: Policy, off: EnginePart[] = []): OurRules => ({
  policy,
  off: new Set(off),
});
