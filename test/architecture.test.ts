import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import vitestConfig from '../vitest.config.ts';
import { readSources, type Source, specifiersOf, targetOf } from './world/source-files.ts';

/** shared's folders, top first: each imports only itself and those after it (docs/adr/0007). */
const layers = [
  'conversation',
  'request',
  'camp',
  'matching',
  'people',
  'outbox',
  'voice',
  'messages',
  'places',
  'terms',
];
const maxFiles = 15;
const maxLines = 220;
/** Catalogs, word lists and generated data: long because there is much to list, and read as lists. */
const isList = (path: string): boolean =>
  /^shared\/(messages\/catalog|voice\/prompts|conversation\/words|places\/data)\//.test(path) ||
  /^functions\/website\/(\w+\/)?words\//.test(path) ||
  ['shared/messages/message-keys.ts', 'shared/voice/prompt-keys.ts'].includes(path);

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const isProduct = (path: string): boolean =>
  ['shared', 'functions', 'infra'].some((folder) => isIn(path, folder));
const isOwn = (target: string): boolean => isProduct(target) || isIn(target, 'test');
const layerOf = (path: string): number => layers.indexOf(path.split('/')[1] ?? '');

type ImportRule = { name: string; breaks: (from: string, target: string) => boolean };

const importRules: ImportRule[] = [
  {
    name: 'shared imports nothing of functions, infra, test or the outside',
    breaks: (from, target) =>
      isIn(from, 'shared') &&
      !isIn(target, 'shared') &&
      !['zod', 'libphonenumber-js/core'].includes(target),
  },
  {
    name: "shared's folders import only those below them",
    breaks: (from, target) =>
      isIn(from, 'shared') && isIn(target, 'shared') && layerOf(from) > layerOf(target),
  },
  {
    name: 'functions never import infra or test',
    breaks: (from, target) =>
      isIn(from, 'functions') && (isIn(target, 'infra') || isIn(target, 'test')),
  },
  {
    name: 'infra never imports test',
    breaks: (from, target) => isIn(from, 'infra') && isIn(target, 'test'),
  },
  {
    name: 'only adapters import the AWS SDK',
    breaks: (from, target) =>
      isIn(from, 'functions') &&
      target.startsWith('@aws-sdk/') &&
      !isIn(from, 'functions/adapters'),
  },
  {
    name: 'use cases import ports and shared, never adapters, carriers, http or packages',
    breaks: (from, target) =>
      isIn(from, 'functions/use-cases') &&
      !isIn(target, 'functions/use-cases') &&
      !isIn(target, 'functions/ports') &&
      !isIn(target, 'shared'),
  },
  {
    name: 'ports import nothing from outside',
    breaks: (from, target) => isIn(from, 'functions/ports') && !isOwn(target),
  },
];

const forbiddenImports = (sources: Source[]): string[] =>
  sources
    .filter(({ path }) => isProduct(path))
    .flatMap((source) =>
      specifiersOf(source).flatMap((specifier) =>
        importRules
          .filter((rule) => rule.breaks(source.path, targetOf(source, specifier)))
          .map((rule) => `${source.path} → ${specifier}: ${rule.name}`),
      ),
    );

/** Each circle once, by the files in it: a depth-first walk that meets a file of its own path. */
const importCircles = (sources: Source[]): string[] => {
  const targets = new Map(
    sources.map((s) => [s.path, specifiersOf(s).map((specifier) => targetOf(s, specifier))]),
  );
  const done = new Set<string>();
  const circles = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const circle = trail.slice(at);
      const first = circle.indexOf([...circle].sort()[0] ?? '');
      circles.add([...circle.slice(first), ...circle.slice(0, first)].join(' → '));
    } else if (!done.has(path)) {
      for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const { path } of sources) walk(path, []);
  return [...circles];
};

const groupBy = <T>(items: T[], keyOf: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
};

const crowdedFolders = (sources: Source[]): string[] =>
  groupBy(sources, ({ path }) => dirname(path))
    .filter(([, files]) => files.length > maxFiles)
    .map(([folder, files]) => `${folder}: ${files.length} files`);

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const longFiles = (sources: Source[]): string[] =>
  sources
    .filter(({ path, text }) => isProduct(path) && !isList(path) && linesOf(text) > maxLines)
    .map(({ path, text }) => `${path}: ${linesOf(text)} lines`);

/** Names that a file has by its place: entry points, a language, an operator's command. */
const isNamedByPlace = (path: string): boolean =>
  /^(main|index|en|hi|hi-latn)\.[tj]s$/.test(basename(path)) || isIn(path, 'infra/local/commands');

