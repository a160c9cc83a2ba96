import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { startOpenDynoxide } from './open-dynoxide.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of the database of this test run; null on a machine without one. */
    databaseEndpoint: string | null;
  }
}

/** vitest's globalSetup: starts one database for the run in a folder of its own, or uses the one of DYNAMODB_ENDPOINT. */
export default async ({ provide }: TestProject) => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given || !isDynoxideInstalled()) {
    provide('databaseEndpoint', given || null);
    if (!given)
      console.warn(
        'NOTICE: tests on a real database are skipped: install @dynoxide/linux-x64 or set DYNAMODB_ENDPOINT',
      );
    return undefined;
  }
  const dir = mkdtempSync(join(tmpdir(), 'hotline-tests-'));
  const database = await startOpenDynoxide('--db-path', join(dir, 'hotline.db'));
  provide('databaseEndpoint', database.endpoint);
  return async () => {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  };
};
