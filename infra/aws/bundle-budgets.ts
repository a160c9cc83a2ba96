/**
 * The most a function's bundle may weigh, in bytes, by its file in functions/ (test/infra/bundles.test.ts). About 3 %
 * above what it weighs: a sentence more in the catalog fits, a package does not. What weighs what:
 * `npm run bench -- bundles`.
 */
export const bundleBudgets = {
  'receive-sms': 915_000,
  'receive-call': 860_000,
  'receive-status': 600_000,
  'send-outbox': 842_000,
  'run-due-steps': 842_000,
  website: 745_000,
} as const satisfies Record<string, number>;
