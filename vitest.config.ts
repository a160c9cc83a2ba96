import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/world/start-database.ts'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    pool: 'forks',
    maxWorkers: 2,
    /** Real servers and a real database on a busy machine; no test sleeps. */
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
