import type { Phone } from '../phone.ts';
import { PlayedCall } from '../servers/twiml-player.ts';
import { account, publicUrl, testConfig, type World } from '../world.ts';

/* Calls on a phone that shares no code with the hotline (test/world/servers/twiml-player.ts). */

export const inTexts = { config: testConfig() };
const hotline = '+915320000000';

const host = (world: World) => ({
  fetch: world.app.fetch,
  publicUrl,
  authToken: account.authToken,
});

/** A call of this phone, or of a caller as a carrier writes it. */
export const calls = (world: World, from: Phone | string): Promise<PlayedCall> =>
  new PlayedCall(host(world), {
    From: typeof from === 'string' ? from : from.number,
    To: hotline,
  }).begins();

/** The hotline's own call to this phone, once it is on its way; the simulated phone is left out. */
export const isCalled = async (world: World, { number }: Phone): Promise<PlayedCall> => {
  for (let i = 0; i < 300; i += 1) {
    const row = (await world.outbox()).find(
      (r) => r.channel === 'call' && r.to === number && r.state === 'sent',
    );
    const start = row && `/twilio/voice?c=${row.id}`;
    if (start) return new PlayedCall(host(world), { From: hotline, To: number }, start).begins();
    await world.clock.advance(2000);
  }
  throw new Error(`${number} is never called`);
};

export const presses = async (call: PlayedCall, ...keys: string[]): Promise<void> => {
  for (const key of keys) await call.presses(key);
};

/** English, B positive, now: the request is open, and the hospital is asked. Then the first hospital, one unit. */
export const until = {
  hospital: ['2', '1', '2', '1', '1'],
  names: ['211001', '1', '1', '1', '1'],
};

export const requestOf = async (world: World, family: Phone) => {
  const ref = (await world.store.person(family.number))?.requests.at(-1);
  return ref && world.store.request(ref.requestId);
};
