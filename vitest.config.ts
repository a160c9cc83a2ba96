import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes long: begun first, so that nobody waits for them alone at the end. */
const long = ['test/faults/', 'test/system/end-to-end/abuse', 'test/system/end-to-end/kill'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      long.some((part) => moduleId.includes(part));
    return [...others.filter(isLong), ...others.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: [
      'test/world/servers/start-database.ts',
      'test/system/end-to-end/build-hotline.ts',
    ],
    setupFiles: ['test/world/property-seed.ts'],
    /** No test file changes anything another could see: what they import is loaded once. */
    isolate: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    /** Real servers and a real database, on a machine that may be busy: what takes long is no fault, what never ends is. */
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
