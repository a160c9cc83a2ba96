import type { Policy } from '#shared/terms/policy.ts';
import { type Measures, measure } from './measures.ts';
import {
  broadcast,
  ladder,
  nearestFew,
  oneByOne,
  oracle,
  seven,
} from './policies/other-policies.ts';
import { ours } from './policies/our-policy.ts';
import { type EnginePart, engineParts, rulesFrom } from './policies/rules.ts';
import { createWorld, type WorldName } from './sim-world.ts';
import { type AskingPolicy, Simulation } from './simulation.ts';

/** One run of one world with one policy. */
export type Job = { world: WorldName; seed: number; days: number; policy: string };

const simple = [broadcast, oneByOne, nearestFew, ladder, seven];

/** The policies in the order of the table. */
export const policyNames: string[] = [
  ...simple.map(({ name }) => name),
  'ours',
  'informed',
  'oracle',
];
/** Our policy with one part turned off. */
export const ablations: string[] = engineParts.map((part) => `without ${part}`);

const findPolicy = (name: string, policy: Policy): AskingPolicy => {
  const off = engineParts.filter((part): part is EnginePart => name === `without ${part}`);
  if (name === 'ours' || off.length > 0) return ours(rulesFrom(policy, off), name);
  if (name === 'informed') return ours(rulesFrom(policy), name, true);
  const found = [...simple, oracle].find((one) => one.name === name);
  if (!found) throw new Error(`no policy ${name}; there are ${policyNames.join(', ')}`);
  return found;
};

/** Runs a job. The same job and settings give the same measures. Throws on an unknown policy. */
export const runJob = ({ world, seed, days, policy }: Job, settings: Policy): Measures => {
  const simulation = new Simulation(createWorld(world, seed, days), findPolicy(policy, settings));
  simulation.run();
  return measure(simulation);
};
