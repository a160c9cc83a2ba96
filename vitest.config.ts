import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, in the order of their start. Those that mostly wait for processes alternate with those
 * that only compute, so that no core is idle and no worker waits for one of them alone at the end.
 */
const long = [
  'test/system/end-to-end/crowd',
  'test/faults/in-memory/faults-part-1',
  'test/system/end-to-end/kill',
  'test/faults/in-memory/faults-part-2',
  'test/system/end-to-end/abuse',
  'test/faults/in-memory/',
  'test/system/kills/',
  'test/faults/',
  '.long.test.ts',
  'test/system/fuzz/',
  'test/system/database/',
  'test/system/browser/',
];
/** Files of `quick` come last: a worker that changes its project starts again and loads all imports. */
const turnOf = ({ moduleId, project }: TestSpecification): number => {
  if (project.name === 'quick') return long.length + 1;
  const turn = long.findIndex((part) => moduleId.includes(part));
  return turn === -1 ? long.length : turn;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => turnOf(a) - turnOf(b));
  }
}

/** Tests in the quick folders that need a database or take long: they belong to `system`. */
const special = 'test/**/*.{database,long}.test.ts';

/**
 * Runs of minutes that `npm run test:long` plays: the rehearsal of the template, and kills under load. They would take the
 * checks of a commit beyond ten minutes.
 */
const longRuns = ['test/system/rehearse/**/*.test.ts', 'test/system/kills/**/*.test.ts'];
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
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/{unit,property,scenario}/**/*.test.ts', 'test/*.test.ts'],
          exclude: [special],
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/{contract,system,faults,bench}/**/*.test.ts', special],
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
