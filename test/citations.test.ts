import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorsOf, codeSpansOf, matchesOf } from './markdown.ts';

/* What code, comments, documents and decision records cite exists in this repository. */

const root = resolve(import.meta.dirname, '..');
const folders = ['shared', 'functions', 'infra', 'test', 'docs'];
const extensions = /\.(ts|js|md|json|html|css)$/;
/** Written by npm: it cites packages. */
const lockFile = 'package-lock.json';

type Source = { path: string; text: string };

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(root, join(file.parentPath, file.name)));

const topFiles = readdirSync(root, { withFileTypes: true })
  .filter((file) => file.isFile())
  .map(({ name }) => name);
const files = [...topFiles, ...folders.flatMap(filesIn)];
const sources: Source[] = files
  .filter((path) => extensions.test(path) && path !== lockFile)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const textOf = new Map(sources.map(({ path, text }) => [path, text]));
const baseNames = new Set(files.map((path) => basename(path)));
const records = files.filter((path) => /^docs\/adr\/\d{4}-/.test(path));

const isMarkdown = ({ path }: Source): boolean => path.endsWith('.md');

/** Targets of links to other pages and other places of this page; external links left out. */
const localLinksOf = (text: string): string[] =>
  matchesOf(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^(https?|mailto):/.test(link));

/** Comments of code; all of a document. A `//` within a string or URL is no comment. */
const proseOf = (source: Source): string =>
  isMarkdown(source)
    ? source.text
    : [...source.text.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm)].join('\n');

/** A page of this repository with, or without, a place on it. */
const isPlace = (path: string, anchor: string | undefined): boolean => {
  if (!existsSync(join(root, path))) return false;
  if (anchor === undefined) return true;
  return anchorsOf(textOf.get(path) ?? '').includes(anchor);
};

/** Paths end with a letter or digit: a full stop or a slash after them is not part of them. */
const pathPattern = new RegExp(
  `(?<![\\w/.$}-])(?:${folders.join('|')})/(?:[\\w.-]+/)*[\\w.-]*\\w(?![\\w*{$])`,
  'g',
);

type Citation = { text: string; holds: boolean };

