import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes. They start first, so that no worker waits for one of them alone at the end. */
const long = [
  'test/faults/',
  'test/system/end-to-end/abuse',
  'test/system/end-to-end/kill',
  '.long.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      long.some((part) => moduleId.includes(part));
    return [...others.filter(isLong), ...others.filter((file) => !isLong(file))];
  }
}

/** Tests in the quick folders that need a database or take long: they belong to `system`. */
const special = 'test/**/*.{database,long}.test.ts';

/** Attacks replace modules, so each of these files has a process of its own. */
const hostile = 'test/system/hostile/**/*.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/world/property-seed.ts'],
    /** No test file changes anything another could see, so each worker loads its imports once. */
    isolate: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    pool: 'forks',
    maxWorkers: 2,
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
          exclude: [hostile],
          globalSetup: [
            'test/world/servers/start-database.ts',
            'test/system/end-to-end/build-hotline.ts',
          ],
        },
      },
      {
        extends: true,
        test: { name: 'hostile', include: [hostile], isolate: true },
      },
    ],
  },
});
