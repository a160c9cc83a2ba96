import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDeployment } from '#infra/aws/deployment.ts';
import { awsBill, totalOf } from '../bill.ts';
import { readPrices } from '../prices.ts';
import { figuresOf, withFigures } from './page-figures.ts';
import { changesSince, costPages, readStoredRun } from './stored-run.ts';

/* The pages state the figures of one measured run, at today's prices. */

const run = readStoredRun();
const prices = readPrices();
const figures = figuresOf(run, prices);

test.each(costPages)('%s states the stored run (npm run cost -- --save writes both)', (path) => {
  const page = readFileSync(path, 'utf8');
  expect(page).toContain('<!-- cost:');
  expect(withFigures(page, figures)).toBe(page);
});

test('every figure is stated somewhere, and a wrong one is found', () => {
  const pages = costPages.map((path) => readFileSync(path, 'utf8')).join('');
  for (const name of Object.keys(figures)) expect(pages).toContain(`<!-- cost:${name} -->`);
  expect(withFigures('<!-- cost:texts -->1<!-- / -->', figures)).not.toContain('>1<');
  expect(() => withFigures('<!-- cost:text -->1<!-- / -->', figures)).toThrow('no figure');
});

test('a run that differs says that the stored one is old', () => {
  expect(changesSince(run)).toEqual([]);
  const more = { ...run, work: { ...run.work, writes: run.work.writes * 1.1 } };
  expect(changesSince(more)).toEqual([expect.stringMatching(/^write units: [\d.]+ then/)]);
  const stack = { ...run.stack, alarmMetrics: run.stack.alarmMetrics + 1 };
  expect(changesSince({ ...run, stack })).toEqual([expect.stringContaining('the template')]);
});

test('an ordinary month of prod and dev together is no mail about the budget', () => {
  const bill = awsBill(run.work, run.stack, prices, 60);
  const fixed = totalOf(bill.filter((line) => line.fixed)).dollars;
  const { monthlyBudgetUsd } = readDeployment({ tryGetContext: () => undefined } as never);
  expect(0.8 * monthlyBudgetUsd).toBeGreaterThan(totalOf(bill).dollars + fixed);
  // A budget that is far too large says nothing.
  expect(0.8 * monthlyBudgetUsd).toBeLessThan(1.5 * (totalOf(bill).dollars + fixed));
});
