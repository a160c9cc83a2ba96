import { type AskingRules, askingRulesSchema } from '#shared/terms/asking-rules.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { Urgency } from '#shared/terms/urgency.ts';

/** Parts of the engine that can be turned off, to see what each is worth. */
export const engineParts = ['learning', 'replacing', 'standby', 'fatigue', 'sparing'] as const;
export type EnginePart = (typeof engineParts)[number];

/** All that decides whom our policy asks. */
export type OurRules = {
  asking: AskingRules;
  policy: Pick<Policy, 'stages' | 'ringsKm' | 'alertCaps' | 'quietHours'>;
  /** Nobody further away is asked while the zone still has others: a yes from there comes too late. */
  farthestKm: Record<Urgency, number>;
  off: ReadonlySet<EnginePart>;
};

/** As chosen with this simulator; the averages of people are FACTS §8. */
export const askingRules: AskingRules = askingRulesSchema.parse({
  kinds: [
    { share: 0.1, yes: 14, no: 26 },
    { share: 0.9, yes: 0.5, no: 49.5 },
  ],
  fatigueLogit: 0.35,
  nightLogit: 1,
  reply: { medianMinutes: 9, sigma: 0.75, atNight: 1.8 },
  comes: { near: 0.87, perKm: 0.015, atLeast: 0.3, weight: 8 },
  turnedAway: { man: 0.08, woman: 0.2, weight: 12 },
  otherGroup: 0.6,
  standby: { wantedChance: 0.9, mostPerUnit: 2 },
  lookAgainBelow: 0.5,
});

export const rulesFrom = (policy: Policy, off: EnginePart[] = []): OurRules => ({
  asking: askingRules,
  policy,
  farthestKm: { critical: 30, urgent: 60, planned: 100 },
  off: new Set(off),
});
