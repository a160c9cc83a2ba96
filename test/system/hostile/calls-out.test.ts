import type { Phone } from '../../world/phone.ts';
import type { World } from '../../world/world.ts';
import { type Attack, type HostileHotline, runAttacks } from './run-attacks.ts';

/* Missed calls and key presses that make the hotline ring people. */

const minute = 60_000;

/** A world with a missed-call number, and a post of a missed call in any name. */
const missedCalls = async (hotline: HostileHotline, hour = 11) => {
  const { createWorld, signedForm, publicUrl, account, missedCallNumber, testConfig } = hotline;
  const start = Date.parse(`2026-11-23T${String(hour).padStart(2, '0')}:00:00+05:30`);
  const config = testConfig();
  const world = await createWorld({ config, missedCallNumber, start: start as never });
  let count = 0;
  const forge = async (From: string): Promise<void> => {
    count += 1;
    const fields = { CallSid: `CAforged${count}`, From, To: missedCallNumber };
    const body = new URLSearchParams(fields).toString();
    await world.app.fetch(signedForm(`${publicUrl}/twilio/voice`, body, account));
    await world.clock.advance(3000);
  };
  const callsOut = async () => (await world.outbox()).filter(({ channel }) => channel === 'call');
  return { world, forge, callsOut };
};

/** The victim's phone rings and is not answered. */
const ringsOut = async (world: World, victim: Phone): Promise<boolean> => {
  const rang = victim.isRinging();
  if (rang) await victim.declines();
  await world.clock.advance(3.1 * minute);
  victim.readsEverything();
  return rang;
};

const ringsInTwoHours = async (
  hotline: HostileHotline,
  prepare?: (victim: Phone) => Promise<void>,
) => {
  const { world, forge } = await missedCalls(hotline);
  const victim = world.phone('Sunita');
  await prepare?.(victim);
  victim.readsEverything();
  let rings = 0;
  for (let n = 0; n < 38; n += 1) {
    await forge(victim.number);
    if (await ringsOut(world, victim)) rings += 1;
  }
  return rings > 3 ? `${rings} calls in two hours` : undefined;
};

/** The pause before the guard: three minutes, however often no key was pressed. */
const shortPauses = {
  mayCallBack: ({ calledBackAt }: { calledBackAt?: number }, now: number) =>
    calledBackAt === undefined || now > calledBackAt + 3 * minute,
};
const pauses = { module: '#shared/people/calls/call-back.ts', off: shortPauses };

const serviceNumbers = [
  '+911900123456',
  '+911860123456',
  '+911800123456',
  '+911401234567',
  '+911234567',
];

const attacks: Attack[] = [
  {
    name: 'forged missed calls ring a phone that never picks up, again and again',
    guard: pauses,
    strike: (hotline) => ringsInTwoHours(hotline),
  },
  {
    name: 'forged missed calls ring a phone that we know, again and again',
    guard: pauses,
    strike: (hotline) =>
      ringsInTwoHours(hotline, async (victim) => {
        await victim.texts(hotline.urgentNeed);
        await victim.texts('1');
      }),
  },
  {
    name: 'forged missed calls from many ranges ring more phones in an hour than the total',
    guard: {
      module: '#functions/use-cases/strangers-limit.ts',
      off: { isTotalOver: async () => false },
    },
    strike: async (hotline) => {
      const { world, forge, callsOut } = await missedCalls(hotline);
      for (let n = 0; n < 90; n += 1)
        await forge(`+9170${String(n % 20).padStart(3, '0')}${String(n).padStart(5, '0')}`);
      const rung = (await callsOut()).length;
      const isReported = world.logged.some((line) => line.startsWith('strangers-rate-limited'));
      return rung > 60 || !isReported ? `${rung} phones rung` : undefined;
    },
  },
  {
    name: 'forged missed calls make the hotline ring its own numbers',
    guard: { module: '#functions/use-cases/callable-number.ts', off: { isCallable: () => true } },
    strike: async (hotline) => {
      const { world, forge, callsOut } = await missedCalls(hotline);
      await forge(hotline.missedCallNumber);
      await forge(world.services.hotlineNumber);
      const rung = await callsOut();
      return rung.length > 0 ? `${rung.length} calls to itself` : undefined;
    },
  },
  {
    name: 'forged missed calls make the hotline ring premium, shared-cost, toll-free and short numbers',
    guard: {
      module: '#shared/terms/subscriber-number.ts',
      off: { isSubscriberNumber: () => true },
    },
    strike: async (hotline) => {
      const { forge, callsOut } = await missedCalls(hotline);
      for (const number of serviceNumbers) await forge(number);
      const rung = (await callsOut()).map(({ to }) => to);
      return rung.length > 0 ? `calls to ${rung.join(', ')}` : undefined;
    },
  },
  {
    name: 'a forged missed call rings a phone that we do not know at night',
    guard: { module: '#shared/terms/quiet-hours.ts', off: { quietUntil: () => undefined } },
    strike: async (hotline) => {
      const { world, forge } = await missedCalls(hotline, 2);
      const victim = world.phone('Sunita');
      await forge(victim.number);
      return victim.isRinging() ? 'it rings at 2:00' : undefined;
    },
  },
  ...(['presses 0', 'says nothing'] as const).map(
    (how): Attack => ({
      name: `a caller who ${how} call after call rings the volunteers each time`,
      guard: {
        module: '#functions/use-cases/calls/rings/ring-limit.ts',
        off: { isRingLimited: async () => false },
      },
      strike: async (hotline) => {
        const { world } = await missedCalls(hotline);
        const kavita = await world.volunteer('Kavita');
        const caller = world.phone('Sunita');
        await caller.texts('LANG EN');
        caller.readsEverything();
        let rings = 0;
        for (let n = 0; n < 8; n += 1) {
          const call = await caller.calls();
          if (how === 'presses 0') await call.presses('0');
          for (let i = 0; i < 90 && !kavita.isRinging() && !call.isOver(); i += 1)
            await call.waits(1000);
          if (kavita.isRinging()) rings += 1;
          await call.hangsUp();
          if (kavita.isRinging()) await kavita.missesCall();
          await world.clock.advance(minute);
        }
        return rings > 3 ? `${rings} rings` : undefined;
      },
    }),
  ),
];

runAttacks(attacks);
