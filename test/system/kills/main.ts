import { parseArgs } from 'node:util';
import { countKills, isFlawless } from './kill-counts.ts';
import { renderKilled } from './render-killed.ts';
import { runKills } from './run-kills.ts';

/* `npm run test:kills -- --kills 200 --seed 1`kills the server at random moments under load (docs/kills.md). */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    donors: { type: 'string', default: '4000' },
  },
});
const whole = (name: keyof typeof values): number => {
  if (!/^[1-9]\d{0,5}$/.test(values[name])) throw new Error(`--${name} must be a whole number`);
  return Number(values[name]);
};

// The servers run on Node 20 (infra/local/main.ts).
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const began = performance.now();
const killed = await runKills({
  kills: whole('kills'),
  seed: whole('seed'),
  donors: whole('donors'),
  onKill: (kills) => {
    if (kills % 10 === 0) process.stderr.write(`${kills} kills\n`);
  },
});
const counted = countKills(killed.evidence);
console.log(
  `${new Date().toISOString().slice(0, 10)}, seed ${values.seed}, ${Math.round((performance.now() - began) / 1000)} s`,
);
console.log(renderKilled(killed, counted));
process.exitCode = isFlawless(counted) ? 0 : 1;
