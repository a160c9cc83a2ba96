import { expect, test } from 'vitest';
import { readRelease } from '#infra/aws/release.ts';

const git = (changes: string) => (command: string) =>
  command === 'status' ? changes : '1a2b3c4d5e';

test('a release is the commit', () => {
  expect(readRelease('prod', git(''))).toBe('1a2b3c4d5e');
});

test('changes without a commit are named in dev and refused in prod', () => {
  expect(readRelease('dev', git(' M README.md'))).toBe('1a2b3c4d5e-changed');
  expect(() => readRelease('prod', git(' M README.md'))).toThrow('changes without a commit');
});
