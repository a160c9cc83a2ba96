import type { PlayedCall } from '../../world/servers/twiml-player.ts';
import { calls, isCalled } from '../../world/steps/played-calls.ts';
import { callingConfig, createWorld } from '../../world/world.ts';

/* What people do by keys alone, on a carrier that plays TwiML by its documentation: keys and seconds of each. */

export type Life = { what: string; keys: number; seconds: number; first: string };

/** One evening: a frightened relative asks, a volunteer checks, a donor comes, talks and gives; another registers. */
export const livedByKeys = async (): Promise<Life[]> => {
  const world = await createWorld({ config: callingConfig(), on: 'memory' });
  const [family, other] = [world.phone('Sunita'), world.phone('Anita')];
  const kavita = await world.volunteer('Kavita', { language: 'hi' });
  const amit = await world.donor('Amit', { language: 'hi' });
  const lives: Life[] = [];
  const note = (what: string, { keys, seconds, said }: PlayedCall): void => {
    lives.push({
      what,
      keys,
      seconds: Math.round(seconds),
      first: said[0]?.split(/[।.]/)[0] ?? '',
    });
  };

  const asking = await calls(world, family);
  for (const key of ['1', '1', '2', '1', '1']) await asking.presses(key);
  note('a critical request, until it exists', asking);
  for (const keys of ['211001', '1', '1', '1', '1']) await asking.presses(keys);
  await asking.records(3, '#');
  await asking.records(3);
  await asking.presses('1');
  note('the same request, told to its end', asking);
  await asking.hangsUp();

  const checking = await isCalled(world, kavita);
  await checking.presses('1');
  note('verification, called by us', checking);
  await checking.hangsUp();

  const answering = await isCalled(world, amit);
  await answering.presses('1');
  note('acceptance', answering);
  await answering.presses('1');
  const leg = await answering.rings();
  await leg.presses('1');
  note('bridge: the donor', answering);
  note('bridge: the family, who is rung', leg);
  await answering.talked();
  await answering.presses('3');
  note('gift', answering);

  const joining = await calls(world, other);
  for (const keys of ['1', '2', '1', '3', '2', '211002', '1']) await joining.presses(keys);
  await joining.records(2, '#');
  for (const keys of ['1', '32', '1']) await joining.presses(keys);
  note('registration', joining);
  return lives;
};
