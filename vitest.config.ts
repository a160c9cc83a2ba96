import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, in the order of their start. Those that mostly wait for processes alternate with those
 * that only compute, so that no core is idle and no worker waits for one of them alone at the end.
 */
const long = [
  'test/system/end-to-end/six-outcomes',
  'test/system/end-to-end/crowd',
  'test/faults/in-memory/faults-part-1',
  'test/system/rehearse/',
  'test/system/browser/website',
  'test/scenario/privacy/forget.database',
  'test/faults/in-memory/',
  'test/faults/',
  '.long.test.ts',
  'test/system/fuzz/',
  'test/system/database/',
  'test/system/browser/',
];
/** Unit tests and scenarios come last: they are short, and fill the workers that others leave. */
const short = /\/test\/(unit|property|scenario)\/|\/test\/[^/]+$/;
const turnOf = ({ moduleId, project }: TestSpecification): number => {
  // A worker that changes its project starts again and loads all imports.
  if (project.name === 'hostile') return long.length + 2;
  const turn = long.findIndex((part) => moduleId.includes(part));
  if (turn !== -1) return turn;
  return short.test(moduleId) ? long.length + 1 : long.length;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => turnOf(a) - turnOf(b));
  }
}

/** Tests in the quick folders that need a database or take long. */
const special = 'test/**/*.{database,long}.test.ts';

/**
 * Runs of minutes that `npm run test:long` plays: kills, the embedded database under damage, and processes whose rules
 * scenarios or browser tests hold too. They would take the checks of a commit beyond ten minutes.
 */
const longRuns = [
  'test/system/kills/**/*.test.ts',
  'test/system/end-to-end/kill.test.ts',
  'test/system/end-to-end/fairness.test.ts',
  'test/system/end-to-end/voice-calls.test.ts',
  'test/system/end-to-end/abuse.test.ts',
  'test/system/database/{torn-file,hourly-backup,backup,disk-full,embedded-database,import-beside-texts}.test.ts',
];
/** What tests of real processes need. */
const globalSetup = [
  'test/world/servers/start-database.ts',
  'test/system/end-to-end/build-hotline.ts',
];

/** Attacks replace modules, and leave none behind: the next file of the worker imports all again. */
const hostile = 'test/system/hostile/**/*.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/world/property-seed.ts'],
    /** No test file changes anything another could see, so each worker loads its imports once. */
    isolate: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    pool: 'forks',
    /** Two more than the cores of CI: a test of real processes mostly waits for them. */
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    /** Real servers and a real database run on a machine that may be busy: only a test that never ends is a fault. */
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      /** Without database and processes, for a test in seconds. All of it is in `all` too. */
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/{unit,property,scenario}/**/*.test.ts', 'test/*.test.ts'],
          exclude: [special],
        },
      },
      /** One project for all, because each transforms and loads every module again. */
      {
        extends: true,
        test: {
          name: 'all',
          include: [
            'test/{unit,property,scenario,contract,system,faults,bench}/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: [hostile, ...longRuns],
          globalSetup,
        },
      },
      {
        extends: true,
        test: { name: 'hostile', include: [hostile] },
      },
      {
        extends: true,
        test: { name: 'long', include: longRuns, globalSetup },
      },
    ],
  },
});