const repeated = (names: { name: string; path: string }[]): string[] =>
  groupBy(names, ({ name }) => name)
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`);

const repeatedFileNames = (sources: Source[]): string[] =>
  repeated(
    sources
      .filter(({ path }) => !isNamedByPlace(path))
      .map(({ path }) => ({ name: basename(path), path })),
  );

const exported =
  /^export (?:async )?(?:const|let|function\*?|class|abstract class|type|interface|enum) ([\w$]+)/gm;
/** Lambda asks each entry point for `handler`; a catalog exports its language. */
const isSharedName = (name: string): boolean => ['handler', 'en', 'hi', 'hiLatn'].includes(name);
const exportsOf = (sources: Source[]): { name: string; path: string }[] =>
  sources
    .filter(({ path }) => isProduct(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(exported)].map(([, name = '']) => ({ name, path })),
    );
const repeatedExports = (sources: Source[]): string[] =>
  repeated(exportsOf(sources).filter(({ name }) => !isSharedName(name)));

/** The subset of glob patterns that vitest.config.ts uses: `**`, `*` and `{a,b}`. */
const globToRegExp = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll('.', '\\.')
      .replace(/\{([^}]*)\}/g, (_, choices: string) => `(${choices.replaceAll(',', '|')})`)
      .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'))}$`,
  );
type Project = { name: string; include: string[]; exclude: string[] };
const projects: Project[] = (vitestConfig.test?.projects ?? []).flatMap((project) =>
  typeof project === 'object' && 'test' in project
    ? [
        {
          name: String(project.test?.name),
          include: project.test?.include ?? [],
          exclude: project.test?.exclude ?? [],
        },
      ]
    : [],
);
/** The projects of a test file, without `quick`, which is a part of `all`. */
const projectsOf = (path: string): string[] =>
  projects
    .filter(
      ({ name, include, exclude }) =>
        name !== 'quick' &&
        include.some((glob) => globToRegExp(glob).test(path)) &&
        !exclude.some((glob) => globToRegExp(glob).test(path)),
    )
    .map(({ name }) => name);
const testsOutsideOneProject = (sources: Source[]): string[] =>
  sources
    .filter(({ path }) => path.endsWith('.test.ts') && projectsOf(path).length !== 1)
    .map(({ path }) => `${path}: ${projectsOf(path).join(', ') || 'no project'}`);

const blank = (found: string): string => found.replace(/[^\n]/g, '');
/** `as` in product code, `as const` excepted. Strings, comments, patterns and renaming imports are no assertions. */
const typeAssertions = (sources: Source[]): string[] =>
  sources
    .filter(({ path }) => isProduct(path) && !isIn(path, 'shared/places/data'))
    .flatMap(({ path, text }) =>
      text
        .replace(/`[^`]*`/g, blank)
        .replace(/^(import|export)\b[^;]*?from '[^']*';/gm, blank)
        .split('\n')
        .map((line, i) => ({
          line: line.replace(/\/\/.*|\/\*.*|^\s*\*.*/, '').replace(/(['"`/]).*?\1/g, "''"),
          at: `${path}:${i + 1}`,
        }))
        // `[K in Union as …]` names the key of a mapped type.
        .map(({ line, at }) => ({ line: line.replace(/\[\w+ in [^\]]* as /, '['), at }))
        .filter(({ line }) => /[\w)\]}] as (?!const\b)\w/.test(line))
        .map(({ line, at }) => `${at} ${line.trim()}`),
    );

/** `npm start` runs TypeScript by tsx, which reads no compiler options here: without this line it looks for React. */
const jsxLine = '/** @jsxRuntime automatic @jsxImportSource hono/jsx */\n';
const withoutJsxLine = (sources: Source[]): string[] =>
  sources
    .filter(({ path, text }) => path.endsWith('.tsx') && !text.startsWith(jsxLine))
    .map(({ path }) => path);

const sources = readSources('shared', 'functions', 'infra', 'test');
const product = sources.filter(({ path }) => isProduct(path));

/** A file too long by one line, and enough files to crowd a folder. */
const longFile = (path: string): Source => ({ path, text: 'x;\n'.repeat(maxLines + 1) });
const crowd = (folder: string): Source[] =>
  Array.from({ length: maxFiles + 1 }, (_, i) => ({ path: `${folder}/seeded-${i}.ts`, text: '' }));

type Check = { rule: string; find: (sources: Source[]) => string[]; seeds: Source[][] };
const one = (path: string, text = ''): Source[] => [{ path, text }];

