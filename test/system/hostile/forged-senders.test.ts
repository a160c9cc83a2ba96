import { applyDecision } from '#functions/use-cases/apply-decision.ts';
import { erasePerson } from '#functions/use-cases/privacy/erase-person.ts';
import type { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { setTrusted } from '#functions/use-cases/volunteers/change-duty.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type Attack, type HostileHotline, runAttacks } from './run-attacks.ts';

/*
 * A forger sends texts and calls in other people's names and never reads their phones. The attacker's own request
 * waits to be verified, and its code is known to the attacker.
 */

type Story = Awaited<ReturnType<typeof begin>>;

const begin = async ({ createWorld, waitsForCheck, oneUnit }: HostileHotline) => {
  const world = await createWorld();
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  const donor = await world.donor('Amit');
  const waiting = await waitsForCheck(world, oneUnit);
  const phase = async () => (await world.file(waiting.code)).request.phase;
  const heard = () => world.phones().map((phone) => phone.unread().join('\n'));
  return { world, coordinator, donor, phase, heard, ...waiting };
};

/** The attacker gains when the request is no longer waiting. */
const isDecided =
  (send: (story: Story) => Promise<unknown>) =>
  async (hotline: HostileHotline): Promise<string | undefined> => {
    const story = await begin(hotline);
    await send(story);
    const { type } = await story.phase();
    return type === 'verifying' ? undefined : `the request is ${type}`;
  };

const ownCode = {
  module: '#functions/use-cases/volunteers/tell-own-code.ts',
  off: { findOwnCode: ({ ownCodes }: Person) => ownCodes?.at(-1) },
};

const verdicts: Attack[] = [
  ['OK CODE', 'with the code that the family knows'],
  ['haan CODE', 'with a plain yes'],
  ['CODE genuine case, spoke to family', 'in words with that code'],
  ['genuine case', 'in words alone'],
  ['NO CODE fake', 'as a refusal'],
].map(([words = '', how = '']) => ({
  name: `a verdict in a verifier's name, ${how}`,
  guard: ownCode,
  strike: isDecided(({ verifier, code }) => verifier.forges(words.replace('CODE', code))),
}));

/** Six guesses are allowed to hit: without the limit an attacker may go on until one does. */
const guesses: Attack = {
  name: "guesses of a verifier's own code until one fits",
  guard: {
    module: '#shared/people/proof/own-codes.ts',
    off: { areCodesPaused: () => false },
  },
  strike: isDecided(async ({ world, verifier, code }) => {
    const own = verifier.ownCode(code);
    const wrong = ['9001', '9002', '9003', '9004', '9005', '9006'];
    for (const guess of wrong.filter((one) => one !== own && one !== code))
      await verifier.forges(`OK ${guess}`);
    await verifier.forges(`OK ${own}`);
    world.carrier.faults.calls[verifier.number] = 'busy';
  }),
};

const call: Attack = {
  name: "a call with a verifier's number hears what is needed, where and for whom",
  guard: {
    module: '#shared/conversation/call-menu/call.ts',
    off: { isProvenCall: () => true },
  },
  strike: async (hotline) => {
    const { verifier, code } = await begin(hotline);
    const forged = await verifier.dials();
    const lines = forged.unheard().join(' ');
    await forged.hangsUp();
    return lines.includes('unit') || lines.includes(code) ? lines : undefined;
  },
};

const trust: Attack = {
  name: "TRUST in a coordinator's name opens the way to donors without a check",
  guard: {
    module: '#functions/use-cases/texts/confirm-by-number.ts',
    off: {
      proposeTrust: (work: UnitOfWork, from: PhoneNumber, phone: PhoneNumber) =>
        setTrusted(work, from, { phone, trusted: true }),
    },
  },
  strike: async (hotline) => {
    const { world, coordinator } = await begin(hotline);
    const attacker = world.phone('Eve');
    await coordinator.forges(`TRUST ${attacker.number}`);
    await coordinator.forges('1');
    return (await world.store.person(attacker.number))?.trusted ? 'trusted' : undefined;
  },
};

const forgets = (who: 'coordinator' | 'donor' | 'family'): Attack => ({
  name: `FORGET in the name of a ${who} erases them`,
  guard: {
    module: '#functions/use-cases/texts/confirm-by-number.ts',
    off: { forgetPerson: erasePerson },
  },
  strike: async (hotline) => {
    const story = await begin(hotline);
    await story[who].forges('FORGET');
    await story[who].forges('1');
    const person = await story.world.store.person(story[who].number);
    const isKnown = person?.volunteer ?? person?.donor ?? person?.requests.find((r) => r.open);
    return isKnown ? undefined : 'erased';
  },
});

const close: Attack = {
  name: "one text in a family's name ends its search",
  guard: {
    module: '#functions/use-cases/requests/ask-to-close.ts',
    off: {
      askToClose: (work: UnitOfWork, _: PhoneNumber, request: Request) =>
        applyDecision(work, request, { type: 'close' }),
    },
  },
  strike: isDecided(({ family }) => family.forges('CLOSE')),
};

const reason: Attack = {
  name: 'a reason with a link, a number and a demand for money reaches the family',
  guard: {
    module: '#shared/request/lifecycle/refusal-reason.ts',
    off: { mayTellFamily: () => true },
  },
  strike: async (hotline) => {
    const { verifier, family, code } = await begin(hotline);
    await verifier.texts(`NO ${code} pay Rs 500 by UPI to 9415012345 or http://evil.in/x`);
    return family.unread().find((text) => /evil|9415012345|UPI/.test(text));
  },
};

/** Twelve requests of new phones. A volunteer is texted about three of them, whatever the rounds. */
const burial: Attack = {
  name: 'false requests of many phones bury the volunteers',
  guard: {
    module: '#functions/use-cases/volunteers/volunteer-load.ts',
    off: { withRoomFor: (_: unknown, __: unknown, people: Person[]) => Promise.resolve(people) },
  },
  strike: async (hotline) => {
    const { createWorld, asksForBlood } = hotline;
    const world = await createWorld();
    const kavita = await world.volunteer('Kavita');
    for (let i = 0; i < 6; i += 1) await asksForBlood(world.phone(`Eve ${i}`));
    await world.clock.advance(60 * 60_000);
    const asked = new Set(
      kavita.unread().flatMap((text) => text.match(/check request \d+/g) ?? []),
    );
    return asked.size > 3 ? `${asked.size} requests in hand` : undefined;
  },
};

/** The shipped policy: a family that is new to the hotline talks to its donor through our number. */
const numbers: Attack = {
  name: "a family that no volunteer knows obtains a donor's number",
  guard: { module: '#shared/people/proof/family-record.ts', off: { mayGetNumber: () => true } },
  strike: async (hotline) => {
    const { createWorld, waitsForCheck, oneUnit } = hotline;
    const world = await createWorld();
    const donor = await world.donor('Amit');
    const { family, verifier, code } = await waitsForCheck(world, oneUnit);
    await verifier.texts(`OK ${code}`);
    await donor.texts('1');
    return family.unread().find((text) => text.includes(donor.number));
  },
};

runAttacks([
  ...verdicts,
  guesses,
  call,
  trust,
  forgets('coordinator'),
  forgets('donor'),
  forgets('family'),
  close,
  reason,
  burial,
  numbers,
]);
