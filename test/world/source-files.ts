import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A source file: its path from the root of the repository, and its text. */
export type Source = { path: string; text: string };

/** TypeScript and JavaScript files of the repository, tracked or new, those that git ignores excepted. */
export const readSources = (...folders: string[]): Source[] =>
  execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\n')
    .filter((path) => /\.(ts|tsx|js)$/.test(path))
    .flatMap((path) => readIfThere(path));

/** A file that is deleted but still tracked is left out. */
const readIfThere = (path: string): Source[] => {
  try {
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  } catch {
    return [];
  }
};

/** `import … from`, `export … from`, bare `import` and `import()`. */
const imports =
  /^\s*(?:import|export)\s+(?:[\w\s{},*$]+\sfrom\s+)?'([^'\s]+)'|\bimport\(\s*'([^'\s]+)'/gm;

export const specifiersOf = ({ text }: Source): string[] =>
  [...text.matchAll(imports)].map((m) => m[1] ?? m[2] ?? '');

/** What an import leads to: a path from the root for a file of the repository, the package's name otherwise. */
export const targetOf = ({ path }: Source, specifier: string): string => {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier));
  return specifier;
};
