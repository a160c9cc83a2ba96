import { PlayedCall } from '../../world/servers/twiml-player.ts';
import { account, callingConfig, createWorld, publicUrl } from '../../world/world.ts';

/* What people do by keys alone, on a carrier that plays TwiML by its documentation: keys and seconds of each. */

export type Life = { what: string; keys: number; seconds: number; first: string };

const hotline = '+915320000000';

/** One evening: a frightened relative asks, a volunteer checks, a donor comes, talks and gives; another registers. */
export const livedByKeys = async (): Promise<Life[]> => {
  const world = await createWorld({ config: callingConfig(), on: 'memory' });
  const host = { fetch: world.app.fetch, publicUrl, authToken: account.authToken };
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
  const calls = (from: string): Promise<PlayedCall> =>
    new PlayedCall(host, { From: from, To: hotline }).begins();
  /** Our own call to this phone, as it is queued now, played in place of the simulated phone. */
  const isCalled = async (to: string): Promise<PlayedCall> => {
    for (let i = 0; i < 200; i += 1) {
      const row = (await world.outbox()).find(
        (r) => r.channel === 'call' && r.to === to && r.state === 'sent',
      );
      if (row)
        return new PlayedCall(
          host,
          { From: hotline, To: to },
          `/twilio/voice?c=${row.id}`,
        ).begins();
      await world.clock.advance(2000);
    }
    throw new Error(`${to} is never called`);
  };

  const asking = await calls(family.number);
  for (const key of ['1', '1', '2', '1', '1']) await asking.presses(key);
  note('a critical request, until it exists', asking);
  for (const keys of ['211001', '1', '1', '1', '1']) await asking.presses(keys);
  await asking.records(3, '#');
  await asking.records(3);
  await asking.presses('1');
  note('the same request, told to its end', asking);
  await asking.hangsUp();

  const checking = await isCalled(kavita.number);
  await checking.presses('1');
  note('verification, called by us', checking);
  await checking.hangsUp();

  const answering = await isCalled(amit.number);
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

  const joining = await calls(other.number);
  for (const keys of ['1', '2', '1', '3', '2', '211002', '1']) await joining.presses(keys);
  await joining.records(2, '#');
  for (const keys of ['1', '32', '1']) await joining.presses(keys);
  note('registration', joining);
  return lives;
};