const checks: Check[] = [
  {
    rule: 'folders keep their layers',
    find: forbiddenImports,
    seeds: [
      one('shared/request/seeded.ts', "import { readFileSync } from 'node:fs';"),
      one('shared/request/seeded.ts', "import type { Store } from '#functions/ports/store.ts';"),
      one('shared/messages/seeded.ts', "import { decide } from '../request/decide.ts';"),
      one('shared/outbox/seeded.ts', "import type { Person } from '../people/person.ts';"),
      one('shared/terms/seeded.ts', "export { findPin } from '../places/pin.ts';"),
      one('functions/http/seeded.ts', "import { Client } from '@aws-sdk/client-dynamodb';"),
      one(
        'functions/use-cases/seeded.ts',
        "const a = await import('../adapters/system/system-clock.ts');",
      ),
      one('functions/http/seeded.ts', "import { main } from '#infra/local/main.ts';"),
      one('functions/ports/seeded.ts', "import { z } from 'zod';"),
      one('infra/local/seeded.ts', "import { world } from '#test/world/world.ts';"),
    ],
  },
  {
    rule: 'no import circle, of types neither',
    find: importCircles,
    seeds: [
      [
        { path: 'shared/terms/seeded-a.ts', text: "import { b } from './seeded-b.ts';" },
        { path: 'shared/terms/seeded-b.ts', text: "import type { A } from './seeded-a.ts';" },
      ],
      [
        { path: 'infra/seeded-a.ts', text: "import { b } from '#functions/seeded-b.ts';" },
        { path: 'functions/seeded-b.ts', text: "export * from './seeded-c.ts';" },
        { path: 'functions/seeded-c.ts', text: "const a = import('#infra/seeded-a.ts');" },
      ],
    ],
  },
  {
    rule: `at most ${maxFiles} files a folder`,
    find: crowdedFolders,
    seeds: [crowd('shared/seeded'), crowd('test/seeded')],
  },
  {
    rule: `at most ${maxLines} lines a product file, lists excepted`,
    find: longFiles,
    seeds: [[longFile('functions/seeded.ts')], [longFile('infra/aws/seeded.ts')]],
  },
  {
    rule: 'each file has a name of its own',
    find: repeatedFileNames,
    seeds: [
      [
        { path: 'shared/a/seeded.ts', text: '' },
        { path: 'test/b/seeded.ts', text: '' },
      ],
    ],
  },
  {
    rule: 'each exported name stands once',
    find: repeatedExports,
    seeds: [
      [
        { path: 'shared/seeded-a.ts', text: 'export const seeded = 1;' },
        { path: 'infra/seeded-b.ts', text: 'export type seeded = 1;' },
      ],
    ],
  },
  {
    rule: 'each test file is in exactly one vitest project, besides quick',
    find: testsOutsideOneProject,
    seeds: [one('test/elsewhere/seeded.test.ts'), one('infra/seeded.test.ts')],
  },
  {
    rule: 'each file with JSX names what makes it',
    find: withoutJsxLine,
    seeds: [one('functions/website/seeded.tsx', 'export const a = <p />;')],
  },
  {
    rule: 'product code parses instead of asserting types',
    find: typeAssertions,
    seeds: [one('functions/seeded.ts', 'const a = read() as Person;')],
  },
];

describe('the architecture', () => {
  test('is checked in every source file', () => {
    const imports = sources.flatMap(specifiersOf).length;
    const names = exportsOf(product).length;
    const tests = sources.filter(({ path }) => path.endsWith('.test.ts')).length;
    console.log(
      `architecture: ${sources.length} files read, ${product.length} of them product code, ${tests} test files; ${imports} imports and ${names} exported names checked`,
    );
    expect(product.length).toBeGreaterThan(300);
    expect(imports).toBeGreaterThan(2000);
    expect(names).toBeGreaterThan(500);
    expect(tests).toBeGreaterThan(80);
    expect(projects.map(({ name }) => name)).toEqual(['quick', 'all', 'hostile', 'long']);
  });

  test('has in shared only the folders of the layers', () => {
    const folders = new Set(
      sources.flatMap(({ path }) => /^shared\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect([...folders].sort()).toEqual([...layers].sort());
  });

  describe.each(checks)('$rule', ({ find, seeds }) => {
    test('holds', () => {
      expect(find(sources)).toEqual([]);
    });

    test.each(
      seeds.map(
        (seed) =>
          [
            seed
              .slice(0, 3)
              .map(({ path }) => path)
              .join(', '),
            seed,
          ] as const,
      ),
    )('is seen to fail on %s', (_, seed) => {
      const before = new Set(find(sources));
      expect(find([...sources, ...seed]).filter((found) => !before.has(found))).toHaveLength(1);
    });
  });
});
