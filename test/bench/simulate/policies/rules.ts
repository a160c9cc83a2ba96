import type { Policy } from '#shared/terms/policy.ts';

/** Parts of the engine that can be turned off to measure their effect. */
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

/** All settings that decide which donors our policy asks. */
export type OurRules = {
  policy: Policy;
  off: ReadonlySet<EnginePart>;
};

export const rulesFrom = (policy: Policy, off: EnginePart[] = []): OurRules => ({
  policy,
  off: new Set(off),
});
