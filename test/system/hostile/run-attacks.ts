import { describe, expect, test, vi } from 'vitest';

/*
 * Attacks on the whole hotline in memory. Each fails, and succeeds when its guard is off. A guard is switched off by
 * replacing exports of its module in this process, so production code has no switch.
 */

/** What an attack works with. It is imported again for each attack, so that a guard that is off is off everywhere. */
const loadHotline = async () => ({
  ...(await import('../../world/world.ts')),
  ...(await import('../../world/steps/scenario-steps.ts')),
  ...(await import('../../world/signed-form.ts')),
});
export type HostileHotline = Awaited<ReturnType<typeof loadHotline>>;

export type Attack = {
  /** What the attacker tries, as the title of the test. */
  name: string;
  /** `module` as tests import it (`#functions/…`); `off`: the exports that replace the guard's own. */
  guard: { module: string; off: object };
  /** Returns what the attacker gains; undefined for nothing. */
  strike: (hotline: HostileHotline) => Promise<string | undefined>;
};

/** Strikes with the guard's module replaced, in a hotline that is imported again. */
const strikeUnguarded = async ({ guard, strike }: Attack): Promise<string | undefined> => {
  vi.resetModules();
  vi.doMock(guard.module, async (importActual) => ({
    ...(await importActual<object>()),
    ...guard.off,
  }));
  try {
    return await strike(await loadHotline());
  } finally {
    vi.doUnmock(guard.module);
    vi.resetModules();
  }
};

export const runAttacks = (attacks: readonly Attack[]): void => {
  // First all attacks on the guarded hotline, which is imported once.
  describe('with every guard', () => {
    test.each(attacks)('fails: $name', async ({ strike }) => {
      expect(await strike(await loadHotline())).toBeUndefined();
    });
  });
  describe('with its guard off', () => {
    test.each(attacks)('succeeds: $name', async (attack) => {
      expect(await strikeUnguarded(attack)).toEqual(expect.any(String));
    });
  });
};
