import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Phone } from '../phone.ts';
import { testConfig, type World } from '../world.ts';
import { says } from './expected-messages.ts';
import { donors, oneUnit, searchedFor } from './scenario-steps.ts';

/** One unit is needed. Amit and this many other donors have read the alert. */
export const oneUnitAsked = async (
  world: World,
  count = 0,
  line: Parameters<World['donor']>[1] = {},
) => {
  const amit = await world.donor('Amit', line);
  const others = await donors(world, count);
  const story = await searchedFor(world, oneUnit);
  for (const donor of [amit, ...others]) donor.hearsOnly(says.alert, story.code);
  return { amit, others, ...story };
};

/** One unit is needed, and Amit has agreed to come. The others have heard that it is covered. */
export const amitHasAgreed = async (...given: Parameters<typeof oneUnitAsked>) => {
  const story = await oneUnitAsked(...given);
  await story.amit.texts('1');
  story.amit.hearsOnly(says.confirmed);
  story.family.hearsOnly(says.donorComing, 'Amit');
  for (const donor of story.others) donor.hearsOnly(says.alertCovered);
  return story;
};

/** A text that requests this at SRN hospital. */
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
