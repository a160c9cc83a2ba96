import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDeployment } from '#infra/aws/deployment.ts';

/* The pages state the counts of one measured run; a second page must not keep those of an older one. */

const cost = readFileSync('docs/cost.md', 'utf8');
const scale = readFileSync('docs/scale.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

const find = (text: string, pattern: RegExp): string[] => {
  const found = pattern.exec(text)?.slice(1);
  if (!found) throw new Error(`no ${pattern}`);
  return found;
};

test('scale.md and README.md state the counts of cost.md', () => {
  const [texts, segments] = find(cost, /request sent (\d+) texts of (\d+) segments/);
  const [reads, writes] = find(cost, /([\d,]+) read units and ([\d,]+) write units in that run/);
  expect(scale).toContain(`one request: ${texts} texts of ${segments} segments`);
  expect(scale).toContain(`${writes} write and ${reads} read units`);
  expect(readme).toContain(`${reads} read units, ${writes} write units`);
});

test('an ordinary month of prod and dev together is no mail about the budget', () => {
  const [month] = find(cost, /AWS's ([\d.]+) USD a month/);
  const [fixed] = find(cost, /([\d.]+) USD of those are fixed/);
  const { monthlyBudgetUsd } = readDeployment({ tryGetContext: () => undefined } as never);
  expect(0.8 * monthlyBudgetUsd).toBeGreaterThan(Number(month) + Number(fixed));
});
