import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

type Source = { path: string; text: string };

const sourcesIn = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name.endsWith('.ts'))
    .map((f) => relative(root, join(f.parentPath, f.name)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** `import … from`, `export … from`, bare `import` and `import()`. */
const imports =
  /^\s*(?:import|export)\s+(?:[\w\s{},*$]+\sfrom\s+)?'([^'\s]+)'|\bimport\(\s*'([^'\s]+)'/gm;
const specifiersOf = ({ text }: Source): string[] =>
  [...text.matchAll(imports)].map((m) => m[1] ?? m[2] ?? '');

/** Where an import leads: a path from the root for our own files, the package's name otherwise. */
const targetOf = (source: Source, specifier: string): string => {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.'))
    return relative(root, resolve(root, dirname(source.path), specifier));
  return specifier;
};

type Rule = { name: string; breaks: (source: Source, target: string) => boolean };

/** shared's folders, top first: each knows only itself and those after it (docs/adr/0007). */
const layers = [
  'conversation',
  'request',
  'matching',
  'people',
  'outbox',
  'voice',
  'messages',
  'places',
  'terms',
];
const layerOf = (path: string): number => layers.indexOf(path.split('/')[1] ?? '');
const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const isOwn = (target: string): boolean =>
  ['shared', 'functions', 'infra', 'test'].some((f) => isIn(target, f));

const rules: Rule[] = [
  {
    name: 'shared knows nothing of functions, infra, test or the outside',
    breaks: (s, target) =>
      isIn(s.path, 'shared') &&
      !isIn(target, 'shared') &&
      !['zod', 'libphonenumber-js/min', 'sms-segments-calculator'].includes(target),
  },
  {
    name: "shared's folders know only those below them",
    breaks: (s, target) =>
      isIn(s.path, 'shared') && isIn(target, 'shared') && layerOf(s.path) > layerOf(target),
  },
  {
    name: 'functions never know infra or test',
    breaks: (s, target) =>
      isIn(s.path, 'functions') && (isIn(target, 'infra') || isIn(target, 'test')),
  },
  {
    name: 'infra never knows test',
    breaks: (s, target) => isIn(s.path, 'infra') && isIn(target, 'test'),
  },
  {
    name: 'only adapters import the AWS SDK',
    breaks: (s, target) =>
      isIn(s.path, 'functions') &&
      target.startsWith('@aws-sdk/') &&
      !isIn(s.path, 'functions/adapters'),
  },
  {
    name: 'use cases know ports and shared, never adapters, carriers, http or packages',
    breaks: (s, target) =>
      isIn(s.path, 'functions/use-cases') &&
      !isIn(target, 'functions/use-cases') &&
      !isIn(target, 'functions/ports') &&
      !isIn(target, 'shared'),
  },
  {
    name: 'ports are types only',
    breaks: (s, target) => isIn(s.path, 'functions/ports') && !isOwn(target),
  },
];

const violations = (sources: Source[]): string[] =>
  sources.flatMap((source) =>
    specifiersOf(source).flatMap((specifier) =>
      rules
        .filter((rule) => rule.breaks(source, targetOf(source, specifier)))
        .map((rule) => `${source.path} → ${specifier}: ${rule.name}`),
    ),
  );

const production = [...sourcesIn('shared'), ...sourcesIn('functions'), ...sourcesIn('infra')];

describe('the house', () => {
  test('keeps its layers, in every file', () => {
    const read = production.length;
    const imports = production.flatMap(specifiersOf).length;
    console.log(`architecture: ${read} files read, ${imports} imports checked`);
    expect(read).toBeGreaterThan(100);
    expect(imports).toBeGreaterThan(300);
    expect(violations(production)).toEqual([]);
  });

  test.each([
    ['shared/request/seeded.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/request/seeded.ts', "import type { Store } from '#functions/ports/store.ts';"],
    ['shared/messages/seeded.ts', "import { decide } from '../request/decide.ts';"],
    ['shared/terms/seeded.ts', "export { distanceKm } from '../places/geo.ts';"],
    ['functions/use-cases/seeded.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    [
      'functions/use-cases/seeded.ts',
      "const a = await import('../adapters/system/system-clock.ts');",
    ],
    ['functions/http/seeded.ts', "import { main } from '#infra/local/main.ts';"],
    ['infra/local/seeded.ts', "import { world } from '#test/world/world.ts';"],
  ])('sees a violation seeded into %s', (path, text) => {
    expect(violations([{ path, text }])).toHaveLength(text.includes('client-dynamodb') ? 2 : 1);
  });

  test('has only the folders it should', () => {
    const folders = readdirSync(join(root, 'shared'), { withFileTypes: true })
      .filter((f) => f.isDirectory())
      .map((f) => f.name);
    expect(folders.sort()).toEqual([...layers].sort());
  });

  test('asserts no types outside test: parse instead', () => {
    const asserted = production
      .filter((s) => s.path !== 'shared/places/data/pins.ts')
      .flatMap(({ path, text }) =>
        // Line numbers stay; renaming imports, comments, strings and patterns are no assertions.
        text
          .replace(/`[^`]*`/g, (found) => found.replace(/[^\n]/g, ''))
          .replace(/^(import|export)\b[^;]*?from '[^']*';/gm, (found) =>
            found.replace(/[^\n]/g, ''),
          )
          .split('\n')
          .map((line, i) => ({
            line: line.replace(/\/\/.*|\/\*.*|^\s*\*.*/, '').replace(/(['"`/]).*?\1/g, "''"),
            at: `${path}:${i + 1}`,
          }))
          .filter(({ line }) => /[\w)\]}] as (?!const\b)\w/.test(line))
          .map(({ line, at }) => `${at} ${line.trim()}`),
      );
    expect(asserted).toEqual([]);
  });
});
