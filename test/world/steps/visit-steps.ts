import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';
import { amitHasAgreed } from './alert-steps.ts';
import { says } from './expected-messages.ts';

/** One unit is needed. Amit has agreed to come, and three others have heard that it is covered. */
export const amitIsComing = async (world: World, line: Parameters<World['donor']>[1] = {}) => {
  const { others, ...story } = await amitHasAgreed(world, 3, line);
  const [bina, chand, dev] = others;
  if (!bina || !chand || !dev) throw new Error('three more donors');
  return { ...story, bina, chand, dev };
};

/** Amit is coming, and Bina is on standby. */
export const withStandby = async (world: World) => {
  const story = await amitIsComing(world);
  await story.bina.texts('1');
  story.bina.hearsOnly(says.standby);
  return story;
};

/** Amit has been reminded, and was asked whether he has arrived. */
export const amitIsAwaited = async (amit: Phone, world: World): Promise<void> => {
  await world.clock.advance(minutes(46));
  amit.hearsOnly(says.reminder, 'SRN');
  await world.clock.advance(minutes(46));
  amit.hearsOnly(says.arrived);
};

/** Amit is a no-show, and Bina was promoted. */
export const amitIsLate = async (world: World) => {
  const story = await withStandby(world);
  await amitIsAwaited(story.amit, world);
  await world.clock.advance(minutes(31));
  story.amit.hearsOnly(says.noShow);
  story.bina.hearsOnly(says.promoted);
  story.family.readsEverything();
  return story;
};

/** Amit has arrived, and has thanks for it in English. */
export const amitHasArrived = async (world: World) => {
  const story = await amitIsComing(world);
  await amitIsAwaited(story.amit, world);
  const arrivedAt = world.clock.now();
  await story.amit.texts('1');
  story.amit.hearsOnly(says.arrivedThanks);
  story.family.hearsOnly(says.donorArrived, 'Amit');
  await story.amit.texts('LANG EN');
  story.amit.readsEverything();
  return { ...story, arrivedAt };
};

/** Amit has arrived, and was asked whether he was able to give. */
export const amitMayHaveGiven = async (world: World) => {
  const story = await amitHasArrived(world);
  await world.clock.advance(hours(2) + minutes(1));
  story.amit.hearsOnly(says.gave);
  return story;
};
