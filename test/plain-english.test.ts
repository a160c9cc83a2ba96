import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readSources, type Source } from './world/source-files.ts';

/* Comments, test titles and commit subjects are read by people whose first language is not English (CONTRIBUTING.md). */

/** Turns of phrase that a newcomer has to look up, or that say less than the noun would. */
const archaic =
  /\b(whoever|whomever|whom|nobody|somebody|anybody|everybody|in vain|lets? go of|told of|by which way|lies? behind|anew|once more|amid|besides|none)\b/i;
const maxShare = 0.01;

/** Block comments, and runs of line comments, each on one line. */
const commentsIn = ({ text }: Source): string[] =>
  (text.match(/(?<=^|\s)\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*(?:\n\s*\/\/[^\n]*)*/gm) ?? []).map(
    (comment) => comment.replace(/\s*\n\s*(\*(?!\/)|\/\/)?\s*/g, ' '),
  );

const titlesIn = ({ path, text }: Source): string[] =>
  path.endsWith('.test.ts') || path.endsWith('.contract.ts')
    ? [
        ...text.matchAll(
          /\b(?:describe|test|it|scenario)(?:\.\w+)*(?:\([^()]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g,
        ),
      ].map(([, , title = '']) => title)
    : [];

type Kind = { name: string; find: (source: Source) => string[]; atLeast: number; seed: Source };
const kinds: Kind[] = [
  {
    name: 'comments',
    find: commentsIn,
    atLeast: 2000,
    seed: { path: 'shared/seeded.ts', text: '// Whoever reads this,\n// reads it in vain.' },
  },
  {
    name: 'test titles',
    find: titlesIn,
    atLeast: 1000,
    seed: { path: 'test/seeded.test.ts', text: "test('nobody is told of it', () => {});" },
  },
];

const sources = readSources('shared', 'functions', 'infra', 'test', 'vitest.config.ts').filter(
  ({ path }) => path !== 'test/plain-english.test.ts',
);

describe.each(kinds)('$name', ({ name, find, atLeast, seed }) => {
  const all = sources.flatMap((source) => find(source).map((text) => ({ at: source.path, text })));
  const turns = all.filter(({ text }) => archaic.test(text));

  test('hold hardly any archaic turn', () => {
    const share = turns.length / all.length;
    console.log(
      `${name}: ${all.length} read, ${turns.length} with an archaic turn (${(100 * share).toFixed(1)} %)`,
    );
    expect(all.length).toBeGreaterThan(atLeast);
    if (share > maxShare) expect(turns).toEqual([]);
  });

  test('a seeded archaic turn is found', () => {
    expect(find(seed).filter((text) => archaic.test(text))).toHaveLength(1);
  });
});

/** A scope is the folder or the subject; the subject is lower case and ends without a full stop. */
const conventional =
  /^(feat|fix|refactor|style|test|docs|build|ci|perf|chore|revert)(\([a-z][a-z0-9-]*\))?!?: [^A-Z\s].*[^.\s]$/;
const pastTense =
  /: (added|fixed|changed|removed|renamed|updated|moved|adds|fixes|changes|removes)\b/;
const isGoodSubject = (subject: string): boolean =>
  subject.length <= 72 && conventional.test(subject) && !pastTense.test(subject);

/** Commits before this rule are not judged. */
const ruleBegins = '365be80';
const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' });
/** A shallow clone or an archive has no such history. */
const hasHistory = (): boolean => {
  try {
    return git('cat-file', '-t', ruleBegins).trim() === 'commit';
  } catch {
    return false;
  }
};
const subjectsSinceRule = (): string[] =>
  git('log', '--no-merges', '--format=%s', `${ruleBegins}..HEAD`).split('\n').filter(Boolean);

describe('commit subjects', () => {
  test.skipIf(!hasHistory())('are imperative, scoped and at most 72 characters', () => {
    const subjects = subjectsSinceRule();
    console.log(`commit subjects: ${subjects.length} read`);
    expect(subjects.length).toBeGreaterThan(100);
    expect(subjects.filter((subject) => !isGoodSubject(subject))).toEqual([]);
  });

  test.each([
    ['fix(conversation): do not treat "2 hi" as a greeting', true],
    ['build: check types by project references', true],
    [
      'fix: what only sounds like a greeting is an answer; STATUS may be asked with a question mark',
      false,
    ],
    ['Fixed the parser', false],
    ['fix(parser): fixed the parser', false],
    ['fix(parser): Read the date first', false],
    ['docs: the load once more.', false],
  ])('%s: %s', (subject, isGood) => {
    expect(isGoodSubject(subject)).toBe(isGood);
  });
});
