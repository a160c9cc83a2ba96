import type { Policy } from '#shared/terms/policy.ts';
import { type CampMeasures, campWays, runCamps } from './camp-run.ts';

type Runs = {
  way: string;
  first: Omit<CampMeasures, 'after' | 'afterAlertsPerUnit'>[];
  runs: CampMeasures[];
};

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const whole = (values: number[]): string => Math.round(mean(values)).toLocaleString('en');

const rowOf = ({ way, first, runs }: Runs): string => {
  const of = (pick: (run: CampMeasures) => number): string => whole(runs.map(pick));
  const shares = (runs[0]?.after ?? []).map(({ group }) => {
    const own = runs.flatMap(({ after }) => after.filter((one) => one.group === group));
    const requests = own.reduce((sum, one) => sum + one.requests, 0);
    const fulfilled = own.reduce((sum, one) => sum + one.fulfilled, 0);
    return `${((100 * fulfilled) / Math.max(1, requests)).toFixed(1)} %`;
  });
  return [
    way,
    whole(first.map(({ invited }) => invited)),
    whole(first.map(({ units }) => units)),
    of(({ invited }) => invited),
    of(({ rareInvited }) => rareInvited),
    of(({ yes }) => yes),
    of(({ came }) => came),
    of(({ units }) => units),
    of(({ rareUnits }) => rareUnits),
    ...shares,
    mean(runs.map(({ afterAlertsPerUnit }) => afterAlertsPerUnit)).toFixed(1),
  ].join(' | ');
};

/** `npm run simulate -- --camp`: two camps for 247 units filled in four ways, and the 90 days after the second. */
export const renderCampTable = (seeds: readonly number[], policy: Policy): string => {
  const head =
    'way | 1st: invited | units | 2nd: invited | rare | yes | came | units | rare | B+ | O+ | A+ | AB+ | rare | alerts a unit';
  const all = campWays.map((way) => {
    const both = seeds.map((seed) => runCamps(way, seed, policy));
    return { way, first: both.map(({ first }) => first), runs: both.map(({ second }) => second) };
  });
  return [head, head.replace(/[^|]+/g, '---'), ...all.map(rowOf)]
    .map((line) => `| ${line} |`)
    .join('\n');
};
