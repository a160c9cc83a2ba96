import type { HotlineConfig } from '#functions/hotline-config.ts';
import { says } from './expected-messages.ts';
import type { Phone } from './phone.ts';
import { donors, oneUnit, searchedFor } from './scenario-steps.ts';
import { testConfig, type World } from './world.ts';

/** One unit is needed. Amit and so many others have read the alert. */
export const oneUnitAsked = async (
  world: World,
  count = 4,
  line: Parameters<World['donor']>[1] = {},
) => {
  const amit = await world.donor('Amit', line);
  const others = await donors(world, count);
  const story = await searchedFor(world, oneUnit);
  for (const donor of [amit, ...others]) donor.hearsOnly(says.alert, story.code);
  return { amit, others, ...story };
};

/** A text that asks for this, at SRN hospital. */
export const need = (what: string, when = 'urgent'): string =>
  `Need ${what} SRN hospital Prayagraj ${when} patient Ramesh attendant Sunita`;

export const names = (phones: Phone[]): string[] => phones.map((p) => p.name);

/** At most so many donors a stage, so that a few donors make several stages. */
export const stagesOf = (maxDonors: number): { config: HotlineConfig } => ({
  config: testConfig((config) => {
    const { stages } = config.policy;
    const small = { critical: stages.critical, urgent: stages.urgent, planned: stages.planned };
    for (const stage of Object.values(small)) Object.assign(stage, { maxDonors });
    return config;
  }),
});