/** Each kind of citation: how it is found in a source, and whether what it cites exists. */
const kinds: Record<string, (source: Source) => Citation[]> = {
  document: ({ text }) =>
    [...text.matchAll(/(?<![\w/.-])(docs\/[\w./-]+\.md)(?:#([\w-]+))?/g)].map(
      ([cited, path = '', anchor]) => ({ text: cited, holds: isPlace(path, anchor) }),
    ),
  'decision record': ({ text }) =>
    [...text.matchAll(/(?:docs\/adr\/|\bADRs? )(\d{4})/g)].map(([cited, number = '']) => ({
      text: cited,
      holds: records.filter((path) => basename(path).startsWith(`${number}-`)).length === 1,
    })),
  'step of the handbook': ({ text }) =>
    [...text.matchAll(/docs\/operate\.md, (?:step )?(\d+)/g)].map(([cited, step = '']) => ({
      text: cited,
      holds: new RegExp(`^## ${step}\\. `, 'm').test(textOf.get('docs/operate.md') ?? ''),
    })),
  link: (source) =>
    (isMarkdown(source) ? localLinksOf(source.text) : []).map((link) => {
      const [path = '', anchor] = link.split('#');
      const isHere = path === '' && anchor !== undefined;
      const target = normalize(join(dirname(source.path), path));
      const holds = isHere ? anchorsOf(source.text).includes(anchor) : isPlace(target, anchor);
      return { text: link, holds };
    }),
  path: (source) =>
    [...proseOf(source).matchAll(pathPattern)]
      .map(([path]) => path)
      // A decision record is a kind of its own; a word in capitals stands for any name.
      .filter((path) => !/^docs\/adr\/\d{4}$|\/[A-Z]{2,}\b/.test(path))
      .map((path) => ({ text: path, holds: existsSync(join(root, path)) })),
  'file name': (source) =>
    (isMarkdown(source)
      ? codeSpansOf(source.text).filter((span) => /^\w[\w.-]*\.(ts|js|md)$/.test(span))
      : (proseOf(source).match(/(?<![\w/.*-])\w[\w-]*(?:\.[\w-]+)*\.(?:ts|js|md)\b/g) ?? [])
    ).map((name) => ({ text: name, holds: baseNames.has(name) })),
  'test title': (source) =>
    (isMarkdown(source) ? [...source.text.matchAll(/`([\w./-]+\.test\.ts)` "([^"]+)"/g)] : []).map(
      ([cited, file = '', title = '']) => ({
        text: cited,
        holds: sources.some(({ path, text }) => path.endsWith(file) && text.includes(title)),
      }),
    ),
};

/** Documents that were outside of the repository once; their content is in docs. */
const outside = new RegExp(`\\b(?:${['FACTS', 'CONTRACT', 'DESIGN'].join('|')})\\b`, 'g');

const faultsOf = (source: Source): string[] => [
  ...Object.entries(kinds).flatMap(([kind, find]) =>
    find(source)
      .filter(({ holds }) => !holds)
      .map(({ text }) => `${source.path}: ${kind} ${text}`),
  ),
  ...(source.text.match(outside) ?? []).map((name) => `${source.path}: outside document ${name}`),
];

/** This file has wrong citations on purpose. */
const own = 'test/citations.test.ts';
const read = sources.filter(({ path }) => path !== own);

describe('citations', () => {
  test('cite what exists, in every file', () => {
    const counts = Object.entries(kinds).map(
      ([kind, find]) => [kind, read.flatMap(find).length] as const,
    );
    const listed = counts.map(([kind, count]) => `${kind} ${count}`).join(', ');
    console.log(`citations: ${read.length} files read, ${listed}`);
    expect(read.length).toBeGreaterThan(500);
    for (const [kind, count] of counts) expect(count, kind).toBeGreaterThan(1);
    expect(read.flatMap(faultsOf)).toEqual([]);
  });

  test.each([
    ['shared/seeded.ts', '/** Age (docs/facts.md#age). */', 'document docs/facts.md#age'],
    ['shared/seeded.ts', "const hint = 'see docs/handbook.md';", 'document docs/handbook.md'],
    ['shared/seeded.ts', '// Twice (docs/adr/0999).', 'decision record docs/adr/0999'],
    ['docs/seeded.md', 'As ADR 0999 says.', 'decision record ADR 0999'],
    [
      'infra/seeded.ts',
      '// docs/operate.md, step 99',
      'step of the handbook docs/operate.md, step 99',
    ],
    ['docs/seeded.md', 'See [facts](fact.md).', 'link fact.md'],
    ['docs/adr/seeded.md', 'See [law](../facts.md#order).', 'link ../facts.md#order'],
    ['docs/seeded.md', '# One\n\nSee [two](#two).', 'link #two'],
    ['docs/seeded.md', 'See [costs](costs.md).', 'link costs.md'],
    ['docs/operate.md', '## 9. A bad night\n\n[Night](#9-a-good-night)', 'link #9-a-good-night'],
    ['docs/seeded.md', 'The port `functions/ports/phone.ts`.', 'path functions/ports/phone.ts'],
    ['docs/seeded.md', 'In `shared/request/decision.ts`.', 'path shared/request/decision.ts'],
    ['shared/seeded.ts', '/* As functions/edge does. */', 'path functions/edge'],
    ['shared/seeded.ts', '/** As in nowhere.ts. */', 'file name nowhere.ts'],
    ['docs/seeded.md', 'As `nowhere.test.ts` shows.', 'file name nowhere.test.ts'],
    [
      'docs/seeded.md',
      '`test/architecture.test.ts` "the castle"',
      'test title `test/architecture.test.ts` "the castle"',
    ],
    ['shared/seeded.ts', '/** Under 18 (FACTS §2). */', 'outside document FACTS'],
  ])('sees a wrong one seeded into %s: %s', (path, text, fault) => {
    expect(faultsOf({ path, text })).toContain(`${path}: ${fault}`);
  });

  test.each(records)('%s has a topic, a status, a date and a line in the index', (path) => {
    const text = textOf.get(path) ?? '';
    const number = basename(path).slice(0, 4);
    expect(text).toMatch(
      new RegExp(`^# ${Number(number)}\\. .+\\n\\n- Status: \\w+\\n- Date: \\d{4}-\\d{2}-\\d{2}`),
    );
    expect(textOf.get('docs/adr/README.md')).toContain(`[${number}](${basename(path)})`);
  });

  test('leaves right ones alone', () => {
    const text =
      'See [law](facts.md#law), `test/architecture.test.ts` "is checked in every source file", ADR 0001.';
    expect(faultsOf({ path: 'docs/seeded.md', text })).toEqual([]);
  });
});
