import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/* `npm run test:fuzz -- --bodies 100000 --forged 10000 --seed 1`runs that many bodies with that seed. */

const whole = { type: 'string' } as const;
const { values } = parseArgs({ options: { bodies: whole, forged: whole, seed: whole } });
const env: Record<string, string | undefined> = { ...process.env };
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} must be a whole number`);
  env[`FUZZ_${name.toUpperCase()}`] = value;
}
const { status } = spawnSync('npx', ['vitest', 'run', 'test/system/fuzz'], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
