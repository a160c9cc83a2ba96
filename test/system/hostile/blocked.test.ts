import { type Attack, runAttacks } from './run-attacks.ts';

const attacks: Attack[] = [
  {
    name: 'a blocked phone still gets answers and calls',
    guard: { module: '#shared/people/unknown-phone.ts', off: { isBlocked: () => false } },
    strike: async ({ createWorld, englishPhone, missedCallNumber }) => {
      const world = await createWorld({ missedCallNumber });
      const { blockPerson } = await import('#functions/use-cases/operator/block-person.ts');
      const attacker = await englishPhone(world, 'Sunita');
      await blockPerson(world.services, attacker.number, true);
      await attacker.texts('BLOOD');
      await attacker.calls(missedCallNumber);
      const messages = attacker.unread().length;
      return messages > 0 || attacker.isRinging() ? `${messages} messages` : undefined;
    },
  },
];

runAttacks(attacks);
