import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { versionOf } from '#infra/local/built/built-hotline.js';

test('the built hotline is made again when a source is changed, added, renamed or removed, or a package is', () => {
  const project = mkdtempSync(join(tmpdir(), 'hotline-built-'));
  try {
    for (const folder of ['functions/ports', 'shared', 'infra'])
      mkdirSync(join(project, folder), { recursive: true });
    const write = (path: string, text: string) => writeFileSync(join(project, path), text);
    const steps = [
      () => write('package-lock.json', '{}'),
      () => write('functions/ports/store.ts', 'export {};'),
      () => write('functions/ports/store.ts', 'export { a };'),
      () => renameSync(join(project, 'functions/ports/store.ts'), join(project, 'shared/a.ts')),
      () => rmSync(join(project, 'shared/a.ts')),
      () => write('package-lock.json', '{ }'),
    ];
    const versions = steps.map((change) => {
      change();
      return versionOf(project);
    });
    // Without the first file nothing but the lock file is left, as at the beginning.
    expect(new Set(versions).size).toBe(5);
    expect(versions[4]).toBe(versions[0]);
    expect(versionOf(project)).toBe(versions[5]);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});
