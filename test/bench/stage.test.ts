import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { compareStages } from './stage-bench.ts';

/* `npm run bench -- stage` with small tables and without times: read units are the same on every machine. */
test.skipIf(!isDynoxideInstalled())(
  'a stage reads the neighbourhood, not the table',
  { timeout: 60_000 },
  async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
    try {
      const sizes = [3200, 6400];
      const { rows, findings } = await compareStages({ sizes, repeats: 1, scratch, timed: false });
      expect(findings).toHaveLength(4);
      expect(findings.filter(({ holds }) => !holds)).toEqual([]);
      for (const { runs } of rows) for (const { asked } of runs) expect(asked).toBeGreaterThan(0);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
);
