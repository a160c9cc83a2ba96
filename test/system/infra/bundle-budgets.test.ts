import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carrierDefinitions } from '#functions/carriers/registry.ts';
import { buildBundle, bundleBudgets } from '#infra/aws/bundle/build-bundle.ts';
import { buildBaseline } from '../../bench/baselines.ts';
import { carrierBytes } from './carrier-bytes.ts';

const functions = join(import.meta.dirname, '../../../functions');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hotline-weighed-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Each bundle is built once for all tests of this file. */
const built = new Map<string, ReturnType<typeof buildBundle>>();
const contentOf = (entry: string) => {
  const known = built.get(entry) ?? buildBundle(entry, join(dir, `${entry}.mjs`));
  built.set(entry, known);
  return known;
};

test('every entry point has a budget', () => {
  const entries = readdirSync(functions, { withFileTypes: true })
    .filter((file) => file.isFile())
    .filter(({ name }) =>
      /^export const handler/m.test(readFileSync(join(functions, name), 'utf8')),
    )
    .map(({ name }) => name.replace('.ts', ''));
  expect(entries.sort()).toEqual(Object.keys(bundleBudgets).sort());
});

test.each(Object.entries(bundleBudgets))('%s weighs at most %i bytes', (entry, budget) => {
  const { bytes } = contentOf(entry);
  expect(statSync(join(dir, `${entry}.mjs`)).size).toBe(bytes);
  expect(bytes).toBeLessThanOrEqual(budget);
  // A much larger budget would check nothing.
  expect(bytes).toBeGreaterThan(0.85 * budget);
});

test('a bundle carries the settings of its group', () => {
  const file = join(dir, 'group.mjs');
  buildBundle('examine-itself', file, { group: 'uttarakhand' });
  const [own, usual] = [file, join(dir, 'examine-itself.mjs')].map((one) =>
    readFileSync(one, 'utf8'),
  );
  for (const [bundle, name, other] of [
    [own, 'Rakt Mitra UK', 'Police Mitra'],
    [usual, 'Police Mitra', 'Rakt Mitra UK'],
  ] as const) {
    expect(bundle).toContain(`"groupName":"${name}"`);
    expect(bundle).not.toContain(`"groupName":"${other}"`);
  }
});

test('only the certificate’s bundle draws PDFs', () => {
  const drawing = Object.keys(bundleBudgets).filter((entry) => {
    const file = join(dir, `${entry}.mjs`);
    return existsSync(file) && readFileSync(file, 'utf8').includes('%PDF-');
  });
  expect(drawing).toEqual(['certificate']);
});

test('receive-sms weighs at most three twentieths of the usual handler', () => {
  const usual = statSync(buildBaseline('usual handler', dir)).size;
  expect(usual / contentOf('receive-sms').bytes).toBeGreaterThanOrEqual(20 / 3);
});

test('docs/operate.md says what each carrier costs the functions for calls and for texts', () => {
  const page = readFileSync('docs/operate.md', 'utf8');
  const line = /All carriers are in every function.*/.exec(page)?.[0] ?? '';
  const [calls = '', texts = ''] = line.split('of that for texts');
  for (const [said, entry] of [
    [calls, 'receive-call'],
    [texts, 'receive-sms'],
  ] as const) {
    const { bytes, files } = contentOf(entry);
    const carriers = carrierBytes(files);
    const stated = Number(/\(([\d,]+) KB\)/.exec(said)?.[1]?.replace(',', ''));
    expect(Math.abs(stated - bytes / 1000), entry).toBeLessThan(0.05 * stated);
    for (const { name, title } of Object.values(carrierDefinitions)) {
      const kilobytes = Number(
        new RegExp(`${title}'s (?:code )?(?:is )?(\\d+) KB`).exec(said)?.[1],
      );
      expect(
        Math.abs(kilobytes - (carriers[name] ?? 0) / 1000),
        `${title} in ${entry}`,
      ).toBeLessThan(2);
    }
  }
});
